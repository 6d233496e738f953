//! Copying a live database, and making files and names durable.
//!
//! `VACUUM INTO` copies in one pass and one transaction, so that writers go on; the stepped backup API would start over
//! at every commit of another connection. See <https://sqlite.org/lang_vacuum.html>.

use std::fs::File;
use std::path::Path;

use rusqlite::Connection;

/// Copies the database behind `conn` to the new file `target`, synced to disk.
pub fn vacuum_into(conn: &Connection, target: &Path) -> rusqlite::Result<()> {
    conn.execute("VACUUM INTO ?1", [target.to_string_lossy()])?;
    sync_file(target).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// Makes a file's content durable.
pub(super) fn sync_file(path: &Path) -> std::io::Result<()> {
    File::open(path)?.sync_all()
}

/// Makes new names in `folder` durable.
pub(super) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}
