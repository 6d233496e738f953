//! The FAQ: SQL that writes entries. What changed gets new rows; what did not stays.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::store::Kept;
use super::{Document, EntryState, Said, VERSIONS_KEPT};
use crate::clock::Timestamp;
use crate::i18n::Locale;
use crate::ids::{AgentId, ConversationId, FaqId, FaqSetId};
use crate::storage::Writing;
use crate::text;

/// Who makes a version, and with what.
#[derive(Debug, Clone, Copy)]
pub struct Made {
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the desk.
    pub agent: Option<AgentId>,
    /// The set it belongs to.
    pub set: Option<FaqSetId>,
    /// Whether it takes that set back.
    pub undoes: bool,
}

/// A row of texts as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TextRow {
    locale: String,
    channel: Option<String>,
    question: String,
    answer: String,
    buttons: String,
    picture: Option<String>,
}

fn text_rows(document: &Document) -> Vec<TextRow> {
    let own = document.texts.iter().map(|(locale, words)| TextRow {
        locale: locale.tag().to_owned(),
        channel: None,
        question: words.question.clone(),
        answer: words.answer.clone(),
        buttons: serde_json::to_string(&words.buttons).unwrap_or_default(),
        picture: words.picture.clone(),
    });
    let channels = document.channel_answers.iter().map(|answer| TextRow {
        locale: answer.locale.clone(),
        channel: Some(answer.channel.clone()),
        question: String::new(),
        answer: answer.answer.clone(),
        buttons: "[]".to_owned(),
        picture: None,
    });
    own.chain(channels).collect()
}

/// Stores a new entry in its first version.
pub fn insert(
    conn: &Writing,
    id: FaqId,
    key: &str,
    document: &Document,
    state: EntryState,
    made: Made,
    said: &[Said],
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO faq_entries (id, key, kind, state, public, bot, version, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?7)",
        params![id, key, document.kind as i64, state as i64, document.public, document.bot, made.at.0],
    )?;
    change(conn, id, 1, document, state, made, said)
}

/// Stores what an entry is and says as this version, which follows the newest one. Phrasings in `said` that are new remember
/// where a customer said them.
pub fn change(
    conn: &Writing,
    id: FaqId,
    version: i64,
    document: &Document,
    state: EntryState,
    made: Made,
    said: &[Said],
) -> rusqlite::Result<()> {
    let channels = document.channels.as_ref().and_then(|channels| serde_json::to_string(channels).ok());
    let task = document.task.as_ref().and_then(|task| serde_json::to_string(task).ok());
    conn.write(
        "UPDATE faq_entries
            SET kind = ?2, state = ?3, category = ?4, channels = ?5, valid_from = ?6, valid_until = ?7, public = ?8, bot = ?9,
                task = ?10, version = ?11, updated_at = ?12, agent_id = ?13
          WHERE id = ?1",
        params![
            id,
            document.kind as i64,
            state as i64,
            document.category,
            channels,
            document.valid_from.map(|at| at.0),
            document.valid_until.map(|at| at.0),
            document.public,
            document.bot,
            task,
            version,
            made.at.0,
            made.agent,
        ],
    )?;
    put_texts(conn, id, version, document)?;
    put_phrasings(conn, id, version, document, said)?;
    put_links(conn, id, &document.links)?;
    let fields = serde_json::to_string(&Kept::of(document, state)).unwrap_or_default();
    conn.write(
        "INSERT INTO faq_versions (entry_id, version, at, agent_id, set_id, undoes, fields)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![id, version, made.at.0, made.agent, made.set, made.undoes, fields],
    )?;
    forget_old(conn, id, version - VERSIONS_KEPT)
}

fn put_texts(conn: &Writing, id: FaqId, version: i64, document: &Document) -> rusqlite::Result<()> {
    let mut wanted = text_rows(document);
    let there: Vec<(i64, TextRow)> = conn
        .prepare_cached(
            "SELECT id, locale, channel, question, answer, buttons, picture FROM faq_texts
              WHERE entry_id = ?1 AND removed IS NULL ORDER BY id",
        )?
        .query_map([id], |row| {
            let text = TextRow {
                locale: row.get(1)?,
                channel: row.get(2)?,
                question: row.get(3)?,
                answer: row.get(4)?,
                buttons: row.get(5)?,
                picture: row.get(6)?,
            };
            Ok((row.get(0)?, text))
        })?
        .collect::<rusqlite::Result<_>>()?;
    for (row, text) in there {
        match wanted.iter().position(|one| *one == text) {
            Some(at) => drop(wanted.swap_remove(at)),
            None => {
                conn.write("UPDATE faq_texts SET removed = ?2 WHERE id = ?1", params![row, version])?;
            }
        }
    }
    for row in wanted {
        let norm = if row.channel.is_none() { text::bare(&row.question) } else { String::new() };
        conn.write(
            "INSERT INTO faq_texts (entry_id, locale, channel, question, norm, answer, buttons, picture, added)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![id, row.locale, row.channel, row.question, norm, row.answer, row.buttons, row.picture, version],
        )?;
    }
    Ok(())
}

fn put_phrasings(
    conn: &Writing,
    id: FaqId,
    version: i64,
    document: &Document,
    said: &[Said],
) -> rusqlite::Result<()> {
    let mut there: HashMap<(String, String), i64> = conn
        .prepare_cached(
            "SELECT id, locale, text FROM faq_phrasings WHERE entry_id = ?1 AND removed IS NULL ORDER BY id",
        )?
        .query_map([id], |row| Ok(((row.get(1)?, row.get(2)?), row.get(0)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let each = |(locale, words): (Locale, &super::Words)| -> Vec<(String, String)> {
        words.alternatives.iter().map(|text| (locale.tag().to_owned(), text.clone())).collect()
    };
    for key in document.texts.iter().flat_map(each) {
        if there.remove(&key).is_some() {
            continue;
        }
        let (locale, phrase) = key;
        let norm = text::bare(&phrase);
        let from = said.iter().find(|said| text::bare(&said.text) == norm);
        conn.write(
            "INSERT INTO faq_phrasings (entry_id, locale, text, norm, added, conversation_id, sequence)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                id,
                locale,
                phrase,
                norm,
                version,
                from.map(|said| said.conversation),
                from.map(|said| said.sequence),
            ],
        )?;
    }
    let mut gone: Vec<i64> = there.into_values().collect();
    gone.sort_unstable();
    for row in gone {
        conn.write("UPDATE faq_phrasings SET removed = ?2 WHERE id = ?1", params![row, version])?;
    }
    Ok(())
}

fn put_links(conn: &Writing, id: FaqId, links: &[FaqId]) -> rusqlite::Result<()> {
    let there: Vec<FaqId> = conn
        .prepare_cached("SELECT other_id FROM faq_links WHERE entry_id = ?1 ORDER BY position")?
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if there == links {
        return Ok(());
    }
    conn.write("DELETE FROM faq_links WHERE entry_id = ?1", params![id])?;
    for (position, link) in links.iter().enumerate() {
        conn.write(
            "INSERT INTO faq_links (entry_id, position, other_id) VALUES (?1, ?2, ?3)",
            params![id, position as i64, link],
        )?;
    }
    Ok(())
}

/// Forgets versions up to this one.
fn forget_old(conn: &Writing, id: FaqId, version: i64) -> rusqlite::Result<()> {
    if version < 1 {
        return Ok(());
    }
    conn.write("DELETE FROM faq_versions WHERE entry_id = ?1 AND version <= ?2", params![id, version])?;
    conn.write("DELETE FROM faq_texts WHERE entry_id = ?1 AND removed <= ?2 + 1", params![id, version])?;
    conn.write("DELETE FROM faq_phrasings WHERE entry_id = ?1 AND removed <= ?2 + 1", params![id, version])?;
    Ok(())
}

/// Replaces the groups of synonyms.
pub fn set_synonyms(conn: &Writing, groups: &[Vec<String>]) -> rusqlite::Result<()> {
    conn.write("DELETE FROM faq_synonyms", params![])?;
    for words in groups {
        let words = serde_json::to_string(words).unwrap_or_default();
        conn.write("INSERT INTO faq_synonyms (words) VALUES (?1)", params![words])?;
    }
    Ok(())
}

/// Entries that have phrasings which came from this conversation alone.
pub fn learned_from(conn: &Connection, conversation: ConversationId) -> rusqlite::Result<Vec<FaqId>> {
    conn.prepare_cached(
        "SELECT DISTINCT entry_id FROM faq_phrasings WHERE conversation_id = ?1 ORDER BY entry_id",
    )?
    .query_map([conversation], |row| row.get(0))?
    .collect()
}

/// Removes phrasings that came from a conversation, of all versions. How many.
pub fn forget_conversation(conn: &Writing, conversation: ConversationId) -> rusqlite::Result<usize> {
    conn.write("DELETE FROM faq_phrasings WHERE conversation_id = ?1", params![conversation])
}

/// Removes entries that were deleted before this time, with all their versions. How many, at most `limit`.
pub fn prune_gone(conn: &Writing, before: Timestamp, limit: usize) -> rusqlite::Result<usize> {
    conn.write(
        "DELETE FROM faq_entries WHERE id IN (
             SELECT id FROM faq_entries WHERE state = ?1 AND updated_at < ?2 ORDER BY updated_at, id LIMIT ?3)",
        params![EntryState::Gone as i64, before.0, limit as i64],
    )
}
