//! The one writer: takes what is queued, runs each unit in a savepoint, commits once, then answers.
//!
//! Promises: an answer without fault means committed with a sync. A unit that fails or panics leaves nothing and harms
//! no other. If `SQLite` ends the whole transaction, or COMMIT fails, every caller of the batch hears that nothing is
//! known to be stored, and the connection is reopened and checkpointed before anything else is looked at.
//!
//! [`Writer::store`] is a plain call, so that a simulation can drive it; `commit_loop.rs` puts a queue before it and `thread.rs` a
//! thread around both.

use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode};

use super::follower::Followers;
use super::pragmas::{self, Tuning};
use super::recording::{Recorded, Recorder};
use super::unit::{Forgets, Unit};
use super::writing::Writing;
use super::{copy, event_log, lost_transaction};
use crate::clock::Timestamp;
use crate::events::{Kinds, LogPosition};
use crate::fault::Fault;
use crate::ids::IdMint;

/// One queued unit, its caller's answer included.
pub(super) trait Job: Send {
    /// Does the SQL; `false` if the savepoint must be rolled back.
    fn run(&mut self, unit: &mut Unit<'_>) -> bool;
    /// Puts a fault in the place of its result; its savepoint is rolled back.
    fn fail(&mut self, fault: Fault);
    /// Answers the caller: with its own result (`None`), or with the fault of the batch.
    fn answer(self: Box<Self>, lost: Option<Fault>);
}

/// A disk failure that a test or simulation asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InjectedFault {
    /// The disk is full: `SQLite` ends the transaction.
    DiskFull,
    /// COMMIT went through and its sync failed: what was written may be there later, or not.
    SyncFailed,
    /// COMMIT fails, and the file cannot be opened again.
    Unreachable,
}

/// The write connection and what it needs to survive failures.
#[derive(Debug)]
pub(super) struct Writer {
    /// The fault that each commit meets; none in a running desk.
    pub(super) injected: Option<InjectedFault>,
    /// Hears what was written; none in a running desk.
    recorder: Option<Recorder>,
    /// Whether a COMMIT began and is not known to have gone through.
    in_doubt: bool,
    conn: Option<Writing>,
    path: PathBuf,
    tuning: Tuning,
    mint: IdMint,
    head: LogPosition,
    /// Removed content that the write-ahead log may still hold.
    unfolded: Forgets,
    followers: Followers,
    /// The kinds of events that the newest batch wrote, or began to write.
    kinds: Kinds,
}

impl Writer {
    /// Opens the database at `path` for writing and makes durable what recovery found there.
    pub(super) fn open(
        path: &Path,
        tuning: Tuning,
        mint: IdMint,
        followers: Followers,
    ) -> rusqlite::Result<Self> {
        let mut writer = Self {
            injected: None,
            recorder: None,
            in_doubt: false,
            conn: None,
            path: path.to_owned(),
            tuning,
            mint,
            head: 0,
            unfolded: Forgets::Nothing,
            followers,
            kinds: Kinds::NONE,
        };
        writer.recover()?;
        Ok(writer)
    }

    /// The newest committed position.
    #[must_use]
    pub(super) fn head(&self) -> LogPosition {
        self.head
    }

    /// The kinds of events that the newest batch wrote.
    #[must_use]
    pub(super) fn kinds(&self) -> Kinds {
        self.kinds
    }

    /// Whether the connection is open and trusted.
    #[must_use]
    pub(super) fn is_ready(&self) -> bool {
        self.conn.is_some()
    }

    /// Whether the write-ahead log holds no removed content.
    #[must_use]
    pub(super) fn is_folded(&self) -> bool {
        self.unfolded == Forgets::Nothing
    }

    /// Runs and commits a batch, and folds the log if somebody was erased; returns the fault if the batch was lost. Nobody is
    /// answered yet.
    pub(super) fn store(&mut self, batch: &mut [Box<dyn Job>], now: Timestamp) -> Option<Fault> {
        let Err(error) = self.try_commit(batch, now) else {
            self.fold();
            return None;
        };
        tracing::error!(%error, units = batch.len(), "a batch was lost; its callers were told");
        // The outcome of a failed COMMIT is unknown: only a fresh look at synced data may answer anything.
        self.conn = None;
        if let Err(error) = self.recover() {
            tracing::error!(%error, "the database cannot be reopened yet; the desk goes on reading");
        }
        // Told once what is there is synced, so that a copy that is made because of it is a copy of what stays.
        if std::mem::take(&mut self.in_doubt) {
            self.tell(Some(Recorded::Gap));
        }
        Some(lost_transaction(&error))
    }

    fn try_commit(&mut self, batch: &mut [Box<dyn Job>], now: Timestamp) -> rusqlite::Result<()> {
        if self.conn.is_none() || self.injected == Some(InjectedFault::Unreachable) {
            self.recover()?;
        }
        let Some(conn) = &self.conn else { return Err(rusqlite::Error::InvalidQuery) };
        conn.execute_batch("BEGIN IMMEDIATE")?;
        let mut head = self.head;
        self.kinds = Kinds::NONE;
        for job in batch {
            conn.prepare_cached("SAVEPOINT unit")?.execute([])?;
            let mark = conn.mark();
            let mut unit = Unit::new(conn, now, &mut self.mint, head, &self.followers);
            let ran = catch_unwind(AssertUnwindSafe(|| job.run(&mut unit)));
            let (after, forgets, kinds) = (unit.head(), unit.forgets(), unit.kinds());
            if conn.is_autocommit() {
                // SQLITE_FULL, IOERR and NOMEM may end the whole transaction: https://sqlite.org/lang_transaction.html
                return Err(full_error());
            }
            // A write that nobody knows of would be missing from a second database for good: it is refused in every build, so
            // that what is tested is what runs.
            let unknown = conn.forget_unknown();
            let stays = match ran {
                Ok(true) if unknown == 0 => true,
                Ok(true) => {
                    job.fail(Fault::internal(format!("a unit changed {unknown} rows that nobody knows of")));
                    false
                }
                Ok(false) => false,
                Err(_) => {
                    job.fail(Fault::internal("a unit panicked; nothing of it was stored"));
                    false
                }
            };
            if stays {
                head = after;
                self.kinds = self.kinds.and(kinds);
                self.unfolded = self.unfolded.max(forgets);
            } else {
                conn.prepare_cached("ROLLBACK TO unit")?.execute([])?;
                conn.back_to(mark);
            }
            conn.prepare_cached("RELEASE unit")?.execute([])?;
        }
        if self.injected == Some(InjectedFault::DiskFull) {
            return Err(full_error());
        }
        self.in_doubt = true;
        conn.execute_batch("COMMIT")?;
        if self.injected == Some(InjectedFault::SyncFailed) {
            return Err(sync_error("simulated".into()));
        }
        self.in_doubt = false;
        self.head = head;
        let recorded = conn.committed();
        self.tell(recorded);
        Ok(())
    }

    /// From now on `recorder` hears what each transaction wrote.
    pub(super) fn record(&mut self, recorder: Recorder) {
        self.recorder = Some(recorder);
        if let Some(conn) = &self.conn {
            conn.record();
        }
    }

    fn tell(&mut self, recorded: Option<Recorded>) {
        if let (Some(recorder), Some(recorded)) = (&mut self.recorder, recorded) {
            recorder.0(recorded);
        }
    }

    /// Folds the log into the database and empties it, if a person was erased; tried again after each batch until it is done.
    ///
    /// Whoever still reads an older state needs the log's pages. Reading takes milliseconds, and all writing waits for this:
    /// so it waits for readers as long as [`pragmas::FOLD_BUSY`] and no longer. A backup can read for minutes.
    fn fold(&mut self) {
        let Some(conn) = self.conn.as_ref().filter(|_| self.unfolded == Forgets::Now) else { return };
        match pragmas::fold_log(conn) {
            Ok(true) => self.unfolded = Forgets::Nothing,
            Ok(false) => tracing::debug!("the write-ahead log is being read; it is folded later"),
            Err(error) => tracing::warn!(%error, "the write-ahead log could not be folded; trying again"),
        }
    }

    /// Opens a fresh connection and moves everything recovered from the log into the file, with syncs: `SQLite` reads
    /// back frames that were written but never synced, and a look-up alone syncs nothing.
    fn recover(&mut self) -> rusqlite::Result<()> {
        if self.injected == Some(InjectedFault::Unreachable) {
            self.conn = None;
            return Err(sync_error("simulated".into()));
        }
        let conn = pragmas::open_writer(&self.path, self.tuning)?;
        make_durable(&conn, &self.path)?;
        let has_log: bool = conn
            .prepare("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'event_log')")?
            .query_row([], |row| row.get(0))?;
        if has_log {
            self.head = event_log::head(&conn)?;
        }
        let conn = Writing::new(conn)?;
        if self.recorder.is_some() {
            conn.record();
        }
        self.conn = Some(conn);
        Ok(())
    }
}

/// Syncs the write-ahead log and copies it into the database file, synced as well.
///
/// The log is synced here and not left to the checkpoint, which leaves out what a slow reader still holds back. (`SQLite`
/// keeps no locks on the log, so that opening it beside its own connections is harmless.)
pub(super) fn make_durable(conn: &Connection, database: &Path) -> rusqlite::Result<()> {
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    match copy::sync_file(Path::new(&log)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(sync_error(error.to_string())),
        _ => conn.query_row("PRAGMA wal_checkpoint(FULL)", [], |_| Ok(())),
    }
}

fn sync_error(words: String) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_FSYNC), Some(words))
}

fn full_error() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(
        rusqlite::ffi::Error { code: ErrorCode::DiskFull, extended_code: rusqlite::ffi::SQLITE_FULL },
        Some("the transaction was ended by SQLite".into()),
    )
}
