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
    let mut shop = store::shop(unit.conn())?;
    if let Some(name) = changes.name {
        shop.name = check_name(&name).map_err(|fault| Fault { field: Some("name".into()), ..fault })?;
    }
    if let Some(zone) = changes.time_zone {
        hours::zone(&zone)?;
        shop.time_zone = zone;
    }
    let hours_were_said = changes.hours.is_some();
    if let Some(hours) = changes.hours {
        hours.check()?;
        shop.hours = hours;
    }
    shop.locale = changes.locale.unwrap_or(shop.locale);
    store::set_shop(unit.conn(), &shop, hours_were_said)?;
    Ok(shop)
}
