//! What is shown of a clock: how it stands at a moment, and why it does not run.

use super::fold::{Clock, Fold, How, Rest};
use super::promise::Rules;
use crate::clock::Timestamp;
use crate::events::ClockKind;
use crate::ids::PolicyId;

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It runs.
    Running,
    /// It stands still.
    Paused,
    /// It ended in time.
    Met,
    /// It ended without an answer being owed.
    Void,
    /// Its time is or was over.
    Broken,
}

impl Standing {
    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Met => "met",
            Self::Void => "void",
            Self::Broken => "broken",
        }
    }
}

/// Why a clock does not run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// It is outside business hours.
    Hours,
    /// The customer is to answer.
    Customer,
    /// Snoozed until the customer writes.
    Snoozed,
}

impl Pause {
    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Customer => "customer",
            Self::Snoozed => "snoozed",
        }
    }
}

/// A clock at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What it measures.
    pub kind: ClockKind,
    /// How it stands.
    pub state: Standing,
    /// When its time is over, if it goes on running.
    pub due_at: Option<Timestamp>,
    /// How long it may take.
    pub target_ms: i64,
    /// When to warn.
    pub warn_ms: i64,
    /// What was spent.
    pub spent_ms: i64,
    /// Whether time counts just now.
    pub running: bool,
    /// Why not.
    pub paused: Option<Pause>,
    /// When hours begin or end next, and with them whether it runs.
    pub changes_at: Option<Timestamp>,
    /// When its time was over.
    pub broken_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Whose promise it is.
    pub policy: PolicyId,
}

/// The clocks of a conversation at a moment, those with a promise.
#[must_use]
pub fn shown(fold: &Fold, now: Timestamp, rules: &impl Rules) -> Vec<Shown> {
    fold.clocks().filter_map(|(kind, clock)| one(fold, kind, clock, now, rules)).collect()
}

/// The one that a list shows: of those that did not end the one that is due first, else one that stands still.
#[must_use]
pub fn first_due(shown: Vec<Shown>) -> Option<Shown> {
    let due = |clock: &Shown| clock.due_at.unwrap_or(Timestamp(i64::MAX));
    shown.into_iter().filter(|clock| clock.ended_at.is_none()).min_by_key(due)
}

fn one(fold: &Fold, kind: ClockKind, clock: &Clock, now: Timestamp, rules: &impl Rules) -> Option<Shown> {
    let promise = clock.promise?;
    let broken = clock.is_broken(now, rules);
    let is_open = || rules.is_open(promise.calendar(), now);
    let paused = match fold.rest(kind, &promise) {
        _ if clock.ended_at.is_some() => None,
        Some(Rest::Customer) => Some(Pause::Customer),
        Some(Rest::Snoozed) => Some(Pause::Snoozed),
        None if is_open() => None,
        None => Some(Pause::Hours),
    };
    let state = match clock.how {
        _ if broken => Standing::Broken,
        None if paused.is_some() => Standing::Paused,
        None => Standing::Running,
        Some(How::Closed) if kind == ClockKind::Solution => Standing::Met,
        Some(How::Answered) => Standing::Met,
        Some(How::Closed | How::NotNeeded | How::Merged) => Standing::Void,
    };
    let running = clock.ended_at.is_none() && paused.is_none();
    let by_hours = running || paused == Some(Pause::Hours);
    Some(Shown {
        kind,
        state,
        due_at: clock.due(rules),
        target_ms: promise.target_ms,
        warn_ms: promise.warn_ms,
        spent_ms: clock.spent(now, rules),
        running,
        paused,
        changes_at: by_hours.then(|| rules.next_change(promise.calendar(), now)).flatten(),
        broken_at: clock.broken_at.map(Timestamp).or_else(|| clock.due(rules).filter(|due| *due < now)),
        ended_at: clock.ended_at.map(Timestamp),
        policy: promise.policy(),
    })
}
