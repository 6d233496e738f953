//! Keeps who waits for somebody, and what agents did lately, in the order of the log. What an event says is compared with the
//! conversation as it is now, so that an event may be taken twice.

use crate::clock::Timestamp;
use crate::domain::conversations::demand::{self, Standing};
use crate::domain::conversations::state::State;
use crate::domain::routing::rules::store::{Wants, wants};
use crate::domain::routing::settings::Settings;
use crate::domain::routing::store::{self, Deed, Given, Waiting};
use crate::events::{
    Actor, ActorKind, AgentEvent, Area, Availability, By, ConversationEvent, Event, EventKind, Logged,
};
use crate::fault::Fault;
use crate::flows::routing::apply_rules::{apply_rules, may_change};
use crate::flows::routing::rules;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// What changes who waits, or who may get it.
pub const KINDS: &[EventKind] = &[
    EventKind::Opened,
    EventKind::Message,
    EventKind::Labelled,
    EventKind::Assigned,
    EventKind::Unassigned,
    EventKind::Transferred,
    EventKind::StateChanged,
    EventKind::ContactChanged,
    EventKind::TeamChanged,
    EventKind::PriorityChanged,
    EventKind::Ticket,
    EventKind::NoAnswerNeeded,
    EventKind::AgentDisabled,
    EventKind::AgentChanged,
    EventKind::AvailabilityChanged,
    EventKind::Presence,
    EventKind::SettingsChanged,
];

/// Fills the queue from the conversations as they are.
pub fn fill(unit: &mut Unit<'_>) -> Result<(), Fault> {
    let (settings, _) = store::settings(unit.conn())?;
    store::clear(unit.conn())?;
    for standing in demand::waiting(unit.conn())? {
        let since = standing.waiting_since.unwrap_or(standing.updated_at);
        put(unit, &settings, &standing, since)?;
    }
    Ok(())
}

fn put(unit: &Unit<'_>, settings: &Settings, standing: &Standing, since: Timestamp) -> Result<(), Fault> {
    let Standing { id, contact, team, priority, .. } = *standing;
    let head_start_ms = settings.head_start_ms(priority);
    let row = Waiting { conversation: id, contact, team, priority, since, head_start_ms };
    store::put(unit.conn(), &row)?;
    Ok(())
}

/// Takes an event of [`KINDS`]. Whether it may lead to a decision.
pub fn take(unit: &mut Unit<'_>, settings: &Settings, logged: &Logged) -> Result<bool, Fault> {
    // What was brought in is nobody's work before somebody writes in it here.
    if logged.imported {
        return Ok(false);
    }
    let conn = unit.conn();
    match logged.record.event {
        Event::Conversation(id, event) if may_change(&event) => {
            ask_rules(unit, id)?;
            return take_entry(unit, settings, logged, id, event);
        }
        Event::Conversation(id, event) => return take_entry(unit, settings, logged, id, event),
        Event::Agent(id, AgentEvent::AvailabilityChanged { to }) => {
            let is_online = to == Availability::Online;
            let deed = if is_online { Deed::Online } else { Deed::Unavailable };
            store::note_deed(conn, id, deed, logged.at)?;
        }
        Event::Agent(id, AgentEvent::Presence { there }) => {
            let deed = if there { Deed::Came } else { Deed::Left };
            store::note_deed(conn, id, deed, logged.at)?;
        }
        Event::SettingsChanged(area) => {
            let is_meant = matches!(
                area,
                Area::Routing | Area::Teams | Area::Members | Area::Hours | Area::Calendars | Area::Roles
            );
            return Ok(is_meant);
        }
        _ => {}
    }
    Ok(true)
}

fn take_entry(
    unit: &Unit<'_>,
    settings: &Settings,
    logged: &Logged,
    id: ConversationId,
    event: ConversationEvent,
) -> Result<bool, Fault> {
    let conn = unit.conn();
    let Some(standing) = demand::find(conn, id)? else { return Ok(false) };
    let (actor, at) = (logged.record.actor, logged.at);
    let person = agent_of(actor);
    // Something happened by which a conversation waits whose customer does not.
    let mut enters = false;
    match event {
        ConversationEvent::Message { note } => match (actor.kind, person) {
            (ActorKind::Visitor, _) if !standing.is_live => store::note_live(conn, id)?,
            (_, Some(agent)) => {
                if store::is_untaken(conn, id, agent)? {
                    store::take(conn, id, agent)?;
                }
                if !note {
                    store::note_answer(conn, standing.contact, agent, at)?;
                    store::forget_missed(conn, id)?;
                }
                return Ok(false);
            }
            _ => {}
        },
        ConversationEvent::Assigned { to, by } => {
            if let Some(team) = store::remove(conn, id)? {
                store::note_pace(conn, team, id, at)?;
            }
            store::take_back(conn, id)?;
            // A ticket is nothing that has to be taken at once.
            if by == By::Router && standing.agent == Some(to) && standing.is_chat {
                store::give(conn, Given { conversation: id, agent: to, at })?;
            }
        }
        ConversationEvent::Transferred { .. } => {
            store::take_back(conn, id)?;
            freed(unit, person, logged)?;
        }
        ConversationEvent::Unassigned { by } => {
            enters = true;
            let untaken = store::take_back(conn, id)?;
            if let Some(agent) = untaken.filter(|_| by == By::NotTaken) {
                store::note_missed(conn, id, agent, at)?;
                store::note_deed(conn, agent, Deed::Missed, at)?;
            }
            given_up(unit, person, logged, id)?;
        }
        ConversationEvent::TeamChanged { .. } => {
            enters = true;
            given_up(unit, person, logged, id)?;
        }
        ConversationEvent::StateChanged { to, .. } => {
            enters = to == State::Waiting;
            if matches!(to, State::Closed | State::Snoozed) {
                store::take_back(conn, id)?;
                freed(unit, person, logged)?;
            }
            if to == State::Closed {
                store::forget_missed(conn, id)?;
            }
        }
        // Nobody has to do anything.
        ConversationEvent::NoAnswerNeeded => drop(store::remove(conn, id)?),
        _ => {}
    }
    settle(unit, settings, id, (at, enters))?;
    Ok(true)
}

/// Has the rules say where a conversation belongs that nobody has had. What goes wrong there stops nobody.
fn ask_rules(unit: &mut Unit<'_>, id: ConversationId) -> Result<(), Fault> {
    let rules = rules::asked(unit.conn())?;
    let is_live = demand::find(unit.conn(), id)?.is_some_and(|standing| standing.is_live);
    // Without rules, a team that the customer chose still holds.
    if !is_live || rules.is_empty() && wants(unit.conn(), id)? == Wants::default() {
        return Ok(());
    }
    if let Err(fault) = unit.attempt(|unit| apply_rules(unit, &rules, id)) {
        tracing::warn!(code = fault.code, "the rules of the routing could not be asked");
    }
    Ok(())
}

fn agent_of(actor: Actor) -> Option<AgentId> {
    (actor.kind == ActorKind::Agent).then_some(AgentId(actor.id))
}

/// A place came free by an act of this person.
fn freed(unit: &Unit<'_>, person: Option<AgentId>, logged: &Logged) -> Result<(), Fault> {
    if let Some(agent) = person {
        store::note_deed(unit.conn(), agent, Deed::Freed, logged.at)?;
    }
    Ok(())
}

/// The person gave the conversation away: it does not come back to them before they are free anew.
fn given_up(
    unit: &Unit<'_>,
    person: Option<AgentId>,
    logged: &Logged,
    id: ConversationId,
) -> Result<(), Fault> {
    freed(unit, person, logged)?;
    if let Some(agent) = person {
        store::note_missed(unit.conn(), id, agent, logged.at)?;
    }
    Ok(())
}

/// Gives a conversation its place in the queue, or none. One whose customer does not wait enters only by what sends it there.
fn settle(
    unit: &Unit<'_>,
    settings: &Settings,
    id: ConversationId,
    (at, enters): (Timestamp, bool),
) -> Result<(), Fault> {
    let conn = unit.conn();
    let Some(standing) = demand::find(conn, id)? else { return Ok(()) };
    let since = match standing.waiting_since {
        Some(since) => Some(since),
        None => store::since(conn, id)?.or(enters.then_some(at)),
    };
    match since.filter(|_| standing.is_demand()) {
        Some(since) => put(unit, settings, &standing, since)?,
        None => drop(store::remove(conn, id)?),
    }
    Ok(())
}
