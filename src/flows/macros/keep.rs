//! Adding, changing and removing macros. Agents have their own; the team's take a right.

use crate::domain::access::rights::Right;
use crate::domain::macros::{Document, MACROS_MAX, Macro, clean_name, macro_limit, store};
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::macros::run;
use crate::ids::{AgentId, MacroId};
use crate::storage::Unit;

/// What a macro shall be; what is missing stays as it is.
#[derive(Debug, Default, Clone)]
pub struct Wanted {
    /// Its name.
    pub name: Option<String>,
    /// What it does, checked.
    pub document: Option<Document>,
    /// Whether everybody has it.
    pub shared: Option<bool>,
}

/// Adds a macro.
pub fn add(unit: &mut Unit<'_>, caller: &Caller, wanted: Wanted) -> Result<Macro, Fault> {
    let owner = owner(caller, wanted.shared.unwrap_or_default())?;
    let name = clean_name(&wanted.name.unwrap_or_default())?;
    let document = wanted.document.unwrap_or_default();
    run::check_named(unit, &document)?;
    make_room(unit, owner)?;
    let kept = Macro {
        id: unit.mint(),
        agent: owner,
        name,
        document: Some(document),
        used: 0,
        updated_at: unit.now(),
    };
    save(unit, caller, kept)
}

/// Changes a macro. One that is no longer for everybody becomes the caller's.
pub fn change(unit: &mut Unit<'_>, caller: &Caller, id: MacroId, wanted: Wanted) -> Result<Macro, Fault> {
    let mut kept = changeable(unit, caller, id)?;
    if let Some(shared) = wanted.shared.filter(|shared| *shared != kept.agent.is_none()) {
        kept.agent = owner(caller, shared)?;
        make_room(unit, kept.agent)?;
    }
    if let Some(name) = wanted.name {
        kept.name = clean_name(&name)?;
    }
    if let Some(document) = wanted.document {
        run::check_named(unit, &document)?;
        kept.document = Some(document);
    }
    kept.updated_at = unit.now();
    save(unit, caller, kept)
}

/// Removes a macro.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: MacroId) -> Result<(), Fault> {
    changeable(unit, caller, id)?;
    store::remove(unit.conn(), id)?;
    changed(unit, caller)
}

fn owner(caller: &Caller, shared: bool) -> Result<Option<AgentId>, Fault> {
    caller.may(if shared { Right::MacroTeam } else { Right::MacroOwn })?;
    if shared { Ok(None) } else { caller.as_agent().map(Some) }
}

fn changeable(unit: &Unit<'_>, caller: &Caller, id: MacroId) -> Result<Macro, Fault> {
    let kept = store::find(unit.conn(), id, caller.as_agent()?)?.ok_or_else(Fault::not_found)?;
    owner(caller, kept.agent.is_none())?;
    Ok(kept)
}

fn make_room(unit: &Unit<'_>, owner: Option<AgentId>) -> Result<(), Fault> {
    if store::count(unit.conn(), owner)? >= MACROS_MAX { Err(macro_limit()) } else { Ok(()) }
}

fn save(unit: &mut Unit<'_>, caller: &Caller, kept: Macro) -> Result<Macro, Fault> {
    store::save(unit.conn(), &kept)?;
    changed(unit, caller)?;
    Ok(kept)
}

fn changed(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Macros)))?;
    Ok(())
}
