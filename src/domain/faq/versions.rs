//! Versions of an entry: SQL that reads them.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::store::{self, Kept};
use super::{Entry, EntryState};
use crate::clock::Timestamp;
use crate::ids::{AgentId, FaqId, FaqSetId};

/// A version in the list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number.
    pub version: i64,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it; `None` for the desk.
    pub agent: Option<AgentId>,
    /// The set it belongs to.
    pub set: Option<FaqSetId>,
    /// Whether it takes that set back.
    pub undoes: bool,
    /// Where the entry was on its way.
    pub state: EntryState,
}

fn kept(text: &str) -> Kept {
    serde_json::from_str(text).unwrap_or_default()
}

fn version(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        version: row.get(0)?,
        at: Timestamp(row.get(1)?),
        agent: row.get::<_, Option<i64>>(2)?.map(AgentId),
        set: row.get(3)?,
        undoes: row.get(4)?,
        state: EntryState::from_number(kept(&row.get::<_, String>(5)?).state),
    })
}

/// The versions of an entry, the newest first.
pub fn list(conn: &Connection, id: FaqId) -> rusqlite::Result<Vec<Version>> {
    conn.prepare_cached(
        "SELECT version, at, agent_id, set_id, undoes, fields FROM faq_versions
          WHERE entry_id = ?1 ORDER BY version DESC",
    )?
    .query_map([id], version)?
    .collect()
}

/// An entry as it was in a version; `None` where that is not kept.
pub fn at(conn: &Connection, id: FaqId, version: i64) -> rusqlite::Result<Option<Entry>> {
    let Some(now) = store::any(conn, id)? else { return Ok(None) };
    let row = conn
        .prepare_cached("SELECT at, agent_id, fields FROM faq_versions WHERE entry_id = ?1 AND version = ?2")?
        .query_row(params![id, version], |row| {
            Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, String>(2)?))
        })
        .optional()?;
    let Some((made, agent, fields)) = row else { return Ok(None) };
    let fields = kept(&fields);
    let mut entry = Entry {
        version,
        state: EntryState::from_number(fields.state),
        document: fields.document(),
        updated_at: Timestamp(made),
        agent: agent.map(AgentId),
        ..now
    };
    store::fill(conn, &mut entry, version)?;
    Ok(Some(entry))
}

/// The newest version of an entry that a set made, where no later version took it back.
pub fn of_set(conn: &Connection, set: FaqSetId, limit: usize) -> rusqlite::Result<Vec<(FaqId, i64)>> {
    conn.prepare_cached(
        "SELECT entry_id, MIN(version) FROM faq_versions v
          WHERE set_id = ?1 AND undoes = 0
            AND NOT EXISTS (SELECT 1 FROM faq_versions u
                             WHERE u.set_id = ?1 AND u.undoes = 1 AND u.entry_id = v.entry_id)
          GROUP BY entry_id ORDER BY entry_id LIMIT ?2",
    )?
    .query_map(params![set, limit as i64], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}
