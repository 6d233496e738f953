//! When the desk changes an agent's availability by itself: away after minutes in which nothing of theirs was touched, back at the next
//! touch if it had done so, back when the time is over that they gave. What they chose themselves stays, whatever page they open.

use std::time::Duration;

use super::agent::Availability;
use super::presence::Activity;
use crate::clock::Timestamp;

/// What an agent's availability is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// The availability.
    pub availability: Availability,
    /// Since when.
    pub since: Timestamp,
    /// Whether the desk set it because nothing was touched.
    pub by_clock: bool,
    /// When they are to be back.
    pub until: Option<Timestamp>,
    /// Time without a touch after which they are away; zero never.
    pub away_after: Duration,
}

/// What the desk does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing was touched: they are away until the next touch.
    Away,
    /// They are back.
    Back,
}

/// What to change now, or when to look again. `activity` is of an agent who is there.
#[must_use]
pub fn settle(
    judged: &Judged,
    activity: Option<Activity>,
    now: Timestamp,
) -> (Option<Change>, Option<Timestamp>) {
    let idle_at = activity
        .filter(|_| !judged.away_after.is_zero())
        .map(|activity| activity.idle_since.plus(judged.away_after));
    let is_idle = idle_at.is_some_and(|at| at <= now);
    match judged.availability {
        Availability::Online if is_idle => (Some(Change::Away), None),
        Availability::Online => (None, idle_at),
        Availability::Away if judged.by_clock => {
            let touched = activity.and_then(|activity| activity.touched_at);
            (touched.is_some_and(|at| at > judged.since).then_some(Change::Back), None)
        }
        Availability::Away => match judged.until {
            Some(until) if until > now => (None, Some(until)),
            // Whoever is not back at the time they gave is back with their next touch.
            Some(_) if is_idle => (Some(Change::Away), None),
            Some(_) => (Some(Change::Back), None),
            None => (None, None),
        },
        Availability::Offline => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Availability::{Away, Offline, Online};

    const fn at(minutes: i64) -> Timestamp {
        Timestamp(minutes * 60_000)
    }

    #[test]
    fn the_desk_changes_only_what_it_set_or_what_is_over() {
        let plain = |availability| Judged {
            availability,
            since: at(0),
            by_clock: false,
            until: None,
            away_after: Duration::from_mins(10),
        };
        let by_clock = Judged { by_clock: true, since: at(20), ..plain(Away) };
        let until = |minutes| Judged { until: Some(at(minutes)), ..plain(Away) };
        let idle = |since, touched: Option<i64>| {
            Some(Activity { idle_since: at(since), touched_at: touched.map(at) })
        };
        for (what, judged, activity, now, expected) in [
            ("touched a moment ago", plain(Online), idle(5, Some(5)), 6, (None, Some(at(15)))),
            ("untouched for ten minutes", plain(Online), idle(5, Some(5)), 15, (Some(Change::Away), None)),
            ("came and touched nothing", plain(Online), idle(5, None), 15, (Some(Change::Away), None)),
            (
                "the clock is off",
                Judged { away_after: Duration::ZERO, ..plain(Online) },
                idle(0, None),
                600,
                (None, None),
            ),
            ("not there", plain(Online), None, 600, (None, None)),
            ("away by the clock, untouched", by_clock, idle(5, Some(5)), 30, (None, None)),
            ("away by the clock, touched", by_clock, idle(31, Some(31)), 31, (Some(Change::Back), None)),
            ("away by the clock, a page opened", by_clock, idle(31, None), 31, (None, None)),
            ("away by choice, touched", plain(Away), idle(31, Some(31)), 31, (None, None)),
            ("offline, untouched", plain(Offline), idle(0, None), 600, (None, None)),
            ("offline, touched", plain(Offline), idle(5, Some(5)), 5, (None, None)),
            ("at lunch", until(60), idle(30, Some(30)), 31, (None, Some(at(60)))),
            ("back from lunch", until(60), idle(58, Some(58)), 60, (Some(Change::Back), None)),
            ("lunch takes longer", until(60), idle(20, Some(20)), 60, (Some(Change::Away), None)),
            ("lunch is over and nobody there", until(60), None, 60, (Some(Change::Back), None)),
        ] {
            assert_eq!(settle(&judged, activity, at(now)), expected, "{what}");
        }
    }
}
