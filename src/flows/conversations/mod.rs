//! What happens in conversations: words, states, whom they are assigned to, labels, marks.

pub mod append;
pub mod assign;
pub mod bulk;
pub mod change_state;
mod check_content;
pub mod edit_message;
mod hold_back;
pub mod label;
pub mod label_catalogue;
pub mod merge;
mod merge_moves;
pub mod open_conversation;
pub mod post_message;
pub mod rate;
pub mod record_progress;
pub mod save_draft;
pub mod scheduled;
pub mod split;
pub(in crate::flows) mod steps;
pub mod triage;
