//! Time as an argument.
//!
//! Two readings: [`Timestamp`], the wall clock in Unix milliseconds, for everything that is stored or shown; and
//! [`Tick`], a monotonic count of milliseconds, for deadlines, which must not jump when the wall clock is set.
//! Everything that needs either takes a [`Clock`], so that tests move time by hand and never sleep.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use serde::{Serialize, Serializer};

/// A point in time: milliseconds since the Unix epoch, UTC. Shown as RFC 3339 with exactly three decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// This time moved forward by `duration`, saturating.
    #[must_use]
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)))
    }

    /// This time moved back by `duration`, saturating.
    #[must_use]
    pub fn minus(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)))
    }

    /// Parses an RFC 3339 time with an offset; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse::<jiff::Timestamp>().ok().map(|parsed| Self(parsed.as_millisecond()))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        write!(out, "{time:.3}")
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A monotonic reading in milliseconds from an arbitrary start; only differences mean anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tick(pub u64);

impl Tick {
    /// This reading moved forward by `duration`, saturating.
    #[must_use]
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)))
    }

    /// Time passed since `earlier`; zero if `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }
}

/// Where time comes from.
pub trait Clock: Send + Sync + fmt::Debug {
    /// The wall clock.
    fn now(&self) -> Timestamp;
    /// The monotonic clock.
    fn tick(&self) -> Tick;
    /// Completes once [`Clock::tick`] has reached `deadline`.
    fn sleep_until(&self, deadline: Tick) -> Pin<Box<dyn Future<Output = ()> + Send>>;
}

/// A clock shared by every part of the desk.
pub type SharedClock = Arc<dyn Clock>;

/// The machine's own clocks.
#[derive(Debug)]
pub struct SystemClock {
    started: std::time::Instant,
}

impl SystemClock {
    /// Starts counting ticks now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clocks")]
    pub fn shared() -> SharedClock {
        Arc::new(Self { started: std::time::Instant::now() })
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clocks")]
    fn now(&self) -> Timestamp {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn tick(&self) -> Tick {
        Tick(u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX))
    }

    fn sleep_until(&self, deadline: Tick) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(tokio::time::sleep(deadline.since(self.tick())))
    }
}

/// A clock that moves only when told to; for tests and simulation.
#[derive(Debug)]
pub struct HandClock {
    now: tokio::sync::watch::Sender<(Timestamp, Tick)>,
}

impl HandClock {
    /// A clock that stands at `now`.
    #[must_use]
    pub fn starting_at(now: Timestamp) -> Arc<Self> {
        Arc::new(Self { now: tokio::sync::watch::Sender::new((now, Tick(1_000))) })
    }

    /// Moves both readings forward and wakes whoever sleeps until a time that has now come.
    pub fn advance(&self, by: Duration) {
        self.now.send_modify(|(now, tick)| {
            *now = now.plus(by);
            *tick = tick.plus(by);
        });
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        self.now.borrow().0
    }

    fn tick(&self) -> Tick {
        self.now.borrow().1
    }

    fn sleep_until(&self, deadline: Tick) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let mut watch = self.now.subscribe();
        Box::pin(async move {
            // The sender lives as long as the clock; if it is gone, time stands still for ever.
            if watch.wait_for(|(_, tick)| *tick >= deadline).await.is_err() {
                std::future::pending::<()>().await;
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_print_with_three_decimals_and_parse_back() {
        let time = Timestamp(1_772_353_812_500);
        assert_eq!(time.to_string(), "2026-03-01T08:30:12.500Z");
        assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
        assert_eq!(Timestamp(1_772_353_812_000).to_string(), "2026-03-01T08:30:12.000Z");
        assert_eq!(Timestamp::parse("yesterday"), None);
    }
}
