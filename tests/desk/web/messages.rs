//! What agents say by REST.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestDesk, said, spoken};

#[tokio::test]
async fn a_reply_takes_and_opens_the_conversation() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    let row = async || owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    let before = row().await;
    assert_eq!((&before["state"], &before["agent_id"]), (&json!("waiting"), &json!(null)));
    assert_eq!(before["waiting_since"], "2026-03-01T08:00:00.000Z");
    let stored = owner.reply(&conversation, "在的").await;
    assert_eq!(stored["sequence"], 2);
    assert_eq!(stored["sent_at"], "2026-03-01T08:00:00.000Z");
    assert_eq!(link.expect("message").await["message_id"], stored["message_id"]);
    let after = row().await;
    assert_eq!((&after["state"], &after["agent_id"]), (&json!("open"), &json!(owner.id)));
    assert_eq!(after["waiting_since"], json!(null));
    assert_eq!(after["last_message"]["text"], "在的");
}

#[tokio::test]
async fn a_note_changes_nothing_for_the_customer() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    let note = json!({ "content": said("常客"), "note": true });
    owner.act(&conversation, "messages", note).await.ok(201);
    assert_eq!(link.expect("entry").await["kind"], "hidden");
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    assert_eq!((&row["state"], &row["agent_id"]), (&json!("waiting"), &json!(null)));
    assert_eq!(row["waiting_since"], "2026-03-01T08:00:00.000Z");
}

#[tokio::test]
async fn a_repeat_gives_the_stored_result_and_a_change_is_a_conflict() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let (_other, elsewhere) = desk.visitor().await.begin("在吗?").await;
    let message =
        |text: &str, note: bool| json!({ "client_message_id": "k1", "content": said(text), "note": note });
    let first = owner.act(&conversation, "messages", message("在的", false)).await.ok(201);
    desk.pass(std::time::Duration::from_hours(24));
    assert_eq!(owner.act(&conversation, "messages", message("在的", false)).await.ok(201), first);
    for changed in [message("在", false), message("在的", true)] {
        owner.act(&conversation, "messages", changed).await.problem(409, "id_conflict");
    }
    owner.act(&elsewhere, "messages", message("在的", false)).await.problem(409, "id_conflict");
    // The socket knows the same ids.
    let mut link = owner.connect().await;
    let again = link.post_again("k1", conversation.as_str(), "在的").await;
    assert_eq!(again["message_id"], first["message_id"]);
    assert_eq!(owner.entries(&conversation).await.len(), 2);
}

#[tokio::test]
async fn own_messages_can_be_edited_and_recalled_by_their_sender_only() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, conversation) = desk.visitor().await.begin("几点?").await;
    let (_other, elsewhere) = desk.visitor().await.begin("几点?").await;
    let stored = owner.reply(&conversation, "三点").await;
    let id = stored["message_id"].as_str().unwrap();
    let path = format!("/api/v1/conversations/{conversation}/messages/{id}");
    let change = json!({ "content": said("四点") });
    colleague.call(Method::PATCH, &path, &change).await.problem(404, "not_found");
    colleague.call(Method::DELETE, &path, &json!({})).await.problem(404, "not_found");
    let wrong_place = format!("/api/v1/conversations/{elsewhere}/messages/{id}");
    owner.call(Method::PATCH, &wrong_place, &change).await.problem(404, "not_found");
    let entry = owner.call(Method::PATCH, &path, &change).await.ok(200);
    assert_eq!(entry["sequence"], 3);
    owner.call(Method::DELETE, &path, &json!({})).await.ok(200);
    owner.call(Method::PATCH, &path, &change).await.problem(422, "wrong_state");
    let entries = owner.entries(&conversation).await;
    assert_eq!(spoken(&entries), ["几点?", "[recalled]", "[edited]", "[recalled]"]);
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    assert_eq!(row["last_message"]["text"], json!(null));
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("几点?").await;
    for (body, field) in [
        (json!({}), "content"),
        (json!({ "content": null }), "content"),
        (json!({ "content": said("") }), "content.text"),
        (json!({ "content": { "kind": "html" } }), "content"),
        (json!({ "content": said("三点"), "note": "yes" }), "note"),
        (json!({ "content": said("三点"), "client_message_id": 7 }), "client_message_id"),
        (json!({ "content": said("三点"), "client_message_id": "" }), "client_message_id"),
    ] {
        assert_eq!(owner.act(&conversation, "messages", body.clone()).await.wrong_field(), field, "{body}");
    }
    let long = json!({ "content": said(&"茶".repeat(8_001)) });
    owner.act(&conversation, "messages", long).await.problem(413, "too_large");
    for missing in ["c_0000000000001", "nonsense"] {
        let body = json!({ "content": said("三点") });
        owner.act(missing, "messages", body).await.problem(404, "not_found");
    }
    assert_eq!(owner.entries(&conversation).await.len(), 1);
}

#[tokio::test]
async fn the_shops_own_system_opens_conversations_for_its_customers() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let open = async |body: Value| owner.post("/api/v1/conversations", &body).await;
    let row =
        open(json!({ "user_id": "u1", "channel": "api", "initial_message": "Where is 1042?" })).await.ok(201);
    assert_eq!(
        (&row["channel"], &row["state"], &row["last_sequence"]),
        (&json!("api"), &json!("waiting"), &json!(1))
    );
    assert_eq!(row["last_message"]["sender"]["kind"], "visitor");
    assert_eq!(row["unread"], 1);
    let content = json!({ "user_id": "u1", "initial_message": said("And 1043?") });
    let second = open(content).await.ok(201);
    assert_eq!(second["contact"]["id"], row["contact"]["id"]);
    assert_ne!(second["id"], row["id"]);
    let silent = open(json!({ "user_id": "u1" })).await.ok(201);
    assert_eq!((&silent["last_sequence"], &silent["last_message"]), (&json!(0), &json!(null)));
    let elsewhere = open(json!({ "user_id": "u1", "channel": "line" })).await.ok(201);
    assert_eq!(elsewhere["channel"], "line");
    assert_ne!(elsewhere["visitor_id"], silent["visitor_id"]);
    // The same person in a browser reads them all, once they have proven who they are.
    let customer = desk.customer("u1").await.connect().await;
    assert_eq!(customer.welcome["conversations"].as_array().unwrap().len(), 4);
    for (body, field) in [
        (json!({}), "user_id"),
        (json!({ "user_id": " " }), "user_id"),
        (json!({ "user_id": "u".repeat(201) }), "user_id"),
        (json!({ "user_id": "u1", "channel": "We Chat" }), "channel"),
        (json!({ "user_id": "u1", "channel": "" }), "channel"),
        (json!({ "user_id": "u1", "channel": "x".repeat(33) }), "channel"),
        (json!({ "user_id": "u1", "initial_message": "" }), "initial_message"),
        (json!({ "user_id": "u1", "initial_message": 7 }), "initial_message"),
    ] {
        assert_eq!(open(body.clone()).await.wrong_field(), field, "{body}");
    }
}
