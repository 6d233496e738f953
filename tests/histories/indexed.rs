//! The indexes of the search against what they are made of: a fresh one would hold the same.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;
use servicedesk::domain::search::state::{self, Stage};
use servicedesk::flows::search::shown;
use servicedesk::ids::{ContactId, ConversationId};
use servicedesk::storage::pragmas;
use servicedesk::text::words;

/// Each token with where it stands.
type Tokens = BTreeSet<(String, i64)>;

/// Whether a table belongs to an index, which alone writes it.
pub fn is_of_an_index(table: &str) -> bool {
    ["search_docs_", "search_words_"].iter().any(|index| table.starts_with(index))
}

/// The first difference, in words.
pub fn difference(path: &Path) -> rusqlite::Result<Option<String>> {
    let conn = pragmas::open_to_inspect(path)?;
    let state = state::read(&conn)?;
    if state.stage == Stage::Emptying {
        return Ok(None);
    }
    let reached = if state.stage == Stage::Messages { state.position } else { 0 };
    let mut found = differ("messages", &held(&conn, "search_docs")?, &messages(&conn, reached)?);
    let nouns = held(&conn, "search_words")?;
    found = found.or(differ("nouns", &nouns, &kept(&conn)?));
    if state.stage == Stage::Messages {
        found = found.or(differ("persons and replies", &nouns, &known(&conn)?));
    }
    Ok(found.or(leftover(&conn, "search_docs")?).or(leftover(&conn, "search_words")?))
}

fn differ(what: &str, held: &Tokens, made: &Tokens) -> Option<String> {
    let more = held.difference(made).next();
    let fewer = made.difference(held).next();
    (more.is_some() || fewer.is_some()).then(|| format!("{what}: {more:?} is left, {fewer:?} is missing"))
}

/// What an index holds.
fn held(conn: &Connection, index: &str) -> rusqlite::Result<Tokens> {
    conn.execute_batch(&format!(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_held USING fts5vocab('main', '{index}', 'instance')"
    ))?;
    conn.prepare(&format!("SELECT term, doc FROM temp.{index}_held"))?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

fn add(into: &mut Tokens, text: &str, id: i64) {
    let tokens = words::tokens(text);
    into.extend(tokens.split(' ').filter(|token| !token.is_empty()).map(|token| (token.to_owned(), id)));
}

fn messages(conn: &Connection, reached: i64) -> rusqlite::Result<Tokens> {
    let mut made = Tokens::new();
    let mut all = conn.prepare(
        "SELECT log_position, content FROM messages WHERE log_position <= ?1 AND content IS NOT NULL",
    )?;
    for row in all.query_map([reached], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))? {
        let (position, content) = row?;
        add(&mut made, &shown::message(&content).text, position);
    }
    Ok(made)
}

/// What the table beside the second index says it holds.
fn kept(conn: &Connection) -> rusqlite::Result<Tokens> {
    let mut made = Tokens::new();
    let mut all = conn.prepare("SELECT id, words FROM search_nouns")?;
    for row in all.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))? {
        let (id, words) = row?;
        made.extend(words.split(' ').map(|token| (token.to_owned(), id)));
    }
    Ok(made)
}

/// What there is to know of persons and replies.
fn known(conn: &Connection) -> rusqlite::Result<Tokens> {
    let mut made = Tokens::new();
    let mut all = conn.prepare("SELECT id FROM contacts")?;
    for id in all.query_map([], |row| row.get::<_, i64>(0))? {
        let id = id?;
        add(&mut made, &shown::contact(conn, ContactId(id))?.unwrap_or_default(), id);
    }
    let mut all = conn.prepare("SELECT conversation_id FROM tickets")?;
    for id in all.query_map([], |row| row.get::<_, i64>(0))? {
        let id = id?;
        add(&mut made, &shown::ticket(conn, ConversationId(id), "")?.unwrap_or_default(), id);
    }
    for reply in servicedesk::domain::canned::store::after(conn, 0, usize::MAX >> 1)? {
        add(&mut made, &shown::canned(&reply), reply.id.0);
    }
    Ok(made)
}

/// A token that the directory of an index names, and nothing has.
fn leftover(conn: &Connection, index: &str) -> rusqlite::Result<Option<String>> {
    let held: BTreeSet<Vec<u8>> =
        held(conn, index)?.into_iter().map(|(token, _)| token.into_bytes()).collect();
    let mut all = conn.prepare(&format!("SELECT term FROM {index}_idx"))?;
    let named = all.query_map([], |row| row.get::<_, Vec<u8>>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    // The directory names pages by the beginning of a token.
    let whole = named.iter().filter_map(|name| name.strip_prefix(b"0"));
    let is_held =
        |name: &[u8]| held.range(name.to_vec()..).next().is_some_and(|token| token.starts_with(name));
    let mut left = whole.filter(|name| !is_held(name)).map(|name| String::from_utf8_lossy(name).into_owned());
    Ok(left.next().map(|token| format!("{index} still names {token}")))
}
