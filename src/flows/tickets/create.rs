//! New tickets: a chat that becomes one, or one of its own.

use std::time::Duration;

use serde_json::{Value, json};

use super::change::of_fields;
use super::note::note;
use super::set_status::asks;
use super::words;
use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::target::Target;
use crate::domain::conversations::wrong_state;
use crate::domain::tickets::category::Category;
use crate::domain::tickets::changes::{self, Change};
use crate::domain::tickets::fields::{self, Values};
use crate::domain::tickets::statuses::usual;
use crate::domain::tickets::store;
use crate::domain::tickets::ticket::{EXTERNAL_ID, Source, Ticket};
use crate::domain::tickets::types::TicketType;
use crate::domain::tickets::{check_external_id, clean_title};
use crate::events::{ActorKind, Priority};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::contacts::find_contacts;
use crate::flows::conversations::append;
use crate::flows::conversations::assign::assign;
use crate::flows::conversations::open_conversation::{
    CHANNEL, check_user_id, find_or_add_contact, find_or_add_visitor,
};
use crate::flows::conversations::post_message::{Post, open, post_message};
use crate::flows::conversations::triage::{set_priority, transfer_to_team};
use crate::ids::{AgentId, ContactId, ConversationId, TeamId, TicketStatusId, TicketTypeId, VisitorId};
use crate::storage::Unit;

/// What a new ticket says.
#[derive(Debug, Clone, Default)]
pub struct Begin {
    /// The title.
    pub title: String,
    /// The type.
    pub of: Option<TicketTypeId>,
    /// Values in the fields of its type.
    pub fields: Values,
    /// The status; a new ticket is new unless somebody says otherwise.
    pub status: Option<TicketStatusId>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// Who gets it.
    pub agent: Option<AgentId>,
    /// The team that gets it.
    pub team: Option<TeamId>,
    /// When it is due.
    pub due_at: Option<Timestamp>,
    /// The part of another conversation that it comes from.
    pub source: Option<Source>,
    /// Its id at the shop's own system.
    pub external_id: Option<String>,
    /// A customer fills it in: what only the team is asked for is neither taken nor missed.
    pub by_customer: bool,
}

/// Whose ticket it is.
#[derive(Debug, Clone)]
pub enum Customer {
    /// A contact of the desk.
    Contact(ContactId),
    /// The person with this id at the shop.
    UserId(String),
    /// A browser or app.
    Visitor(VisitorId),
}

/// Turns a chat into a ticket.
pub fn turn_into(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    begin: &Begin,
) -> Result<ConversationId, Fault> {
    caller.may(Right::Ticket)?;
    let mut conversation = append::within(unit, caller, id)?;
    if conversation.kind() != Kind::Chat {
        return Err(wrong_state());
    }
    become_ticket(unit, caller, &mut conversation, begin)?;
    give_out(unit, caller, id, begin)?;
    Ok(id)
}

/// Opens a ticket of its own for a customer, with their words if there are any. The same `external_id` again gives the same ticket.
pub fn create(
    unit: &mut Unit<'_>,
    caller: &Caller,
    digest_key: &[u8; 32],
    customer: &Customer,
    words: Option<Content>,
    begin: &Begin,
) -> Result<ConversationId, Fault> {
    caller.may(Right::Ticket)?;
    if let Some(external) = &begin.external_id {
        check_external_id(external)?;
        if let Some(id) = store::with_external_id(unit.conn(), external)? {
            append::within(unit, caller, id)?;
            return Ok(id);
        }
    }
    let (contact, visitor, channel) = whose(unit, caller, customer)?;
    let id = open_ticket(
        unit,
        caller,
        (contact, visitor, &channel),
        words.map(|words| (digest_key, words)),
        begin,
    )?;
    give_out(unit, caller, id, begin)?;
    Ok(id)
}

/// Opens a ticket for a browser or app, with the customer's first words if there are any, under the key of their digest; whether the
/// caller may was asked before.
pub fn open_ticket(
    unit: &mut Unit<'_>,
    caller: &Caller,
    (contact, visitor, channel): (ContactId, VisitorId, &str),
    words: Option<(&[u8; 32], Content)>,
    begin: &Begin,
) -> Result<ConversationId, Fault> {
    let mut conversation = open(unit, contact, visitor, channel)?;
    let id = conversation.id();
    if let Some((digest_key, words)) = words {
        // Said as the customer, for whom the caller vouches.
        let customer = Caller::visitor(visitor, contact, true);
        let (speaker, target) = (ActorKind::Visitor, Target::Named(id));
        let post = Post::new(digest_key, speaker, None, target, false, words, Duration::ZERO)?;
        post_message(unit, &customer, &post)?;
        conversation = append::conversation_of(unit, id)?;
    }
    become_ticket(unit, caller, &mut conversation, begin)?;
    Ok(id)
}

fn whose(
    unit: &mut Unit<'_>,
    caller: &Caller,
    customer: &Customer,
) -> Result<(ContactId, VisitorId, String), Fault> {
    match customer {
        Customer::Visitor(id) => {
            let visitor = contacts::find_visitor(unit.conn(), *id)?.ok_or_else(Fault::not_found)?;
            find_contacts::within(unit.conn(), caller, visitor.contact)?;
            Ok((visitor.contact, visitor.id, visitor.channel))
        }
        Customer::Contact(id) => {
            find_contacts::within(unit.conn(), caller, *id)?;
            // Where the person was last, so that they see it there.
            if let Some(visitor) = contacts::latest_of(unit.conn(), *id)? {
                return Ok((*id, visitor.id, visitor.channel));
            }
            Ok((*id, find_or_add_visitor(unit, *id, CHANNEL)?, CHANNEL.to_owned()))
        }
        Customer::UserId(user_id) => {
            check_user_id(user_id)?;
            let contact = find_or_add_contact(unit, user_id)?;
            Ok((contact, find_or_add_visitor(unit, contact, CHANNEL)?, CHANNEL.to_owned()))
        }
    }
}

fn become_ticket(
    unit: &mut Unit<'_>,
    caller: &Caller,
    conversation: &mut Conversation,
    begin: &Begin,
) -> Result<(), Fault> {
    let title = clean_title("title", &begin.title)?;
    let of = begin.of.map(|id| words::ticket_type(unit.conn(), id)).transpose()?;
    let asked = if begin.by_customer { of.as_ref().map(TicketType::for_customers) } else { of.clone() };
    let values = fields::begin(asked.as_ref(), &Values::new(), &begin.fields)?;
    let status = words::status(unit.conn(), begin.status.unwrap_or_else(|| usual_for(conversation)))?;
    let mut changes = vec![
        Change::of(changes::TITLE, Value::Null, json!(title)),
        words::status_change(None, &status),
        Change::of(changes::TYPE, Value::Null, words::type_value(of.as_ref())),
        Change::of(changes::DUE, Value::Null, json!(begin.due_at)),
        Change::of(changes::SOURCE, Value::Null, json!(begin.source)),
        Change::of(EXTERNAL_ID, Value::Null, json!(begin.external_id)),
    ];
    changes.extend(of_fields(&Values::new(), &values));
    changes.retain(|change| change.from != change.to);
    let number = store::next_number(unit.conn())?;
    let left = append::agent_left(unit, conversation)?;
    let moment = append::moment(unit, caller.actor);
    let steps = conversation.become_ticket(moment, number, asks(words::category_of(&status)), left)?;
    let mut ticket = Ticket::begun(conversation.id(), number, unit.now());
    append::finish(unit, conversation, &steps, None)?;
    note(unit, &mut ticket, &steps, &changes)
}

/// A chat that somebody answers is worked on already.
fn usual_for(conversation: &Conversation) -> TicketStatusId {
    let begun = conversation.agent().is_some() && conversation.last_sequence() > 0;
    usual(if begun { Category::Open } else { Category::New })
}

/// Gives a new ticket to whom it is meant for.
fn give_out(unit: &mut Unit<'_>, caller: &Caller, id: ConversationId, begin: &Begin) -> Result<(), Fault> {
    if let Some(priority) = begin.priority {
        set_priority(unit, caller, id, priority)?;
    }
    if let Some(team) = begin.team {
        transfer_to_team(unit, caller, id, team, None)?;
    }
    if let Some(agent) = begin.agent {
        assign(unit, caller, id, Some(agent))?;
    }
    Ok(())
}
