//! The nouns of the desk and their rules.
//!
//! Each noun has its types and rules (pure) and a `store.rs` with its SQL. Nouns do not import one another: where two
//! meet, a flow fetches from one and hands plain values to the other. No HTTP and no sockets here.

pub mod access;
pub mod blocks;
pub mod bot;
pub mod calendars;
pub mod canned;
pub mod contacts;
pub mod clocks;
pub mod conversations;
pub mod faq;
pub mod files;
pub mod idempotency;
pub mod imports;
pub mod learning;
pub mod macros;
pub mod pictures;
pub mod push;
pub mod routing;
pub mod search;
pub mod shop;
pub mod tickets;
pub mod views;
pub mod widgets;
