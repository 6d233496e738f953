//! Demo conversations, stored with an invented history: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::conversation::Conversation;
use super::store::{self, Origin};
use crate::clock::Timestamp;
use crate::events::{Actor, LogPosition};
use crate::ids::{ContactId, ConversationId};
use crate::storage::Writing;

/// Adds a conversation in its final state, without the time of the first answer: response times shown to customers are
/// measured on real conversations.
pub fn insert(
    conn: &Writing,
    past: &Conversation,
    opened_at: Timestamp,
    updated_at: Timestamp,
) -> rusqlite::Result<()> {
    store::insert(conn, past, ("web", Origin::Demo), opened_at)?;
    store::save(conn, past, None, Some(updated_at))
}

/// Names the newest message once its position is known.
pub fn set_last_message(
    conn: &Writing,
    id: ConversationId,
    position: Option<LogPosition>,
) -> rusqlite::Result<()> {
    conn.write("UPDATE conversations SET last_message = ?2 WHERE id = ?1", params![id, position]).map(drop)
}

/// Sets a member's first marks.
pub fn insert_marks(
    conn: &Writing,
    id: ConversationId,
    member: Actor,
    received: i64,
    read: i64,
    at_position: LogPosition,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO progress (conversation_id, member_id, member_kind, received, read, at_position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id, member.id, member.kind.number(), received, read, at_position],
    )
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
