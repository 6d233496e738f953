//! Filters: trees of conditions over conversations, as JSON.
//!
//! `{"all": […]}` and `{"any": […]}` hold conditions and groups of conditions, `{"field": "channel", "op": "is", "value": "web"}`
//! is a condition. The same tree is asked in memory (`matches`) and in SQL (`sql`); both say the same of every conversation,
//! which a property test holds. `check` says what is wrong with one that somebody sent, by its path. Nothing counts that the
//! shop's page said, but for `page`, `language` and `widget`, which are what they are called; labels count where the team gave
//! them.

mod check;
mod fields;
mod matches;
mod sql;
mod tree;

pub use check::{CONDITIONS_MAX, Problem, VALUES_MAX};
pub use fields::{CATEGORIES, Field, Fields};
pub use matches::Facts;
pub use sql::parameter;
pub use tree::{Condition, Filter, Op, Operand};
