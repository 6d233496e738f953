//! When the shop answers: ranges of a week and days that differ, in the shop's own time zone. Pure: the time comes in.
//!
//! A range that closes at or before it opens goes on past midnight. A day with an entry of its own has that and nothing of
//! the week. Where a clock is set forward over an opening, it opens when the clock has moved (RFC 5545 §3.3.5).

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Zoned};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::fault::Fault;

/// Most ranges of a week.
pub const RANGES_MAX: usize = 28;
/// Most days that differ.
pub const HOLIDAYS_MAX: usize = 60;
/// Longest name of such a day, in characters.
pub const NAME_CHARS: usize = 40;
/// How far ahead an opening is looked for.
const DAYS_AHEAD: i32 = 62;

/// A stretch of one day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OpeningHours)]
pub struct Range {
    /// 1 = Monday to 7 = Sunday.
    pub day: i8,
    /// `HH:MM`.
    pub opens: String,
    /// `HH:MM`, or `24:00` for midnight.
    pub closes: String,
}

/// A day that differs from its week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// What the team calls it.
    #[serde(default)]
    pub name: String,
    /// `HH:MM`; `None` = closed all day.
    #[serde(default)]
    pub opens: Option<String>,
    /// `HH:MM`.
    #[serde(default)]
    pub closes: Option<String>,
}

/// The shop's hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Hours {
    /// Open day and night; the rest is kept but does not count.
    pub always: bool,
    /// The week.
    pub week: Vec<Range>,
    /// Days that differ.
    pub holidays: Vec<Holiday>,
}

impl Default for Hours {
    fn default() -> Self {
        Self { always: true, week: Vec::new(), holidays: Vec::new() }
    }
}

/// Whether the shop answers, and when that changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = OpenNow)]
pub struct Open {
    /// It answers.
    pub now: bool,
    /// Until when; `None` if it is closed, or never closes.
    #[schema(value_type = Option<String>)]
    pub closes_at: Option<Timestamp>,
    /// When it opens next; `None` if it is open, or not within two months.
    #[schema(value_type = Option<String>)]
    pub opens_at: Option<Timestamp>,
}

/// Reads `HH:MM`; midnight at the end of a day is `24:00` and comes back as 00:00.
fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !two_digits(hour) || !two_digits(minute) {
        return None;
    }
    if text == "24:00" {
        return Some(Time::midnight());
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn wrong_time(field: String) -> Fault {
    Fault::invalid(field, "Write the time as HH:MM, 00:00 to 24:00.")
}

/// The zone with this IANA name.
pub fn zone(name: &str) -> Result<TimeZone, Fault> {
    TimeZone::get(name)
        .map_err(|_| Fault::invalid("time_zone", "Use the name of a time zone, such as Asia/Shanghai."))
}

impl Hours {
    /// Hours as they are stored; what cannot be read counts as open always, so that nobody is turned away by mistake.
    #[must_use]
    pub fn stored(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// Checks times, days and bounds.
    pub fn check(&self) -> Result<(), Fault> {
        if self.week.len() > RANGES_MAX {
            return Err(Fault::invalid("hours.week", format!("Use at most {RANGES_MAX} ranges.")));
        }
        if self.holidays.len() > HOLIDAYS_MAX {
            return Err(Fault::invalid("hours.holidays", format!("Use at most {HOLIDAYS_MAX} days.")));
        }
        for (at, range) in self.week.iter().enumerate() {
            if !(1..=7).contains(&range.day) {
                return Err(Fault::invalid(
                    format!("hours.week.{at}.day"),
                    "Use 1 for Monday to 7 for Sunday.",
                ));
            }
            time(&range.opens).ok_or_else(|| wrong_time(format!("hours.week.{at}.opens")))?;
            time(&range.closes).ok_or_else(|| wrong_time(format!("hours.week.{at}.closes")))?;
        }
        for (at, day) in self.holidays.iter().enumerate() {
            day.date.parse::<Date>().map_err(|_| {
                Fault::invalid(format!("hours.holidays.{at}.date"), "Write the date as YYYY-MM-DD.")
            })?;
            if day.name.chars().count() > NAME_CHARS || day.name.chars().any(char::is_control) {
                return Err(Fault::invalid(
                    format!("hours.holidays.{at}.name"),
                    format!("Use at most {NAME_CHARS} printable characters."),
                ));
            }
            if day.opens.is_some() != day.closes.is_some() {
                return Err(wrong_time(format!("hours.holidays.{at}.closes")));
            }
            for (name, text) in [("opens", &day.opens), ("closes", &day.closes)] {
                if let Some(text) = text {
                    time(text).ok_or_else(|| wrong_time(format!("hours.holidays.{at}.{name}")))?;
                }
            }
        }
        Ok(())
    }

    /// Whether the shop answers at `now`.
    #[must_use]
    pub fn at(&self, zone: &TimeZone, now: Timestamp) -> Open {
        if self.always {
            return Open { now: true, closes_at: None, opens_at: None };
        }
        let Ok(instant) = jiff::Timestamp::from_millisecond(now.0) else {
            return Open { now: false, closes_at: None, opens_at: None };
        };
        let today = instant.to_zoned(zone.clone()).date();
        // Where one stretch follows the other as far as is looked, nothing closes.
        let last = today.checked_add(Span::new().days(DAYS_AHEAD)).ok();
        let horizon = last.and_then(|date| date.to_zoned(zone.clone()).ok());
        let horizon = horizon.map_or(i64::MAX, |end| end.timestamp().as_millisecond());
        // Yesterday's range may go on past midnight.
        let mut ranges: Vec<(i64, i64)> = (-1..=DAYS_AHEAD)
            .filter_map(|days| today.checked_add(Span::new().days(days)).ok())
            .flat_map(|date| self.ranges_of(date, zone))
            .collect();
        ranges.sort_unstable();
        let mut joined: Vec<(i64, i64)> = Vec::new();
        for (opens, closes) in ranges {
            match joined.last_mut() {
                Some(last) if opens <= last.1 => last.1 = last.1.max(closes),
                _ => joined.push((opens, closes)),
            }
        }
        match joined.iter().find(|(_, closes)| *closes > now.0) {
            Some((opens, closes)) if *opens <= now.0 => {
                let closes_at = Some(Timestamp(*closes)).filter(|_| *closes < horizon);
                Open { now: true, closes_at, opens_at: None }
            }
            Some((opens, _)) => Open { now: false, closes_at: None, opens_at: Some(Timestamp(*opens)) },
            None => Open { now: false, closes_at: None, opens_at: None },
        }
    }

    /// The stretches that begin on a day, as Unix milliseconds.
    fn ranges_of(&self, date: Date, zone: &TimeZone) -> Vec<(i64, i64)> {
        let own = self.holidays.iter().find(|day| day.date.parse().ok() == Some(date));
        let pairs: Vec<(&str, &str)> = match own {
            Some(day) => day.opens.as_deref().zip(day.closes.as_deref()).into_iter().collect(),
            None => self
                .week
                .iter()
                .filter(|range| range.day == date.weekday().to_monday_one_offset())
                .map(|range| (range.opens.as_str(), range.closes.as_str()))
                .collect(),
        };
        pairs.into_iter().filter_map(|(opens, closes)| stretch(date, opens, closes, zone)).collect()
    }
}

fn stretch(date: Date, opens: &str, closes: &str, zone: &TimeZone) -> Option<(i64, i64)> {
    let (opens, closes) = (time(opens)?, time(closes)?);
    let last_day = if closes <= opens { date.checked_add(Span::new().days(1)).ok()? } else { date };
    let at = |date: Date, time: Time| -> Option<Zoned> { date.to_datetime(time).to_zoned(zone.clone()).ok() };
    Some((at(date, opens)?.timestamp().as_millisecond(), at(last_day, closes)?.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(day: i8, opens: &str, closes: &str) -> Range {
        Range { day, opens: opens.into(), closes: closes.into() }
    }

    fn holiday(date: &str, hours: Option<(&str, &str)>) -> Holiday {
        Holiday {
            date: date.into(),
            name: String::new(),
            opens: hours.map(|(opens, _)| opens.into()),
            closes: hours.map(|(_, closes)| closes.into()),
        }
    }

    /// Monday to Friday 9 to 12 and 13:30 to 18, Saturday night until 2.
    fn hours() -> Hours {
        let mut week: Vec<Range> =
            (1..=5).flat_map(|day| [range(day, "09:00", "12:00"), range(day, "13:30", "18:00")]).collect();
        week.push(range(6, "20:00", "02:00"));
        Hours {
            always: false,
            week,
            holidays: vec![holiday("2026-10-01", None), holiday("2026-10-02", Some(("10:00", "16:00")))],
        }
    }

    #[test]
    fn the_table_of_openings() {
        let at = |zone_name: &str, local: &str| {
            let zone = zone(zone_name).expect("a zone");
            let now = format!("{local}[{zone_name}]").parse::<Zoned>().expect("a time").timestamp();
            let open = hours().at(&zone, Timestamp(now.as_millisecond()));
            let shown = |at: Option<Timestamp>| {
                at.map(|at| {
                    let time = jiff::Timestamp::from_millisecond(at.0).expect("in range");
                    time.to_zoned(zone.clone()).strftime("%m-%d %H:%M").to_string()
                })
            };
            (open.now, shown(open.closes_at), shown(open.opens_at))
        };
        let open = |until: &str| (true, Some(until.to_owned()), None);
        let closed = |until: &str| (false, None, Some(until.to_owned()));
        for (local, wanted) in [
            ("2026-09-28T08:59", closed("09-28 09:00")),
            ("2026-09-28T09:00", open("09-28 12:00")),
            ("2026-09-28T12:00", closed("09-28 13:30")),
            ("2026-09-28T18:00", closed("09-29 09:00")),
            // A day off, then a short one.
            ("2026-09-30T18:00", closed("10-02 10:00")),
            ("2026-10-02T15:59", open("10-02 16:00")),
            // Past midnight.
            ("2026-10-03T23:00", open("10-04 02:00")),
            ("2026-10-04T01:59", open("10-04 02:00")),
            ("2026-10-04T02:00", closed("10-05 09:00")),
        ] {
            assert_eq!(at("Asia/Shanghai", local), wanted, "{local}");
        }
        // In Berlin the clock is set back in the night to 25 October 2026.
        assert_eq!(at("Europe/Berlin", "2026-10-25T03:00"), closed("10-26 09:00"));
    }

    #[test]
    fn a_shop_is_open_always_or_never() {
        let zone = zone("Asia/Shanghai").expect("a zone");
        let now = Timestamp(1_772_352_000_000);
        assert_eq!(Hours::default().at(&zone, now), Open { now: true, closes_at: None, opens_at: None });
        let never = Hours { always: false, ..Hours::default() };
        assert_eq!(never.at(&zone, now), Open { now: false, closes_at: None, opens_at: None });
        assert_eq!(Hours::stored("nonsense"), Hours::default());
        let day_and_night = Hours {
            always: false,
            week: (1..=7).map(|day| range(day, "00:00", "24:00")).collect(),
            holidays: Vec::new(),
        };
        assert_eq!(day_and_night.at(&zone, now), Open { now: true, closes_at: None, opens_at: None });
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check =
            |hours: &Hours| hours.check().map_err(|fault| fault.field.unwrap_or_default().into_owned());
        assert_eq!(check(&hours()), Ok(()));
        let week = |range: Range| Hours { week: vec![range], ..Hours::default() };
        let day = |day: Holiday| Hours { holidays: vec![day], ..Hours::default() };
        for (hours, field) in [
            (week(range(0, "09:00", "10:00")), "hours.week.0.day"),
            (week(range(1, "9:00", "10:00")), "hours.week.0.opens"),
            (week(range(1, "09:00", "25:00")), "hours.week.0.closes"),
            (day(holiday("2026-02-30", None)), "hours.holidays.0.date"),
            (
                day(Holiday { opens: Some("09:00".into()), ..holiday("2026-02-03", None) }),
                "hours.holidays.0.closes",
            ),
            (Hours { week: vec![range(1, "09:00", "10:00"); 29], ..Hours::default() }, "hours.week"),
        ] {
            assert_eq!(check(&hours), Err(field.to_owned()));
        }
        assert!(zone("Mars/Olympus").is_err());
    }
}
