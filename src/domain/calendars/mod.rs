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
mod plan;
#[cfg(test)]
mod slow;

pub use calendar::{Calendar, Open};
pub use plan::{DayRange, Plan, Range, SpecialDay, zone};

/// Most ranges of one day.
pub const RANGES_A_DAY: usize = 8;
/// Most days that differ.
pub const SPECIAL_DAYS_MAX: usize = 400;
/// Longest name of a calendar or of a day, in characters.
pub const NAME_CHARS: usize = 40;
