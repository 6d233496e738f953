//! Consistent copies of a live database, and putting one back.
//!
//! A backup is a folder of its own, checked before it counts; the way back keeps what it replaces.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::copy::{CopyError, sync_file, sync_folder, vacuum_into};
use super::private::create_private;
use super::{DATABASE_FILE, OpenError, blobs, migrate, pragmas};

/// Why a backup or a restore failed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The target is there already.
    #[error("{0} already exists; name a new folder")]
    Exists(String),
    /// There is no backup at the source.
    #[error("{0} holds no backup (no {DATABASE_FILE} in it)")]
    Missing(String),
    /// The copy could not be made.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// The copy is damaged.
    #[error("the integrity check of {file} failed: {report}")]
    Damaged {
        /// The file checked.
        file: String,
        /// What `SQLite` reported first.
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

/// Copies the data folder's database into the new folder `target`, checks the copy and adds the files. `step` hears what is
/// done next.
pub fn make(folder: &Path, target: &Path, step: &dyn Fn(&str)) -> Result<PathBuf, BackupError> {
    let there = target.exists();
    if there && fs::read_dir(target)?.next().is_some() {
        return Err(BackupError::Exists(target.display().to_string()));
    }
    create_private(target)?;
    let copied = copy_checked(&folder.join(DATABASE_FILE), target, step).and_then(|file| {
        // After the database: what its rows point at is there by now.
        if folder.join(blobs::FOLDER).exists() {
            step("copying the files");
            blobs::share(folder, target)?;
        }
        Ok(file)
    });
    if copied.is_err() {
        // Half a copy must not be taken for a backup; the first failure is the one to tell.
        drop(fs::remove_file(target.join(DATABASE_FILE)));
        drop(fs::remove_dir_all(target.join(blobs::FOLDER)));
        if !there {
            drop(fs::remove_dir(target));
        }
    }
    copied
}

fn copy_checked(database: &Path, target: &Path, step: &dyn Fn(&str)) -> Result<PathBuf, BackupError> {
    let file = target.join(DATABASE_FILE);
    step("copying the database");
    vacuum_into(&pragmas::open_to_inspect(database)?, &file)?;
    sync_folder(target)?;
    step("checking the copy");
    check_integrity(&file)?;
    Ok(file)
}

/// Finds the database in `source`, a backup folder or a single file, and checks it.
pub fn inspect(source: &Path) -> Result<PathBuf, BackupError> {
    let file = if source.is_dir() { source.join(DATABASE_FILE) } else { source.to_owned() };
    // In a folder from anywhere, a link may lead anywhere.
    if !file.is_file() || source.is_dir() && file.is_symlink() {
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

/// Copies the checked `file` to `staged`; what lies in its write-ahead log comes along.
pub fn stage(file: &Path, staged: &Path) -> Result<(), BackupError> {
    Ok(vacuum_into(&pragmas::open_to_inspect(file)?, staged)?)
}

/// Moves `staged`, a closed database, into its place in `folder`, whose lock the caller holds. A database already there
/// is kept as `kept` first; whether there was one.
///
/// A crash on the way leaves either the old database or the new one, whole.
pub fn install(staged: &Path, folder: &Path, kept: &Path) -> Result<bool, BackupError> {
    let current = folder.join(DATABASE_FILE);
    let there = current.exists();
    if there {
        create_private(kept.parent().unwrap_or(folder))?;
        keep(&current, kept)?;
        // An old log beside the new database would be replayed into it.
        for suffix in SIDE_FILES {
            remove_if_there(&beside(&current, suffix))?;
        }
        sync_folder(folder)?;
    }
    fs::rename(staged, &current)?;
    sync_folder(folder)?;
    Ok(there)
}

/// Copies the database that is replaced; one that is too damaged for `SQLite` is copied as it is.
fn keep(current: &Path, kept: &Path) -> Result<(), BackupError> {
    let whole = match pragmas::open_writer(current, pragmas::Tuning::default()) {
        Ok(old) => vacuum_into(&old, kept).map_err(Into::into),
        Err(error) => Err(BackupError::from(error)),
    };
    if let Err(error) = whole {
        tracing::warn!(%error, "the old database is damaged and kept as it is");
        remove_if_there(kept)?;
        for suffix in ["", SIDE_FILES[0]] {
            let from = beside(current, suffix);
            if from.exists() {
                let to = beside(kept, suffix);
                fs::copy(from, &to)?;
                sync_file(&to)?;
            }
        }
    }
    Ok(sync_folder(kept.parent().unwrap_or(Path::new(".")))?)
}

/// What `SQLite` keeps beside a database in use: its write-ahead log and the index of that.
const SIDE_FILES: [&str; 2] = ["-wal", "-shm"];

fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn remove_if_there(file: &Path) -> std::io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// `SQLite`'s own full check of a file.
pub fn check_integrity(file: &Path) -> Result<(), BackupError> {
    let conn = pragmas::open_to_inspect(file)?;
    let report: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if report == "ok" {
        Ok(())
    } else {
        Err(BackupError::Damaged { file: file.display().to_string(), report: report.replace('\n', " ") })
    }
}
