//! A token bucket that tells when the next token is there instead of refusing.

use std::time::Duration;

use crate::clock::Tick;

/// `per_second` tokens flow in, at most `burst` are kept.
#[derive(Debug, Clone)]
pub struct Bucket {
    per_second: f64,
    burst: f64,
    tokens: f64,
    filled_at: Tick,
}

impl Bucket {
    /// A full bucket.
    #[must_use]
    pub fn new((per_second, burst): (u32, u32), now: Tick) -> Self {
        let burst = f64::from(burst.max(1));
        Self { per_second: f64::from(per_second.max(1)), burst, tokens: burst, filled_at: now }
    }

    /// Takes a token. The bucket may go below zero by one: who took it waits before the next.
    pub fn take(&mut self, now: Tick) {
        self.fill(now);
        self.tokens -= 1.0;
    }

    /// How long until a token is there.
    pub fn wait(&mut self, now: Tick) -> Duration {
        self.fill(now);
        if self.tokens >= 1.0 {
            return Duration::ZERO;
        }
        Duration::from_secs_f64((1.0 - self.tokens) / self.per_second).max(Duration::from_millis(1))
    }

    fn fill(&mut self, now: Tick) {
        let passed = now.since(self.filled_at).as_secs_f64();
        self.tokens = (self.tokens + passed * self.per_second).min(self.burst);
        self.filled_at = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_passes_and_then_the_rate_holds() {
        let mut bucket = Bucket::new((2, 3), Tick(0));
        for _ in 0..3 {
            assert_eq!(bucket.wait(Tick(0)), Duration::ZERO);
            bucket.take(Tick(0));
        }
        assert_eq!(bucket.wait(Tick(0)), Duration::from_millis(500));
        assert_eq!(bucket.wait(Tick(500)), Duration::ZERO);
    }
}
