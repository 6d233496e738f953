//! Counting what became of questions, by the days of the shop's clock.

use jiff::civil::date;
use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::calendars;
use crate::domain::faq::daily::{self, Counted};
use crate::domain::shop::store as shop;
use crate::fault::Fault;
use crate::i18n::Locale;
use crate::ids::FaqId;
use crate::storage::Unit;

/// Days that are kept.
pub const DAYS_KEPT: i64 = 400;

/// The day that `now` is in where the shop is, in days since 1970.
pub fn day(conn: &Connection, now: Timestamp) -> Result<i64, Fault> {
    let zone = calendars::zone(&shop::shop(conn)?.time_zone)?;
    let instant = jiff::Timestamp::from_millisecond(now.0).map_err(Fault::internal)?;
    let since = date(1970, 1, 1).until(instant.to_zoned(zone).date()).map_err(Fault::internal)?;
    Ok(i64::from(since.get_days()))
}

/// By how much the shop's clock is ahead of UTC now.
pub fn offset_ms(conn: &Connection, now: Timestamp) -> Result<i64, Fault> {
    let zone = calendars::zone(&shop::shop(conn)?.time_zone)?;
    let instant = jiff::Timestamp::from_millisecond(now.0).map_err(Fault::internal)?;
    Ok(i64::from(zone.to_offset(instant).seconds()) * 1_000)
}

/// The date of such a day, as `2026-03-01`.
#[must_use]
pub fn date_of(day: i64) -> String {
    let days = jiff::Span::new().try_days(day).unwrap_or_default();
    date(1970, 1, 1).checked_add(days).map(|date| date.to_string()).unwrap_or_default()
}

/// Counts one thing today. `entry` is `None` for a question that no entry answered.
pub fn count(
    unit: &Unit<'_>,
    entry: Option<FaqId>,
    place: (&str, Locale),
    what: Counted,
) -> Result<(), Fault> {
    let day = day(unit.conn(), unit.now())?;
    Ok(daily::count(unit.conn(), day, entry, place, what)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_since_1970_have_dates() {
        assert_eq!(date_of(0), "1970-01-01");
        assert_eq!(date_of(20_513), "2026-03-01");
    }
}
