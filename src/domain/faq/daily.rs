//! What became of questions, counted by day: SQL.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use crate::i18n::Locale;
use crate::ids::FaqId;
use crate::storage::Writing;

/// Something that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// It was the answer.
    Answered,
    /// It was among what was offered.
    Suggested,
    /// Its answer helped.
    Helpful,
    /// Its answer did not help.
    Unhelpful,
    /// It handed over.
    Handed,
    /// It was asked for.
    Asked,
}

/// Counts of an entry, or of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// How often it was the answer.
    pub answered: i64,
    /// How often it was among what was offered.
    pub suggested: i64,
    /// How often its answer helped.
    pub helpful: i64,
    /// How often it did not.
    pub unhelpful: i64,
    /// How often a person took over.
    pub handed: i64,
    /// How often it was asked for.
    pub asked: i64,
}

/// Counts one. `entry` is `None` for a question that no entry answered.
pub fn count(
    conn: &Writing,
    day: i64,
    entry: Option<FaqId>,
    (channel, locale): (&str, Locale),
    what: Counted,
) -> rusqlite::Result<()> {
    let one = |counted: Counted| i64::from(counted == what);
    conn.write(
        "INSERT INTO faq_daily (day, entry_id, channel, locale, answered, suggested, helpful, unhelpful, handed, asked)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (day, entry_id, channel, locale) DO UPDATE
             SET answered = answered + excluded.answered, suggested = suggested + excluded.suggested,
                 helpful = helpful + excluded.helpful, unhelpful = unhelpful + excluded.unhelpful,
                 handed = handed + excluded.handed, asked = asked + excluded.asked",
        params![
            day,
            entry.map_or(0, |entry| entry.0),
            channel,
            locale.tag(),
            one(Counted::Answered),
            one(Counted::Suggested),
            one(Counted::Helpful),
            one(Counted::Unhelpful),
            one(Counted::Handed),
            one(Counted::Asked),
        ],
    )
    .map(drop)
}

const SUMS: &str = "SUM(answered), SUM(suggested), SUM(helpful), SUM(unhelpful), SUM(handed), SUM(asked)";

fn counts(row: &rusqlite::Row<'_>) -> rusqlite::Result<Counts> {
    Ok(Counts {
        answered: row.get(1)?,
        suggested: row.get(2)?,
        helpful: row.get(3)?,
        unhelpful: row.get(4)?,
        handed: row.get(5)?,
        asked: row.get(6)?,
    })
}

/// Counts of entries since a day.
pub fn by_entry(conn: &Connection, ids: &[FaqId], since: i64) -> rusqlite::Result<HashMap<FaqId, Counts>> {
    let wanted: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let wanted = serde_json::to_string(&wanted).unwrap_or_default();
    conn.prepare_cached(&format!(
        "SELECT entry_id, {SUMS} FROM faq_daily
          WHERE entry_id IN (SELECT value FROM json_each(?1)) AND day >= ?2 GROUP BY entry_id"
    ))?
    .query_map(params![wanted, since], |row| Ok((row.get(0)?, counts(row)?)))?
    .collect()
}

/// Counts of each day since one that has any.
pub fn by_day(conn: &Connection, since: i64) -> rusqlite::Result<Vec<(i64, Counts)>> {
    conn.prepare_cached(&format!(
        "SELECT day, {SUMS} FROM faq_daily WHERE day >= ?1 GROUP BY day ORDER BY day"
    ))?
    .query_map([since], |row| Ok((row.get(0)?, counts(row)?)))?
    .collect()
}

/// Counts of each category since a day.
pub fn by_category(conn: &Connection, since: i64) -> rusqlite::Result<Vec<(String, Counts)>> {
    conn.prepare_cached(&format!(
        "SELECT e.category, {SUMS} FROM faq_daily d JOIN faq_entries e ON e.id = d.entry_id
          WHERE d.day >= ?1 GROUP BY e.category ORDER BY e.category"
    ))?
    .query_map([since], |row| Ok((row.get(0)?, counts(row)?)))?
    .collect()
}

/// Removes days before this one. How many rows, at most `limit`.
pub fn prune(conn: &Writing, before: i64, limit: usize) -> rusqlite::Result<usize> {
    conn.write(
        "DELETE FROM faq_daily WHERE (day, entry_id, channel, locale) IN (
             SELECT day, entry_id, channel, locale FROM faq_daily WHERE day < ?1
              ORDER BY day, entry_id, channel, locale LIMIT ?2)",
        params![before, limit as i64],
    )
}
