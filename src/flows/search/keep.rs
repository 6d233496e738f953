//! Keeps the indexes true in the unit that changes what they are made of.
//!
//! Only what is in an index is taken out: of messages that were not read yet nothing is there. While the indexes are emptied, or
//! hold words in another form, nobody knows what is in them; then they are emptied here and now.

use std::collections::BTreeSet;

use super::shown;
use crate::domain::canned::store as canned_store;
use crate::domain::search::candidates::{self, Words};
use crate::domain::search::index::Index;
use crate::domain::search::nouns::{self, Noun};
use crate::domain::search::state::{self, Stage, State};
use crate::events::LogPosition;
use crate::fault::Fault;
use crate::ids::{CannedReplyId, ContactId, ConversationId};
use crate::storage::Unit;
use crate::text::words;

/// The message at `position` says something else now, or nothing; both as stored content.
pub fn message_changed(
    unit: &Unit<'_>,
    position: LogPosition,
    before: Option<&str>,
    now: Option<&str>,
) -> Result<(), Fault> {
    let state = certain(unit)?;
    if !state.has(position) {
        return Ok(());
    }
    let tokens = |content: Option<&str>| {
        content.map(|content| words::tokens(&shown::message(content).text)).unwrap_or_default()
    };
    let (before, now) = (tokens(before), tokens(now));
    if before == now {
        return Ok(());
    }
    take_out(unit, &[(position, before)])?;
    Index::Messages.add(unit.conn(), position, &now)?;
    Ok(Index::Messages.flush(unit.conn())?)
}

/// A person and all that was said in their conversations is about to be erased.
pub fn contact_goes(unit: &Unit<'_>, contact: ContactId) -> Result<(), Fault> {
    let state = certain(unit)?;
    if state.stage == Stage::Messages {
        let of_content = |Words { position, content }| {
            let content = content.unwrap_or_default();
            (position, words::tokens(&shown::message(&content).text))
        };
        let said = candidates::of_contact(unit.conn(), contact, state.position)?;
        take_out(unit, &said.into_iter().map(of_content).collect::<Vec<_>>())?;
    }
    for conversation in candidates::conversations_of(unit.conn(), contact)? {
        nouns::put(unit.conn(), Noun::Ticket, conversation.0, None)?;
    }
    nouns::put(unit.conn(), Noun::Contact, contact.0, None)?;
    Ok(())
}

/// Takes messages out, with what each was put in.
fn take_out(unit: &Unit<'_>, messages: &[(LogPosition, String)]) -> Result<(), Fault> {
    let conn = unit.conn();
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    for (position, tokens) in messages {
        Index::Messages.remove(conn, *position, tokens)?;
        gone.extend(tokens.split(' ').filter(|token| !token.is_empty()));
    }
    if gone.is_empty() {
        return Ok(());
    }
    Index::Messages.flush(conn)?;
    Ok(Index::Messages.scrub(conn, gone)?)
}

/// What is known of a person may be something else now, or nothing.
pub fn contact_changed(unit: &Unit<'_>, contact: ContactId) -> Result<(), Fault> {
    certain(unit)?;
    put_contact(unit, contact)
}

/// The same for a canned reply.
pub fn canned_changed(unit: &Unit<'_>, id: CannedReplyId) -> Result<(), Fault> {
    certain(unit)?;
    let canned = canned_store::any(unit.conn(), id)?;
    nouns::put(unit.conn(), Noun::Canned, id.0, canned.as_ref().map(shown::canned).as_deref())?;
    Ok(())
}

/// The same for a ticket.
pub fn ticket_changed(unit: &Unit<'_>, id: ConversationId) -> Result<(), Fault> {
    certain(unit)?;
    put_ticket(unit, id)
}

/// Puts in what a ticket says. What stands before its number is set in the configuration, and so is not kept.
pub(super) fn put_ticket(unit: &Unit<'_>, id: ConversationId) -> Result<(), Fault> {
    let text = shown::ticket(unit.conn(), id, "")?;
    nouns::put(unit.conn(), Noun::Ticket, id.0, text.as_deref())?;
    Ok(())
}

/// Puts in what is known of a person.
pub(super) fn put_contact(unit: &Unit<'_>, contact: ContactId) -> Result<(), Fault> {
    let text = shown::contact(unit.conn(), contact)?;
    nouns::put(unit.conn(), Noun::Contact, contact.0, text.as_deref())?;
    Ok(())
}

/// Begins both indexes anew; they are emptied and filled in pieces.
pub fn begin_anew(unit: &Unit<'_>) -> Result<(), Fault> {
    Ok(state::write(unit.conn(), State::ANEW)?)
}

/// The state, of which is known what is in the indexes.
fn certain(unit: &Unit<'_>) -> Result<State, Fault> {
    let state = state::read(unit.conn())?;
    if state.stage != Stage::Emptying {
        return Ok(state);
    }
    empty(unit)
}

/// Empties both indexes. The state behind it.
pub(super) fn empty(unit: &Unit<'_>) -> Result<State, Fault> {
    Index::Messages.empty(unit.conn())?;
    nouns::empty(unit.conn())?;
    let state = State { stage: Stage::Emptying.next(), after_id: 0, position: 0 };
    state::write(unit.conn(), state)?;
    Ok(state)
}
