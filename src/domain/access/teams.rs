//! Teams: a name, who is in it, and a slot of 64, so that the teams of somebody fit into a number.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock::Timestamp;
use crate::fault::{Fault, Kind};
use crate::ids::{AgentId, CalendarId, TeamId};
use crate::storage::Writing;
use crate::text;

/// Most teams; a set of them is a number of 64 bits.
pub const TEAMS_MAX: i64 = 64;
/// Longest name, in characters.
pub const NAME_CHARS: usize = 60;

/// A team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// The id.
    pub id: TeamId,
    /// Its slot, 0 to 63.
    pub slot: i64,
    /// Its name.
    pub name: String,
    /// Its calendar, if it has one of its own.
    pub calendar: Option<CalendarId>,
    /// Whether customers may choose it.
    pub offered: bool,
    /// Whether it is given conversations only in its hours.
    pub only_in_hours: bool,
    /// Who is in it.
    pub members: Vec<AgentId>,
}

/// There are as many teams as there can be.
#[must_use]
pub const fn team_limit() -> Fault {
    Fault::new(Kind::RuleBroken, "team_limit", "The desk has 64 teams, and cannot keep more. Delete some.")
}

/// There is no such team.
#[must_use]
pub const fn unknown_team() -> Fault {
    Fault::new(Kind::RuleBroken, "unknown_team", "There is no team with this id.")
}

/// The set of the team in this slot.
#[must_use]
pub const fn bit(slot: i64) -> u64 {
    if slot < 0 || slot >= TEAMS_MAX { 0 } else { 1 << slot }
}

const TEAM: &str = "SELECT id, slot, name, calendar_id, offered, only_in_hours,
                           (SELECT json_group_array(agent_id)
                              FROM (SELECT agent_id FROM team_members WHERE team_id = teams.id ORDER BY agent_id))
                      FROM teams";

fn team(row: &Row<'_>) -> rusqlite::Result<Team> {
    let members: Vec<i64> = serde_json::from_str(&row.get::<_, String>(6)?).unwrap_or_default();
    Ok(Team {
        id: row.get(0)?,
        slot: row.get(1)?,
        name: row.get(2)?,
        calendar: row.get(3)?,
        offered: row.get(4)?,
        only_in_hours: row.get(5)?,
        members: members.into_iter().map(AgentId).collect(),
    })
}

/// All of them, by name.
pub fn all(conn: &Connection) -> rusqlite::Result<Vec<Team>> {
    conn.prepare_cached(&format!("{TEAM} ORDER BY name"))?.query_map([], team)?.collect()
}

/// One of them.
pub fn find(conn: &Connection, id: TeamId) -> rusqlite::Result<Option<Team>> {
    conn.prepare_cached(&format!("{TEAM} WHERE id = ?1"))?.query_row([id], team).optional()
}

/// The name of a team, if it exists.
pub fn name_of(conn: &Connection, id: TeamId) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT name FROM teams WHERE id = ?1")?.query_row([id], |row| row.get(0)).optional()
}

/// The teams that keep the hours of a calendar, with their names.
pub fn with_calendar(conn: &Connection, id: CalendarId) -> rusqlite::Result<Vec<(TeamId, String)>> {
    conn.prepare_cached("SELECT id, name FROM teams WHERE calendar_id = ?1 ORDER BY name_key")?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Adds a team without members.
pub fn insert(conn: &Writing, team: &Team, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO teams (id, slot, name, name_key, calendar_id, offered, only_in_hours, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            team.id,
            team.slot,
            team.name,
            text::alike(&team.name),
            team.calendar,
            team.offered,
            team.only_in_hours,
            now.0
        ],
    )
    .map(drop)
}

/// Writes back what can change about it, but its members.
pub fn update(conn: &Writing, team: &Team) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE teams
            SET name = ?2, name_key = ?3, calendar_id = ?4, offered = ?5, only_in_hours = ?6
          WHERE id = ?1",
        params![team.id, team.name, text::alike(&team.name), team.calendar, team.offered, team.only_in_hours],
    )
    .map(drop)
}

/// Replaces its members.
pub fn set_members(conn: &Writing, id: TeamId, members: &[AgentId]) -> rusqlite::Result<()> {
    conn.write("DELETE FROM team_members WHERE team_id = ?1", params![id])?;
    for agent in members {
        conn.write("INSERT INTO team_members (team_id, agent_id) VALUES (?1, ?2)", params![id, agent])?;
    }
    Ok(())
}

/// Removes a team that no conversation has.
pub fn remove(conn: &Writing, id: TeamId) -> rusqlite::Result<()> {
    set_members(conn, id, &[])?;
    conn.write("DELETE FROM teams WHERE id = ?1", params![id]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slot_is_a_bit_of_its_own() {
        let all = (0..TEAMS_MAX).fold(0, |all: u64, slot| {
            assert_eq!(all & bit(slot), 0);
            all | bit(slot)
        });
        assert_eq!(all, u64::MAX);
        assert_eq!((bit(-1), bit(TEAMS_MAX)), (0, 0), "what is no slot is no team");
    }
}
