//! Finds what was asked for, newest first, inside what the caller may read.
//!
//! The index names messages that may answer; each is compared with what it says now and with what the caller may read now, up to a
//! bound, behind which a next page goes on. Persons, canned replies and tickets that answer stand on the first page.

use std::cmp::Reverse;

use rusqlite::Connection;

use super::ask::Ask;
use super::{names, shown, suggest};
use crate::clock::Timestamp;
use crate::domain::canned::store as canned;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::store as conversations;
use crate::domain::search::candidates::{self, Lookup, Message};
use crate::domain::search::excerpt::excerpt;
use crate::domain::search::filters::Filter;
use crate::domain::search::nouns::{self, Noun};
use crate::domain::search::state::{self, Stage};
use crate::domain::tickets::store as tickets;
use crate::events::{Actor, LogPosition};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::tickets::find::id_of as ticket_called;
use crate::ids::{CannedReplyId, ContactId, ConversationId};
use crate::text::words::{self, Term};

/// Persons, canned replies and tickets of one answer, of each at most.
const NOUNS: usize = 5;
/// Matches of the second index that are looked at.
const NOUN_CANDIDATES: usize = 500;

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
        /// What it is as a ticket.
        ticket: Option<TicketName>,
    },
    /// A ticket.
    Ticket {
        /// Its conversation.
        id: ConversationId,
        /// What it is called.
        name: TicketName,
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
        /// Their newest conversation that the caller may read.
        conversation: Option<ConversationId>,
    },
    /// A canned reply.
    Canned {
        /// Its id.
        id: CannedReplyId,
    },
}

/// What a ticket is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketName {
    /// Its number.
    pub number: i64,
    /// The number as it is shown.
    pub name: String,
    /// Its title.
    pub title: String,
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
    let filters = names::filters(conn, caller, &ask.question.operators)?;
    let looking = Looking { conn, caller, ask, terms, filters, prefix: tickets::prefix(conn)? };
    if ask.before.is_none() && state.stage > Stage::Emptying {
        found.items = looking.others(expression.as_deref())?;
        found.items.truncate(ask.limit);
    }
    if !partial {
        looking.messages(expression.as_deref(), state.position, &mut found)?;
    }
    found.items.sort_by_key(|item| Reverse(item.at));
    Ok(found)
}

/// Who looks for what.
struct Looking<'a> {
    conn: &'a Connection,
    caller: &'a Caller,
    ask: &'a Ask,
    terms: &'a [Term],
    filters: Vec<Filter>,
    /// What stands before a ticket's number.
    prefix: String,
}

impl Looking<'_> {
    /// Adds messages until there are enough, or enough were looked at.
    fn messages(
        &self,
        expression: Option<&str>,
        reached: LogPosition,
        found: &mut Found,
    ) -> Result<(), Fault> {
        let (within, scope) = self.caller.scope.sql("c");
        let mut lookup = Lookup::new(self.conn, (&within, scope), &self.filters)?;
        let room = self.ask.limit.saturating_sub(found.items.len());
        let (mut looked_at, mut last, mut shown) = (0, 0, Vec::new());
        let mut more = false;
        let before = self.ask.before.unwrap_or(LogPosition::MAX);
        candidates::each(self.conn, expression, (before, reached), self.ask.candidates, |position| {
            if shown.len() == room {
                more = true;
                return Ok::<bool, Fault>(false);
            }
            looked_at += 1;
            last = position;
            shown.extend(lookup.find(position)?.and_then(|message| self.answer(message)));
            Ok(true)
        })?;
        more |= looked_at == self.ask.candidates;
        found.next = more.then_some(last).filter(|last| *last > 0);
        found.items.append(&mut shown);
        Ok(())
    }

    /// The message as an item, if it holds what was asked for.
    fn answer(&self, message: Message) -> Option<Item> {
        let said = shown::message(&message.content);
        let text = self.marked(&said.text)?;
        let is_file = said.is_file;
        let of = Of::Message {
            is_file,
            note: message.note,
            conversation: message.conversation,
            sequence: message.sequence,
            sender: (message.sender, message.sender_name),
            contact: (message.contact, message.contact_name),
            channel: message.channel,
            ticket: message.ticket.map(|(number, title)| self.name_of(number, title)),
        };
        Some(Item { of, text, at: message.sent_at })
    }

    fn name_of(&self, number: i64, title: String) -> TicketName {
        TicketName { number, name: format!("{}{number}", self.prefix), title }
    }

    /// A text with marks, if it holds what was asked for.
    fn marked(&self, text: &str) -> Option<String> {
        words::find(text, self.terms).map(|places| excerpt(text, &places))
    }

    /// Persons, canned replies and tickets that answer, a few of each.
    fn others(&self, expression: Option<&str>) -> Result<Vec<Item>, Fault> {
        let mut found = Vec::new();
        // A ticket that is called so; what stands before its number is in no index.
        let named = ticket_called(self.conn, self.ask.question.words.trim()).ok();
        if let Some(id) = named {
            found.extend(self.ticket(id)?);
        }
        let Some(expression) = expression else { return Ok(found) };
        let mut counts = [0; 3];
        for (noun, id) in nouns::matching(self.conn, expression, NOUN_CANDIDATES)? {
            let count = &mut counts[noun as usize - 1];
            if *count == NOUNS || noun == Noun::Ticket && named == Some(ConversationId(id)) {
                continue;
            }
            let item = match noun {
                Noun::Contact => self.contact(ContactId(id))?,
                Noun::Canned => self.canned(CannedReplyId(id))?,
                Noun::Ticket => self.ticket(ConversationId(id))?,
            };
            *count += usize::from(item.is_some());
            found.extend(item);
        }
        Ok(found)
    }

    fn contact(&self, id: ContactId) -> Result<Option<Item>, Fault> {
        if !self.filters.is_empty() {
            return Ok(None);
        }
        let (within, scope) = self.caller.scope.sql_of_contacts();
        let Some(contact) = contacts::find_within(self.conn, id, (&within, scope))? else { return Ok(None) };
        let text = shown::contact(self.conn, id)?.unwrap_or_default();
        let Some(text) = self.marked(&text) else { return Ok(None) };
        let (inside, scope) = self.caller.scope.sql("c");
        let conversation = conversations::newest_of(self.conn, id, (&inside, scope))?;
        let of = Of::Contact { id, name: contact.profile.name, conversation };
        Ok(Some(Item { of, text, at: contact.last_seen_at }))
    }

    fn canned(&self, id: CannedReplyId) -> Result<Option<Item>, Fault> {
        let agent = self.caller.agent_id().filter(|_| self.filters.is_empty());
        let reply = agent.map(|agent| canned::find(self.conn, id, agent)).transpose()?.flatten();
        Ok(reply.and_then(|reply| {
            let text = self.marked(&shown::canned(&reply))?;
            Some(Item { of: Of::Canned { id }, text, at: reply.updated_at })
        }))
    }

    fn ticket(&self, id: ConversationId) -> Result<Option<Item>, Fault> {
        if !self.filters.iter().all(Filter::is_about_conversations) {
            return Ok(None);
        }
        let (within, scope) = self.caller.scope.sql("c");
        let ticket = candidates::ticket(self.conn, id, (&within, scope), &self.filters)?;
        let Some(ticket) = ticket else { return Ok(None) };
        let text = shown::ticket(self.conn, id, &self.prefix)?.unwrap_or_default();
        let Some(text) = self.marked(&text) else { return Ok(None) };
        let of = Of::Ticket {
            id,
            name: self.name_of(ticket.number, ticket.title),
            contact: (ticket.contact, ticket.contact_name),
            channel: ticket.channel,
        };
        Ok(Some(Item { of, text, at: ticket.updated_at }))
    }
}
