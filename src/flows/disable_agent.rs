//! Somebody leaves the desk: the seat is free at once, and so is every browser, token and socket.

use crate::domain::access::agent::Role;
use crate::domain::access::{email, store};
use crate::events::{Actor, Event, EventKind};
use crate::fault::{Fault, Kind};
use crate::ids::AgentId;
use crate::storage::Unit;

/// The desk would be left without an owner.
const fn last_owner() -> Fault {
    Fault::new(Kind::RuleBroken, "last_owner", "This is the only owner. Add another owner first.")
}

/// Disables the agent with this e-mail.
pub fn disable_agent(
    unit: &mut Unit<'_>,
    address: &email::EmailAddress,
    actor: Actor,
) -> Result<AgentId, Fault> {
    let (mut agent, _) = store::find_by_email(unit.conn(), &address.key())?.ok_or_else(Fault::not_found)?;
    if !agent.active {
        return Ok(agent.id);
    }
    if agent.role == Role::Owner && store::owner_count(unit.conn())? == 1 {
        return Err(last_owner());
    }
    agent.active = false;
    store::update(unit.conn(), &agent)?;
    store::remove_sessions(unit.conn(), agent.id)?;
    unit.emit(&Event::about(EventKind::AgentDisabled, actor, agent.id.0, 0))?;
    Ok(agent.id)
}
