//! Changes that were made together: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock::Timestamp;
use crate::ids::{AgentId, FaqSetId};
use crate::storage::Writing;

/// How far a set is. The numbers are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i64)]
pub enum SetState {
    /// Its entries are coming in.
    Running = 1,
    /// They are in.
    Done = 2,
    /// It ended before its end.
    Stopped = 3,
    /// It is being taken back.
    Undoing = 4,
    /// It was taken back.
    Undone = 5,
}

impl SetState {
    /// The name in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    const fn from_number(number: i64) -> Self {
        match number {
            1 => Self::Running,
            2 => Self::Done,
            4 => Self::Undoing,
            5 => Self::Undone,
            _ => Self::Stopped,
        }
    }
}

/// What a set is. The numbers are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i64)]
pub enum SetKind {
    /// A file that was brought in.
    Import = 1,
}

/// A set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// The id.
    pub id: FaqSetId,
    /// How far it is.
    pub state: SetState,
    /// The file's name.
    pub name: String,
    /// When it began.
    pub at: Timestamp,
    /// Whose it is; `None` for the command line's.
    pub agent: Option<AgentId>,
    /// Counts and refusals, as JSON.
    pub report: String,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

const COLUMNS: &str = "SELECT id, state, name, at, agent_id, report, undone_at FROM faq_sets";

fn set(row: &Row<'_>) -> rusqlite::Result<Set> {
    Ok(Set {
        id: row.get(0)?,
        state: SetState::from_number(row.get(1)?),
        name: row.get(2)?,
        at: Timestamp(row.get(3)?),
        agent: row.get::<_, Option<i64>>(4)?.map(AgentId),
        report: row.get(5)?,
        undone_at: row.get::<_, Option<i64>>(6)?.map(Timestamp),
    })
}

/// A set.
pub fn find(conn: &Connection, id: FaqSetId) -> rusqlite::Result<Option<Set>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?.query_row([id], set).optional()
}

/// The newest sets.
pub fn newest(conn: &Connection, limit: usize) -> rusqlite::Result<Vec<Set>> {
    conn.prepare_cached(&format!("{COLUMNS} ORDER BY id DESC LIMIT ?1"))?
        .query_map([limit as i64], set)?
        .collect()
}

/// Those in this state.
pub fn in_state(conn: &Connection, state: SetState) -> rusqlite::Result<Vec<FaqSetId>> {
    conn.prepare_cached("SELECT id FROM faq_sets WHERE state = ?1 ORDER BY id")?
        .query_map([state as i64], |row| row.get(0))?
        .collect()
}

/// Stores a set, new or changed.
pub fn save(conn: &Writing, set: &Set) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO faq_sets (id, kind, state, name, at, agent_id, report, undone_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE
             SET state = excluded.state, report = excluded.report, undone_at = excluded.undone_at",
        params![
            set.id,
            SetKind::Import as i64,
            set.state as i64,
            set.name,
            set.at.0,
            set.agent,
            set.report,
            set.undone_at.map(|at| at.0),
        ],
    )
    .map(drop)
}

/// Removes all but the newest sets; their entries stay. How many.
pub fn prune(conn: &Writing, kept: usize) -> rusqlite::Result<usize> {
    conn.write(
        "DELETE FROM faq_sets WHERE state NOT IN (?2, ?3)
            AND id IN (SELECT id FROM faq_sets ORDER BY id DESC LIMIT -1 OFFSET ?1)",
        params![kept as i64, SetState::Running as i64, SetState::Undoing as i64],
    )
}
