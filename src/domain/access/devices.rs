//! Browsers in which somebody signed in before: SQL. Each holds a token that opens nothing; it only shows that its holder
//! was let in once, so that a stranger's tries are not counted against them.

use rusqlite::{Connection, OptionalExtension, params};
use subtle::{Choice, ConstantTimeEq};

use crate::clock::Timestamp;
use crate::ids::AgentId;
use crate::storage::Writing;

/// Browsers remembered of one agent, those used last.
const KEPT: i64 = 20;

/// Whether a browser with this token signed in as whoever has the e-mail key.
pub fn is_known(conn: &Connection, email_key: &str, digest: &[u8; 32]) -> rusqlite::Result<bool> {
    let mut known = conn.prepare_cached(
        "SELECT token_digest FROM agent_devices WHERE agent_id = (SELECT id FROM agents WHERE email_key = ?1)",
    )?;
    let mut found = Choice::from(0);
    for stored in known.query_map([email_key], |row| row.get::<_, Vec<u8>>(0))? {
        found |= stored?.as_slice().ct_eq(digest);
    }
    Ok(found.into())
}

/// Whether the token was given out by this desk and still counts for somebody.
pub fn is_anybodys(conn: &Connection, digest: &[u8; 32]) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM agent_devices WHERE token_digest = ?1 LIMIT 1")?
        .query_row([digest.as_slice()], |_| Ok(()))
        .optional()
        .map(|found| found.is_some())
}

/// Remembers that the agent signed in with this browser.
pub fn remember(conn: &Writing, agent: AgentId, digest: &[u8; 32], now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO agent_devices (agent_id, token_digest, last_used_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (agent_id, token_digest) DO UPDATE SET last_used_at = excluded.last_used_at",
        params![agent, digest.as_slice(), now.0],
    )?;
    conn.write(
        "DELETE FROM agent_devices
          WHERE agent_id = ?1
            AND id NOT IN (SELECT id FROM agent_devices WHERE agent_id = ?1 ORDER BY last_used_at DESC, id DESC LIMIT ?2)",
        params![agent, KEPT],
    )
    .map(drop)
}

/// Forgets an agent's browsers but `keep`.
pub fn forget(conn: &Writing, agent: AgentId, keep: Option<&[u8; 32]>) -> rusqlite::Result<()> {
    conn.write(
        "DELETE FROM agent_devices WHERE agent_id = ?1 AND token_digest IS NOT ?2",
        params![agent, keep.map(<[u8; 32]>::as_slice)],
    )
    .map(drop)
}
