//! Imports and the slices of their files: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::report::Report;
use crate::clock::Timestamp;
use crate::ids::{AgentId, ImportId};
use crate::storage::Writing;
use crate::storage::blobs::Digest;

/// How far an import is. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i64)]
pub enum State {
    /// Its file arrives.
    Arriving = 0,
    /// Its file is whole, and nothing of it is in yet.
    Ready = 1,
    /// It is being brought in.
    Running = 2,
    /// All of it is in.
    Done = 3,
    /// Somebody stopped it; it can go on.
    Stopped = 4,
    /// It could not go on.
    Failed = 5,
}

impl State {
    const ALL: [Self; 6] =
        [Self::Arriving, Self::Ready, Self::Running, Self::Done, Self::Stopped, Self::Failed];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Arriving => "arriving",
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::Failed => "failed",
        }
    }

    fn from_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|state| *state as i64 == number).unwrap_or(Self::Failed)
    }

    /// Whether it can begin, or go on.
    #[must_use]
    pub const fn may_start(self) -> bool {
        matches!(self, Self::Ready | Self::Stopped | Self::Failed)
    }
}

/// An import.
#[derive(Debug, Clone)]
pub struct Import {
    /// The id.
    pub id: ImportId,
    /// Who began it.
    pub agent: Option<AgentId>,
    /// Name of the file.
    pub file_name: String,
    /// Its size.
    pub byte_size: u64,
    /// Whether ids of people in it are the shop's own.
    pub user_ids: bool,
    /// How far it is.
    pub state: State,
    /// Bytes of the file whose lines are in.
    pub read_bytes: u64,
    /// What became of these lines.
    pub report: Report,
    /// When it was announced.
    pub created_at: Timestamp,
    /// When it was last started.
    pub started_at: Option<Timestamp>,
    /// When it was done, stopped, or failed.
    pub ended_at: Option<Timestamp>,
}

const COLUMNS: &str = "id, agent_id, file_name, byte_size, user_ids, state, read_bytes, report, created_at, started_at, \
                       ended_at";

fn import(row: &Row<'_>) -> rusqlite::Result<Import> {
    Ok(Import {
        id: row.get(0)?,
        agent: row.get(1)?,
        file_name: row.get(2)?,
        byte_size: row.get::<_, i64>(3)? as u64,
        user_ids: row.get(4)?,
        state: State::from_number(row.get(5)?),
        read_bytes: row.get::<_, i64>(6)? as u64,
        report: Report::stored(&row.get::<_, String>(7)?),
        created_at: Timestamp(row.get(8)?),
        started_at: row.get::<_, Option<i64>>(9)?.map(Timestamp),
        ended_at: row.get::<_, Option<i64>>(10)?.map(Timestamp),
    })
}

/// One import.
pub fn find(conn: &Connection, id: ImportId) -> rusqlite::Result<Option<Import>> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM imports WHERE id = ?1"))?
        .query_row([id], import)
        .optional()
}

/// All of them, newest first.
pub fn list(conn: &Connection, limit: usize) -> rusqlite::Result<Vec<Import>> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM imports ORDER BY id DESC LIMIT ?1"))?
        .query_map([limit as i64], import)?
        .collect()
}

/// The one that is to be brought in next.
pub fn running(conn: &Connection) -> rusqlite::Result<Option<Import>> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM imports WHERE state = {} ORDER BY started_at, id LIMIT 1",
        State::Running as i64
    ))?
    .query_row([], import)
    .optional()
}

/// Adds one whose file arrives.
pub fn insert(conn: &Writing, import: &Import) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO imports (id, agent_id, file_name, byte_size, user_ids, state, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            import.id,
            import.agent,
            import.file_name,
            import.byte_size as i64,
            import.user_ids,
            import.state as i64,
            import.created_at.0,
        ],
    )
    .map(drop)
}

/// Writes back what changes.
pub fn save(conn: &Writing, import: &Import) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE imports
            SET state = ?2, user_ids = ?3, read_bytes = ?4, report = ?5, started_at = ?6, ended_at = ?7
          WHERE id = ?1",
        params![
            import.id,
            import.state as i64,
            import.user_ids,
            import.read_bytes as i64,
            import.report.to_json(),
            import.started_at.map(|at| at.0),
            import.ended_at.map(|at| at.0),
        ],
    )
    .map(drop)
}

/// Removes one; what it brought in stays.
pub fn remove(conn: &Writing, id: ImportId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM imports WHERE id = ?1", params![id]).map(drop)
}

/// Which slices have arrived, in order.
pub fn slices(conn: &Connection, id: ImportId) -> rusqlite::Result<Vec<u64>> {
    conn.prepare_cached("SELECT slice FROM import_slices WHERE import_id = ?1 ORDER BY slice")?
        .query_map([id], |row| row.get::<_, i64>(0).map(|number| number as u64))?
        .collect()
}

/// The digest of a slice that has arrived.
pub fn slice(conn: &Connection, id: ImportId, number: u64) -> rusqlite::Result<Option<Digest>> {
    conn.prepare_cached("SELECT sha256 FROM import_slices WHERE import_id = ?1 AND slice = ?2")?
        .query_row(params![id, number as i64], |row| row.get(0))
        .optional()
}

/// Notes that a slice has arrived.
pub fn insert_slice(conn: &Writing, id: ImportId, number: u64, digest: Digest) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO import_slices (import_id, slice, sha256) VALUES (?1, ?2, ?3)",
        params![id, number as i64, digest],
    )
    .map(drop)
}

/// Forgets all slices: they are needed no more, or their file is gone.
pub fn forget_slices(conn: &Writing, id: ImportId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM import_slices WHERE import_id = ?1", params![id]).map(drop)
}
