//! The conversation that a visitor's send goes to.

use std::time::Duration;

use super::state::State;
use crate::clock::Timestamp;
use crate::ids::ConversationId;

/// What the sender named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// `null`: the newest that is not closed, else a new one.
    Newest,
    /// `"new"`: a new one.
    New,
    /// A conversation by its id.
    Named(ConversationId),
}

impl Target {
    /// As stored beside the message: absent, 0 or the id.
    #[must_use]
    pub const fn stored(self) -> Option<i64> {
        match self {
            Self::Newest => None,
            Self::New => Some(0),
            Self::Named(id) => Some(id.0),
        }
    }

    /// Whether a repeat that names `self` is the same send as one that named `first` and went to `went`.
    #[must_use]
    pub fn repeats(self, first: Option<i64>, went: ConversationId) -> bool {
        self.stored() == first || self == Self::Named(went)
    }
}

/// What to do with a send that named a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Append to it.
    Append,
    /// Wake or re-open it, state entry first, then append.
    Reopen,
    /// Closed too long ago: treat it like a send without a target.
    Elsewhere,
}

/// Decides for a customer's message to a conversation in `state`, closed at `closed_at`.
#[must_use]
pub fn course(state: State, closed_at: Option<Timestamp>, reopen_within: Duration, now: Timestamp) -> Course {
    match state {
        State::Snoozed => Course::Reopen,
        State::Closed if closed_at.is_some_and(|at| now <= at.plus(reopen_within)) => Course::Reopen,
        State::Closed => Course::Elsewhere,
        State::Bot | State::Waiting | State::Open => Course::Append,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_conversation_reopens_within_its_time() {
        let week = Duration::from_hours(7 * 24);
        let now = Timestamp(1_000_000_000_000);
        let at = |age: u64| Some(now.minus(Duration::from_secs(age)));
        assert_eq!(course(State::Closed, at(7 * 86_400), week, now), Course::Reopen);
        assert_eq!(course(State::Closed, at(7 * 86_400 + 1), week, now), Course::Elsewhere);
        assert_eq!(course(State::Snoozed, None, week, now), Course::Reopen);
        assert_eq!(course(State::Waiting, None, week, now), Course::Append);
    }

    #[test]
    fn a_repeat_may_name_what_was_named_or_where_it_went() {
        let (named, went) = (ConversationId(7), ConversationId(9));
        assert!(Target::Newest.repeats(None, went));
        assert!(Target::Named(went).repeats(None, went));
        assert!(Target::Named(named).repeats(Some(7), went));
        assert!(!Target::New.repeats(None, went));
        assert!(!Target::Named(named).repeats(None, went));
        assert!(!Target::Newest.repeats(Some(0), went));
    }
}
