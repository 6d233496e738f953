//! Signed-in browsers as their agent sees them: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use crate::clock::Timestamp;
use crate::ids::{AgentId, AgentSessionId};
use crate::storage::Writing;

/// Browsers shown at most.
const SHOWN: usize = 200;
/// What is kept of a browser's own description, in characters.
const USER_AGENT_CHARS: usize = 300;

/// User agent and address of a browser.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// User agent.
    pub user_agent: Option<String>,
    /// Client address.
    pub address: Option<String>,
}

impl Browser {
    /// Shortens the user agent.
    #[must_use]
    pub fn new(user_agent: Option<&str>, address: String) -> Self {
        let user_agent = user_agent
            .map(|text| text.chars().filter(|c| !c.is_control()).take(USER_AGENT_CHARS).collect::<String>());
        Self { user_agent: user_agent.filter(|text| !text.is_empty()), address: Some(address) }
    }
}

/// A signed-in browser.
#[derive(Debug)]
pub struct Session {
    /// The id, by which it is signed out.
    pub id: AgentSessionId,
    /// User agent.
    pub user_agent: Option<String>,
    /// Client address of the last use.
    pub address: Option<String>,
    /// When it signed in.
    pub created_at: Timestamp,
    /// When it was last used, about.
    pub last_seen_at: Timestamp,
}

/// Signs a browser in.
pub fn insert(
    conn: &Writing,
    id: AgentSessionId,
    agent: AgentId,
    digest: &[u8; 32],
    browser: &Browser,
    now: Timestamp,
    expires_at: Timestamp,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO agent_sessions (id, agent_id, token_digest, user_agent, address, created_at, last_seen_at,
                                     expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)",
        params![
            id,
            agent,
            digest.as_slice(),
            browser.user_agent,
            browser.address,
            now.0,
            expires_at.0
        ],
    )
    .map(drop)
}

/// The browser behind a cookie, whoever's it is.
pub fn find(conn: &Connection, digest: &[u8; 32]) -> rusqlite::Result<Option<AgentSessionId>> {
    conn.prepare_cached("SELECT id FROM agent_sessions WHERE token_digest = ?1")?
        .query_row([digest.as_slice()], |row| row.get(0))
        .optional()
}

/// When a browser signed in.
pub fn created_at(conn: &Connection, id: AgentSessionId) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached("SELECT created_at FROM agent_sessions WHERE id = ?1")?
        .query_row([id], |row| row.get(0).map(Timestamp))
        .optional()
}

/// Browsers of an agent whose time is not over, the one used last first.
pub fn of_agent(conn: &Connection, agent: AgentId, now: Timestamp) -> rusqlite::Result<Vec<Session>> {
    conn.prepare_cached(
        "SELECT id, user_agent, address, created_at, last_seen_at
           FROM agent_sessions
          WHERE agent_id = ?1 AND expires_at > ?2
          ORDER BY last_seen_at DESC, id DESC
          LIMIT ?3",
    )?
    .query_map(params![agent, now.0, SHOWN as i64], |row| {
        Ok(Session {
            id: row.get(0)?,
            user_agent: row.get(1)?,
            address: row.get(2)?,
            created_at: Timestamp(row.get(3)?),
            last_seen_at: Timestamp(row.get(4)?),
        })
    })?
    .collect()
}

/// Whether the browser is this agent's.
pub fn belongs(conn: &Connection, id: AgentSessionId, agent: AgentId) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM agent_sessions WHERE id = ?1 AND agent_id = ?2)")?
        .query_row(params![id, agent], |row| row.get(0))
}

/// Removes all signed-in browsers of an agent but `keep`, and names them.
pub fn remove_others(
    conn: &Writing,
    agent: AgentId,
    keep: Option<AgentSessionId>,
) -> rusqlite::Result<Vec<i64>> {
    conn.returning(
        "DELETE FROM agent_sessions WHERE agent_id = ?1 AND id IS NOT ?2 RETURNING id",
        params![agent, keep],
        |row| row.get(0),
    )
}

/// Notes that a browser was used, and from where.
pub fn touch(conn: &Writing, id: AgentSessionId, address: &str, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE agent_sessions SET last_seen_at = ?2, address = ?3 WHERE id = ?1",
        params![id, now.0, address],
    )
    .map(drop)
}
