//! What the owner changes about a widget.

use crate::clock::Timestamp;
use crate::domain::widgets::origins::AllowedOrigin;
use crate::domain::widgets::{self, store};
use crate::fault::Fault;
use crate::ids::WidgetId;
use crate::storage::Unit;

/// Sets the sites that may show the widget with this name.
pub fn set_allowed_origins(unit: &mut Unit<'_>, name: &str, origins: &[AllowedOrigin]) -> Result<(), Fault> {
    if origins.len() > widgets::ORIGINS_MAX {
        return Err(Fault::invalid(
            "allowed_origins",
            format!("Use at most {} sites.", widgets::ORIGINS_MAX),
        ));
    }
    let widget = store::find_by_name(unit.conn(), name)?.ok_or_else(Fault::not_found)?;
    Ok(store::set_allowed_origins(unit.conn(), widget.id, origins)?)
}

/// Notes on which page the widget was seen, `at` the time it was.
pub fn note_seen(unit: &mut Unit<'_>, id: WidgetId, url: &str, at: Timestamp) -> Result<(), Fault> {
    Ok(store::set_seen(unit.conn(), id, url, at)?)
}
