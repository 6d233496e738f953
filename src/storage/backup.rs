//! Consistent copies of a live database, and putting one back.
//!
//! A backup is a folder of its own, checked before it counts; the way back keeps what it replaces.

use std::fs;
use std::path::{Path, PathBuf};

use super::copy::{sync_file, sync_folder, vacuum_into};
use super::{DATABASE_FILE, OpenError, migrate, pragmas};

/// Why a copy or its return failed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The target is there already.
    #[error("{0} already exists; name a new folder")]
    Exists(String),
    /// There is no backup at the source.
    #[error("{0} holds no backup (no {DATABASE_FILE} in it)")]
    Missing(String),
    /// The copy is damaged.
    #[error("the integrity check of {file} failed: {report}")]
    Damaged {
        /// The file checked.
        file: String,
        /// The first line of what `SQLite` reported.
        report: String,
    },
    /// `SQLite` refused.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    /// The file system refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The copy cannot be opened by this version.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// Copies the data folder's database into the new folder `target` and checks the copy. `step` hears what is done next.
pub fn make(folder: &Path, target: &Path, step: &dyn Fn(&str)) -> Result<PathBuf, BackupError> {
    let empty = !target.exists() || fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_none());
    if !empty {
        return Err(BackupError::Exists(target.display().to_string()));
    }
    fs::create_dir_all(target)?;
    let file = target.join(DATABASE_FILE);
    step("copying the database");
    let source = pragmas::open_to_inspect(&folder.join(DATABASE_FILE))?;
    vacuum_into(&source, &file)?;
    sync_folder(target)?;
    step("checking the copy");
    check_integrity(&file)?;
    Ok(file)
}

/// Finds the database in `source`, a backup folder or a single file, and checks it.
pub fn inspect(source: &Path) -> Result<PathBuf, BackupError> {
    let file = if source.is_dir() { source.join(DATABASE_FILE) } else { source.to_owned() };
    if !file.is_file() {
        return Err(BackupError::Missing(source.display().to_string()));
    }
    let conn = pragmas::open_to_inspect(&file)?;
    if migrate::check(&conn)? == 0 {
        return Err(BackupError::Missing(source.display().to_string()));
    }
    drop(conn);
    check_integrity(&file)?;
    Ok(file)
}

/// Puts the checked `file` into `folder`, whose lock the caller holds. A database already there is kept in `kept`.
pub fn install(file: &Path, folder: &Path, kept: &Path) -> Result<Option<PathBuf>, BackupError> {
    let current = folder.join(DATABASE_FILE);
    let fresh = folder.join(format!("{DATABASE_FILE}.restoring"));
    // Copied and synced under another name first: a crash in between leaves the old database in its place.
    fs::copy(file, &fresh)?;
    sync_file(&fresh)?;
    let mut moved = None;
    if current.exists() {
        fs::create_dir_all(kept.parent().unwrap_or(folder))?;
        let old = pragmas::open_writer(&current, pragmas::Tuning::default())?;
        vacuum_into(&old, kept)?;
        drop(old);
        moved = Some(kept.to_owned());
    }
    for suffix in ["-wal", "-shm"] {
        let side = folder.join(format!("{DATABASE_FILE}{suffix}"));
        if side.exists() {
            fs::remove_file(side)?;
        }
    }
    fs::rename(&fresh, &current)?;
    sync_folder(folder)?;
    Ok(moved)
}

/// `SQLite`'s own full check of a file.
pub fn check_integrity(file: &Path) -> Result<(), BackupError> {
    let conn = pragmas::open_to_inspect(file)?;
    let report: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if report == "ok" {
        Ok(())
    } else {
        Err(BackupError::Damaged { file: file.display().to_string(), report })
    }
}
