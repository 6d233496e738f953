//! What is said about a person or a conversation beyond the fixed fields: a flat object of short values, merged key by key.

use serde_json::{Map, Value};

use crate::fault::Fault;
use crate::text::is_blank;

/// Most attributes of one person or conversation.
pub const ATTRIBUTES_MAX: usize = 50;
/// Longest name, in characters.
pub const NAME_CHARS: usize = 40;
/// Longest text, in characters.
pub const TEXT_CHARS: usize = 500;

/// Checks a change: names and values within bounds, nothing nested. `null` takes an attribute away.
pub fn check(field: &'static str, change: &Map<String, Value>) -> Result<(), Fault> {
    if change.len() > ATTRIBUTES_MAX {
        return Err(Fault::invalid(field, format!("Use at most {ATTRIBUTES_MAX} at once.")));
    }
    for (name, value) in change {
        if is_blank(name) || name.chars().count() > NAME_CHARS || name.chars().any(char::is_control) {
            return Err(Fault::invalid(field, format!("A name has 1 to {NAME_CHARS} printable characters.")));
        }
        let fits = match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => true,
            Value::String(text) => text.chars().count() <= TEXT_CHARS && !text.contains('\0'),
            Value::Array(_) | Value::Object(_) => false,
        };
        if !fits {
            return Err(Fault::invalid(
                format!("{field}.{name}"),
                format!("Use a text of at most {TEXT_CHARS} characters, a number, true, false or null."),
            ));
        }
    }
    Ok(())
}

/// `stored` with `change` laid over it, as it is stored; a fault if there are too many then.
pub fn merged(field: &'static str, stored: &str, change: &Map<String, Value>) -> Result<String, Fault> {
    check(field, change)?;
    let mut all: Map<String, Value> = serde_json::from_str(stored).unwrap_or_default();
    for (name, value) in change {
        if value.is_null() {
            all.shift_remove(name);
        } else {
            all.insert(name.clone(), value.clone());
        }
    }
    if all.len() > ATTRIBUTES_MAX {
        return Err(Fault::invalid(field, format!("Use at most {ATTRIBUTES_MAX} in all.")));
    }
    Ok(Value::Object(all).to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn changes_are_laid_over_what_is_there() {
        let merge = |stored: &str, change: Value| {
            let Value::Object(change) = change else { panic!("an object") };
            merged("attributes", stored, &change)
                .map_err(|fault| fault.field.unwrap_or_default().into_owned())
        };
        assert_eq!(
            merge("{}", json!({"level": "gold", "orders": 3})),
            Ok(r#"{"level":"gold","orders":3}"#.into())
        );
        assert_eq!(
            merge(r#"{"a":1,"b":2}"#, json!({"a": null, "c": true})),
            Ok(r#"{"b":2,"c":true}"#.into())
        );
        assert_eq!(merge("nonsense", json!({"a": 1})), Ok(r#"{"a":1}"#.into()));
        for (change, field) in [
            (json!({"a": {"b": 1}}), "attributes.a"),
            (json!({"a": [1]}), "attributes.a"),
            (json!({"a": "x".repeat(501)}), "attributes.a"),
            (json!({" ": 1}), "attributes"),
            (json!({"n".repeat(41): 1}), "attributes"),
        ] {
            assert_eq!(merge("{}", change.clone()), Err(field.to_owned()), "{change}");
        }
        let full: Map<String, Value> = (0..50).map(|n| (format!("k{n}"), n.into())).collect();
        assert_eq!(merge(&Value::Object(full).to_string(), json!({"one more": 1})), Err("attributes".into()));
    }
}
