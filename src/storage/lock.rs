//! The lock on a data folder: one process writes to it at a time.
//!
//! The lock is the operating system's (`flock`), so that it goes with the process however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// Name of the lock file inside the data folder.
pub const FILE_NAME: &str = "lock";

/// Why a folder could not be locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process holds the lock.
    #[error("the data folder {0} is in use by a running servicedesk")]
    Held(String),
    /// The file system refused.
    #[error("cannot lock the data folder {folder}")]
    Io {
        /// The folder.
        folder: String,
        /// Error of the operating system.
        #[source]
        source: std::io::Error,
    },
}

/// A held lock; dropping it releases the folder.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

/// Takes the lock of `folder`, which must exist, without waiting.
pub fn acquire(folder: &Path) -> Result<FolderLock, LockError> {
    let io = |source| LockError::Io { folder: folder.display().to_string(), source };
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join(FILE_NAME))
        .map_err(io)?;
    match file.try_lock() {
        Ok(()) => Ok(FolderLock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(LockError::Held(folder.display().to_string())),
        Err(TryLockError::Error(source)) => Err(io(source)),
    }
}
