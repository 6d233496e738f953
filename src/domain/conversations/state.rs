//! States of a conversation and what may follow what.

use serde::Serialize;

/// Where a conversation stands. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(i64)]
pub enum State {
    /// The bot answers.
    Bot = 1,
    /// For an agent to take.
    Waiting = 2,
    /// With an agent.
    Open = 3,
    /// Put off until a time or the customer's next word.
    Snoozed = 4,
    /// Done; a customer's word within the re-open time opens it again.
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

    /// Whether it is done.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Closed)
    }

    /// Whether `next` may follow.
    #[must_use]
    pub const fn can_become(self, next: Self) -> bool {
        use State::{Bot, Closed, Open, Snoozed, Waiting};
        matches!(
            (self, next),
            (Bot | Snoozed | Closed, Waiting | Open)
                | (Bot | Waiting | Open | Snoozed, Closed)
                | (Waiting, Open)
                | (Open, Waiting)
                | (Waiting | Open, Snoozed)
        )
    }

    /// What a conversation becomes when it wakes or re-opens: with its agent, or waiting for one.
    #[must_use]
    pub const fn awake(has_agent: bool) -> Self {
        if has_agent { Self::Open } else { Self::Waiting }
    }

    /// What visitors are told: that the desk put a conversation off is its own affair.
    #[must_use]
    pub const fn shown_to_visitors(self) -> Self {
        match self {
            Self::Snoozed => Self::Open,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::State::{self, Bot, Closed, Open, Snoozed, Waiting};

    #[test]
    fn only_these_changes_are_allowed() {
        let allowed = [
            (Bot, Waiting),
            (Bot, Open),
            (Bot, Closed),
            (Waiting, Open),
            (Waiting, Snoozed),
            (Waiting, Closed),
            (Open, Waiting),
            (Open, Snoozed),
            (Open, Closed),
            (Snoozed, Waiting),
            (Snoozed, Open),
            (Snoozed, Closed),
            (Closed, Waiting),
            (Closed, Open),
        ];
        for from in State::ALL {
            for to in State::ALL {
                assert_eq!(from.can_become(to), allowed.contains(&(from, to)), "{from:?} to {to:?}");
            }
        }
    }
}
