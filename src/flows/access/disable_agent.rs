//! Disabling an agent frees the seat and ends every browser, token and socket at once. And giving a seat again.

use crate::domain::access::agent::Agent;
use crate::domain::access::{devices, email, seat_limit, seats, store};
use crate::events::{AgentEvent, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::assign::hand_over_all;
use crate::ids::AgentId;
use crate::storage::Unit;

/// Disables the agent with this e-mail. Only the command line does so. Its user can add another owner,
/// so that even the last owner may be disabled.
pub fn disable_agent(
    unit: &mut Unit<'_>,
    caller: &Caller,
    address: &email::EmailAddress,
) -> Result<AgentId, Fault> {
    let (mut agent, _) = store::find_by_email(unit.conn(), &address.key())?.ok_or_else(Fault::not_found)?;
    end(unit, caller, &mut agent)?;
    Ok(agent.id)
}

/// Takes an agent's seat, browsers and tokens, and unassigns their conversations. None of it comes back with the
/// seat.
pub fn end(unit: &mut Unit<'_>, caller: &Caller, agent: &mut Agent) -> Result<(), Fault> {
    caller.may_give(&agent.standing.role)?;
    if !agent.active {
        return Ok(());
    }
    agent.active = false;
    store::update(unit.conn(), agent)?;
    store::remove_sessions(unit.conn(), agent.id)?;
    devices::forget(unit.conn(), agent.id, None)?;
    store::revoke_tokens(unit.conn(), agent.id, unit.now())?;
    unit.emit(&Record::of(caller.actor, Event::Agent(agent.id, AgentEvent::Disabled)))?;
    hand_over_all(unit, caller, agent.id)
}

/// Gives an agent a seat again, if one is free.
pub fn enable(unit: &mut Unit<'_>, caller: &Caller, agent: &mut Agent) -> Result<(), Fault> {
    caller.may_give(&agent.standing.role)?;
    if agent.active {
        return Ok(());
    }
    let used = store::active_count(unit.conn())?;
    if !seats::has_room(used, seats::FREE_SEATS) {
        return Err(seat_limit(used, seats::FREE_SEATS));
    }
    agent.active = true;
    store::update(unit.conn(), agent)?;
    unit.emit(&Record::of(caller.actor, Event::Agent(agent.id, AgentEvent::Changed)))?;
    Ok(())
}
