//! Reads a conversation as questions and answers, and asks the FAQ about each.

use rusqlite::Connection;

use super::faq::Faq;
use crate::clock::Timestamp;
use crate::domain::conversations::content::Content;
use crate::domain::learning::alike::{Likeness, compare};
use crate::domain::learning::exchanges::{Exchange, Said, Speaker, exchanges};
use crate::domain::learning::outcome::{Known, Outcome, outcome};
use crate::domain::learning::shape::Shape;
use crate::domain::learning::store::{self, Example, Words};
use crate::events::ActorKind;
use crate::ids::{ConversationId, FaqId};

/// Messages of a conversation that are read, the newest.
pub const MESSAGES: usize = 200;
/// A question without an answer after so long gets none.
pub const SETTLED_AFTER_MS: i64 = 24 * 3_600_000;
/// Begins the id of a choice that names an entry.
const CHOSEN: &str = "faq:";

/// A question with what was found out about it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// As it is stored; in no group yet.
    pub example: Example,
    /// What is compared of it.
    pub shape: Shape,
}

/// A conversation as it was read.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The conversation.
    pub conversation: ConversationId,
    /// From this sequence on.
    pub from: i64,
    /// Its questions.
    pub seen: Vec<Seen>,
}

/// The words of stored content, where it is text.
#[must_use]
pub fn text_of(content: Option<&str>) -> Option<String> {
    match Content::stored(content?)? {
        Content::Text(text) => Some(text.text),
        _ => None,
    }
}

fn said(words: &Words) -> Said {
    let by = match words.by {
        ActorKind::Visitor => Speaker::Customer,
        ActorKind::Agent => Speaker::Person,
        _ => Speaker::Other,
    };
    let text = text_of(words.content.as_deref()).unwrap_or_default();
    // What has no words says nothing, of whomever it is.
    let by = if text.is_empty() { Speaker::Other } else { by };
    Said { sequence: words.sequence, at: words.at, by, text }
}

/// Entries that the customer chose where the bot asked which one is meant: the sequence of the choice, and the entry.
fn choices(words: &[Words]) -> Vec<(i64, FaqId)> {
    let of_customer = words.iter().filter(|words| words.by == ActorKind::Visitor);
    of_customer
        .filter_map(|words| match Content::stored(words.content.as_deref()?)? {
            Content::Choice(choice) => {
                Some((words.sequence, choice.choice.strip_prefix(CHOSEN)?.parse().ok()?))
            }
            _ => None,
        })
        .collect()
}

/// Reads the newest of a conversation; `None` where it is gone.
pub fn look(
    conn: &Connection,
    id: ConversationId,
    faq: &dyn Faq,
    now: Timestamp,
) -> rusqlite::Result<Option<Looked>> {
    let Some(closed) = store::is_closed(conn, id)? else { return Ok(None) };
    let from = store::newest_from(conn, id, MESSAGES)?;
    let words = store::said(conn, id, from, MESSAGES)?;
    let mut chosen = choices(&words);
    chosen.extend(store::taken(conn, id)?);
    let talk: Vec<Said> = words.iter().map(said).collect();
    let found = exchanges(&talk);
    let next_of = |at: usize| found.get(at + 1).map_or(i64::MAX, |next| next.sequence);
    let mut seen = Vec::with_capacity(found.len());
    for (at, exchange) in found.iter().enumerate() {
        let chosen = chosen
            .iter()
            .find(|(sequence, _)| (exchange.sequence..next_of(at)).contains(sequence))
            .map(|(_, entry)| *entry);
        let settled = closed || now.0 - exchange.at.0 > SETTLED_AFTER_MS;
        seen.push(judge(conn, (id, exchange), chosen, settled, faq)?);
    }
    Ok(Some(Looked { conversation: id, from, seen }))
}

/// What a question and its answer tell.
fn judge(
    conn: &Connection,
    (conversation, exchange): (ConversationId, &Exchange),
    chosen: Option<FaqId>,
    settled: bool,
    faq: &dyn Faq,
) -> rusqlite::Result<Seen> {
    let nearest = faq.nearest(&exchange.question);
    let p = nearest.map_or(0.0, |(_, p)| p);
    let entry = chosen.or(nearest.map(|(entry, _)| entry));
    let kept = match entry {
        Some(entry) if exchange.answer.is_some() => faq.answer(conn, entry, &exchange.question)?,
        _ => None,
    };
    let answers = exchange.answer.as_ref().map(|answer| match &kept {
        Some(kept) => compare((&answer.text, &Shape::of(&answer.text)), (kept, &Shape::of(kept))),
        None => Likeness::Unlike,
    });
    // What was chosen for it counts as the nearest entry, however probable that seemed.
    let known = Known {
        p: if chosen.is_some_and(|chosen| nearest.is_none_or(|(entry, _)| entry != chosen)) { 0.0 } else { p },
        threshold: faq.threshold(&exchange.question),
        answers,
        alone: exchange.alone,
        chosen: chosen.is_some(),
        settled,
    };
    let outcome = outcome(known);
    let example = Example {
        conversation,
        sequence: exchange.sequence,
        at: exchange.at,
        outcome,
        entry: entry.filter(|_| outcome != Outcome::Unanswered || p > 0.0),
        p,
        gap: None,
        answer: exchange.answer.as_ref().map(|answer| (answer.sequence, answer.last)),
    };
    Ok(Seen { example, shape: Shape::of(&exchange.question) })
}
