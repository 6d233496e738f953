//! The `SQLite` engine: one writer with group commit, a pool of readers, the event log, migrations, backups.
//!
//! It promises that an answered write is synced, that a failed one left nothing, and that whoever follows
//! [`Db::head`] misses no event. It knows no feature: each noun keeps its SQL in its own `store.rs`.

mod blocking;
pub mod backup;
pub mod backups;
pub mod blobs;
pub mod copy;
pub mod event_log;
pub mod follower;
pub mod lock;
pub mod meta;
pub mod migrate;
pub mod pragmas;
mod private;
mod commit_loop;
mod queue;
mod readers;
pub mod recording;
pub mod repeat;
mod thread;
mod unit;
mod writer;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use rusqlite::{Connection, ErrorCode};
use tokio::sync::watch;

use crate::clock::SharedClock;
use crate::entropy::SharedEntropy;
use crate::events::{EventKind, Kinds, LogPosition};
use crate::fault::Fault;
use crate::ids::IdMint;
use blocking::Blocking;
pub use commit_loop::CommitLoop;
use follower::Followers;
use meta::Meta;
use pragmas::Tuning;
use queue::WriterHandle;
pub use queue::{Lane, Pending, WriterCounts};
use readers::Readers;
pub use unit::{CaughtUp, Unit};
pub use writer::InjectedFault;
use writer::Writer;
pub use writing::Writing;

/// Name of the database inside the data folder.
pub const DATABASE_FILE: &str = "desk.sqlite";
/// Name of the folder for copies made before upgrades and restores.
pub const SNAPSHOTS_FOLDER: &str = "snapshots";

/// Sizes of the engine's parts.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Read-only connections.
    pub readers: usize,
    /// Reads that may wait for a connection.
    pub read_queue: usize,
    /// Units that may wait for the writer.
    pub writer_queue: usize,
    /// Units in one commit.
    pub batch_units: usize,
    /// Copies kept from before upgrades.
    pub snapshots_kept: usize,
    /// Sizes of each connection.
    pub tuning: Tuning,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            readers: 4,
            read_queue: 1_024,
            writer_queue: 4_096,
            batch_units: 256,
            snapshots_kept: 3,
            tuning: Tuning::default(),
        }
    }
}

/// Why a data folder could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process holds the folder.
    #[error(transparent)]
    Lock(#[from] lock::LockError),
    /// The database is of a newer version.
    #[error(
        "the database has schema {found}, this servicedesk knows up to {known}; install the newer version again, or \
         restore a backup made before the upgrade"
    )]
    Newer {
        /// The file's schema.
        found: i32,
        /// The newest schema of this build.
        known: i32,
    },
    /// The file is a database of another program.
    #[error("the file {DATABASE_FILE} in the data folder is not a servicedesk database")]
    Foreign,
    /// `SQLite` refused.
    #[error("cannot open the database")]
    Sql(#[from] rusqlite::Error),
    /// The copy before a migration failed; the database is as it was.
    #[error("cannot copy the database before its upgrade; it was left as it was")]
    Snapshot(#[from] copy::CopyError),
    /// A migration failed; the database is as it was.
    #[error("cannot upgrade the database; it was left as it was")]
    Migration(#[from] rusqlite_migration::Error),
    /// The file system refused.
    #[error("cannot use the data folder")]
    Io(#[from] std::io::Error),
}

/// The open database. Cheap to clone; the writer's thread, and with it the folder's lock, ends with the last clone.
#[derive(Debug, Clone)]
pub struct Db {
    writer: WriterHandle,
    readers: Arc<Readers>,
    log_reader: Arc<Readers>,
    meta: Arc<Meta>,
    folder: Arc<Path>,
    followers: Arc<Followers>,
    blocking: Blocking,
}

/// The writer's thread, to be joined after every [`Db`] is dropped.
pub type WriterThread = std::thread::JoinHandle<()>;

/// Creates `folder` where needed, locks it, migrates the database and starts the writer.
pub fn open(
    folder: &Path,
    limits: Limits,
    clock: SharedClock,
    entropy: &SharedEntropy,
    new_epoch: bool,
    followers: Followers,
) -> Result<(Db, WriterThread), OpenError> {
    let (db, commits) = prepare(folder, limits, &clock, entropy, (new_epoch, followers), Blocking::Threads)?;
    let thread = thread::start(commits, clock)?;
    Ok((db, thread))
}

/// Like [`open`], without threads: nothing is stored until the caller steps the [`CommitLoop`], and reads and files are handled
/// in the tasks that ask for them. For simulations, which repeat a run exactly.
pub fn open_stepped(
    folder: &Path,
    limits: Limits,
    clock: &SharedClock,
    entropy: &SharedEntropy,
    new_epoch: bool,
    followers: Followers,
) -> Result<(Db, CommitLoop), OpenError> {
    prepare(folder, limits, clock, entropy, (new_epoch, followers), Blocking::Task)
}

fn prepare(
    folder: &Path,
    limits: Limits,
    clock: &SharedClock,
    entropy: &SharedEntropy,
    (new_epoch, mut followers): (bool, Followers),
    blocking: Blocking,
) -> Result<(Db, CommitLoop), OpenError> {
    let lock = lock(folder)?;
    let path = folder.join(DATABASE_FILE);
    let existed = path.exists();
    if existed {
        // Looked at read-only first, so that a newer or foreign file is left exactly as it is.
        migrate::check(&pragmas::open_to_inspect(&path)?)?;
    } else {
        private::create_private_file(&path)?;
    }
    let mut conn = pragmas::open_writer(&path, limits.tuning)?;
    writer::make_durable(&conn, &path)?;
    migrate::run(&mut conn, &folder.join(SNAPSHOTS_FOLDER), limits.snapshots_kept, clock.now())?;
    let conn = Writing::new(conn)?;
    let meta = meta::load(&conn, entropy.as_ref(), new_epoch)?;
    if !existed {
        copy::sync_folder(folder)?;
    }
    drop(conn);
    followers.epoch.clone_from(&meta.log_epoch);
    let writer = Writer::open(&path, limits.tuning, IdMint::new(Arc::clone(entropy)), followers.clone())?;
    let (commits, handle) = CommitLoop::new(writer, lock, limits.writer_queue, limits.batch_units);
    let readers = Readers::new(&path, limits.tuning, limits.readers, limits.read_queue, blocking);
    let log_reader = Readers::new(&path, limits.tuning, 1, 1, blocking);
    let (meta, followers) = (Arc::new(meta), Arc::new(followers));
    let db = Db { writer: handle, readers, log_reader, meta, folder: folder.into(), followers, blocking };
    Ok((db, commits))
}

/// Creates `folder` where needed and takes its lock, so that no desk runs on it.
pub fn lock(folder: &Path) -> Result<lock::FolderLock, OpenError> {
    private::create_private(folder)?;
    Ok(lock::acquire(folder)?)
}

impl Db {
    /// Queues a unit now and gives its answer later. Units of one caller run in the order they were queued.
    ///
    /// Fails at once with `overloaded` when the queue is full.
    pub fn submit<T, F>(&self, work: F) -> Result<Pending<T>, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    {
        self.writer.submit(None, work)
    }

    /// Like [`Db::submit`]; after a unit of `lane` could not be taken, later ones of it are not taken either.
    pub fn submit_in<T, F>(&self, lane: &Lane, work: F) -> Result<Pending<T>, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    {
        self.writer.submit(Some(lane), work)
    }

    /// Queues a unit and waits until it is committed.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    {
        self.submit(work)?.await
    }

    /// Runs a query on a read-only connection, off the async threads.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, Fault> + Send + 'static,
    {
        self.readers.run(work).await
    }

    /// Like [`Db::read`], for the reader that follows the log. It has its own connection, so that committed events go out at
    /// once however many queries run.
    pub async fn read_log<T, F>(&self, work: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, Fault> + Send + 'static,
    {
        self.log_reader.run(work).await
    }

    /// Runs blocking work, such as reading and writing files, off the async threads.
    pub async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        self.blocking.run(work).await
    }

    /// The newest committed position, to be read or waited for.
    #[must_use]
    pub fn head(&self) -> watch::Receiver<LogPosition> {
        self.writer.head.clone()
    }

    /// The position above which no event of these kinds exists yet. Costs no query.
    #[must_use]
    pub fn newest_of(&self, kinds: &[EventKind]) -> LogPosition {
        self.writer.newest.of(Kinds::of(kinds))
    }

    /// The followers of the log.
    #[must_use]
    pub fn followers(&self) -> &Followers {
        &self.followers
    }

    /// Whether the writer holds a connection it trusts.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        *self.writer.ready.borrow()
    }

    /// Whether the write-ahead log holds no removed words; see [`Unit::forget`].
    #[must_use]
    pub fn is_folded(&self) -> bool {
        !self.writer.counts.unfolded.load(Ordering::Acquire)
    }

    /// What the writer has done so far.
    #[must_use]
    pub fn counts(&self) -> &WriterCounts {
        &self.writer.counts
    }

    /// The epoch and keys of this data folder.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where copies from before upgrades and restores are kept.
    #[must_use]
    pub fn snapshots(&self) -> PathBuf {
        self.folder.join(SNAPSHOTS_FOLDER)
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        use ErrorCode::{
            CannotOpen, DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, FileLockingProtocolFailed,
            NotADatabase, OutOfMemory, PermissionDenied, ReadOnly, SystemIoFailure,
        };
        match error.sqlite_error_code() {
            // Disk full, out of memory and the like may pass: a fault that invites another try.
            Some(
                CannotOpen
                | DatabaseBusy
                | DatabaseCorrupt
                | DatabaseLocked
                | DiskFull
                | FileLockingProtocolFailed
                | NotADatabase
                | OutOfMemory
                | PermissionDenied
                | ReadOnly
                | SystemIoFailure,
            ) => {
                tracing::error!(%error, "the database could not do its work");
                lost_transaction(&error)
            }
            _ => Self::internal(error),
        }
    }
}

/// The fault that callers of a lost batch get.
fn lost_transaction(error: &rusqlite::Error) -> Fault {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Fault::unavailable("storage_full"),
        _ => Fault::unavailable("storage_unavailable"),
    }
}
