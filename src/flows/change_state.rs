//! Closing, re-opening, putting off and waking a conversation.

use std::time::Duration;

use serde_json::json;

use crate::clock::Timestamp;
use crate::domain::conversations::state::State;
use crate::domain::conversations::store::{self, Head};
use crate::domain::conversations::wrong_state;
use crate::events::Actor;
use crate::fault::{Fault, Kind};
use crate::flows::append::{self, Appended};
use crate::flows::assign::release_from_gone;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Longest time a conversation can be put off.
const SNOOZE_MAX: Duration = Duration::from_hours(366 * 24);

/// Where a conversation stands after it should have been closed or put off.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub struct Settled {
    /// Its newest entry.
    #[serde(flatten)]
    pub at: Appended,
    /// As wanted, or as it was: then the customer said something that whoever asked had not seen.
    pub state: State,
}

/// The customer said something since.
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
    id: ConversationId,
    seen: Option<i64>,
    actor: Actor,
) -> Result<Settled, Fault> {
    let head = append::head_of(unit, id)?;
    if !head.state.can_become(State::Closed) {
        return Err(wrong_state());
    }
    if let Some(kept) = kept(unit, &head, seen)? {
        return Ok(kept);
    }
    let at = become_state(unit, id, |_| State::Closed, actor)?;
    Ok(Settled { at, state: State::Closed })
}

/// Where the conversation stands, if the customer said something after `seen`.
fn kept(unit: &Unit<'_>, head: &Head, seen: Option<i64>) -> Result<Option<Settled>, Fault> {
    let Some(seen) = seen else { return Ok(None) };
    if !store::has_word_after(unit.conn(), head.id, seen)? {
        return Ok(None);
    }
    let log_position = store::position_of(unit.conn(), head.id, head.last_sequence)?;
    let at = Appended { conversation_id: head.id, sequence: head.last_sequence, log_position };
    Ok(Some(Settled { at, state: head.state }))
}

/// Opens a closed or snoozed conversation again.
pub fn reopen(unit: &mut Unit<'_>, id: ConversationId, actor: Actor) -> Result<Appended, Fault> {
    let head = append::head_of(unit, id)?;
    if !matches!(head.state, State::Closed | State::Snoozed) {
        return Err(wrong_state());
    }
    become_state(unit, id, State::awake, actor)
}

/// Whether something can be put off until then.
pub(super) fn check_until(unit: &Unit<'_>, until: Timestamp) -> Result<(), Fault> {
    if until <= unit.now() || until > unit.now().plus(SNOOZE_MAX) {
        return Err(Fault::invalid("until", "Name a time within the next year."));
    }
    Ok(())
}

/// Puts a conversation off until `until`, if that is given, or the customer's next word; one after the sequence `seen` is that
/// word already, and the conversation stays as it is.
pub fn snooze(
    unit: &mut Unit<'_>,
    id: ConversationId,
    until: Option<Timestamp>,
    seen: Option<i64>,
    actor: Actor,
) -> Result<Settled, Fault> {
    if let Some(until) = until {
        check_until(unit, until)?;
    }
    let mut head = append::head_of(unit, id)?;
    if !head.state.can_become(State::Snoozed) {
        return Err(wrong_state());
    }
    if let Some(kept) = kept(unit, &head, seen)? {
        return Ok(kept);
    }
    head.snoozed_until = until;
    let detail = json!({ "until": until });
    let position = append::state(unit, &mut head, State::Snoozed, actor, Some(&detail))?;
    Ok(Settled { at: append::finish(unit, &head, position)?, state: State::Snoozed })
}

/// Wakes a conversation whose time has come; does nothing to one that was woken or changed before.
pub fn wake(unit: &mut Unit<'_>, id: ConversationId) -> Result<(), Fault> {
    let due = append::head_of(unit, id)?.snoozed_until.is_some_and(|until| until <= unit.now());
    if due {
        become_state(unit, id, State::awake, Actor::SYSTEM)?;
    }
    Ok(())
}

/// Moves a conversation to the state `next` names, given whether an agent has it.
fn become_state(
    unit: &mut Unit<'_>,
    id: ConversationId,
    next: fn(bool) -> State,
    actor: Actor,
) -> Result<Appended, Fault> {
    let mut head = append::head_of(unit, id)?;
    if next(true) != State::Closed {
        release_from_gone(unit, &mut head)?;
    }
    let next = next(head.agent.is_some());
    if !head.state.can_become(next) {
        return Err(wrong_state());
    }
    let position = append::state(unit, &mut head, next, actor, None)?;
    append::finish(unit, &head, position)
}
