//! Files: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::slices::Slices;
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind};
use crate::ids::{ConversationId, FileId, UploadId};
use crate::storage::Writing;
use crate::storage::blobs::Digest;

/// A file that arrives.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its id.
    pub id: UploadId,
    /// Who sends it.
    pub owner: Actor,
    /// Its name, cleaned.
    pub file_name: String,
    /// How it is cut.
    pub slices: Slices,
    /// What its sender takes it for.
    pub content_type: String,
    /// What its sender says its digest is.
    pub sha256: Option<Digest>,
    /// The file that came of it.
    pub file: Option<FileId>,
    /// Until when it has to be whole.
    pub expires_at: Timestamp,
}

/// Where an upload comes from: a keyed digest of the address.
pub type ClientDigest = [u8; 16];

/// A file that is whole.
#[derive(Debug, Clone)]
pub struct StoredFile {
    /// Its id.
    pub id: FileId,
    /// Who sent it.
    pub owner: Actor,
    /// Where its bytes lie.
    pub sha256: Digest,
    /// Where the bytes of its thumbnail lie, where it has one.
    pub thumbnail: Option<Digest>,
    /// Its name.
    pub file_name: String,
    /// What it is.
    pub media_type: String,
    /// Its size.
    pub byte_size: u64,
    /// Width and height of a picture, as it is looked at.
    pub size: Option<(u32, u32)>,
}

/// Adds an upload.
pub fn insert_upload(
    conn: &Writing,
    upload: &Upload,
    client: Option<ClientDigest>,
    now: Timestamp,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO uploads
            (id, owner_kind, owner_id, file_name, byte_size, content_type, sha256, created_at, expires_at, client)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            upload.id,
            upload.owner.kind.number(),
            upload.owner.id,
            upload.file_name,
            upload.slices.byte_size as i64,
            upload.content_type,
            upload.sha256,
            now.0,
            upload.expires_at.0,
            client,
        ],
    )
    .map(drop)
}

/// The upload of this owner with this id. Somebody else's is as missing as one that never was.
pub fn find_upload(conn: &Connection, id: UploadId, owner: Actor) -> rusqlite::Result<Option<Upload>> {
    conn.prepare_cached(
        "SELECT file_name, byte_size, content_type, sha256, file_id, expires_at
           FROM uploads
          WHERE id = ?1 AND owner_kind = ?2 AND owner_id = ?3",
    )?
    .query_row(params![id, owner.kind.number(), owner.id], |row| {
        Ok(Upload {
            id,
            owner,
            file_name: row.get(0)?,
            slices: Slices::of(row.get::<_, i64>(1)? as u64),
            content_type: row.get(2)?,
            sha256: row.get(3)?,
            file: row.get(4)?,
            expires_at: Timestamp(row.get(5)?),
        })
    })
    .optional()
}

/// Which slices have arrived, in order.
pub fn slices(conn: &Connection, id: UploadId) -> rusqlite::Result<Vec<u64>> {
    conn.prepare_cached("SELECT slice FROM upload_slices WHERE upload_id = ?1 ORDER BY slice")?
        .query_map([id], |row| row.get::<_, i64>(0).map(|number| number as u64))?
        .collect()
}

/// The digest of a slice that has arrived.
pub fn slice(conn: &Connection, id: UploadId, number: u64) -> rusqlite::Result<Option<Digest>> {
    conn.prepare_cached("SELECT sha256 FROM upload_slices WHERE upload_id = ?1 AND slice = ?2")?
        .query_row(params![id, number as i64], |row| row.get(0))
        .optional()
}

/// Notes that a slice has arrived.
pub fn insert_slice(conn: &Writing, id: UploadId, number: u64, digest: Digest) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO upload_slices (upload_id, slice, sha256) VALUES (?1, ?2, ?3)",
        params![id, number as i64, digest],
    )
    .map(drop)
}

/// Forgets every slice of an upload whose whole turned out wrong.
pub fn forget_slices(conn: &Writing, id: UploadId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM upload_slices WHERE upload_id = ?1", params![id]).map(drop)
}

/// Notes which file came of an upload; its slices are not needed any more.
pub fn finish_upload(conn: &Writing, id: UploadId, file: FileId) -> rusqlite::Result<()> {
    forget_slices(conn, id)?;
    conn.write("UPDATE uploads SET file_id = ?2 WHERE id = ?1", params![id, file]).map(drop)
}

/// Uploads whose time is over, at most `limit`.
pub fn expired(conn: &Connection, now: Timestamp, limit: usize) -> rusqlite::Result<Vec<UploadId>> {
    conn.prepare_cached("SELECT id FROM uploads WHERE expires_at < ?1 ORDER BY expires_at LIMIT ?2")?
        .query_map(params![now.0, limit as i64], |row| row.get(0))?
        .collect()
}

/// Whether there is an upload with this id that is not finished.
pub fn is_arriving(conn: &Connection, id: UploadId) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM uploads WHERE id = ?1 AND file_id IS NULL)")?
        .query_row([id], |row| row.get(0))
}

/// Removes an upload.
pub fn remove_upload(conn: &Writing, id: UploadId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM uploads WHERE id = ?1", params![id]).map(drop)
}

/// What files take, and what unfinished uploads will.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taken {
    /// Unfinished uploads.
    pub unfinished: usize,
    /// Bytes of files and unfinished uploads.
    pub bytes: u64,
}

/// What is taken by everybody.
pub fn taken(conn: &Connection) -> rusqlite::Result<u64> {
    conn.prepare_cached(
        "SELECT COALESCE((SELECT SUM(byte_size) FROM files), 0)
              + COALESCE((SELECT SUM(byte_size) FROM uploads WHERE file_id IS NULL), 0)",
    )?
    .query_row([], |row| row.get::<_, i64>(0).map(|bytes| bytes as u64))
}

/// What is taken by one person.
pub fn taken_by(conn: &Connection, owner: Actor) -> rusqlite::Result<Taken> {
    let files: i64 = conn
        .prepare_cached("SELECT COALESCE(SUM(byte_size), 0) FROM files WHERE owner_id = ?1")?
        .query_row([owner.id], |row| row.get(0))?;
    conn.prepare_cached(
        "SELECT COUNT(*), COALESCE(SUM(byte_size), 0) FROM uploads WHERE owner_id = ?1 AND file_id IS NULL",
    )?
    .query_row([owner.id], |row| {
        let bytes = files + row.get::<_, i64>(1)?;
        Ok(Taken { unfinished: row.get::<_, i64>(0)? as usize, bytes: bytes as u64 })
    })
}

/// What is announced from one place and not finished.
pub fn unfinished_from(conn: &Connection, client: ClientDigest) -> rusqlite::Result<u64> {
    conn.prepare_cached(
        "SELECT COALESCE(SUM(byte_size), 0) FROM uploads WHERE client = ?1 AND file_id IS NULL",
    )?
    .query_row([client], |row| row.get::<_, i64>(0).map(|bytes| bytes as u64))
}

/// Whether a visitor has written nothing yet.
pub fn is_silent(conn: &Connection, visitor: i64) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT NOT EXISTS (SELECT 1 FROM messages WHERE sender_id = ?1 AND client_message_id IS NOT NULL)",
    )?
    .query_row([visitor], |row| row.get(0))
}

/// What is taken by all visitors who have written nothing yet. Their files are kept for so long only, so that what is older
/// than `since` need not be looked at.
pub fn taken_by_silent(conn: &Connection, since: Timestamp) -> rusqlite::Result<u64> {
    conn.prepare_cached(
        "SELECT COALESCE(SUM(t.byte_size), 0)
           FROM (SELECT owner_id, byte_size FROM files WHERE created_at >= ?1 AND owner_kind = ?2
                  UNION ALL
                 SELECT owner_id, byte_size FROM uploads WHERE file_id IS NULL AND owner_kind = ?2) t
          WHERE NOT EXISTS (SELECT 1 FROM messages m
                             WHERE m.sender_id = t.owner_id AND m.client_message_id IS NOT NULL)",
    )?
    .query_row(params![since.0, ActorKind::Visitor.number()], |row| {
        row.get::<_, i64>(0).map(|bytes| bytes as u64)
    })
}

/// Adds a file. Its bytes are in their place.
pub fn insert(conn: &Writing, file: &StoredFile, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO files (id, owner_kind, owner_id, sha256, thumbnail, file_name, media_type, byte_size, width, height,
                            created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            file.id,
            file.owner.kind.number(),
            file.owner.id,
            file.sha256,
            file.thumbnail,
            file.file_name,
            file.media_type,
            file.byte_size as i64,
            file.size.map(|(width, _)| width),
            file.size.map(|(_, height)| height),
            now.0,
        ],
    )
    .map(drop)
}

/// The file with this id, whoever may have it.
pub fn find(conn: &Connection, id: FileId) -> rusqlite::Result<Option<StoredFile>> {
    conn.prepare_cached(
        "SELECT owner_kind, owner_id, sha256, thumbnail, file_name, media_type, byte_size, width, height
           FROM files WHERE id = ?1",
    )?
    .query_row([id], |row: &Row<'_>| {
        let (width, height): (Option<u32>, Option<u32>) = (row.get(7)?, row.get(8)?);
        Ok(StoredFile {
            id,
            owner: Actor { kind: ActorKind::from_number(row.get(0)?), id: row.get(1)? },
            sha256: row.get(2)?,
            thumbnail: row.get(3)?,
            file_name: row.get(4)?,
            media_type: row.get(5)?,
            byte_size: row.get::<_, i64>(6)? as u64,
            size: width.zip(height),
        })
    })
    .optional()
}

/// Notes that a message shows the file.
pub fn show(
    conn: &Writing,
    file: FileId,
    conversation: ConversationId,
    sequence: i64,
    note: bool,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO message_files (file_id, conversation_id, sequence, note) VALUES (?1, ?2, ?3, ?4)",
        params![file, conversation, sequence, note],
    )
    .map(drop)
}

/// Where the file is shown: conversations, and whether in a note.
pub fn shown_in(conn: &Connection, file: FileId) -> rusqlite::Result<Vec<(ConversationId, bool)>> {
    conn.prepare_cached("SELECT conversation_id, note FROM message_files WHERE file_id = ?1")?
        .query_map([file], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Takes files out of a message that was recalled, or out of all of a conversation. What is shown nowhere else goes.
pub fn hide(conn: &Writing, conversation: ConversationId, sequence: Option<i64>) -> rusqlite::Result<()> {
    let files: Vec<FileId> = conn
        .prepare_cached(
            "SELECT DISTINCT file_id FROM message_files
              WHERE conversation_id = ?1 AND sequence = COALESCE(?2, sequence) ORDER BY file_id",
        )?
        .query_map(params![conversation, sequence], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    conn.write(
        "DELETE FROM message_files WHERE conversation_id = ?1 AND sequence = COALESCE(?2, sequence)",
        params![conversation, sequence],
    )?;
    for file in files {
        if shown_in(conn, file)?.is_empty() {
            remove(conn, file)?;
        }
    }
    Ok(())
}

/// Forgets what somebody sent or was sending; for a visitor who is erased, after their conversations.
pub fn forget_owner(conn: &Writing, owner: Actor) -> rusqlite::Result<()> {
    let files: Vec<FileId> = conn
        .prepare_cached("SELECT id FROM files WHERE owner_id = ?1 AND owner_kind = ?2 ORDER BY id")?
        .query_map(params![owner.id, owner.kind.number()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for file in files {
        conn.write("DELETE FROM message_files WHERE file_id = ?1", params![file])?;
        remove(conn, file)?;
    }
    // What arrived of them is found on the disk without a row, and removed.
    conn.write(
        "DELETE FROM uploads WHERE owner_id = ?1 AND owner_kind = ?2",
        params![owner.id, owner.kind.number()],
    )
    .map(drop)
}

/// Files from before `before` that no message shows, at most `limit`.
pub fn unused(conn: &Connection, before: Timestamp, limit: usize) -> rusqlite::Result<Vec<FileId>> {
    conn.prepare_cached(
        "SELECT id FROM files f
          WHERE created_at < ?1 AND NOT EXISTS (SELECT 1 FROM message_files m WHERE m.file_id = f.id)
          ORDER BY created_at
          LIMIT ?2",
    )?
    .query_map(params![before.0, limit as i64], |row| row.get(0))?
    .collect()
}

/// Removes a file that no message shows. Its bytes are looked at after the commit.
pub fn remove(conn: &Writing, id: FileId) -> rusqlite::Result<()> {
    let Some(file) = find(conn, id)? else { return Ok(()) };
    for digest in [Some(file.sha256), file.thumbnail].into_iter().flatten() {
        conn.write("INSERT OR IGNORE INTO blob_removals (sha256) VALUES (?1)", params![digest])?;
    }
    conn.write("DELETE FROM uploads WHERE file_id = ?1", params![id])?;
    conn.write("DELETE FROM files WHERE id = ?1", params![id]).map(drop)
}

/// Blobs that may lie there for nothing, at most `limit`.
pub fn removals(conn: &Connection, limit: usize) -> rusqlite::Result<Vec<Digest>> {
    conn.prepare_cached("SELECT sha256 FROM blob_removals ORDER BY sha256 LIMIT ?1")?
        .query_map([limit as i64], |row| row.get(0))?
        .collect()
}

/// Notes that a blob was looked at.
pub fn removed(conn: &Writing, digest: Digest) -> rusqlite::Result<()> {
    conn.write("DELETE FROM blob_removals WHERE sha256 = ?1", params![digest]).map(drop)
}

/// Whether a row points at a blob.
pub fn is_used(conn: &Connection, digest: Digest) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM files WHERE sha256 = ?1) OR EXISTS (SELECT 1 FROM files WHERE thumbnail = ?1)",
    )?
    .query_row([digest], |row| row.get(0))
}
