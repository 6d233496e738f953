//! Finds what was asked for, newest first, inside what the caller may read.
//!
//! The index names messages that may answer; each is compared with what it says now and with what the caller may read now, up to a
//! bound, behind which a next page goes on. Persons and canned replies that answer stand on the first page.

use std::cmp::Reverse;

use rusqlite::Connection;

use super::{names, shown, suggest};
use crate::clock::Timestamp;
use crate::domain::canned::store as canned;
use crate::domain::contacts::store as contacts;
use crate::domain::search::candidates::{self, Lookup, Message};
use crate::domain::search::excerpt::excerpt;
use crate::domain::search::nouns::{self, Noun};
use crate::domain::search::question::Question;
use crate::domain::search::state::{self, Stage};
use crate::events::{Actor, LogPosition};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::{CannedReplyId, ContactId, ConversationId};
use crate::text::words::{self, Term};

/// Persons, and canned replies, of one answer at most.
const NOUNS: usize = 5;
/// Matches of the second index that are looked at.
const NOUN_CANDIDATES: usize = 500;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What was typed.
    pub question: Question,
    /// Items of the answer at most.
    pub limit: usize,
    /// Only what stands below this position: the next page.
    pub before: Option<LogPosition>,
    /// Messages that are looked at, at most.
    pub candidates: usize,
}

/// Something that was found.
#[derive(Debug, Clone)]
pub struct Item {
    /// What it is.
    pub of: Of,
    /// Its text with marks, cut.
    pub text: String,
    /// When it was written, or last seen.
    pub at: Timestamp,
}

/// What was found.
#[derive(Debug, Clone)]
pub enum Of {
    /// A message.
    Message {
        /// Whether it is a file.
        is_file: bool,
        /// Whether it is a note for the team.
        note: bool,
        /// Its conversation.
        conversation: ConversationId,
        /// Its sequence there.
        sequence: i64,
        /// Who wrote it.
        sender: (Actor, Option<String>),
        /// The customer, and their name.
        contact: (ContactId, Option<String>),
        /// Where the conversation came through.
        channel: String,
    },
    /// A person.
    Contact {
        /// Who it is.
        id: ContactId,
        /// Their name.
        name: Option<String>,
    },
    /// A canned reply.
    Canned {
        /// Which.
        id: CannedReplyId,
    },
}

/// An answer.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Items, the newest first.
    pub items: Vec<Item>,
    /// Where the next page begins; `None` after the last one.
    pub next: Option<LogPosition>,
    /// Questions that would find something, where this one found nothing.
    pub suggestions: Vec<String>,
    /// Whether messages are missing, because the index is being made.
    pub partial: bool,
}

/// Answers a question.
pub fn find(conn: &Connection, caller: &Caller, ask: &Ask) -> Result<Found, Fault> {
    let terms = words::terms(&ask.question.words);
    let mut found = look(conn, caller, ask, &terms)?;
    if found.items.is_empty() && found.next.is_none() && ask.before.is_none() && !found.partial {
        found.suggestions = suggest::suggest(conn, ask, &terms, |asked, terms| {
            Ok(!look(conn, caller, asked, terms)?.items.is_empty())
        })?;
    }
    Ok(found)
}

fn look(conn: &Connection, caller: &Caller, ask: &Ask, terms: &[Term]) -> Result<Found, Fault> {
    let state = state::read(conn)?;
    let partial = state.stage != Stage::Messages;
    let mut found = Found { partial, ..Found::default() };
    if terms.is_empty() && ask.question.operators.is_empty() {
        return Ok(found);
    }
    let look_ups: Vec<words::LookUp> = terms.iter().flat_map(Term::look_ups).collect();
    let expression = (!look_ups.is_empty()).then(|| candidates::expression(&look_ups));
    if ask.before.is_none() && ask.question.operators.is_empty() && state.stage > Stage::Emptying {
        found.items = others(conn, caller, expression.as_deref().unwrap_or_default(), terms)?;
        found.items.truncate(ask.limit);
    }
    if !partial {
        messages(conn, caller, (ask, terms), expression.as_deref(), &mut found)?;
    }
    found.items.sort_by_key(|item| Reverse(item.at));
    Ok(found)
}

/// Adds messages until there are enough, or enough were looked at.
fn messages(
    conn: &Connection,
    caller: &Caller,
    (ask, terms): (&Ask, &[Term]),
    expression: Option<&str>,
    found: &mut Found,
) -> Result<(), Fault> {
    let filters = names::filters(conn, caller, &ask.question.operators)?;
    let (within, scope) = caller.scope.sql("c");
    let mut lookup = Lookup::new(conn, (&within, scope), &filters)?;
    let room = ask.limit.saturating_sub(found.items.len());
    let (mut looked_at, mut last, mut shown) = (0, 0, Vec::new());
    let mut more = false;
    let reached = state::read(conn)?.position;
    let before = ask.before.unwrap_or(LogPosition::MAX);
    candidates::each(conn, expression, (before, reached), ask.candidates, |position| {
        if shown.len() == room {
            more = true;
            return Ok::<bool, Fault>(false);
        }
        looked_at += 1;
        last = position;
        shown.extend(lookup.find(position)?.and_then(|message| answer(message, terms)));
        Ok(true)
    })?;
    more |= looked_at == ask.candidates;
    found.next = more.then_some(last).filter(|last| *last > 0);
    found.items.append(&mut shown);
    Ok(())
}

/// The message as an item, if it holds what was asked for.
fn answer(message: Message, terms: &[Term]) -> Option<Item> {
    let said = shown::message(&message.content);
    let text = excerpt(&said.text, &words::find(&said.text, terms)?);
    let is_file = said.is_file;
    Some(Item {
        of: Of::Message {
            is_file,
            note: message.note,
            conversation: message.conversation,
            sequence: message.sequence,
            sender: (message.sender, message.sender_name),
            contact: (message.contact, message.contact_name),
            channel: message.channel,
        },
        text,
        at: message.sent_at,
    })
}

/// Persons and canned replies that answer, a few of each.
fn others(conn: &Connection, caller: &Caller, expression: &str, terms: &[Term]) -> Result<Vec<Item>, Fault> {
    let (within, scope) = caller.scope.sql_of_contacts();
    let (mut persons, mut replies) = (Vec::new(), Vec::new());
    for (noun, id) in nouns::matching(conn, expression, NOUN_CANDIDATES)? {
        let into = match noun {
            Noun::Contact => &mut persons,
            Noun::Canned => &mut replies,
        };
        if into.len() == NOUNS {
            continue;
        }
        let item = match noun {
            Noun::Contact => {
                let id = ContactId(id);
                let Some(contact) = contacts::find_within(conn, id, (&within, scope))? else { continue };
                let text = shown::contact(conn, id)?.unwrap_or_default();
                let of = Of::Contact { id, name: contact.profile.name };
                (of, text, contact.last_seen_at)
            }
            Noun::Canned => {
                let id = CannedReplyId(id);
                let Some(agent) = caller.agent_id() else { continue };
                let Some(reply) = canned::find(conn, id, agent)? else { continue };
                (Of::Canned { id }, shown::canned(&reply), reply.updated_at)
            }
        };
        let (of, text, at) = item;
        let marked = words::find(&text, terms).map(|places| excerpt(&text, &places));
        into.extend(marked.map(|text| Item { of, text, at }));
    }
    persons.append(&mut replies);
    Ok(persons)
}
