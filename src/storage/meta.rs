//! Facts about the data folder itself: the log's epoch and the keys that never leave it.

use rusqlite::{Connection, OptionalExtension, params};

use super::writing::Writing;
use crate::entropy::{self, Entropy};

/// Read once at start; fixed while the desk runs.
#[derive(Debug, Clone)]
pub struct Meta {
    /// 64 random bits as 16 hex digits; new after a restore, so that cursors into a lost future are noticed.
    pub log_epoch: String,
    /// Key of the digests that tell a repeated message from a changed one.
    pub digest_key: [u8; 32],
    /// Key of the session tokens' signatures.
    pub token_key: [u8; 32],
}

/// Reads one value.
pub fn read(conn: &Connection, name: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    conn.prepare_cached("SELECT value FROM meta WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()
}

/// Sets one value.
pub fn write(conn: &Writing, name: &str, value: &[u8]) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![name, value],
    )
    .map(drop)
}

/// Removes one value.
pub fn remove(conn: &Writing, name: &str) -> rusqlite::Result<()> {
    conn.write("DELETE FROM meta WHERE name = ?1", params![name]).map(drop)
}

/// Loads what is there and makes what is missing; `new_epoch` after a restore.
pub(super) fn load(conn: &Writing, entropy: &dyn Entropy, new_epoch: bool) -> rusqlite::Result<Meta> {
    let epoch = match read(conn, "log_epoch")? {
        Some(epoch) if !new_epoch => String::from_utf8_lossy(&epoch).into_owned(),
        _ => {
            let epoch = format!("{:016x}", entropy.number());
            write(conn, "log_epoch", epoch.as_bytes())?;
            epoch
        }
    };
    Ok(Meta {
        log_epoch: epoch,
        digest_key: key(conn, "digest_key", entropy)?,
        token_key: key(conn, "token_key", entropy)?,
    })
}

fn key(conn: &Writing, name: &str, entropy: &dyn Entropy) -> rusqlite::Result<[u8; 32]> {
    if let Some(stored) = read(conn, name)?.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()) {
        return Ok(stored);
    }
    let fresh = entropy::bytes::<32>(entropy);
    write(conn, name, &fresh)?;
    Ok(fresh)
}
