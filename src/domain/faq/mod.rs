//! The FAQ: what the shop answers, in versions. Entries are written by the team or brought in from a file; which of them
//! answers a question is found out in `matcher`, which knows nothing of this.

pub mod daily;
mod document;
pub mod help;
pub mod import;
mod entry;
pub mod forget;
mod kind;
pub mod list;
pub mod listed;
pub mod offered;
mod said;
pub mod save;
pub mod sets;
pub mod store;
pub mod versions;

use crate::fault::{Fault, Kind};

pub use document::{
    Button, ChannelAnswer, Document, Field, FieldKind, Label, LocaleTexts, Task, Then, Words, has_letters,
};
pub use entry::{Entry, EntryState, Facts};
pub use kind::EntryKind;
pub use said::Said;

/// Longest question, and longest other words for it, in characters.
pub const QUESTION_CHARS: usize = 200;
/// Longest answer, in characters.
pub const ANSWER_CHARS: usize = 8_000;
/// Most phrasings of an entry, its questions among them.
pub const PHRASINGS_MAX: usize = 50;
/// Longest name of a category, in characters.
pub const CATEGORY_CHARS: usize = 60;
/// Versions of an entry that are kept.
pub const VERSIONS_KEPT: i64 = 100;
/// Most groups of synonyms.
pub const SYNONYMS_MAX: usize = 500;

/// Somebody else changed the entry first.
#[must_use]
pub const fn changed_meanwhile() -> Fault {
    Fault::new(
        Kind::Conflict,
        "changed_meanwhile",
        "The entry was changed meanwhile. Look at it as it is now, and change that.",
    )
}

/// There are as many entries as can be.
#[must_use]
pub const fn entry_limit() -> Fault {
    Fault::new(Kind::RuleBroken, "entry_limit", "There are as many entries as can be kept. Delete some.")
}

/// There are as many phrasings as can be.
#[must_use]
pub const fn phrasing_limit() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "phrasing_limit",
        "There are as many questions and alternatives as can be kept. Delete some.",
    )
}

/// The version is not kept any more, or never was.
#[must_use]
pub const fn unknown_version() -> Fault {
    Fault::new(Kind::RuleBroken, "unknown_version", "This version is not kept. Look at the list of versions.")
}

/// What is published has to answer.
#[must_use]
pub const fn nothing_to_publish() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "nothing_to_publish",
        "Write a question and its answer in one language before it is published.",
    )
}
