//! Canned replies: answers kept for the next time, of the team or of one agent. Clients fill their variables in.

pub mod store;

use crate::fault::{Fault, Kind};
use crate::text;

/// Most of the team, and most of one agent.
pub const REPLIES_MAX: usize = 500;
/// Longest shortcut, in characters.
const SHORTCUT_CHARS: usize = 40;
/// Longest title, in characters.
const TITLE_CHARS: usize = 100;
/// What can stand between `{{` and `}}`.
pub const VARIABLES: [&str; 5] = ["contact.name", "agent.name", "shop.name", "contact.email", "page.title"];

/// Another reply has this shortcut.
#[must_use]
pub const fn shortcut_taken() -> Fault {
    Fault::new(Kind::Conflict, "shortcut_taken", "Another canned reply has this shortcut.")
}

/// There are as many as can be.
#[must_use]
pub const fn canned_limit() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "canned_limit",
        "There are as many canned replies as can be kept. Delete some.",
    )
}

/// What a reply says and how it is found, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Typed after a slash; lower case, without spaces.
    pub shortcut: String,
    /// What it is, in a list.
    pub title: String,
    /// What it says.
    pub text: String,
}

impl Reply {
    /// Checks the fields; a slash before the shortcut is dropped.
    pub fn checked(shortcut: &str, title: &str, text: String, text_chars: usize) -> Result<Self, Fault> {
        let shortcut = shortcut.trim().trim_start_matches('/').to_lowercase();
        let odd = shortcut.chars().any(text::is_invisible);
        if shortcut.is_empty() || shortcut.chars().count() > SHORTCUT_CHARS || odd {
            let message = format!("Use 1 to {SHORTCUT_CHARS} characters without spaces.");
            return Err(Fault::invalid("shortcut", message));
        }
        let title = text::given(title, TITLE_CHARS).ok_or_else(|| {
            Fault::invalid("title", format!("Use 1 to {TITLE_CHARS} printable characters."))
        })?;
        if text::is_blank(&text) || text.chars().count() > text_chars || text.contains('\0') {
            return Err(Fault::invalid("text", format!("Use 1 to {text_chars} characters.")));
        }
        if let Some(unknown) = unknown_variable(&text) {
            let message = format!("There is no variable {unknown:.60}; use one of {}.", VARIABLES.join(", "));
            return Err(Fault::invalid("text", message));
        }
        Ok(Self { shortcut, title, text })
    }
}

/// The first variable that nobody could fill in. Braces that do not close are just braces.
fn unknown_variable(text: &str) -> Option<&str> {
    let closed = text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}"));
    closed.map(|(name, _)| name).find(|name| !VARIABLES.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reply_can_be() {
        let field = |shortcut: &str, title: &str, text: &str| {
            Reply::checked(shortcut, title, text.to_owned(), 30).err().and_then(|fault| fault.field)
        };
        assert_eq!(field("/Hi", "Hello", "{{contact.name}} {{ {"), None);
        let long = ("s".repeat(41), "t".repeat(101), "x".repeat(31));
        for (shortcut, title, text, wrong) in [
            ("", "t", "x", "shortcut"),
            ("/", "t", "x", "shortcut"),
            ("a b", "t", "x", "shortcut"),
            (&long.0, "t", "x", "shortcut"),
            ("a", " ", "x", "title"),
            ("a", "a\nb", "x", "title"),
            ("a", &long.1, "x", "title"),
            ("a", "t", " ", "text"),
            ("a", "t", "\0", "text"),
            ("a", "t", &long.2, "text"),
            ("a", "t", "{{contact.age}}", "text"),
            ("a", "t", "{{ agent.name }}", "text"),
            ("a", "t", "{{agent.name}} {{}}", "text"),
        ] {
            assert_eq!(field(shortcut, title, text).as_deref(), Some(wrong), "{shortcut} {title} {text}");
        }
    }
}
