//! Whether there is anything to offer: articles to visitors, answers to agents. What asks for them is shown only then.

use rusqlite::{Connection, params};

use super::entry::EntryState;
use super::kind::EntryKind;
use crate::clock::Timestamp;

/// Something is published that visitors find by themselves.
pub fn has_articles(conn: &Connection, now: Timestamp) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM faq_entries WHERE state = ?1 AND public = 1 AND kind = ?3
             AND (valid_from IS NULL OR valid_from <= ?2) AND (valid_until IS NULL OR valid_until > ?2))",
    )?
    .query_row(params![EntryState::Published as i64, now.0, EntryKind::Answer as i64], |row| row.get(0))
}

/// Something is published that answers.
pub fn has_answers(conn: &Connection) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM faq_entries WHERE state = ?1)")?
        .query_row([EntryState::Published as i64], |row| row.get(0))
}
