//! Conversations that are stored as they stand, with a past they did not live through here: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::state::State;
use crate::clock::Timestamp;
use crate::events::{Actor, LogPosition};
use crate::ids::{AgentId, ContactId, ConversationId, VisitorId};

/// A whole head.
#[derive(Debug)]
pub struct Past {
    /// Its id.
    pub id: ConversationId,
    /// The customer.
    pub contact: ContactId,
    /// The visitor who began it.
    pub visitor: VisitorId,
    /// Where it stands.
    pub state: State,
    /// The agent it is with.
    pub agent: Option<AgentId>,
    /// The newest entry's sequence.
    pub last_sequence: i64,
    /// When it began.
    pub opened_at: Timestamp,
    /// When the newest entry was made.
    pub updated_at: Timestamp,
    /// Since when the customer waits for an answer.
    pub waiting_since: Option<Timestamp>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// Until when it is put off.
    pub snoozed_until: Option<Timestamp>,
}

/// Adds a conversation as it stands. When it was first answered stays open: times that customers are promised are
/// measured by real ones.
pub fn insert(conn: &Connection, past: &Past) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO conversations (id, contact_id, visitor_id, channel, state, agent_id, last_sequence, opened_at,
                                    updated_at, waiting_since, closed_at, snoozed_until)
         VALUES (?1, ?2, ?3, 'web', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        past.id,
        past.contact,
        past.visitor,
        past.state as i64,
        past.agent,
        past.last_sequence,
        past.opened_at.0,
        past.updated_at.0,
        past.waiting_since.map(|at| at.0),
        past.closed_at.map(|at| at.0),
        past.snoozed_until.map(|at| at.0),
    ])
    .map(drop)
}

/// Names the newest message once its position is known.
pub fn set_last_message(
    conn: &Connection,
    id: ConversationId,
    position: Option<LogPosition>,
) -> rusqlite::Result<()> {
    conn.prepare_cached("UPDATE conversations SET last_message = ?2 WHERE id = ?1")?
        .execute(params![id, position])
        .map(drop)
}

/// Sets a member's first marks.
pub fn insert_marks(
    conn: &Connection,
    id: ConversationId,
    member: Actor,
    received: i64,
    read: i64,
    at_position: LogPosition,
) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO progress (conversation_id, member_id, member_kind, received, read, at_position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![id, member.id, member.kind.number(), received, read, at_position])
    .map(drop)
}

/// How many entries all conversations of a contact hold.
pub fn entries_of(conn: &Connection, contact: ContactId) -> rusqlite::Result<usize> {
    let count: Option<i64> = conn
        .prepare_cached("SELECT SUM(last_sequence) FROM conversations WHERE contact_id = ?1")?
        .query_row([contact], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(usize::try_from(count.unwrap_or(0)).unwrap_or(0))
}
