//! Saved views: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{SavedView, read_filter};
use crate::clock::Timestamp;
use crate::ids::{AgentId, ViewId};
use crate::storage::Writing;

const COLUMNS: &str = "SELECT id, agent_id, shared, name, filter, sort, place FROM views";

fn view(row: &Row<'_>) -> rusqlite::Result<SavedView> {
    Ok(SavedView {
        id: row.get(0)?,
        agent: row.get(1)?,
        shared: row.get(2)?,
        name: row.get(3)?,
        filter: read_filter(&row.get::<_, String>(4)?),
        sort: row.get(5)?,
        place: row.get(6)?,
    })
}

/// Those that everybody sees, then the agent's own, each in their order.
pub fn for_agent(conn: &Connection, agent: AgentId) -> rusqlite::Result<Vec<SavedView>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE shared OR agent_id = ?1 ORDER BY shared DESC, place, id"))?
        .query_map([agent], view)?
        .collect()
}

/// Every one, whoever made it.
pub fn all(conn: &Connection) -> rusqlite::Result<Vec<SavedView>> {
    conn.prepare_cached(&format!("{COLUMNS} ORDER BY id"))?.query_map([], view)?.collect()
}

/// One that the agent sees.
pub fn find(conn: &Connection, id: ViewId, agent: AgentId) -> rusqlite::Result<Option<SavedView>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1 AND (shared OR agent_id = ?2)"))?
        .query_row(params![id, agent], view)
        .optional()
}

/// How many everybody sees, or the agent has for themselves.
pub fn count(conn: &Connection, agent: AgentId, shared: bool) -> rusqlite::Result<usize> {
    conn.prepare_cached("SELECT COUNT(*) FROM views WHERE shared = ?2 AND (shared OR agent_id = ?1)")?
        .query_row(params![agent, shared], |row| row.get::<_, i64>(0))
        .map(|count| count as usize)
}

/// The place behind all of them.
pub fn next_place(conn: &Connection) -> rusqlite::Result<i64> {
    conn.prepare_cached("SELECT COALESCE(MAX(place), 0) + 1 FROM views")?.query_row([], |row| row.get(0))
}

/// Stores a view, new or changed. A filter that cannot be read stays as it is stored.
pub fn save(conn: &Writing, view: &SavedView, now: Timestamp) -> rusqlite::Result<()> {
    let filter = view.filter.as_ref().ok().and_then(|filter| serde_json::to_string(filter).ok());
    conn.write(
        "INSERT INTO views (id, agent_id, shared, name, filter, sort, place, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, COALESCE(?5, ''), ?6, ?7, ?8, ?8)
             ON CONFLICT (id) DO UPDATE
             SET agent_id = excluded.agent_id, shared = excluded.shared, name = excluded.name,
                 filter = COALESCE(?5, views.filter), sort = excluded.sort, place = excluded.place,
                 updated_at = excluded.updated_at",
        params![view.id, view.agent, view.shared, view.name, filter, view.sort, view.place, now.0],
    )
    .map(drop)
}

/// Puts a view at another place.
pub fn put(conn: &Writing, id: ViewId, place: i64) -> rusqlite::Result<()> {
    conn.write("UPDATE views SET place = ?2 WHERE id = ?1", params![id, place]).map(drop)
}

/// Removes a view.
pub fn remove(conn: &Writing, id: ViewId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM views WHERE id = ?1", params![id]).map(drop)
}
