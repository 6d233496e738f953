//! Histories from another desk: one conversation a line, what of it can be taken, and what is known of it already. Reading a line is
//! pure; `store` and `known` have the SQL.

mod given;
pub mod known;
pub mod line;
pub mod report;
pub mod store;

use crate::fault::{Fault, Kind};

/// Longest line, in bytes.
pub const LINE_BYTES: usize = 4 << 20;
/// Most entries of one line.
pub const ENTRIES_MAX: usize = 20_000;
/// Longest text of one entry, in characters: old letters are longer than what is said in a chat, and still fit into a frame.
pub const TEXT_CHARS: usize = 20_000;
/// Most imports that are kept; the oldest that are over make room.
pub const KEPT: usize = 50;

/// It is not in a state in which this can be done.
#[must_use]
pub const fn wrong_state() -> Fault {
    Fault::new(Kind::RuleBroken, "wrong_state", "The import is not in a state in which this can be done.")
}

/// Slices are missing.
#[must_use]
pub const fn incomplete() -> Fault {
    Fault::new(Kind::RuleBroken, "incomplete", "Slices of the file are missing. Send them first.")
}

/// A slice arrived before with other bytes.
#[must_use]
pub const fn slice_conflict() -> Fault {
    Fault::new(Kind::Conflict, "slice_conflict", "This slice arrived before with other bytes.")
}

/// The file is too large.
#[must_use]
pub fn too_large(most: impl std::fmt::Display) -> Fault {
    Fault::new(Kind::TooLarge, "too_large", "").saying(format!(
        "The file is larger than {most}. Cut it, or use `servicedesk import history` beside the desk."
    ))
}

/// Too many imports are not over yet.
#[must_use]
pub const fn too_many() -> Fault {
    Fault::new(Kind::RuleBroken, "too_many_imports", "Too many imports are not over yet. Remove one first.")
}
