//! Calling people at once: the owners where nobody is there, and everybody who is online where nobody comes. Today by notices of their
//! browsers; a channel that reaches them elsewhere is put here.

use crate::domain::access::agent::Role;
use crate::domain::access::store as agents;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::push::store::{self, NewNotice};
use crate::domain::push::Kind;
use crate::events::Availability;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::AgentId;
use crate::storage::Unit;

/// Agents looked at, disabled ones included.
const AGENTS_MAX: usize = 10_000;

/// Calls every owner, wherever they are: a customer waits and nobody is there.
pub fn alert_owner(unit: &mut Unit<'_>, conversation: &Conversation) -> Result<(), Fault> {
    let owners = agents::list(unit.conn(), 0, AGENTS_MAX)?;
    let owners = owners.into_iter().filter(|agent| agent.active && agent.standing.role.base == Role::Owner);
    for owner in owners {
        call(unit, owner.id, conversation)?;
    }
    Ok(())
}

/// Calls everybody who is online and may take it.
pub(super) fn alert_online(unit: &mut Unit<'_>, conversation: &Conversation) -> Result<(), Fault> {
    for agent in agents::list(unit.conn(), 0, AGENTS_MAX)? {
        let is_online = agent.active && agent.availability == Availability::Online;
        if is_online && Caller::of(&agent).reaches(unit.conn(), conversation).is_ok() {
            call(unit, agent.id, conversation)?;
        }
    }
    Ok(())
}

fn call(unit: &Unit<'_>, agent: AgentId, conversation: &Conversation) -> Result<(), Fault> {
    let notice = NewNotice {
        kind: Kind::New,
        conversation: conversation.id(),
        sequence: conversation.last_sequence(),
        actor: None,
        at: unit.now(),
        due_at: unit.now(),
    };
    Ok(store::keep(unit.conn(), agent, &notice)?)
}
