//! Macros: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Macro;
use crate::clock::Timestamp;
use crate::ids::{AgentId, MacroId};
use crate::storage::Writing;

const COLUMNS: &str = "SELECT id, agent_id, name, document, used, updated_at FROM macros";

fn kept(row: &Row<'_>) -> rusqlite::Result<Macro> {
    Ok(Macro {
        id: row.get(0)?,
        agent: row.get(1)?,
        name: row.get(2)?,
        document: serde_json::from_str(&row.get::<_, String>(3)?).ok(),
        used: row.get(4)?,
        updated_at: Timestamp(row.get(5)?),
    })
}

/// The team's and the agent's own, by name.
pub fn for_agent(conn: &Connection, agent: AgentId) -> rusqlite::Result<Vec<Macro>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE agent_id IS NULL OR agent_id = ?1 ORDER BY name, id"))?
        .query_map([agent], kept)?
        .collect()
}

/// One that the agent may use.
pub fn find(conn: &Connection, id: MacroId, agent: AgentId) -> rusqlite::Result<Option<Macro>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1 AND (agent_id IS NULL OR agent_id = ?2)"))?
        .query_row(params![id, agent], kept)
        .optional()
}

/// How many the owner has.
pub fn count(conn: &Connection, agent: Option<AgentId>) -> rusqlite::Result<usize> {
    conn.prepare_cached("SELECT COUNT(*) FROM macros WHERE COALESCE(agent_id, 0) = COALESCE(?1, 0)")?
        .query_row(params![agent], |row| row.get::<_, i64>(0))
        .map(|count| count as usize)
}

/// Stores a macro, new or changed. What it does stays as it is stored where this version cannot read it.
pub fn save(conn: &Writing, kept: &Macro) -> rusqlite::Result<()> {
    let document = kept.document.as_ref().map(super::Document::to_json);
    conn.write(
        "INSERT INTO macros (id, agent_id, name, document, used, updated_at)
         VALUES (?1, ?2, ?3, COALESCE(?4, ''), ?5, ?6)
             ON CONFLICT (id) DO UPDATE
             SET agent_id = excluded.agent_id, name = excluded.name, document = COALESCE(?4, macros.document),
                 used = excluded.used, updated_at = excluded.updated_at",
        params![kept.id, kept.agent, kept.name, document, kept.used, kept.updated_at.0],
    )
    .map(drop)
}

/// Removes a macro.
pub fn remove(conn: &Writing, id: MacroId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM macros WHERE id = ?1", params![id]).map(drop)
}
