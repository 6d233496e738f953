//! Questions that would find something, where one found nothing: the same with one word spelled otherwise.
//!
//! A suggestion is offered only if the caller finds something by it, so that no word of another team's leaks. A word of letters
//! is replaced by one that differs in a letter or two; of a run without spaces one character is replaced, so that the rest
//! stays.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use strsim::osa_distance;

use super::find::Ask;
use super::shown;
use crate::domain::search::candidates;
use crate::events::LogPosition;
use crate::fault::Fault;
use crate::text::pieces::{Kind, pieces};
use crate::text::words::{LookUp, Term, terms};

/// Suggestions of one answer.
const SUGGESTIONS: usize = 3;
/// Words of the index that are compared with one.
const COMPARED: usize = 20_000;
/// Messages that are read for one word.
const READ: usize = 50;
/// Longest run of which each character is tried.
const RUN_CHARS: usize = 12;
/// Words that are tried, so that asking stays cheap.
const TRIED: usize = 12;

/// Suggestions for a question without an answer; `finds` says whether another one has some.
pub fn suggest(
    conn: &Connection,
    ask: &Ask,
    asked: &[Term],
    finds: impl Fn(&Ask, &[Term]) -> Result<bool, Fault>,
) -> Result<Vec<String>, Fault> {
    let mut suggestions = Vec::new();
    let mut tried = 0;
    for (at, term) in asked.iter().enumerate() {
        for word in alternatives(conn, term)? {
            if suggestions.len() == SUGGESTIONS || tried == TRIED {
                return Ok(suggestions);
            }
            tried += 1;
            let form = |number: usize, term: &Term| {
                if number == at { word.clone() } else { term.chars().iter().collect() }
            };
            let words: Vec<String> =
                asked.iter().enumerate().map(|(number, term)| form(number, term)).collect();
            let question = words.join(" ");
            let mut instead = ask.clone();
            instead.question.words.clone_from(&question);
            instead.limit = 1;
            if !suggestions.contains(&question) && finds(&instead, &terms(&question))? {
                suggestions.push(question);
            }
        }
    }
    Ok(suggestions)
}

/// Words that may have been meant, the likeliest first.
fn alternatives(conn: &Connection, term: &Term) -> Result<Vec<String>, Fault> {
    match term.stem() {
        Some(stem) => similar_words(conn, stem),
        None if term.is_unspaced() => similar_runs(conn, term.chars()),
        None => Ok(Vec::new()),
    }
}

/// Words of messages whose stem differs a little.
fn similar_words(conn: &Connection, stem: &str) -> Result<Vec<String>, Fault> {
    let letters = stem.chars().count();
    let most = if letters > 5 { 2 } else { 1 };
    let Some(first) = stem.chars().next().filter(|_| letters > 2) else { return Ok(Vec::new()) };
    let last = char::from_u32(u32::from(first) + 1).unwrap_or(char::MAX);
    let mut similar: Vec<(usize, i64, String)> = Vec::new();
    let mut statement =
        conn.prepare_cached("SELECT term, doc FROM search_terms WHERE term >= ?1 AND term < ?2 LIMIT ?3")?;
    let mut rows = statement.query(params![first.to_string(), last.to_string(), COMPARED as i64])?;
    while let Some(row) = rows.next()? {
        let word: String = row.get(0)?;
        if word.chars().count().abs_diff(letters) > most || word == stem {
            continue;
        }
        let distance = osa_distance(&word, stem);
        if distance <= most {
            similar.push((distance, -row.get::<_, i64>(1)?, word));
        }
    }
    similar.sort_unstable();
    let words = similar.into_iter().take(TRIED).map(|(_, _, stem)| as_written(conn, &stem));
    words.filter_map(Result::transpose).collect()
}

/// A word with this stem as it stands in the newest message that has one.
fn as_written(conn: &Connection, stem: &str) -> Result<Option<String>, Fault> {
    let mut word = None;
    each_text(conn, &[LookUp::Token(stem.to_owned())], |text| {
        let has_stem = |written: &String| terms(written).first().and_then(Term::stem) == Some(stem);
        let words = pieces(text, true).into_iter().filter(|piece| piece.kind == Kind::Word);
        word = words.map(|piece| piece.form()).find(has_stem);
        word.is_none()
    })?;
    Ok(word)
}

/// Runs of messages that differ in one character, those that stand in most of the newest messages first.
fn similar_runs(conn: &Connection, run: &[char]) -> Result<Vec<String>, Fault> {
    if !(3..=RUN_CHARS).contains(&run.len()) {
        return Ok(Vec::new());
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for wrong in 0..run.len() {
        let pairs = run.windows(2).enumerate().filter(|(at, _)| *at != wrong && at + 1 != wrong);
        let look_ups: Vec<LookUp> = pairs.map(|(_, pair)| LookUp::Token(pair.iter().collect())).collect();
        if look_ups.is_empty() {
            continue;
        }
        each_text(conn, &look_ups, |text| {
            let differs = |part: &&[char]| {
                part.iter().zip(run).enumerate().all(|(at, (one, other))| (at == wrong) != (one == other))
            };
            for piece in pieces(text, true).iter().filter(|piece| piece.kind == Kind::Unspaced) {
                for part in piece.chars.windows(run.len()).filter(differs) {
                    *counts.entry(part.iter().collect()).or_default() += 1;
                }
            }
            true
        })?;
    }
    let mut runs: Vec<(String, usize)> = counts.into_iter().collect();
    runs.sort_by(|(one, often), (other, rarely)| rarely.cmp(often).then(one.cmp(other)));
    Ok(runs.into_iter().take(TRIED).map(|(run, _)| run).collect())
}

/// The newest texts that have tokens, until `look` has enough.
fn each_text(
    conn: &Connection,
    look_ups: &[LookUp],
    mut look: impl FnMut(&str) -> bool,
) -> Result<(), Fault> {
    let expression = candidates::expression(look_ups);
    let everything = (LogPosition::MAX, LogPosition::MAX);
    candidates::each(conn, Some(&expression), everything, READ, |position| {
        let content = candidates::content_at(conn, position)?.unwrap_or_default();
        Ok::<bool, Fault>(look(&shown::message(&content).text))
    })
}
