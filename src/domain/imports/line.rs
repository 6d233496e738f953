//! One line of a history: a conversation as another desk had it.
//!
//! ```json
//! {"external_id":"88","channel":"web","state":"closed","contact":{"external_id":"7","name":"李娜","email":"li@na.cn","phone":null},
//!  "entries":[{"external_id":"1","sender":"visitor","name":"李娜","text":"在吗","sent_at":"2024-03-01T08:30:12.000Z"}]}
//! ```
//!
//! What is wrong with an entry leaves out that entry; what is wrong with the rest leaves out the line. Unknown fields are passed over.

use std::borrow::Cow;

use serde::Deserialize;

use super::given::{Bounded, Given};
use super::report::Reason;
use super::{LINE_BYTES, TEXT_CHARS};
use crate::clock::Timestamp;
use crate::text;

/// Longest id of another desk, in bytes.
const ID_BYTES: usize = 200;
/// Longest name of a channel, in bytes.
const CHANNEL_BYTES: usize = 32;
/// Longest name of a person, in characters; what is longer is cut.
const NAME_CHARS: usize = 100;
/// Longest address and number, in characters; what is longer is left out.
const EMAIL_CHARS: usize = 254;
const PHONE_CHARS: usize = 40;
/// The earliest time that is believed: 1990.
const EARLIEST: Timestamp = Timestamp(631_152_000_000);
/// How far clocks of the other desk may go ahead.
const AHEAD_MS: i64 = 24 * 60 * 60 * 1_000;

/// Who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// The customer.
    Visitor,
    /// Somebody of the other desk.
    Agent,
    /// A bot there.
    Bot,
}

/// The customer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Their id at the other desk.
    pub external_id: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Their phone number.
    pub phone: Option<String>,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its place in the line, counted from 1.
    pub place: u64,
    /// Its id at the other desk; without one it is known by what it holds.
    pub external_id: Option<Cow<'a, str>>,
    /// Who said it.
    pub sender: Sender,
    /// The name of a colleague or bot.
    pub name: Option<String>,
    /// What was said.
    pub text: Cow<'a, str>,
    /// When.
    pub at: Timestamp,
}

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its id at the other desk.
    pub external_id: Cow<'a, str>,
    /// Where it was held.
    pub channel: String,
    /// Whether it was closed there.
    pub closed: bool,
    /// The customer.
    pub contact: Person,
    /// What was said, earliest first; at least one.
    pub entries: Vec<Entry<'a>>,
    /// Entries that are left out, by their place.
    pub refused: Vec<(u64, Reason)>,
}

#[derive(Deserialize)]
struct Wire<'a> {
    #[serde(borrow, default)]
    external_id: Given<'a>,
    #[serde(borrow, default)]
    channel: Given<'a>,
    #[serde(borrow, default)]
    state: Given<'a>,
    #[serde(borrow, default)]
    contact: Option<WirePerson<'a>>,
    #[serde(borrow, default)]
    entries: Bounded<WireEntry<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct WirePerson<'a> {
    #[serde(borrow)]
    external_id: Given<'a>,
    #[serde(borrow)]
    name: Given<'a>,
    #[serde(borrow)]
    email: Given<'a>,
    #[serde(borrow)]
    phone: Given<'a>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct WireEntry<'a> {
    #[serde(borrow)]
    external_id: Given<'a>,
    #[serde(borrow)]
    sender: Given<'a>,
    #[serde(borrow)]
    name: Given<'a>,
    #[serde(borrow)]
    text: Given<'a>,
    #[serde(borrow)]
    sent_at: Given<'a>,
}

impl<'a> Line<'a> {
    /// Reads a line without its end; `None` where nothing stands in it.
    #[must_use]
    pub fn parse(bytes: &'a [u8], now: Timestamp) -> Option<Result<Self, Reason>> {
        if bytes.len() > LINE_BYTES {
            return Some(Err(Reason::LineTooLong));
        }
        let Ok(json) = std::str::from_utf8(bytes) else { return Some(Err(Reason::NotUtf8)) };
        let json = json.trim_start_matches('\u{feff}').trim();
        (!json.is_empty()).then(|| Self::of(json, now))
    }

    fn of(json: &'a str, now: Timestamp) -> Result<Self, Reason> {
        let wire: Wire<'a> = serde_json::from_str(json).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => Reason::WrongFields,
            _ => Reason::NotJson,
        })?;
        let external_id = id(wire.external_id).ok_or(Reason::NoExternalId)?;
        let closed = match wire.state.text() {
            Some("closed") => true,
            Some("open") => false,
            _ => return Err(Reason::WrongState),
        };
        let (mut entries, mut refused) = (Vec::with_capacity(wire.entries.0.len()), Vec::new());
        for (entry, place) in wire.entries.0.into_iter().zip(1..) {
            match read_entry(entry, place, now) {
                Ok(entry) => entries.push(entry),
                Err(reason) => refused.push((place, reason)),
            }
        }
        if entries.is_empty() {
            // What is wrong with the only entry says more than that none is left.
            return Err(refused.first().map_or(Reason::NoEntries, |(_, reason)| *reason));
        }
        // Exports are not always in order; those of one moment stay as they stand.
        entries.sort_by_key(|entry| entry.at);
        Ok(Self {
            external_id,
            channel: channel(&wire.channel)?,
            closed,
            contact: person(&wire.contact.unwrap_or_default()),
            entries,
            refused,
        })
    }
}

fn id(given: Given<'_>) -> Option<Cow<'_, str>> {
    let Given::Text(text) = given else { return None };
    (!text.is_empty() && text.len() <= ID_BYTES).then_some(text)
}

fn channel(given: &Given<'_>) -> Result<String, Reason> {
    let name = match given {
        Given::Missing => "web",
        Given::Text(name) => name,
        Given::Other => return Err(Reason::WrongChannel),
    };
    let named = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if named && (1..=CHANNEL_BYTES).contains(&name.len()) {
        Ok(name.to_owned())
    } else {
        Err(Reason::WrongChannel)
    }
}

fn person(wire: &WirePerson<'_>) -> Person {
    let reach = |given: &Given<'_>, most: usize| {
        given.text().map(text::line).filter(|line| !line.is_empty() && line.chars().count() <= most)
    };
    Person {
        external_id: wire
            .external_id
            .text()
            .filter(|id| (1..=ID_BYTES).contains(&id.len()))
            .map(str::to_owned),
        name: name(&wire.name),
        email: reach(&wire.email, EMAIL_CHARS),
        phone: reach(&wire.phone, PHONE_CHARS),
    }
}

fn name(given: &Given<'_>) -> Option<String> {
    let line = text::line(given.text()?);
    (!line.is_empty()).then(|| line.chars().take(NAME_CHARS).collect())
}

fn read_entry(wire: WireEntry<'_>, place: u64, now: Timestamp) -> Result<Entry<'_>, Reason> {
    let sender = match wire.sender.text() {
        Some("visitor") => Sender::Visitor,
        Some("agent") => Sender::Agent,
        Some("bot") => Sender::Bot,
        _ => return Err(Reason::UnknownSender),
    };
    let at = wire.sent_at.text().and_then(Timestamp::parse);
    let at = at.filter(|at| *at >= EARLIEST && at.0 <= now.0 + AHEAD_MS).ok_or(Reason::WrongDate)?;
    let name = (sender != Sender::Visitor).then(|| name(&wire.name)).flatten();
    let external_id = id(wire.external_id);
    let Given::Text(words) = wire.text else { return Err(Reason::EmptyText) };
    if words.contains('\0') {
        return Err(Reason::Nul);
    }
    if text::is_blank(&words) {
        return Err(Reason::EmptyText);
    }
    if words.len() > TEXT_CHARS && words.chars().count() > TEXT_CHARS {
        return Err(Reason::TextTooLong);
    }
    Ok(Entry { place, external_id, sender, name, text: words, at })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const NOW: Timestamp = Timestamp(1_772_353_812_000);

    fn whole() -> Value {
        json!({
            "external_id": "88", "channel": "web", "state": "closed",
            "contact": { "external_id": 7, "name": "李娜", "email": "li@na.cn", "phone": null },
            "entries": [
                { "external_id": "2", "sender": "agent", "name": "小王", "text": "在的", "sent_at": "2024-03-01T08:31:00Z" },
                { "external_id": "1", "sender": "visitor", "name": "李娜", "text": "在吗", "sent_at": "2024-03-01T16:30:12.5+08:00" },
            ],
            "tags": ["old"],
        })
    }

    fn parse(value: &Value) -> Result<(), Reason> {
        Line::parse(value.to_string().as_bytes(), NOW).expect("not empty").map(drop)
    }

    #[test]
    fn a_line_is_read_in_the_order_of_time() {
        let json = whole().to_string();
        let line = Line::parse(json.as_bytes(), NOW).unwrap().unwrap();
        assert_eq!((&*line.external_id, line.channel.as_str(), line.closed), ("88", "web", true));
        assert_eq!(line.contact.external_id.as_deref(), Some("7"), "a number is an id, too");
        let said: Vec<_> =
            line.entries.iter().map(|entry| (entry.sender, &*entry.text, entry.name.as_deref())).collect();
        assert_eq!(said, [(Sender::Visitor, "在吗", None), (Sender::Agent, "在的", Some("小王"))]);
        assert_eq!(line.entries[0].at, Timestamp(1_709_281_812_500));
    }

    #[test]
    fn nothing_is_no_line() {
        for nothing in ["", "  \t\r", "\u{feff}"] {
            assert_eq!(Line::parse(nothing.as_bytes(), NOW), None, "{nothing:?}");
        }
        let marked = format!("\u{feff}{}\r", whole());
        assert!(Line::parse(marked.as_bytes(), NOW).unwrap().is_ok());
    }

    #[test]
    fn what_is_wrong_with_a_line_has_a_name() {
        let with = |field: &str, value: Value| {
            let mut line = whole();
            line[field] = value;
            parse(&line)
        };
        for (field, value, reason) in [
            ("external_id", Value::Null, Reason::NoExternalId),
            ("external_id", "".into(), Reason::NoExternalId),
            ("external_id", "x".repeat(201).into(), Reason::NoExternalId),
            ("external_id", json!({}), Reason::NoExternalId),
            ("state", "pending".into(), Reason::WrongState),
            ("state", Value::Null, Reason::WrongState),
            ("channel", "Web Chat".into(), Reason::WrongChannel),
            ("channel", json!([1]), Reason::WrongChannel),
            ("entries", json!([]), Reason::NoEntries),
            ("entries", "none".into(), Reason::WrongFields),
            ("entries", json!([1]), Reason::WrongFields),
            ("contact", "李娜".into(), Reason::WrongFields),
        ] {
            assert_eq!(with(field, value.clone()), Err(reason), "{field} {value}");
        }
        for (field, value) in [("channel", Value::Null), ("contact", Value::Null), ("external_id", 88.into())]
        {
            assert_eq!(with(field, value), Ok(()), "{field}");
        }
        let raw = |bytes: &[u8]| Line::parse(bytes, NOW).unwrap().map(drop);
        for broken in ["{", "[]", "null", "{\"external_id\":\"\\ud800\"}", "{\"text\":\"a\u{0}b\"}", "{} {}"]
        {
            let reason = match broken {
                "[]" => Reason::NoExternalId,
                "null" => Reason::WrongFields,
                _ => Reason::NotJson,
            };
            assert_eq!(raw(broken.as_bytes()), Err(reason), "{broken}");
        }
        // The same in GB18030.
        assert_eq!(raw(b"{\"external_id\":\"\xc0\xee\xc4\xc8\"}"), Err(Reason::NotUtf8));
        assert_eq!(raw(&vec![b'a'; LINE_BYTES + 1]), Err(Reason::LineTooLong));
        let deep = "[".repeat(100_000);
        assert_eq!(raw(format!("{{\"x\":{deep}").as_bytes()), Err(Reason::NotJson));
        let many = format!("{{\"entries\":[{}{{}}]}}", "{},".repeat(super::super::ENTRIES_MAX));
        assert_eq!(raw(many.as_bytes()), Err(Reason::WrongFields));
    }

    #[test]
    fn what_is_wrong_with_an_entry_leaves_out_that_entry() {
        let cases = [
            ("sender", Value::Null, Reason::UnknownSender),
            ("sender", "system".into(), Reason::UnknownSender),
            ("sent_at", "yesterday".into(), Reason::WrongDate),
            ("sent_at", "2024-02-30T08:00:00Z".into(), Reason::WrongDate),
            ("sent_at", "2024-03-01T08:00:00".into(), Reason::WrongDate),
            ("sent_at", "1970-01-01T00:00:00Z".into(), Reason::WrongDate),
            ("sent_at", "2126-03-01T08:00:00Z".into(), Reason::WrongDate),
            ("sent_at", 1_709_281_812.into(), Reason::WrongDate),
            ("text", "".into(), Reason::EmptyText),
            ("text", " \u{200b}\n".into(), Reason::EmptyText),
            ("text", Value::Null, Reason::EmptyText),
            ("text", json!({ "html": "x" }), Reason::EmptyText),
            ("text", "a\u{0}b".into(), Reason::Nul),
            ("text", "字".repeat(TEXT_CHARS + 1).into(), Reason::TextTooLong),
        ];
        for (field, value, reason) in cases {
            let mut line = whole();
            line["entries"][1][field] = value.clone();
            let json = line.to_string();
            let read = Line::parse(json.as_bytes(), NOW).unwrap().unwrap();
            assert_eq!((read.entries.len(), read.refused), (1, vec![(2, reason)]), "{field} {value}");
            line["entries"] = json!([line["entries"][1]]);
            assert_eq!(parse(&line), Err(reason), "the only entry: {field} {value}");
        }
    }
}
