//! To which team a conversation belongs, how urgent it is, and whether its customer waits at all.

use serde_json::json;

use crate::domain::access::rights::Right;
use crate::domain::access::teams::{self, unknown_team};
use crate::events::{By, Priority};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::ids::{ConversationId, TeamId};
use crate::storage::Unit;

/// Gives the conversation to a team, where it waits for somebody of it, with a note that only the team sees.
pub fn transfer_to_team(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    team: TeamId,
    note: Option<&str>,
) -> Result<Appended, Fault> {
    transfer_to_team_by(unit, caller, id, (team, note), By::Person)
}

/// The same, and the entry says what did it.
pub fn transfer_to_team_by(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    (team, note): (TeamId, Option<&str>),
    by: By,
) -> Result<Appended, Fault> {
    caller.may(Right::Assign)?;
    let mut conversation = append::within(unit, caller, id)?;
    let steps = conversation.set_team(append::moment(unit, caller.actor), Some(team), by)?;
    check_team(unit, team)?;
    let detail = note.map(|note| json!({ "note": note }));
    append::finish(unit, &conversation, &steps, detail.as_ref())
}

/// Changes how urgent the conversation is.
pub fn set_priority(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    priority: Priority,
) -> Result<Appended, Fault> {
    set_priority_by(unit, caller, id, priority, By::Person)
}

/// The same, and the entry says what did it.
pub fn set_priority_by(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    priority: Priority,
    by: By,
) -> Result<Appended, Fault> {
    caller.may(Right::Assign)?;
    let mut conversation = append::within(unit, caller, id)?;
    let steps = conversation.set_priority(append::moment(unit, caller.actor), priority, by);
    append::finish(unit, &conversation, &steps, None)
}

/// Says that the customer's words need no answer, so that nobody waits. `wrong_state` if nobody did.
pub fn no_answer_needed(unit: &mut Unit<'_>, caller: &Caller, id: ConversationId) -> Result<Appended, Fault> {
    caller.may(Right::Reply)?;
    caller.as_agent()?;
    let mut conversation = append::within(unit, caller, id)?;
    let steps = conversation.no_answer_needed(append::moment(unit, caller.actor))?;
    append::finish(unit, &conversation, &steps, None)
}

/// Whether the team exists.
pub(in crate::flows) fn check_team(unit: &Unit<'_>, team: TeamId) -> Result<(), Fault> {
    if teams::name_of(unit.conn(), team)?.is_some() { Ok(()) } else { Err(unknown_team()) }
}
