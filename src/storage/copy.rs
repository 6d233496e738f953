//! Copying a live database, and making files and names durable.
//!
//! `VACUUM INTO` copies in one pass and one transaction, so that writers go on; the stepped backup API would start over
//! at every commit of another connection. See <https://sqlite.org/lang_vacuum.html>.

use std::fs::File;
use std::path::Path;

use rusqlite::Connection;

use super::private::create_private_file;

/// Why a copy could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// `SQLite` takes names in UTF-8 only.
    #[error("{0} is not UTF-8; name another folder")]
    Unnamable(String),
    /// `SQLite` refused.
    #[error("cannot copy the database")]
    Sql(#[from] rusqlite::Error),
    /// The file system refused.
    #[error("cannot write the copy")]
    Io(#[from] std::io::Error),
}

/// Copies the database behind `conn` to the new file `target`, synced to disk and its owner's alone.
pub fn vacuum_into(conn: &Connection, target: &Path) -> Result<(), CopyError> {
    let name = target.to_str().ok_or_else(|| CopyError::Unnamable(target.display().to_string()))?;
    create_private_file(target)?;
    conn.execute("VACUUM INTO ?1", [name])?;
    Ok(sync_file(target)?)
}

/// Makes a file's content durable.
pub(super) fn sync_file(path: &Path) -> std::io::Result<()> {
    File::open(path)?.sync_all()
}

/// Makes new names in `folder` durable.
pub(super) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}
