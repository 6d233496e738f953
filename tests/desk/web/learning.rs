//! What persons answer teaches the FAQ: groups of questions, what is decided about them, suggestions, and what is left of somebody
//! who is erased.

use std::path::Path;

use reqwest::Method;
use rusqlite::Connection;
use serde_json::{Value, json};
use servicedesk::storage::DATABASE_FILE;

use crate::support::{Agent, Link, TestDesk};

/// A customer asks and, where there is one, a person answers.
async fn talk(desk: &TestDesk, agent: &Agent, question: &str, answer: &str) -> (Link, String) {
    let (link, conversation) = desk.visitor().await.begin(question).await;
    if !answer.is_empty() {
        agent.reply(&conversation, answer).await;
    }
    (link, conversation)
}

/// Asks for the groups until they are as expected; what was learned comes soon after it was said.
async fn gaps_until(agent: &Agent, query: &str, expected: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..3_000 {
        let found = agent.get(&format!("/api/v1/faq/gaps{query}")).await.ok(200);
        if expected(&found) {
            return found;
        }
        tokio::task::yield_now().await;
    }
    panic!("{}", agent.get(&format!("/api/v1/faq/gaps{query}")).await.text);
}

fn counts(found: &Value) -> Vec<i64> {
    found["items"].as_array().unwrap().iter().map(|gap| gap["count"].as_i64().unwrap()).collect()
}

/// Asks for suggestions until the first is of this entry.
async fn suggested(agent: &Agent, conversation: &str, text: &str, faq: &str) -> Value {
    for _ in 0..3_000 {
        let path = format!("/api/v1/conversations/{conversation}/suggestions?text={text}");
        let found = agent.get(&path).await.ok(200);
        if found["items"][0]["faq_id"] == faq {
            return found;
        }
        tokio::task::yield_now().await;
    }
    panic!("{faq} is not suggested for {text}");
}

fn entry(question: &str, answer: &str) -> Value {
    json!({ "texts": { "en": { "question": question, "answer": answer } } })
}

#[tokio::test]
async fn questions_that_ask_the_same_become_an_entry_with_one_call() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let answer = "We ship to Canada, it takes seven days.";
    let (_one, _) = talk(&desk, &owner, "Do you ship to Canada?", answer).await;
    let (_two, _) = talk(&desk, &owner, "do you ship to canada please", "Hello, we ship to Canada within seven days.").await;
    let (mut left, waiting) = talk(&desk, &owner, "Can you ship it to Canada? Call 13800138000", "").await;
    let (_other, _) = talk(&desk, &owner, "Is there a student discount?", "Ten percent with a student card.").await;
    let (_hi, _) = talk(&desk, &owner, "hello there", "Hi, how can I help?").await;

    let found = gaps_until(&owner, "", |found| counts(found) == [3, 1]).await;
    let gap = &found["items"][0];
    assert_eq!((&gap["kind"], &gap["state"], &gap["language"]), (&json!("unanswered"), &json!("open"), &json!("en")));
    assert!(gap["draft"]["en"].as_str().unwrap().contains("ship to Canada"), "{gap}");
    assert!(!gap.to_string().contains("13800138000"), "masked: {gap}");
    assert_eq!(found["totals"]["unanswered"], 2);
    assert_eq!((&found["rate"]["now"], &found["rate"]["after_three"]), (&json!(0.0), &json!(1.0)));
    let path = format!("/api/v1/faq/gaps/{}", gap["id"].as_str().unwrap());
    let detail = owner.get(&path).await.ok(200);
    let outcomes: Vec<&str> =
        detail["questions"].as_array().unwrap().iter().filter_map(|one| one["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["left", "answered", "answered"]);
    assert!(!detail.to_string().contains("13800138000"), "masked: {detail}");

    let body = json!({
        "entry": entry("Do you ship to Canada?", answer),
        "phrasings": ["do you ship to canada please", "Can you ship it to Canada?"],
        "tell": true,
    });
    let done = owner.post(&format!("{path}/approve"), &body).await.ok(200);
    assert_eq!((&done["state"], &done["told"]), (&json!("done"), &json!(1)), "{done}");
    // Who was not answered hears of it.
    assert_eq!(left.expect("message").await["content"]["text"], answer);
    owner.post(&format!("{path}/approve"), &body).await.problem(409, "wrong_state");
    let faq = done["faq_id"].as_str().unwrap();
    let entry = owner.get(&format!("/api/v1/faq/{faq}")).await.ok(200);
    assert_eq!(entry["state"], "published");
    assert_eq!(entry["texts"]["en"]["alternatives"].as_array().unwrap().len(), 2, "{entry}");
    suggested(&owner, &waiting, "ship%20to%20canada", faq).await;

    // Taken back, the entry is gone and the group is there again.
    let back = owner.post(&format!("{path}/restore"), &json!({})).await.ok(200);
    assert_eq!((&back["state"], &back["faq_id"]), (&json!("open"), &Value::Null));
    owner.get(&format!("/api/v1/faq/{faq}")).await.problem(404, "not_found");
    owner.post(&format!("{path}/restore"), &json!({})).await.problem(409, "wrong_state");
}

#[tokio::test]
async fn groups_are_put_away_merged_and_brought_back() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let mut links = Vec::new();
    for question in ["How do I cancel my order?", "Is there a student discount?", "Where is your shop?"] {
        links.push(talk(&desk, &owner, question, "").await);
    }
    let found = gaps_until(&owner, "", |found| counts(found) == [1, 1, 1]).await;
    let id = |at: usize| found["items"][at]["id"].as_str().unwrap().to_owned();
    let call = async |id: &str, action: &str, body: Value| {
        owner.post(&format!("/api/v1/faq/gaps/{id}/{action}"), &body).await
    };
    call(&id(0), "merge", json!({ "gap_id": id(0) })).await.problem(409, "wrong_state");
    let into = call(&id(0), "merge", json!({ "gap_id": id(1) })).await.ok(200);
    assert_eq!(into["id"], id(1).as_str());
    let merged = owner.get("/api/v1/faq/gaps").await.ok(200);
    assert_eq!((counts(&merged), &merged["items"][0]["id"]), (vec![2, 1], &json!(id(1))));
    let detail = owner.get(&format!("/api/v1/faq/gaps/{}", id(1))).await.ok(200);
    assert_eq!(detail["questions"].as_array().unwrap().len(), 2);
    call(&id(0), "restore", json!({})).await.ok(200);
    assert_eq!(counts(&owner.get("/api/v1/faq/gaps").await.ok(200)), [1, 1, 1]);

    call(&id(1), "later", json!({})).await.ok(200);
    call(&id(2), "dismiss", json!({})).await.ok(200);
    let open = owner.get("/api/v1/faq/gaps").await.ok(200);
    assert_eq!((counts(&open), &open["items"][0]["id"]), (vec![1], &json!(id(0))));
    call(&id(2), "dismiss", json!({})).await.problem(409, "wrong_state");
    for (state, at) in [("later", 1), ("dismissed", 2)] {
        let found = owner.get(&format!("/api/v1/faq/gaps?state={state}")).await.ok(200);
        assert_eq!(found["items"][0]["id"], id(at).as_str());
        call(&id(at), "restore", json!({})).await.ok(200);
    }
    // What was put away takes those that ask the same later.
    call(&id(2), "dismiss", json!({})).await.ok(200);
    links.push(talk(&desk, &owner, "Where is your shop please", "").await);
    links.push(talk(&desk, &owner, "Can I pay by invoice?", "").await);
    let found = gaps_until(&owner, "", |found| counts(found).len() == 3).await;
    assert_eq!(counts(&found), [1, 1, 1]);
    let away = gaps_until(&owner, "?state=dismissed", |found| counts(found) == [2]).await;
    assert_eq!(away["items"][0]["id"], id(2).as_str());
    owner.get("/api/v1/faq/gaps?kind=odd").await.problem(400, "invalid");
    owner.get("/api/v1/faq/gaps/gap_0000000000001").await.problem(404, "not_found");
}

#[tokio::test]
async fn who_may_not_publish_leaves_a_draft() {
    let desk = TestDesk::hurried().await;
    let (owner, agent) = (desk.owner().await, desk.colleague().await);
    let (_link, _) = talk(&desk, &owner, "How do I cancel my order?", "Press cancel on the order's page.").await;
    let found = gaps_until(&agent, "", |found| counts(found) == [1]).await;
    let path = format!("/api/v1/faq/gaps/{}", found["items"][0]["id"].as_str().unwrap());
    agent.post(&format!("{path}/dismiss"), &json!({})).await.problem(403, "forbidden");
    let body = json!({ "entry": entry("How do I cancel?", "Press cancel on the order's page.") });
    let drafted = agent.post(&format!("{path}/approve"), &body).await.ok(200);
    assert_eq!(drafted["state"], "open", "it waits for somebody who publishes");
    let faq = format!("/api/v1/faq/{}", drafted["faq_id"].as_str().unwrap());
    assert_eq!(agent.get(&faq).await.ok(200)["state"], "draft");
    let done = owner.post(&format!("{path}/approve"), &json!({})).await.ok(200);
    assert_eq!((&done["state"], &done["faq_id"]), (&json!("done"), &drafted["faq_id"]));
    assert_eq!(owner.get(&faq).await.ok(200)["state"], "published");
}

#[tokio::test]
async fn a_suggestion_that_was_taken_teaches_another_way_to_ask() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let answer = "Send it back within thirty days, the label is in the parcel.";
    let mut body = entry("How do I return an item?", answer);
    body["state"] = json!("published");
    let faq = owner.post("/api/v1/faq", &body).await.ok(201)["id"].as_str().unwrap().to_owned();
    let (_link, conversation) = desk.visitor().await.begin("How do I return an item").await;
    let found = suggested(&owner, &conversation, "", &faq).await;
    assert_eq!((&found["items"][0]["answer"], &found["for_sequence"]), (&json!(answer), &json!(2)), "{found}");
    let path = format!("/api/v1/conversations/{conversation}/suggestions");
    let used = |sequence: i64, used: &str| json!({ "faq_id": faq, "sequence": sequence, "used": used });
    owner.post(&path, &used(2, "eaten")).await.problem(400, "invalid");
    owner.post(&path, &used(99, "taken")).await.problem(400, "invalid");
    owner.post(&path, &used(2, "edited")).await.ok(204);

    // Words that the FAQ does not know: what was taken for them says what they mean.
    let (_other, odd) = desk.visitor().await.begin("these trousers pinch, what happens next").await;
    let path = format!("/api/v1/conversations/{odd}/suggestions");
    owner.post(&path, &used(2, "taken")).await.ok(204);
    owner.reply(&odd, answer).await;
    let found = gaps_until(&owner, "?kind=phrasing", |found| counts(found) == [1]).await;
    let gap = &found["items"][0];
    assert_eq!((&gap["faq_id"], &gap["title"]), (&json!(faq), &json!("How do I return an item?")), "{gap}");
    let phrasing = gap["phrasings"][0]["text"].as_str().unwrap();
    assert_eq!(phrasing, "these trousers pinch, what happens next");
    let attach = format!("/api/v1/faq/gaps/{}/attach", gap["id"].as_str().unwrap());
    let done = owner.post(&attach, &json!({ "faq_id": faq, "phrasings": [phrasing] })).await.ok(200);
    assert_eq!(done["state"], "done");
    let kept = owner.get(&format!("/api/v1/faq/{faq}")).await.ok(200);
    assert_eq!(kept["texts"]["en"]["alternatives"], json!([phrasing]));
}

/// Said by the person who goes, and nowhere else.
const WORDS: &str = "Does zygomorphing the marzipan cost extra?";
const ALSO: &str = "Do you sell persimmon lanterns?";

/// How often a piece of the words stands in a file.
fn in_file(path: &Path, piece: &str) -> usize {
    let bytes = std::fs::read(path).unwrap_or_default();
    bytes.windows(piece.len()).filter(|window| window.eq_ignore_ascii_case(piece.as_bytes())).count()
}

/// The same in the database, its log, and a fresh copy of both.
fn everywhere(desk: &TestDesk, piece: &str) -> usize {
    let folder = desk.inside().db.folder();
    let copy = folder.join("copy.sqlite");
    drop(std::fs::remove_file(&copy));
    #[expect(clippy::disallowed_methods, reason = "copies the database as an operator may")]
    let conn = Connection::open(folder.join(DATABASE_FILE)).unwrap();
    conn.execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    let log = folder.join(format!("{DATABASE_FILE}-wal"));
    [copy, folder.join(DATABASE_FILE), log].iter().map(|path| in_file(path, piece)).sum()
}

async fn contact(agent: &Agent, conversation: &str) -> String {
    let row = agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    format!("/api/v1/contacts/{}", row["contact"]["id"].as_str().unwrap())
}

#[tokio::test]
async fn who_is_erased_leaves_no_word_in_the_faq() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_one, gone) = talk(&desk, &owner, WORDS, "").await;
    let found = gaps_until(&owner, "", |found| counts(found) == [1]).await;
    let path = format!("/api/v1/faq/gaps/{}", found["items"][0]["id"].as_str().unwrap());
    let body = json!({ "entry": entry(WORDS, "It is free."), "phrasings": ["Is that free?"] });
    let made = owner.post(&format!("{path}/approve"), &body).await.ok(200);
    let faq = format!("/api/v1/faq/{}", made["faq_id"].as_str().unwrap());
    // What somebody else said stays.
    let (_two, _) = talk(&desk, &owner, ALSO, "").await;
    let found = gaps_until(&owner, "", |found| counts(found) == [1]).await;
    let path = format!("/api/v1/faq/gaps/{}", found["items"][0]["id"].as_str().unwrap());
    let body = json!({ "entry": entry("Lanterns", "We do."), "phrasings": [ALSO] });
    let other = owner.post(&format!("{path}/approve"), &body).await.ok(200);
    assert!(everywhere(&desk, "zygomorph") > 3);

    owner.call(Method::DELETE, &contact(&owner, &gone).await, &json!({})).await.ok(204);
    assert_eq!(everywhere(&desk, "zygomorph"), 0);
    let kept = owner.get(&faq).await.ok(200);
    assert_eq!(kept["texts"]["en"]["question"], "Is that free?", "asked with the words that are left: {kept}");
    assert_eq!(kept["state"], "published");
    let versions = owner.get(&format!("{faq}/versions")).await.ok(200);
    assert!(!versions.to_string().contains("zygomorph"), "{versions}");
    let kept = owner.get(&format!("/api/v1/faq/{}", other["faq_id"].as_str().unwrap())).await.ok(200);
    assert_eq!(kept["texts"]["en"]["alternatives"], json!([ALSO]));
}
