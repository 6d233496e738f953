//! What a clock is measured by, and whom it asks: which promise holds for a conversation, and which time counts.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::events::{ClockKind, LogPosition, Priority};
use crate::ids::{CalendarId, PolicyId, TeamId};

/// What a conversation is when a promise is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// 0 chat, 1 ticket, 2 call.
    pub kind: i64,
    /// Its channel.
    pub channel: String,
    /// The team's number.
    pub team: Option<i64>,
    /// The priority's number.
    pub priority: i64,
    /// Labels that the team gave.
    pub labels: Vec<String>,
    /// The number of a ticket's type.
    pub ticket_type: Option<i64>,
}

impl Case {
    /// A conversation before its first entry.
    #[must_use]
    pub const fn new(kind: i64, channel: String) -> Self {
        Self {
            kind,
            channel,
            team: None,
            priority: Priority::Normal as i64,
            labels: Vec::new(),
            ticket_type: None,
        }
    }

    /// The team it belongs to.
    #[must_use]
    pub fn team(&self) -> Option<TeamId> {
        self.team.map(TeamId)
    }

    /// Its priority.
    #[must_use]
    pub fn priority(&self) -> Priority {
        Priority::from_number(self.priority)
    }
}

/// A promise, as a clock keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The policy's number.
    pub policy: i64,
    /// The version of the policy.
    pub version: LogPosition,
    /// How long it may take.
    pub target_ms: i64,
    /// When to warn.
    pub warn_ms: i64,
    /// The number of the calendar whose open time counts; `None` = day and night.
    pub calendar: Option<i64>,
    /// Whether the clock of the solution stops while the customer is to answer.
    pub rests_with_customer: bool,
}

impl Promise {
    /// The policy.
    #[must_use]
    pub const fn policy(&self) -> PolicyId {
        PolicyId(self.policy)
    }

    /// The calendar whose open time counts.
    #[must_use]
    pub fn calendar(&self) -> Option<CalendarId> {
        self.calendar.map(CalendarId)
    }
}

/// What the clocks ask the desk.
pub trait Rules {
    /// The promise that holds for `case` right after `position` in the log.
    fn promise(&self, kind: ClockKind, case: &Case, position: LogPosition) -> Option<Promise>;

    /// Open time between two moments.
    fn open_ms(&self, calendar: Option<CalendarId>, from: Timestamp, to: Timestamp) -> i64;

    /// When that much open time has passed since `from`; `None` if it never opens that long.
    fn add_open(&self, calendar: Option<CalendarId>, from: Timestamp, ms: i64) -> Option<Timestamp>;

    /// Whether it is open.
    fn is_open(&self, calendar: Option<CalendarId>, at: Timestamp) -> bool;

    /// When it opens or closes next.
    fn next_change(&self, calendar: Option<CalendarId>, at: Timestamp) -> Option<Timestamp>;
}
