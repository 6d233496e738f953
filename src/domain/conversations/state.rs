//! States of a conversation, and the allowed transitions.

pub use crate::events::State;

impl State {
    /// Whether it is closed.
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
                | (Waiting | Open | Closed, Bot)
        )
    }

    /// What a conversation becomes when it wakes or re-opens: with its agent, or waiting for one.
    #[must_use]
    pub const fn awake(has_agent: bool) -> Self {
        if has_agent { Self::Open } else { Self::Waiting }
    }

    /// The state that visitors see: a snooze is hidden from them.
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
            (Waiting, Bot),
            (Open, Bot),
            (Closed, Bot),
        ];
        for from in State::ALL {
            for to in State::ALL {
                assert_eq!(from.can_become(to), allowed.contains(&(from, to)), "{from:?} to {to:?}");
            }
        }
    }
}
