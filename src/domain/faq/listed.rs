//! What help pages list: SQL.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::entry::EntryState;
use super::kind::EntryKind;
use super::{Document, Facts};
use crate::clock::Timestamp;
use crate::i18n::Locale;
use crate::ids::FaqId;
use crate::text;

/// Of an answer so much is looked at to see whether there is any.
const LOOK_CHARS: i64 = 200;

/// An entry in a list: what it asks, in each language in which it also answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: FaqId,
    /// Its category; empty for none.
    pub category: String,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// Its questions.
    pub questions: Vec<(Locale, String)>,
}

impl Listed {
    /// What it asks in this language, else in its other one.
    #[must_use]
    pub fn nearest(&self, locale: Locale) -> Option<(Locale, &str)> {
        let own = self.questions.iter().find(|(spoken, _)| *spoken == locale);
        own.or_else(|| self.questions.first()).map(|(spoken, question)| (*spoken, question.as_str()))
    }
}

/// The languages in which a document both asks and answers on a channel.
#[must_use]
pub fn spoken(document: &Document, channel: &str) -> Vec<Locale> {
    let speaks = |locale: &Locale| {
        document.texts.get(*locale).is_some()
            && document.answer(channel, *locale).is_some_and(|(_, answer)| !text::is_blank(answer))
    };
    Locale::ALL.into_iter().filter(speaks).collect()
}

/// Every entry that visitors find by themselves on a channel: by category, those without one last, then by age.
pub fn listed(conn: &Connection, channel: &str, now: Timestamp) -> rusqlite::Result<Vec<Listed>> {
    let mut found: BTreeMap<(bool, String, FaqId), Listed> = BTreeMap::new();
    let mut statement = conn.prepare_cached(
        "SELECT e.id, e.category, e.channels, e.valid_from, e.valid_until, e.updated_at, t.locale, t.question,
                SUBSTR(COALESCE(c.answer, t.answer), 1, ?4)
           FROM faq_entries e
           JOIN faq_texts t ON t.entry_id = e.id AND t.removed IS NULL AND t.channel IS NULL
           LEFT JOIN faq_texts c ON c.entry_id = e.id AND c.removed IS NULL AND c.channel = ?3 AND c.locale = t.locale
          WHERE e.state = ?1 AND e.public = 1 AND e.kind = ?2",
    )?;
    let mut rows = statement.query(params![
        EntryState::Published as i64,
        EntryKind::Answer as i64,
        channel,
        LOOK_CHARS
    ])?;
    while let Some(row) = rows.next()? {
        let channels: Option<String> = row.get(2)?;
        let facts = Facts {
            version: 0,
            kind: EntryKind::Answer,
            published: true,
            public: true,
            bot: false,
            channels: channels.and_then(|text| serde_json::from_str(&text).ok()),
            valid_from: row.get::<_, Option<i64>>(3)?.map(Timestamp),
            valid_until: row.get::<_, Option<i64>>(4)?.map(Timestamp),
        };
        let (tag, answer): (String, String) = (row.get(6)?, row.get(8)?);
        let locale = Locale::ALL.into_iter().find(|locale| locale.tag() == tag);
        let Some(locale) = locale.filter(|_| facts.is_found(channel, now) && !text::is_blank(&answer)) else {
            continue;
        };
        let (id, category): (FaqId, String) = (row.get(0)?, row.get(1)?);
        let updated_at = Timestamp(row.get(5)?);
        let one = found.entry((category.is_empty(), category.clone(), id)).or_insert_with(|| Listed {
            id,
            category,
            updated_at,
            questions: Vec::new(),
        });
        one.questions.push((locale, row.get(7)?));
    }
    Ok(found.into_values().collect())
}
