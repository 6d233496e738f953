//! Adding, changing and removing canned replies. Agents have their own; the team's are changed by who manages the desk.

use crate::domain::access::rights::Right;
use crate::domain::canned::store::{self, Canned};
use crate::domain::canned::{REPLIES_MAX, Reply, canned_limit, shortcut_taken};
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::search::keep as search;
use crate::ids::{AgentId, CannedReplyId};
use crate::storage::Unit;

/// Adds a reply.
pub fn add(unit: &mut Unit<'_>, caller: &Caller, reply: Reply, shared: bool) -> Result<Canned, Fault> {
    let owner = owner(caller, shared)?;
    let id = unit.mint();
    make_room(unit, owner)?;
    let canned = save(unit, Canned { id, agent: owner, reply, used: 0, updated_at: unit.now() })?;
    changed(unit, caller)?;
    Ok(canned)
}

/// Changes a reply; `change` makes the new version from the current one.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: CannedReplyId,
    shared: Option<bool>,
    change: impl FnOnce(Reply) -> Result<Reply, Fault>,
) -> Result<Canned, Fault> {
    let mut canned = changeable(unit, caller, id)?;
    if shared.is_some_and(|shared| shared != canned.agent.is_none()) {
        canned.agent = owner(caller, canned.agent.is_some())?;
        make_room(unit, canned.agent)?;
    }
    canned.reply = change(canned.reply)?;
    canned.updated_at = unit.now();
    let canned = save(unit, canned)?;
    changed(unit, caller)?;
    Ok(canned)
}

/// Removes a reply.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: CannedReplyId) -> Result<(), Fault> {
    changeable(unit, caller, id)?;
    store::remove(unit.conn(), id)?;
    search::canned_changed(unit, id)?;
    changed(unit, caller)
}

fn changed(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Canned)))?;
    Ok(())
}

/// Counts that a reply was put into an answer.
pub fn used(unit: &Unit<'_>, caller: &Caller, id: CannedReplyId) -> Result<(), Fault> {
    let mut canned = store::find(unit.conn(), id, caller.as_agent()?)?.ok_or_else(Fault::not_found)?;
    canned.used += 1;
    Ok(store::save(unit.conn(), &canned)?)
}

fn owner(caller: &Caller, shared: bool) -> Result<Option<AgentId>, Fault> {
    if shared {
        caller.may(Right::Canned)?;
        return Ok(None);
    }
    caller.as_agent().map(Some)
}

fn changeable(unit: &Unit<'_>, caller: &Caller, id: CannedReplyId) -> Result<Canned, Fault> {
    let canned = store::find(unit.conn(), id, caller.as_agent()?)?.ok_or_else(Fault::not_found)?;
    if canned.agent.is_none() {
        caller.may(Right::Canned)?;
    }
    Ok(canned)
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
    search::canned_changed(unit, canned.id)?;
    Ok(canned)
}
