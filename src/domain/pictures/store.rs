//! Pictures: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::MediaType;
use crate::clock::Timestamp;

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

/// Stores a picture under its name. One that is there already counts as stored now.
pub fn insert(
    conn: &Connection,
    digest: &str,
    media_type: MediaType,
    bytes: &[u8],
    now: Timestamp,
) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO pictures (digest, media_type, bytes, created_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (digest) DO UPDATE SET created_at = excluded.created_at",
    )?
    .execute(params![digest, media_type.name(), bytes, now.0])
    .map(drop)
}
