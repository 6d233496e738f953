//! Words, with what they quote and whom they mention.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{shape, too_large};
use crate::fault::Fault;
use crate::ids::{AgentId, MessageId};
use crate::text;

/// Most colleagues one note mentions.
const MENTIONS_MAX: usize = 20;

/// Plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Text {
    /// As typed; counted in Unicode scalar values.
    pub text: String,
    /// The message it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<MessageId>,
    /// Colleagues whom a note is for, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<AgentId>,
}

#[derive(Deserialize)]
struct Wire {
    text: String,
    #[serde(default)]
    quote: Option<String>,
    #[serde(default, deserialize_with = "shape::or_empty")]
    mentions: Vec<String>,
}

impl Text {
    /// Reads `{"kind":"text","text":"…"}` with `quote` and `mentions`, where given.
    pub(super) fn parse(value: &Value, text_chars: usize) -> Result<Self, Fault> {
        let Wire { text, quote, mentions } = shape::read(value, "content")?;
        let plain = Self { text, quote: None, mentions: Vec::new() }.checked(text_chars)?;
        let quote = quote.map(|id| message("content.quote", &id)).transpose()?;
        if mentions.len() > MENTIONS_MAX {
            return Err(Fault::invalid("content.mentions", format!("Mention at most {MENTIONS_MAX}.")));
        }
        let mut mentioned: Vec<AgentId> = Vec::new();
        for id in mentions {
            let id = id.parse().map_err(|_| no_agent())?;
            if !mentioned.contains(&id) {
                mentioned.push(id);
            }
        }
        Ok(Self { quote, mentions: mentioned, ..plain })
    }

    /// Reads JSON that holds a kind and a text and nothing else; `None` for whatever does not. Unchecked.
    pub(super) fn plain(json: &str) -> Option<Self> {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Kind {
            Text,
        }
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Plain {
            #[serde(rename = "kind")]
            _kind: Kind,
            text: String,
        }
        let Plain { text, .. } = serde_json::from_str(json).ok()?;
        Some(Self { text, quote: None, mentions: Vec::new() })
    }

    /// The text, if it is one.
    pub(super) fn checked(self, text_chars: usize) -> Result<Self, Fault> {
        if text::is_blank(&self.text) {
            return Err(Fault::invalid("content.text", "The text is empty."));
        }
        check_length(&self.text, text_chars)?;
        if self.text.contains('\0') {
            return Err(Fault::invalid("content.text", "The text holds a NUL character."));
        }
        Ok(self)
    }
}

/// Somebody is mentioned who does not work here.
#[must_use]
pub fn no_agent() -> Fault {
    Fault::invalid("content.mentions", "One of them is no agent.")
}

/// Reads the id of a message.
pub(super) fn message(field: &'static str, id: &str) -> Result<MessageId, Fault> {
    id.parse().map_err(|_| Fault::invalid(field, "There is no such message here."))
}

/// The bound of every text that people write.
pub(super) fn check_length(text: &str, text_chars: usize) -> Result<(), Fault> {
    // Bytes are at least as many as characters: the cheap test spares counting nearly always.
    if text.len() > text_chars && text.chars().count() > text_chars {
        let message = format!("The text is longer than {text_chars} characters. Send it in parts.");
        return Err(too_large("content.text", message));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_well_formed_text_gets_in() {
        let parse = |value: Value| Text::parse(&value, 5).map_err(|fault| fault.code);
        let plain = Text { text: "几点发货?".into(), quote: None, mentions: Vec::new() };
        assert_eq!(parse(json!({"text":"几点发货?","extra":1,"quote":null,"mentions":null})), Ok(plain));
        assert_eq!(parse(json!({"text":"几点发货吗?"})), Err("too_large"));
        for wrong in [
            json!({"text":"  "}),
            json!({"text":"\u{200b}\u{200b}"}),
            json!({"text":"\u{3164}\u{2800}"}),
            json!({"text":"a\0b"}),
            json!({"text":7}),
            json!({}),
            json!({"text":"x","quote":7}),
            json!({"text":"x","quote":"c_0000000000001"}),
            json!({"text":"x","mentions":"a_0000000000001"}),
            json!({"text":"x","mentions":["v_0000000000001"]}),
            json!({"text":"x","mentions":vec![AgentId(1); MENTIONS_MAX + 1]}),
            json!("x"),
            json!(null),
        ] {
            assert_eq!(parse(wrong.clone()), Err("invalid"), "{wrong}");
        }
    }

    #[test]
    fn each_colleague_is_mentioned_once() {
        let (one, two) = (AgentId(1), AgentId(2));
        let text = Text::parse(&json!({"text":"x","mentions":[two, one, two]}), 5);
        assert_eq!(text.map(|text| text.mentions), Ok(vec![two, one]));
    }
}
