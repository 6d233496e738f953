//! Pictures: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::MediaType;
use crate::clock::Timestamp;
use crate::storage::Writing;

/// A picture as stored.
#[derive(Debug)]
pub struct Picture {
    /// What it is.
    pub media_type: MediaType,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The picture with this name.
pub fn find(conn: &Connection, digest: &str) -> rusqlite::Result<Option<Picture>> {
    let found = conn
        .prepare_cached("SELECT media_type, bytes FROM pictures WHERE digest = ?1")?
        .query_row([digest], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))
        .optional()?;
    // A type that this version does not know is not handed out.
    Ok(found.and_then(|(name, bytes)| Some(Picture { media_type: MediaType::from_name(&name)?, bytes })))
}

/// Whether there is a picture with this name.
pub fn exists(conn: &Connection, digest: &str) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM pictures WHERE digest = ?1)")?
        .query_row([digest], |row| row.get(0))
}

/// Pictures stored before `before` that no agent and no widget shows, at most `limit`. They may stand in messages.
pub fn unused(conn: &Connection, before: Timestamp, limit: usize) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT digest FROM pictures p
          WHERE created_at < ?1
            AND NOT EXISTS (SELECT 1 FROM agents a WHERE a.picture = p.digest)
            AND NOT EXISTS (SELECT 1 FROM widgets w WHERE INSTR(w.settings, p.digest) > 0)
            AND NOT EXISTS (SELECT 1 FROM faq_texts t WHERE t.picture = '/p/' || p.digest)
            AND NOT EXISTS (SELECT 1 FROM bot_settings b WHERE INSTR(b.document, p.digest) > 0)
          ORDER BY id
          LIMIT ?2",
    )?
    .query_map(params![before.0, limit as i64], |row| row.get(0))?
    .collect()
}

/// Whether a message shows the picture; looks through all of them.
pub fn is_said(conn: &Connection, digest: &str) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM messages WHERE INSTR(content, ?1) > 0)")?
        .query_row([digest], |row| row.get(0))
}

/// Counts a picture as stored now, so that it is not looked at again for a while.
pub fn touch(conn: &Writing, digest: &str, now: Timestamp) -> rusqlite::Result<()> {
    conn.write("UPDATE pictures SET created_at = ?2 WHERE digest = ?1", params![digest, now.0]).map(drop)
}

/// Removes a picture.
pub fn remove(conn: &Writing, digest: &str) -> rusqlite::Result<()> {
    conn.write("DELETE FROM pictures WHERE digest = ?1", params![digest]).map(drop)
}

/// Stores a picture under its name. One that is there already counts as stored now.
pub fn insert(
    conn: &Writing,
    digest: &str,
    media_type: MediaType,
    bytes: &[u8],
    now: Timestamp,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO pictures (digest, media_type, bytes, created_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (digest) DO UPDATE SET created_at = excluded.created_at",
        params![digest, media_type.name(), bytes, now.0],
    )
    .map(drop)
}
