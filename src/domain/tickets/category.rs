//! Categories of statuses: what each means for the conversation, and which may follow.
//!
//! | category | the conversation |
//! |---|---|
//! | new, open | waiting or open |
//! | pending, on hold | snoozed |
//! | solved | closed; the customer's word opens it again for a while |
//! | closed | closed for good |

use crate::events::State;

/// What a status means. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i64)]
pub enum Category {
    /// Nobody has done anything about it.
    New = 1,
    /// Somebody works on it, or is to.
    Open = 2,
    /// The customer is to answer.
    Pending = 3,
    /// Somebody else is to do something.
    OnHold = 4,
    /// Done, unless the customer says otherwise.
    Solved = 5,
    /// Done for good.
    Closed = 6,
}

impl Category {
    /// All of them, in the order of a ticket's life.
    pub const ALL: [Self; 6] =
        [Self::New, Self::Open, Self::Pending, Self::OnHold, Self::Solved, Self::Closed];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::Pending => "pending",
            Self::OnHold => "on_hold",
            Self::Solved => "solved",
            Self::Closed => "closed",
        }
    }

    /// The category with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }

    /// The category with this stored number; unknown numbers count as open.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|category| *category as i64 == number).unwrap_or(Self::Open)
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Solved | Self::Closed)
    }

    /// Whether `next` may follow: what is closed stays so, and nothing becomes new again.
    #[must_use]
    pub fn can_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Closed, _) => next == Self::Closed,
            (_, Self::New) => self == Self::New,
            _ => true,
        }
    }

    /// The category that follows when the conversation comes to stand in `state` by an act of its own, snoozed `timed` until some
    /// time; `None` where the status goes with it. A person's answer makes a new ticket an open one.
    #[must_use]
    pub const fn after(self, state: State, timed: bool, answered: bool) -> Option<Self> {
        match (state, self) {
            (State::Waiting | State::Open | State::Bot, Self::New) if answered => Some(Self::Open),
            (State::Waiting | State::Open | State::Bot, Self::New | Self::Open)
            | (State::Snoozed, Self::Pending | Self::OnHold)
            | (State::Closed, Self::Solved | Self::Closed) => None,
            (State::Waiting | State::Open | State::Bot, _) => Some(Self::Open),
            (State::Snoozed, _) => Some(if timed { Self::OnHold } else { Self::Pending }),
            (State::Closed, _) => Some(Self::Solved),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Category::{self, Closed, New, OnHold, Open, Pending, Solved};
    use super::*;

    #[test]
    fn only_what_is_open_may_follow_what_is_done() {
        for (from, to, may) in [
            (New, New, true),
            (New, Open, true),
            (New, Solved, true),
            (New, Closed, true),
            (Open, New, false),
            (Pending, New, false),
            (Solved, New, false),
            (Open, Pending, true),
            (Pending, OnHold, true),
            (OnHold, Open, true),
            (Solved, Open, true),
            (Solved, Pending, true),
            (Solved, Closed, true),
            (Closed, Closed, true),
            (Closed, New, false),
            (Closed, Open, false),
            (Closed, Pending, false),
            (Closed, OnHold, false),
            (Closed, Solved, false),
        ] {
            assert_eq!(from.can_become(to), may, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn a_status_follows_what_the_conversation_does() {
        for (category, state, timed, answered, follows) in [
            (New, State::Waiting, false, false, None),
            (New, State::Open, false, false, None),
            (New, State::Open, false, true, Some(Open)),
            (Open, State::Open, false, true, None),
            (Pending, State::Open, false, false, Some(Open)),
            (OnHold, State::Waiting, false, false, Some(Open)),
            (Solved, State::Open, false, false, Some(Open)),
            (Open, State::Snoozed, false, false, Some(Pending)),
            (Open, State::Snoozed, true, false, Some(OnHold)),
            (Pending, State::Snoozed, true, false, None),
            (OnHold, State::Snoozed, false, false, None),
            (Open, State::Closed, false, false, Some(Solved)),
            (New, State::Closed, false, false, Some(Solved)),
            (Pending, State::Closed, false, false, Some(Solved)),
            (Solved, State::Closed, false, false, None),
            (Closed, State::Closed, false, false, None),
        ] {
            let told = category.after(state, timed, answered);
            assert_eq!(told, follows, "{category:?} {state:?} {timed} {answered}");
            // What follows stands as the state does: it does not change once more.
            assert_eq!(told.unwrap_or(category).after(state, timed, answered), None);
        }
    }

    #[test]
    fn names_and_numbers_are_read_again() {
        for category in Category::ALL {
            assert_eq!(Category::from_name(category.name()), Some(category));
            assert_eq!(Category::from_number(category as i64), category);
        }
        assert_eq!(Category::from_name("done"), None);
    }
}
