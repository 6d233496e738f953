//! Calendars: when somebody answers. A week with several ranges a day, days that differ from it, a time zone, and what all
//! of that was before. Pure but for `store`: the time comes in.
//!
//! **What counts is the clock on the wall.** A moment is open when the local clock shows a time inside a range of its date,
//! or of the day before where that range goes on past midnight. So where clocks are set forward, a range that begins in the
//! hour that is left out begins with the hour after it, and one that lies in it altogether does not take place that day.
//! Where clocks are set back, a range in the hour that comes twice is open both times.
//!
//! **A range that closes at or before it opens goes on into the next day**: people write 20:00 to 02:00 for a night. It
//! belongs to the day on which it begins; that the next day is closed does not cut it short.
//!
//! **Edits do not change the past.** A moment is judged by the version that was in force then, all of the future by the newest.

mod calendar;
mod days;
pub mod holidays;
mod plan;
pub mod shop_hours;
pub mod store;
pub mod today;

use crate::fault::{Fault, Kind};
use crate::ids::CalendarId;
use crate::text;

pub use calendar::{Calendar, Open};
pub use plan::{DayRange, Plan, Range, SpecialDay, zone};

/// The shop's own calendar: it is always there, and its zone is the shop's.
pub const SHOP: CalendarId = CalendarId(1);
/// Most calendars.
pub const CALENDARS_MAX: usize = 50;
/// Most versions of one calendar that are kept; the oldest of them counts for what was before, too.
pub const VERSIONS_KEPT: usize = 200;
/// Most ranges of one day.
pub const RANGES_A_DAY: usize = 8;
/// Most days that differ.
pub const SPECIAL_DAYS_MAX: usize = 400;
/// Longest name of a calendar or of a day, in characters.
pub const NAME_CHARS: usize = 40;

/// Trims and bounds a calendar's name. The shop's own may go without: clients name it in their language.
pub fn check_name(id: CalendarId, name: &str) -> Result<String, Fault> {
    if id == SHOP && text::is_blank(name) {
        return Ok(String::new());
    }
    text::given(name, NAME_CHARS)
        .ok_or_else(|| Fault::invalid("name", format!("Use 1 to {NAME_CHARS} printable characters.")))
}

/// There are as many as can be.
#[must_use]
pub const fn calendar_limit() -> Fault {
    Fault::new(Kind::RuleBroken, "calendar_limit", "There are as many calendars as can be kept. Delete some.")
}

/// Somebody else changed it since it was read.
#[must_use]
pub const fn changed_meanwhile() -> Fault {
    Fault::new(
        Kind::Conflict,
        "version",
        "Somebody changed this calendar since you read it. Read it again and repeat your change.",
    )
}

#[cfg(test)]
mod slow;
