//! Stores a piece of a history: conversations that are new, and what is new in those that are here.

use std::collections::BTreeSet;

use serde_json::json;

use super::reader::{Head, Part, Piece, Said};
use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::access::store as agents;
use crate::domain::contacts::fields::{self, Source};
use crate::domain::contacts::profile::Profile;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::conversation::{Conversation, Moment};
use crate::domain::conversations::imported;
use crate::domain::conversations::state::State;
use crate::domain::conversations::store::{self, NewMessage};
use crate::domain::imports::known::{self, Known};
use crate::domain::imports::line::{Person, Sender};
use crate::domain::imports::report::{Reason, Refusal, Report};
use crate::events::{Actor, ConversationEvent, LogPosition, Record, rights_changed};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append::record;
use crate::flows::search::keep as search;
use crate::ids::{ContactId, ConversationId, VisitorId};
use crate::storage::Unit;

/// What became of the lines so far, and of the parts of the conversation that goes on in the next piece.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Of whole lines.
    pub report: Report,
    /// Whether the conversation is new.
    is_new: bool,
    /// Its entries that are new.
    added: u64,
}

impl Tally {
    /// Goes on from a report.
    #[must_use]
    pub fn from(report: Report) -> Self {
        Self { report, ..Self::default() }
    }
}

/// Stores a piece, told to nobody. Who may read it for the first time while they are connected loads anew.
pub fn keep(unit: &mut Unit<'_>, caller: &Caller, piece: &Piece, tally: &mut Tally) -> Result<(), Fault> {
    caller.may(Right::Import)?;
    tally.report.lines += piece.lines;
    for refusal in &piece.refused {
        tally.report.refuse(*refusal);
    }
    let before = unit.head();
    let mut gained: BTreeSet<ContactId> = BTreeSet::new();
    for part in &piece.parts {
        keep_part(unit, part, tally, &mut gained)?;
    }
    for contact in gained {
        tell(unit, caller, contact)?;
    }
    if unit.head() > before {
        // A cursor from before these entries would be replayed to.
        agents::set_rights_positions(unit.conn(), unit.head())?;
    }
    Ok(())
}

/// Browsers in which the person is signed in show what came.
fn tell(unit: &mut Unit<'_>, caller: &Caller, contact: ContactId) -> Result<(), Fault> {
    let mut position = unit.head();
    for visitor in contacts::visitors_of(unit.conn(), contact)? {
        position = unit.emit(&Record::of(caller.actor, rights_changed(visitor.0)))?;
    }
    Ok(contacts::set_rights_positions(unit.conn(), contact, position)?)
}

fn keep_part(
    unit: &mut Unit<'_>,
    part: &Part,
    tally: &mut Tally,
    gained: &mut BTreeSet<ContactId>,
) -> Result<(), Fault> {
    let head = &*part.head;
    let mut history = match known::conversation(unit.conn(), &head.digest)? {
        Known::Here(id) => {
            store::find(unit.conn(), id)?.ok_or_else(|| Fault::internal("an import points nowhere"))?
        }
        Known::New => {
            let Some((contact, was_here)) = contact(unit, head)? else {
                refuse_erased(tally, part);
                return Ok(());
            };
            if was_here {
                gained.insert(contact);
            }
            tally.is_new = true;
            open(unit, head, contact)?
        }
        Known::Gone => {
            refuse_erased(tally, part);
            return Ok(());
        }
    };
    let added = add_entries(unit, &mut history, part)?;
    tally.added += added;
    if added > 0 && !tally.is_new && head.user_id.is_some() {
        gained.insert(history.contact());
    }
    if part.last {
        let report = &mut tally.report;
        match (tally.is_new, tally.added) {
            (true, _) => report.conversations += 1,
            (false, 0) => report.known += 1,
            (false, _) => report.continued += 1,
        }
        report.entries += tally.added;
        (tally.is_new, tally.added) = (false, 0);
    }
    Ok(())
}

fn refuse_erased(tally: &mut Tally, part: &Part) {
    if part.last {
        tally.report.refuse(Refusal { line: part.head.line, entry: None, reason: Reason::Erased });
    }
}

/// The person of a conversation, and whether they were here; `None` if they are erased. An id of another desk is never one of the
/// shop: whoever proves who they are does not see what stands under it.
fn contact(unit: &mut Unit<'_>, head: &Head) -> Result<Option<(ContactId, bool)>, Fault> {
    match known::contact(unit.conn(), &head.person_digest)? {
        Known::Here(contact) => return Ok(Some((contact, head.user_id.is_some()))),
        Known::Gone => return Ok(None),
        Known::New => {}
    }
    let user_id = head.user_id.as_deref();
    let here = user_id.map(|id| contacts::find_by_user_id(unit.conn(), id)).transpose()?.flatten();
    let contact = if let Some(contact) = &here { contact.id } else { add_contact(unit, head)? };
    known::note_contact(unit.conn(), &head.person_digest, contact)?;
    Ok(Some((contact, here.is_some())))
}

fn add_contact(unit: &mut Unit<'_>, head: &Head) -> Result<ContactId, Fault> {
    let contact = unit.mint();
    contacts::insert(unit.conn(), contact, head.user_id.as_deref(), head.opened_at)?;
    let Person { name, email, phone, .. } = head.person.clone();
    let profile = Profile { name, email, phone };
    fields::put(unit.conn(), contact, Source::Said, &profile, head.opened_at)?;
    search::contact_changed(unit, contact)?;
    Ok(contact)
}

/// The visitor that stands for a person on a channel, without a credential: nobody can come back as them.
fn visitor(unit: &mut Unit<'_>, head: &Head, contact: ContactId) -> Result<VisitorId, Fault> {
    if let Some(visitor) = contacts::find_on_channel(unit.conn(), contact, &head.channel)? {
        return Ok(visitor);
    }
    let id = unit.mint();
    let visitor = contacts::NewVisitor {
        id,
        contact,
        widget: None,
        channel: &head.channel,
        device_id: None,
        token_digest: None,
        verified: head.user_id.is_some(),
        locale: None,
    };
    contacts::insert_visitor(unit.conn(), &visitor, head.opened_at)?;
    Ok(id)
}

fn open(unit: &mut Unit<'_>, head: &Head, contact: ContactId) -> Result<Conversation, Fault> {
    let visitor = visitor(unit, head, contact)?;
    let id: ConversationId = unit.mint();
    let (history, opening) = Conversation::open(id, contact, visitor, Actor::visitor(visitor));
    unit.bring_in(&record(id, &opening, 0), head.opened_at)?;
    imported::insert(unit.conn(), &history, &head.channel, head.opened_at)?;
    known::note_conversation(unit.conn(), &head.digest, id)?;
    Ok(history)
}

/// Adds what is new, and leaves the conversation in the state that the other desk had it in, unless somebody has worked on it here.
fn add_entries(unit: &mut Unit<'_>, history: &mut Conversation, part: &Part) -> Result<u64, Fault> {
    let (mut added, mut last_message, mut said_at) = (0, None, None);
    for said in &part.entries {
        if !known::note_entry(unit.conn(), history.id(), &said.digest)? {
            continue;
        }
        if history.state() == State::Closed {
            change(unit, history, State::Waiting, said.at)?;
        }
        last_message = Some(add(unit, history, said)?);
        said_at = Some(said.at);
        added += 1;
    }
    let closes = part.last && part.head.closed && history.state() != State::Closed;
    let closes = closes && !imported::is_touched(unit.conn(), history.id())?;
    if closes {
        let at = part.entries.last().map_or(part.head.opened_at, |said| said.at);
        change(unit, history, State::Closed, at)?;
        said_at = said_at.or(Some(at));
    }
    if added > 0 || closes {
        imported::save(unit.conn(), history, last_message, said_at)?;
    }
    Ok(added)
}

fn change(unit: &mut Unit<'_>, history: &mut Conversation, to: State, at: Timestamp) -> Result<(), Fault> {
    let event = ConversationEvent::StateChanged { to, until: None, undone: false };
    enter(unit, history, Moment { actor: Actor::SYSTEM, at }, event).map(drop)
}

/// Writes an entry, and what it implies, at its own time.
fn enter(
    unit: &mut Unit<'_>,
    history: &mut Conversation,
    moment: Moment,
    event: ConversationEvent,
) -> Result<LogPosition, Fault> {
    let mut position = 0;
    for step in history.follow(moment, event) {
        let at = unit.bring_in(&record(history.id(), &step, position), moment.at)?;
        position = if step.sequence.is_some() { at } else { position };
    }
    Ok(position)
}

fn add(unit: &mut Unit<'_>, history: &mut Conversation, said: &Said) -> Result<LogPosition, Fault> {
    let actor = match said.sender {
        Sender::Visitor => Actor::visitor(history.visitor()),
        Sender::Agent => Actor::FORMER_COLLEAGUE,
        Sender::Bot => Actor::BOT,
    };
    let event = ConversationEvent::Message { note: false };
    let position = enter(unit, history, Moment { actor, at: said.at }, event)?;
    let message = NewMessage {
        position,
        conversation: history.id(),
        sequence: history.last_sequence(),
        sender: actor,
        client_message_id: None,
        sent_to: None,
        // The digest only detects repeated sends, and nobody repeats these.
        digest: [0; 16],
        note: false,
        content: &said.content,
    };
    store::insert_message(unit.conn(), &message, said.at)?;
    if let Some(name) = &said.name {
        store::insert_detail(unit.conn(), position, history.id(), &json!({ "name": name }))?;
    }
    Ok(position)
}
