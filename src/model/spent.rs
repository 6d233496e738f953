//! What a day has cost, and how many ask at once. In memory: a restart begins the day anew.

use super::{Bounds, Unhelped};
use crate::clock::Timestamp;

const DAY_MS: i64 = 86_400_000;

/// What was spent.
#[derive(Debug, Default)]
pub(super) struct Spent {
    day: i64,
    tokens: u64,
    at_work: usize,
}

impl Spent {
    fn turn_to(&mut self, now: Timestamp) {
        let day = now.0.div_euclid(DAY_MS);
        if day != self.day {
            (self.day, self.tokens) = (day, 0);
        }
    }

    /// Takes a place, and the tokens that the question alone costs.
    pub(super) fn enter(&mut self, now: Timestamp, tokens: u64, bounds: Bounds) -> Result<(), Unhelped> {
        self.turn_to(now);
        if self.at_work >= bounds.at_once {
            return Err(Unhelped::Busy);
        }
        if self.tokens + tokens > bounds.tokens_per_day {
            return Err(Unhelped::Spent);
        }
        self.tokens += tokens;
        self.at_work += 1;
        Ok(())
    }

    /// Adds what the answer cost beside the question.
    pub(super) fn settle(&mut self, now: Timestamp, tokens: u64) {
        self.turn_to(now);
        self.tokens += tokens;
    }

    /// Gives a place back.
    pub(super) fn leave(&mut self) {
        self.at_work = self.at_work.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_day_and_places_have_an_end() {
        let bounds = Bounds { within: Duration::from_secs(8), tokens_per_day: 1_000, at_once: 2 };
        let mut spent = Spent::default();
        let (today, tomorrow) = (Timestamp(5), Timestamp(DAY_MS + 5));
        assert_eq!(spent.enter(today, 300, bounds), Ok(()));
        assert_eq!(spent.enter(today, 300, bounds), Ok(()));
        assert_eq!(spent.enter(today, 300, bounds), Err(Unhelped::Busy));
        spent.leave();
        spent.settle(today, 200);
        assert_eq!(spent.enter(today, 300, bounds), Err(Unhelped::Spent));
        assert_eq!(spent.enter(tomorrow, 300, bounds), Ok(()));
    }
}
