//! Giving a conversation to an agent, taking it back, handing it on.

use serde_json::json;

use crate::domain::access;
use crate::domain::conversations::state::State;
use crate::domain::conversations::wrong_state;
use crate::events::{Actor, EventKind};
use crate::fault::{Fault, Kind};
use crate::flows::append::{self, Appended};
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// Longest note of a transfer, in characters.
pub const NOTE_CHARS: usize = 2_000;

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
        head.agent = None;
        if head.state == State::Open {
            head.state = State::Waiting;
        }
        append::entry(unit, &mut head, EventKind::Unassigned, actor, (0, 0), None)?
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

/// Whether there is such an agent who works.
pub(super) fn check_active(unit: &Unit<'_>, agent: AgentId) -> Result<(), Fault> {
    let active = access::store::find(unit.conn(), agent)?.is_some_and(|agent| agent.active);
    if active { Ok(()) } else { Err(unknown_agent()) }
}
