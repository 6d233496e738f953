//! A second database that repeats what the first one wrote: batch by batch, each in one transaction.
//!
//! It begins as a copy of the first, made between two transactions. What is written without a unit is not told and has to be
//! in the copy: migrations, and what a folder is given when it is opened.

use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, params_from_iter};

use super::pragmas::{self, Tuning};
use super::recording::{Batch, Written};

/// Why a batch could not be repeated; nothing of it was stored.
#[derive(Debug, thiserror::Error)]
pub enum RepeatError {
    /// A statement changed fewer or more rows than it did in the first database.
    #[error("the databases differ: a statement changed {changed} rows, not {expected}: {sql}")]
    Differs {
        /// Text of the statement.
        sql: Arc<str>,
        /// Rows changed in the first database.
        expected: u64,
        /// Rows changed here.
        changed: u64,
    },
    /// `SQLite` refused.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
}

/// The second database.
#[derive(Debug)]
pub struct Repeat {
    conn: Connection,
}

impl Repeat {
    /// Opens the copy at `path`, which nobody else may write to.
    pub fn open(path: &Path, tuning: Tuning) -> rusqlite::Result<Self> {
        Ok(Self { conn: pragmas::open_writer(path, tuning)? })
    }

    /// Repeats a batch and commits it with a sync.
    pub fn apply(&mut self, batch: &Batch) -> Result<(), RepeatError> {
        let transaction = self.conn.transaction()?;
        for Written { sql, values, changed: expected } in &batch.statements {
            let before = transaction.total_changes();
            let mut statement = transaction.prepare_cached(sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            // Some return what they changed, and are done at their end only.
            while rows.next()?.is_some() {}
            let changed = transaction.total_changes() - before;
            if changed != *expected {
                return Err(RepeatError::Differs { sql: Arc::clone(sql), expected: *expected, changed });
            }
        }
        Ok(transaction.commit()?)
    }
}
