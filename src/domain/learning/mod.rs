//! Learning from what persons answer: which questions the FAQ does not know, grouped, and what could be made of them.
//!
//! Words are read from the messages each time; what is kept are ids and numbers. Rules are pure; whoever matches questions with
//! entries hands probabilities over.

pub mod alike;
pub mod draft;
pub mod exchanges;
pub mod groups;
pub mod intent;
pub mod masking;
pub mod outcome;
pub mod ranking;
pub mod shape;
pub mod store;

use crate::fault::{Fault, Kind};

/// What a group of questions is about. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i64)]
pub enum GapKind {
    /// No entry answers it.
    Unanswered = 1,
    /// Another way to ask what an entry answers.
    Phrasing = 2,
    /// Persons answer otherwise than the entry.
    Conflict = 3,
    /// Customers say that the entry does not help.
    Weak = 4,
}

impl GapKind {
    /// All of them, in stored order.
    pub const ALL: [Self; 4] = [Self::Unanswered, Self::Phrasing, Self::Conflict, Self::Weak];

    /// The kind with this stored number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as i64 == number)
    }

    /// The name that answers use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unanswered => "unanswered",
            Self::Phrasing => "phrasing",
            Self::Conflict => "conflict",
            Self::Weak => "weak",
        }
    }
}

/// What a person decided about a group. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i64)]
pub enum GapState {
    /// Nothing yet.
    Open = 1,
    /// It became an entry, or part of one.
    Done = 2,
    /// It is no question, and never will be.
    Dismissed = 3,
    /// It comes again later.
    Later = 4,
    /// It is part of another group.
    Merged = 5,
}

impl GapState {
    /// All of them, in stored order.
    pub const ALL: [Self; 5] = [Self::Open, Self::Done, Self::Dismissed, Self::Later, Self::Merged];

    /// The state with this stored number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|state| *state as i64 == number)
    }

    /// The name that answers use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Dismissed => "dismissed",
            Self::Later => "later",
            Self::Merged => "merged",
        }
    }
}

/// What an agent did with a suggested answer. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i64)]
pub enum Used {
    /// It was sent as it is.
    Taken = 1,
    /// It was changed and sent.
    Edited = 2,
    /// Something else was sent.
    Ignored = 3,
}

impl Used {
    /// All of them, in stored order.
    pub const ALL: [Self; 3] = [Self::Taken, Self::Edited, Self::Ignored];

    /// The name that calls use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Edited => "edited",
            Self::Ignored => "ignored",
        }
    }
}

/// The group was decided meanwhile, or is of a kind for which this means nothing.
#[must_use]
pub const fn wrong_state() -> Fault {
    Fault::new(Kind::Conflict, "wrong_state", "That cannot be done with this group as it is now.")
}
