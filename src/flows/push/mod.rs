//! Notices to agents' browsers while no page of theirs is in sight: which browsers take them, what becomes one, and what goes out.

pub mod notices;
pub mod sending;
pub mod subscribe;
