//! Invitations of colleagues: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::agent::Role;
use crate::clock::Timestamp;
use crate::ids::{AgentId, InvitationId};
use crate::storage::Writing;

/// An invitation, without the token of its link.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The id, by which it is taken back.
    pub id: InvitationId,
    /// E-mail address, as entered.
    pub email: String,
    /// Name of the colleague until they choose another; may be empty.
    pub name: String,
    /// Role of the colleague.
    pub role: Role,
    /// The agent who invited.
    pub invited_by: AgentId,
    /// When it was made.
    pub created_at: Timestamp,
    /// When the link expires.
    pub expires_at: Timestamp,
}

const COLUMNS: &str = "id, email, name, role, invited_by, created_at, expires_at";

fn read(row: &Row<'_>) -> rusqlite::Result<Invitation> {
    Ok(Invitation {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        role: Role::from_name(&row.get::<_, String>(3)?).unwrap_or(Role::Agent),
        invited_by: row.get(4)?,
        created_at: Timestamp(row.get(5)?),
        expires_at: Timestamp(row.get(6)?),
    })
}

/// Stores an invitation in place of an earlier one for the same e-mail, whose link stops working.
pub fn insert(
    conn: &Writing,
    invitation: &Invitation,
    email_key: &str,
    digest: &[u8; 32],
) -> rusqlite::Result<()> {
    conn.write("DELETE FROM invitations WHERE email_key = ?1", params![email_key])?;
    conn.write(
        "INSERT INTO invitations (id, email, email_key, name, role, token_digest, invited_by, created_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            invitation.id,
            invitation.email,
            email_key,
            invitation.name,
            invitation.role.name(),
            digest.as_slice(),
            invitation.invited_by,
            invitation.created_at.0,
            invitation.expires_at.0,
        ],
    )
    .map(drop)
}

/// Invitations whose links still work, newest first, at most `limit`.
pub fn open(conn: &Connection, now: Timestamp, limit: usize) -> rusqlite::Result<Vec<Invitation>> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM invitations WHERE expires_at > ?1 ORDER BY id DESC LIMIT ?2"
    ))?
    .query_map(params![now.0, limit as i64], read)?
    .collect()
}

/// How many links still work, one for `but` not counted.
pub fn open_count(conn: &Connection, now: Timestamp, but: &str) -> rusqlite::Result<i64> {
    conn.prepare_cached("SELECT count(*) FROM invitations WHERE expires_at > ?1 AND email_key <> ?2")?
        .query_row(params![now.0, but], |row| row.get(0))
}

/// The invitation behind a link that still works.
pub fn find(conn: &Connection, digest: &[u8; 32], now: Timestamp) -> rusqlite::Result<Option<Invitation>> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM invitations WHERE token_digest = ?1 AND expires_at > ?2"
    ))?
    .query_row(params![digest.as_slice(), now.0], read)
    .optional()
}

/// Takes an invitation back, or uses it up; whether it was there.
pub fn remove(conn: &Writing, id: InvitationId) -> rusqlite::Result<bool> {
    conn.write("DELETE FROM invitations WHERE id = ?1", params![id]).map(|count| count > 0)
}

/// Forgets invitations whose links stopped working before `now`, at most `limit`; how many went.
pub fn prune(conn: &Writing, now: Timestamp, limit: usize) -> rusqlite::Result<usize> {
    conn.write(
        "DELETE FROM invitations WHERE id IN (SELECT id FROM invitations WHERE expires_at <= ?1 ORDER BY id LIMIT ?2)",
        params![now.0, limit as i64],
    )
}
