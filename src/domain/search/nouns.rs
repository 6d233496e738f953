//! What stands in the second index: persons, canned replies and tickets, each under its id. SQL.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};

use super::index::Index;
use crate::storage::Writing;
use crate::text::words;

/// What something is. Stored; the numbers never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i64)]
pub enum Noun {
    /// A person.
    Contact = 1,
    /// A canned reply.
    Canned = 2,
    /// A ticket, by its conversation.
    Ticket = 3,
}

impl Noun {
    const fn from_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::Contact),
            2 => Some(Self::Canned),
            3 => Some(Self::Ticket),
            _ => None,
        }
    }
}

/// Makes what stands there under an id what `text` says; `None` takes it out. Whether something changed.
pub fn put(conn: &Writing, noun: Noun, id: i64, text: Option<&str>) -> rusqlite::Result<bool> {
    let before: Option<String> = conn
        .prepare_cached("SELECT words FROM search_nouns WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let tokens = text.map(words::tokens).filter(|tokens| !tokens.is_empty());
    if before == tokens {
        return Ok(false);
    }
    if let Some(before) = &before {
        Index::Nouns.remove(conn, id, before)?;
        conn.write("DELETE FROM search_nouns WHERE id = ?1", params![id])?;
        Index::Nouns.flush(conn)?;
        let now: BTreeSet<&str> = tokens.iter().flat_map(|tokens| tokens.split(' ')).collect();
        Index::Nouns.scrub(conn, before.split(' ').filter(|token| !now.contains(token)))?;
    }
    if let Some(tokens) = &tokens {
        conn.write(
            "INSERT INTO search_nouns (id, kind, words) VALUES (?1, ?2, ?3)",
            params![id, noun as i64, tokens],
        )?;
        Index::Nouns.add(conn, id, tokens)?;
        Index::Nouns.flush(conn)?;
    }
    Ok(true)
}

/// What a match may be, the newest first.
pub fn matching(conn: &Connection, expression: &str, limit: usize) -> rusqlite::Result<Vec<(Noun, i64)>> {
    conn.prepare_cached(
        "SELECT n.kind, n.id
           FROM (SELECT rowid AS id FROM search_words WHERE search_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) found
           JOIN search_nouns n ON n.id = found.id
          ORDER BY n.id DESC",
    )?
    .query_map(params![expression, limit as i64], |row| {
        Ok(Noun::from_number(row.get(0)?).map(|noun| (noun, row.get(1).unwrap_or_default())))
    })?
    .filter_map(Result::transpose)
    .collect()
}

/// Removes all of it, with the second index.
pub fn empty(conn: &Writing) -> rusqlite::Result<()> {
    Index::Nouns.empty(conn)?;
    conn.write("DELETE FROM search_nouns", &[]).map(drop)
}
