//! What happens at the desk: one use case, one file, one write transaction.
//!
//! A flow that only writes is a function over the writer's [`Unit`](crate::storage::Unit), so that permission, order
//! and events exist once whoever calls: socket, REST, command line, or a simulation without threads. Flows that hash
//! passwords are async around such a function.

pub mod add_agent;
pub mod api_tokens;
pub mod append;
pub mod assign;
pub mod authenticate;
pub mod block;
pub mod bulk;
pub mod caller;
pub mod canned_replies;
pub mod change_password;
pub mod change_state;
mod check_content;
mod desk;
pub mod disable_agent;
pub mod edit_message;
pub mod edit_contact;
pub mod erase_contact;
pub mod fetch_file;
pub mod fold_log;
pub mod forget_visitor;
pub mod hashing;
pub mod idempotent;
pub mod invite;
pub mod label;
pub mod label_catalogue;
pub mod open_conversation;
pub mod open_visitor_session;
pub mod post_message;
pub mod rate;
pub mod record_progress;
pub mod reload_agents;
pub mod report_page;
pub mod restart;
pub mod seed;
pub mod save_draft;
pub mod set_up_desk;
pub mod sign_in;
pub mod update_agent;
pub mod update_shop;
pub mod update_widget;
pub mod uploads;
pub mod visitor_says;

pub use caller::Caller;
pub use desk::Desk;
