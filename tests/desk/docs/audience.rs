//! The table kind × audience: each kind is made for real, and seen by agent, customer and REST.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::reading::{PROTOCOL, section, table};
use super::story::every_kind;

/// What is left of an entry of which nothing may be known.
const HIDDEN: [&str; 5] = ["type", "conversation_id", "sequence", "log_position", "kind"];

/// How much of an entry, as agents get it whole, somebody is told.
fn told(whole: &Value, entry: &Value) -> &'static str {
    let mut same = whole.clone();
    if entry["client_message_id"].is_null() && entry["type"] == "message" {
        same["client_message_id"] = Value::Null;
    }
    let keys: Vec<&String> = entry.as_object().unwrap().keys().collect();
    if *entry == same {
        return "full";
    }
    for number in ["conversation_id", "sequence", "log_position"] {
        assert_eq!(entry[number], whole[number]);
    }
    if keys == HIDDEN {
        assert_eq!((&entry["type"], &entry["kind"]), (&json!("entry"), &json!("hidden")));
        return "hidden";
    }
    assert!(
        !keys.iter().any(|key| ["by", "reason", "note", "agent_id", "until"].contains(&key.as_str())),
        "{entry}"
    );
    assert_eq!(entry["kind"], whole["kind"]);
    "reduced"
}

#[tokio::test]
async fn everybody_is_told_what_the_table_says() {
    let story = every_kind().await;
    let by_rest = story.owner.entries(&story.conversation).await;
    let mut agent = story.owner.connect().await;
    let fetched_by_agent = agent.fetch(&story.conversation, json!({})).await;
    let mut customer = story.visitor.connect().await;
    let fetched_by_visitor = customer.fetch(&story.conversation, json!({})).await;
    assert_eq!(fetched_by_agent["entries"], json!(by_rest));

    let mut seen: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for (place, case) in story.cases.iter().enumerate() {
        let whole = &by_rest[place];
        let to_visitor = told(whole, &fetched_by_visitor["entries"][place]);
        // Live it is told in the same way, only that words may have changed since.
        let live = &story.live_to_agent[place];
        assert_eq!(keys(live), keys(whole), "{case}");
        if let Some(live) = place.checked_sub(1).and_then(|place| story.live_to_visitor.get(place)) {
            assert_eq!(keys(live), keys(&fetched_by_visitor["entries"][place]), "{case}");
        }
        seen.insert(case, ("full", to_visitor));
    }
    let written: BTreeMap<&str, (&str, &str)> = table(section(PROTOCOL, "### Who gets what"))
        .into_iter()
        .map(|row| (row[0], (row[1], row[2])))
        .collect();
    assert_eq!(seen, written);
}

fn keys(entry: &Value) -> Vec<&String> {
    entry.as_object().unwrap().keys().collect()
}

#[tokio::test]
async fn a_customer_is_told_what_they_may_know_of_joining_and_states() {
    let story = every_kind().await;
    let of = |kind: &str| {
        story.live_to_visitor.iter().filter(|entry| entry["kind"] == kind).cloned().collect::<Vec<_>>()
    };
    let joined = of("assigned");
    assert_eq!(joined.len(), 1);
    assert_eq!(joined[0]["agent_name"], "小梅");
    let states = of("state");
    assert_eq!(states.iter().map(|entry| &entry["state"]).collect::<Vec<_>>(), ["closed"]);
    // A note's words are nowhere in what the customer was told.
    let everything = json!(story.live_to_visitor).to_string();
    for secret in ["常客", "老客人", "认识快递", "物流", "小王"] {
        assert!(!everything.contains(secret), "{secret}");
    }
}
