//! The two documents of tickets: statuses, and types with their fields. Each is written whole.

use rusqlite::Connection;

use super::words;
use crate::domain::access::rights::Right;
use crate::domain::tickets::documents::{self as store, Document};
use crate::domain::tickets::statuses::{self, Named, Status};
use crate::domain::tickets::types::{self, TicketType};
use crate::domain::tickets::in_use;
use crate::events::{Area, Event, LogPosition, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::routing::settings::other_version;
use crate::storage::Unit;

/// The statuses with their words, in order, and their version.
pub fn read_statuses(conn: &Connection) -> Result<(LogPosition, Vec<Named>), Fault> {
    let locale = words::locale(conn)?;
    let statuses = store::statuses(conn)?.iter().map(|status| status.named(locale)).collect();
    Ok((store::version(conn, Document::Statuses)?, statuses))
}

/// Replaces the statuses, if they are still those of `version`. Returns the version that they have now. What tickets have stays,
/// and keeps its category.
pub fn replace_statuses(
    unit: &mut Unit<'_>,
    caller: &Caller,
    version: LogPosition,
    wanted: &[statuses::Wanted],
) -> Result<LogPosition, Fault> {
    caller.may(Right::Shop)?;
    check_version(unit, Document::Statuses, version)?;
    let wanted = statuses::check(wanted, words::locale(unit.conn())?)?;
    let had = store::statuses(unit.conn())?;
    for gone in had.iter().filter(|had| !wanted.iter().any(|(id, _)| *id == Some(had.id))) {
        if store::has_status(unit.conn(), gone.id)? {
            return Err(in_use());
        }
        store::remove_status(unit.conn(), gone.id)?;
    }
    for (place, (id, status)) in wanted.into_iter().enumerate() {
        let id = match id {
            None => unit.mint(),
            Some(id) => {
                let before = had.iter().find(|had| had.id == id).ok_or_else(|| {
                    Fault::invalid(format!("statuses[{place}].id"), "There is no status with this id.")
                })?;
                if before.category != status.category && store::has_status(unit.conn(), id)? {
                    return Err(in_use());
                }
                id
            }
        };
        store::save_status(unit.conn(), place, &Status { id, ..status })?;
    }
    saved(unit, caller, Document::Statuses)
}

/// Replaces the types, if they are still those of `version`. Returns the version that they have now. What tickets have stays.
pub fn replace_types(
    unit: &mut Unit<'_>,
    caller: &Caller,
    version: LogPosition,
    wanted: Vec<types::Wanted>,
) -> Result<LogPosition, Fault> {
    caller.may(Right::Shop)?;
    check_version(unit, Document::Types, version)?;
    let wanted = types::check(wanted)?;
    let had = store::types(unit.conn())?;
    for gone in had.iter().filter(|had| !wanted.iter().any(|(id, _)| *id == Some(had.id))) {
        if store::has_type(unit.conn(), gone.id)? {
            return Err(in_use());
        }
        store::remove_type(unit.conn(), gone.id)?;
    }
    for (place, (id, of)) in wanted.into_iter().enumerate() {
        let id = match id {
            None => unit.mint(),
            Some(id) if had.iter().any(|had| had.id == id) => id,
            Some(_) => {
                let path = format!("types[{place}].id");
                return Err(Fault::invalid(path, "There is no type with this id."));
            }
        };
        store::save_type(unit.conn(), place, &TicketType { id, ..of })?;
    }
    saved(unit, caller, Document::Types)
}

fn check_version(unit: &Unit<'_>, document: Document, version: LogPosition) -> Result<(), Fault> {
    if store::version(unit.conn(), document)? == version { Ok(()) } else { Err(other_version()) }
}

fn saved(unit: &mut Unit<'_>, caller: &Caller, document: Document) -> Result<LogPosition, Fault> {
    let version = unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Tickets)))?;
    store::set_version(unit.conn(), document, version)?;
    Ok(version)
}
