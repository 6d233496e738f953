//! One clock: what it spent, when it is due, what it tells next.

use super::fold::Clock;
use super::promise::Rules;
use crate::clock::Timestamp;
use crate::events::Alarm;

impl Clock {
    /// Adds what passed up to `now`.
    pub(super) fn settle(&mut self, now: Timestamp, rules: &impl Rules) {
        let (Some(since), Some(promise)) = (self.since, self.promise) else { return };
        let passed = |at: Option<Timestamp>| at.filter(|at| *at < now).map(|at| at.0);
        self.warned_at = self.warned_at.or_else(|| passed(self.warn_due(rules)));
        self.broken_at = self.broken_at.or_else(|| passed(self.due(rules)));
        self.spent_ms += rules.open_ms(promise.calendar(), Timestamp(since), now);
        self.since = Some(now.0);
    }

    /// Compares what was spent with a new target.
    pub(super) fn judge_anew(&mut self, now: Timestamp) {
        let Some(promise) = self.promise else { return };
        let over = |limit: i64, at: Option<i64>| (self.spent_ms > limit).then(|| at.unwrap_or(now.0));
        self.warned_at = over(promise.warn_ms, self.warned_at);
        self.broken_at = over(promise.target_ms, self.broken_at);
        self.told_warned &= self.warned_at.is_some();
        self.told_broken &= self.broken_at.is_some();
    }

    fn reaches(&self, limit_ms: i64, rules: &impl Rules) -> Option<Timestamp> {
        let (since, promise) = (Timestamp(self.since?), self.promise?);
        let left = limit_ms - self.spent_ms;
        if left <= 0 { Some(since) } else { rules.add_open(promise.calendar(), since, left) }
    }

    /// When its time is over, if it goes on running.
    #[must_use]
    pub fn due(&self, rules: &impl Rules) -> Option<Timestamp> {
        self.reaches(self.promise?.target_ms, rules)
    }

    /// When to warn, if it goes on running.
    #[must_use]
    pub fn warn_due(&self, rules: &impl Rules) -> Option<Timestamp> {
        self.reaches(self.promise?.warn_ms, rules)
    }

    /// What is to be told next, and when it was or will be due: a breach as soon as `now` is past it, else the warning.
    #[must_use]
    pub fn next_alarm(&self, now: Timestamp, rules: &impl Rules) -> Option<(Alarm, Timestamp)> {
        if self.ended_at.is_some() || self.promise.is_none() || self.told_broken {
            return None;
        }
        let due = self.broken_at.map(Timestamp).or_else(|| self.due(rules));
        let over = due.is_some_and(|due| due < now);
        if over || self.told_warned {
            return due.map(|due| (Alarm::Broken, due));
        }
        let warn = self.warned_at.map(Timestamp).or_else(|| self.warn_due(rules));
        warn.map(|at| (Alarm::Warned, at))
    }

    /// Open time that passed until `now`.
    #[must_use]
    pub fn spent(&self, now: Timestamp, rules: &impl Rules) -> i64 {
        let running = self.since.zip(self.promise).map_or(0, |(since, promise)| {
            rules.open_ms(promise.calendar(), Timestamp(since), now.max(Timestamp(since)))
        });
        self.spent_ms + running
    }

    /// Whether its time was over at `now`.
    #[must_use]
    pub fn is_broken(&self, now: Timestamp, rules: &impl Rules) -> bool {
        self.broken_at.is_some() || self.due(rules).is_some_and(|due| due < now)
    }
}
