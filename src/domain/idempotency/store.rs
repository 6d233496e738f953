//! Kept answers: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Kept, Key};
use crate::clock::Timestamp;

/// The answer kept under `key` since `since`.
pub fn find(conn: &Connection, key: &Key, since: Timestamp) -> rusqlite::Result<Option<Kept>> {
    conn.prepare_cached(
        "SELECT digest, status, body FROM idempotency_keys
          WHERE principal = ?1 AND route = ?2 AND key = ?3 AND kept_at > ?4",
    )?
    .query_row(params![key.principal, key.route, key.key, since.0], |row| {
        Ok(Kept { digest: row.get(0)?, status: row.get(1)?, body: row.get(2)? })
    })
    .optional()
}

/// Keeps an answer; one that has grown too old gives way.
pub fn keep(conn: &Connection, key: &Key, kept: &Kept, now: Timestamp) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO idempotency_keys (principal, route, key, digest, status, body, kept_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![key.principal, key.route, key.key, kept.digest, kept.status, kept.body, now.0])
    .map(drop)
}

/// Forgets answers that name something, by its public id. Only a day of answers is kept, so all are looked through.
pub fn forget_naming(conn: &Connection, id: &str) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM idempotency_keys WHERE INSTR(body, ?1) > 0")?.execute([id]).map(drop)
}

/// Forgets answers kept before `before`, at most `limit`; how many went.
pub fn prune(conn: &Connection, before: Timestamp, limit: usize) -> rusqlite::Result<usize> {
    conn.prepare_cached(
        "DELETE FROM idempotency_keys
          WHERE (principal, route, key) IN (SELECT principal, route, key FROM idempotency_keys
                                             WHERE kept_at <= ?1 ORDER BY kept_at LIMIT ?2)",
    )?
    .execute(params![before.0, limit as i64])
}
