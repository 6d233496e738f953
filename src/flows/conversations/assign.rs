//! Assigning, unassigning and transferring conversations.

use serde_json::json;

use crate::domain::access;
use crate::domain::access::rights::Right;
use crate::domain::conversations::store;
use crate::events::By;
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// Longest note of a transfer, in characters.
pub const NOTE_CHARS: usize = 2_000;

/// Agents read at most, disabled ones included.
const AGENTS_MAX: usize = 10_000;

/// There is no such active agent.
const fn unknown_agent() -> Fault {
    Fault::new(Kind::RuleBroken, "unknown_agent", "There is no active agent with this id.")
}

/// Assigns the conversation to `agent`, or to nobody.
pub fn assign(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    agent: Option<AgentId>,
) -> Result<Appended, Fault> {
    assign_by(unit, caller, id, agent, By::Person)
}

/// The same, and the entry says what did it.
pub fn assign_by(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    agent: Option<AgentId>,
    by: By,
) -> Result<Appended, Fault> {
    may_assign(caller, agent)?;
    let mut conversation = append::within(unit, caller, id)?;
    let moment = append::moment(unit, caller.actor);
    let steps = match agent {
        Some(agent) => conversation.assign(moment, agent, by)?,
        None => conversation.release(moment, by)?,
    };
    if let Some(agent) = agent {
        check_active(unit, agent)?;
    }
    append::finish(unit, &conversation, &steps, None)
}

/// Whether the caller may assign a conversation to `agent`, or to nobody.
pub(in crate::flows) fn may_assign(caller: &Caller, agent: Option<AgentId>) -> Result<(), Fault> {
    let oneself = agent.is_some() && agent == caller.agent_id();
    caller.may(if oneself { Right::Take } else { Right::Assign })
}

/// Transfers the conversation to another agent with a note for the team.
pub fn transfer(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    agent: AgentId,
    note: Option<&str>,
) -> Result<Appended, Fault> {
    caller.may(Right::Assign)?;
    let mut conversation = append::within(unit, caller, id)?;
    let steps = conversation.transfer(append::moment(unit, caller.actor), agent)?;
    check_active(unit, agent)?;
    let detail = note.map(|note| json!({ "note": note }));
    append::finish(unit, &conversation, &steps, detail.as_ref())
}

/// Takes the conversation from whoever has it: who supervises answers themselves.
pub fn take_over(unit: &mut Unit<'_>, caller: &Caller, id: ConversationId) -> Result<Appended, Fault> {
    caller.may(Right::Supervise)?;
    let own = caller.as_agent()?;
    let mut conversation = append::within(unit, caller, id)?;
    let steps = conversation.assign(append::moment(unit, caller.actor), own, By::Person)?;
    append::finish(unit, &conversation, &steps, Some(&json!({ "why": { "code": "taken_over" } })))
}

/// Unassigns every conversation of an agent who leaves, so that colleagues see them: open ones wait again,
/// snoozed ones wake unassigned. Whoever may take the agent's seat may do so.
pub fn hand_over_all(unit: &mut Unit<'_>, caller: &Caller, agent: AgentId) -> Result<(), Fault> {
    for id in store::with_agent(unit.conn(), agent)? {
        let mut conversation = append::conversation_of(unit, id)?;
        let steps = conversation.release(append::moment(unit, caller.actor), By::Disabled)?;
        let detail = json!({ "why": { "code": "disabled", "agent_id": agent } });
        append::finish(unit, &conversation, &steps, Some(&detail))?;
    }
    Ok(())
}

/// The same for agents who were disabled by older versions, which did not unassign.
pub fn hand_over_stranded(unit: &mut Unit<'_>) -> Result<(), Fault> {
    for agent in access::store::list(unit.conn(), 0, AGENTS_MAX)?.iter().filter(|agent| !agent.active) {
        hand_over_all(unit, &Caller::system(), agent.id)?;
    }
    Ok(())
}

/// Whether the agent exists and is active.
pub fn check_active(unit: &Unit<'_>, agent: AgentId) -> Result<(), Fault> {
    let active = access::store::find(unit.conn(), agent)?.is_some_and(|agent| agent.active);
    if active { Ok(()) } else { Err(unknown_agent()) }
}
