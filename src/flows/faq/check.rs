//! What a change of an entry would do, found out on a copy: how a question fares with it, which questions turn worse, and which of
//! its phrasings another entry has, too. Nothing is stored.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::knowledge::{Current, language};
use crate::domain::faq::{Document, store};
use crate::fault::Fault;
use crate::ids::FaqId;
use crate::matcher::{Carefulness, Index, Match, Source, SourceEntry};
use crate::text;

/// Entries near the changed one that are asked again, and how many of their phrasings.
const NEAR_MAX: usize = 8;
const ASKED_MAX: usize = 40;
/// From this probability on an entry is worth asking back for.
const ASK_FROM: f32 = 0.2;
/// Stands for an entry that is not kept yet.
const NEW: i64 = i64::MAX;

/// A question that turned worse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worse {
    /// The question.
    pub question: String,
    /// The entry that it met.
    pub before: FaqId,
    /// The one that it meets; `None` for the changed one, while that is new, and where it meets none.
    pub after: Option<FaqId>,
}

/// A phrasing that another entry has, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The phrasing.
    pub text: String,
    /// The other entry.
    pub entry: FaqId,
}

/// What a question would be answered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Would {
    /// With the first entry.
    Answer,
    /// It would be asked whether one of some is meant.
    Ask,
    /// A person would take over.
    HandOver,
}

/// What a change would do.
#[derive(Debug)]
pub struct Checked {
    /// How the question fares; of an entry that is not kept the id is `None`.
    pub found: Match,
    /// The probability from which on it is answered.
    pub threshold: f32,
    /// What would follow.
    pub would: Would,
    /// Questions that turn worse.
    pub worse: Vec<Worse>,
}

/// The entry of a candidate; `None` for one that is not kept yet.
#[must_use]
pub fn entry_of(candidate: i64) -> Option<FaqId> {
    (candidate != NEW).then_some(FaqId(candidate))
}

/// Phrasings of the document that another entry has, too.
pub fn conflicts(conn: &Connection, document: &Document, own: Option<FaqId>) -> Result<Vec<Conflict>, Fault> {
    let mut found = Vec::new();
    for (_, phrase) in document.phrasings() {
        if let Some(entry) = store::with_norm(conn, &text::bare(phrase), own)? {
            found.push(Conflict { text: phrase.to_owned(), entry });
        }
    }
    Ok(found)
}

/// What follows from what was found.
#[must_use]
pub fn would(found: &Match, threshold: f32) -> Would {
    match found.p() {
        p if p >= threshold => Would::Answer,
        p if p >= ASK_FROM => Would::Ask,
        _ => Would::HandOver,
    }
}

/// Asks a copy in which the entry is as the document says. `near` are the phrasings of entries near it, by entry.
#[must_use]
pub fn ask(
    current: &Current,
    source: &Source,
    document: &Document,
    own: Option<FaqId>,
    question: &str,
) -> Checked {
    let id = own.map_or(NEW, |own| own.0);
    let phrasings = document.phrasings().map(|(locale, text)| (language(locale), text.to_owned())).collect();
    let changed = SourceEntry::new(id, phrasings);
    let copy = match &current.index {
        Some(index) => index.with(std::slice::from_ref(&changed)),
        None => Index::build(&Source { entries: vec![changed.clone()] }, &[]),
    };
    let found = copy.ask(question);
    let threshold = copy.threshold(Carefulness::default());
    let worse = current.index.as_ref().map(|index| worse(index, source, &changed)).unwrap_or_default();
    Checked { would: would(&found, threshold), found, threshold, worse }
}

/// Leaves each phrasing of the nearest entries out and asks it before and after, among these entries alone.
fn worse(index: &Index, source: &Source, changed: &SourceEntry) -> Vec<Worse> {
    let mut near = BTreeSet::new();
    for (_, phrase) in &changed.phrasings {
        let found = index.ask(phrase).candidates;
        near.extend(
            found.iter().filter(|candidate| candidate.entry != changed.id).take(3).map(|one| one.entry),
        );
        if near.len() >= NEAR_MAX {
            break;
        }
    }
    let before: Vec<&SourceEntry> = source.entries.iter().filter(|entry| near.contains(&entry.id)).collect();
    let own = source.entries.iter().find(|entry| entry.id == changed.id);
    let mut worse = Vec::new();
    let first = |entries: Vec<SourceEntry>, phrase: &str| {
        Index::build(&Source { entries }, &[]).ask(phrase).candidates.first().map(|first| first.entry)
    };
    let mut asked = 0;
    for entry in &before {
        for at in 0..entry.phrasings.len() {
            // What is left out has to leave something.
            if entry.phrasings.len() < 2 || asked >= ASKED_MAX {
                continue;
            }
            asked += 1;
            let phrase = &entry.phrasings[at].1;
            let left = before.iter().map(|other| {
                let mut other = SourceEntry::clone(other);
                if other.id == entry.id {
                    other.phrasings.remove(at);
                }
                other
            });
            let left: Vec<SourceEntry> = left.collect();
            let with =
                |one: Option<&SourceEntry>| left.iter().cloned().chain(one.cloned()).collect::<Vec<_>>();
            if first(with(own), phrase) != Some(entry.id) {
                continue;
            }
            let after = first(with(Some(changed)), phrase);
            if after != Some(entry.id) {
                let before = FaqId(entry.id);
                worse.push(Worse { question: phrase.clone(), before, after: after.and_then(entry_of) });
            }
        }
    }
    worse
}
