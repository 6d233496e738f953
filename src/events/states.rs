//! States that events name. Allowed transitions are a rule of the noun.

use serde::Serialize;

/// The state of a conversation. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(i64)]
pub enum State {
    /// The bot answers.
    Bot = 1,
    /// Unassigned.
    Waiting = 2,
    /// Assigned to an agent.
    Open = 3,
    /// Snoozed until a time or the customer's next message.
    Snoozed = 4,
    /// Closed; a customer's message within the reopen time opens it again.
    Closed = 5,
}

impl State {
    /// All of them, in stored order.
    pub const ALL: [Self; 5] = [Self::Bot, Self::Waiting, Self::Open, Self::Snoozed, Self::Closed];

    /// The state with this stored number; unknown numbers count as open.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|state| *state as i64 == number).unwrap_or(Self::Open)
    }

    /// The state with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// The name used in frames and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bot => "bot",
            Self::Waiting => "waiting",
            Self::Open => "open",
            Self::Snoozed => "snoozed",
            Self::Closed => "closed",
        }
    }
}

/// Whether an agent takes conversations. Stored; the numbers never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(i64)]
pub enum Availability {
    /// Takes conversations.
    Online = 1,
    /// Back soon.
    Away = 2,
    /// Not working.
    Offline = 3,
}

impl Availability {
    const ALL: [Self; 3] = [Self::Online, Self::Away, Self::Offline];

    /// The name in frames and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Away => "away",
            Self::Offline => "offline",
        }
    }

    /// The value with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }

    /// The value with this stored number; unknown numbers count as offline.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|value| *value as i64 == number).unwrap_or(Self::Offline)
    }
}

/// How urgent a conversation is. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(i64)]
pub enum Priority {
    /// Before all others.
    Urgent = 1,
    /// Before normal ones.
    High = 2,
    /// As usual.
    Normal = 3,
    /// After normal ones.
    Low = 4,
}

impl Priority {
    /// All of them, most urgent first.
    pub const ALL: [Self; 4] = [Self::Urgent, Self::High, Self::Normal, Self::Low];

    /// The name in frames and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::High => "high",
            Self::Normal => "normal",
            Self::Low => "low",
        }
    }

    /// The priority with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|priority| priority.name() == name)
    }

    /// The priority with this stored number; unknown numbers count as normal.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|priority| *priority as i64 == number).unwrap_or(Self::Normal)
    }
}

/// What a clock measures. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(i64)]
pub enum ClockKind {
    /// The first answer.
    First = 1,
    /// Each answer after it.
    Next = 2,
    /// The solution.
    Solution = 3,
}

impl ClockKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::First, Self::Next, Self::Solution];

    /// The name in frames and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Next => "next",
            Self::Solution => "solution",
        }
    }

    /// The clock with this stored number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|clock| *clock as i64 == number)
    }
}

/// What a clock tells. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(i64)]
pub enum Alarm {
    /// Little time is left.
    Warned = 1,
    /// The time is over.
    Broken = 2,
}

impl Alarm {
    /// The name in frames and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Warned => "warned",
            Self::Broken => "broken",
        }
    }

    /// The alarm with this stored number.
    #[must_use]
    pub const fn from_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::Warned),
            2 => Some(Self::Broken),
            _ => None,
        }
    }
}
