//! Saved views whose filter cannot be read.

use std::path::Path;

use super::finding::Finding;
use crate::domain::views::store;
use crate::storage::pragmas;

/// Names them; `None` where there are none at all, or where the database cannot be read.
pub(super) fn check(file: &Path) -> Option<Finding> {
    const ABOUT: &str = "saved views";
    let views = pragmas::open_to_inspect(file).and_then(|conn| store::all(&conn)).ok()?;
    let unread: Vec<String> = views
        .iter()
        .filter_map(|view| {
            let fault = view.filter.as_ref().err()?;
            Some(format!("{} ({}): {}", view.name, view.id, fault.field.as_deref().unwrap_or_default()))
        })
        .collect();
    match (views.len(), unread.len()) {
        (0, _) => None,
        (all, 0) => Some(Finding::ok(ABOUT, format!("{all}, all of them readable"))),
        (all, some) => {
            let text = format!("{some} of {all} cannot be read: {}", unread.join("; "));
            let advice = "they are left out of lists and counts; give them a new filter in the workbench, or delete them";
            Some(Finding::warn(ABOUT, text, advice))
        }
    }
}
