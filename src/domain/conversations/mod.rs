//! Conversations: logs of entries with a dense sequence, and the row that follows from each.
//!
//! Rules live in `conversation` (what may happen, and what follows), `state` (allowed transitions), `content` (what a message
//! can hold), `audience` (who sees how much of an entry) and `target` (where a send goes). `store`, `entries`, `list`, `paging`,
//! `labels`, `mentions`, `drafts`, `links` and `read_marks` hold the SQL.

pub mod asked;
pub mod audience;
pub mod bot_queue;
pub mod content;
pub mod counts;
pub mod conversation;
pub mod digest;
pub mod drafts;
pub mod entries;
pub mod facts;
pub mod first_answer;
pub mod kind;
pub mod imported;
pub mod labels;
pub mod links;
pub mod list;
pub mod mentions;
pub mod merges;
pub mod paging;
pub mod visitor_list;
pub mod read_marks;
pub mod replay;
pub mod scheduled;
pub mod scope;
pub mod splits;
pub mod demand;
pub mod demo;
pub mod state;
pub mod store;
pub mod target;
pub mod ticket_view;
pub mod view;
pub mod wall;

use crate::fault::{Fault, Kind};

/// Longest `client_message_id`, in bytes.
pub const CLIENT_MESSAGE_ID_BYTES: usize = 128;

/// The id was used before, for something else.
#[must_use]
pub const fn id_conflict() -> Fault {
    Fault::new(
        Kind::Conflict,
        "id_conflict",
        "This client_message_id was used for another message. Make a new id and send again.",
    )
}

/// The conversation is not in a state that allows it.
#[must_use]
pub const fn wrong_state() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "wrong_state",
        "The conversation is not in a state that allows this. Reload it.",
    )
}

/// Checks a `client_message_id`: 1 to 128 bytes of printable text.
pub fn check_client_message_id(id: &str) -> Result<(), Fault> {
    if id.is_empty() || id.len() > CLIENT_MESSAGE_ID_BYTES || id.chars().any(char::is_control) {
        return Err(Fault::invalid("client_message_id", "Use 1 to 128 bytes of printable text."));
    }
    Ok(())
}
