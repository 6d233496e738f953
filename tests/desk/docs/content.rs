//! What the page about the protocol says of content, held against what is read and written.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use servicedesk::domain::conversations::content::Content;

use super::reading::{PROTOCOL, examples, section, table};

const SECTIONS: [&str; 4] =
    ["### Content: `text`", "### Cards", "### Answers to cards", "### Content: `file`"];

/// Every example of the page.
fn written() -> Vec<Value> {
    SECTIONS.into_iter().flat_map(|heading| examples(section(PROTOCOL, heading))).collect()
}

/// The words between backticks.
fn words(cell: &str) -> BTreeSet<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn names(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn every_example_is_content_as_it_is_stored() {
    for example in written() {
        let content = Content::parse(&example, 8_000).unwrap_or_else(|fault| panic!("{fault}: {example}"));
        assert_eq!(content.to_json(), example.to_string());
    }
}

#[test]
fn the_kinds_are_those_of_the_examples() {
    let section = section(PROTOCOL, "## Content").split("\n### ").next().unwrap();
    for row in table(section) {
        let kind = row[0].trim_matches('`');
        let of_kind: Vec<Value> = written().into_iter().filter(|example| example["kind"] == kind).collect();
        let mut used: BTreeSet<String> = of_kind.iter().flat_map(names).collect();
        used.remove("kind");
        assert_eq!(used, words(row[2]), "{kind}");
    }
}

#[test]
fn cards_must_and_may_have_what_the_table_says() {
    let rows = table(section(PROTOCOL, "### Cards"));
    assert_eq!(rows.len(), 5);
    for row in rows {
        let kind = row[0].trim_matches('`');
        let (must, may) = (words(row[1]), words(row[2]));
        let example = written().into_iter().find(|example| example["card"]["type"] == kind).unwrap();
        let mut card = example["card"].clone();
        for name in &may {
            if card.get(name).is_none() {
                card[name] = match name.as_str() {
                    "url" => json!("https://www.shop.cn"),
                    "buttons" => json!([{ "id": "a", "label": "A" }]),
                    "markdown" => json!(true),
                    _ => json!("x"),
                };
            }
        }
        let read = |card: &Value| {
            let content = json!({ "kind": "card", "card": card, "text": "words" });
            Content::parse(&content, 8_000).map(|content| {
                let stored: Value = serde_json::from_str(&content.to_json()).unwrap();
                let mut kept = names(&stored["card"]);
                kept.remove("type");
                kept
            })
        };
        assert_eq!(read(&card).unwrap(), must.union(&may).cloned().collect(), "{kind}");
        for name in must.union(&may) {
            let mut without = card.clone();
            without.as_object_mut().unwrap().remove(name);
            assert_eq!(read(&without).is_err(), must.contains(name), "{name} of {kind}");
        }
    }
}
