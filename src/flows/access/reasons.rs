//! The team's list of reasons for being away.

use crate::domain::access::reasons::{self, REASONS_MAX, Reason, name_taken, reason_limit};
use crate::domain::access::rights::Right;
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::ReasonId;
use crate::storage::Unit;

/// Adds a reason below the others.
pub fn add(unit: &mut Unit<'_>, caller: &Caller, name: &str) -> Result<Reason, Fault> {
    caller.may(Right::Agents)?;
    if reasons::list(unit.conn())?.len() >= REASONS_MAX {
        return Err(reason_limit());
    }
    let id: ReasonId = unit.mint();
    save(unit, caller, id.to_string(), name)
}

/// Gives a reason another name; a built-in one too.
pub fn rename(unit: &mut Unit<'_>, caller: &Caller, id: String, name: &str) -> Result<Reason, Fault> {
    caller.may(Right::Agents)?;
    reasons::find(unit.conn(), &id)?.ok_or_else(Fault::not_found)?;
    save(unit, caller, id, name)
}

/// Removes a reason; who is away for it stays away.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: &str) -> Result<(), Fault> {
    caller.may(Right::Agents)?;
    if !reasons::remove(unit.conn(), id)? {
        return Err(Fault::not_found());
    }
    changed(unit, caller)
}

fn save(unit: &mut Unit<'_>, caller: &Caller, id: String, name: &str) -> Result<Reason, Fault> {
    let name = reasons::clean_name(name)?;
    if reasons::with_name(unit.conn(), &name)?.is_some_and(|other| other != id) {
        return Err(name_taken());
    }
    reasons::save(unit.conn(), &id, &name)?;
    changed(unit, caller)?;
    Ok(Reason { id, name: Some(name) })
}

fn changed(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Members)))?;
    Ok(())
}
