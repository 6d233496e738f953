//! Reading the log with its words: one query serves live delivery, replay, pages and REST.

use std::sync::LazyLock;

use rusqlite::{Connection, Row, params};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::scope::{PLACEMENT, Placement, read_placement};
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, Event, EventKind, LogPosition, Stored, decode};
use crate::ids::ConversationId;

/// One row of the log with everything that frames show.
#[derive(Debug)]
pub struct LogRow {
    /// Its position in the log.
    pub position: LogPosition,
    /// When it was committed.
    pub at: Timestamp,
    /// What happened.
    pub event: Event,
    /// The entry's sequence; `None` for what is no entry.
    pub sequence: Option<i64>,
    /// Whether it was imported: nobody is notified of it.
    pub imported: bool,
    /// Who did it.
    pub actor: Actor,
    /// The name of an acting agent or, if known, customer.
    pub actor_name: Option<String>,
    /// The name of the agent it was assigned to.
    pub agent_name: Option<String>,
    /// The name of the team it went to.
    pub team_name: Option<String>,
    /// Where the conversation belongs now.
    pub placement: Option<Placement>,
    /// The message it is, or is about, in its current version.
    pub message: Option<MessageWords>,
    /// Details of other entries, as JSON.
    pub detail: Option<Box<RawValue>>,
    /// What the entry changed about a ticket, as JSON: a list of `field`, `from` and `to`.
    pub changes: Option<Box<RawValue>>,
}

/// Current version of a message.
#[derive(Debug)]
pub struct MessageWords {
    /// Client's id of the message; only senders see it.
    pub client_message_id: Option<String>,
    /// Whether it is a note for the team.
    pub note: bool,
    /// JSON; `None` once recalled.
    pub content: Option<Box<RawValue>>,
    /// When it was last edited.
    pub edited_at: Option<Timestamp>,
}

/// Edits and recalls point at a message by its sequence; everything else is at its own position.
static COLUMNS: LazyLock<String> = LazyLock::new(|| {
    let (visitor, agent) = (ActorKind::Visitor.number(), ActorKind::Agent.number());
    let (edited, recalled) = (EventKind::Edited as i64, EventKind::Recalled as i64);
    let (assigned, transferred) = (EventKind::Assigned as i64, EventKind::Transferred as i64);
    let team = EventKind::TeamChanged as i64;
    let (ticket, changed) = (EventKind::Ticket as i64, EventKind::TicketChanged as i64);
    let linked = EventKind::Linked as i64;
    format!(
        "
    SELECT e.log_position, e.at, e.kind, e.conversation_id, e.sequence, e.actor_kind, e.actor_id,
           COALESCE(a.name, CASE WHEN e.actor_kind = {visitor} THEN k.name END), e.subject_id, s.name, e.amount,
           m.log_position, m.client_message_id, m.note, m.content, m.edited_at, d.detail, e.imported, t.name,
           CASE WHEN e.kind IN ({ticket}, {changed}, {linked})
                THEN (SELECT json_group_array(json_object('field', h.field, 'from', json(h.before), 'to', json(h.after)))
                        FROM ticket_changes h
                       WHERE h.conversation_id = e.conversation_id AND h.sequence = e.sequence) END,
           {PLACEMENT}
      FROM event_log e
      LEFT JOIN conversations c ON c.id = e.conversation_id
      LEFT JOIN contacts k ON k.id = c.contact_id
      LEFT JOIN agents a ON e.actor_kind = {agent} AND a.id = e.actor_id
      LEFT JOIN agents s ON e.kind IN ({assigned}, {transferred}) AND s.id = e.subject_id
      LEFT JOIN teams t ON e.kind = {team} AND t.id = e.subject_id
      LEFT JOIN messages m ON m.log_position =
                CASE WHEN e.kind IN ({edited}, {recalled})
                     THEN (SELECT o.log_position FROM event_log o
                            WHERE o.conversation_id = e.conversation_id AND o.sequence = e.amount)
                     ELSE e.log_position END
      LEFT JOIN entry_details d ON d.log_position = e.log_position"
    )
});

fn read(row: &Row<'_>) -> rusqlite::Result<Option<LogRow>> {
    let stored =
        Stored { kind: row.get(2)?, conversation: row.get(3)?, subject: row.get(8)?, amount: row.get(10)? };
    let Some(event) = decode(&stored) else { return Ok(None) };
    let message = match row.get::<_, Option<i64>>(11)? {
        Some(_) => Some(MessageWords {
            client_message_id: row.get(12)?,
            note: row.get(13)?,
            content: row.get::<_, Option<String>>(14)?.and_then(|json| RawValue::from_string(json).ok()),
            edited_at: row.get::<_, Option<i64>>(15)?.map(Timestamp),
        }),
        None => None,
    };
    let detail = row.get::<_, Option<String>>(16)?;
    let actor = Actor { kind: ActorKind::from_number(row.get(5)?), id: row.get(6)? };
    let actor_name = row.get::<_, Option<String>>(7)?.or_else(|| former_name(actor, detail.as_deref()?));
    Ok(Some(LogRow {
        position: row.get(0)?,
        at: Timestamp(row.get(1)?),
        event,
        imported: row.get(17)?,
        sequence: row.get(4)?,
        actor,
        actor_name,
        agent_name: row.get(9)?,
        team_name: row.get(18)?,
        changes: row.get::<_, Option<String>>(19)?.and_then(|json| RawValue::from_string(json).ok()),
        placement: read_placement(row, 20)?,
        message,
        detail: detail.and_then(|json| RawValue::from_string(json).ok()),
    }))
}

/// The name of a colleague or bot of another desk, which stands beside their words.
pub(super) fn former_name(actor: Actor, detail: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Detail {
        name: Option<String>,
    }
    let is_former = actor.id == 0 && matches!(actor.kind, ActorKind::Agent | ActorKind::Bot);
    is_former.then(|| serde_json::from_str::<Detail>(detail).ok()?.name).flatten()
}

/// Rows of the log in their order, up to where they end.
#[derive(Debug)]
pub struct Page {
    /// The rows.
    pub rows: Vec<LogRow>,
    /// Position up to which everything was read.
    pub reached: LogPosition,
}

/// Rows with a position above `after` and not above `until`, ascending: at most `limit`, and no more once their contents hold
/// `bytes`.
pub fn after_position(
    conn: &Connection,
    (after, until): (LogPosition, LogPosition),
    limit: usize,
    bytes: usize,
) -> rusqlite::Result<Page> {
    let mut statement = conn.prepare_cached(&format!(
        "{} WHERE e.log_position > ?1 AND e.log_position <= ?2 ORDER BY e.log_position LIMIT ?3",
        *COLUMNS
    ))?;
    let mut found = statement.query(params![after, until, limit as i64])?;
    let mut page = Page { rows: Vec::new(), reached: after };
    let (mut seen, mut held) = (0, 0);
    while held < bytes {
        let Some(row) = found.next()? else {
            // Fewer than asked for: there are no more.
            page.reached = if seen < limit { until } else { page.reached };
            break;
        };
        seen += 1;
        page.reached = row.get(0)?;
        let Some(row) = read(row)? else { continue };
        let content = row.message.as_ref().and_then(|message| message.content.as_ref());
        held += content.map_or(0, |content| content.get().len());
        page.rows.push(row);
    }
    Ok(page)
}

/// Which entries of a conversation are asked for; both bounds are exclusive.
#[derive(Debug, Clone, Copy, Default)]
pub struct Range {
    /// Only above this sequence.
    pub after: Option<i64>,
    /// Only below this sequence.
    pub before: Option<i64>,
}

/// A page of entries, ascending: nearest to `after` where given, else to `before`, else to the end; and whether entries
/// remain in the range.
pub fn page(
    conn: &Connection,
    id: ConversationId,
    range: Range,
    limit: usize,
) -> rusqlite::Result<(Vec<LogRow>, bool)> {
    let order = if range.after.is_some() { "ASC" } else { "DESC" };
    let mut rows: Vec<LogRow> = conn
        .prepare_cached(&format!(
            "{}
              WHERE e.conversation_id = ?1 AND e.sequence IS NOT NULL AND e.sequence > ?2 AND e.sequence < ?3
              ORDER BY e.sequence {order}
              LIMIT ?4",
            *COLUMNS
        ))?
        .query_map(
            params![id, range.after.unwrap_or(0), range.before.unwrap_or(i64::MAX), limit as i64 + 1],
            read,
        )?
        .filter_map(Result::transpose)
        .collect::<rusqlite::Result<_>>()?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    if range.after.is_none() {
        rows.reverse();
    }
    Ok((rows, more))
}

/// A page of entries that are no messages, newest first, below `before`; and whether there are more.
pub fn activity(
    conn: &Connection,
    id: ConversationId,
    before: Option<i64>,
    limit: usize,
) -> rusqlite::Result<(Vec<LogRow>, bool)> {
    let mut rows: Vec<LogRow> = conn
        .prepare_cached(&format!(
            "{}
              WHERE e.conversation_id = ?1 AND e.sequence IS NOT NULL AND e.sequence < ?2 AND e.kind <> ?3
              ORDER BY e.sequence DESC
              LIMIT ?4",
            *COLUMNS
        ))?
        .query_map(
            params![id, before.unwrap_or(i64::MAX), EventKind::Message as i64, limit as i64 + 1],
            read,
        )?
        .filter_map(Result::transpose)
        .collect::<rusqlite::Result<_>>()?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    Ok((rows, more))
}

/// The row at one position, if it is still there.
pub fn at_position(conn: &Connection, position: LogPosition) -> rusqlite::Result<Option<LogRow>> {
    let mut statement = conn.prepare_cached(&format!("{} WHERE e.log_position = ?1", *COLUMNS))?;
    let mut rows = statement.query([position])?;
    rows.next()?.map_or(Ok(None), read)
}
