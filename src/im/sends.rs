//! How many sends a link had within a minute, in one number.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::clock::Tick;

const MINUTE: Duration = Duration::from_mins(1);
/// The lower bits hold the count, the upper ones the time of the first send in milliseconds.
const COUNT_BITS: u32 = 24;
const COUNT_MAX: u64 = (1 << COUNT_BITS) - 1;

/// The sends of one link, changed under the hub's lock alone.
#[derive(Debug, Default)]
pub(super) struct Sends(AtomicU64);

impl Sends {
    fn get(&self) -> (Tick, u64) {
        let packed = self.0.load(Ordering::Relaxed);
        (Tick(packed >> COUNT_BITS), packed & COUNT_MAX)
    }

    fn set(&self, began: Tick, count: u64) {
        self.0.store((began.0 << COUNT_BITS) | count.min(COUNT_MAX), Ordering::Relaxed);
    }

    /// How many there were in the minute that `now` lies in, and how long it goes on.
    pub(super) fn within_minute(&self, now: Tick) -> (u32, Duration) {
        let (began, count) = self.get();
        let left = MINUTE.saturating_sub(now.since(began));
        if left.is_zero() { (0, MINUTE) } else { (count as u32, left) }
    }

    /// Counts one more.
    pub(super) fn count(&self, now: Tick) {
        match self.within_minute(now) {
            (0, _) => self.set(now, 1),
            _ => self.set(self.get().0, self.get().1 + 1),
        }
    }

    /// When the first of them was.
    pub(super) fn began(&self) -> Tick {
        self.get().0
    }

    /// Whether there never was one.
    pub(super) fn is_none(&self) -> bool {
        self.get().1 == 0
    }

    /// Takes those of another link over.
    pub(super) fn add(&self, other: &Self) {
        let ((began, count), (theirs, more)) = (self.get(), other.get());
        // What is older than a minute before the newer of both is over.
        let count = if theirs.since(began) < MINUTE { count } else { 0 };
        self.set(began.max(theirs), count + more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_begins_with_its_first_send() {
        let sends = Sends::default();
        assert_eq!(sends.within_minute(Tick(5)).0, 0);
        sends.count(Tick(1_000));
        sends.count(Tick(31_000));
        assert_eq!(sends.within_minute(Tick(31_000)), (2, Duration::from_secs(30)));
        assert_eq!(sends.within_minute(Tick(61_000)).0, 0);
        sends.count(Tick(61_000));
        assert_eq!(sends.within_minute(Tick(61_000)), (1, MINUTE));
    }

    #[test]
    fn what_is_taken_over_counts_as_long_as_it_is_fresh() {
        let (old, new) = (Sends::default(), Sends::default());
        old.count(Tick(1_000));
        new.count(Tick(30_000));
        new.count(Tick(30_000));
        old.add(&new);
        assert_eq!(old.within_minute(Tick(31_000)).0, 3);
        let newest = Sends::default();
        newest.count(Tick(95_000));
        old.add(&newest);
        assert_eq!(old.within_minute(Tick(95_000)).0, 1);
    }
}
