//! What a team may change about the routing: one document, written whole.

use crate::domain::access::rights::Right;
use crate::domain::routing::settings::Settings;
use crate::domain::routing::store;
use crate::events::{Area, Event, LogPosition, Record};
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::storage::Unit;

/// Somebody else changed it meanwhile.
#[must_use]
pub const fn other_version() -> Fault {
    Fault::new(Kind::Conflict, "version", "Somebody else has changed this meanwhile. Read it anew.")
}

/// Replaces the settings, if they are still those of `version`. Returns the version they have now.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    settings: &Settings,
    version: LogPosition,
) -> Result<LogPosition, Fault> {
    caller.may(Right::Routing)?;
    settings.check()?;
    let (_, stored) = store::settings(unit.conn())?;
    if stored != version {
        return Err(other_version());
    }
    let now = unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Routing)))?;
    store::set_settings(unit.conn(), settings, now)?;
    Ok(now)
}
