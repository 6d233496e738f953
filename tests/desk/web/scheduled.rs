//! Messages that go out later: at their time, once, and back to their author where the customer writes first.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, TestDesk, said, spoken};

const ALL: &str = "/api/v1/scheduled";
const HOUR: Duration = Duration::from_hours(1);

fn at(desk: &TestDesk, later: Duration) -> String {
    desk.now().plus(later).to_string()
}

async fn schedule(desk: &TestDesk, agent: &Agent, conversation: &str, text: &str) -> Value {
    let body = json!({ "content": said(text), "send_at": at(desk, HOUR) });
    agent.act(conversation, "messages", body).await.ok(202)
}

async fn of(agent: &Agent, conversation: &str) -> Vec<Value> {
    let list = agent.get(&format!("{ALL}?conversation_id={conversation}")).await.ok(200);
    list["items"].as_array().unwrap().clone()
}

async fn drafts(agent: &Agent) -> Vec<(String, Value)> {
    let list = agent.get("/api/v1/drafts").await.ok(200);
    let draft = |one: &Value| (one["conversation_id"].as_str().unwrap().to_owned(), one["text"].clone());
    list["items"].as_array().unwrap().iter().map(draft).collect()
}

/// Waits until the conversation has so many entries.
async fn grows(desk: &TestDesk, agent: &Agent, conversation: &str, words: &[&str]) {
    desk.pass_until(async || spoken(&agent.entries(conversation).await) == words).await;
}

#[tokio::test]
async fn a_message_goes_out_at_its_time_and_leaves_the_list() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (mut link, id) = desk.visitor().await.begin("where is it").await;
    owner.call(Method::PUT, &format!("/api/v1/drafts/{id}"), &json!({ "text": "Has" })).await.ok(204);
    let soon = json!({ "content": said("Has it arrived?"), "send_at": at(&desk, Duration::from_secs(20)) });
    let one = owner.act(&id, "messages", soon).await.ok(202);
    assert_eq!(drafts(&owner).await, [], "as with what is sent at once");
    assert_eq!((&one["conversation_id"], &one["agent_id"]), (&json!(id), &json!(owner.id)));
    assert_eq!(of(&owner, &id).await, std::slice::from_ref(&one));
    assert_eq!(owner.get(ALL).await.ok(200)["items"], json!([one]));
    owner.call(Method::PUT, &format!("/api/v1/drafts/{id}"), &json!({ "text": "another" })).await.ok(204);

    desk.pass(Duration::from_secs(18));
    assert_eq!(spoken(&owner.entries(&id).await), ["where is it"]);
    grows(&desk, &owner, &id, &["where is it", "Has it arrived?"]).await;
    assert_eq!(link.expect("message").await["content"]["text"], "Has it arrived?");
    assert_eq!(of(&owner, &id).await, [] as [Value; 0]);
    assert_eq!(drafts(&owner).await, [(id.clone(), json!("another"))], "what they write themselves stays");
}

#[tokio::test]
async fn a_customer_who_writes_first_keeps_it_back_as_a_draft() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (mut link, id) = desk.visitor().await.begin("where is it").await;
    schedule(&desk, &owner, &id, "Has it arrived?").await;
    let body = json!({ "content": said("And the cup?"), "send_at": at(&desk, HOUR * 2) });
    owner.act(&id, "messages", body).await.ok(202);
    owner.call(Method::PUT, &format!("/api/v1/drafts/{id}"), &json!({ "text": "PS" })).await.ok(204);
    let mut watching = owner.connect().await;
    link.post("thanks", id.as_str(), "it came").await;
    while watching.expect("settings").await["area"] != "scheduled" {}
    assert_eq!(of(&owner, &id).await, [] as [Value; 0]);
    let text = "Has it arrived?\nAnd the cup?\nPS";
    assert_eq!(drafts(&owner).await, [(id.clone(), json!(text))]);
    desk.pass(HOUR * 3);
    desk.written().await;
    assert_eq!(spoken(&owner.entries(&id).await), ["where is it", "it came"]);
}

#[tokio::test]
async fn what_cannot_be_sent_later_is_refused() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (mut link, id) = desk.visitor().await.begin("hello").await;
    let day = Duration::from_hours(24);
    for (send_at, field) in [
        (at(&desk, Duration::ZERO), "send_at"),
        ("2026-02-28T08:00:00Z".to_owned(), "send_at"),
        (at(&desk, day * 367), "send_at"),
        ("tomorrow".to_owned(), "send_at"),
    ] {
        let body = json!({ "content": said("x"), "send_at": send_at });
        assert_eq!(owner.act(&id, "messages", body).await.wrong_field(), field, "{send_at}");
    }
    let soon = at(&desk, HOUR);
    let note = json!({ "content": said("x"), "send_at": soon, "note": true });
    assert_eq!(owner.act(&id, "messages", note).await.wrong_field(), "note");
    let quote = json!({ "kind": "text", "text": "x", "quote": format!("m_{}_9", &id[2..]) });
    let quote = json!({ "content": quote, "send_at": soon });
    assert_eq!(owner.act(&id, "messages", quote).await.wrong_field(), "content.quote");
    let missing = json!({ "content": said("x"), "send_at": soon });
    owner.act("c_0000000000001", "messages", missing.clone()).await.problem(404, "not_found");
    link.post("more", id.as_str(), "are you there").await;
    let mut unseen = missing.clone();
    unseen["last_sequence"] = json!(1);
    owner.act(&id, "messages", unseen).await.problem(422, "newer_message");
    for _ in 0..20 {
        owner.act(&id, "messages", missing.clone()).await.ok(202);
    }
    owner.act(&id, "messages", missing).await.problem(422, "scheduled_limit");
}

#[tokio::test]
async fn one_id_makes_one_message_however_often_it_is_asked_for() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_link, id) = desk.visitor().await.begin("hello").await;
    let body = json!({ "client_message_id": "one", "content": said("later"), "send_at": at(&desk, HOUR) });
    let first = owner.act(&id, "messages", body.clone()).await.ok(202);
    assert_eq!(owner.act(&id, "messages", body.clone()).await.ok(202), first);
    let mut other = body.clone();
    other["content"] = said("other");
    owner.act(&id, "messages", other).await.problem(409, "id_conflict");
    desk.pass(HOUR);
    grows(&desk, &owner, &id, &["hello", "later"]).await;
    let mut again = body;
    again["send_at"] = json!(at(&desk, HOUR));
    owner.act(&id, "messages", again).await.problem(409, "id_conflict");
}

#[tokio::test]
async fn its_author_changes_it_and_takes_it_back() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, id) = desk.visitor().await.begin("hello").await;
    let one = schedule(&desk, &colleague, &id, "first words").await;
    let path = format!("{ALL}/{}", one["id"].as_str().unwrap());
    let later = at(&desk, HOUR * 2);
    let changed = colleague
        .call(Method::PATCH, &path, &json!({ "content": said("other words"), "send_at": later }))
        .await;
    let changed = changed.ok(200);
    assert_eq!((&changed["content"]["text"], &changed["send_at"]), (&json!("other words"), &json!(later)));
    let past = json!({ "send_at": at(&desk, Duration::ZERO) });
    assert_eq!(colleague.call(Method::PATCH, &path, &past).await.wrong_field(), "send_at");
    // Nobody writes in a colleague's name; who supervises stops it.
    owner.call(Method::PATCH, &path, &json!({ "content": said("mine") })).await.problem(403, "forbidden");
    assert_eq!(of(&owner, &id).await.len(), 1);
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    colleague.call(Method::DELETE, &path, &json!({})).await.problem(404, "not_found");
    let one = schedule(&desk, &owner, &id, "mine").await;
    let path = format!("{ALL}/{}", one["id"].as_str().unwrap());
    colleague.call(Method::DELETE, &path, &json!({})).await.problem(403, "forbidden");
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    desk.pass(HOUR * 3);
    desk.written().await;
    assert_eq!(spoken(&owner.entries(&id).await), ["hello"]);
}

#[tokio::test]
async fn where_its_author_is_gone_whoever_has_the_conversation_gets_a_draft() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_one, given) = desk.visitor().await.begin("one").await;
    let (_two, left) = desk.visitor().await.begin("two").await;
    for id in [&given, &left] {
        schedule(&desk, &colleague, id, "see you").await;
    }
    desk.disable(&colleague).await;
    owner.act(&given, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    desk.pass(HOUR);
    desk.pass_until(async || !drafts(&owner).await.is_empty()).await;
    assert_eq!(drafts(&owner).await, [(given.clone(), json!("see you"))]);
    assert_eq!(of(&owner, &given).await, [] as [Value; 0]);
    // Nobody has the other one: it stays to be seen, and is not sent.
    let kept = of(&owner, &left).await;
    assert!(kept[0]["kept_at"].is_string(), "{kept:?}");
    assert_eq!(spoken(&owner.entries(&left).await), ["two"]);
    let path = format!("{ALL}/{}", kept[0]["id"].as_str().unwrap());
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
}

#[tokio::test]
async fn what_is_erased_or_out_of_reach_has_no_message_left_to_send() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, id) = desk.visitor().await.begin("hello").await;
    schedule(&desk, &owner, &id, "later").await;
    let row = owner.get(&format!("/api/v1/conversations/{id}")).await.ok(200);
    assert_eq!(of(&colleague, &id).await.len(), 1, "colleagues see it in the thread");
    assert_eq!(colleague.get(ALL).await.ok(200)["items"], json!([]), "and not among their own");
    let contact = row["contact"]["id"].as_str().unwrap();
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await.tells();
    assert_eq!(owner.get(ALL).await.ok(200)["items"], json!([]));
    owner.get(&format!("{ALL}?conversation_id={id}")).await.problem(404, "not_found");
}

#[tokio::test]
async fn it_follows_a_merged_conversation_and_comes_back_with_it() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, source) = visitor.begin("where is it").await;
    let target =
        link.post("second", "new", "and the cup").await["conversation_id"].as_str().unwrap().to_owned();
    let one = schedule(&desk, &owner, &source, "Has it arrived?").await;
    owner.act(&source, "merge", json!({ "into": target })).await.ok(200);
    assert_eq!(of(&owner, &target).await[0]["id"], one["id"]);
    owner.act(&source, "unmerge", json!({})).await.ok(200);
    assert_eq!((of(&owner, &target).await.len(), of(&owner, &source).await.len()), (0, 1));
}
