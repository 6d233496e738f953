//! What the owner changes about the shop.

use crate::domain::shop::hours::{self, Hours};
use crate::domain::shop::{Shop, check_name, store};
use crate::fault::Fault;
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
    /// When it answers.
    pub hours: Option<Hours>,
}

/// Changes the shop; how it is then.
pub fn update_shop(unit: &mut Unit<'_>, changes: Changes) -> Result<Shop, Fault> {
    let conn = unit.conn();
    // Only what was said is written: what is there tells what was set up.
    if let Some(name) = changes.name {
        let name = check_name(&name).map_err(|fault| Fault { field: Some("name".into()), ..fault })?;
        store::set_name(conn, &name)?;
    }
    if let Some(zone) = changes.time_zone {
        hours::zone(&zone)?;
        store::set_time_zone(conn, &zone)?;
    }
    if let Some(hours) = changes.hours {
        hours.check()?;
        store::set_hours(conn, &hours)?;
    }
    if let Some(locale) = changes.locale {
        store::set_locale(conn, &locale)?;
    }
    Ok(store::shop(conn)?)
}
