//! What was erased or taken back is out of the files, too: not a byte of it is left in the write-ahead log.

use std::time::Duration;

use reqwest::Method;
use rusqlite::Connection;
use serde_json::{Value, json};
use servicedesk::storage::DATABASE_FILE;

use crate::support::{Agent, TestDesk, said};

/// Words that stand nowhere else.
const WORDS: &str = "persimmon cloud, seven lanterns";

/// How often the words stand in a file of the data folder.
fn copies(desk: &TestDesk, file: &str) -> usize {
    let bytes = std::fs::read(desk.inside().db.folder().join(file)).unwrap_or_default();
    bytes.windows(WORDS.len()).filter(|window| *window == WORDS.as_bytes()).count()
}

fn in_log(desk: &TestDesk) -> usize {
    copies(desk, &format!("{DATABASE_FILE}-wal"))
}

/// Waits, in the desk's time, until its log holds nothing of what was taken away.
async fn is_folded(desk: &TestDesk) {
    desk.pass_until(async || {
        desk.get("/healthz").await;
        desk.inside().db.is_folded()
    })
    .await;
}

/// The path of the contact behind a conversation.
async fn contact(agent: &Agent, conversation: &str) -> String {
    let row = agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    format!("/api/v1/contacts/{}", row["contact"]["id"].as_str().unwrap())
}

/// Lets a customer say the words often, among others.
async fn told(desk: &TestDesk) -> (Agent, String) {
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin(WORDS).await;
    for number in 0..20 {
        link.post(&format!("m-{number}"), conversation.as_str(), WORDS).await;
        owner.reply(&conversation, "one moment").await;
        link.expect("message").await;
    }
    assert!(in_log(desk) > 20, "{}", in_log(desk));
    (owner, conversation)
}

#[tokio::test]
async fn after_204_no_word_is_left_in_the_log() {
    let desk = TestDesk::hurried().await;
    let (owner, conversation) = told(&desk).await;
    let path = contact(&owner, &conversation).await;
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    assert_eq!((in_log(&desk), copies(&desk, DATABASE_FILE)), (0, 0));
}

#[tokio::test]
async fn who_reads_an_older_state_holds_it_up_and_the_answer_says_so() {
    let desk = TestDesk::hurried().await;
    let (owner, conversation) = told(&desk).await;
    let path = contact(&owner, &conversation).await;
    // As a backup does while it copies.
    #[expect(clippy::disallowed_methods, reason = "plays another program that reads")]
    let reader = Connection::open(desk.inside().db.folder().join(DATABASE_FILE)).unwrap();
    reader.execute_batch("BEGIN; SELECT COUNT(*) FROM messages;").unwrap();
    let (client, deleting) = (owner.clone(), path.clone());
    let answer = tokio::spawn(async move { client.call(Method::DELETE, &deleting, &json!({})).await });
    desk.pass_until(async || {
        desk.get("/healthz").await;
        answer.is_finished()
    })
    .await;
    assert_eq!(answer.await.unwrap().ok(202), json!({ "log": "in_use" }));
    owner.get(&path).await.problem(404, "not_found");
    assert!(in_log(&desk) > 0, "somebody needs it still");
    drop(reader);
    is_folded(&desk).await;
    assert_eq!((in_log(&desk), copies(&desk, DATABASE_FILE)), (0, 0));
}

#[tokio::test]
async fn what_was_recalled_or_edited_goes_from_the_log_within_a_minute() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("hello").await;
    let path = |message: &Value| {
        format!("/api/v1/conversations/{conversation}/messages/{}", message["message_id"].as_str().unwrap())
    };
    let one = owner.reply(&conversation, WORDS).await;
    let other = owner.reply(&conversation, WORDS).await;
    owner.call(Method::DELETE, &path(&one), &json!({})).await.ok(200);
    owner.call(Method::PATCH, &path(&other), &json!({ "content": said("never mind") })).await.ok(200);
    assert!(!desk.inside().db.is_folded());
    desk.pass(Duration::from_mins(1));
    is_folded(&desk).await;
    assert_eq!((in_log(&desk), copies(&desk, DATABASE_FILE)), (0, 0));
}
