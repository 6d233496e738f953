//! The log of the whole desk: appended in the transaction of what it tells, read by cursor.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, Event, EventKind, LogPosition, LoggedEvent};
use crate::ids::ConversationId;

/// Appends `event` and says where it stands.
pub fn append(conn: &Connection, event: &Event, at: Timestamp) -> rusqlite::Result<LogPosition> {
    conn.prepare_cached(
        "INSERT INTO event_log (at, kind, conversation_id, sequence, actor_kind, actor_id, subject_id, amount)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .insert(params![
        at.0,
        event.kind as i64,
        event.conversation,
        event.sequence,
        event.actor.kind.number(),
        event.actor.id,
        event.subject,
        event.amount,
    ])
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
) -> rusqlite::Result<Vec<LoggedEvent>> {
    conn.prepare_cached(
        "SELECT log_position, at, kind, conversation_id, sequence, actor_kind, actor_id, subject_id, amount
           FROM event_log
          WHERE log_position > ?1 AND log_position <= ?2
          ORDER BY log_position
          LIMIT ?3",
    )?
    .query_map(params![after, until, limit as i64], read)?
    .filter_map(Result::transpose)
    .collect()
}

/// Reads the columns of [`after`]; `None` for a kind this version does not know.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<LoggedEvent>> {
    let Some(kind) = EventKind::from_number(row.get(2)?) else { return Ok(None) };
    Ok(Some(LoggedEvent {
        position: row.get(0)?,
        at: Timestamp(row.get(1)?),
        event: Event {
            kind,
            conversation: row.get::<_, Option<ConversationId>>(3)?,
            sequence: row.get(4)?,
            actor: Actor { kind: ActorKind::from_number(row.get(5)?), id: row.get(6)? },
            subject: row.get(7)?,
            amount: row.get(8)?,
        },
    }))
}
