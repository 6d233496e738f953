//! Teams: agents who take conversations of one kind.

use rusqlite::{Connection, OptionalExtension};

use crate::fault::{Fault, Kind};
use crate::ids::{AgentId, TeamId};

/// There is no such team.
#[must_use]
pub const fn unknown_team() -> Fault {
    Fault::new(Kind::RuleBroken, "unknown_team", "There is no team with this id.")
}

/// The name of a team, if it exists.
pub fn name_of(conn: &Connection, id: TeamId) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT name FROM teams WHERE id = ?1")?.query_row([id], |row| row.get(0)).optional()
}

/// Who is in which team.
pub fn members(conn: &Connection) -> rusqlite::Result<Vec<(TeamId, AgentId)>> {
    conn.prepare_cached("SELECT team_id, agent_id FROM team_members ORDER BY team_id, agent_id")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Whether the team is given conversations only in its hours.
pub fn is_only_in_hours(conn: &Connection, id: TeamId) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT COALESCE((SELECT only_in_hours FROM teams WHERE id = ?1), 0)")?
        .query_row([id], |row| row.get(0))
}
