//! `Idempotency-Key`: a write and its answer, once.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, Answer, TestDesk, said};

const PATH: &str = "/api/v1/conversations";

async fn open(agent: &Agent, key: &str, user: &str) -> Answer {
    agent.call_once(key, Method::POST, PATH, &json!({ "user_id": user, "initial_message": "hello" })).await
}

async fn count(agent: &Agent) -> Value {
    agent.get("/api/v1/conversations/counts").await.ok(200)["all"].clone()
}

#[tokio::test]
async fn the_same_call_again_gives_the_first_answer_and_writes_nothing() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let first = open(&owner, "k1", "u1").await;
    first.ok(201);
    desk.pass(Duration::from_hours(23));
    let again = open(&owner, "k1", "u1").await;
    assert_eq!((again.status, &again.text), (201, &first.text));
    assert_eq!(count(&owner).await, 1);
    open(&owner, "k1", "u2").await.problem(409, "idempotency_key_reused");
    open(&owner, "k2", "u1").await.ok(201);
    assert_eq!(count(&owner).await, 2);
}

#[tokio::test]
async fn after_a_day_a_key_is_new_again() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    open(&owner, "k1", "u1").await.ok(201);
    desk.pass(Duration::from_hours(24));
    open(&owner, "k1", "u2").await.ok(201);
    assert_eq!(count(&owner).await, 2);
}

#[tokio::test]
async fn keys_belong_to_an_agent_and_a_route() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let first = open(&owner, "k1", "u1").await.ok(201);
    let second = open(&colleague, "k1", "u2").await.ok(201);
    for conversation in [&first["id"], &second["id"]] {
        let path = format!("{PATH}/{}/messages", conversation.as_str().unwrap());
        let body = json!({ "content": said("三点") });
        owner.call_once("k1", Method::POST, &path, &body).await.ok(201);
        owner.call_once("k1", Method::POST, &path, &body).await.ok(201);
        assert_eq!(owner.entries(conversation.as_str().unwrap()).await.len(), 2);
    }
}

#[tokio::test]
async fn one_that_is_still_at_work_is_a_conflict() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let writer = desk.hold_writer().await;
    let call = || {
        let owner = owner.clone();
        tokio::spawn(async move { open(&owner, "k1", "u1").await })
    };
    let (mut one, mut two) = (call(), call());
    // Whichever comes second is answered while the first one waits.
    let second = tokio::select! { answer = &mut one => answer, answer = &mut two => answer };
    second.unwrap().problem(409, "idempotency_key_at_work");
    drop(writer);
    let first = if one.is_finished() { two.await } else { one.await };
    let first = first.unwrap();
    first.ok(201);
    assert_eq!(open(&owner, "k1", "u1").await.text, first.text);
    assert_eq!(count(&owner).await, 1);
}

#[tokio::test]
async fn what_a_repeat_could_not_mend_is_kept_word_for_word() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let reopen = format!("{PATH}/{conversation}/reopen");
    let first = owner.call_once("k1", Method::POST, &reopen, &json!({})).await;
    first.problem(422, "wrong_state");
    owner.act(&conversation, "resolve", json!({})).await.ok(200);
    let again = owner.call_once("k1", Method::POST, &reopen, &json!({})).await;
    assert_eq!((again.status, &again.text), (422, &first.text));
    assert_eq!(again.header("content-type"), "application/problem+json");
    owner.call_once("k2", Method::POST, &reopen, &json!({})).await.ok(200);

    let missing = format!("{PATH}/c_0000000000001/resolve");
    let first = owner.call_once("k3", Method::POST, &missing, &json!({})).await;
    first.problem(404, "not_found");
    assert_eq!(owner.call_once("k3", Method::POST, &missing, &json!({})).await.text, first.text);
    let other_body = owner.call_once("k3", Method::POST, &missing, &json!({ "x": 1 })).await;
    other_body.problem(409, "idempotency_key_reused");
}

#[tokio::test]
async fn what_may_pass_is_not_kept() {
    let desk = TestDesk::with(|config| config.storage.writer_queue = 16).await;
    let owner = desk.owner().await;
    let writer = desk.hold_writer().await;
    while desk.inside().db.submit(|_| Ok(())).is_ok() {}
    let busy = open(&owner, "k1", "u1").await;
    busy.problem(503, "overloaded");
    assert!(!busy.header("retry-after").is_empty());
    drop(writer);
    while desk.inside().db.submit(|_| Ok(())).is_err() {
        tokio::task::yield_now().await;
    }
    let mut forged = owner.clone();
    forged.token.push('x');
    open(&forged, "k1", "u1").await.problem(401, "unauthenticated");
    open(&owner, "k1", "u1").await.ok(201);
    assert_eq!(count(&owner).await, 1);
}

#[tokio::test]
async fn a_limit_that_was_met_is_not_kept() {
    let desk = TestDesk::with(|config| {
        config.limits.api_burst = 1;
        config.limits.api_per_second = 1;
    })
    .await;
    let owner = desk.owner().await;
    open(&owner, "k0", "u0").await.ok(201);
    // Real time refills the bucket: the limiter is the edge's own.
    let mut answer = open(&owner, "k1", "u1").await;
    answer.problem(429, "rate_limited");
    while answer.status == 429 {
        answer = open(&owner, "k1", "u1").await;
    }
    answer.ok(201);
}

#[tokio::test]
async fn a_key_is_printable_ascii_of_up_to_200_bytes() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    open(&owner, &"k".repeat(200), "u1").await.ok(201);
    for wrong in [String::new(), "k".repeat(201), "键".into()] {
        assert_eq!(open(&owner, &wrong, "u1").await.wrong_field(), "Idempotency-Key", "{wrong}");
    }
}

#[tokio::test]
async fn writes_without_content_have_keys_too() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, _) = desk.visitor().await.begin("在吗?").await;
    let id = owner.all("/api/v1/contacts?limit=1").await[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/contacts/{id}");
    for _ in 0..2 {
        let answer = owner.call_once("k1", Method::DELETE, &path, &json!({})).await;
        assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    }
    owner.call_once("k2", Method::DELETE, &path, &json!({})).await.problem(404, "not_found");
}
