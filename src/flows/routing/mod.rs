//! Who gets which conversation: what rules make of it.

pub mod apply_rules;
pub mod facts;
pub mod rules;
