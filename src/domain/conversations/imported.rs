//! Conversations that were held at another desk: SQL.

use rusqlite::{Connection, params};

use super::conversation::Conversation;
use super::store::{self, Origin};
use crate::clock::Timestamp;
use crate::events::LogPosition;
use crate::ids::ConversationId;
use crate::storage::Writing;

/// Adds one that was just opened, at a time of its own.
pub fn insert(
    conn: &Writing,
    conversation: &Conversation,
    channel: &str,
    opened_at: Timestamp,
) -> rusqlite::Result<()> {
    store::insert(conn, conversation, (channel, Origin::Imported), opened_at)
}

/// Writes one back after entries were added; it never becomes older than it was.
pub fn save(
    conn: &Writing,
    conversation: &Conversation,
    last_message: Option<LogPosition>,
    said_at: Option<Timestamp>,
) -> rusqlite::Result<()> {
    let before: i64 = conn
        .prepare_cached("SELECT updated_at FROM conversations WHERE id = ?1")?
        .query_row([conversation.id()], |row| row.get(0))?;
    store::save(conn, conversation, last_message, said_at.map(|at| Timestamp(at.0.max(before))))
}

/// Whether anything happened in it here.
pub fn is_touched(conn: &Connection, id: ConversationId) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM event_log
                         WHERE conversation_id = ?1 AND sequence IS NOT NULL AND imported = 0)",
    )?
    .query_row(params![id], |row| row.get(0))
}
