//! What the FAQ has for an agent to answer with, and what they did with it.

use rusqlite::Connection;

use super::decide::language;
use super::read::text_of;
use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::conversations::store as conversations;
use crate::domain::faq::{EntryKind, EntryState, store as entries};
use crate::domain::learning::intent::is_small_talk;
use crate::domain::learning::{Used, store};
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append;
use crate::flows::faq::knowledge::Current;
use crate::ids::{ConversationId, FaqId};
use crate::storage::Unit;

/// Suggestions that are made.
const SUGGESTED: usize = 3;
/// Least probability of one.
const P_MIN: f32 = 0.35;
/// Messages that are looked back at for what was not answered.
const MESSAGES: usize = 30;
/// Words that are asked about, from their end.
const CHARS: usize = 500;

/// An answer that may fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggested {
    /// The entry.
    pub entry: FaqId,
    /// Its question.
    pub question: String,
    /// Its answer on the conversation's channel, in the language of the question.
    pub answer: String,
    /// How probable it is that it is meant.
    pub p: f32,
}

/// What is suggested, and for which message.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Suggestions {
    /// The most probable first.
    pub items: Vec<Suggested>,
    /// The customer's newest word; `None` where there is none, or for a text that was given.
    pub for_sequence: Option<i64>,
}

/// What the customer said since a person last answered: each word, and the sequence of the newest.
fn unanswered(conn: &Connection, id: ConversationId) -> rusqlite::Result<(Vec<String>, Option<i64>)> {
    let from = store::newest_from(conn, id, MESSAGES)?;
    let said = store::said(conn, id, from, MESSAGES)?;
    let newest = said.iter().rev().find(|words| words.by == ActorKind::Visitor).map(|words| words.sequence);
    let since = said.into_iter().rev().take_while(|words| words.by != ActorKind::Agent);
    let mut words: Vec<String> = since
        .filter(|words| words.by == ActorKind::Visitor)
        .filter_map(|words| text_of(words.content.as_deref()))
        .filter(|text| !is_small_talk(text))
        .collect();
    words.reverse();
    Ok((words, newest))
}

/// Up to three answers for the customer's newest unanswered words, or for a text that they are typing.
pub fn suggest(
    conn: &Connection,
    current: &Current,
    id: ConversationId,
    text: Option<&str>,
    now: Timestamp,
) -> Result<Suggestions, Fault> {
    let (said, newest) = unanswered(conn, id)?;
    let (words, for_sequence) = match text.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => (vec![text.to_owned()], newest),
        None => (said, newest),
    };
    let Some(index) = &current.index else { return Ok(Suggestions { items: Vec::new(), for_sequence }) };
    let channel = conversations::channel(conn, id)?;
    let mut asked: Vec<String> = words.clone();
    if words.len() > 1 {
        asked.push(words.join(" "));
    }
    let mut best: Vec<(i64, f32)> = Vec::new();
    for question in &asked {
        let skip = question.chars().count().saturating_sub(CHARS);
        let question: String = question.chars().skip(skip).collect();
        for candidate in index.ask(&question).candidates {
            match best.iter_mut().find(|(entry, _)| *entry == candidate.entry) {
                Some((_, p)) => *p = p.max(candidate.p),
                None => best.push((candidate.entry, candidate.p)),
            }
        }
    }
    best.retain(|(_, p)| *p >= P_MIN);
    best.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let locale = words.last().map_or_else(Default::default, |words| language(words));
    let mut items = Vec::new();
    for (entry, p) in best {
        if items.len() == SUGGESTED {
            break;
        }
        let Some(found) = entries::find(conn, FaqId(entry))? else { continue };
        let facts = found.facts();
        let fits = found.state == EntryState::Published
            && facts.kind == EntryKind::Answer
            && facts.holds(now)
            && facts.is_on(&channel);
        let question = found.document.texts.nearest(locale).map(|(_, words)| words.question.clone());
        if let (true, Some(question), Some((_, answer))) =
            (fits, question, found.document.answer(&channel, locale))
        {
            items.push(Suggested { entry: FaqId(entry), question, answer: answer.to_owned(), p });
        }
    }
    Ok(Suggestions { items, for_sequence })
}

/// Notes what an agent did with a suggestion. The follower reads the conversation again with their answer.
pub fn note_use(
    unit: &mut Unit<'_>,
    caller: &Caller,
    (conversation, sequence): (ConversationId, i64),
    entry: FaqId,
    used: Used,
) -> Result<(), Fault> {
    caller.may(Right::Reply)?;
    let agent = caller.as_agent()?;
    append::within(unit, caller, conversation)?;
    if store::content_of(unit.conn(), conversation, sequence)?.is_none() {
        return Err(Fault::invalid("sequence", "Use the sequence of the customer's message."));
    }
    entries::any(unit.conn(), entry)?.ok_or_else(Fault::not_found)?;
    store::put_use(unit.conn(), (conversation, sequence), entry, (agent, used), unit.now())?;
    Ok(())
}
