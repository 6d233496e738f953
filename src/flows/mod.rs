//! What happens at the desk: one use case, one file, one write transaction.
//!
//! A flow that only writes is a function over the writer's [`Unit`](crate::storage::Unit), so that permission, order
//! and events exist once whoever calls: socket, REST, command line, or a simulation without threads. Flows that hash
//! passwords are async around such a function.

pub mod access;
pub mod backups;
pub mod bot;
pub mod caller;
pub mod clocks;
pub mod contacts;
pub mod conversations;
pub mod demo;
mod desk;
pub mod faq;
pub mod files;
pub mod fold_log;
pub mod idempotent;
pub mod imports;
pub mod learning;
pub mod macros;
pub mod push;
pub mod restart;
pub mod routing;
pub mod search;
pub mod shop;
pub mod tickets;
pub mod views;
pub mod widgets;

pub use caller::Caller;
pub use desk::Desk;
