//! What the owner changes about a widget.

use serde_json::{Map, Value};

use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::pictures;
use crate::domain::widgets::origins::AllowedOrigin;
use crate::domain::widgets::store::Widget;
use crate::domain::widgets::{self, store};
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::WidgetId;
use crate::storage::Unit;

/// Sets the sites that may show the widget with this name.
pub fn set_allowed_origins(
    unit: &mut Unit<'_>,
    caller: &Caller,
    name: &str,
    origins: &[AllowedOrigin],
) -> Result<(), Fault> {
    caller.may(Right::Widgets)?;
    if origins.len() > widgets::ORIGINS_MAX {
        return Err(Fault::invalid(
            "allowed_origins",
            format!("Use at most {} sites.", widgets::ORIGINS_MAX),
        ));
    }
    let widget = store::find_by_name(unit.conn(), name)?.ok_or_else(Fault::not_found)?;
    store::set_allowed_origins(unit.conn(), widget.id, origins)?;
    changed(unit, caller)
}

/// What changes about a widget; what is left out stays.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// Parts of the settings, replaced as a whole each.
    pub settings: Map<String, Value>,
    /// Sites that may show it.
    pub allowed_origins: Option<Vec<AllowedOrigin>>,
}

/// Changes the widget with this name; how it is then.
pub fn change_widget(
    unit: &mut Unit<'_>,
    caller: &Caller,
    name: &str,
    changes: &Changes,
) -> Result<Widget, Fault> {
    caller.may(Right::Widgets)?;
    let mut widget = store::find_by_name(unit.conn(), name)?.ok_or_else(Fault::not_found)?;
    if !changes.settings.is_empty() {
        let settings = widget.settings.with(&changes.settings)?;
        for (field, picture) in [("settings.logo", &settings.logo), ("settings.header", &settings.header)] {
            let Some(digest) = picture else { continue };
            if !pictures::store::exists(unit.conn(), digest)? {
                return Err(Fault::invalid(field, "There is no picture with this digest. Upload it first."));
            }
        }
        store::set_settings(unit.conn(), widget.id, &settings)?;
        widget.settings = settings;
        changed(unit, caller)?;
    }
    if let Some(origins) = &changes.allowed_origins {
        set_allowed_origins(unit, caller, name, origins)?;
        widget.allowed_origins.clone_from(origins);
    }
    Ok(widget)
}

/// Gives the widget with this name another secret; what was signed with the one before no longer holds.
pub fn replace_secret(unit: &mut Unit<'_>, caller: &Caller, name: &str, secret: &str) -> Result<(), Fault> {
    caller.may(Right::Widgets)?;
    let widget = store::find_by_name(unit.conn(), name)?.ok_or_else(Fault::not_found)?;
    Ok(store::set_secret(unit.conn(), widget.id, secret)?)
}

/// Notes on which page the widget was seen, `at` the time it was.
pub fn note_seen(unit: &mut Unit<'_>, id: WidgetId, url: &str, at: Timestamp) -> Result<(), Fault> {
    Ok(store::set_seen(unit.conn(), id, url, at)?)
}

fn changed(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Widgets)))?;
    Ok(())
}
