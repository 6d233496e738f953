//! Closing, re-opening, putting off and waking a conversation.

use std::time::Duration;

use serde_json::json;

use crate::clock::Timestamp;
use crate::domain::conversations::state::State;
use crate::domain::conversations::wrong_state;
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::append::{self, Appended};
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Longest time a conversation can be put off.
const SNOOZE_MAX: Duration = Duration::from_hours(366 * 24);

/// Closes a conversation.
pub fn resolve(unit: &mut Unit<'_>, id: ConversationId, actor: Actor) -> Result<Appended, Fault> {
    become_state(unit, id, |_| State::Closed, actor)
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

/// Puts a conversation off until `until`, if that is given, or the customer's next word.
pub fn snooze(
    unit: &mut Unit<'_>,
    id: ConversationId,
    until: Option<Timestamp>,
    actor: Actor,
) -> Result<Appended, Fault> {
    if let Some(until) = until {
        check_until(unit, until)?;
    }
    let mut head = append::head_of(unit, id)?;
    if !head.state.can_become(State::Snoozed) {
        return Err(wrong_state());
    }
    head.snoozed_until = until;
    let detail = json!({ "until": until });
    let position = append::state(unit, &mut head, State::Snoozed, actor, Some(&detail))?;
    append::finish(unit, &head, position)
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
    let next = next(head.agent.is_some());
    if !head.state.can_become(next) {
        return Err(wrong_state());
    }
    let position = append::state(unit, &mut head, next, actor, None)?;
    append::finish(unit, &head, position)
}
