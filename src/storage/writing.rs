//! The connection that writes, as units hold it: it reads like any connection, and writes through three functions, so that
//! every statement that writes is known.
//!
//! Queries go through [`Connection`], to which this is dereferenced. A statement that changes something is refused there while
//! it is prepared: what nobody knows of cannot be told to a second database. What slips by all the same is counted:
//! [`Writing::forget_unknown`].

use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, Row, Statement, ToSql};

use super::recording::{Mark, Recorded, Recording};

/// A connection that writes.
pub struct Writing {
    conn: Connection,
    /// Whether a statement that writes may be prepared now.
    may_write: Arc<AtomicBool>,
    /// Rows changed by statements that came through here, whether or not they were rolled back.
    known: Cell<u64>,
    /// What was written since the transaction began, where somebody wants to know.
    recording: RefCell<Option<Recording>>,
}

impl fmt::Debug for Writing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Writing").field("known", &self.known).finish_non_exhaustive()
    }
}

impl Deref for Writing {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.conn
    }
}

/// Whether an action changes nothing that is kept. SAVEPOINT and its like come from here alone.
fn reads(action: &AuthAction<'_>) -> bool {
    matches!(
        action,
        AuthAction::Select
            | AuthAction::Read { .. }
            | AuthAction::Function { .. }
            | AuthAction::Recursive
            | AuthAction::Pragma { .. }
            | AuthAction::Transaction { .. }
            | AuthAction::Savepoint { .. }
    )
}

impl Writing {
    /// Wraps a write connection.
    pub(super) fn new(conn: Connection) -> rusqlite::Result<Self> {
        let may_write = Arc::new(AtomicBool::new(false));
        let allowed = Arc::clone(&may_write);
        // Asked while a statement is prepared, not while it runs: those that are kept prepared cost nothing.
        conn.authorizer(Some(move |context: AuthContext<'_>| {
            if reads(&context.action) || allowed.load(Ordering::Relaxed) {
                Authorization::Allow
            } else {
                Authorization::Deny
            }
        }))?;
        let known = Cell::new(conn.total_changes());
        Ok(Self { conn, may_write, known, recording: RefCell::default() })
    }

    /// Runs a statement that writes. Returns the rows it changed, without those that triggers and foreign keys changed.
    pub fn write(&self, sql: &str, values: &[&dyn ToSql]) -> rusqlite::Result<usize> {
        self.run(sql, values, |statement| statement.execute(values))
    }

    /// Inserts a row. Returns its row id.
    pub fn insert(&self, sql: &str, values: &[&dyn ToSql]) -> rusqlite::Result<i64> {
        self.run(sql, values, |statement| statement.insert(values))
    }

    /// Runs a statement with RETURNING to its end. Returns its rows.
    pub fn returning<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<T>> {
        self.run(sql, values, |statement| statement.query_map(values, read)?.collect())
    }

    fn run<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        work: impl FnOnce(&mut Statement<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        let before = self.conn.total_changes();
        self.may_write.store(true, Ordering::Relaxed);
        let outcome = self.conn.prepare_cached(sql).and_then(|mut statement| {
            debug_assert!(!statement.readonly(), "this only reads: {sql}");
            work(&mut statement)
        });
        self.may_write.store(false, Ordering::Relaxed);
        let outcome = outcome?;
        // Triggers and what foreign keys take along count as well.
        let changed = self.conn.total_changes() - before;
        self.known.set(self.known.get() + changed);
        if let Some(recording) = &mut *self.recording.borrow_mut() {
            recording.note(sql, values, changed);
        }
        Ok(outcome)
    }

    /// Rows changed by what did not come through here, since this was asked last.
    pub(super) fn forget_unknown(&self) -> u64 {
        let changed = self.conn.total_changes();
        changed - self.known.replace(changed)
    }

    /// From now on remembers what is written.
    pub(super) fn record(&self) {
        self.recording.borrow_mut().get_or_insert_default();
    }

    /// Marks the start of a savepoint.
    pub(super) fn mark(&self) -> Mark {
        self.recording.borrow().as_ref().map(Recording::mark).unwrap_or_default()
    }

    /// Forgets what was written since `mark`: its savepoint was rolled back.
    pub(super) fn back_to(&self, mark: Mark) {
        if let Some(recording) = &mut *self.recording.borrow_mut() {
            recording.back_to(mark);
        }
    }

    /// What the transaction that was just committed wrote, if that is remembered and it wrote something.
    pub(super) fn committed(&self) -> Option<Recorded> {
        self.recording.borrow_mut().as_mut().and_then(Recording::take)
    }
}
