//! The same answers by walking minute after minute, for random calendars in zones that set their clocks in different ways.

use jiff::civil::Date;
use jiff::{Span, Zoned};
use proptest::prelude::*;

use super::{Calendar, DayRange, Plan, Range, SpecialDay};
use crate::clock::Timestamp;

const MINUTE: i64 = 60_000;
/// An hour at two; an hour at midnight; half an hour; an hour, southern summer; none.
const ZONES: [&str; 5] =
    ["Europe/Berlin", "Africa/Cairo", "Australia/Lord_Howe", "America/Santiago", "Asia/Shanghai"];
/// Days around which those clocks are set: 2026 in March, April, September, October.
const AROUND: [&str; 6] =
    ["2026-03-27", "2026-04-03", "2026-04-23", "2026-09-04", "2026-10-02", "2026-10-23"];

fn local(at: i64, zone: &str) -> Zoned {
    jiff::Timestamp::from_millisecond(at).and_then(|at| at.in_tz(zone)).expect("a moment")
}

/// As the rules are written: a time of the day inside a range, today's or yesterday's.
fn is_open(versions: &[(Timestamp, Plan)], at: i64) -> bool {
    let newest = versions.iter().rev().find(|(from, _)| from.0 <= at).unwrap_or(&versions[0]);
    let plan = &newest.1;
    let now = local(at, &plan.time_zone);
    let minute = i64::from(now.hour()) * 60 + i64::from(now.minute());
    let inside = |date: Date, minute: i64| {
        plan.ranges_on(date).iter().any(|range| {
            let clock = |text: &str| {
                let (hour, minute) = text.split_once(':').expect("a time");
                hour.parse::<i64>().expect("an hour") * 60 + minute.parse::<i64>().expect("a minute")
            };
            let (opens, closes) = (clock(&range.opens), clock(&range.closes));
            let closes = if closes <= opens { closes + 1440 } else { closes };
            (opens..closes).contains(&minute)
        })
    };
    let yesterday = now.date().checked_sub(Span::new().days(1)).expect("a date");
    plan.always || inside(now.date(), minute) || inside(yesterday, minute + 1440)
}

fn times() -> impl Strategy<Value = (String, String)> {
    // Often on the hours at which clocks are set, and past midnight.
    let time = prop_oneof![0..5 * 4i64, 0..24 * 4i64].prop_map(|quarter| (quarter / 4, quarter % 4 * 15));
    (time.clone(), time).prop_map(|(opens, closes)| {
        let closes = if closes == (0, 0) { (24, 0) } else { closes };
        (format!("{:02}:{:02}", opens.0, opens.1), format!("{:02}:{:02}", closes.0, closes.1))
    })
}

fn day(around: Date) -> impl Strategy<Value = SpecialDay> {
    let ranges = prop::collection::vec(times(), 0..3);
    (0..9i64, ranges, prop::option::of(1..=7i8)).prop_map(move |(ahead, ranges, like)| {
        let date = around.checked_add(Span::new().days(ahead)).expect("a date");
        let ranges = ranges.into_iter().map(|(opens, closes)| Range { opens, closes });
        let ranges = if like.is_some() { Vec::new() } else { ranges.collect() };
        SpecialDay { date: date.to_string(), name: String::new(), ranges, like }
    })
}

fn plan(around: Date, zone: &'static str) -> impl Strategy<Value = Plan> {
    let week = prop::collection::vec((1..=7i8, times()), 0..10);
    (week, prop::collection::vec(day(around), 0..4)).prop_map(move |(week, mut special_days)| {
        let week = week.into_iter().map(|(day, (opens, closes))| DayRange { day, opens, closes });
        special_days.sort_by(|a, b| a.date.cmp(&b.date));
        special_days.dedup_by(|a, b| a.date == b.date);
        Plan { time_zone: zone.to_owned(), always: false, week: week.collect(), special_days }
    })
}

type Case = (i64, i64, i64, Vec<(Timestamp, Plan)>);

/// A moment, minutes from there, minutes to add, and a calendar with up to three versions.
fn case() -> impl Strategy<Value = Case> {
    (prop::sample::select(&ZONES[..]), prop::sample::select(&AROUND[..])).prop_flat_map(|(zone, around)| {
        let date: Date = around.parse().expect("a date");
        let start = date.in_tz(zone).expect("a day").timestamp().as_millisecond();
        let edits = prop::collection::vec((0..8 * 1440i64, plan(date, zone)), 1..4);
        (0..4 * 1440i64, 0..5 * 1440i64, 0..2000i64, edits).prop_map(move |(from, length, more, edits)| {
            let mut edits: Vec<_> =
                edits.into_iter().map(|(at, plan)| (Timestamp(start + at * MINUTE), plan)).collect();
            edits.sort_by_key(|(at, _)| *at);
            edits.dedup_by_key(|(at, _)| *at);
            (start + from * MINUTE, length, more, edits)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]
    #[test]
    fn every_answer_is_what_walking_minutes_finds((from, length, more, versions) in case()) {
        let calendar = Calendar::new(&versions);
        let walked: Vec<bool> = (0..length.max(1)).map(|n| is_open(&versions, from + n * MINUTE)).collect();
        let until = from + length * MINUTE;
        let open = walked.iter().take(length as usize).filter(|open| **open).count() as i64;
        prop_assert_eq!(calendar.open_ms(Timestamp(from), Timestamp(until)), open * MINUTE);
        for n in (0..walked.len()).step_by(13) {
            prop_assert_eq!(calendar.is_open(Timestamp(from + n as i64 * MINUTE)), walked[n]);
        }
        // When the minutes to add have passed, if they do while it was walked.
        let mut left = more;
        let passed = walked.iter().position(|open| { left -= i64::from(*open); left <= 0 });
        let due = calendar.add_open(Timestamp(from), more * MINUTE);
        match passed {
            _ if more == 0 => prop_assert_eq!(due, Some(Timestamp(from))),
            Some(at) => prop_assert_eq!(due, Some(Timestamp(from + (at as i64 + 1) * MINUTE))),
            None => prop_assert!(due.is_none_or(|due| due.0 >= until)),
        }
        let changed = walked.iter().position(|open| *open != walked[0]);
        let found = calendar.next_change(Timestamp(from));
        match changed {
            Some(at) => prop_assert_eq!(found, Some(Timestamp(from + at as i64 * MINUTE))),
            None => prop_assert!(found.is_none_or(|at| at.0 >= until)),
        }
    }
}
