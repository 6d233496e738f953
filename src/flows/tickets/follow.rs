//! A ticket's status goes with its conversation: what opens, snoozes or closes the conversation changes the status as well.

use super::note::note;
use super::words;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::wrong_state;
use crate::domain::tickets::category::Category;
use crate::domain::tickets::changes::Change;
use crate::domain::tickets::store;
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::conversations::steps;
use crate::storage::Unit;

/// Changes the status where the conversation no longer stands as it says. `answered` says that a person replied to the customer.
/// Whether anything changed.
pub fn follow(
    unit: &mut Unit<'_>,
    conversation: &mut Conversation,
    actor: Actor,
    answered: bool,
) -> Result<bool, Fault> {
    // What went on elsewhere keeps its status for when it comes back.
    if conversation.kind() != Kind::Ticket || conversation.merged_into().is_some() {
        return Ok(false);
    }
    let Some(mut ticket) = store::find(unit.conn(), conversation.id())? else { return Ok(false) };
    let timed = conversation.snoozed_until().is_some();
    let Some(next) = ticket.category.after(conversation.state(), timed, answered) else { return Ok(false) };
    let before = words::status(unit.conn(), ticket.status)?;
    let changes = [words::status_change(Some(&before), &words::usual_status(unit.conn(), next)?)];
    let public = changes.iter().any(Change::is_public);
    let entries = conversation.change_ticket(steps::moment(unit, actor), public, None, false)?;
    steps::write(unit, conversation.id(), &entries)?;
    note(unit, &mut ticket, &entries, &changes)?;
    Ok(true)
}

/// Whether it is a ticket that is closed for good.
pub fn stays_closed(unit: &Unit<'_>, conversation: &Conversation) -> Result<bool, Fault> {
    Ok(conversation.kind() == Kind::Ticket
        && conversation.state().is_closed()
        && store::category(unit.conn(), conversation.id())? == Some(Category::Closed))
}

/// Refuses to open a ticket again that is closed for good.
pub fn may_open_again(unit: &Unit<'_>, conversation: &Conversation) -> Result<(), Fault> {
    if stays_closed(unit, conversation)? { Err(wrong_state()) } else { Ok(()) }
}
