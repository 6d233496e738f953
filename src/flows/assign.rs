//! Giving a conversation to an agent, taking it back, handing it on.

use serde_json::json;

use crate::domain::access;
use crate::domain::conversations::state::State;
use crate::domain::conversations::store::{self, Head};
use crate::domain::conversations::wrong_state;
use crate::events::{Actor, EventKind, LogPosition};
use crate::fault::{Fault, Kind};
use crate::flows::append::{self, Appended};
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// Longest note of a transfer, in characters.
pub const NOTE_CHARS: usize = 2_000;

/// Agents looked at, disabled ones included.
const AGENTS_MAX: usize = 10_000;

/// There is no such active agent.
const fn unknown_agent() -> Fault {
    Fault::new(Kind::RuleBroken, "unknown_agent", "There is no active agent with this id.")
}

/// Gives the conversation to `agent`, or to nobody. A waiting conversation becomes open with it, and an open one that is
/// given to nobody waits again, without entries of their own.
pub fn assign(
    unit: &mut Unit<'_>,
    id: ConversationId,
    agent: Option<AgentId>,
    actor: Actor,
) -> Result<Appended, Fault> {
    let mut head = append::head_of(unit, id)?;
    if head.state == State::Closed {
        return Err(wrong_state());
    }
    let position = if let Some(agent) = agent {
        check_active(unit, agent)?;
        head.agent = Some(agent);
        if matches!(head.state, State::Waiting | State::Bot) {
            head.state = State::Open;
        }
        append::entry(unit, &mut head, EventKind::Assigned, actor, (agent.0, 0), None)?
    } else {
        unassign(unit, &mut head, actor)?
    };
    append::finish(unit, &head, position)
}

/// Hands the conversation to another agent with a word only the team sees.
pub fn transfer(
    unit: &mut Unit<'_>,
    id: ConversationId,
    agent: AgentId,
    note: Option<&str>,
    actor: Actor,
) -> Result<Appended, Fault> {
    let mut head = append::head_of(unit, id)?;
    if head.state == State::Closed {
        return Err(wrong_state());
    }
    check_active(unit, agent)?;
    head.agent = Some(agent);
    if matches!(head.state, State::Waiting | State::Bot) {
        head.state = State::Open;
    }
    let detail = note.map(|note| json!({ "note": note }));
    let position =
        append::entry(unit, &mut head, EventKind::Transferred, actor, (agent.0, 0), detail.as_ref())?;
    append::finish(unit, &head, position)
}

/// Gives everything that an agent who leaves has in hand to nobody, so that somebody sees it: what is open waits again, what is
/// snoozed wakes to nobody.
pub fn hand_over_all(unit: &mut Unit<'_>, agent: AgentId, actor: Actor) -> Result<(), Fault> {
    for id in store::with_agent(unit.conn(), agent)? {
        let mut head = append::head_of(unit, id)?;
        let position = unassign(unit, &mut head, actor)?;
        append::finish(unit, &head, position)?;
    }
    Ok(())
}

/// The same for agents who left before this was done for them.
pub fn hand_over_stranded(unit: &mut Unit<'_>) -> Result<(), Fault> {
    for agent in access::store::list(unit.conn(), 0, AGENTS_MAX)?.iter().filter(|agent| !agent.active) {
        hand_over_all(unit, agent.id, Actor::SYSTEM)?;
    }
    Ok(())
}

/// A conversation that comes back is with nobody if its agent has left meanwhile.
pub(super) fn release_from_gone(unit: &mut Unit<'_>, head: &mut Head) -> Result<(), Fault> {
    let Some(agent) = head.agent else { return Ok(()) };
    if check_active(unit, agent).is_err() {
        unassign(unit, head, Actor::SYSTEM)?;
    }
    Ok(())
}

fn unassign(unit: &mut Unit<'_>, head: &mut Head, actor: Actor) -> Result<LogPosition, Fault> {
    head.agent = None;
    if head.state == State::Open {
        head.state = State::Waiting;
    }
    append::entry(unit, head, EventKind::Unassigned, actor, (0, 0), None)
}

/// Whether there is such an agent who works.
pub(super) fn check_active(unit: &Unit<'_>, agent: AgentId) -> Result<(), Fault> {
    let active = access::store::find(unit.conn(), agent)?.is_some_and(|agent| agent.active);
    if active { Ok(()) } else { Err(unknown_agent()) }
}
