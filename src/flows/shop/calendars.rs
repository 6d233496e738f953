//! Adding, changing and removing calendars. What a calendar was before a change stays for the time before it.

use crate::domain::access::rights::Right;
use crate::domain::access::teams;
use crate::domain::calendars::store::{self, Stored};
use crate::domain::calendars::{CALENDARS_MAX, Plan, SHOP, calendar_limit, changed_meanwhile, check_name};
use crate::domain::shop;
use crate::events::{Area, Event, Record};
use crate::fault::{Fault, Kind, Named};
use crate::flows::Caller;
use crate::flows::clocks::{keep, policies};
use crate::ids::CalendarId;
use crate::storage::Unit;
use crate::text;

/// What a calendar shall be.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// What the team calls it.
    pub name: String,
    /// What it says.
    pub plan: Plan,
}

/// Adds a calendar.
pub fn add(unit: &mut Unit<'_>, caller: &Caller, wanted: Wanted) -> Result<Stored, Fault> {
    caller.may(Right::Shop)?;
    let id: CalendarId = unit.mint();
    let name = check_name(id, &wanted.name)?;
    wanted.plan.check()?;
    if store::count(unit.conn())? >= CALENDARS_MAX {
        return Err(calendar_limit());
    }
    let new = Stored { id, name, version: 1, set_at: Some(unit.now()), plan: in_order(wanted.plan) };
    store::insert(unit.conn(), &new, unit.now())?;
    tell(unit, caller, None, &new)?;
    Ok(new)
}

/// Replaces what a calendar is, if it is still the one of that version.
pub fn replace(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: CalendarId,
    version: i64,
    wanted: Wanted,
) -> Result<Stored, Fault> {
    caller.may(Right::Shop)?;
    let before = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    let name = check_name(id, &wanted.name)?;
    wanted.plan.check()?;
    if before.version != version {
        return Err(changed_meanwhile());
    }
    save(unit, caller, &before, name, wanted.plan)
}

/// Writes the next version of a calendar, and tells of it.
pub(super) fn save(
    unit: &mut Unit<'_>,
    caller: &Caller,
    before: &Stored,
    name: String,
    plan: Plan,
) -> Result<Stored, Fault> {
    let set_at = before.set_at.or(Some(unit.now()));
    let new = Stored { id: before.id, name, version: before.version + 1, set_at, plan: in_order(plan) };
    store::replace(unit.conn(), &new, unit.now())?;
    tell(unit, caller, Some(before), &new)?;
    Ok(new)
}

/// Removes a calendar that nothing names.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: CalendarId) -> Result<(), Fault> {
    caller.may(Right::Shop)?;
    store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    let named = uses(unit, id)?;
    if !named.is_empty() {
        let fault = Fault::new(
            Kind::RuleBroken,
            "in_use",
            "This calendar is in use. Choose another one there first.",
        );
        return Err(Fault { named, ..fault });
    }
    store::remove(unit.conn(), id)?;
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Calendars)))?;
    Ok(())
}

/// What names a calendar.
fn uses(unit: &Unit<'_>, id: CalendarId) -> Result<Vec<Named>, Fault> {
    let mut named = Vec::new();
    if id == SHOP {
        named.push(Named { kind: "shop", id: String::new(), name: shop::store::name(unit.conn())? });
    }
    named.extend(policies::with_calendar(unit, id)?);
    let teams = teams::with_calendar(unit.conn(), id)?;
    named.extend(teams.into_iter().map(|(id, name)| Named { kind: "team", id: id.to_string(), name }));
    Ok(named)
}

fn in_order(mut plan: Plan) -> Plan {
    plan.week.sort_by(|one, other| (one.day, &one.opens).cmp(&(other.day, &other.opens)));
    for day in &mut plan.special_days {
        day.name = text::line(&day.name);
    }
    plan.special_days.sort_by(|one, other| one.date.cmp(&other.date));
    plan
}

/// What the shop's own calendar says is what `/shop` says, too.
fn tell(unit: &mut Unit<'_>, caller: &Caller, before: Option<&Stored>, new: &Stored) -> Result<(), Fault> {
    keep::look_again(unit)?;
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Calendars)))?;
    let Some(before) = before.filter(|before| new.id == SHOP && before.plan != new.plan) else {
        return Ok(());
    };
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Hours)))?;
    if before.plan.time_zone != new.plan.time_zone {
        shop::store::set_time_zone(unit.conn(), &new.plan.time_zone)?;
        unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Shop)))?;
    }
    Ok(())
}
