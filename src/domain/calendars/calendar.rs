//! A calendar with all its versions, ready to be asked. Time runs evenly between two changes of the clock, so what is asked
//! of years takes as many steps as clocks were set and edits were made in them.

use jiff::tz::TimeZone;
use serde::Serialize;
use utoipa::ToSchema;

use super::days::Days;
use super::plan::{Plan, zone};
use crate::clock::Timestamp;

/// How far ahead a change is looked for: whoever is closed longer does not know when they open.
const CHANGE_WITHIN_MS: i64 = 400 * 86_400_000;
/// How far ahead open time is looked for.
const OPEN_WITHIN_MS: i64 = 20 * 366 * 86_400_000;
/// What can be told as a date; everything else counts as the end of it.
const FIRST_MS: i64 = -2_208_988_800_000;
const LAST_MS: i64 = 7_258_118_400_000;

/// Whether somebody answers, and when that changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = OpenNow)]
pub struct Open {
    /// It answers.
    pub now: bool,
    /// Until when; `None` if it is closed, or never closes.
    #[schema(value_type = Option<String>)]
    pub closes_at: Option<Timestamp>,
    /// When it opens next; `None` if it is open, or not within a year.
    #[schema(value_type = Option<String>)]
    pub opens_at: Option<Timestamp>,
}

/// What was in force from a moment on.
#[derive(Debug, Clone)]
struct Version {
    from: i64,
    zone: TimeZone,
    days: Days,
}

/// A calendar: plain data that answers questions about time.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Never empty, oldest first; the first one counts for all time before it, too.
    versions: Vec<Version>,
}

/// A stretch of time in which one version is in force and the clock is not set.
struct Stretch<'a> {
    from: i64,
    until: i64,
    /// What the local clock is ahead of UTC.
    ahead: i64,
    days: &'a Days,
}

impl Calendar {
    /// From what it said, and since when; without any it is always open. A zone that is not known any more counts as UTC.
    #[must_use]
    pub fn new(versions: &[(Timestamp, Plan)]) -> Self {
        let mut versions: Vec<Version> = versions
            .iter()
            .map(|(from, plan)| Version {
                from: from.0,
                zone: zone(&plan.time_zone).unwrap_or(TimeZone::UTC),
                days: plan.days(),
            })
            .collect();
        versions.sort_by_key(|version| version.from);
        if versions.is_empty() {
            versions.push(Version { from: 0, zone: TimeZone::UTC, days: Days::always() });
        }
        Self { versions }
    }

    /// Open day and night.
    #[must_use]
    pub fn always() -> Self {
        Self::new(&[])
    }

    /// Whether it is open at a moment.
    #[must_use]
    pub fn is_open(&self, at: Timestamp) -> bool {
        let at = at.0.clamp(FIRST_MS, LAST_MS);
        self.stretches(at, at + 1).next().is_some_and(|part| part.days.is_open(at + part.ahead))
    }

    /// How many milliseconds of `from` to `until` are open; 0 where `until` is not later.
    #[must_use]
    pub fn open_ms(&self, from: Timestamp, until: Timestamp) -> i64 {
        self.stretches(from.0, until.0)
            .map(|part| part.days.open(part.from + part.ahead, part.until + part.ahead))
            .sum()
    }

    /// The first moment at which `ms` open milliseconds have passed since `from`; `from` itself for 0 or less. `None` if
    /// that is not so within twenty years.
    #[must_use]
    pub fn add_open(&self, from: Timestamp, ms: i64) -> Option<Timestamp> {
        if ms <= 0 {
            return Some(from);
        }
        let mut left = ms;
        for part in self.stretches(from.0, from.0.saturating_add(OPEN_WITHIN_MS)) {
            let (first, last) = (part.from + part.ahead, part.until + part.ahead);
            let open = part.days.open(first, last);
            if open >= left {
                return Some(Timestamp(part.days.time_after(first, left, last) - part.ahead));
            }
            left -= open;
        }
        None
    }

    /// When it next closes if it is open at `at`, or opens if it is closed; `None` if not within a year.
    #[must_use]
    pub fn next_change(&self, at: Timestamp) -> Option<Timestamp> {
        let open = self.is_open(at);

        self.stretches(at.0, at.0.saturating_add(CHANGE_WITHIN_MS)).find_map(|part| {
            let at = part.days.next(!open, part.from + part.ahead, part.until + part.ahead)?;
            Some(Timestamp(at - part.ahead))
        })
    }

    /// Whether it is open at `at`, and when that changes.
    #[must_use]
    pub fn at(&self, at: Timestamp) -> Open {
        let (now, change) = (self.is_open(at), self.next_change(at));
        Open { now, closes_at: change.filter(|_| now), opens_at: change.filter(|_| !now) }
    }

    /// The parts of a stretch of time in which it can be calculated.
    fn stretches(&self, from: i64, until: i64) -> impl Iterator<Item = Stretch<'_>> {
        let until = until.clamp(FIRST_MS, LAST_MS + 1);
        let mut at = from.clamp(FIRST_MS, LAST_MS + 1);
        std::iter::from_fn(move || {
            if at >= until {
                return None;
            }
            let newer = self.versions.partition_point(|version| version.from <= at).max(1);
            let version = &self.versions[newer - 1];
            let moment = jiff::Timestamp::from_millisecond(at).ok()?;
            let set = version.zone.following(moment).map(|set| set.timestamp().as_millisecond());
            let set = set.into_iter().find(|set| *set > at).unwrap_or(until);
            let replaced = self.versions.get(newer).map_or(until, |next| next.from);
            let ends = until.min(set).min(replaced.max(at + 1));
            let ahead = i64::from(version.zone.to_offset(moment).seconds()) * 1000;
            let part = Stretch { from: at, until: ends, ahead, days: &version.days };
            at = ends;
            Some(part)
        })
    }
}

impl Plan {
    /// Whether it is open at `now`, and when that changes, by this plan alone.
    #[must_use]
    pub fn at(&self, now: Timestamp) -> Open {
        Calendar::new(&[(Timestamp(0), self.clone())]).at(now)
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::{DayRange, Range, SpecialDay};
    use super::*;

    fn range(day: i8, opens: &str, closes: &str) -> DayRange {
        DayRange { day, opens: opens.into(), closes: closes.into() }
    }

    fn special(date: &str, ranges: &[(&str, &str)], like: Option<i8>) -> SpecialDay {
        let ranges =
            ranges.iter().map(|(opens, closes)| Range { opens: (*opens).into(), closes: (*closes).into() });
        SpecialDay { date: date.into(), name: String::new(), ranges: ranges.collect(), like }
    }

    /// Monday to Friday 9 to 12 and 13:30 to 18, Saturday night until 2; a holiday, a short day, a Saturday that is worked.
    fn office(zone: &str) -> Plan {
        let mut week: Vec<DayRange> =
            (1..=5).flat_map(|day| [range(day, "09:00", "12:00"), range(day, "13:30", "18:00")]).collect();
        week.push(range(6, "20:00", "02:00"));
        let special_days = vec![
            special("2026-10-01", &[], None),
            special("2026-10-02", &[("10:00", "11:00"), ("15:00", "16:00")], None),
            special("2026-10-10", &[], Some(1)),
        ];
        Plan { time_zone: zone.into(), always: false, week, special_days }
    }

    fn moment(local: &str, zone: &str) -> Timestamp {
        let zoned: jiff::Zoned = format!("{local}[{zone}]").parse().expect("a time");
        Timestamp(zoned.timestamp().as_millisecond())
    }

    fn shown(at: Option<Timestamp>, zone: &str) -> String {
        let Some(at) = at else { return "never".to_owned() };
        let time = jiff::Timestamp::from_millisecond(at.0).expect("in range");
        time.in_tz(zone).expect("a zone").strftime("%m-%d %H:%M").to_string()
    }

    #[test]
    fn the_table_of_openings() {
        for (zone, local, open, until) in [
            ("Asia/Shanghai", "2026-09-28T08:59", false, "09-28 09:00"),
            ("Asia/Shanghai", "2026-09-28T09:00", true, "09-28 12:00"),
            ("Asia/Shanghai", "2026-09-28T12:00", false, "09-28 13:30"),
            ("Asia/Shanghai", "2026-09-28T18:00", false, "09-29 09:00"),
            // A day off, then a short one.
            ("Asia/Shanghai", "2026-09-30T18:00", false, "10-02 10:00"),
            ("Asia/Shanghai", "2026-10-02T10:59", true, "10-02 11:00"),
            ("Asia/Shanghai", "2026-10-02T11:00", false, "10-02 15:00"),
            // Past midnight.
            ("Asia/Shanghai", "2026-10-03T23:00", true, "10-04 02:00"),
            ("Asia/Shanghai", "2026-10-04T01:59", true, "10-04 02:00"),
            ("Asia/Shanghai", "2026-10-04T02:00", false, "10-05 09:00"),
            // A Saturday worked like a Monday has no night.
            ("Asia/Shanghai", "2026-10-10T13:00", false, "10-10 13:30"),
            ("Asia/Shanghai", "2026-10-10T20:00", false, "10-12 09:00"),
            // Clocks are set back in the night to 25 October.
            ("Europe/Berlin", "2026-10-25T03:00", false, "10-26 09:00"),
        ] {
            let calendar = Calendar::new(&[(Timestamp(0), office(zone))]);
            let at = calendar.at(moment(local, zone));
            assert_eq!(
                (at.now, shown(at.closes_at.or(at.opens_at), zone).as_str()),
                (open, until),
                "{local}"
            );
            assert!(at.closes_at.is_none() || at.opens_at.is_none());
        }
    }

    #[test]
    fn open_time_is_counted_and_added() {
        const HOUR: i64 = 3_600_000;
        let zone = "Asia/Shanghai";
        let calendar = Calendar::new(&[(Timestamp(0), office(zone))]);
        for (from, hours_of_it, until) in [
            ("2026-09-28T09:00", 3, "09-28 12:00"),
            ("2026-09-28T06:00", 4, "09-28 14:30"),
            ("2026-09-28T17:00", 2, "09-29 10:00"),
            // Over the holiday: Wednesday evening, the short Friday, the night to Sunday.
            ("2026-09-30T17:00", 3, "10-02 16:00"),
            ("2026-09-30T17:00", 5, "10-03 22:00"),
        ] {
            let from = moment(from, zone);
            let due = calendar.add_open(from, hours_of_it * HOUR);
            assert_eq!(shown(due, zone), until);
            assert_eq!(calendar.open_ms(from, due.expect("a time")), hours_of_it * HOUR);
        }
        let from = moment("2026-09-28T09:00", zone);
        assert_eq!(calendar.add_open(from, 0), Some(from));
        assert_eq!(calendar.open_ms(from, Timestamp(from.0 - 1)), 0);
    }

    #[test]
    fn a_shop_is_open_always_or_never() {
        let now = Timestamp(1_772_352_000_000);
        let open = Open { now: true, closes_at: None, opens_at: None };
        let closed = Open { now: false, closes_at: None, opens_at: None };
        assert_eq!(Calendar::always().at(now), open);
        assert_eq!(Calendar::always().add_open(now, 90), Some(Timestamp(now.0 + 90)));
        let week = |week: Vec<DayRange>| {
            let plan = Plan { always: false, week, ..Plan::always("Europe/Berlin") };
            Calendar::new(&[(Timestamp(0), plan)])
        };
        assert_eq!(week(Vec::new()).at(now), closed);
        assert_eq!(week(Vec::new()).add_open(now, 1), None);
        assert_eq!(week((1..=7).map(|day| range(day, "00:00", "24:00")).collect()).at(now), open);
        // At both ends of time nothing breaks.
        for at in [i64::MIN, i64::MAX] {
            assert_eq!(Calendar::always().at(Timestamp(at)).closes_at, None);
            let _ = week(vec![range(1, "09:00", "10:00")]).add_open(Timestamp(at), i64::MAX);
        }
        assert!(Calendar::always().open_ms(Timestamp(i64::MIN), Timestamp(i64::MAX)) > 0);
    }

    #[test]
    fn clocks_that_are_set_move_ranges_as_the_wall_clock_shows() {
        // 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00.
        let minutes = |zone: &str, date: &str, opens: &str, closes: &str| {
            let plan = Plan {
                always: false,
                special_days: vec![special(date, &[(opens, closes)], None)],
                ..Plan::always(zone)
            };
            let from = moment(&format!("{date}T00:00"), zone);
            Calendar::new(&[(Timestamp(0), plan)]).open_ms(from, Timestamp(from.0 + 2 * 86_400_000)) / 60_000
        };
        for (date, opens, closes, open) in [
            ("2026-03-29", "01:00", "04:00", 120),
            ("2026-03-29", "02:30", "04:00", 60),
            ("2026-03-29", "02:15", "02:45", 0),
            ("2026-10-25", "01:00", "04:00", 240),
            ("2026-10-25", "02:15", "02:45", 60),
            ("2026-10-25", "01:00", "02:30", 120),
        ] {
            assert_eq!(minutes("Europe/Berlin", date, opens, closes), open, "{date} {opens}-{closes}");
        }
    }

    #[test]
    fn the_past_keeps_what_was_in_force_then() {
        let zone = "Asia/Shanghai";
        let edited = moment("2026-09-28T10:00", zone);
        let late = Plan { week: vec![range(1, "15:00", "23:00")], ..office(zone) };
        let calendar = Calendar::new(&[(edited, late), (Timestamp(0), office(zone))]);
        let open =
            |from: &str, until: &str| calendar.open_ms(moment(from, zone), moment(until, zone)) / 3_600_000;
        assert_eq!(
            open("2026-09-28T00:00", "2026-09-29T00:00"),
            1 + 8,
            "an hour of the morning, then the evening"
        );
        assert_eq!(open("2026-09-21T00:00", "2026-09-22T00:00"), 7, "as it was");
        assert_eq!(
            shown(calendar.next_change(moment("2026-09-28T09:30", zone)), zone),
            "09-28 10:00",
            "by the edit"
        );
        assert_eq!(
            shown(calendar.add_open(moment("2026-09-28T09:00", zone), 2 * 3_600_000), zone),
            "09-28 16:00"
        );
    }

    #[test]
    fn a_year_takes_as_many_steps_as_clocks_were_set_in_it() {
        let mut plan = office("Europe/Berlin");
        plan.special_days = (0..400)
            .map(|n| {
                special(&format!("20{}-{:02}-{:02}", 26 + n / 336, n / 28 % 12 + 1, n % 28 + 1), &[], None)
            })
            .collect();
        let calendar = Calendar::new(&[(Timestamp(0), plan)]);
        let (from, until) =
            (moment("2026-01-01T00:00", "Europe/Berlin"), moment("2027-01-01T00:00", "Europe/Berlin"));
        assert_eq!(calendar.stretches(from.0, until.0).count(), 3, "winter, summer, winter");
    }
}
