//! What a message can hold, parsed at the edge into something that cannot be wrong.
//!
//! Five kinds: words of anybody (`text`), files of anybody (`file`), cards of the desk (`card`), and what a customer
//! answers to a card (`answer`).
//! `shape` has the bounds they share. What is checked here needs no database; that a quote, a mention or an answer leads
//! somewhere is checked by the flow that stores it.

mod answer;
mod card;
mod file;
mod shape;
mod text;

pub use answer::{Choice, FormAnswer};
pub use card::{Button, Buttons, Card, CardMessage, Field, FieldType, Form, Item, Line, List, Product};
pub use file::{About, FileMessage, no_file};
pub use text::{Text, no_agent};

use serde::Serialize;
use serde_json::Value;

use crate::events::ActorKind;
use crate::fault::{Fault, Kind};
use crate::ids::{AgentId, MessageId};

/// Most bytes of a card or an answer, as stored.
pub const BYTES_MAX: usize = 16 << 10;

/// The content of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// Plain text.
    Text(Text),
    /// Something to look at and to choose from.
    Card(CardMessage),
    /// What the customer chose on a card.
    Choice(Choice),
    /// What the customer filled into a form.
    FormAnswer(FormAnswer),
    /// A picture, a recording, a document.
    File(FileMessage),
}

impl Content {
    /// Plain text that quotes and mentions nobody, unchecked.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(Text { text: text.into(), quote: None, mentions: Vec::new() })
    }

    /// Reads content as clients send it. Unknown fields are ignored; an unknown kind or a wrong field is `invalid` and
    /// named, too much of it `too_large`.
    pub fn parse(value: &Value, text_chars: usize) -> Result<Self, Fault> {
        let content = match value.get("kind").and_then(Value::as_str) {
            Some("text") => return Text::parse(value, text_chars).map(Self::Text),
            Some("card") => Self::Card(CardMessage::parse(value)?),
            Some("choice") => Self::Choice(Choice::parse(value)?),
            Some("form_answer") => Self::FormAnswer(FormAnswer::parse(value, text_chars)?),
            Some("file") => return FileMessage::parse(value, text_chars).map(Self::File),
            _ => return Err(Fault::invalid("content", "Send {\"kind\":\"text\",\"text\":\"…\"}.")),
        };
        if content.to_json().len() > BYTES_MAX {
            return Err(too_large("content", format!("The content is larger than {BYTES_MAX} bytes.")));
        }
        Ok(content)
    }

    /// The same from JSON. Most of it is a few plain words, which need no tree of values.
    pub fn read(json: &str, text_chars: usize) -> Result<Self, Fault> {
        if let Some(text) = Text::plain(json) {
            return text.checked(text_chars).map(Self::Text);
        }
        let value: Value = serde_json::from_str(json).unwrap_or_default();
        Self::parse(&value, text_chars)
    }

    /// Reads content as it is stored; `None` for what this version cannot read.
    #[must_use]
    pub fn stored(json: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(json).ok()?;
        Self::parse(&value, usize::MAX).ok()
    }

    /// The content as it is stored and sent: canonical JSON, one spelling per content.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("content holds only what JSON can say")
    }

    /// The name of its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Card(_) => "card",
            Self::Choice(_) => "choice",
            Self::FormAnswer(_) => "form_answer",
            Self::File(_) => "file",
        }
    }

    /// Whether somebody of this kind can say it, in a note or aloud: cards come from the desk, answers from customers,
    /// mentions are between colleagues.
    pub fn check_speaker(&self, speaker: ActorKind, note: bool) -> Result<(), Fault> {
        let visitor = speaker == ActorKind::Visitor;
        let refused = match self {
            Self::Card(_) if visitor => Some(("content.kind", "Cards come from the desk.")),
            Self::Card(_) if note => Some(("content.kind", "A note is text.")),
            Self::Choice(_) | Self::FormAnswer(_) if !visitor => {
                Some(("content.kind", "Only customers answer a card."))
            }
            Self::Text(text) if !note && !text.mentions.is_empty() => {
                Some(("content.mentions", "Mentions are for notes."))
            }
            _ => None,
        };
        refused.map_or(Ok(()), |(field, message)| Err(Fault::invalid(field, message)))
    }

    /// The message it quotes or answers, and the field that names it.
    #[must_use]
    pub const fn refers_to(&self) -> Option<(MessageId, &'static str)> {
        match self {
            Self::Text(Text { quote: Some(id), .. }) => Some((*id, "content.quote")),
            Self::Choice(Choice { of, .. }) | Self::FormAnswer(FormAnswer { of, .. }) => {
                Some((*of, "content.of"))
            }
            Self::Text(_) | Self::Card(_) | Self::File(_) => None,
        }
    }

    /// The agents it mentions.
    #[must_use]
    pub fn mentions(&self) -> &[AgentId] {
        match self {
            Self::Text(text) => &text.mentions,
            _ => &[],
        }
    }

    /// Whether an answer fits the card of the message it answers, as that is stored now; true of what is no answer.
    pub fn check_answers(&self, answered: Option<&str>) -> Result<(), Fault> {
        let card = || match answered.and_then(Self::stored) {
            Some(Self::Card(CardMessage { card, .. })) => Ok(card),
            _ => Err(Fault::invalid("content.of", "There is no such card to answer.")),
        };
        match self {
            Self::Choice(choice) => choice.check(&card()?),
            Self::FormAnswer(answer) => answer.check(&card()?),
            Self::Text(_) | Self::Card(_) | Self::File(_) => Ok(()),
        }
    }
}

/// The readable words of stored content, for previews: of a file that came without any its name; empty for what has none.
#[must_use]
pub fn words(stored: &str) -> String {
    let value: Value = serde_json::from_str(stored).unwrap_or_default();
    let said = |field: &str| value.get(field).and_then(Value::as_str).map(str::to_owned);
    said("text").or_else(|| said("name")).unwrap_or_default()
}

/// What a file of stored content is; `None` for content without one.
#[must_use]
pub fn media_type(stored: &str) -> Option<String> {
    let value: Value = serde_json::from_str(stored).ok()?;
    value.get("media_type").and_then(Value::as_str).map(str::to_owned)
}

fn too_large(field: &'static str, message: String) -> Fault {
    Fault { field: Some(field.into()), ..Fault::new(Kind::TooLarge, "too_large", "").saying(message) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(value: &Value) -> Content {
        Content::parse(value, 100).unwrap_or_else(|fault| panic!("{fault}"))
    }

    #[test]
    fn who_can_say_what() {
        let agent = AgentId(7);
        let message = MessageId { conversation: crate::ids::ConversationId(9), sequence: 1 };
        let text = of(&json!({"kind":"text","text":"hello"}));
        let mention = of(&json!({"kind":"text","text":"@Mei","mentions":[agent]}));
        let card = of(&json!({"kind":"card","text":"Which?","card":{"type":"buttons","text":"Which?",
            "buttons":[{"id":"a","label":"A"}]}}));
        let choice = of(&json!({"kind":"choice","of":message,"choice":"a","text":"A"}));
        let answer = of(&json!({"kind":"form_answer","of":message,"values":{"a":"b"},"text":"A: b"}));
        let file = of(&json!({"kind":"file","file_id":crate::ids::FileId(9)}));
        for (content, visitor, aloud, note) in [
            (&text, true, true, true),
            (&mention, false, false, true),
            (&card, false, true, false),
            (&choice, true, false, false),
            (&answer, true, false, false),
            (&file, true, true, true),
        ] {
            let may = |who, note| content.check_speaker(who, note).is_ok();
            assert_eq!(may(ActorKind::Visitor, false), visitor, "{content:?}");
            for desk in [ActorKind::Agent, ActorKind::Bot, ActorKind::System] {
                assert_eq!((may(desk, false), may(desk, true)), (aloud, note), "{content:?}");
            }
        }
    }

    #[test]
    fn content_has_one_spelling_and_is_read_back() {
        let message = MessageId { conversation: crate::ids::ConversationId(9), sequence: 1 };
        for (sent, spelled) in [
            (
                json!({"text":"hi","kind":"text","mentions":[],"quote":null,"colour":"red"}),
                r#"{"kind":"text","text":"hi"}"#.to_owned(),
            ),
            (
                json!({"kind":"form_answer","text":"A: b","values":{"z":"1","a":"2"},"of":message}),
                format!(
                    r#"{{"kind":"form_answer","of":"{message}","values":{{"a":"2","z":"1"}},"text":"A: b"}}"#
                ),
            ),
            (
                json!({"kind":"card","text":"Tea","card":{"price":"¥38","buttons":[],"title":"Tea","type":"product"}}),
                r#"{"kind":"card","card":{"type":"product","title":"Tea","price":"¥38"},"text":"Tea"}"#
                    .to_owned(),
            ),
        ] {
            let content = of(&sent);
            assert_eq!(content.to_json(), spelled);
            assert_eq!(Content::stored(&spelled), Some(content));
        }
        assert_eq!(Content::stored(r#"{"kind":"hologram"}"#), None);
    }

    #[test]
    fn plain_words_are_read_as_they_are_from_values() {
        for json in [
            r#"{"kind":"text","text":"几点\n发货?"}"#,
            r#"{"text":"hi","kind":"text"}"#,
            r#"{"kind":"text","text":"hi","colour":"red"}"#,
            r#"{"kind":"text","text":"hi","mentions":[]}"#,
            r#"{"kind":"text","text":" "}"#,
            r#"{"kind":"text","text":"a\u0000"}"#,
            r#"{"kind":"text","text":"\ud800"}"#,
            r#"{"kind":"text","text":7}"#,
            r#"{"kind":"text"}"#,
            r#"{"kind":"hologram","text":"hi"}"#,
            r#"{"text":"hi"}"#,
            r#""text""#,
            "[]",
        ] {
            let value: Value = serde_json::from_str(json).unwrap_or_default();
            assert_eq!(Content::read(json, 5), Content::parse(&value, 5), "{json}");
        }
        assert_eq!(Content::read(r#"{"kind":"text","text":"123456"}"#, 5).unwrap_err().code, "too_large");
    }

    #[test]
    fn every_kind_has_words() {
        assert_eq!(words(r#"{"kind":"card","card":{},"text":"Which?"}"#), "Which?");
        assert_eq!(words(r#"{"kind":"file","file_id":"f","text":"看","name":"tea.png"}"#), "看");
        assert_eq!(words(r#"{"kind":"file","file_id":"f","name":"tea.png"}"#), "tea.png");
        assert_eq!(words(r#"{"kind":"hologram"}"#), "");
        assert_eq!(words("no JSON"), "");
    }
}
