//! Kept answers: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Kept, Key};
use crate::clock::Timestamp;
use crate::storage::Writing;

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
pub fn keep(conn: &Writing, key: &Key, kept: &Kept, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT OR REPLACE INTO idempotency_keys (principal, route, key, digest, status, body, kept_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![key.principal, key.route, key.key, kept.digest, kept.status, kept.body, now.0],
    )
    .map(drop)
}

/// Forgets answers that name something, or were given to it, by its public id. Only a day of answers is kept, so all are
/// looked through.
pub fn forget_naming(conn: &Writing, id: &str) -> rusqlite::Result<()> {
    conn.write(
        "DELETE FROM idempotency_keys WHERE principal = ?1 OR INSTR(body, ?1) > 0 OR INSTR(route, ?1) > 0",
        params![id],
    )
    .map(drop)
}

/// Forgets answers with a word in them (letters, digits and `_` in a row) that `forget` is true of.
pub fn forget_where(conn: &Writing, forget: impl Fn(&str) -> rusqlite::Result<bool>) -> rusqlite::Result<()> {
    let mut statement = conn.prepare_cached("SELECT principal, route, key, body FROM idempotency_keys")?;
    let mut rows = statement.query([])?;
    let mut found: Vec<(String, String, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        let body: String = row.get(3)?;
        for word in body.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
            if forget(word)? {
                found.push((row.get(0)?, row.get(1)?, row.get(2)?));
                break;
            }
        }
    }
    for (principal, route, key) in found {
        conn.write(
            "DELETE FROM idempotency_keys WHERE principal = ?1 AND route = ?2 AND key = ?3",
            params![principal, route, key],
        )?;
    }
    Ok(())
}

/// Forgets answers kept before `before`, at most `limit`; how many went.
pub fn prune(conn: &Writing, before: Timestamp, limit: usize) -> rusqlite::Result<usize> {
    conn.write(
        "DELETE FROM idempotency_keys
          WHERE (principal, route, key) IN (SELECT principal, route, key FROM idempotency_keys
                                             WHERE kept_at <= ?1 ORDER BY kept_at, principal, route, key LIMIT ?2)",
        params![before.0, limit as i64],
    )
}
