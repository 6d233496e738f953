//! A token bucket that returns when the next token arrives, instead of refusing.

use std::time::Duration;

use crate::clock::Tick;

/// So many tokens flow in per second, and at most so many are kept.
pub type Rate = (u32, u32);

/// A bucket of one link, full unless tokens were taken. The rate is given with each call, so that a bucket is one number.
#[derive(Debug, Clone, Default)]
pub struct Bucket {
    /// When it will be full, in microseconds of the clock's ticks.
    full_at: u64,
}

const fn micros(now: Tick) -> u64 {
    now.0.saturating_mul(1_000)
}

/// Microseconds in which one token flows in.
fn interval((per_second, _): Rate) -> u64 {
    1_000_000 / u64::from(per_second.max(1))
}

impl Bucket {
    /// Takes a token. The bucket may go below zero by one: who took it waits before the next.
    pub fn take(&mut self, rate: Rate, now: Tick) {
        self.full_at = self.full_at.max(micros(now)) + interval(rate);
    }

    /// How long until a token is there.
    #[must_use]
    pub fn wait(&self, rate: Rate, now: Tick) -> Duration {
        let missing = self.full_at.saturating_sub(micros(now));
        let all_but_one = u64::from(rate.1.max(1) - 1) * interval(rate);
        match missing.saturating_sub(all_but_one) {
            0 => Duration::ZERO,
            wait => Duration::from_micros(wait).max(Duration::from_millis(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_passes_and_then_the_rate_holds() {
        let (mut bucket, rate) = (Bucket::default(), (2, 3));
        for _ in 0..3 {
            assert_eq!(bucket.wait(rate, Tick(0)), Duration::ZERO);
            bucket.take(rate, Tick(0));
        }
        assert_eq!(bucket.wait(rate, Tick(0)), Duration::from_millis(500));
        assert_eq!(bucket.wait(rate, Tick(500)), Duration::ZERO);
    }

    #[test]
    fn no_more_than_a_burst_is_kept() {
        let (mut bucket, rate) = (Bucket::default(), (10, 2));
        bucket.take(rate, Tick(0));
        let later = Tick(60_000);
        for _ in 0..2 {
            assert_eq!(bucket.wait(rate, later), Duration::ZERO);
            bucket.take(rate, later);
        }
        assert_eq!(bucket.wait(rate, later), Duration::from_millis(100));
        assert_eq!(bucket.wait(rate, later.plus(Duration::from_millis(99))), Duration::from_millis(1));
    }
}
