//! The backup that is being made in this process, if one is: one at a time.

use std::sync::{Mutex, PoisonError};

use crate::clock::Timestamp;
use crate::fault::{Fault, Kind};

/// The backup that is being made, and when one last failed.
#[derive(Debug, Default)]
pub(super) struct BackupWork(Mutex<Work>);

/// Progress of the backup that is being made, and of the last one.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Work {
    /// When it was begun, and about how large it will be.
    pub(super) running: Option<(Timestamp, u64)>,
    pub(super) failed_at: Option<Timestamp>,
}

impl BackupWork {
    pub(super) fn status(&self) -> Work {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn begin(&self, at: Timestamp, bytes: u64) -> Result<(), Fault> {
        let mut work = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if work.running.is_some() {
            return Err(Fault::new(Kind::Conflict, "backup_running", "A backup is being made. Wait for it."));
        }
        *work = Work { running: Some((at, bytes)), failed_at: None };
        Ok(())
    }

    pub(super) fn end(&self, failed_at: Option<Timestamp>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Work { running: None, failed_at };
    }
}
