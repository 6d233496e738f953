//! The team's words for being away: some that every desk starts with, and own ones. SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::fault::{Fault, Kind};
use crate::storage::Writing;
use crate::text;

/// Most of a desk.
pub const REASONS_MAX: usize = 30;
/// Longest name, in characters.
const NAME_CHARS: usize = 40;

/// A reason for being away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// `break`, `meal`, `meeting`, `training`, or the id of an own one.
    pub id: String,
    /// What the team calls it; `None` for a built-in one, which each workbench words in its language.
    pub name: Option<String>,
}

/// There are as many as can be.
#[must_use]
pub fn reason_limit() -> Fault {
    Fault::new(Kind::RuleBroken, "reason_limit", "")
        .saying(format!("There are {REASONS_MAX} reasons. Delete one first."))
}

/// Another reason has this name.
#[must_use]
pub const fn name_taken() -> Fault {
    Fault::new(Kind::Conflict, "name_taken", "Another reason has this name.")
}

/// A name as it is kept.
pub fn clean_name(name: &str) -> Result<String, Fault> {
    text::given(name, NAME_CHARS)
        .ok_or_else(|| Fault::invalid("name", format!("Use 1 to {NAME_CHARS} printable characters.")))
}

fn reason(row: &Row<'_>) -> rusqlite::Result<Reason> {
    Ok(Reason { id: row.get(0)?, name: row.get(1)? })
}

/// All of them, in the order of the menu.
pub fn list(conn: &Connection) -> rusqlite::Result<Vec<Reason>> {
    conn.prepare_cached("SELECT id, name FROM availability_reasons ORDER BY place, id")?
        .query_map([], reason)?
        .collect()
}

/// One of them.
pub fn find(conn: &Connection, id: &str) -> rusqlite::Result<Option<Reason>> {
    conn.prepare_cached("SELECT id, name FROM availability_reasons WHERE id = ?1")?
        .query_row([id], reason)
        .optional()
}

/// Id of the reason that has this name.
pub fn with_name(conn: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT id FROM availability_reasons WHERE name_key = ?1")?
        .query_row([text::alike(name)], |row| row.get(0))
        .optional()
}

/// Adds a reason below the others, or gives one another name.
pub fn save(conn: &Writing, id: &str, name: &str) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO availability_reasons (id, name, name_key, place)
         VALUES (?1, ?2, ?3, (SELECT COALESCE(MAX(place), 0) + 1 FROM availability_reasons))
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key",
        params![id, name, text::alike(name)],
    )
    .map(drop)
}

/// Removes a reason. Who is away for it stays away, without one.
pub fn remove(conn: &Writing, id: &str) -> rusqlite::Result<bool> {
    conn.write("UPDATE agent_standings SET reason = NULL WHERE reason = ?1", params![id])?;
    conn.write("DELETE FROM availability_reasons WHERE id = ?1", params![id]).map(|removed| removed > 0)
}
