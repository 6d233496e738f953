//! Files of holidays: what days they name, what cannot be read and where, and what that changes in a calendar. Pure.
//!
//! Three kinds are told apart by how they begin: JSON with `days`, as lists of Chinese holidays are published; iCalendar with
//! events of whole days; and lines of `date,name,open`. UTF-8, or GB18030 as older programs in China write it.

mod csv;
mod icalendar;
mod json;

use std::borrow::Cow;
use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use super::{NAME_CHARS, Plan, Range, SpecialDay, plan};
use crate::fault::Fault;
use crate::text;

/// Most days that are taken from one file.
const DAYS_READ_MAX: usize = 4_000;
/// Most refused lines that are told one by one.
const REFUSED_TOLD: usize = 100;
/// What is shown of a refused line, in characters.
const SHOWN_CHARS: usize = 80;

/// What a day is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Off,
    /// Worked like a day of the week that whoever imports chooses.
    Worked,
    Ranges(Vec<Range>),
}

/// A day that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    line: usize,
    date: Date,
    name: String,
    kind: Kind,
}

/// A line that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Refused {
    /// Its number, from 1; in JSON its place in the list.
    #[schema(example = 14)]
    pub line: usize,
    /// `date`: no date from 2000 to 2199. `open`: neither open nor closed nor hours. `fields`: something is missing. `twice`: the
    /// day was there before, and different. `timed`: not a whole day. `repeats`: an event that repeats. `long`: more than 62 days.
    /// `cancelled`: an event that is off. `ordinary`: an event that is neither a day off nor worked, in a file that marks them.
    #[schema(example = "date")]
    pub code: &'static str,
    /// Its beginning.
    #[schema(example = "2026-02-30,春节,no")]
    pub text: String,
}

/// What was read from a file.
#[derive(Debug, Default)]
pub struct File {
    found: Vec<Found>,
    refused: Vec<Refused>,
    refused_in_all: usize,
}

/// A day that will be different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Changed {
    /// As it is.
    pub before: SpecialDay,
    /// As it will be.
    pub after: SpecialDay,
}

/// What a file changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Changes {
    /// Days that the calendar does not have yet.
    pub added: Vec<SpecialDay>,
    /// Days that it has, and that the file has differently.
    pub changed: Vec<Changed>,
    /// How many are the same.
    pub same: usize,
    /// Lines that were left out, the first hundred of them.
    pub refused: Vec<Refused>,
    /// How many were left out in all.
    pub refused_in_all: usize,
}

impl File {
    /// Reads a file of any of the three kinds.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let text = decode(bytes);
        let text = text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return Err(Fault::invalid("body", "The file is empty."));
        }
        let mut file = Self::default();
        match text.trim_start() {
            begin if begin.starts_with(['{', '[']) => json::read(text, &mut file)?,
            begin if begin.get(..15).is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR")) => {
                icalendar::read(text, &mut file)?;
            }
            _ => csv::read(text, &mut file)?,
        }
        Ok(file)
    }

    fn refuse(&mut self, line: usize, code: &'static str, text: &str) {
        self.refused_in_all += 1;
        if self.refused.len() < REFUSED_TOLD {
            let shown = text.chars().map(|c| if text::is_invisible(c) { ' ' } else { c });
            self.refused.push(Refused {
                line,
                code,
                text: shown.take(SHOWN_CHARS).collect::<String>().trim().to_owned(),
            });
        }
    }

    fn find(&mut self, line: usize, date: Date, name: &str, kind: Kind) -> Result<(), Fault> {
        if self.found.len() >= DAYS_READ_MAX {
            return Err(Fault::invalid("body", format!("The file has more than {DAYS_READ_MAX} days.")));
        }
        let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name: String = name.chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
        let name = text::given(&name, NAME_CHARS).unwrap_or_default();
        self.found.push(Found { line, date, name, kind });
        Ok(())
    }

    /// The plan with the days of the file, and what is then different. `like` is the day of the week that make-up workdays
    /// are like.
    #[must_use]
    pub fn compare(mut self, plan: &Plan, like: i8) -> (Plan, Changes) {
        let mut new: HashMap<String, SpecialDay> = HashMap::new();
        let mut order = Vec::new();
        for found in std::mem::take(&mut self.found) {
            let number = found.line;
            let day = found.into_day(like);
            match new.get(&day.date) {
                // Two holidays fall on one day at times.
                Some(before) if before.ranges == day.ranges && before.like == day.like => {}
                Some(_) => self.refuse(number, "twice", &format!("{} {}", day.date, day.name)),
                None => {
                    order.push(day.date.clone());
                    new.insert(day.date.clone(), day);
                }
            }
        }
        let (mut added, mut changed, mut same) = (Vec::new(), Vec::new(), 0);
        let mut plan = plan.clone();
        order.sort_unstable();
        for day in order.into_iter().filter_map(|date| new.remove(&date)) {
            match plan.special_days.iter_mut().find(|before| before.date == day.date) {
                Some(before) if *before == day => same += 1,
                Some(before) => {
                    changed.push(Changed { before: before.clone(), after: day.clone() });
                    *before = day;
                }
                None => {
                    added.push(day.clone());
                    plan.special_days.push(day);
                }
            }
        }
        plan.special_days.sort_by(|one, other| one.date.cmp(&other.date));
        self.refused.sort_by_key(|refused| refused.line);
        let Self { refused, refused_in_all, .. } = self;
        (plan, Changes { added, changed, same, refused, refused_in_all })
    }
}

impl Found {
    fn into_day(self, like: i8) -> SpecialDay {
        let (ranges, like) = match self.kind {
            Kind::Off => (Vec::new(), None),
            Kind::Worked => (Vec::new(), Some(like)),
            Kind::Ranges(ranges) => (ranges, None),
        };
        SpecialDay { date: self.date.to_string(), name: self.name, ranges, like }
    }
}

/// UTF-8 where it is that, what a mark at its beginning says, else GB18030.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => encoding_rs::GB18030.decode_without_bom_handling(bytes).0,
        },
    }
}

/// A date as people and programs write it: 2026-10-01, 2026/10/1, 2026.10.1, 20261001, 2026年10月1日.
fn date(text: &str) -> Option<Date> {
    let text = text.trim().trim_end_matches('日');
    let whole = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = if whole {
        vec![&text[..4], &text[4..6], &text[6..]]
    } else {
        text.split(['-', '/', '.', '年', '月']).map(str::trim).collect()
    };
    let [year, month, day] = parts[..] else { return None };
    let number = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        let is_number = digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i16>().ok().filter(|_| is_number)
    };
    let (year, month, day) = (number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?);
    plan::date(&format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests;
