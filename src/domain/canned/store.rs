//! Canned replies: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Reply;
use crate::clock::Timestamp;
use crate::ids::{AgentId, CannedReplyId};
use crate::storage::Writing;

/// A reply as stored.
#[derive(Debug, Clone)]
pub struct Canned {
    /// The id.
    pub id: CannedReplyId,
    /// Whose; `None` for the team's.
    pub agent: Option<AgentId>,
    /// What it says.
    pub reply: Reply,
    /// How often it was put into an answer.
    pub used: i64,
    /// When it last changed.
    pub updated_at: Timestamp,
}

const COLUMNS: &str = "SELECT id, agent_id, shortcut, title, text, used, updated_at FROM canned_replies";

fn canned(row: &Row<'_>) -> rusqlite::Result<Canned> {
    Ok(Canned {
        id: row.get(0)?,
        agent: row.get(1)?,
        reply: Reply { shortcut: row.get(2)?, title: row.get(3)?, text: row.get(4)? },
        used: row.get(5)?,
        updated_at: Timestamp(row.get(6)?),
    })
}

/// The team's and the agent's own, by shortcut.
pub fn for_agent(conn: &Connection, agent: AgentId) -> rusqlite::Result<Vec<Canned>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE agent_id IS NULL OR agent_id = ?1 ORDER BY shortcut, id"))?
        .query_map([agent], canned)?
        .collect()
}

/// One that the agent may use.
pub fn find(conn: &Connection, id: CannedReplyId, agent: AgentId) -> rusqlite::Result<Option<Canned>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1 AND (agent_id IS NULL OR agent_id = ?2)"))?
        .query_row(params![id, agent], canned)
        .optional()
}

/// One, whoever may use it.
pub fn any(conn: &Connection, id: CannedReplyId) -> rusqlite::Result<Option<Canned>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?.query_row([id], canned).optional()
}

/// Replies above `after`, by id.
pub fn after(conn: &Connection, after: i64, limit: usize) -> rusqlite::Result<Vec<Canned>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE id > ?1 ORDER BY id LIMIT ?2"))?
        .query_map(params![after, limit as i64], canned)?
        .collect()
}

/// Which reply of the same owner has this shortcut.
pub fn with_shortcut(
    conn: &Connection,
    agent: Option<AgentId>,
    shortcut: &str,
) -> rusqlite::Result<Option<CannedReplyId>> {
    conn.prepare_cached(
        "SELECT id FROM canned_replies WHERE COALESCE(agent_id, 0) = COALESCE(?1, 0) AND shortcut = ?2",
    )?
    .query_row(params![agent, shortcut], |row| row.get(0))
    .optional()
}

/// How many the owner has.
pub fn count(conn: &Connection, agent: Option<AgentId>) -> rusqlite::Result<usize> {
    conn.prepare_cached("SELECT COUNT(*) FROM canned_replies WHERE COALESCE(agent_id, 0) = COALESCE(?1, 0)")?
        .query_row(params![agent], |row| row.get::<_, i64>(0))
        .map(|count| count as usize)
}

/// Stores a reply, new or changed.
pub fn save(conn: &Writing, canned: &Canned) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO canned_replies (id, agent_id, shortcut, title, text, used, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE
             SET agent_id = excluded.agent_id, shortcut = excluded.shortcut, title = excluded.title,
                 text = excluded.text, used = excluded.used, updated_at = excluded.updated_at",
        params![
            canned.id,
            canned.agent,
            canned.reply.shortcut,
            canned.reply.title,
            canned.reply.text,
            canned.used,
            canned.updated_at.0,
        ],
    )
    .map(drop)
}

/// Removes a reply.
pub fn remove(conn: &Writing, id: CannedReplyId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM canned_replies WHERE id = ?1", params![id]).map(drop)
}
