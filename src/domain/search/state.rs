//! How far the indexes are: SQL.

use rusqlite::{Connection, params};

use crate::events::LogPosition;
use crate::storage::Writing;
use crate::text::words::FORMAT;

/// What is done next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Both indexes are emptied.
    Emptying,
    /// Contacts are read.
    Contacts,
    /// Canned replies are read.
    Canned,
    /// Tickets are read.
    Tickets,
    /// Messages are read, and followed.
    Messages,
}

impl Stage {
    const fn number(self) -> i64 {
        match self {
            Self::Emptying => 0,
            Self::Contacts => 1,
            Self::Canned => 2,
            Self::Tickets => 3,
            Self::Messages => 9,
        }
    }

    const fn from_number(number: i64) -> Self {
        match number {
            1 => Self::Contacts,
            2 => Self::Canned,
            3 => Self::Tickets,
            9 => Self::Messages,
            _ => Self::Emptying,
        }
    }

    /// The stage behind it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Emptying => Self::Contacts,
            Self::Contacts => Self::Canned,
            Self::Canned => Self::Tickets,
            Self::Tickets | Self::Messages => Self::Messages,
        }
    }
}

/// How far both indexes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// What is done next.
    pub stage: Stage,
    /// The id up to which the stage has come.
    pub after_id: i64,
    /// Messages up to here are in the first index, and none above.
    pub position: LogPosition,
}

impl State {
    /// Where everything begins.
    pub const ANEW: Self = Self { stage: Stage::Emptying, after_id: 0, position: 0 };

    /// Whether the message at `position` is in the first index.
    #[must_use]
    pub fn has(self, position: LogPosition) -> bool {
        self.stage == Stage::Messages && position <= self.position
    }
}

/// The state; what was made by another version of the words begins anew.
pub fn read(conn: &Connection) -> rusqlite::Result<State> {
    conn.prepare_cached("SELECT format, stage, after_id, position FROM search_state")?.query_row([], |row| {
        let stage = Stage::from_number(row.get(1)?);
        if row.get::<_, i64>(0)? != FORMAT || stage == Stage::Emptying {
            return Ok(State::ANEW);
        }
        Ok(State { stage, after_id: row.get(2)?, position: row.get(3)? })
    })
}

/// Stores it.
pub fn write(conn: &Writing, state: State) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE search_state SET format = ?1, stage = ?2, after_id = ?3, position = ?4",
        params![FORMAT, state.stage.number(), state.after_id, state.position],
    )
    .map(drop)
}

/// How far search is behind, and what it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// How far it is.
    pub state: State,
    /// Messages that are not in the index yet.
    pub behind: i64,
    /// Bytes of both indexes.
    pub bytes: i64,
}

/// Looks at it; counts at most `most` messages.
pub fn condition(conn: &Connection, most: i64) -> rusqlite::Result<Condition> {
    let state = read(conn)?;
    let reached = if state.stage == Stage::Messages { state.position } else { 0 };
    let behind = conn
        .prepare_cached("SELECT COUNT(*) FROM (SELECT 1 FROM messages WHERE log_position > ?1 LIMIT ?2)")?
        .query_row([reached, most], |row| row.get(0))?;
    let bytes = conn
        .prepare_cached(
            "SELECT (SELECT COALESCE(SUM(LENGTH(block)), 0) FROM search_docs_data)
                  + (SELECT COALESCE(SUM(LENGTH(block)), 0) FROM search_words_data)
                  + (SELECT COALESCE(SUM(LENGTH(words)), 0) FROM search_nouns)",
        )?
        .query_row([], |row| row.get(0))?;
    Ok(Condition { state, behind, bytes })
}
