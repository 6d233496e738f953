//! How each connection is set up, in one place. See <https://sqlite.org/pragma.html>.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

/// Sizes that the configuration decides.
#[derive(Debug, Clone, Copy)]
pub struct Tuning {
    /// Pages in the write-ahead log before a checkpoint; a page has 4096 bytes.
    pub wal_pages: u32,
    /// Page cache of one connection, in bytes.
    pub cache_bytes: u64,
}

impl Default for Tuning {
    fn default() -> Self {
        Self { wal_pages: 4_000, cache_bytes: 16 << 20 }
    }
}

/// How long to wait for a lock. Only a backup or a foreign tool ever competes for it.
const BUSY: Duration = Duration::from_secs(10);
/// How long folding the log waits for those who read an older state.
pub(super) const FOLD_BUSY: Duration = Duration::from_millis(200);
/// How many prepared statements a connection keeps.
const STATEMENTS: usize = 256;

/// Opens the one connection that writes: WAL, every commit synced, foreign keys on, deleted content overwritten.
#[expect(clippy::disallowed_methods, reason = "connections are opened here and nowhere else")]
pub fn open_writer(path: &Path, tuning: Tuning) -> rusqlite::Result<Connection> {
    // Never created here: where the file has gone (a disk that was unmounted), an empty one must not take its place.
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.busy_timeout(BUSY)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    // FULL syncs the log at every commit; NORMAL could lose the last ones when power fails.
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "wal_autocheckpoint", tuning.wal_pages)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "secure_delete", true)?;
    shared(&conn, tuning)?;
    Ok(conn)
}

/// Opens a file to check or copy it: read-only, no settings.
#[expect(clippy::disallowed_methods, reason = "connections are opened here and nowhere else")]
pub fn open_to_inspect(path: &Path) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    conn.busy_timeout(BUSY)?;
    Ok(conn)
}

/// Opens a connection that can only read.
#[expect(clippy::disallowed_methods, reason = "connections are opened here and nowhere else")]
pub fn open_reader(path: &Path, tuning: Tuning) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.busy_timeout(BUSY)?;
    conn.pragma_update(None, "query_only", true)?;
    shared(&conn, tuning)?;
    Ok(conn)
}

/// Copies the write-ahead log into the database and cuts it to nothing, so that no page of it holds what was deleted; whether
/// that went through, or a reader of an older state held it up.
pub(super) fn fold_log(conn: &Connection) -> rusqlite::Result<bool> {
    conn.busy_timeout(FOLD_BUSY)?;
    // The first column says whether somebody was in the way: https://sqlite.org/pragma.html#pragma_wal_checkpoint
    let busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    conn.busy_timeout(BUSY)?;
    match busy {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(false),
        busy => Ok(busy? == 0),
    }
}

fn shared(conn: &Connection, tuning: Tuning) -> rusqlite::Result<()> {
    // A negative size counts KiB.
    conn.pragma_update(None, "cache_size", -i64::try_from(tuning.cache_bytes / 1024).unwrap_or(16_384))?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "trusted_schema", false)?;
    // Otherwise statements are prepared anew for values that might call for another plan, at each use.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}
