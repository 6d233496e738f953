//! Teams: agents who take conversations of one kind.

use rusqlite::{Connection, OptionalExtension};

use crate::fault::{Fault, Kind};
use crate::ids::TeamId;

/// There is no such team.
#[must_use]
pub const fn unknown_team() -> Fault {
    Fault::new(Kind::RuleBroken, "unknown_team", "There is no team with this id.")
}

/// The name of a team, if it exists.
pub fn name_of(conn: &Connection, id: TeamId) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT name FROM teams WHERE id = ?1")?.query_row([id], |row| row.get(0)).optional()
}
