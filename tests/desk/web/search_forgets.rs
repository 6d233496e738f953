//! What was erased, recalled or edited is out of the index, too: in no form that only the index has is a byte of it left, not in
//! the write-ahead log, not in the database, not in a copy of it.

use std::path::Path;
use std::time::Duration;

use reqwest::Method;
use rusqlite::Connection;
use serde_json::{Value, json};
use servicedesk::storage::DATABASE_FILE;

use crate::support::{Agent, TestDesk, said};

/// Said by the person who goes, and nowhere else. Its stem, its pairs and its parts are in no other file: as tokens they stand
/// between others, and so the bytes looked for are as they stand in a page of the index.
const WORDS: &str = "Zygomorphing 麒麟瑞兽 903718265";

/// Parts of the words that only an index makes of them: a stem that is no word, pairs, groups of digits in their order.
const FORMS: [&str; 6] = ["zygomorph", "麒麟", "麟瑞", "瑞兽", "9037", "8265"];

/// The forms that stand in a file, other than inside the words themselves.
fn forms_in(path: &Path) -> Vec<&'static str> {
    let bytes = std::fs::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes).replace("麒麟瑞兽", "").replace("903718265", "");
    FORMS.into_iter().filter(|form| text.contains(form)).collect()
}

/// The database, its log, and a fresh copy of both.
fn forms(desk: &TestDesk) -> Vec<&'static str> {
    let folder = desk.inside().db.folder();
    let copy = folder.join("copy.sqlite");
    drop(std::fs::remove_file(&copy));
    #[expect(clippy::disallowed_methods, reason = "copies the database as an operator may")]
    let conn = Connection::open(folder.join(DATABASE_FILE)).unwrap();
    conn.execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    let log = folder.join(format!("{DATABASE_FILE}-wal"));
    let mut found: Vec<&str> =
        [copy, folder.join(DATABASE_FILE), log].iter().flat_map(|path| forms_in(path)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The path of the contact behind a conversation.
async fn contact(agent: &Agent, conversation: &str) -> String {
    let row = agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    format!("/api/v1/contacts/{}", row["contact"]["id"].as_str().unwrap())
}

/// A desk on which others said much, so that words stand in the middle of pages, and at their beginning.
async fn busy() -> (TestDesk, Agent) {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_link, other) = desk.visitor().await.begin("hello").await;
    owner.pour(&desk, &other, 300).await;
    (desk, owner)
}

/// Waits, in the desk's time, until its log holds nothing of what was taken away.
async fn is_folded(desk: &TestDesk) {
    desk.pass_until(async || {
        desk.get("/healthz").await;
        desk.inside().db.is_folded()
    })
    .await;
}

async fn finds(desk: &TestDesk, agent: &Agent) -> usize {
    desk.searchable().await;
    agent.get("/api/v1/search?q=zygomorph").await.ok(200)["items"].as_array().unwrap().len()
}

#[tokio::test]
async fn an_erased_person_leaves_the_index_with_the_answer() {
    let (desk, owner) = busy().await;
    let (mut link, conversation) = desk.visitor().await.begin(WORDS).await;
    link.post("more", conversation.as_str(), &format!("{WORDS} again")).await;
    let path = contact(&owner, &conversation).await;
    owner
        .call(Method::PATCH, &path, &json!({ "name": "Zygomorph 麒麟", "phone": "903718265" }))
        .await
        .ok(200);
    assert_eq!(finds(&desk, &owner).await, 3);
    assert!(forms(&desk).len() > 3, "{:?}", forms(&desk));
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    assert_eq!(forms(&desk), [""; 0]);
    assert_eq!(finds(&desk, &owner).await, 0);
}

#[tokio::test]
async fn what_was_recalled_or_edited_leaves_it_within_a_minute() {
    let (desk, owner) = busy().await;
    let (_link, conversation) = desk.visitor().await.begin("hello").await;
    let path = |message: &Value| {
        format!("/api/v1/conversations/{conversation}/messages/{}", message["message_id"].as_str().unwrap())
    };
    let one = owner.reply(&conversation, WORDS).await;
    let other = owner.reply(&conversation, WORDS).await;
    assert_eq!(finds(&desk, &owner).await, 2);
    owner.call(Method::DELETE, &path(&one), &json!({})).await.ok(200);
    assert_eq!(finds(&desk, &owner).await, 1);
    owner.call(Method::PATCH, &path(&other), &json!({ "content": said("never mind the gap") })).await.ok(200);
    assert_eq!(finds(&desk, &owner).await, 0);
    let found = owner.get("/api/v1/search?q=gap").await.ok(200);
    assert_eq!(found["items"][0]["text"], "never mind the <mark>gap</mark>");
    desk.pass(Duration::from_mins(1));
    is_folded(&desk).await;
    assert_eq!(forms(&desk), [""; 0]);
}

#[tokio::test]
async fn what_was_erased_before_it_was_read_never_gets_in() {
    let (desk, owner) = busy().await;
    let (_link, conversation) = desk.visitor().await.begin("hello").await;
    let path = contact(&owner, &conversation).await;
    desk.searchable().await;
    // Nobody reads on while the turn is held.
    let turn = desk.inside().indexing.clone().lock_owned().await;
    owner.reply(&conversation, WORDS).await;
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    assert_eq!(forms(&desk), [""; 0]);
    drop(turn);
    assert_eq!(finds(&desk, &owner).await, 0);
    assert_eq!(forms(&desk), [""; 0]);
}

#[tokio::test]
async fn what_was_changed_between_reading_and_storing_gets_in_as_it_is() {
    let (desk, owner) = busy().await;
    let (_link, conversation) = desk.visitor().await.begin("hello").await;
    let said_it = owner.reply(&conversation, "soon another").await;
    for round in 0..20 {
        let text = if round % 2 == 0 { WORDS } else { "calm again" };
        let message = owner.reply(&conversation, text).await;
        let path = format!(
            "/api/v1/conversations/{conversation}/messages/{}",
            message["message_id"].as_str().unwrap()
        );
        owner.call(Method::PATCH, &path, &json!({ "content": said("quiet now") })).await.ok(200);
    }
    drop(said_it);
    assert_eq!(finds(&desk, &owner).await, 0);
    desk.pass(Duration::from_mins(1));
    is_folded(&desk).await;
    assert_eq!(forms(&desk), [""; 0]);
    let quiet = owner.get("/api/v1/search?q=quiet&limit=200").await.ok(200);
    assert_eq!(quiet["items"].as_array().unwrap().len(), 20);
}

#[tokio::test]
async fn a_word_at_the_beginning_of_a_page_leaves_the_directory() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("hello").await;
    // A word each, so that the directory names many of them.
    let words: Vec<String> =
        (0..60).map(|n| format!("{}vorq{}", letters(n * 7919), letters(n * 104_729))).collect();
    let mut messages = Vec::new();
    for (at, chunk) in words.chunks(3).enumerate() {
        let filler: String =
            (0..400).fold(String::new(), |text, n| text + " " + &letters(n * 31 + at * 12_997));
        messages.push((
            owner.reply(&conversation, &format!("{}{filler}", chunk.join(" "))).await,
            chunk.to_vec(),
        ));
    }
    desk.searchable().await;
    let named = |desk: &TestDesk| {
        let path = desk.inside().db.folder().join(DATABASE_FILE);
        #[expect(clippy::disallowed_methods, reason = "looks into the directory of the index")]
        let conn = Connection::open(path).unwrap();
        let mut all = conn.prepare("SELECT term FROM search_docs_idx").unwrap();
        let terms: Vec<Vec<u8>> = all.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        terms.into_iter().map(|term| String::from_utf8_lossy(&term).into_owned()).collect::<Vec<String>>()
    };
    assert!(named(&desk).len() > 3);
    // Whichever tokens the directory names now: they go with the messages that have them.
    for (message, _) in &messages {
        let path = format!(
            "/api/v1/conversations/{conversation}/messages/{}",
            message["message_id"].as_str().unwrap()
        );
        owner.call(Method::DELETE, &path, &json!({})).await.ok(200);
    }
    // Names are beginnings of tokens; "hello" and what the desk itself has are left.
    let left: Vec<String> =
        named(&desk).into_iter().filter(|name| !name.is_empty() && name.len() > 1).collect();
    assert_eq!(
        left.into_iter().filter(|name| !"0hello".starts_with(name.as_str())).collect::<Vec<_>>(),
        [""; 0]
    );
}

/// A word made of a number.
fn letters(mut number: usize) -> String {
    let mut word = String::new();
    while number > 0 {
        word.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    word
}
