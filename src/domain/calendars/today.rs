//! Days as the shop's clocks count them. Pure: the time comes in.

use jiff::tz::TimeZone;
use jiff::{Timestamp as Instant, ToSpan, Zoned};

use crate::clock::Timestamp;

/// Today, and the same day a week ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Today {
    /// When it began.
    pub began_at: Timestamp,
    /// When the same day of the week before began, and ended.
    pub before: (Timestamp, Timestamp),
}

fn local(zone: &TimeZone, at: Timestamp) -> Option<Zoned> {
    Instant::from_millisecond(at.0).ok().map(|instant| instant.to_zoned(zone.clone()))
}

/// The day that `now` is in.
#[must_use]
pub fn today(zone: &TimeZone, now: Timestamp) -> Option<Today> {
    let date = local(zone, now)?.date();
    let before = date.checked_sub(7.days()).ok()?;
    let start = |date: jiff::civil::Date| {
        let began = date.to_zoned(zone.clone()).ok()?;
        Some(Timestamp(began.timestamp().as_millisecond()))
    };
    Some(Today { began_at: start(date)?, before: (start(before)?, start(before.tomorrow().ok()?)?) })
}

/// When the day that `now` is in ends.
#[must_use]
pub fn ends_at(zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let tomorrow = local(zone, now)?.date().tomorrow().ok()?;
    let began = tomorrow.to_zoned(zone.clone()).ok()?;
    Some(Timestamp(began.timestamp().as_millisecond()))
}

/// The hour that a clock on the shop's wall shows, 0 to 23.
#[must_use]
pub fn hour(zone: &TimeZone, at: Timestamp) -> usize {
    local(zone, at).and_then(|local| usize::try_from(local.hour()).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendars::zone;

    #[test]
    fn a_day_begins_and_ends_where_the_shop_is() {
        let read = |zone_name: &str, text: &str| {
            let local: Zoned = format!("{text}[{zone_name}]").parse().expect("a time");
            Timestamp(local.timestamp().as_millisecond())
        };
        for (name, now, began, before, ended, hour_now) in [
            (
                "Asia/Shanghai",
                "2026-03-06T00:30",
                "2026-03-06T00:00",
                "2026-02-27T00:00",
                "2026-02-28T00:00",
                0,
            ),
            // Clocks were set forward at two: that day has 23 hours.
            (
                "Europe/Berlin",
                "2026-03-29T12:00",
                "2026-03-29T00:00",
                "2026-03-22T00:00",
                "2026-03-23T00:00",
                12,
            ),
            (
                "Europe/Berlin",
                "2026-04-05T03:00",
                "2026-04-05T00:00",
                "2026-03-29T00:00",
                "2026-03-30T00:00",
                3,
            ),
        ] {
            let zone = zone(name).expect("a zone");
            let expected =
                Today { began_at: read(name, began), before: (read(name, before), read(name, ended)) };
            assert_eq!(today(&zone, read(name, now)), Some(expected), "{now}");
            assert_eq!(hour(&zone, read(name, now)), hour_now, "{now}");
        }
    }
}
