//! Agents, signed-in browsers and API tokens: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::agent::{Agent, Availability, Role, Standing};
use super::roles::RoleDescription;
use crate::clock::Timestamp;
use crate::events::LogPosition;
use crate::ids::{AgentId, AgentSessionId, ApiTokenId, TeamId};
use crate::storage::Writing;

const AGENT: &str = "id, email, name, role, active, availability, capacity, locale, theme, rights_position, created_at, \
                     picture, role_id, languages, \
                     (SELECT json_array(name, rights, reading) FROM roles WHERE roles.id = agents.role_id), \
                     (SELECT json_group_array(json_array(team_id, slot)) \
                        FROM (SELECT team_id, slot FROM team_members JOIN teams ON teams.id = team_id \
                               WHERE agent_id = agents.id ORDER BY team_id)), \
                     (SELECT json_group_array(skill) \
                        FROM (SELECT skill FROM agent_skills WHERE agent_id = agents.id ORDER BY skill))";

fn agent(row: &Row<'_>) -> rusqlite::Result<Agent> {
    let role = Role::from_name(&row.get::<_, String>(3)?).unwrap_or(Role::Agent);
    let own: Option<String> = row.get(14)?;
    let own = own.and_then(|row| serde_json::from_str(&row).ok());
    let teams: Vec<(i64, i64)> = serde_json::from_str(&row.get::<_, String>(15)?).unwrap_or_default();
    let standing = Standing {
        role: RoleDescription::of_agent(role, row.get(12)?, own),
        teams: teams.into_iter().map(|(id, slot)| (TeamId(id), slot)).collect(),
        languages: serde_json::from_str(&row.get::<_, String>(13)?).unwrap_or_default(),
        skills: serde_json::from_str(&row.get::<_, String>(16)?).unwrap_or_default(),
    };
    Ok(Agent {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        role,
        standing,
        active: row.get(4)?,
        availability: Availability::from_number(row.get(5)?),
        capacity: row.get(6)?,
        locale: row.get(7)?,
        theme: row.get(8)?,
        rights_position: row.get(9)?,
        created_at: Timestamp(row.get(10)?),
        picture: row.get(11)?,
    })
}

/// One agent.
pub fn find(conn: &Connection, id: AgentId) -> rusqlite::Result<Option<Agent>> {
    conn.prepare_cached(&format!("SELECT {AGENT} FROM agents WHERE id = ?1"))?
        .query_row([id], agent)
        .optional()
}

/// The agent with this e-mail key, and the password's hash.
pub fn find_by_email(conn: &Connection, email_key: &str) -> rusqlite::Result<Option<(Agent, String)>> {
    conn.prepare_cached(&format!("SELECT {AGENT}, password_hash FROM agents WHERE email_key = ?1"))?
        .query_row([email_key], |row| Ok((agent(row)?, row.get("password_hash")?)))
        .optional()
}

/// At most `limit` agents after `after`, by id, which is the order they were added in.
pub fn list(conn: &Connection, after: i64, limit: usize) -> rusqlite::Result<Vec<Agent>> {
    conn.prepare_cached(&format!("SELECT {AGENT} FROM agents WHERE id > ?1 ORDER BY id LIMIT ?2"))?
        .query_map(params![after, limit as i64], agent)?
        .collect()
}

/// Agents who have a seat and are online.
pub fn online(conn: &Connection) -> rusqlite::Result<Vec<AgentId>> {
    conn.prepare_cached("SELECT id FROM agents WHERE active = 1 AND availability = ?1 ORDER BY id")?
        .query_map([Availability::Online as i64], |row| row.get(0))?
        .collect()
}

/// How many seats are in use.
pub fn active_count(conn: &Connection) -> rusqlite::Result<i64> {
    conn.prepare_cached("SELECT COUNT(*) FROM agents WHERE active = 1")?.query_row([], |row| row.get(0))
}

/// How many active owners there are.
pub fn owner_count(conn: &Connection) -> rusqlite::Result<i64> {
    conn.prepare_cached("SELECT COUNT(*) FROM agents WHERE active = 1 AND role = ?1")?
        .query_row([Role::Owner.name()], |row| row.get(0))
}

/// Adds an agent, active and online.
pub fn insert(conn: &Writing, agent: &Agent, email_key: &str, password_hash: &str) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO agents (id, email, email_key, name, role, password_hash, active, availability, capacity, locale,
                             theme, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            agent.id,
            agent.email,
            email_key,
            agent.name,
            agent.role.name(),
            password_hash,
            agent.active,
            agent.availability as i64,
            agent.capacity,
            agent.locale,
            agent.theme,
            agent.created_at.0,
        ],
    )
    .map(drop)
}

/// Writes back what can change about an agent.
pub fn update(conn: &Writing, agent: &Agent) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE agents
            SET name = ?2, role = ?3, active = ?4, availability = ?5, capacity = ?6, locale = ?7, theme = ?8,
                picture = ?9, role_id = ?10, languages = ?11
          WHERE id = ?1",
        params![
            agent.id,
            agent.name,
            agent.role.name(),
            agent.active,
            agent.availability as i64,
            agent.capacity,
            agent.locale,
            agent.theme,
            agent.picture,
            agent.standing.role.stored_id(),
            serde_json::json!(agent.standing.languages).to_string(),
        ],
    )
    .map(drop)
}

/// Replaces what an agent knows.
pub fn set_skills(conn: &Writing, id: AgentId, skills: &[String]) -> rusqlite::Result<()> {
    conn.write("DELETE FROM agent_skills WHERE agent_id = ?1", params![id])?;
    for skill in skills {
        conn.write(
            "INSERT OR IGNORE INTO agent_skills (agent_id, skill) VALUES (?1, ?2)",
            params![id, skill],
        )?;
    }
    Ok(())
}

/// Sets the password's hash.
pub fn set_password(conn: &Writing, id: AgentId, password_hash: &str) -> rusqlite::Result<()> {
    conn.write("UPDATE agents SET password_hash = ?2 WHERE id = ?1", params![id, password_hash]).map(drop)
}

/// The password's hash.
pub fn password_hash(conn: &Connection, id: AgentId) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT password_hash FROM agents WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()
}

/// Sets the address to sign in with.
pub fn set_email(conn: &Writing, id: AgentId, email: &str, email_key: &str) -> rusqlite::Result<()> {
    conn.write("UPDATE agents SET email = ?2, email_key = ?3 WHERE id = ?1", params![id, email, email_key])
        .map(drop)
}

/// An agent's own settings, as JSON.
pub fn preferences(conn: &Connection, id: AgentId) -> rusqlite::Result<String> {
    conn.prepare_cached("SELECT preferences FROM agents WHERE id = ?1")?.query_row([id], |row| row.get(0))
}

/// Stores an agent's own settings.
pub fn set_preferences(conn: &Writing, id: AgentId, preferences: &str) -> rusqlite::Result<()> {
    conn.write("UPDATE agents SET preferences = ?2 WHERE id = ?1", params![id, preferences]).map(drop)
}

/// Stores the log position of the last change of an agent's rights.
pub fn set_rights_position(conn: &Writing, id: AgentId, position: LogPosition) -> rusqlite::Result<()> {
    conn.write("UPDATE agents SET rights_position = ?2 WHERE id = ?1", params![id, position]).map(drop)
}

/// The same for all agents.
pub fn set_rights_positions(conn: &Writing, position: LogPosition) -> rusqlite::Result<()> {
    conn.write("UPDATE agents SET rights_position = ?1", params![position]).map(drop)
}

/// The active agent behind a cookie that has neither expired nor been idle since `idle_since`; also when it was last
/// seen.
pub fn find_session(
    conn: &Connection,
    digest: &[u8; 32],
    now: Timestamp,
    idle_since: Timestamp,
) -> rusqlite::Result<Option<(AgentSessionId, Agent, Timestamp)>> {
    let found: Option<(AgentSessionId, AgentId, i64)> = conn
        .prepare_cached(
            "SELECT id, agent_id, last_seen_at FROM agent_sessions
              WHERE token_digest = ?1 AND expires_at > ?2 AND last_seen_at > ?3",
        )?
        .query_row(params![digest.as_slice(), now.0, idle_since.0], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let Some((session, id, seen)) = found else { return Ok(None) };
    Ok(find(conn, id)?.filter(|agent| agent.active).map(|agent| (session, agent, Timestamp(seen))))
}

/// Removes one signed-in browser; whether it was there.
pub fn remove_session(conn: &Writing, id: AgentSessionId) -> rusqlite::Result<bool> {
    conn.write("DELETE FROM agent_sessions WHERE id = ?1", params![id]).map(|count| count > 0)
}

/// Removes all signed-in browsers of an agent and names them.
pub fn remove_sessions(conn: &Writing, agent: AgentId) -> rusqlite::Result<Vec<i64>> {
    conn.returning("DELETE FROM agent_sessions WHERE agent_id = ?1 RETURNING id", params![agent], |row| {
        row.get(0)
    })
}

/// Removes browsers whose time is over, at most `limit`.
pub fn prune_sessions(
    conn: &Writing,
    now: Timestamp,
    idle_since: Timestamp,
    limit: usize,
) -> rusqlite::Result<usize> {
    conn.write(
        "DELETE FROM agent_sessions
          WHERE id IN (SELECT id FROM agent_sessions WHERE expires_at <= ?1 OR last_seen_at <= ?2 ORDER BY id LIMIT ?3)",
        params![now.0, idle_since.0, limit as i64],
    )
}

/// An API token, without the token.
#[derive(Debug, Clone)]
pub struct ApiToken {
    /// The id, by which it is revoked.
    pub id: ApiTokenId,
    /// The agent whose rights it carries.
    pub agent: AgentId,
    /// Its name.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it expires.
    pub expires_at: Timestamp,
    /// When it was last used, about.
    pub last_used_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// Stores a new token.
pub fn insert_token(conn: &Writing, token: &ApiToken, digest: &[u8; 32]) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO api_tokens (id, agent_id, name, token_digest, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            token.id,
            token.agent,
            token.name,
            digest.as_slice(),
            token.created_at.0,
            token.expires_at.0
        ],
    )
    .map(drop)
}

/// All tokens, oldest first.
pub fn list_tokens(conn: &Connection) -> rusqlite::Result<Vec<ApiToken>> {
    conn.prepare_cached(
        "SELECT id, agent_id, name, created_at, expires_at, last_used_at, revoked_at FROM api_tokens ORDER BY id",
    )?
    .query_map([], |row| {
        Ok(ApiToken {
            id: row.get(0)?,
            agent: row.get(1)?,
            name: row.get(2)?,
            created_at: Timestamp(row.get(3)?),
            expires_at: Timestamp(row.get(4)?),
            last_used_at: row.get::<_, Option<i64>>(5)?.map(Timestamp),
            revoked_at: row.get::<_, Option<i64>>(6)?.map(Timestamp),
        })
    })?
    .collect()
}

/// Revokes a token; whether it held until now.
pub fn revoke_token(conn: &Writing, id: ApiTokenId, now: Timestamp) -> rusqlite::Result<bool> {
    conn.write(
        "UPDATE api_tokens SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL",
        params![id, now.0],
    )
    .map(|count| count > 0)
}

/// Revokes every token of an agent.
pub fn revoke_tokens(conn: &Writing, agent: AgentId, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE api_tokens SET revoked_at = ?2 WHERE agent_id = ?1 AND revoked_at IS NULL",
        params![agent, now.0],
    )
    .map(drop)
}

/// How many tokens of an agent hold.
pub fn token_count(conn: &Connection, agent: AgentId, now: Timestamp) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "SELECT COUNT(*) FROM api_tokens WHERE agent_id = ?1 AND revoked_at IS NULL AND expires_at > ?2",
    )?
    .query_row(params![agent, now.0], |row| row.get(0))
}

/// The agent whose rights a token carries.
pub fn holder_of_token(conn: &Connection, id: ApiTokenId) -> rusqlite::Result<Option<Agent>> {
    let holder: Option<AgentId> = conn
        .prepare_cached("SELECT agent_id FROM api_tokens WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    holder.map_or(Ok(None), |id| find(conn, id))
}

/// Notes that a token was used.
pub fn touch_token(conn: &Writing, id: ApiTokenId, now: Timestamp) -> rusqlite::Result<()> {
    conn.write("UPDATE api_tokens SET last_used_at = ?2 WHERE id = ?1", params![id, now.0]).map(drop)
}

/// The active agent behind an API token that was not revoked and has not expired; also when it was last used.
pub fn find_token(
    conn: &Connection,
    digest: &[u8; 32],
    now: Timestamp,
) -> rusqlite::Result<Option<(ApiTokenId, Agent, Option<Timestamp>)>> {
    let found: Option<(ApiTokenId, AgentId, Option<i64>)> = conn
        .prepare_cached(
            "SELECT id, agent_id, last_used_at FROM api_tokens
              WHERE token_digest = ?1 AND revoked_at IS NULL AND expires_at > ?2",
        )?
        .query_row(params![digest.as_slice(), now.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((token, id, used)) = found else { return Ok(None) };
    Ok(find(conn, id)?.filter(|agent| agent.active).map(|agent| (token, agent, used.map(Timestamp))))
}

/// Whether the credential (a signed-in browser or an API token) of an agent still holds.
pub fn credential_holds(
    conn: &Connection,
    agent: AgentId,
    credential: i64,
    now: Timestamp,
) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM agent_sessions WHERE id = ?1 AND agent_id = ?2 AND expires_at > ?3)
             OR EXISTS (SELECT 1 FROM api_tokens
                         WHERE id = ?1 AND agent_id = ?2 AND revoked_at IS NULL AND expires_at > ?3)",
    )?
    .query_row(params![credential, agent, now.0], |row| row.get(0))
}
