//! The bot: what becomes of what a customer says to it, where it is on duty, and what a task asks. Pure but for `store`: what the FAQ
//! has to say comes in.

pub mod decide;
pub mod duty;
pub mod settings;
pub mod slots;
pub mod store;
pub mod when;

use serde::Serialize;
use utoipa::ToSchema;

/// The choice by which a customer says that an answer helped.
pub const HELPFUL: &str = "bot:helpful";
/// The choice by which a customer says that it did not.
pub const UNHELPFUL: &str = "bot:unhelpful";
/// The choice by which a customer asks for a person.
pub const PERSON: &str = "bot:person";
/// The choice that says that none of what was offered is meant.
pub const NONE: &str = "bot:none";
/// Before the id of an entry that is chosen.
pub const ENTRY: &str = "faq:";

/// Whether a choice says of an answer whether it helped: nobody waits by it.
#[must_use]
pub fn is_feedback(choice: &str) -> bool {
    choice == HELPFUL || choice == UNHELPFUL
}

/// Why the bot handed over. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = HandOverReason)]
#[repr(i64)]
pub enum Reason {
    /// The customer asked for a person.
    Asked = 1,
    /// The customer is angry.
    Anger = 2,
    /// The FAQ does not know.
    Unknown = 3,
    /// What was offered was not meant, twice, or the same was asked again.
    Missed = 4,
    /// Two answers did not help.
    Unhelpful = 5,
    /// A rule says so.
    Rule = 6,
    /// The shop wants persons for this customer.
    Vip = 7,
    /// A file or a recording came.
    File = 8,
    /// What a task asked for is there, or could not be had.
    Task = 9,
    /// There were too many turns.
    Limit = 10,
    /// The words came while the desk was down, or an answer failed twice.
    Late = 11,
    /// The model failed.
    Model = 12,
}

impl Reason {
    /// All of them, in stored order.
    pub const ALL: [Self; 12] = [
        Self::Asked,
        Self::Anger,
        Self::Unknown,
        Self::Missed,
        Self::Unhelpful,
        Self::Rule,
        Self::Vip,
        Self::File,
        Self::Task,
        Self::Limit,
        Self::Late,
        Self::Model,
    ];

    /// The reason with this stored number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| *reason as i64 == number)
    }

    /// The name used in frames.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Anger => "anger",
            Self::Unknown => "unknown",
            Self::Missed => "missed",
            Self::Unhelpful => "unhelpful",
            Self::Rule => "rule",
            Self::Vip => "vip",
            Self::File => "file",
            Self::Task => "task",
            Self::Limit => "limit",
            Self::Late => "late",
            Self::Model => "model",
        }
    }
}

/// What came of a turn. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = BotOutcome)]
#[repr(i64)]
pub enum Outcome {
    /// There was nothing left to answer.
    Nothing = 1,
    /// An answer.
    Answer = 2,
    /// Two answers.
    Two = 3,
    /// A question which of some is meant.
    DidYouMean = 4,
    /// A greeting, and the like.
    SmallTalk = 5,
    /// A task asks for something.
    Task = 6,
    /// The customer said that an answer helped.
    Helpful = 7,
    /// The customer said that it did not.
    Unhelpful = 8,
    /// It was handed over.
    HandOver = 9,
}

impl Outcome {
    /// The outcome with this stored number; what a later version stored was something else than an answer.
    #[must_use]
    pub const fn from_number(number: i64) -> Self {
        match number {
            2 => Self::Answer,
            3 => Self::Two,
            4 => Self::DidYouMean,
            5 => Self::SmallTalk,
            6 => Self::Task,
            7 => Self::Helpful,
            8 => Self::Unhelpful,
            9 => Self::HandOver,
            _ => Self::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_keep_their_numbers_and_names() {
        for (number, reason) in (1..).zip(Reason::ALL) {
            assert_eq!(Reason::from_number(number), Some(reason));
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.name());
        }
        assert_eq!(Reason::from_number(99), None);
        for number in 1..=9 {
            assert_eq!(Outcome::from_number(number) as i64, number);
        }
    }
}
