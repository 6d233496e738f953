//! Tickets: what takes longer. A ticket is a conversation with a row of its own: number, title, status, type with fields, links and
//! followers.
//!
//! Rules live in `category` (what a status means, which may follow), `types` and `fields` (what a type asks for), `links` (no
//! circles) and `changes` (what customers see of a change). A ticket is its changes, one after another: `ticket` folds them.

pub mod category;
pub mod changes;
pub mod documents;
pub mod fields;
pub mod links;
pub mod statuses;
pub mod store;
pub mod ticket;
pub mod types;
pub mod words;

use crate::fault::{Fault, Kind};
use crate::text;

/// Longest title, in characters.
pub const TITLE_CHARS: usize = 200;
/// Longest id at the shop's own system, in characters.
const EXTERNAL_ID_CHARS: usize = 200;
/// Most agents who follow one ticket.
pub const FOLLOWERS_MAX: usize = 50;

/// A title as it is kept.
pub fn clean_title(field: &'static str, title: &str) -> Result<String, Fault> {
    text::given(title, TITLE_CHARS)
        .ok_or_else(|| Fault::invalid(field, format!("Use 1 to {TITLE_CHARS} printable characters.")))
}

/// Refuses what can be no id at the shop's own system.
pub fn check_external_id(id: &str) -> Result<(), Fault> {
    let fits = !id.is_empty() && id.chars().count() <= EXTERNAL_ID_CHARS && !id.chars().any(char::is_control);
    if fits {
        return Ok(());
    }
    Err(Fault::invalid("external_id", format!("Use 1 to {EXTERNAL_ID_CHARS} printable characters.")))
}

/// Tickets still have what somebody wants to remove.
#[must_use]
pub const fn in_use() -> Fault {
    Fault::new(Kind::RuleBroken, "in_use", "Tickets still have it. Give them another one first.")
}

/// It would lead back to itself.
#[must_use]
pub const fn circle() -> Fault {
    Fault::new(Kind::RuleBroken, "circle", "This would lead back to the ticket itself.")
}

/// There is no such status.
#[must_use]
pub fn unknown_status() -> Fault {
    Fault::invalid("status_id", "There is no status with this id.")
}

/// There is no such type.
#[must_use]
pub fn unknown_type() -> Fault {
    Fault::invalid("type_id", "There is no type of tickets with this id.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_lines_that_can_be_read() {
        assert_eq!(clean_title("title", " 盖碗破损 ").as_deref(), Ok("盖碗破损"));
        for wrong in ["", "  ", "\u{200b}", "a\nb", &"长".repeat(TITLE_CHARS + 1)] {
            let fault = clean_title("title", wrong).unwrap_err();
            assert_eq!(fault.field.as_deref(), Some("title"), "{wrong:?}");
        }
        assert!(check_external_id("erp/1042").is_ok());
        assert!(check_external_id("").is_err() && check_external_id("a\u{0}").is_err());
    }
}
