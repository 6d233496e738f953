//! Drafts of agents, stored on the server so that they follow to another browser: SQL.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::list::Asker;
use crate::clock::Timestamp;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Writing;

/// Most drafts of one agent; the oldest make room.
pub const DRAFTS_MAX: usize = 500;

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its conversation.
    pub conversation: ConversationId,
    /// Whether it is a note for the team.
    pub note: bool,
    /// Its text.
    pub text: String,
    /// When it last changed.
    pub updated_at: Timestamp,
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        conversation: row.get(0)?,
        note: row.get(1)?,
        text: row.get(2)?,
        updated_at: Timestamp(row.get(3)?),
    })
}

/// The asker's drafts in conversations that they may read, newest first.
pub fn of_agent(conn: &Connection, asker: Asker) -> rusqlite::Result<Vec<Draft>> {
    let (within, scope) = asker.scope.sql("c");
    conn.prepare_cached(&format!(
        "SELECT d.conversation_id, d.note, d.text, d.updated_at
           FROM drafts d JOIN conversations c ON c.id = d.conversation_id
          WHERE d.agent_id = :agent AND {within}
          ORDER BY d.updated_at DESC, d.conversation_id, d.note
          LIMIT :limit"
    ))?
    .query_map(named_params! { ":agent": asker.agent, ":scope": scope, ":limit": DRAFTS_MAX as i64 }, draft)?
    .collect()
}

/// Drafts of everybody in one conversation.
pub fn of_conversation(conn: &Connection, id: ConversationId) -> rusqlite::Result<Vec<(AgentId, Draft)>> {
    conn.prepare_cached(
        "SELECT conversation_id, note, text, updated_at, agent_id FROM drafts
          WHERE conversation_id = ?1
          ORDER BY agent_id, note",
    )?
    .query_map([id], |row| Ok((row.get(4)?, draft(row)?)))?
    .collect()
}

/// One draft.
pub fn find(
    conn: &Connection,
    agent: AgentId,
    id: ConversationId,
    note: bool,
) -> rusqlite::Result<Option<Draft>> {
    conn.prepare_cached(
        "SELECT conversation_id, note, text, updated_at FROM drafts
          WHERE agent_id = ?1 AND conversation_id = ?2 AND note = ?3",
    )?
    .query_row(params![agent, id, note], draft)
    .optional()
}

/// Stores a draft in place of the one before.
pub fn keep(conn: &Writing, agent: AgentId, draft: &Draft) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO drafts (agent_id, conversation_id, note, text, updated_at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (agent_id, conversation_id, note)
             DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at",
        params![agent, draft.conversation, draft.note, draft.text, draft.updated_at.0],
    )?;
    conn.write(
        "DELETE FROM drafts
          WHERE agent_id = ?1
            AND (conversation_id, note) IN (SELECT conversation_id, note FROM drafts
                                             WHERE agent_id = ?1
                                             ORDER BY updated_at DESC, conversation_id, note
                                             LIMIT -1 OFFSET ?2)",
        params![agent, DRAFTS_MAX as i64],
    )
    .map(drop)
}

/// Removes a draft, if there is one.
pub fn remove(conn: &Writing, agent: AgentId, id: ConversationId, note: bool) -> rusqlite::Result<()> {
    conn.write(
        "DELETE FROM drafts WHERE agent_id = ?1 AND conversation_id = ?2 AND note = ?3",
        params![agent, id, note],
    )
    .map(drop)
}
