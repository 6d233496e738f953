//! Whether an agent takes conversations: chosen by them or by who stands over them, or set by the desk because nothing was touched.

use std::time::Duration;

use crate::domain::access::agent::{Agent, Availability};
use crate::domain::access::availability::{self, SetBy, Standing};
use crate::domain::access::idleness::Change;
use crate::domain::access::presence::Move;
use crate::domain::access::rights::Right;
use crate::domain::access::{reasons, stays, store};
use crate::events::{Actor, AgentEvent, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::AgentId;
use crate::storage::Unit;

/// Longest time that somebody can say they are away for.
const UNTIL_MAX: Duration = Duration::from_hours(24 * 7);

/// What is chosen.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The availability.
    pub availability: Availability,
    /// Id of a reason. Goes with away.
    pub reason: Option<String>,
    /// When the desk takes them back, in milliseconds. Goes with away.
    pub until: Option<crate::clock::Timestamp>,
}

/// Sets whether an agent takes conversations; everybody who watches hears of it.
pub fn choose(unit: &mut Unit<'_>, caller: &Caller, id: AgentId, choice: &Choice) -> Result<Agent, Fault> {
    let mut agent = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if caller.may(Right::Supervise).is_err() {
        caller.may_change(&agent)?;
    }
    let is_away = choice.availability == Availability::Away;
    if let Some(reason) = &choice.reason {
        if !is_away {
            return Err(Fault::invalid("reason", "A reason goes with away."));
        }
        if reasons::find(unit.conn(), reason)?.is_none() {
            return Err(Fault::invalid("reason", "There is no such reason."));
        }
    }
    if let Some(until) = choice.until {
        if !is_away {
            return Err(Fault::invalid("until", "An end goes with away."));
        }
        if until <= unit.now() || until > unit.now().plus(UNTIL_MAX) {
            return Err(Fault::invalid("until", "Use a time within the next seven days."));
        }
    }
    agent.availability = choice.availability;
    let standing = Standing {
        availability: choice.availability,
        since: unit.now(),
        reason: choice.reason.clone(),
        until: choice.until,
        set_by: SetBy::Person,
    };
    set(unit, caller.actor, &agent, &standing)?;
    Ok(agent)
}

/// What the desk does by itself; nothing, if the agent chose something else meanwhile.
pub fn change_by_clock(unit: &mut Unit<'_>, id: AgentId, change: Change) -> Result<(), Fault> {
    let Some(mut agent) = store::find(unit.conn(), id)?.filter(|agent| agent.active) else { return Ok(()) };
    let Some(before) = availability::find(unit.conn(), id)? else { return Ok(()) };
    let is_over = before.until.is_some_and(|until| until <= unit.now());
    let (availability, set_by) = match change {
        Change::Away if agent.availability == Availability::Online || is_over => {
            (Availability::Away, SetBy::Idle)
        }
        Change::Back
            if agent.availability == Availability::Away && (before.set_by == SetBy::Idle || is_over) =>
        {
            (Availability::Online, SetBy::Person)
        }
        Change::Away | Change::Back => return Ok(()),
    };
    agent.availability = availability;
    let standing = Standing { availability, since: unit.now(), reason: None, until: None, set_by };
    set(unit, Actor::SYSTEM, &agent, &standing)
}

/// Sets away an agent who did not take what they were given; nothing, if they are not online.
pub fn set_missed(unit: &mut Unit<'_>, id: AgentId) -> Result<(), Fault> {
    let online = |agent: &Agent| agent.active && agent.availability == Availability::Online;
    let Some(mut agent) = store::find(unit.conn(), id)?.filter(online) else { return Ok(()) };
    agent.availability = Availability::Away;
    let standing = Standing {
        availability: Availability::Away,
        since: unit.now(),
        reason: None,
        until: None,
        set_by: SetBy::Missed,
    };
    set(unit, Actor::SYSTEM, &agent, &standing)
}

fn set(unit: &mut Unit<'_>, actor: Actor, agent: &Agent, standing: &Standing) -> Result<(), Fault> {
    store::update(unit.conn(), agent)?;
    availability::keep(unit.conn(), agent.id, standing)?;
    let event = AgentEvent::AvailabilityChanged { to: standing.availability };
    unit.emit(&Record::of(actor, Event::Agent(agent.id, event)))?;
    Ok(())
}

/// Writes that an agent came, or is gone since their last sign of life.
pub fn moved(unit: &mut Unit<'_>, id: AgentId, moved: Move) -> Result<(), Fault> {
    let there = matches!(moved, Move::Came { .. });
    let record = Record::of(Actor::SYSTEM, Event::Agent(id, AgentEvent::Presence { there }));
    match moved {
        Move::Came { since } => {
            stays::keep(unit.conn(), id, crate::domain::access::presence::There { since, last_seen: since })?;
            unit.emit_late(&record, since)?;
        }
        Move::Gone { last_seen } => {
            stays::end(unit.conn(), id)?;
            unit.emit_late(&record, last_seen)?;
        }
    }
    Ok(())
}
