//! The shop's hours, as `/shop` tells and takes them: what its own calendar says, in the shape from before there were calendars.
//!
//! A date that stands there several times has all of these ranges. A day that is worked like another one is told with that
//! day's ranges.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::plan::minutes;
use super::{DayRange, NAME_CHARS, Plan, Range, SPECIAL_DAYS_MAX, SpecialDay};
use crate::fault::Fault;

/// Most ranges of a week.
const RANGES_MAX: usize = 56;

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
    pub week: Vec<DayRange>,
    /// Days that differ. One that is there several times has all of these ranges.
    pub holidays: Vec<Holiday>,
}

impl Default for Hours {
    fn default() -> Self {
        Self { always: true, week: Vec::new(), holidays: Vec::new() }
    }
}

fn wrong_time(field: String) -> Fault {
    Fault::invalid(field, "Write the time as HH:MM, 00:00 to 24:00.")
}

impl Hours {
    /// What the shop's calendar says.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let entry = |day: &SpecialDay, range: Option<&Range>| Holiday {
            date: day.date.clone(),
            name: day.name.clone(),
            opens: range.map(|range| range.opens.clone()),
            closes: range.map(|range| range.closes.clone()),
        };
        let holidays = plan.special_days.iter().flat_map(|day| {
            let ranges = day.date.parse::<Date>().map(|date| plan.ranges_on(date)).unwrap_or_default();
            match ranges.as_slice() {
                [] => vec![entry(day, None)],
                ranges => ranges.iter().map(|range| entry(day, Some(range))).collect(),
            }
        });
        let holidays = holidays.collect();
        Self { always: plan.always, week: plan.week.clone(), holidays }
    }

    /// The same as a plan in a zone.
    #[must_use]
    pub fn into_plan(self, time_zone: String) -> Plan {
        let mut special_days: Vec<SpecialDay> = Vec::new();
        for Holiday { date, name, opens, closes } in self.holidays {
            let date = date.parse::<Date>().map_or(date, |date| date.to_string());
            let range = opens.zip(closes).map(|(opens, closes)| Range { opens, closes });
            match special_days.iter_mut().find(|day| day.date == date) {
                Some(day) => day.ranges.extend(range),
                None => special_days.push(SpecialDay {
                    date,
                    name,
                    ranges: range.into_iter().collect(),
                    like: None,
                }),
            }
        }
        special_days.sort_by(|one, other| one.date.cmp(&other.date));
        Plan { time_zone, always: self.always, week: self.week, special_days }
    }

    /// Checks times, days and bounds.
    pub fn check(&self) -> Result<(), Fault> {
        if self.week.len() > RANGES_MAX {
            return Err(Fault::invalid("hours.week", format!("Use at most {RANGES_MAX} ranges.")));
        }
        if self.holidays.len() > SPECIAL_DAYS_MAX {
            return Err(Fault::invalid("hours.holidays", format!("Use at most {SPECIAL_DAYS_MAX} days.")));
        }
        for (at, range) in self.week.iter().enumerate() {
            if !(1..=7).contains(&range.day) {
                return Err(Fault::invalid(
                    format!("hours.week.{at}.day"),
                    "Use 1 for Monday to 7 for Sunday.",
                ));
            }
            minutes(&range.opens).ok_or_else(|| wrong_time(format!("hours.week.{at}.opens")))?;
            minutes(&range.closes).ok_or_else(|| wrong_time(format!("hours.week.{at}.closes")))?;
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
                    minutes(text).ok_or_else(|| wrong_time(format!("hours.holidays.{at}.{name}")))?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(day: i8, opens: &str, closes: &str) -> DayRange {
        DayRange { day, opens: opens.into(), closes: closes.into() }
    }

    fn holiday(date: &str, hours: Option<(&str, &str)>) -> Holiday {
        Holiday {
            date: date.into(),
            name: String::new(),
            opens: hours.map(|(opens, _)| opens.into()),
            closes: hours.map(|(_, closes)| closes.into()),
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check =
            |hours: &Hours| hours.check().map_err(|fault| fault.field.unwrap_or_default().into_owned());
        assert_eq!(check(&Hours::default()), Ok(()));
        let week = |range: DayRange| Hours { week: vec![range], ..Hours::default() };
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
            (Hours { week: vec![range(1, "09:00", "10:00"); 57], ..Hours::default() }, "hours.week"),
        ] {
            assert_eq!(check(&hours), Err(field.to_owned()));
        }
    }

    #[test]
    fn hours_are_told_as_they_were_taken() {
        let hours = Hours {
            always: false,
            week: vec![range(1, "09:00", "12:00"), range(6, "20:00", "02:00")],
            holidays: vec![
                holiday("2026-10-01", None),
                holiday("2026-10-02", Some(("10:00", "11:00"))),
                holiday("2026-10-02", Some(("15:00", "16:00"))),
            ],
        };
        let plan = hours.clone().into_plan("UTC".into());
        assert_eq!(plan.special_days[1].ranges.len(), 2);
        assert_eq!(Hours::of(&plan), hours);
        let spelled = Hours { holidays: vec![holiday("20261001", None)], ..Hours::default() };
        assert_eq!(spelled.into_plan("UTC".into()).special_days[0].date, "2026-10-01");
        let like_monday =
            SpecialDay { date: "2026-10-10".into(), name: String::new(), ranges: Vec::new(), like: Some(1) };
        let plan = Plan { special_days: vec![like_monday], ..plan };
        assert_eq!(Hours::of(&plan).holidays, [holiday("2026-10-10", Some(("09:00", "12:00")))]);
    }
}
