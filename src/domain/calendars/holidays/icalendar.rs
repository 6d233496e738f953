//! iCalendar (RFC 5545): events of whole days. A day that is worked says so in its title (补班, 上班, 班) or by the mark that
//! calendars of Apple carry; where a file has such marks, events without one are no days off.

use jiff::Span;

use super::{File, Kind, date};
use crate::fault::Fault;

/// Titles of days that are worked to make up for a holiday.
const WORKED: [&str; 7] = ["补班", "上班", "（班）", "(班)", "班｜", "班|", "makeup workday"];
/// Longest event that is taken for a holiday, in days.
const DAYS_MAX: i64 = 62;

/// One event while it is read.
#[derive(Default)]
struct Event {
    line: usize,
    title: String,
    starts: String,
    ends: String,
    lasts: String,
    repeats: bool,
    cancelled: bool,
    special: String,
    /// Components within it, such as alarms, whose lines are not its own.
    within: usize,
}

pub(super) fn read(text: &str, file: &mut File) -> Result<(), Fault> {
    let mut event: Option<Event> = None;
    let mut events = Vec::new();
    for (number, line) in unfolded(text) {
        let Some((name, value)) = line.split_once(':') else { continue };
        // Parameters may hold colons in quotes; those of dates do not.
        let name = name.split(';').next().unwrap_or_default().to_ascii_uppercase();
        let value = value.trim();
        match (&mut event, name.as_str()) {
            (None, "BEGIN") if value.eq_ignore_ascii_case("VEVENT") => {
                event = Some(Event { line: number, ..Event::default() });
            }
            (Some(_), "END") if value.eq_ignore_ascii_case("VEVENT") => events.extend(event.take()),
            (Some(open), "BEGIN") => open.within += 1,
            (Some(open), "END") => open.within = open.within.saturating_sub(1),
            (Some(open), name) if open.within == 0 => open.take(name, value),
            _ => {}
        }
    }
    let marked = events.iter().any(|event| !event.special.is_empty());
    for event in events {
        event.put(marked, file)?;
    }
    Ok(())
}

/// Lines with their numbers; one that begins with a blank goes on with the one before.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some((_, last))) => last.push_str(more),
            _ => lines.push((at + 1, line.to_owned())),
        }
    }
    lines
}

impl Event {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "SUMMARY" => {
                self.title =
                    value.replace("\\n", " ").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
            }
            "DTSTART" => value.clone_into(&mut self.starts),
            "DTEND" => value.clone_into(&mut self.ends),
            "DURATION" => value.clone_into(&mut self.lasts),
            "RRULE" | "RDATE" => self.repeats = true,
            "STATUS" => self.cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            "X-APPLE-SPECIAL-DAY" => self.special = value.to_ascii_uppercase(),
            _ => {}
        }
    }

    fn put(self, marked: bool, file: &mut File) -> Result<(), Fault> {
        let shown = format!("{} {}", self.starts, self.title);
        let refused = if self.cancelled {
            Some("cancelled")
        } else if self.repeats {
            Some("repeats")
        } else if self.starts.contains('T') {
            Some("timed")
        } else {
            None
        };
        if let Some(code) = refused {
            file.refuse(self.line, code, &shown);
            return Ok(());
        }
        let kind = match self.special.as_str() {
            "WORK-HOLIDAY" => Kind::Off,
            "ALTERNATE-WORKDAY" => Kind::Worked,
            _ if marked => {
                file.refuse(self.line, "ordinary", &shown);
                return Ok(());
            }
            _ if WORKED.iter().any(|mark| self.title.to_lowercase().contains(mark)) => Kind::Worked,
            _ => Kind::Off,
        };
        let Some(first) = date(&self.starts) else {
            file.refuse(self.line, "date", &shown);
            return Ok(());
        };
        let Some(days) = self.days(first) else {
            file.refuse(self.line, "date", &shown);
            return Ok(());
        };
        if days > DAYS_MAX {
            file.refuse(self.line, "long", &shown);
            return Ok(());
        }
        for after in 0..days {
            let day = first.checked_add(Span::new().days(after)).ok().and_then(|day| date(&day.to_string()));
            match day {
                Some(day) => file.find(self.line, day, &self.title, kind.clone())?,
                None => file.refuse(self.line, "date", &shown),
            }
        }
        Ok(())
    }

    /// How many days it has; its end is the day after.
    fn days(&self, first: jiff::civil::Date) -> Option<i64> {
        if !self.ends.is_empty() {
            let last = date(self.ends.split('T').next().unwrap_or_default())?;
            let days = first.until(last).ok()?.get_days();
            return Some(i64::from(days).max(1)).filter(|_| days >= 0);
        }
        match self.lasts.strip_prefix('P') {
            Some(lasts) => {
                let (count, unit) = lasts.split_at_checked(lasts.len().saturating_sub(1))?;
                let count: i64 = count.parse().ok().filter(|count| (1..10_000).contains(count))?;
                match unit {
                    "D" => Some(count),
                    "W" => Some(count * 7),
                    _ => None,
                }
            }
            None => Some(1),
        }
    }
}
