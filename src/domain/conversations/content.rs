//! What a message can hold, parsed at the edge into something that cannot be wrong.

use serde::Deserialize;
use serde_json::Value;

use crate::fault::{Fault, Kind};

/// The content of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Plain text.
    Text {
        /// As typed; counted in Unicode scalar values.
        text: String,
    },
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Wire {
    Text { text: String },
}

impl Content {
    /// Reads `{"kind":"text","text":"…"}`. Unknown fields are ignored; an unknown kind, an empty or over-long text are
    /// faults (`invalid`, `too_large`).
    pub fn parse(value: &Value, text_chars: usize) -> Result<Self, Fault> {
        let wire = Wire::deserialize(value)
            .map_err(|_| Fault::invalid("content", "Send {\"kind\":\"text\",\"text\":\"…\"}."))?;
        match wire {
            Wire::Text { text } => {
                if text.trim().is_empty() {
                    return Err(Fault::invalid("content.text", "The text is empty."));
                }
                // Bytes are at least as many as characters: the cheap test spares counting nearly always.
                if text.len() > text_chars && text.chars().count() > text_chars {
                    return Err(too_long(text_chars));
                }
                if text.contains('\0') {
                    return Err(Fault::invalid("content.text", "The text holds a NUL character."));
                }
                Ok(Self::Text { text })
            }
        }
    }

    /// The content as it is stored and sent: canonical JSON, one spelling per content.
    #[must_use]
    pub fn to_json(&self) -> String {
        match self {
            Self::Text { text } => serde_json::json!({ "kind": "text", "text": text }).to_string(),
        }
    }
}

/// The readable words of stored content, for previews; empty for what has none.
#[must_use]
pub fn words(stored: &str) -> String {
    serde_json::from_str::<Value>(stored)
        .ok()
        .and_then(|value| value.get("text").and_then(Value::as_str).map(str::to_owned))
        .unwrap_or_default()
}

fn too_long(text_chars: usize) -> Fault {
    Fault {
        field: Some("content.text".into()),
        ..Fault::new(Kind::TooLarge, "too_large", "")
            .saying(format!("The text is longer than {text_chars} characters. Send it in parts."))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_well_formed_text_gets_in() {
        let parse = |value: Value| Content::parse(&value, 5).map_err(|fault| fault.code);
        assert_eq!(
            parse(json!({"kind":"text","text":"几点发货?","extra":1})),
            Ok(Content::Text { text: "几点发货?".into() })
        );
        assert_eq!(parse(json!({"kind":"text","text":"几点发货吗?"})), Err("too_large"));
        for wrong in [
            json!({"kind":"text","text":"  "}),
            json!({"kind":"text","text":"a\0b"}),
            json!({"kind":"text","text":7}),
            json!({"kind":"text"}),
            json!({"kind":"html","text":"x"}),
            json!({"text":"x"}),
            json!("x"),
            json!(null),
        ] {
            assert_eq!(parse(wrong.clone()), Err("invalid"), "{wrong}");
        }
    }
}
