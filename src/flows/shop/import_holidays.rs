//! Putting a file of holidays into a calendar, and what that would change.

use rusqlite::Connection;

use super::calendars::save;
use crate::domain::access::rights::Right;
use crate::domain::calendars::holidays::{Changes, File};
use crate::domain::calendars::store::{self, Stored};
use crate::domain::calendars::{Plan, changed_meanwhile};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::CalendarId;
use crate::storage::Unit;

/// What is imported, and how.
#[derive(Debug)]
pub struct Import {
    /// What was read from the file.
    pub file: File,
    /// The day of the week that make-up workdays are like: 1 = Monday to 7 = Sunday.
    pub like: i8,
    /// The version that was looked at; `None` takes any.
    pub version: Option<i64>,
}

/// What an import would change, and the calendar as it is.
pub fn preview(
    conn: &Connection,
    caller: &Caller,
    id: CalendarId,
    import: Import,
) -> Result<(Stored, Changes), Fault> {
    let (before, _, changes) = compared(conn, caller, id, import)?;
    Ok((before, changes))
}

/// Imports; what changed, and the calendar as it is then. A file that changes nothing leaves the version as it is.
pub fn import_holidays(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: CalendarId,
    import: Import,
) -> Result<(Stored, Changes), Fault> {
    let (before, plan, changes) = compared(unit.conn(), caller, id, import)?;
    if plan == before.plan {
        return Ok((before, changes));
    }
    let name = before.name.clone();
    Ok((save(unit, caller, &before, name, plan)?, changes))
}

fn compared(
    conn: &Connection,
    caller: &Caller,
    id: CalendarId,
    import: Import,
) -> Result<(Stored, Plan, Changes), Fault> {
    caller.may(Right::Shop)?;
    let before = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
    let Import { file, like, version } = import;
    if !(1..=7).contains(&like) {
        return Err(Fault::invalid("like", "Use 1 for Monday to 7 for Sunday."));
    }
    if version.is_some_and(|version| version != before.version) {
        return Err(changed_meanwhile());
    }
    let (plan, changes) = file.compare(&before.plan, like);
    plan.check()?;
    Ok((before, plan, changes))
}
