//! Keeping, changing and dropping canned replies. Agents have their own; the team's are changed by who manages the desk.

use crate::domain::access::agent::Agent;
use crate::domain::access::forbidden;
use crate::domain::canned::store::{self, Canned};
use crate::domain::canned::{REPLIES_MAX, Reply, canned_limit, shortcut_taken};
use crate::events::{Actor, Area, Event, Record};
use crate::fault::Fault;
use crate::ids::{AgentId, CannedReplyId};
use crate::storage::Unit;

/// Keeps a new reply.
pub fn add(unit: &mut Unit<'_>, who: &Agent, reply: Reply, shared: bool) -> Result<Canned, Fault> {
    let owner = owner(who, shared)?;
    let id = unit.mint();
    make_room(unit, owner)?;
    let canned = save(unit, Canned { id, agent: owner, reply, used: 0, updated_at: unit.now() })?;
    changed(unit, who)?;
    Ok(canned)
}

/// Changes a reply; `change` makes the new one of the present one.
pub fn change(
    unit: &mut Unit<'_>,
    who: &Agent,
    id: CannedReplyId,
    shared: Option<bool>,
    change: impl FnOnce(Reply) -> Result<Reply, Fault>,
) -> Result<Canned, Fault> {
    let mut canned = changeable(unit, who, id)?;
    if shared.is_some_and(|shared| shared != canned.agent.is_none()) {
        canned.agent = owner(who, canned.agent.is_some())?;
        make_room(unit, canned.agent)?;
    }
    canned.reply = change(canned.reply)?;
    canned.updated_at = unit.now();
    let canned = save(unit, canned)?;
    changed(unit, who)?;
    Ok(canned)
}

/// Drops a reply.
pub fn remove(unit: &mut Unit<'_>, who: &Agent, id: CannedReplyId) -> Result<(), Fault> {
    changeable(unit, who, id)?;
    store::remove(unit.conn(), id)?;
    changed(unit, who)
}

fn changed(unit: &mut Unit<'_>, who: &Agent) -> Result<(), Fault> {
    unit.emit(&Record::of(Actor::agent(who.id), Event::SettingsChanged(Area::Canned)))?;
    Ok(())
}

/// Counts that a reply was put into an answer.
pub fn used(unit: &Unit<'_>, who: &Agent, id: CannedReplyId) -> Result<(), Fault> {
    let mut canned = store::find(unit.conn(), id, who.id)?.ok_or_else(Fault::not_found)?;
    canned.used += 1;
    Ok(store::save(unit.conn(), &canned)?)
}

fn owner(who: &Agent, shared: bool) -> Result<Option<AgentId>, Fault> {
    match shared {
        true if !who.role.manages() => Err(forbidden()),
        true => Ok(None),
        false => Ok(Some(who.id)),
    }
}

fn changeable(unit: &Unit<'_>, who: &Agent, id: CannedReplyId) -> Result<Canned, Fault> {
    let canned = store::find(unit.conn(), id, who.id)?.ok_or_else(Fault::not_found)?;
    if canned.agent.is_none() && !who.role.manages() { Err(forbidden()) } else { Ok(canned) }
}

fn make_room(unit: &Unit<'_>, owner: Option<AgentId>) -> Result<(), Fault> {
    if store::count(unit.conn(), owner)? >= REPLIES_MAX { Err(canned_limit()) } else { Ok(()) }
}

fn save(unit: &Unit<'_>, canned: Canned) -> Result<Canned, Fault> {
    let taken = store::with_shortcut(unit.conn(), canned.agent, &canned.reply.shortcut)?;
    if taken.is_some_and(|other| other != canned.id) {
        return Err(shortcut_taken());
    }
    store::save(unit.conn(), &canned)?;
    Ok(canned)
}
