//! What of a message, a person, a canned reply is looked for, as text: one line of parts. The same is shown where it is found.

use std::borrow::Cow;

use rusqlite::Connection;
use serde::Deserialize;
use serde_json::Value;

use crate::domain::canned::store::Canned;
use crate::domain::contacts::store as contacts;
use crate::domain::tickets::store as tickets;
use crate::ids::{ContactId, ConversationId};

/// Between two parts: no letter, so that nothing is found across it.
const BETWEEN: &str = " · ";

/// What a message says.
#[derive(Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// Its words, and the name of its file.
    pub text: Cow<'a, str>,
    /// Whether it is a file.
    pub is_file: bool,
}

#[derive(Deserialize)]
struct Stored<'a> {
    #[serde(borrow, default)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    name: Option<Cow<'a, str>>,
}

/// What stored content says; empty where it says nothing.
#[must_use]
pub fn message(content: &str) -> Said<'_> {
    let stored: Option<Stored<'_>> = serde_json::from_str(content).ok();
    let Some(Stored { kind, text, name }) = stored else { return Said { text: "".into(), is_file: false } };
    let is_file = kind == "file";
    let text = match (text.filter(|text| !text.is_empty()), name.filter(|_| is_file)) {
        (Some(text), Some(name)) => format!("{name}{BETWEEN}{text}").into(),
        (Some(text), None) => text,
        (None, name) => name.unwrap_or_default(),
    };
    Said { text, is_file }
}

/// What is known of a person; `None` where there is no such person.
pub fn contact(conn: &Connection, id: ContactId) -> rusqlite::Result<Option<String>> {
    Ok(contacts::known_words(conn, id)?.map(|parts| parts.join(BETWEEN)))
}

/// What a canned reply says, and how it is called.
#[must_use]
pub fn canned(canned: &Canned) -> String {
    [canned.reply.title.as_str(), canned.reply.shortcut.as_str(), canned.reply.text.as_str()].join(BETWEEN)
}

/// What a ticket is called and says: number, title, values of its fields; `None` where there is no such ticket. `prefix` stands
/// before the number.
pub fn ticket(conn: &Connection, id: ConversationId, prefix: &str) -> rusqlite::Result<Option<String>> {
    let Some(ticket) = tickets::find(conn, id)? else { return Ok(None) };
    let mut parts = vec![format!("{prefix}{}", ticket.number), ticket.title];
    parts.extend(ticket.fields.values().filter_map(|value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }));
    Ok(Some(parts.join(BETWEEN)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_its_words_and_its_files_name() {
        for (content, text, is_file) in [
            (r#"{"kind":"text","text":"几点\n发货?"}"#, "几点\n发货?", false),
            (r#"{"kind":"card","card":{"type":"buttons","name":"n"},"text":"Which?"}"#, "Which?", false),
            (r#"{"kind":"choice","of":"m","choice":"a","text":"A"}"#, "A", false),
            (r#"{"kind":"file","file_id":"f","text":"看","name":"tea.png"}"#, "tea.png · 看", true),
            (r#"{"kind":"file","file_id":"f","name":"tea.png"}"#, "tea.png", true),
            (r#"{"kind":"hologram","name":"n"}"#, "", false),
            ("no JSON", "", false),
        ] {
            assert_eq!(message(content), Said { text: text.into(), is_file }, "{content}");
        }
    }
}
