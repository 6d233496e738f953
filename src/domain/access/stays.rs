//! Agents who are there, as a crash leaves them: SQL.

use rusqlite::{Connection, params};

use super::presence::There;
use crate::ids::AgentId;
use crate::storage::Writing;

/// Everybody who was there.
pub fn all(conn: &Connection) -> rusqlite::Result<Vec<(AgentId, There)>> {
    conn.prepare_cached("SELECT agent_id, since, seen_at FROM agent_stays ORDER BY agent_id")?
        .query_map([], |row| {
            let there = There {
                since: crate::clock::Timestamp(row.get(1)?),
                last_seen: crate::clock::Timestamp(row.get(2)?),
            };
            Ok((row.get(0)?, there))
        })?
        .collect()
}

/// Stores that an agent is there, and when they were seen.
pub fn keep(conn: &Writing, agent: AgentId, there: There) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO agent_stays (agent_id, since, seen_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (agent_id) DO UPDATE SET since = excluded.since, seen_at = excluded.seen_at",
        params![agent, there.since.0, there.last_seen.0],
    )
    .map(drop)
}

/// Forgets an agent who is gone.
pub fn end(conn: &Writing, agent: AgentId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM agent_stays WHERE agent_id = ?1", params![agent]).map(drop)
}
