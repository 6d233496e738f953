//! Search: what is asked, the two indexes that answer, and how far they are.
//!
//! `question` reads what somebody typed, `excerpt` shows where a text answers, both without a database. `index` writes the
//! indexes, `nouns` keeps what stands in the second one, `state` says how far they are, `candidates` reads what may answer.
//! Indexes find a little too much: whoever asks compares each candidate with its text as it is now.

pub mod candidates;
pub mod excerpt;
pub mod filters;
pub mod index;
pub mod nouns;
pub mod question;
pub mod state;

use crate::fault::{Fault, Kind};

/// Longest question, in characters.
pub const QUESTION_CHARS: usize = 200;

/// Search is switched off.
#[must_use]
pub const fn switched_off() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "search_off",
        "Search is switched off here. [search] enabled in the settings file turns it on.",
    )
}
