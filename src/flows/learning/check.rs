//! Looks before a change is saved whether questions that the FAQ answers would be answered otherwise: on a copy of the index, off
//! the writer.

use std::sync::Arc;

use rusqlite::Connection;

use super::decide::with_phrasings;
use super::read::text_of;
use crate::clock::Timestamp;
use crate::domain::faq::{Document, store as entries};
use crate::domain::learning::outcome::Outcome;
use crate::domain::learning::store::{self, DAY_MS};
use crate::fault::{Fault, Kind, Named};
use crate::flows::Desk;
use crate::flows::faq::knowledge::{Current, language};
use crate::flows::learning::shown::Masks;
use crate::ids::{FaqId, GapId};
use crate::matcher::{Carefulness, SourceEntry};

/// Questions that are asked again, the newest that were answered.
const ASKED_AGAIN: usize = 300;
/// How old they are at most.
const DAYS: i64 = 30;
/// Questions that are named.
const NAMED: usize = 20;

/// What is about to change.
#[derive(Debug, Clone, Copy)]
pub enum Worse {
    /// The entry that a group is about, or a new one.
    Gap(GapId),
    /// An entry.
    Entry(FaqId),
}

/// Refuses a change by which questions that were answered are answered otherwise, and names them.
pub async fn refuse_worse(
    desk: &Desk,
    what: Worse,
    change: impl FnOnce(Document) -> Result<Document, Fault> + Send + 'static,
    phrasings: Vec<String>,
) -> Result<(), Fault> {
    let (current, now) = (desk.knowledge.current(), desk.clock.now());
    let read = move |conn: &Connection| {
        let entry = match what {
            Worse::Entry(entry) => Some(entry),
            Worse::Gap(gap) => store::find(conn, gap)?.ok_or_else(Fault::not_found)?.entry,
        };
        let before = match entry {
            Some(entry) => entries::find(conn, entry)?.map(|entry| entry.document),
            None => None,
        };
        let document = with_phrasings(change(before.unwrap_or_default())?, &phrasings);
        worse(conn, &current, (entry, &document), now)
    };
    let named = desk.db.read(read).await?;
    if named.is_empty() { Ok(()) } else { Err(Fault { named, ..makes_worse() }) }
}

const fn makes_worse() -> Fault {
    Fault::new(
        Kind::Conflict,
        "makes_worse",
        "Questions that the FAQ answers would be answered otherwise. Look at them, or do it despite that.",
    )
}

/// Questions that the FAQ answers now and would not, or with another entry, if this one said that.
fn worse(
    conn: &Connection,
    current: &Arc<Current>,
    (entry, document): (Option<FaqId>, &Document),
    now: Timestamp,
) -> Result<Vec<Named>, Fault> {
    let Some(index) = &current.index else { return Ok(Vec::new()) };
    let after = Timestamp(now.0 - DAYS * DAY_MS);
    let known: Vec<_> = store::with_outcome(conn, Outcome::Known, after, ASKED_AGAIN)?;
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let phrasings = document.phrasings().map(|(locale, words)| (language(locale), words.to_owned()));
    // One that does not exist yet has a number that no entry has.
    let id = entry.map_or(0, |entry| entry.0);
    let changed = index.with(&[SourceEntry::new(id, phrasings.collect())]);
    let wish = Carefulness::default();
    let masks = Masks::read(conn)?;
    let mut named = Vec::new();
    for example in known {
        let content = store::content_of(conn, example.conversation, example.sequence)?;
        let Some(question) = text_of(content.as_deref()) else { continue };
        let first = |index: &crate::matcher::Index| {
            let found = index.ask(&question).candidates.into_iter().next();
            found.filter(|first| first.p >= index.threshold(wish)).map(|first| first.entry)
        };
        let (before, after) = (first(index), first(&changed));
        if before.is_some() && before != after && named.len() < NAMED {
            let name = masks.mask(conn, example.conversation, &question)?;
            let id = before.map(|entry| FaqId(entry).to_string()).unwrap_or_default();
            named.push(Named { kind: "question", id, name });
        }
    }
    Ok(named)
}
