//! The list of entries: SQL.

use rusqlite::{Connection, params};

use super::{Entry, EntryState, store};
use crate::fault::Fault;
use crate::ids::FaqId;
use crate::text;

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// The last changed first.
    #[default]
    Updated,
    /// By question.
    Question,
    /// By category.
    Category,
    /// The most asked first.
    Asked,
}

impl Order {
    /// The order of this name.
    pub fn named(name: &str) -> Result<Self, Fault> {
        match name {
            "updated" => Ok(Self::Updated),
            "question" => Ok(Self::Question),
            "category" => Ok(Self::Category),
            "asked" => Ok(Self::Asked),
            _ => Err(Fault::invalid("sort", "Use updated, question, category or asked.")),
        }
    }

    const fn terms(self) -> &'static str {
        match self {
            Self::Updated => "e.updated_at DESC, e.id DESC",
            Self::Question => "called, e.id",
            Self::Category => "e.category = '', e.category, called, e.id",
            Self::Asked => "asked DESC, e.id DESC",
        }
    }
}

/// Which entries a list holds.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// In this state; those that are not deleted without one.
    pub state: Option<EntryState>,
    /// Of this category.
    pub category: Option<String>,
    /// With these words in a question, an alternative or an answer.
    pub words: Option<String>,
    /// In which order.
    pub order: Order,
    /// The day since which is counted what was asked.
    pub since: i64,
}

/// Entries of a page, and how many there are in all. The list is short enough to be read anew for each page.
pub fn page(
    conn: &Connection,
    wanted: &Wanted,
    skip: usize,
    limit: usize,
) -> rusqlite::Result<(Vec<Entry>, usize)> {
    let sql = format!(
        "SELECT e.id,
                (SELECT MIN(t.norm) FROM faq_texts t
                  WHERE t.entry_id = e.id AND t.removed IS NULL AND t.channel IS NULL) AS called,
                (SELECT COALESCE(SUM(d.asked), 0) FROM faq_daily d WHERE d.entry_id = e.id AND d.day >= ?5) AS asked
           FROM faq_entries e
          WHERE e.state <> ?1 AND (?2 IS NULL OR e.state = ?2) AND (?3 IS NULL OR e.category = ?3)
            AND (?4 IS NULL
                 OR EXISTS (SELECT 1 FROM faq_texts t WHERE t.entry_id = e.id AND t.removed IS NULL
                               AND (INSTR(t.norm, ?6) > 0 OR INSTR(LOWER(t.answer), LOWER(?4)) > 0))
                 OR EXISTS (SELECT 1 FROM faq_phrasings p WHERE p.entry_id = e.id AND p.removed IS NULL
                               AND INSTR(p.norm, ?6) > 0))
          ORDER BY {}",
        wanted.order.terms()
    );
    let words = wanted.words.as_deref().map(str::trim).filter(|words| !words.is_empty());
    // Signs alone are looked for in answers only.
    let norm = words.map(text::bare).filter(|norm| !norm.is_empty()).unwrap_or_else(|| "\0".to_owned());
    let ids: Vec<FaqId> = conn
        .prepare_cached(&sql)?
        .query_map(
            params![
                EntryState::Gone as i64,
                wanted.state.map(|state| state as i64),
                wanted.category,
                words,
                wanted.since,
                norm
            ],
            |row| row.get(0),
        )?
        .collect::<rusqlite::Result<_>>()?;
    let page = ids.iter().skip(skip).take(limit);
    let entries = page.filter_map(|id| store::any(conn, *id).transpose()).collect::<rusqlite::Result<_>>()?;
    Ok((entries, ids.len()))
}

/// The categories with how many entries each has.
pub fn categories(conn: &Connection) -> rusqlite::Result<Vec<(String, i64)>> {
    conn.prepare_cached(
        "SELECT category, COUNT(*) FROM faq_entries WHERE state <> ?1 AND category <> '' GROUP BY category ORDER BY category",
    )?
    .query_map([EntryState::Gone as i64], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}
