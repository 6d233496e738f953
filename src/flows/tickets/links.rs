//! Linking tickets with one another, and with the chats that they have to do with.

use serde_json::json;

use super::{change, find};
use crate::domain::access::rights::Right;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::wrong_state;
use crate::domain::tickets::changes::{self, Change};
use crate::domain::tickets::links::{LINKS_MAX, LinkKind, is_circle};
use crate::domain::tickets::{circle, store};
use crate::events::Actor;
use crate::fault::{Fault, Kind as FaultKind};
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::ids::ConversationId;
use crate::storage::Unit;

/// There are as many as can be.
#[must_use]
pub const fn link_limit() -> Fault {
    Fault::new(FaultKind::RuleBroken, "link_limit", "There are as many links as can be. Remove some.")
}

/// Links a ticket with another conversation of the caller's; of parents and children both are tickets. Linked already, they are
/// linked anew.
pub fn link(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    (other, kind): (ConversationId, LinkKind),
) -> Result<Appended, Fault> {
    caller.may(Right::Ticket)?;
    let (one, _) = find::within(unit, caller, id)?;
    let second = append::within(unit, caller, other)?;
    if id == other {
        return Err(circle());
    }
    let is_part = matches!(kind, LinkKind::Parent | LinkKind::Child);
    if is_part && second.kind() != Kind::Ticket {
        return Err(wrong_state());
    }
    store::remove_link(unit.conn(), id, other)?;
    if is_part {
        let (parent, child) = if kind == LinkKind::Parent { (other, id) } else { (id, other) };
        if is_circle(parent, child, &store::parents(unit.conn(), parent)?) {
            return Err(circle());
        }
    }
    put(unit, caller.actor, (one, second), kind)
}

/// Puts a link between two conversations, each with its entry. Returns the first one's.
pub fn put(
    unit: &mut Unit<'_>,
    actor: Actor,
    (one, other): (Conversation, Conversation),
    kind: LinkKind,
) -> Result<Appended, Fault> {
    let (id, second) = (one.id(), other.id());
    for id in [id, second] {
        if store::links(unit.conn(), id)?.len() >= LINKS_MAX {
            return Err(link_limit());
        }
    }
    store::put_link(unit.conn(), id, second, kind)?;
    entry(unit, actor, other, (id, kind.turned()))?;
    entry(unit, actor, one, (second, kind))
}

/// Links where a customer's words go with the ticket that they are about, which stays closed. Returns where they go.
pub fn lead_back(unit: &mut Unit<'_>, goes_to: Conversation, ticket: Conversation) -> Result<Conversation, Fault> {
    let id = goes_to.id();
    let linked = store::links(unit.conn(), id)?;
    let is_full = linked.len() >= LINKS_MAX || store::links(unit.conn(), ticket.id())?.len() >= LINKS_MAX;
    if is_full || linked.iter().any(|(other, _)| *other == ticket.id()) {
        return Ok(goes_to);
    }
    put(unit, Actor::SYSTEM, (goes_to, ticket), LinkKind::Related)?;
    append::conversation_of(unit, id)
}

fn entry(
    unit: &mut Unit<'_>,
    actor: Actor,
    mut conversation: Conversation,
    (other, kind): (ConversationId, LinkKind),
) -> Result<Appended, Fault> {
    let steps = conversation.link(append::moment(unit, actor), other);
    let value = json!({ "id": other, "kind": kind.name() });
    let change = Change::of(changes::LINK, serde_json::Value::Null, value);
    store::note_changes(unit.conn(), conversation.id(), conversation.last_sequence(), &[change])?;
    append::finish(unit, &conversation, &steps, None)
}

/// Removes a link. A conversation that the caller does not read any more may be let go of, too.
pub fn unlink(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    other: ConversationId,
) -> Result<Appended, Fault> {
    caller.may(Right::Ticket)?;
    let (mut conversation, mut ticket) = find::within(unit, caller, id)?;
    let had = store::links(unit.conn(), id)?.into_iter().find(|(linked, _)| *linked == other);
    let (_, kind) = had.ok_or_else(Fault::not_found)?;
    store::remove_link(unit.conn(), id, other)?;
    let gone = |other: ConversationId, kind: LinkKind| {
        let value = json!({ "id": other, "kind": kind.name() });
        Change::of(changes::LINK, value, serde_json::Value::Null)
    };
    if let Some(mut second) = store::find(unit.conn(), other)? {
        let mut conversation = append::conversation_of(unit, other)?;
        if conversation.merged_into().is_none() {
            let change = gone(id, kind.turned());
            change::write(unit, caller.actor, (&mut conversation, &mut second), &[change], None)?;
        }
    }
    change::write(unit, caller.actor, (&mut conversation, &mut ticket), &[gone(other, kind)], None)
}
