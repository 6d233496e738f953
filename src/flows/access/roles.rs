//! Roles of the desk's own: made, changed, deleted. Nobody gives a right that they lack.

use crate::domain::access::agent::Role;
use crate::domain::access::forbidden;
use crate::domain::access::rights::{Right, Rights};
use crate::domain::access::roles::{
    self, NAME_CHARS, ROLES_MAX, Reading, RoleDescription, name_taken, role_limit,
};
use crate::events::{AgentEvent, Area, Event, Record};
use crate::fault::{Fault, Kind, Named};
use crate::flows::Caller;
use crate::flows::access::reload_agents::reload_agent;
use crate::ids::RoleId;
use crate::storage::Unit;
use crate::text;

/// What a role shall be; what is `None` stays, or is the agent's where there is none yet.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// Its name.
    pub name: Option<String>,
    /// What its holders may do.
    pub rights: Option<Rights>,
    /// What they read.
    pub reading: Option<Reading>,
}

/// Reads rights by their names, as somebody sent them.
pub fn checked_rights(names: &[String]) -> Result<Rights, Fault> {
    if let Some(unknown) = names.iter().find(|name| Right::from_name(name).is_none()) {
        return Err(Fault::invalid("rights", format!("There is no right {unknown:?}.")));
    }
    let rights = Rights::named(names.iter().map(String::as_str));
    if rights.exceed(Rights::OWN_ROLES) {
        return Err(Fault::invalid("rights", "What stays with owners is in no other role."));
    }
    Ok(rights)
}

/// Adds a role; it starts from the agent's.
pub fn add(unit: &mut Unit<'_>, caller: &Caller, changes: Changes) -> Result<RoleDescription, Fault> {
    caller.may(Right::Roles)?;
    let own = roles::all(unit.conn())?.into_iter().filter(|role| !role.is_built_in()).count();
    if own >= ROLES_MAX {
        return Err(role_limit());
    }
    let start = RoleDescription { id: unit.mint(), name: String::new(), ..RoleDescription::of(Role::Agent) };
    let named = Changes { name: Some(changes.name.unwrap_or_default()), ..changes };
    let role = changed(unit, caller, &start, named)?;
    caller.may_hand_out(&role)?;
    roles::insert(unit.conn(), &role, unit.now())?;
    tell(unit, caller)?;
    Ok(role)
}

/// Changes a role; its holders' links reload where they may now do or read something else.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: RoleId,
    changes: Changes,
) -> Result<RoleDescription, Fault> {
    let before = own(unit, caller, id)?;
    let role = changed(unit, caller, &before, changes)?;
    if role == before {
        return Ok(role);
    }
    caller.may_hand_out(&before)?;
    caller.may_hand_out(&role)?;
    roles::update(unit.conn(), &role)?;
    for (agent, _) in roles::holders(unit.conn(), id)? {
        if (role.rights, role.reading) != (before.rights, before.reading) {
            reload_agent(unit, caller, agent)?;
        }
        unit.emit(&Record::of(caller.actor, Event::Agent(agent, AgentEvent::Changed)))?;
    }
    tell(unit, caller)?;
    Ok(role)
}

/// Deletes a role that nobody has.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: RoleId) -> Result<(), Fault> {
    own(unit, caller, id)?;
    let holders = roles::holders(unit.conn(), id)?;
    if !holders.is_empty() {
        let fault =
            Fault::new(Kind::RuleBroken, "in_use", "Somebody has this role. Give them another one first.");
        let named = holders.into_iter().map(|(id, name)| Named { kind: "agent", id: id.to_string(), name });
        return Err(Fault { named: named.collect(), ..fault });
    }
    roles::remove(unit.conn(), id)?;
    tell(unit, caller)
}

/// A role that can be changed. The built-in ones cannot.
fn own(unit: &Unit<'_>, caller: &Caller, id: RoleId) -> Result<RoleDescription, Fault> {
    caller.may(Right::Roles)?;
    let role = roles::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if role.is_built_in() { Err(forbidden()) } else { Ok(role) }
}

fn changed(
    unit: &Unit<'_>,
    caller: &Caller,
    before: &RoleDescription,
    changes: Changes,
) -> Result<RoleDescription, Fault> {
    let mut role = before.clone();
    if let Some(name) = changes.name {
        role.name = text::given(&name, NAME_CHARS)
            .ok_or_else(|| Fault::invalid("name", format!("Use 1 to {NAME_CHARS} printable characters.")))?;
        let same = |other: &RoleDescription| {
            other.id != role.id && text::alike(&other.name) == text::alike(&role.name)
        };
        if roles::all(unit.conn())?.iter().any(same) {
            return Err(name_taken());
        }
    }
    // A new one starts with what its maker has of the agent's.
    role.rights = changes.rights.unwrap_or(if before.name.is_empty() {
        before.rights.of_both(caller.rights)
    } else {
        before.rights
    });
    role.reading = changes.reading.unwrap_or(before.reading);
    Ok(role)
}

fn tell(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Roles)))?;
    Ok(())
}
