//! What visitors find by themselves.

use rusqlite::Connection;

use super::count;
use super::knowledge::Current;
use crate::clock::Timestamp;
use crate::domain::faq::daily;
use crate::fault::Fault;
use crate::ids::FaqId;

/// Characters of a question that count.
const QUESTION_CHARS: usize = 500;
/// What is less probable is not shown, unless it is the best that there is.
const SHOWN_FROM: f32 = 0.02;
/// Days of which is counted what was asked for.
const DAYS: i64 = 30;

/// Entries that words mean, the most probable first.
#[must_use]
pub fn find(current: &Current, words: &str, channel: &str, now: Timestamp) -> Vec<FaqId> {
    let Some(index) = &current.index else { return Vec::new() };
    let words: String = words.chars().take(QUESTION_CHARS).collect();
    let found = index.ask(&words).candidates.into_iter();
    let holds = |id: &FaqId| current.facts.get(id).is_some_and(|facts| facts.is_found(channel, now));
    let found = found.map(|one| (FaqId(one.entry), one.p)).filter(|(id, _)| holds(id));
    found.enumerate().filter(|(at, (_, p))| *at < 3 || *p >= SHOWN_FROM).map(|(_, (id, _))| id).collect()
}

/// Entries that were asked for most, then the oldest.
pub fn popular(
    conn: &Connection,
    current: &Current,
    channel: &str,
    now: Timestamp,
    limit: usize,
) -> Result<Vec<FaqId>, Fault> {
    let found = current.facts.iter().filter(|(_, facts)| facts.is_found(channel, now));
    let ids: Vec<FaqId> = found.map(|(id, _)| *id).collect();
    let counts = daily::by_entry(conn, &ids, count::day(conn, now)? - DAYS + 1)?;
    let mut ranked: Vec<(i64, FaqId)> = ids
        .into_iter()
        .map(|id| (counts.get(&id).map_or(0, |counts| counts.asked + counts.answered), id))
        .collect();
    ranked.sort_unstable_by_key(|(asked, id)| (-asked, *id));
    Ok(ranked.into_iter().take(limit).map(|(_, id)| id).collect())
}
