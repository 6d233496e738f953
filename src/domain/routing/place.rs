//! What a customer who waits is told: how many are before them, and for how long that has taken lately. Nothing where there is too
//! little to tell.

use std::time::Duration;

use crate::clock::Timestamp;

/// The last place that is told; whoever is further behind learns nothing from the number.
pub const PLACE_MAX: usize = 50;
/// Assignments that are looked at, the newest.
const LOOKED_AT: usize = 20;
/// Older ones do not count.
const WITHIN: Duration = Duration::from_hours(1);
/// With fewer of them no time is told.
const FEWEST: usize = 5;

/// How long somebody at `place` (1 is next) will wait, by the median of the times between the team's last assignments, in any order.
#[must_use]
pub fn wait_ms(place: usize, assigned: &[Timestamp], now: Timestamp) -> Option<i64> {
    let mut times: Vec<i64> = assigned.iter().filter(|at| **at > now.minus(WITHIN)).map(|at| at.0).collect();
    times.sort_unstable_by(|one, other| other.cmp(one));
    times.truncate(LOOKED_AT);
    if place > PLACE_MAX || times.len() < FEWEST {
        return None;
    }
    let mut gaps: Vec<i64> = times.windows(2).map(|pair| pair[0] - pair[1]).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).map(|gap| gap.saturating_mul(place as i64))
}

#[cfg(test)]
mod tests {
    use super::super::properties::scene::{at, minutes};
    use super::*;

    #[test]
    fn the_median_gap_times_the_place_or_nothing() {
        let every = |step: i64, count: i64| (0..count).map(|n| at(n * step)).collect::<Vec<_>>();
        for (name, place, assigned, now, expected) in [
            ("nobody was assigned", 1, vec![], 60, None),
            ("four are too few", 1, every(1, 4), 10, None),
            ("one a minute, next", 1, every(1, 5), 10, Some(minutes(1))),
            ("one a minute, third", 3, every(1, 5), 10, Some(minutes(3))),
            ("an hour ago does not count", 1, every(1, 5), 64, None),
            ("a pause does not spoil it", 1, [every(1, 6), vec![at(45)]].concat(), 45, Some(minutes(1))),
            (
                "only the newest count",
                1,
                [every(2, 9), (20..40).map(at).collect()].concat(),
                40,
                Some(minutes(1)),
            ),
        ] {
            assert_eq!(wait_ms(place, &assigned, at(now)), expected, "{name}");
        }
    }
}
