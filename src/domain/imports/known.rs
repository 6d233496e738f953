//! What was brought in before, known by keyed digests of the ids that the other desk gave it, so that no file is brought in twice. SQL.
//! What was erased here keeps its digest and nothing else.

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::Sha256;

use crate::ids::{ContactId, ConversationId};
use crate::storage::Writing;

/// By which something is known again.
pub type Digest = [u8; 16];

/// What digests are made with.
#[derive(Clone)]
pub struct Maker(Hmac<Sha256>);

impl std::fmt::Debug for Maker {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Maker")
    }
}

impl Maker {
    /// Digests under the desk's own key.
    #[must_use]
    pub fn new(key: &[u8; 32]) -> Self {
        Self(Hmac::new_from_slice(key).expect("a key of any length is one"))
    }

    /// The digest of `parts`, which are kept apart.
    #[must_use]
    pub fn digest(&self, parts: &[&[u8]]) -> Digest {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().first_chunk().copied().expect("a digest of 32 bytes")
    }
}

/// Whether something was brought in before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known<T> {
    /// No.
    New,
    /// It is here.
    Here(T),
    /// It was here and is erased.
    Gone,
}

impl<T> Known<T> {
    #[expect(clippy::option_option, reason = "no row, and a row without an id")]
    fn of(found: Option<Option<T>>) -> Self {
        match found {
            None => Self::New,
            Some(Some(id)) => Self::Here(id),
            Some(None) => Self::Gone,
        }
    }
}

/// The person with this digest.
pub fn contact(conn: &Connection, digest: &Digest) -> rusqlite::Result<Known<ContactId>> {
    conn.prepare_cached("SELECT contact_id FROM imported_contacts WHERE digest = ?1")?
        .query_row([digest], |row| row.get(0))
        .optional()
        .map(Known::of)
}

/// Notes who has it.
pub fn note_contact(conn: &Writing, digest: &Digest, contact: ContactId) -> rusqlite::Result<()> {
    conn.write("INSERT INTO imported_contacts (digest, contact_id) VALUES (?1, ?2)", params![digest, contact])
        .map(drop)
}

/// The conversation with this digest.
pub fn conversation(conn: &Connection, digest: &Digest) -> rusqlite::Result<Known<ConversationId>> {
    conn.prepare_cached("SELECT conversation_id FROM imported_conversations WHERE digest = ?1")?
        .query_row([digest], |row| row.get(0))
        .optional()
        .map(Known::of)
}

/// Notes which one has it.
pub fn note_conversation(conn: &Writing, digest: &Digest, id: ConversationId) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO imported_conversations (digest, conversation_id) VALUES (?1, ?2)",
        params![digest, id],
    )
    .map(drop)
}

/// Notes an entry of a conversation; whether it is new there.
pub fn note_entry(conn: &Writing, id: ConversationId, digest: &Digest) -> rusqlite::Result<bool> {
    let added = conn.write(
        "INSERT OR IGNORE INTO imported_entries (conversation_id, digest) VALUES (?1, ?2)",
        params![id, digest],
    )?;
    Ok(added > 0)
}
