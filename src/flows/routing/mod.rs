//! Who gets which conversation: what rules make of it, who waits, and rounds that decide and carry out.

mod apply;
pub mod apply_rules;
pub mod facts;
pub mod gather;
pub mod offered;
pub mod places;
pub mod queue;
mod reason;
pub mod round;
pub mod rules;
pub mod settings;
mod tickets;
pub mod trial;
pub mod try_rules;
