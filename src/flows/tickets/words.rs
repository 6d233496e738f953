//! What stands in changes: statuses and types with the names that they have now.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::domain::shop::store as shop;
use crate::domain::tickets::category::Category;
use crate::domain::tickets::changes::{self, Change};
use crate::domain::tickets::documents;
use crate::domain::tickets::statuses::{Named, usual};
use crate::domain::tickets::types::TicketType;
use crate::domain::tickets::{unknown_status, unknown_type};
use crate::fault::Fault;
use crate::i18n::Locale;
use crate::ids::{TicketStatusId, TicketTypeId};

/// The language in which the shop writes first.
pub fn locale(conn: &Connection) -> Result<Locale, Fault> {
    Ok(Locale::parse(&shop::shop(conn)?.locale).unwrap_or_default())
}

/// A status by its id.
pub fn status(conn: &Connection, id: TicketStatusId) -> Result<Named, Fault> {
    let found = documents::find_status(conn, id)?.ok_or_else(unknown_status)?;
    Ok(found.named(locale(conn)?))
}

/// The status of a category that every desk has.
pub fn usual_status(conn: &Connection, category: Category) -> Result<Named, Fault> {
    status(conn, usual(category))
}

/// What a status means.
pub fn category_of(status: &Named) -> Category {
    Category::from_name(status.category).unwrap_or(Category::Open)
}

/// The change from one status to another; from none for a new ticket.
pub fn status_change(from: Option<&Named>, to: &Named) -> Change {
    Change::of(changes::STATUS, from.map(Named::to_change).unwrap_or_default(), to.to_change())
}

/// A type by its id.
pub fn ticket_type(conn: &Connection, id: TicketTypeId) -> Result<TicketType, Fault> {
    documents::find_type(conn, id)?.ok_or_else(unknown_type)
}

/// A type as the value of a change.
pub fn type_value(of: Option<&TicketType>) -> Value {
    of.map(|of| json!({ "id": of.id, "name": of.name })).unwrap_or_default()
}
