//! The FAQ: SQL that reads entries.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::{ChannelAnswer, Document, Entry, EntryKind, EntryState, Facts, Task, Words};
use crate::clock::Timestamp;
use crate::i18n::Locale;
use crate::ids::{AgentId, FaqId};

/// What is kept of a version beside its texts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    pub state: i64,
    pub kind: i64,
    pub category: String,
    pub channels: Option<Vec<String>>,
    pub valid_from: Option<i64>,
    pub valid_until: Option<i64>,
    pub public: bool,
    pub bot: bool,
    pub task: Option<Task>,
    pub links: Vec<i64>,
}

impl Kept {
    pub(super) fn of(document: &Document, state: EntryState) -> Self {
        Self {
            state: state as i64,
            kind: document.kind as i64,
            category: document.category.clone(),
            channels: document.channels.clone(),
            valid_from: document.valid_from.map(|at| at.0),
            valid_until: document.valid_until.map(|at| at.0),
            public: document.public,
            bot: document.bot,
            task: document.task.clone(),
            links: document.links.iter().map(|link| link.0).collect(),
        }
    }

    pub(super) fn document(self) -> Document {
        Document {
            kind: EntryKind::from_number(self.kind),
            category: self.category,
            channels: self.channels,
            valid_from: self.valid_from.map(Timestamp),
            valid_until: self.valid_until.map(Timestamp),
            public: self.public,
            bot: self.bot,
            task: self.task,
            links: self.links.into_iter().map(FaqId).collect(),
            ..Document::default()
        }
    }
}

/// How a language is stored; what a later version wrote is passed over.
fn locale(tag: &str) -> Option<Locale> {
    Locale::ALL.into_iter().find(|locale| locale.tag() == tag)
}

const COLUMNS: &str =
    "SELECT e.id, e.key, e.kind, e.state, e.category, e.channels, e.valid_from, e.valid_until, e.public,
                              e.bot, e.task, e.version, e.created_at, e.updated_at, e.agent_id
                         FROM faq_entries e";

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let json = |text: Option<String>| text.and_then(|text| serde_json::from_str(&text).ok());
    let task: Option<String> = row.get(10)?;
    Ok(Entry {
        id: row.get(0)?,
        key: row.get(1)?,
        state: EntryState::from_number(row.get(3)?),
        version: row.get(11)?,
        document: Document {
            kind: EntryKind::from_number(row.get(2)?),
            category: row.get(4)?,
            channels: json(row.get(5)?),
            valid_from: row.get::<_, Option<i64>>(6)?.map(Timestamp),
            valid_until: row.get::<_, Option<i64>>(7)?.map(Timestamp),
            public: row.get(8)?,
            bot: row.get(9)?,
            task: task.and_then(|text| serde_json::from_str(&text).ok()),
            ..Document::default()
        },
        created_at: Timestamp(row.get(12)?),
        updated_at: Timestamp(row.get(13)?),
        agent: row.get::<_, Option<i64>>(14)?.map(AgentId),
    })
}

/// An entry in its newest version, a deleted one too.
pub fn any(conn: &Connection, id: FaqId) -> rusqlite::Result<Option<Entry>> {
    let found =
        conn.prepare_cached(&format!("{COLUMNS} WHERE e.id = ?1"))?.query_row([id], entry).optional()?;
    let Some(mut found) = found else { return Ok(None) };
    fill(conn, &mut found, i64::MAX)?;
    found.document.links = conn
        .prepare_cached("SELECT other_id FROM faq_links WHERE entry_id = ?1 ORDER BY position")?
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(found))
}

/// An entry that is not deleted.
pub fn find(conn: &Connection, id: FaqId) -> rusqlite::Result<Option<Entry>> {
    Ok(any(conn, id)?.filter(|entry| entry.state != EntryState::Gone))
}

/// The entry with this key, a deleted one too.
pub fn with_key(conn: &Connection, key: &str) -> rusqlite::Result<Option<FaqId>> {
    conn.prepare_cached("SELECT id FROM faq_entries WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()
}

/// Reads what an entry says in a version into it; `i64::MAX` is the newest.
pub(super) fn fill(conn: &Connection, entry: &mut Entry, version: i64) -> rusqlite::Result<()> {
    let mut texts = conn.prepare_cached(
        "SELECT locale, channel, question, answer, buttons, picture FROM faq_texts
          WHERE entry_id = ?1 AND added <= ?2 AND (removed IS NULL OR removed > ?2)
          ORDER BY channel, locale, id",
    )?;
    let mut rows = texts.query(params![entry.id, version])?;
    while let Some(row) = rows.next()? {
        put_text(&mut entry.document, row, 0)?;
    }
    let mut phrasings = conn.prepare_cached(
        "SELECT locale, text FROM faq_phrasings
          WHERE entry_id = ?1 AND added <= ?2 AND (removed IS NULL OR removed > ?2)
          ORDER BY id",
    )?;
    let mut rows = phrasings.query(params![entry.id, version])?;
    while let Some(row) = rows.next()? {
        put_phrasing(&mut entry.document, row, 0)?;
    }
    Ok(())
}

/// Puts a row of texts, whose columns begin at `at`, where it belongs.
fn put_text(document: &mut Document, row: &Row<'_>, at: usize) -> rusqlite::Result<()> {
    let tag: String = row.get(at)?;
    let Some(locale) = locale(&tag) else { return Ok(()) };
    let answer: String = row.get(at + 3)?;
    match row.get::<_, Option<String>>(at + 1)? {
        Some(channel) => document.channel_answers.push(ChannelAnswer { channel, locale: tag, answer }),
        None => {
            *document.texts.of(locale) = Some(Words {
                question: row.get(at + 2)?,
                answer,
                alternatives: Vec::new(),
                buttons: serde_json::from_str(&row.get::<_, String>(at + 4)?).unwrap_or_default(),
                picture: row.get(at + 5)?,
            });
        }
    }
    Ok(())
}

fn put_phrasing(document: &mut Document, row: &Row<'_>, at: usize) -> rusqlite::Result<()> {
    let tag: String = row.get(at)?;
    if let Some(words) = locale(&tag).and_then(|locale| document.texts.of(locale).as_mut()) {
        words.alternatives.push(row.get(at + 1)?);
    }
    Ok(())
}

/// Every entry in one of the states, by id, read in four queries.
pub fn all(conn: &Connection, states: &[EntryState]) -> rusqlite::Result<Vec<Entry>> {
    let wanted: Vec<i64> = states.iter().map(|state| *state as i64).collect();
    let wanted = serde_json::to_string(&wanted).unwrap_or_default();
    let among = "e.state IN (SELECT value FROM json_each(?1))";
    let mut entries: Vec<Entry> = conn
        .prepare_cached(&format!("{COLUMNS} WHERE {among} ORDER BY e.id"))?
        .query_map([&wanted], entry)?
        .collect::<rusqlite::Result<_>>()?;
    let places: HashMap<FaqId, usize> =
        entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
    let mut each = |sql: &str, put: &mut dyn FnMut(&mut Document, &Row<'_>) -> rusqlite::Result<()>| {
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([&wanted])?;
        while let Some(row) = rows.next()? {
            if let Some(at) = places.get(&row.get::<_, FaqId>(0)?) {
                put(&mut entries[*at].document, row)?;
            }
        }
        Ok::<_, rusqlite::Error>(())
    };
    each(
        &format!(
            "SELECT t.entry_id, t.locale, t.channel, t.question, t.answer, t.buttons, t.picture
               FROM faq_texts t JOIN faq_entries e ON e.id = t.entry_id
              WHERE t.removed IS NULL AND {among} ORDER BY t.channel, t.locale, t.id"
        ),
        &mut |document, row| put_text(document, row, 1),
    )?;
    each(
        &format!(
            "SELECT p.entry_id, p.locale, p.text FROM faq_phrasings p JOIN faq_entries e ON e.id = p.entry_id
              WHERE p.removed IS NULL AND {among} ORDER BY p.id"
        ),
        &mut |document, row| put_phrasing(document, row, 1),
    )?;
    each(
        &format!(
            "SELECT l.entry_id, l.other_id FROM faq_links l JOIN faq_entries e ON e.id = l.entry_id
              WHERE {among} ORDER BY l.entry_id, l.position"
        ),
        &mut |document, row| {
            document.links.push(row.get(1)?);
            Ok(())
        },
    )?;
    Ok(entries)
}

/// A question or alternative of a published entry, for the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its entry.
    pub entry: FaqId,
    /// Its language.
    pub locale: Locale,
    /// The words.
    pub text: String,
}

/// Every phrasing of published entries, with the questions, by entry. One entry alone where it is named.
pub fn phrases(conn: &Connection, only: Option<FaqId>) -> rusqlite::Result<Vec<Phrase>> {
    let mut statement = conn.prepare_cached(
        "SELECT e.id, t.locale, t.question, 0 AS place, t.id AS nth
           FROM faq_entries e JOIN faq_texts t ON t.entry_id = e.id
          WHERE e.state = ?1 AND (?2 IS NULL OR e.id = ?2) AND t.removed IS NULL AND t.channel IS NULL
         UNION ALL
         SELECT e.id, p.locale, p.text, 1, p.id
           FROM faq_entries e JOIN faq_phrasings p ON p.entry_id = e.id
          WHERE e.state = ?1 AND (?2 IS NULL OR e.id = ?2) AND p.removed IS NULL
          ORDER BY 1, 4, 5",
    )?;
    let rows = statement.query_map(params![EntryState::Published as i64, only], |row| {
        let tag: String = row.get(1)?;
        Ok(locale(&tag).map(|locale| (row.get(0), locale, row.get(2))))
    })?;
    rows.filter_map(Result::transpose)
        .map(|row| {
            let (entry, locale, text) = row?;
            Ok(Phrase { entry: entry?, locale, text: text? })
        })
        .collect()
}

/// Where and when each published entry holds. One entry alone where it is named.
pub fn facts(conn: &Connection, only: Option<FaqId>) -> rusqlite::Result<Vec<(FaqId, Facts)>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE e.state = ?1 AND (?2 IS NULL OR e.id = ?2) ORDER BY e.id"))?
        .query_map(params![EntryState::Published as i64, only], |row| {
            entry(row).map(|entry| (entry.id, entry.facts()))
        })?
        .collect()
}

/// How many entries there are that are not deleted, and how many of these are published.
pub fn counts(conn: &Connection) -> rusqlite::Result<(usize, usize)> {
    let published = EntryState::Published as i64;
    conn.prepare_cached("SELECT COUNT(*), COALESCE(SUM(state = ?1), 0) FROM faq_entries WHERE state <> ?2")?
        .query_row(params![published, EntryState::Gone as i64], |row| {
            Ok((row.get::<_, i64>(0)? as usize, row.get::<_, i64>(1)? as usize))
        })
}

/// How many questions and alternatives there are now.
pub fn count_phrasings(conn: &Connection) -> rusqlite::Result<usize> {
    conn.prepare_cached(
        "SELECT (SELECT COUNT(*) FROM faq_phrasings p JOIN faq_entries e ON e.id = p.entry_id
                  WHERE p.removed IS NULL AND e.state <> ?1)
              + (SELECT COUNT(*) FROM faq_texts t JOIN faq_entries e ON e.id = t.entry_id
                  WHERE t.removed IS NULL AND t.channel IS NULL AND e.state <> ?1)",
    )?
    .query_row([EntryState::Gone as i64], |row| row.get::<_, i64>(0))
    .map(|count| count as usize)
}

/// The entry that is not deleted and asks this, or that has it among its alternatives; the oldest of several.
pub fn with_norm(conn: &Connection, norm: &str, but: Option<FaqId>) -> rusqlite::Result<Option<FaqId>> {
    conn.prepare_cached(
        "SELECT MIN(found) FROM (
             SELECT t.entry_id AS found FROM faq_texts t JOIN faq_entries e ON e.id = t.entry_id
              WHERE t.norm = ?1 AND t.removed IS NULL AND t.channel IS NULL AND e.state <> ?2 AND e.id IS NOT ?3
             UNION ALL
             SELECT p.entry_id FROM faq_phrasings p JOIN faq_entries e ON e.id = p.entry_id
              WHERE p.norm = ?1 AND p.removed IS NULL AND e.state <> ?2 AND e.id IS NOT ?3)",
    )?
    .query_row(params![norm, EntryState::Gone as i64, but], |row| row.get(0))
}

/// The entry whose question, in this language, is this; the oldest of several.
pub fn with_question(conn: &Connection, locale: Locale, norm: &str) -> rusqlite::Result<Option<FaqId>> {
    conn.prepare_cached(
        "SELECT MIN(t.entry_id) FROM faq_texts t JOIN faq_entries e ON e.id = t.entry_id
          WHERE t.norm = ?1 AND t.locale = ?2 AND t.removed IS NULL AND t.channel IS NULL AND e.state <> ?3",
    )?
    .query_row(params![norm, locale.tag(), EntryState::Gone as i64], |row| row.get(0))
}

/// What the entries are called in a language, else in their other one; by id.
pub fn questions(
    conn: &Connection,
    ids: &[FaqId],
    locale: Locale,
) -> rusqlite::Result<HashMap<FaqId, String>> {
    let wanted: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let wanted = serde_json::to_string(&wanted).unwrap_or_default();
    // The wanted language comes last, and stays.
    conn.prepare_cached(
        "SELECT entry_id, question FROM faq_texts
          WHERE entry_id IN (SELECT value FROM json_each(?1)) AND removed IS NULL AND channel IS NULL
          ORDER BY locale = ?2, locale, id",
    )?
    .query_map(params![wanted, locale.tag()], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// Groups of words that mean the same to this shop.
pub fn synonyms(conn: &Connection) -> rusqlite::Result<Vec<Vec<String>>> {
    conn.prepare_cached("SELECT words FROM faq_synonyms ORDER BY id")?
        .query_map([], |row| row.get::<_, String>(0))?
        .map(|words| Ok(serde_json::from_str(&words?).unwrap_or_default()))
        .collect()
}
