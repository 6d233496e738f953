//! What a team may change about its bot: one document, written whole.

use crate::domain::access::rights::Right;
use crate::domain::bot::settings::Settings;
use crate::domain::bot::store;
use crate::events::{Area, Event, LogPosition, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::routing::settings::other_version;
use crate::storage::Unit;

/// Replaces the settings, if they are still those of `version`. Returns the version they have now.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    settings: &Settings,
    version: LogPosition,
) -> Result<LogPosition, Fault> {
    caller.may(Right::Bot)?;
    let settings = settings.clone().checked()?;
    let (_, stored) = store::settings(unit.conn())?;
    if stored != version {
        return Err(other_version());
    }
    let now = unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Bot)))?;
    store::set_settings(unit.conn(), &settings, now)?;
    Ok(now)
}
