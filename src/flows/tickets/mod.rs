//! Tickets: what becomes one, what changes about it, and how its status and its conversation go together.

pub mod answer_children;
pub mod change;
pub mod create;
pub mod customers_view;
pub mod documents;
pub mod find;
pub mod follow;
pub mod followers;
pub mod leave;
pub mod links;
mod note;
pub mod merged;
pub mod prefix;
pub mod set_status;
pub mod show;
mod words;
