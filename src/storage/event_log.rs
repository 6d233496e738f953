//! The log of the whole desk: appended in the transaction of what it tells, read by cursor.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::writing::Writing;
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, EventKind, LogPosition, Logged, Record, Stored, decode, encode};

/// Appends an event and returns its log position. `imported` marks an event that happened elsewhere and was brought in.
pub fn append(
    conn: &Writing,
    record: &Record,
    at: Timestamp,
    imported: bool,
) -> rusqlite::Result<LogPosition> {
    let Stored { kind, conversation, subject, amount } = encode(&record.event);
    conn.insert(
        "INSERT INTO event_log (at, kind, conversation_id, sequence, actor_kind, actor_id, subject_id, amount, cause,
                                imported)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            at.0,
            kind,
            conversation,
            record.sequence,
            record.actor.kind.number(),
            record.actor.id,
            subject,
            amount,
            record.cause,
            imported,
        ],
    )
}

/// The position of the newest event; 0 in an empty log. Positions of deleted rows count: they were used.
pub fn head(conn: &Connection) -> rusqlite::Result<LogPosition> {
    conn.prepare_cached("SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'event_log'), 0)")?
        .query_row([], |row| row.get(0))
}

/// When the newest event happened.
pub fn newest_at(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached("SELECT at FROM event_log ORDER BY log_position DESC LIMIT 1")?
        .query_row([], |row| row.get(0).map(Timestamp))
        .optional()
}

/// At most `limit` events with a position above `after` and not above `until`, ascending.
pub fn after(
    conn: &Connection,
    after: LogPosition,
    until: LogPosition,
    limit: usize,
) -> rusqlite::Result<Vec<Logged>> {
    conn.prepare_cached(
        "SELECT log_position, at, kind, conversation_id, sequence, actor_kind, actor_id, subject_id, amount, cause, imported
           FROM event_log
          WHERE log_position > ?1 AND log_position <= ?2
          ORDER BY log_position
          LIMIT ?3",
    )?
    .query_map(params![after, until, limit as i64], read)?
    .filter_map(Result::transpose)
    .collect()
}

/// The same of these kinds alone, for one who follows the log.
pub fn of_kinds(
    conn: &Connection,
    (after, until): (LogPosition, LogPosition),
    kinds: &[EventKind],
    limit: usize,
) -> rusqlite::Result<Vec<Logged>> {
    let numbers: Vec<String> = kinds.iter().map(|kind| (*kind as i64).to_string()).collect();
    conn.prepare_cached(&format!(
        "SELECT log_position, at, kind, conversation_id, sequence, actor_kind, actor_id, subject_id, amount, cause, imported
           FROM event_log
          WHERE log_position > ?1 AND log_position <= ?2 AND kind IN ({})
          ORDER BY log_position
          LIMIT ?3",
        numbers.join(", ")
    ))?
    .query_map(params![after, until, limit as i64], read)?
    .filter_map(Result::transpose)
    .collect()
}

/// Reads the columns of [`after`]; `None` for an event this version does not know.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<Logged>> {
    let stored =
        Stored { kind: row.get(2)?, conversation: row.get(3)?, subject: row.get(7)?, amount: row.get(8)? };
    let Some(event) = decode(&stored) else { return Ok(None) };
    let actor = Actor { kind: ActorKind::from_number(row.get(5)?), id: row.get(6)? };
    Ok(Some(Logged {
        position: row.get(0)?,
        at: Timestamp(row.get(1)?),
        imported: row.get(10)?,
        record: Record { actor, sequence: row.get(4)?, cause: row.get(9)?, event },
    }))
}
