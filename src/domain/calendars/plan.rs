//! What a calendar says, as it is written and stored: zone, week, days that differ.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::days::{DAY_MS, Days, Span, weekday};
use super::{NAME_CHARS, RANGES_A_DAY, SPECIAL_DAYS_MAX};
use crate::fault::Fault;
use crate::text;

/// The years in which days may differ.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;
const MINUTE_MS: i64 = 60_000;

/// A stretch of a day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CalendarRange)]
pub struct DayRange {
    /// 1 = Monday to 7 = Sunday.
    pub day: i8,
    /// `HH:MM`.
    pub opens: String,
    /// `HH:MM`, or `24:00` for midnight. At or before `opens`: on the next day.
    pub closes: String,
}

/// A stretch of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CalendarDayRange)]
pub struct Range {
    /// `HH:MM`.
    pub opens: String,
    /// `HH:MM`, or `24:00` for midnight. At or before `opens`: on the next day.
    pub closes: String,
}

/// A day that differs from its week: with ranges of its own, like another day, or, with neither, closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SpecialDay {
    /// `YYYY-MM-DD`.
    #[schema(example = "2026-10-10")]
    pub date: String,
    /// What the team calls it.
    #[serde(default)]
    #[schema(example = "国庆节补班")]
    pub name: String,
    /// Its own ranges.
    #[serde(default)]
    pub ranges: Vec<Range>,
    /// It is worked like this day of the week: 1 = Monday to 7 = Sunday.
    #[serde(default)]
    #[schema(example = 1)]
    pub like: Option<i8>,
}

/// What a calendar says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// IANA name.
    #[schema(example = "Asia/Shanghai")]
    pub time_zone: String,
    /// Open day and night; the rest is kept but does not count.
    #[serde(default)]
    pub always: bool,
    /// The week.
    #[serde(default)]
    pub week: Vec<DayRange>,
    /// Days that differ from it.
    #[serde(default)]
    pub special_days: Vec<SpecialDay>,
}

/// The zone with this IANA name.
pub fn zone(name: &str) -> Result<TimeZone, Fault> {
    TimeZone::get(name)
        .map_err(|_| Fault::invalid("time_zone", "Use the name of a time zone, such as Asia/Shanghai."))
}

/// A date however it is spelled: what was stored before there was one spelling counts, too.
fn any_date(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// A date of the years that are taken, in its one spelling.
pub(super) fn date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (YEARS.contains(&date.year()) && date.to_string() == text).then_some(date)
}

/// How many days a date lies behind the first of January 1970.
pub(super) fn day_number(date: Date) -> i64 {
    date.to_zoned(TimeZone::UTC)
        .map_or(0, |midnight| midnight.timestamp().as_millisecond().div_euclid(DAY_MS))
}

/// Minutes from midnight; `24:00` is the end of the day.
pub(super) fn minutes(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !two_digits(hour) || !two_digits(minute) {
        return None;
    }
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && hour * 60 + minute <= 24 * 60).then_some(hour * 60 + minute)
}

/// The span of a range; `None` where its times are not readable.
pub(super) fn span(opens: &str, closes: &str) -> Option<Span> {
    let opens = minutes(opens)? % (24 * 60);
    let closes = minutes(closes)?;
    let closes = if closes <= opens { closes + 24 * 60 } else { closes };
    Some((opens * MINUTE_MS, closes * MINUTE_MS))
}

impl Plan {
    /// Open day and night, in this zone.
    #[must_use]
    pub fn always(time_zone: &str) -> Self {
        Self { time_zone: time_zone.to_owned(), always: true, week: Vec::new(), special_days: Vec::new() }
    }

    /// A plan as it is stored; what cannot be read counts as open always, so that nobody is turned away by mistake.
    #[must_use]
    pub fn stored(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_else(|_| Self::always("UTC"))
    }

    /// Checks zone, times, days and bounds.
    pub fn check(&self) -> Result<(), Fault> {
        zone(&self.time_zone)?;
        for (at, range) in self.week.iter().enumerate() {
            if !(1..=7).contains(&range.day) {
                return Err(Fault::invalid(format!("week.{at}.day"), "Use 1 for Monday to 7 for Sunday."));
            }
            check_times(&format!("week.{at}"), &range.opens, &range.closes)?;
        }
        self.check_week()?;
        if self.special_days.len() > SPECIAL_DAYS_MAX {
            return Err(Fault::invalid("special_days", format!("Use at most {SPECIAL_DAYS_MAX} days.")));
        }
        let mut taken = std::collections::HashSet::new();
        for (at, day) in self.special_days.iter().enumerate() {
            day.check(&format!("special_days.{at}"))?;
            if !taken.insert(&day.date) {
                return Err(Fault::invalid(
                    format!("special_days.{at}.date"),
                    "This day is there twice. Put all its ranges into one entry.",
                ));
            }
        }
        Ok(())
    }

    /// Each day has few ranges, and none overlaps another, neither on its day nor past midnight.
    fn check_week(&self) -> Result<(), Fault> {
        let mut spans = Vec::new();
        for (at, range) in self.week.iter().enumerate() {
            if self.week.iter().filter(|other| other.day == range.day).count() > RANGES_A_DAY {
                return Err(Fault::invalid("week", format!("Use at most {RANGES_A_DAY} ranges a day.")));
            }
            let start = i64::from(range.day - 1) * DAY_MS;
            spans.extend(
                span(&range.opens, &range.closes).map(|(from, until)| (start + from, start + until, at)),
            );
        }
        spans.sort_unstable();
        let Some(first) = spans.first().copied() else { return Ok(()) };
        // Behind Sunday comes Monday.
        spans.push((first.0 + 7 * DAY_MS, first.1 + 7 * DAY_MS, first.2));
        match spans.windows(2).find(|pair| pair[0].1 > pair[1].0) {
            Some(pair) => Err(overlap(&format!("week.{}", pair[1].2))),
            None => Ok(()),
        }
    }

    /// The plan as it is calculated with.
    pub(super) fn days(&self) -> Days {
        let mut week: [Vec<Span>; 7] = Default::default();
        for range in &self.week {
            if let (Some(span), 1..=7) = (span(&range.opens, &range.closes), range.day) {
                week[(range.day - 1) as usize].push(span);
            }
        }
        let special = self.special_days.iter().filter_map(|day| {
            let spans = match day.like {
                Some(like @ 1..=7) => week[(like - 1) as usize].clone(),
                _ => day.ranges.iter().filter_map(|range| span(&range.opens, &range.closes)).collect(),
            };
            Some((day_number(any_date(&day.date)?), spans))
        });
        let special = special.collect();
        if self.always { Days::always() } else { Days::new(&week, special) }
    }

    /// What counts on a date: the ranges of its entry, or of its day of the week.
    #[must_use]
    pub fn ranges_on(&self, on: Date) -> Vec<Range> {
        let of_week = |day: i8| {
            let own = self.week.iter().filter(|range| range.day == day);
            own.map(|range| Range { opens: range.opens.clone(), closes: range.closes.clone() }).collect()
        };
        match self.special_days.iter().find(|day| any_date(&day.date) == Some(on)) {
            Some(SpecialDay { like: Some(like), .. }) => of_week(*like),
            Some(day) => day.ranges.clone(),
            None => of_week(weekday(day_number(on)) as i8 + 1),
        }
    }
}

impl SpecialDay {
    pub(super) fn check(&self, path: &str) -> Result<(), Fault> {
        if date(&self.date).is_none() {
            let (first, last) = (YEARS.start(), YEARS.end());
            return Err(Fault::invalid(
                format!("{path}.date"),
                format!("Write the date as YYYY-MM-DD, from {first} to {last}."),
            ));
        }
        if !self.name.is_empty() && text::given(&self.name, NAME_CHARS).is_none() {
            return Err(Fault::invalid(
                format!("{path}.name"),
                format!("Use at most {NAME_CHARS} printable characters."),
            ));
        }
        if self.like.is_some_and(|like| !(1..=7).contains(&like)) {
            return Err(Fault::invalid(format!("{path}.like"), "Use 1 for Monday to 7 for Sunday."));
        }
        if self.like.is_some() && !self.ranges.is_empty() {
            return Err(Fault::invalid(
                format!("{path}.like"),
                "Give ranges, or the day it is like, not both.",
            ));
        }
        if self.ranges.len() > RANGES_A_DAY {
            return Err(Fault::invalid(
                format!("{path}.ranges"),
                format!("Use at most {RANGES_A_DAY} ranges a day."),
            ));
        }
        let mut spans = Vec::new();
        for (at, range) in self.ranges.iter().enumerate() {
            let (from, until) = check_times(&format!("{path}.ranges.{at}"), &range.opens, &range.closes)?;
            spans.push((from, until, at));
        }
        spans.sort_unstable();
        match spans.windows(2).find(|pair| pair[0].1 > pair[1].0) {
            Some(pair) => Err(overlap(&format!("{path}.ranges.{}", pair[1].2))),
            None => Ok(()),
        }
    }
}

fn check_times(path: &str, opens: &str, closes: &str) -> Result<Span, Fault> {
    if minutes(opens).is_none_or(|at| at == 24 * 60) {
        return Err(Fault::invalid(format!("{path}.opens"), "Write the time as HH:MM, 00:00 to 23:59."));
    }
    span(opens, closes)
        .ok_or_else(|| Fault::invalid(format!("{path}.closes"), "Write the time as HH:MM, 00:00 to 24:00."))
}

fn overlap(path: &str) -> Fault {
    Fault::invalid(path.to_owned(), "This range begins before the one before it has ended.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(day: i8, opens: &str, closes: &str) -> DayRange {
        DayRange { day, opens: opens.into(), closes: closes.into() }
    }

    fn day(date: &str, ranges: &[(&str, &str)], like: Option<i8>) -> SpecialDay {
        let ranges =
            ranges.iter().map(|(opens, closes)| Range { opens: (*opens).into(), closes: (*closes).into() });
        SpecialDay { date: date.into(), name: String::new(), ranges: ranges.collect(), like }
    }

    fn plan(week: &[DayRange], special_days: &[SpecialDay]) -> Plan {
        Plan {
            time_zone: "Asia/Shanghai".into(),
            always: false,
            week: week.to_vec(),
            special_days: special_days.to_vec(),
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let monday = || range(1, "09:00", "12:00");
        let nine = |count| vec![range(1, "09:00", "09:01"); count];
        for (plan, field) in [
            (plan(&[monday(), range(1, "12:00", "18:00"), range(6, "20:00", "02:00")], &[]), None),
            (plan(&[], &[day("2026-10-01", &[], None), day("2026-10-10", &[], Some(1))]), None),
            (Plan::always("Mars/Olympus"), Some("time_zone")),
            (plan(&[range(0, "09:00", "10:00")], &[]), Some("week.0.day")),
            (plan(&[range(1, "9:00", "10:00")], &[]), Some("week.0.opens")),
            (plan(&[range(1, "24:00", "10:00")], &[]), Some("week.0.opens")),
            (plan(&[monday(), range(1, "13:00", "24:01")], &[]), Some("week.1.closes")),
            (plan(&[range(1, "11:00", "18:00"), monday()], &[]), Some("week.0")),
            // Past midnight into the next day, and from Sunday into Monday.
            (plan(&[range(2, "01:00", "03:00"), range(1, "22:00", "02:00")], &[]), Some("week.0")),
            (plan(&[range(7, "22:00", "10:00"), monday()], &[]), Some("week.1")),
            (plan(&nine(9), &[]), Some("week")),
            (plan(&[], &[day("2026-02-30", &[], None)]), Some("special_days.0.date")),
            (plan(&[], &[day("20260201", &[], None)]), Some("special_days.0.date")),
            (plan(&[], &[day("1999-12-31", &[], None)]), Some("special_days.0.date")),
            (plan(&[], &[day("2200-01-01", &[], None)]), Some("special_days.0.date")),
            (
                plan(&[], &[day("2026-02-03", &[], None), day("2026-02-03", &[], Some(1))]),
                Some("special_days.1.date"),
            ),
            (plan(&[], &[day("2026-02-03", &[], Some(8))]), Some("special_days.0.like")),
            (plan(&[], &[day("2026-02-03", &[("09:00", "10:00")], Some(1))]), Some("special_days.0.like")),
            (
                plan(&[], &[day("2026-02-03", &[("09:00", "10:00"), ("09:30", "11:00")], None)]),
                Some("special_days.0.ranges.1"),
            ),
            (
                plan(&[], &[day("2026-02-03", &[("09:00", "ten")], None)]),
                Some("special_days.0.ranges.0.closes"),
            ),
            (
                plan(&[], &[SpecialDay { name: "长".repeat(41), ..day("2026-02-03", &[], None) }]),
                Some("special_days.0.name"),
            ),
            (
                plan(
                    &[],
                    &(0..401)
                        .map(|n| {
                            day(
                                &format!("20{:02}-{:02}-{:02}", n / 336, n / 28 % 12 + 1, n % 28 + 1),
                                &[],
                                None,
                            )
                        })
                        .collect::<Vec<_>>(),
                ),
                Some("special_days"),
            ),
        ] {
            let found = plan.check().map_err(|fault| fault.field.unwrap_or_default().into_owned());
            assert_eq!(found.err().as_deref(), field, "{plan:?}");
        }
    }

    #[test]
    fn a_date_has_the_ranges_that_count() {
        let plan = plan(
            &[range(1, "09:00", "12:00"), range(1, "13:00", "18:00"), range(6, "10:00", "16:00")],
            &[
                day("2026-10-05", &[], None),
                day("2026-10-10", &[], Some(1)),
                day("2026-10-11", &[("08:00", "09:00")], None),
            ],
        );
        let on = |text: &str| {
            let ranges = plan.ranges_on(date(text).expect("a date"));
            ranges
                .iter()
                .map(|range| format!("{}-{}", range.opens, range.closes))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(on("2026-09-28"), "09:00-12:00 13:00-18:00");
        assert_eq!(on("2026-10-05"), "", "a Monday off");
        assert_eq!(on("2026-10-10"), "09:00-12:00 13:00-18:00", "a Saturday worked like a Monday");
        assert_eq!(on("2026-10-11"), "08:00-09:00");
        assert_eq!(on("2026-10-17"), "10:00-16:00");
    }
}
