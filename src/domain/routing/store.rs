//! The queue, what was missed, and what agents did lately: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::Team;
use super::settings::Settings;
use crate::clock::Timestamp;
use crate::events::{LogPosition, Priority};
use crate::ids::{AgentId, ContactId, ConversationId, TeamId};
use crate::storage::Writing;

/// Assignments of a team that are remembered.
const PACES_KEPT: i64 = 20;
/// The number that stands for everybody's team.
const EVERYBODY: Team = 0;

/// A row of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// The conversation.
    pub conversation: ConversationId,
    /// The customer.
    pub contact: ContactId,
    /// The team it waits for; `None` for everybody.
    pub team: Option<TeamId>,
    /// Its priority.
    pub priority: Priority,
    /// Since when it waits.
    pub since: Timestamp,
    /// How much earlier it counts.
    pub head_start_ms: i64,
}

/// The settings and their version; 0 where they were never changed.
pub fn settings(conn: &Connection) -> rusqlite::Result<(Settings, LogPosition)> {
    let stored = conn
        .prepare_cached("SELECT document, version FROM routing_settings")?
        .query_row([], |row| Ok((Settings::read(&row.get::<_, String>(0)?), row.get(1)?)))
        .optional()?;
    Ok(stored.unwrap_or_default())
}

/// Replaces the settings, and gives everything that waits its place by them.
pub fn set_settings(conn: &Writing, settings: &Settings, version: LogPosition) -> rusqlite::Result<()> {
    let document = serde_json::to_string(settings)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    conn.write(
        "INSERT INTO routing_settings (id, document, version) VALUES (1, ?1, ?2)
             ON CONFLICT (id) DO UPDATE SET document = excluded.document, version = excluded.version",
        params![document, version],
    )?;
    for priority in Priority::ALL {
        conn.write(
            "UPDATE routing_queue SET key = since - ?2 WHERE priority = ?1",
            params![priority as i64, settings.head_start_ms(priority)],
        )?;
    }
    Ok(())
}

/// Empties the queue.
pub fn clear(conn: &Writing) -> rusqlite::Result<()> {
    conn.write("DELETE FROM routing_queue WHERE conversation_id > 0", params![]).map(drop)
}

/// Puts a conversation into the queue, or to its new place. Whether anything changed.
pub fn put(conn: &Writing, row: &Waiting) -> rusqlite::Result<bool> {
    conn.write(
        "INSERT INTO routing_queue (conversation_id, contact_id, team_id, priority, since, key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (conversation_id) DO UPDATE
            SET contact_id = excluded.contact_id, team_id = excluded.team_id, priority = excluded.priority,
                since = excluded.since, key = excluded.key
          WHERE contact_id <> excluded.contact_id OR team_id <> excluded.team_id OR priority <> excluded.priority
             OR since <> excluded.since OR key <> excluded.key",
        params![
            row.conversation,
            row.contact,
            row.team.map_or(EVERYBODY, |team| team.0),
            row.priority as i64,
            row.since.0,
            row.since.0.saturating_sub(row.head_start_ms),
        ],
    )
    .map(|changed| changed > 0)
}

/// Since when a conversation stands in the queue.
pub fn since(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached("SELECT since FROM routing_queue WHERE conversation_id = ?1")?
        .query_row([id], |row| row.get(0).map(Timestamp))
        .optional()
}

/// Takes a conversation out of the queue. The team for which it waited, if it did.
pub fn remove(conn: &Writing, id: ConversationId) -> rusqlite::Result<Option<Team>> {
    let removed: Vec<Team> = conn.returning(
        "DELETE FROM routing_queue WHERE conversation_id = ?1 RETURNING team_id",
        params![id],
        |row| row.get(0),
    )?;
    Ok(removed.first().copied())
}

/// Whether anybody waits.
pub fn is_anybody_waiting(conn: &Connection) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM routing_queue)")?.query_row([], |row| row.get(0))
}

/// The first `most` of each team, the oldest key first.
pub fn waiting(conn: &Connection, most: usize) -> rusqlite::Result<Vec<Waiting>> {
    let mut rows = Vec::new();
    for team in teams(conn)? {
        let of_team = conn
            .prepare_cached(
                "SELECT conversation_id, contact_id, priority, since, key FROM routing_queue
                  WHERE team_id = ?1 ORDER BY key, conversation_id LIMIT ?2",
            )?
            .query_map(params![team, most as i64], |row| {
                let since: i64 = row.get(3)?;
                Ok(Waiting {
                    conversation: row.get(0)?,
                    contact: row.get(1)?,
                    team: (team != EVERYBODY).then_some(TeamId(team)),
                    priority: Priority::from_number(row.get(2)?),
                    since: Timestamp(since),
                    head_start_ms: since - row.get::<_, i64>(4)?,
                })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        rows.extend(of_team);
    }
    Ok(rows)
}

/// The teams for which somebody waits; the index is asked once for each.
fn teams(conn: &Connection) -> rusqlite::Result<Vec<Team>> {
    let mut query = conn.prepare_cached("SELECT MIN(team_id) FROM routing_queue WHERE team_id > ?1")?;
    let (mut teams, mut last) = (Vec::new(), i64::MIN);
    while let Some(team) = query.query_row([last], |row| row.get::<_, Option<Team>>(0))? {
        teams.push(team);
        last = team;
    }
    Ok(teams)
}

/// Notes that somebody wrote here in a conversation from elsewhere.
pub fn note_live(conn: &Writing, id: ConversationId) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO routing_live (conversation_id) VALUES (?1) ON CONFLICT (conversation_id) DO NOTHING",
        params![id],
    )
    .map(drop)
}

/// What the routing gave and nobody took yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// The conversation.
    pub conversation: ConversationId,
    /// To whom.
    pub agent: AgentId,
    /// When.
    pub at: Timestamp,
}

/// All of it.
pub fn given(conn: &Connection) -> rusqlite::Result<Vec<Given>> {
    conn.prepare_cached(
        "SELECT conversation_id, agent_id, given_at FROM routing_given ORDER BY conversation_id",
    )?
    .query_map([], |row| {
        Ok(Given { conversation: row.get(0)?, agent: row.get(1)?, at: Timestamp(row.get(2)?) })
    })?
    .collect()
}

/// Notes what the routing gave.
pub fn give(conn: &Writing, given: Given) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO routing_given (conversation_id, agent_id, given_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (conversation_id) DO UPDATE SET agent_id = excluded.agent_id, given_at = excluded.given_at",
        params![given.conversation, given.agent, given.at.0],
    )?;
    conn.write(
        "INSERT INTO routing_agents (agent_id, given_at) VALUES (?1, ?2)
             ON CONFLICT (agent_id) DO UPDATE SET given_at = excluded.given_at",
        params![given.agent, given.at.0],
    )
    .map(drop)
}

/// It is nobody's any more. Who did not take it.
pub fn take_back(conn: &Writing, id: ConversationId) -> rusqlite::Result<Option<AgentId>> {
    let agents: Vec<AgentId> = conn.returning(
        "DELETE FROM routing_given WHERE conversation_id = ?1 RETURNING agent_id",
        params![id],
        |row| row.get(0),
    )?;
    Ok(agents.first().copied())
}

/// Whether it was given to this agent, who has not taken it.
pub fn is_untaken(conn: &Connection, id: ConversationId, agent: AgentId) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM routing_given WHERE conversation_id = ?1 AND agent_id = ?2)",
    )?
    .query_row(params![id, agent], |row| row.get(0))
}

/// The agent took what they were given: nothing is missed in a row.
pub fn take(conn: &Writing, id: ConversationId, agent: AgentId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM routing_given WHERE conversation_id = ?1 AND agent_id = ?2", params![id, agent])?;
    conn.write("UPDATE routing_agents SET missed = 0 WHERE agent_id = ?1 AND missed > 0", params![agent])
        .map(drop)
}

/// The agent is not tried again in this wait before they are free anew.
pub fn note_missed(
    conn: &Writing,
    id: ConversationId,
    agent: AgentId,
    at: Timestamp,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO routing_missed (conversation_id, agent_id, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (conversation_id, agent_id) DO UPDATE SET at = excluded.at",
        params![id, agent, at.0],
    )
    .map(drop)
}

/// The wait is over: who missed the conversation counts no more.
pub fn forget_missed(conn: &Writing, id: ConversationId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM routing_missed WHERE conversation_id = ?1", params![id]).map(drop)
}

/// Who missed a conversation, and when.
pub fn missed(conn: &Connection, id: ConversationId) -> rusqlite::Result<Vec<(AgentId, Timestamp)>> {
    conn.prepare_cached(
        "SELECT agent_id, at FROM routing_missed WHERE conversation_id = ?1 ORDER BY agent_id",
    )?
    .query_map([id], |row| Ok((row.get(0)?, Timestamp(row.get(1)?))))?
    .collect()
}

/// Notes who answered a customer.
pub fn note_answer(
    conn: &Writing,
    contact: ContactId,
    agent: AgentId,
    at: Timestamp,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO routing_answered (contact_id, agent_id, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (contact_id) DO UPDATE SET agent_id = excluded.agent_id, at = excluded.at",
        params![contact, agent, at.0],
    )
    .map(drop)
}

/// Who answered a customer last, and when.
pub fn answered(conn: &Connection, contact: ContactId) -> rusqlite::Result<Option<(AgentId, Timestamp)>> {
    conn.prepare_cached("SELECT agent_id, at FROM routing_answered WHERE contact_id = ?1")?
        .query_row([contact], |row| Ok((row.get(0)?, Timestamp(row.get(1)?))))
        .optional()
}

/// What is known of an agent besides what stands in their own row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lately {
    /// Since when their availability holds.
    pub availability_since: Option<Timestamp>,
    /// When they were free anew.
    pub free_since: Option<Timestamp>,
    /// When they were given the last one.
    pub given_at: Option<Timestamp>,
    /// When they were last heard of, if they are gone.
    pub left_at: Option<Timestamp>,
    /// How many in a row they did not take.
    pub missed: u32,
}

/// Everybody of whom something is known, by id.
pub fn lately(conn: &Connection) -> rusqlite::Result<Vec<(AgentId, Lately)>> {
    conn.prepare_cached(
        "SELECT agent_id, availability_since, free_since, given_at, left_at, missed FROM routing_agents ORDER BY agent_id",
    )?
    .query_map([], |row| {
        let time = |at| row.get::<_, Option<i64>>(at).map(|time| time.map(Timestamp));
        let lately = Lately {
            availability_since: time(1)?,
            free_since: time(2)?,
            given_at: time(3)?,
            left_at: time(4)?,
            missed: row.get(5)?,
        };
        Ok((row.get(0)?, lately))
    })?
    .collect()
}

/// Something that an agent did, as the routing remembers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// They went online.
    Online,
    /// They went away or offline.
    Unavailable,
    /// They gave up a place.
    Freed,
    /// They came.
    Came,
    /// They are gone.
    Left,
    /// They did not take what they were given.
    Missed,
}

/// Remembers it.
pub fn note_deed(conn: &Writing, agent: AgentId, deed: Deed, at: Timestamp) -> rusqlite::Result<()> {
    let change = match deed {
        Deed::Online => "availability_since = ?2, free_since = ?2, missed = 0",
        Deed::Unavailable => "availability_since = ?2",
        Deed::Freed => "free_since = ?2",
        Deed::Came => "free_since = ?2, left_at = NULL",
        Deed::Left => "left_at = ?2",
        Deed::Missed => return note_miss(conn, agent),
    };
    conn.write(
        "INSERT INTO routing_agents (agent_id) VALUES (?1) ON CONFLICT (agent_id) DO NOTHING",
        params![agent],
    )?;
    conn.write(&format!("UPDATE routing_agents SET {change} WHERE agent_id = ?1"), params![agent, at.0])
        .map(drop)
}

fn note_miss(conn: &Writing, agent: AgentId) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO routing_agents (agent_id, missed) VALUES (?1, 1)
             ON CONFLICT (agent_id) DO UPDATE SET missed = missed + 1",
        params![agent],
    )
    .map(drop)
}

/// Notes that a conversation was assigned out of a team's queue.
pub fn note_pace(conn: &Writing, team: Team, id: ConversationId, at: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO routing_paces (team_id, at, conversation_id) VALUES (?1, ?2, ?3)
             ON CONFLICT (team_id, at, conversation_id) DO NOTHING",
        params![team, at.0, id],
    )?;
    conn.write(
        "DELETE FROM routing_paces WHERE team_id = ?1
            AND at < (SELECT at FROM routing_paces WHERE team_id = ?1
                       ORDER BY at DESC, conversation_id DESC LIMIT 1 OFFSET ?2)",
        params![team, PACES_KEPT - 1],
    )
    .map(drop)
}

/// When conversations of a team were last assigned out of the queue.
pub fn paces(conn: &Connection, team: Option<TeamId>) -> rusqlite::Result<Vec<Timestamp>> {
    conn.prepare_cached(
        "SELECT at FROM routing_paces WHERE team_id = ?1 ORDER BY at DESC, conversation_id DESC",
    )?
    .query_map([team.map_or(EVERYBODY, |team| team.0)], |row| row.get(0).map(Timestamp))?
    .collect()
}
