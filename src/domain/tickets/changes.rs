//! What changed about a ticket: a field, what it held and what it holds. Stored under the entry's sequence; applying changes, one
//! after another, gives the ticket.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The title.
pub const TITLE: &str = "title";
/// The status: its id, names and category at that time.
pub const STATUS: &str = "status";
/// The type: its id and name at that time.
pub const TYPE: &str = "type";
/// When it is due.
pub const DUE: &str = "due_at";
/// Where it came from.
pub const SOURCE: &str = "source";
/// Who follows it.
pub const FOLLOWERS: &str = "followers";
/// A link with another one: its id and kind.
pub const LINK: &str = "link";
/// Before the key of a field of the type.
pub const FIELD: &str = "field:";

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What changed.
    pub field: String,
    /// What it held; null for nothing.
    pub from: Value,
    /// What it holds; null for nothing.
    pub to: Value,
}

impl Change {
    /// The change of a field from one value to another.
    #[must_use]
    pub fn of(field: impl Into<String>, from: Value, to: Value) -> Self {
        Self { field: field.into(), from, to }
    }

    /// Whether customers see it: the title, or the name of the status that they are told.
    #[must_use]
    pub fn is_public(&self) -> bool {
        match self.field.as_str() {
            TITLE => true,
            STATUS => self.from["public"] != self.to["public"],
            _ => false,
        }
    }
}

/// What customers are told: title and public status, as far as they changed. `status` holds its name by language.
#[must_use]
pub fn shown_to_visitors(changes: &[Change]) -> Vec<(&'static str, Value)> {
    let shown = |change: &Change| match change.field.as_str() {
        TITLE => Some((TITLE, change.to.clone())),
        STATUS if change.is_public() => Some((STATUS, change.to["public"].clone())),
        _ => None,
    };
    changes.iter().filter_map(shown).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn status(name: &str, public: &str) -> Value {
        json!({ "id": "ts_1", "name": name, "category": "on_hold", "public": { "zh-CN": public, "en": public } })
    }

    #[test]
    fn customers_are_told_titles_and_public_names_alone() {
        let courier = status("等快递 SF 内部", "等快递");
        let same = status("等快递 改单", "等快递");
        let new = status("新建", "已收到");
        for (change, shown) in [
            (Change::of(TITLE, json!("杯子"), json!("盖碗")), Some(("title", json!("盖碗")))),
            (
                Change::of(STATUS, new, courier.clone()),
                Some(("status", json!({ "zh-CN": "等快递", "en": "等快递" }))),
            ),
            (Change::of(STATUS, courier, same), None),
            (Change::of(TYPE, Value::Null, json!({ "id": "tt_1", "name": "破损" })), None),
            (Change::of("field:order", Value::Null, json!("1042")), None),
            (Change::of(DUE, Value::Null, json!("2026-03-01T08:00:00.000Z")), None),
            (Change::of(FOLLOWERS, json!([]), json!(["a_1"])), None),
            (Change::of(LINK, Value::Null, json!({ "id": "c_1", "kind": "related" })), None),
        ] {
            assert_eq!(change.is_public(), shown.is_some(), "{change:?}");
            assert_eq!(shown_to_visitors(&[change]), Vec::from_iter(shown));
        }
    }
}
