//! Somebody leaves the desk: the seat is free at once, and so is every browser, token and socket.

use crate::domain::access::{email, store};
use crate::events::{Actor, Event, EventKind};
use crate::fault::Fault;
use crate::ids::AgentId;
use crate::storage::Unit;

/// Disables the agent with this e-mail. Only the command line does so, whose user can make another owner: the only one may go.
pub fn disable_agent(
    unit: &mut Unit<'_>,
    address: &email::EmailAddress,
    actor: Actor,
) -> Result<AgentId, Fault> {
    let (mut agent, _) = store::find_by_email(unit.conn(), &address.key())?.ok_or_else(Fault::not_found)?;
    if !agent.active {
        return Ok(agent.id);
    }
    agent.active = false;
    store::update(unit.conn(), &agent)?;
    store::remove_sessions(unit.conn(), agent.id)?;
    unit.emit(&Event::about(EventKind::AgentDisabled, actor, agent.id.0, 0))?;
    Ok(agent.id)
}
