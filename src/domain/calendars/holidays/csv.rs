//! Lines of `date,name,open`. `open` is no or left out, yes, or hours such as `10:00-14:00 18:00-20:00`. Commas, semicolons or
//! tabs part the columns; a first line of headings is no day.

use csv::ReaderBuilder;

use super::{File, Kind, date};
use crate::domain::calendars::{Range, SpecialDay};
use crate::fault::Fault;

const CLOSED: [&str; 11] = ["", "no", "n", "false", "0", "off", "closed", "休", "休息", "放假", "否"];
const WORKED: [&str; 10] = ["yes", "y", "true", "1", "on", "open", "班", "上班", "补班", "是"];

pub(super) fn read(text: &str, file: &mut File) -> Result<(), Fault> {
    if text.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n')) {
        return Err(another_kind());
    }
    let first = text.lines().next().unwrap_or_default();
    let often = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(|mark| often(*mark)).unwrap_or(b',');
    let mut lines = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut named = false;
    for (at, line) in lines.records().enumerate() {
        let line = line.map_err(|_| Fault::invalid("body", "The file cannot be read as lines of text."))?;
        let number = line.position().map_or(0, |place| place.line() as usize);
        let shown = || line.iter().collect::<Vec<_>>().join(",");
        let column = |at: usize| line.get(at).unwrap_or_default();
        if line.iter().all(str::is_empty) {
            continue;
        }
        let Some(date) = date(column(0)) else {
            if at == 0 && !column(0).bytes().any(|byte| byte.is_ascii_digit()) && line.len() > 1 {
                named = true;
            } else {
                file.refuse(number, "date", &shown());
            }
            continue;
        };
        match kind(column(2)) {
            Some(kind) => file.find(number, date, column(1), kind)?,
            None => file.refuse(number, "open", &shown()),
        }
    }
    // A file of something else altogether is better refused than shown line by line.
    if file.found.is_empty() && !named && file.refused.iter().all(|refused| refused.code == "date") {
        return Err(another_kind());
    }
    Ok(())
}

fn another_kind() -> Fault {
    Fault::invalid("body", "Send lines of date,name,open, an iCalendar file, or JSON with a list of days.")
}

fn kind(open: &str) -> Option<Kind> {
    let open = open.to_lowercase();
    if CLOSED.contains(&open.as_str()) {
        return Some(Kind::Off);
    }
    if WORKED.contains(&open.as_str()) {
        return Some(Kind::Worked);
    }
    let ranges = open.split([' ', ';', '、', '|']).filter(|part| !part.is_empty()).map(|part| {
        let (opens, closes) = part.split_once(['-', '–', '~'])?;
        let padded = |time: &str| {
            let time = time.trim().replace('：', ":");
            if time.find(':') == Some(1) { format!("0{time}") } else { time }
        };
        Some(Range { opens: padded(opens), closes: padded(closes) })
    });
    let ranges: Vec<Range> = ranges.collect::<Option<_>>()?;
    let day = SpecialDay { date: "2026-01-01".to_owned(), name: String::new(), ranges, like: None };
    day.check("").is_ok().then_some(Kind::Ranges(day.ranges))
}
