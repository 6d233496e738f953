//! Changing what a ticket says: title, type with its fields, when it is due.

use serde_json::{Value, json};

use super::note::note;
use super::{find, words};
use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::conversations::conversation::{Asks, Conversation};
use crate::domain::tickets::changes::{self, Change};
use crate::domain::tickets::fields::{self, Values};
use crate::domain::tickets::ticket::Ticket;
use crate::domain::tickets::{clean_title, documents};
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::ids::{ConversationId, TicketTypeId};
use crate::storage::Unit;

/// What shall be different; what is missing stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The title.
    pub title: Option<String>,
    /// The type, or none.
    pub of: Option<Option<TicketTypeId>>,
    /// Values by key; null takes one away.
    pub fields: Values,
    /// When it is due, or no longer.
    pub due_at: Option<Option<Timestamp>>,
}

/// Changes a ticket. Where nothing is different, nothing is written.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    wanted: &Wanted,
) -> Result<Appended, Fault> {
    caller.may(Right::Ticket)?;
    let (mut conversation, mut ticket) = find::within(unit, caller, id)?;
    let changes = differences(unit, &ticket, wanted)?;
    write(unit, caller.actor, (&mut conversation, &mut ticket), &changes, None)
}

/// What `wanted` would change.
pub fn differences(unit: &Unit<'_>, ticket: &Ticket, wanted: &Wanted) -> Result<Vec<Change>, Fault> {
    let conn = unit.conn();
    let mut found = Vec::new();
    if let Some(title) = &wanted.title {
        found.push(Change::of(changes::TITLE, json!(ticket.title), json!(clean_title("title", title)?)));
    }
    let had = ticket.of.map(|id| documents::find_type(conn, id)).transpose()?.flatten();
    let values = match wanted.of {
        Some(of) if of != ticket.of => {
            let now = of.map(|id| words::ticket_type(conn, id)).transpose()?;
            let (from, to) = (words::type_value(had.as_ref()), words::type_value(now.as_ref()));
            found.push(Change::of(changes::TYPE, from, to));
            fields::begin(now.as_ref(), &ticket.fields, &wanted.fields)?
        }
        _ => fields::change(had.as_ref(), &ticket.fields, &wanted.fields)?,
    };
    found.extend(of_fields(&ticket.fields, &values));
    if let Some(due) = wanted.due_at {
        found.push(Change::of(changes::DUE, json!(ticket.due_at), json!(due)));
    }
    found.retain(|change| change.from != change.to);
    Ok(found)
}

/// The changes that lead from some values to others.
#[must_use]
pub fn of_fields(from: &Values, to: &Values) -> Vec<Change> {
    let mut keys: Vec<&String> = from.keys().chain(to.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    let value = |of: &Values, key: &String| of.get(key).cloned().unwrap_or(Value::Null);
    keys.into_iter()
        .map(|key| Change::of(format!("{}{key}", changes::FIELD), value(from, key), value(to, key)))
        .filter(|change| change.from != change.to)
        .collect()
}

/// Writes changes of a ticket as one entry, and what its status asks of the conversation.
pub fn write(
    unit: &mut Unit<'_>,
    actor: Actor,
    (conversation, ticket): (&mut Conversation, &mut Ticket),
    changes: &[Change],
    asks: Option<Asks>,
) -> Result<Appended, Fault> {
    if changes.is_empty() {
        return append::finish(unit, conversation, &[], None);
    }
    let public = changes.iter().any(Change::is_public);
    let left = append::agent_left(unit, conversation)?;
    let steps = conversation.change_ticket(append::moment(unit, actor), public, asks, left)?;
    note(unit, ticket, &steps, changes)?;
    append::finish(unit, conversation, &steps, None)
}
