//! The page about the REST interface, held against what the desk answers.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::clock::Timestamp;
use servicedesk::domain::contacts::identity::{Claim, Identity, check};

use super::reading::{API, examples, fenced, section, table};
use crate::support::{Answer, TestDesk};

/// Names of the fields, in order.
fn fields(value: &Value) -> Vec<&String> {
    value.as_object().unwrap().keys().collect()
}

/// What follows `-d '` in a command, up to the closing quote.
fn sent(command: &str) -> Value {
    let body = command.split_once("-d '").unwrap().1.split_once('\'').unwrap().0;
    serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {body}"))
}

#[tokio::test]
async fn the_first_calls_work_as_written() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let commands = fenced(section(API, "## A first call"), "sh").remove(0);
    assert!(commands.contains("/api/v1/conversations?view=waiting'"));
    assert_eq!(
        owner.get("/api/v1/conversations?view=waiting").await.ok(200),
        examples(section(API, "## Lists"))[0]
    );
    let key = commands.split_once("Idempotency-Key: ").unwrap().1.split('\'').next().unwrap();
    let opened = owner.call_once(key, Method::POST, "/api/v1/conversations", &sent(commands)).await.ok(201);
    assert_eq!(opened["last_message"]["text"], "Where is order 1042?");
}

#[tokio::test]
async fn problems_look_as_written() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let written = examples(section(API, "## Errors")).remove(0);
    let mut told = owner.get("/api/v1/conversations?limit=201").await.problem(400, "invalid");
    told["request_id"] = written["request_id"].clone();
    assert_eq!(told, written);
    assert_eq!(fields(&told), fields(&written));
}

#[tokio::test]
async fn a_visitors_session_looks_as_written() {
    let desk = TestDesk::open().await;
    desk.owner().await;
    let text = section(API, "## Visitors");
    let mut body = sent(fenced(text, "sh")[0]);
    body["key"] = desk.key.as_str().into();
    let told = desk.post("/widget/v1/session", &body).await.ok(200);
    let written = examples(text).remove(0);
    assert_eq!(fields(&told), fields(&written));
    assert_eq!(fields(&told["settings"]), fields(&written["settings"]));
    assert_eq!(fields(&told["settings"]["agents"][0]), fields(&written["settings"]["agents"][0]));
}

#[tokio::test]
async fn set_up_takes_what_is_written() {
    let desk = TestDesk::open().await;
    let mut body = examples(section(API, "## Set-up")).remove(0);
    body["token"] = desk.setup_token.clone().unwrap().into();
    let told = desk.post("/api/v1/setup", &body).await.ok(201);
    assert_eq!(fields(&told), ["agent", "csrf_token", "widget"]);
    assert_eq!(fields(&told["widget"]), ["tag", "key"]);
}

#[test]
fn the_vectors_for_checking_ones_own_code_hold() {
    let vectors = fenced(section(API, "### Proving who somebody is"), "text");
    let now = Timestamp((1_772_357_412 - 3_600) * 1_000);
    let by_hash = Claim { id: Some("u1".into()), hash: Some(vectors[0].trim().into()), ..Claim::default() };
    let by_token = Claim { token: Some(vectors[1].trim().into()), ..Claim::default() };
    for claim in [by_hash, by_token] {
        let checked = check(claim, "s", now).unwrap();
        assert!(matches!(checked, Identity::Verified { user_id, .. } if user_id == "u1"));
    }
}

#[tokio::test]
async fn visitors_calls_are_those_that_are_written() {
    let desk = TestDesk::open().await;
    for row in table(section(API, "### Visitors' calls")) {
        let call = row[0].trim_matches('`');
        let (method, rest) = call.split_once(' ').unwrap();
        let path = rest.split(' ').next().unwrap().replace("{id}", "x");
        let request = desk.request(method.parse().unwrap(), &path).json(&json!({}));
        // Without a session a call that exists is 401; one that does not is 404.
        Answer::to(request).await.problem(401, "unauthenticated");
    }
}

/// Every code that some fault in the sources carries, with the name of its kind.
fn codes_of_sources() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                // Commands on the machine have codes of their own.
                folders
                    .extend(Some(path).filter(|path| !path.ends_with("control") && !path.ends_with("cli")));
                continue;
            }
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let text = text.split("#[cfg(test)]").next().unwrap().replace('\n', " ");
            for made in
                text.split("::new(").skip(1).filter_map(|rest| rest.trim_start().strip_prefix("Kind::"))
            {
                let (kind, rest) = made.split_once(',').unwrap();
                let code = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
                found.extend(code.map(|code| (kind.to_owned(), code.to_owned())));
            }
            for code in text.split("unavailable(\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                found.insert(("Unavailable".into(), code.to_owned()));
            }
        }
    }
    found
}

#[test]
fn every_code_is_written_down_with_its_status() {
    let status = |kind: &str| match kind {
        "Invalid" => "400",
        "Unauthenticated" => "401",
        "Forbidden" => "403",
        "NotFound" => "404",
        "Conflict" => "409",
        "TooLarge" => "413",
        "RuleBroken" => "422",
        "RateLimited" => "429",
        "Unavailable" => "503",
        _ => "500",
    };
    let rows = table(section(API, "## Errors"));
    let written: BTreeSet<(String, String)> =
        rows.iter().map(|row| (row[0].to_owned(), row[1].trim_matches('`').to_owned())).collect();
    let mut made: BTreeSet<(String, String)> =
        codes_of_sources().into_iter().map(|(kind, code)| (status(&kind).to_owned(), code)).collect();
    // `invalid` is made in one place without its kind beside it; `paused` is between the writer and a link.
    made.insert(("400".into(), "invalid".into()));
    made.remove(&("503".to_owned(), "paused".to_owned()));
    let lines = |rows: Vec<&(String, String)>| -> String {
        let lines = rows.iter().map(|(status, code)| format!("| {status} | `{code}` | … |"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let missing = lines(made.difference(&written).collect());
    let left_over = lines(written.difference(&made).collect());
    assert!(
        missing.is_empty() && left_over.is_empty(),
        "docs/api.md, \"Errors\"; to be added, with what they mean:\n{missing}\nto be removed:\n{left_over}"
    );
}
