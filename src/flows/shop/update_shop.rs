//! What the owner changes about the shop.

use crate::domain::access::rights::Right;
use crate::domain::calendars::shop_hours::Hours;
use crate::domain::calendars::store::{self as calendars, Stored};
use crate::domain::calendars::{Plan, SHOP, zone};
use crate::domain::shop::{Shop, check_name, first_steps, store};
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::storage::Unit;

/// What changes; what is left out stays.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// Its name.
    pub name: Option<String>,
    /// The tag of a language of the desk.
    pub locale: Option<String>,
    /// IANA name.
    pub time_zone: Option<String>,
    /// Business hours.
    pub hours: Option<Hours>,
}

/// Changes the shop; how it is then.
pub fn update_shop(unit: &mut Unit<'_>, caller: &Caller, changes: Changes) -> Result<Shop, Fault> {
    caller.may(Right::Shop)?;
    let conn = unit.conn();
    let areas = [
        (Area::Shop, changes.name.is_some() || changes.locale.is_some() || changes.time_zone.is_some()),
        (Area::Hours, changes.hours.is_some() || changes.time_zone.is_some()),
    ];
    // Only what was said is written: what is there tells what was set up.
    if let Some(name) = changes.name {
        let name = check_name(&name).map_err(|fault| Fault { field: Some("name".into()), ..fault })?;
        store::set_name(conn, &name)?;
    }
    if let Some(name) = &changes.time_zone {
        zone(name)?;
        store::set_time_zone(conn, name)?;
    }
    if let Some(hours) = &changes.hours {
        hours.check()?;
    }
    set_hours(unit, changes.time_zone, changes.hours)?;
    if let Some(locale) = changes.locale {
        store::set_locale(conn, &locale)?;
    }
    for (area, _) in areas.into_iter().filter(|(_, changed)| *changed) {
        unit.emit(&Record::of(caller.actor, Event::SettingsChanged(area)))?;
    }
    Ok(store::shop(conn)?)
}

/// The shop's own calendar has the shop's clock, and what `/shop` says of hours.
fn set_hours(unit: &Unit<'_>, zone: Option<String>, hours: Option<Hours>) -> Result<(), Fault> {
    let Some(before) = calendars::find(unit.conn(), SHOP)? else { return Ok(()) };
    if zone.is_none() && hours.is_none() {
        return Ok(());
    }
    let set_at = before.set_at.or(hours.as_ref().map(|_| unit.now()));
    let time_zone = zone.unwrap_or_else(|| before.plan.time_zone.clone());
    let plan = match hours {
        Some(hours) => hours.into_plan(time_zone),
        None => Plan { time_zone, ..before.plan },
    };
    let new = Stored { version: before.version + 1, set_at, plan, ..before };
    Ok(calendars::replace(unit.conn(), &new, unit.now())?)
}

/// Puts the list of what is left to set up away for the whole team, or shows it again.
pub fn dismiss_list(unit: &mut Unit<'_>, caller: &Caller, dismissed: bool) -> Result<(), Fault> {
    caller.may(Right::Shop)?;
    Ok(first_steps::set_dismissed(unit.conn(), dismissed)?)
}
