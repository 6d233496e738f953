//! Saved views: lists of conversations that an agent chose by a filter, for themselves or for everybody.

pub mod store;

use crate::fault::{Fault, Kind};
use crate::filters::{Fields, Filter};
use crate::ids::{AgentId, ViewId};
use crate::text;

/// Longest name, in characters.
const NAME_CHARS: usize = 40;

/// There are as many as can be.
#[must_use]
pub const fn view_limit() -> Fault {
    Fault::new(Kind::RuleBroken, "view_limit", "There are as many views as can be kept. Delete some.")
}

/// The filter of the view cannot be read.
#[must_use]
pub const fn view_unreadable() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "view_unreadable",
        "The filter of this view cannot be read any more. Give it a new one, or delete the view.",
    )
}

/// A view as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// The id.
    pub id: ViewId,
    /// The agent who made it; nobody else sees it unless it is shared.
    pub agent: AgentId,
    /// Whether everybody sees it.
    pub shared: bool,
    /// Its name.
    pub name: String,
    /// Which conversations it holds, or why that cannot be read.
    pub filter: Result<Filter, Fault>,
    /// Name of its order.
    pub sort: String,
    /// Its place among those of its kind.
    pub place: i64,
}

/// A checked name: trimmed, printable, not too long.
pub fn clean_name(name: &str) -> Result<String, Fault> {
    text::given(name, NAME_CHARS).ok_or_else(|| {
        Fault::invalid("name", format!("A view's name has 1 to {NAME_CHARS} printable characters."))
    })
}

/// A filter that somebody sent, checked.
pub fn checked(filter: Filter) -> Result<Filter, Fault> {
    filter.check(Fields::Views).map_err(|problem| problem.fault("filter"))?;
    Ok(filter)
}

/// A filter that is kept as JSON.
fn read_filter(stored: &str) -> Result<Filter, Fault> {
    let deserializer = &mut serde_json::Deserializer::from_str(stored);
    let read = serde_path_to_error::deserialize(deserializer);
    read.map_err(|error| Fault::misread("filter", &error)).and_then(checked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_printable() {
        assert_eq!(clean_name(" 退款 "), Ok("退款".into()));
        for wrong in ["", "  ", "\u{200b}", "a\nb", &"长".repeat(NAME_CHARS + 1)] {
            assert_eq!(clean_name(wrong).unwrap_err().field.as_deref(), Some("name"), "{wrong:?}");
        }
    }

    #[test]
    fn a_filter_of_another_time_is_told_by_its_place() {
        for (stored, field) in [
            ("", "filter"),
            (r#"{"all":[{"field":"mood","op":"is","value":"bad"}]}"#, "filter.all[0].field"),
            (r#"{"field":"page","op":"is","value":"/"}"#, "filter.field"),
            (r#"{"field":"priority","op":"is","value":"extreme"}"#, "filter.value"),
        ] {
            assert_eq!(read_filter(stored).unwrap_err().field.as_deref(), Some(field), "{stored}");
        }
        assert!(read_filter(r#"{"all":[]}"#).is_ok());
    }
}
