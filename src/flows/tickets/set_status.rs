//! Changing the status of a ticket; its conversation opens, snoozes or closes with it.

use super::change::write;
use super::{find, words};
use crate::domain::access::rights::Right;
use crate::domain::conversations::conversation::Asks;
use crate::domain::conversations::wrong_state;
use crate::domain::tickets::category::Category;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append::Appended;
use crate::ids::{ConversationId, TicketStatusId};
use crate::storage::Unit;

/// What a category asks of the conversation.
#[must_use]
pub const fn asks(category: Category) -> Asks {
    match category {
        Category::New | Category::Open => Asks::Awake,
        Category::Pending | Category::OnHold => Asks::Asleep,
        Category::Solved | Category::Closed => Asks::Closed,
    }
}

/// Gives a ticket another status. `wrong_state` where it may not follow.
pub fn set_status(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    status: TicketStatusId,
) -> Result<Appended, Fault> {
    caller.may(Right::Ticket)?;
    put_status(unit, caller, id, status, false)
}

/// The same; `undoes` says that it stood there before, so that whatever it is may follow.
pub fn put_status(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    status: TicketStatusId,
    undoes: bool,
) -> Result<Appended, Fault> {
    let (mut conversation, mut ticket) = find::within(unit, caller, id)?;
    let to = words::status(unit.conn(), status)?;
    let category = words::category_of(&to);
    if !undoes && !ticket.category.can_become(category) {
        return Err(wrong_state());
    }
    let from = words::status(unit.conn(), ticket.status)?;
    let changes = if from.id == to.id { Vec::new() } else { vec![words::status_change(Some(&from), &to)] };
    write(unit, caller.actor, (&mut conversation, &mut ticket), &changes, Some(asks(category)))
}
