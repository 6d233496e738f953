//! Every frame on the page about the protocol, held against what the desk takes and says.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};
use servicedesk::clock::Timestamp;
use servicedesk::im::protocol::{ClientFrame, parse};

use super::reading::{PROTOCOL, examples, headings, section};
use super::story::every_frame;
use crate::support::{Link, TestDesk, Visitor};

/// Fields that the page says nothing is done with.
const IGNORED: [&str; 2] = ["type", "client"];

/// The name at the end of headings such as “Client: hello”, without its backticks, with their sections.
fn described(side: &str) -> BTreeMap<String, &'static str> {
    let prefix = format!("### {side}: ");
    let found = headings(PROTOCOL).into_iter().filter(|heading| heading.starts_with(&prefix));
    found.map(|heading| (heading[prefix.len()..].replace('`', ""), section(PROTOCOL, heading))).collect()
}

/// Keys and types, however deep; lists by their first element. Entries of a page are frames of their own.
fn shape(value: &Value) -> Value {
    match value {
        Value::Null => json!("null"),
        Value::Bool(_) => json!("bool"),
        Value::Number(_) => json!("number"),
        Value::String(_) => json!("text"),
        Value::Array(items) => json!([items.first().map(shape)]),
        Value::Object(fields) => {
            let of = |(key, field): (&String, &Value)| {
                (key.clone(), if key == "entries" { json!([]) } else { shape(field) })
            };
            Value::Object(fields.iter().map(of).collect::<Map<_, _>>())
        }
    }
}

#[test]
fn every_client_frame_is_described_and_each_example_is_understood() {
    let described = described("Client");
    let known = [
        "active",
        "client_state",
        "continue",
        "fetch",
        "hello",
        "ping",
        "progress",
        "send",
        "typing",
        "viewing",
        "watch",
        "watch_wall",
    ];
    assert_eq!(described.keys().collect::<Vec<_>>(), known);
    for (kind, text) in described {
        let examples = examples(text);
        assert!(!examples.is_empty(), "{kind} has no example");
        for example in examples {
            assert_eq!(example["type"], kind);
            let read = |frame: &Value| match parse(&frame.to_string()).next().expect("a frame") {
                Ok(frame) => format!("{frame:?}"),
                Err(wrong) => format!("{wrong:?}"),
            };
            let understood = read(&example);
            assert!(understood.to_lowercase().starts_with(&kind.replace('_', "")), "{example}: {understood}");
            // Each field is looked at: something else in its place is told, or means something else.
            for field in
                example.as_object().unwrap().keys().filter(|field| !IGNORED.contains(&field.as_str()))
            {
                let mut other = example.clone();
                other[field] = json!([[]]);
                assert_ne!(read(&other), understood, "{field} of {kind} is not read");
            }
        }
    }
}

#[test]
fn what_the_page_calls_required_is() {
    for (kind, required) in [
        ("hello", vec!["protocol", "session_token"]),
        ("send", vec!["client_message_id", "content"]),
        ("fetch", vec!["request_id", "conversation_id"]),
        ("typing", vec!["conversation_id", "active"]),
        ("progress", vec![]),
        ("viewing", vec![]),
        ("watch", vec![]),
        ("watch_wall", vec!["active"]),
        ("client_state", vec!["state"]),
    ] {
        let example = examples(section(PROTOCOL, &format!("### Client: `{kind}`"))).remove(0);
        for field in example.as_object().unwrap().keys().filter(|field| *field != "type") {
            let mut without = example.clone();
            without.as_object_mut().unwrap().remove(field);
            let taken = parse(&without.to_string()).next().expect("a frame").is_ok();
            assert_eq!(!taken, required.contains(&field.as_str()), "{field} of {kind}");
        }
    }
}

/// Puts real ids and tokens where the page has invented ones.
fn made_real(example: &Value, visitor: &Visitor, conversation: &str) -> Value {
    let mut text = example.to_string().replace("c_048jpvq0hmasw", conversation);
    if let Some(token) = example["session_token"].as_str() {
        text = text.replace(token, &visitor.session_token);
    }
    serde_json::from_str(&text).unwrap()
}

#[tokio::test]
async fn every_client_example_is_taken_by_a_desk() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("在吗?").await;
    let described = described("Client");
    for hello in examples(described["hello"]) {
        let mut link = desk.knock().await;
        link.say(&made_real(&hello, &visitor, &conversation)).await;
        // Its cursor is of another desk.
        assert_eq!(link.expect("welcome").await["resume"], "reload");
    }
    let mut link = visitor.connect().await;
    for (kind, text) in described.iter().filter(|(kind, _)| *kind != "hello") {
        for example in examples(text) {
            link.say(&made_real(&example, &visitor, &conversation)).await;
            match kind.as_str() {
                "send" => assert_eq!(
                    link.expect("accepted").await["client_message_id"],
                    example["client_message_id"]
                ),
                "fetch" => assert_eq!(link.expect("page").await["request_id"], example["request_id"]),
                "ping" => drop(link.expect("pong").await),
                _ => {}
            }
            silent(&mut link, kind).await;
        }
    }
}

async fn silent(link: &mut Link, kind: &str) {
    link.say(&json!({ "type": "ping" })).await;
    let told = link.told().await;
    assert_eq!(told["type"], "pong", "after {kind} came {told}");
}

#[tokio::test]
async fn every_desk_frame_is_described_as_it_really_is() {
    let frames = every_frame().await;
    let name = |frame: &Value| match frame["type"].as_str().unwrap() {
        "entry" => format!("entry {}", frame["kind"].as_str().unwrap()),
        other => other.to_owned(),
    };
    let mut real: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for frame in &frames {
        real.entry(name(frame)).or_default().insert(shape(frame).to_string());
    }
    let mut described = described("Desk");
    described.remove("entry");
    assert_eq!(described.keys().collect::<Vec<_>>(), real.keys().collect::<Vec<_>>());
    for (kind, text) in described {
        let mut examples = examples(text);
        assert!(!examples.is_empty(), "{kind} has no example");
        assert!(examples.iter().all(|example| name(example) == kind), "{kind}");
        let within = examples.iter().flat_map(|example| example["entries"].as_array().into_iter().flatten());
        examples.extend(within.cloned().collect::<Vec<_>>());
        for example in examples {
            let (told, drawn) = (&real[&name(&example)], shape(&example).to_string());
            assert!(told.contains(&drawn), "{kind} as written:\n{drawn}\nas told:\n{told:#?}");
        }
    }
    insta::assert_json_snapshot!("frames", anonymous(&frames, name));
}

/// One frame of each kind and shape, without ids, times and positions that mean nothing outside of the run.
fn anonymous(frames: &[Value], name: impl Fn(&Value) -> String) -> BTreeMap<String, Vec<Value>> {
    let mut shapes = BTreeSet::new();
    let mut kept: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for frame in frames.iter().filter(|frame| shapes.insert(shape(frame).to_string())) {
        let mut frame = frame.clone();
        without_ids(&mut frame);
        kept.entry(name(&frame)).or_default().push(frame);
    }
    kept
}

fn without_ids(value: &mut Value) {
    match value {
        Value::String(text) => {
            let is_id = text.split_once('_').is_some_and(|(kind, rest)| kind.len() <= 4 && rest.len() >= 13);
            if is_id {
                let prefix = text.find('_').map_or(0, |end| end + 1);
                text.replace_range(prefix.., "…");
            } else if Timestamp::parse(text).is_some() {
                "2026-03-01T08:00:00.000Z".clone_into(text);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(without_ids),
        Value::Object(fields) => {
            for (key, field) in fields {
                match key.as_str() {
                    "log_epoch" | "label" => *field = json!("…"),
                    "log_position" | "retry_after_ms" | "reconnect_after_ms" => *field = json!(0),
                    _ => without_ids(field),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn both_ends_agree_on_names() {
    // A frame of the desk said by a client is of an unknown type, but for those that both sides know.
    for kind in described("Desk").keys().filter(|kind| !["typing", "progress"].contains(&kind.as_str())) {
        let read = parse(&json!({ "type": kind }).to_string()).next().expect("a frame");
        assert!(matches!(read, Err(wrong) if wrong.code == "unknown_type"), "{kind}");
    }
    assert!(matches!(parse("{\"type\":\"ping\"}").next().expect("a frame"), Ok(ClientFrame::Ping)));
}
