//! The queue of the bot: which conversations have words that it did not deal with, and when it is their turn. Columns of the
//! conversation, so that what leaves the bot leaves the queue in the same statement. SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::conversation::Conversation;
use super::state::State;
use crate::clock::Timestamp;
use crate::events::{ActorKind, EventKind};
use crate::ids::ConversationId;
use crate::storage::Writing;

/// A conversation whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The conversation.
    pub id: ConversationId,
    /// The first word that is not dealt with.
    pub from: i64,
    /// How often that was tried.
    pub tries: u32,
    /// When it is its turn.
    pub due_at: Timestamp,
}

/// Keeps the queue as the conversation stands: what the bot does not answer is not in it, and what waits for the bot is.
pub(super) fn keep(
    conn: &Writing,
    conversation: &Conversation,
    now: Option<Timestamp>,
) -> rusqlite::Result<()> {
    let id = conversation.id();
    if conversation.state() != State::Bot {
        return conn
            .write(
                "UPDATE conversations SET bot_from = NULL, bot_due_at = NULL, bot_tries = 0
                  WHERE id = ?1 AND bot_due_at IS NOT NULL",
                params![id],
            )
            .map(drop);
    }
    let (Some(since), Some(now)) = (conversation.asked_since(), now) else { return Ok(()) };
    conn.write(
        "UPDATE conversations
            SET bot_due_at = ?2, bot_tries = 0,
                bot_from = COALESCE((SELECT MIN(sequence) FROM event_log
                                      WHERE conversation_id = ?1 AND sequence > 0 AND kind = ?4
                                        AND actor_kind = ?5 AND at >= ?3), last_sequence)
          WHERE id = ?1 AND bot_due_at IS NULL",
        params![id, now.0, since.0, EventKind::Message as i64, ActorKind::Visitor.number()],
    )
    .map(drop)
}

/// A word for the bot: it is its turn `settle_ms` after it, but no later than `most_ms` after the first one.
pub fn put(
    conn: &Writing,
    id: ConversationId,
    sequence: i64,
    now: Timestamp,
    (settle_ms, most_ms): (i64, i64),
) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE conversations
            SET bot_from = COALESCE(bot_from, ?2),
                bot_due_at = MAX(?3, MIN(?3 + ?4,
                    COALESCE((SELECT at FROM event_log
                               WHERE conversation_id = ?1 AND sequence = COALESCE(bot_from, ?2)), ?3) + ?5))
          WHERE id = ?1 AND state = ?6",
        params![id, sequence, now.0, settle_ms, most_ms, State::Bot as i64],
    )
    .map(drop)
}

/// Everything is dealt with.
pub fn clear(conn: &Writing, id: ConversationId) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE conversations SET bot_from = NULL, bot_due_at = NULL, bot_tries = 0 WHERE id = ?1",
        params![id],
    )
    .map(drop)
}

/// The words from `from` on are still to be dealt with, at `due`.
pub fn again(
    conn: &Writing,
    id: ConversationId,
    (from, tries): (i64, u32),
    due: Timestamp,
) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE conversations SET bot_from = ?2, bot_tries = ?3, bot_due_at = ?4 WHERE id = ?1 AND state = ?5",
        params![id, from, tries, due.0, State::Bot as i64],
    )
    .map(drop)
}

fn due(row: &Row<'_>) -> rusqlite::Result<Due> {
    Ok(Due { id: row.get(0)?, from: row.get(1)?, tries: row.get(2)?, due_at: Timestamp(row.get(3)?) })
}

/// Those that are due at `now`, longest first.
pub fn due_now(conn: &Connection, now: Timestamp, limit: usize) -> rusqlite::Result<Vec<Due>> {
    conn.prepare_cached(
        "SELECT id, bot_from, bot_tries, bot_due_at FROM conversations INDEXED BY conversations_by_bot_due
          WHERE bot_due_at IS NOT NULL AND bot_due_at <= ?1
          ORDER BY bot_due_at
          LIMIT ?2",
    )?
    .query_map(params![now.0, limit as i64], due)?
    .collect()
}

/// The place of a conversation in the queue.
pub fn find(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Due>> {
    conn.prepare_cached(
        "SELECT id, bot_from, bot_tries, bot_due_at FROM conversations WHERE id = ?1 AND bot_due_at IS NOT NULL",
    )?
    .query_row([id], due)
    .optional()
}

/// When the next one is due.
pub fn next_due(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached(
        "SELECT MIN(bot_due_at) FROM conversations INDEXED BY conversations_by_bot_due
          WHERE bot_due_at IS NOT NULL",
    )?
    .query_row([], |row| row.get::<_, Option<i64>>(0))
    .map(|at| at.map(Timestamp))
}

/// Conversations with the bot in which nothing happened since `before` and nothing is unanswered, and when the next one is.
pub fn quiet(conn: &Connection, before: Timestamp, limit: usize) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached(
        "SELECT id FROM conversations INDEXED BY conversations_with_bot
          WHERE state = 1 AND updated_at <= ?1 AND bot_due_at IS NULL AND last_message IS NOT NULL
          ORDER BY updated_at
          LIMIT ?2",
    )?
    .query_map(params![before.0, limit as i64], |row| row.get(0))?
    .collect()
}

/// When the conversation with the bot that is quiet the longest last changed.
pub fn quiet_since(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached(
        "SELECT MIN(updated_at) FROM conversations INDEXED BY conversations_with_bot
          WHERE state = 1 AND bot_due_at IS NULL AND last_message IS NOT NULL",
    )?
    .query_row([], |row| row.get::<_, Option<i64>>(0))
    .map(|at| at.map(Timestamp))
}
