//! What stands beside an agent's availability: why, since when, until when, and who set it. SQL.

use std::collections::BTreeMap;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::agent::Availability;
use super::idleness::Judged;
use super::preferences::Preferences;
use crate::clock::Timestamp;
use crate::ids::AgentId;
use crate::storage::Writing;

/// Who set an availability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetBy {
    /// The agent, or who stands over them.
    Person = 0,
    /// The desk: nothing of theirs was touched for a while. It takes that back itself.
    Idle = 1,
    /// The desk: they did not take what they were given. They say themselves when they are back.
    Missed = 2,
}

impl SetBy {
    const fn from_number(number: i64) -> Self {
        match number {
            1 => Self::Idle,
            2 => Self::Missed,
            _ => Self::Person,
        }
    }

    /// The name on the wire; none for a person.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Person => None,
            Self::Idle => Some("idle"),
            Self::Missed => Some("missed"),
        }
    }
}

/// An availability with what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The availability.
    pub availability: Availability,
    /// Since when it holds.
    pub since: Timestamp,
    /// Id of the reason.
    pub reason: Option<String>,
    /// When the desk takes them back.
    pub until: Option<Timestamp>,
    /// Who set it.
    pub set_by: SetBy,
}

const STANDING: &str =
    "agents.id, availability, COALESCE(since, created_at), reason, until, COALESCE(set_by, 0)";

fn standing(row: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        availability: Availability::from_number(row.get(1)?),
        since: Timestamp(row.get(2)?),
        reason: row.get(3)?,
        until: row.get::<_, Option<i64>>(4)?.map(Timestamp),
        set_by: SetBy::from_number(row.get(5)?),
    })
}

/// An agent's.
pub fn find(conn: &Connection, id: AgentId) -> rusqlite::Result<Option<Standing>> {
    conn.prepare_cached(&format!(
        "SELECT {STANDING} FROM agents LEFT JOIN agent_standings ON agent_id = agents.id WHERE agents.id = ?1"
    ))?
    .query_row([id], standing)
    .optional()
}

/// Everybody's who has a seat.
pub fn all(conn: &Connection) -> rusqlite::Result<BTreeMap<AgentId, Standing>> {
    conn.prepare_cached(&format!(
        "SELECT {STANDING} FROM agents LEFT JOIN agent_standings ON agent_id = agents.id WHERE active = 1"
    ))?
    .query_map([], |row| Ok((row.get(0)?, standing(row)?)))?
    .collect()
}

/// What the desk judges agents by: everybody who has a seat.
pub fn judged(conn: &Connection) -> rusqlite::Result<Vec<(AgentId, Judged)>> {
    conn.prepare_cached(&format!(
        "SELECT {STANDING}, preferences FROM agents LEFT JOIN agent_standings ON agent_id = agents.id WHERE active = 1
          ORDER BY agents.id"
    ))?
    .query_map([], |row| {
        let Standing { availability, since, until, set_by, .. } = standing(row)?;
        let minutes = Preferences::read(&row.get::<_, String>(6)?).away_after_min;
        let away_after = Duration::from_mins(minutes.into());
        Ok((row.get(0)?, Judged { availability, since, by_clock: set_by == SetBy::Idle, until, away_after }))
    })?
    .collect()
}

/// Stores what stands beside the availability, which is in the agent's own row.
pub fn keep(conn: &Writing, id: AgentId, standing: &Standing) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO agent_standings (agent_id, since, reason, until, set_by) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (agent_id) DO UPDATE
            SET since = excluded.since, reason = excluded.reason, until = excluded.until, set_by = excluded.set_by",
        params![
            id,
            standing.since.0,
            standing.reason,
            standing.until.map(|until| until.0),
            standing.set_by as i64
        ],
    )
    .map(drop)
}
