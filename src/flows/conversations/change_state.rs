//! Closing, reopening, snoozing and waking a conversation.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::state::State;
use crate::domain::conversations::store;
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::flows::tickets::follow;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Longest snooze.
const SNOOZE_MAX: Duration = Duration::from_hours(366 * 24);

/// Result of closing or snoozing a conversation.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub struct Settled {
    /// Its newest entry.
    #[serde(flatten)]
    pub at: Appended,
    /// The new state, or the old one if the customer wrote something that the caller had not seen.
    pub state: State,
}

/// Whether the customer wrote something since.
#[must_use]
pub const fn newer_message() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "newer_message",
        "The customer has written since. The conversation stays as it is.",
    )
}

/// Closes a conversation, unless the customer said something after the sequence `seen`: then it stays as it is.
pub fn resolve(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    seen: Option<i64>,
) -> Result<Settled, Fault> {
    caller.may(Right::Close)?;
    let mut conversation = append::within(unit, caller, id)?;
    let before = conversation.clone();
    let steps = conversation.close(append::moment(unit, caller.actor))?;
    if let Some(kept) = kept(unit, &before, seen)? {
        return Ok(kept);
    }
    Ok(Settled { at: append::finish(unit, &conversation, &steps, None)?, state: State::Closed })
}

/// The unchanged conversation, if the customer wrote something after `seen`.
fn kept(unit: &Unit<'_>, conversation: &Conversation, seen: Option<i64>) -> Result<Option<Settled>, Fault> {
    let Some(seen) = seen else { return Ok(None) };
    let (conversation_id, sequence) = (conversation.id(), conversation.last_sequence());
    if !store::has_word_after(unit.conn(), conversation_id, seen)? {
        return Ok(None);
    }
    let log_position = store::position_of(unit.conn(), conversation_id, sequence)?;
    let at = Appended { conversation_id, sequence, log_position };
    Ok(Some(Settled { at, state: conversation.state() }))
}

/// Opens a closed or snoozed conversation again.
pub fn reopen(unit: &mut Unit<'_>, caller: &Caller, id: ConversationId) -> Result<Appended, Fault> {
    caller.may(Right::Close)?;
    let mut conversation = append::within(unit, caller, id)?;
    follow::may_open_again(unit, &conversation)?;
    let left = append::agent_left(unit, &conversation)?;
    let steps = conversation.reopen(append::moment(unit, caller.actor), left)?;
    append::finish(unit, &conversation, &steps, None)
}

/// Checks the end of a snooze.
pub(super) fn check_until(unit: &Unit<'_>, until: Timestamp) -> Result<(), Fault> {
    if until <= unit.now() || until > unit.now().plus(SNOOZE_MAX) {
        return Err(Fault::invalid("until", "Name a time within the next year."));
    }
    Ok(())
}

/// Snoozes a conversation until `until`, if that is given, or the customer's next message; one after the sequence `seen` is that
/// message already, and the conversation stays as it is.
pub fn snooze(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    until: Option<Timestamp>,
    seen: Option<i64>,
) -> Result<Settled, Fault> {
    caller.may(Right::Snooze)?;
    if let Some(until) = until {
        check_until(unit, until)?;
    }
    let mut conversation = append::within(unit, caller, id)?;
    let before = conversation.clone();
    let steps = conversation.snooze(append::moment(unit, caller.actor), until)?;
    if let Some(kept) = kept(unit, &before, seen)? {
        return Ok(kept);
    }
    Ok(Settled { at: append::finish(unit, &conversation, &steps, None)?, state: State::Snoozed })
}

/// Wakes a conversation whose time has come; does nothing to one that was woken or changed before.
pub fn wake(unit: &mut Unit<'_>, caller: &Caller, id: ConversationId) -> Result<(), Fault> {
    let mut conversation = append::within(unit, caller, id)?;
    let left = append::agent_left(unit, &conversation)?;
    let steps = conversation.wake(append::moment(unit, caller.actor), left);
    if !steps.is_empty() {
        append::finish(unit, &conversation, &steps, None)?;
    }
    Ok(())
}
