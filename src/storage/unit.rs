//! A unit of writing: one use case inside the writer's transaction, alone in its savepoint.

use super::event_log;
use super::writing::Writing;
use crate::clock::Timestamp;
use crate::events::{Kinds, LogPosition, Record};
use crate::fault::Fault;
use crate::ids::{IdMint, TypedId};

/// What a unit may use: the connection, the time of its batch, new ids, and the log.
///
/// Closures on the writer do SQL only; hashing, parsing and network happen before or after.
#[derive(Debug)]
pub struct Unit<'a> {
    conn: &'a Writing,
    now: Timestamp,
    mint: &'a mut IdMint,
    head: LogPosition,
    forgets: Forgets,
    kinds: Kinds,
    readers: &'a dyn Readers,
}

/// Whether a unit removed words, which must not remain in the write-ahead log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Forgets {
    /// It removed none.
    #[default]
    Nothing,
    /// It removed some; the log is folded soon.
    Soon,
    /// It erased a person; the log is folded before the unit is answered.
    Now,
}

/// Followers that must read events before a unit removes them.
pub(super) trait Readers: std::fmt::Debug {
    /// Hands every follower the rest of the log.
    fn catch_up(&self, unit: &mut Unit<'_>) -> Result<(), Fault>;
}

/// Proof that no reader of the log misses what is removed from it in this unit; from [`Unit::catch_up`].
#[derive(Debug, Clone, Copy)]
pub struct CaughtUp(());

impl<'a> Unit<'a> {
    pub(super) fn new(
        conn: &'a Writing,
        now: Timestamp,
        mint: &'a mut IdMint,
        head: LogPosition,
        readers: &'a dyn Readers,
    ) -> Self {
        Self { conn, now, mint, head, forgets: Forgets::Nothing, kinds: Kinds::NONE, readers }
    }

    /// The kinds of events it wrote, or began to write.
    pub(super) fn kinds(&self) -> Kinds {
        self.kinds
    }

    /// Hands the rest of the log to every follower, so that events can be removed.
    ///
    /// Fails with `catching_up` where a follower is far behind; it goes on by itself, and a later try finds it nearer.
    pub fn catch_up(&mut self) -> Result<CaughtUp, Fault> {
        self.readers.catch_up(self)?;
        Ok(CaughtUp(()))
    }

    /// Asks for the write-ahead log to be folded into the database and emptied once this unit is committed, and before it
    /// is answered: what was erased stands in older pages of the log. [`super::Db::is_folded`] tells whether it was done;
    /// whoever still reads an older state of the database holds it up.
    pub fn forget(&mut self) {
        self.forgets = Forgets::Now;
    }

    /// The same, but soon instead of at once: for removals that happen often and that nobody waits for.
    pub fn forget_soon(&mut self) {
        self.forgets = self.forgets.max(Forgets::Soon);
    }

    pub(super) fn forgets(&self) -> Forgets {
        self.forgets
    }

    /// The write connection, inside the transaction: whatever only reads takes it as a plain connection.
    #[must_use]
    pub fn conn(&self) -> &'a Writing {
        self.conn
    }

    /// The time of the batch.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// A new id.
    pub fn mint<T: TypedId>(&mut self) -> T {
        self.mint.mint(self.now)
    }

    /// The newest position of the log, this unit's own events included.
    #[must_use]
    pub fn head(&self) -> LogPosition {
        self.head
    }

    /// Writes an event to the log.
    pub fn emit(&mut self, record: &Record) -> Result<LogPosition, Fault> {
        self.append(record, self.now, false)
    }

    /// Writes an event that was noticed later than it happened.
    pub fn emit_late(&mut self, record: &Record, at: Timestamp) -> Result<LogPosition, Fault> {
        self.append(record, at.min(self.now), false)
    }

    /// Writes an event that happened elsewhere, at a time of its own.
    pub fn bring_in(&mut self, record: &Record, at: Timestamp) -> Result<LogPosition, Fault> {
        self.append(record, at, true)
    }

    fn append(&mut self, record: &Record, at: Timestamp, imported: bool) -> Result<LogPosition, Fault> {
        self.head = event_log::append(self.conn, record, at, imported)?;
        self.kinds = self.kinds.with(record.event.kind());
        Ok(self.head)
    }

    /// Runs `work` in a savepoint of its own: its fault leaves nothing of it, and the unit goes on.
    pub fn attempt<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        let (before, mark) = (self.head, self.conn.mark());
        self.conn.execute_batch("SAVEPOINT attempt")?;
        let outcome = work(self);
        if outcome.is_err() {
            self.head = before;
            self.conn.execute_batch("ROLLBACK TO attempt")?;
            self.conn.back_to(mark);
        }
        self.conn.execute_batch("RELEASE attempt")?;
        outcome
    }
}
