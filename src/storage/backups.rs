//! Backups that the desk keeps itself, in a folder of the data folder: made, named, counted, removed.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::backup::{self, BackupError};
use super::copy::sync_folder;
use super::private::create_private;
use super::{DATABASE_FILE, SNAPSHOTS_FOLDER};
use crate::clock::Timestamp;

/// Name of the folder for backups.
pub const FOLDER: &str = "backups";
/// What every backup's name begins with.
const PREFIX: &str = "desk-";
/// Backups are written under this name first; what a crash leaves there is no backup.
const MAKING: &str = ".making";

/// A backup that is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What a backup made at `now` is called.
#[must_use]
pub fn name_at(now: Timestamp) -> String {
    format!("{PREFIX}{}", now.to_string().replace([':', '.'], "-"))
}

/// Whether `name` can be a backup's: nothing that leads elsewhere.
fn is_name(name: &str) -> bool {
    name.len() <= 64
        && name.starts_with(PREFIX)
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The folder of a backup that is there.
#[must_use]
pub fn find(data: &Path, name: &str) -> Option<PathBuf> {
    let folder = data.join(FOLDER).join(name);
    (is_name(name) && folder.join(DATABASE_FILE).is_file()).then_some(folder)
}

/// All of them, newest first.
pub fn list(data: &Path) -> std::io::Result<Vec<Kept>> {
    let entries = match fs::read_dir(data.join(FOLDER)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut kept = Vec::new();
    for entry in entries {
        let Ok(name) = entry?.file_name().into_string() else { continue };
        let Some(folder) = find(data, &name) else { continue };
        let made = fs::metadata(folder.join(DATABASE_FILE))?.modified()?;
        let made = made.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let created_at = Timestamp(i64::try_from(made).unwrap_or(i64::MAX));
        kept.push(Kept { bytes: size_of(&folder)?, created_at, name });
    }
    // Names hold the time, to the millisecond.
    kept.sort_by(|one, other| other.name.cmp(&one.name));
    Ok(kept)
}

/// Makes a backup, checks it, and removes all but the newest `kept`.
pub fn make(data: &Path, name: &str, kept: usize) -> Result<(), BackupError> {
    let folder = data.join(FOLDER);
    create_private(&folder)?;
    let making = folder.join(MAKING);
    remove_folder(&making)?;
    backup::make(data, &making, &|_| {})?;
    fs::rename(&making, folder.join(name))?;
    sync_folder(&folder)?;
    for old in list(data)?.iter().skip(kept.max(1)) {
        remove(data, &old.name)?;
    }
    Ok(())
}

/// Bytes written so far of the backup that is being made.
#[must_use]
pub fn copied_bytes(data: &Path) -> u64 {
    size_of(&data.join(FOLDER).join(MAKING)).unwrap_or(0)
}

/// Removes a backup. Returns whether it existed.
pub fn remove(data: &Path, name: &str) -> std::io::Result<bool> {
    let Some(folder) = find(data, name) else { return Ok(false) };
    remove_folder(&folder)?;
    Ok(true)
}

/// Bytes of the database, of its write-ahead log, and of the folders beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// The database.
    pub database: u64,
    /// Its write-ahead log.
    pub wal: u64,
    /// Copies from before upgrades and restores.
    pub snapshots: u64,
    /// Files that people sent.
    pub files: u64,
    /// Backups; what they share with the files counts in both.
    pub backups: u64,
    /// Free space on the disk.
    pub free: u64,
}

/// Free space on the disk, in bytes.
pub fn free(data: &Path) -> std::io::Result<u64> {
    let stat = rustix::fs::statvfs(data)?;
    Ok(stat.f_bavail.saturating_mul(stat.f_frsize))
}

/// Measures how much room the data folder takes.
pub fn usage(data: &Path) -> std::io::Result<Usage> {
    Ok(Usage {
        database: size_of(&data.join(DATABASE_FILE))?,
        wal: size_of(&data.join(format!("{DATABASE_FILE}-wal")))?,
        snapshots: size_of(&data.join(SNAPSHOTS_FOLDER))?,
        files: size_of(&data.join(super::blobs::FOLDER))?,
        backups: size_of(&data.join(FOLDER))?,
        free: free(data)?,
    })
}

/// Bytes of a file, or of all files below a folder; 0 for what is not there.
fn size_of(path: &Path) -> std::io::Result<u64> {
    let about = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
        about => about?,
    };
    if !about.is_dir() {
        return Ok(about.len());
    }
    let mut bytes = 0;
    for entry in fs::read_dir(path)? {
        bytes += size_of(&entry?.path())?;
    }
    Ok(bytes)
}

fn remove_folder(folder: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_nowhere_else() {
        let name = name_at(Timestamp(1_772_352_000_000));
        assert_eq!(name, "desk-2026-03-01T08-00-00-000Z");
        assert!(is_name(&name));
        for wrong in
            ["", "desk", "../desk-1", "desk-../..", "desk-1/2", ".making", "desk-1.sqlite", "desk-\0"]
        {
            assert!(!is_name(wrong), "{wrong}");
        }
    }
}
