//! Words that customers leave in a form: a ticket with a number, and of it what customers may know.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, TestDesk, Visitor, spoken};

/// A type for customers with one field that they are asked for and one that they are not, and one for the team alone.
async fn types(owner: &Agent) -> (Value, Value) {
    let field = |key: &str, kind: &str, required: bool, public: bool| json!({ "key": key, "label": { "zh-CN": key, "en": key }, "type": kind, "required": required, "public": public });
    let document = owner.get("/api/v1/ticket-types").await.ok(200);
    let types = json!([
        { "name": "破损补发", "public": true, "fields": [
            field("order_no", "text", true, true), field("count", "number", false, true), field("cost", "number", true, false),
        ]},
        { "name": "内部", "public": false, "fields": [] },
    ]);
    let kept = owner
        .call(Method::PUT, "/api/v1/ticket-types", &json!({ "version": document["version"], "types": types }))
        .await
        .ok(200);
    (kept["types"][0]["id"].clone(), kept["types"][1]["id"].clone())
}

#[tokio::test]
async fn words_that_are_left_become_a_ticket_with_a_number() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (broken, _) = types(&owner).await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    let left = json!({
        "type_id": broken, "fields": { "order_no": "1042", "count": 2 }, "message": "盖碗的盖子能单买吗?\n摔了一个角",
        "name": "李娜", "email": "lina@163.com",
    });
    let receipt = visitor.post("/widget/v1/tickets", &left).await.ok(201);
    assert_eq!(receipt["name"], format!("T-{}", receipt["number"]));
    assert_eq!(receipt["title"], "盖碗的盖子能单买吗?");
    let id = receipt["conversation_id"].as_str().unwrap();
    let ticket = owner.get(&format!("/api/v1/tickets/{id}")).await.ok(200);
    assert_eq!(ticket["fields"], json!({ "order_no": "1042", "count": 2 }));
    assert_eq!(ticket["status"]["category"], "new");
    let contact = ticket["contact"]["id"].as_str().unwrap();
    let contact = owner.get(&format!("/api/v1/contacts/{contact}")).await.ok(200);
    assert_eq!((&contact["name"], &contact["email"]), (&json!("李娜"), &json!("lina@163.com")));
    let entries = link.entries(2).await;
    assert_eq!(spoken(&entries), ["盖碗的盖子能单买吗?\n摔了一个角", "[ticket]"]);
    // It is in their list and in their welcome, in their language, and they answer there.
    let list = visitor.get("/widget/v1/conversations").await.ok(200);
    let shown = json!({ "number": receipt["number"], "name": receipt["name"], "title": receipt["title"], "status": receipt["status"] });
    assert_eq!(list["items"][0]["ticket"], shown);
    let mut later = visitor.connect().await;
    assert_eq!(later.welcome["conversations"][0]["ticket"], shown);
    assert_eq!(later.post("m", id, "谢谢").await["conversation_id"], id);
    // What names no conversation skips tickets.
    assert_ne!(later.post("n", json!(null), "另外").await["conversation_id"], id);
}

#[tokio::test]
async fn only_what_customers_are_asked_for_is_taken_and_the_field_is_named() {
    let desk = TestDesk::with(|config| config.tickets.visitor_per_hour = 3).await;
    let owner = desk.owner().await;
    let (broken, inside) = types(&owner).await;
    let visitor = desk.visitor().await;
    let offered = visitor.get("/widget/v1/ticket-types").await.ok(200);
    assert_eq!(
        offered,
        json!({ "types": [{ "id": broken, "name": "破损补发", "fields": [
            { "id": "order_no", "type": "text", "label": "order_no", "required": true, "options": [] },
            { "id": "count", "type": "number", "label": "count", "required": false, "options": [] },
        ]}] })
    );
    let leave = async |body: Value| visitor.post("/widget/v1/tickets", &body).await;
    let long = "长".repeat(20_000);
    for (body, field) in [
        (json!({}), "message"),
        (json!({ "message": " " }), "message"),
        (json!({ "message": "a", "type_id": inside }), "type_id"),
        (json!({ "message": "a", "type_id": "tt_1" }), "type_id"),
        (json!({ "message": "a", "type_id": broken }), "fields.order_no"),
        (
            json!({ "message": "a", "type_id": broken, "fields": { "order_no": "1", "cost": 5 } }),
            "fields.cost",
        ),
        (
            json!({ "message": "a", "type_id": broken, "fields": { "order_no": "1", "count": "x" } }),
            "fields.count",
        ),
        (json!({ "message": "a", "fields": { "order_no": "1" } }), "fields.order_no"),
        (json!({ "message": "a", "email": "lina@163" }), "email"),
    ] {
        assert_eq!(leave(body.clone()).await.wrong_field(), field, "{body}");
    }
    leave(json!({ "message": long })).await.problem(413, "too_large");
    // What was refused counts for nothing; three an hour are taken.
    for _ in 0..3 {
        leave(json!({ "message": "a", "type_id": broken, "fields": { "order_no": "1" } })).await.ok(201);
    }
    let refused = leave(json!({ "message": "a" })).await;
    assert!(!refused.header("retry-after").is_empty());
    refused.problem(429, "rate_limited");
    desk.pass(Duration::from_secs(3_601));
    let visitor = visitor.come_back(&desk, json!(null)).await;
    visitor.post("/widget/v1/tickets", &json!({ "message": "a" })).await.ok(201);
    // Without a session nothing is left.
    desk.post("/widget/v1/tickets", &json!({ "message": "a" })).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_form_that_is_sent_again_is_one_ticket() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let send = async |words: &str| {
        let request = desk
            .request(Method::POST, "/widget/v1/tickets")
            .bearer_auth(&visitor.session_token)
            .header("idempotency-key", "press")
            .json(&json!({ "message": words }));
        crate::support::Answer::to(request).await
    };
    let first = send("盖碗破了").await.ok(201);
    assert_eq!(send("盖碗破了").await.ok(201), first);
    send("别的").await.problem(409, "idempotency_key_reused");
}

/// Words that only the team may know.
const SECRETS: [&str; 9] = [
    "SECRET-NOTE",
    "SECRET-STATUS",
    "SECRET-FIELD",
    "SECRET-TYPE",
    "SECRET-REASON",
    "SECRET-LABEL",
    "SECRET-TRANSFER",
    "SECRET-DRAFT",
    "secret_key",
];

/// Everything that a visitor gets by a link of theirs and by their calls, as text.
async fn all_bytes(desk: &TestDesk, visitor: &Visitor, ids: &[String]) -> String {
    let mut text = String::new();
    let mut link = visitor.connect().await;
    text.push_str(&link.welcome.to_string());
    for id in ids {
        text.push_str(&link.fetch(id, json!({ "limit": 200 })).await.to_string());
        for rest in ["transcript"] {
            let path = format!("/widget/v1/conversations/{id}/{rest}");
            text.push_str(&visitor.get(&path).await.text);
        }
    }
    for path in ["/widget/v1/conversations", "/widget/v1/ticket-types"] {
        text.push_str(&visitor.get(path).await.text);
    }
    text.push_str(&visitor.settings().to_string());
    text.push_str(&desk.get(&format!("/w/boot?k={}", desk.key)).await.text);
    text.push_str(&desk.get(&format!("/w/frame?k={}", desk.key)).await.text);
    text.push_str(&visitor.come_back(desk, json!(null)).await.settings().to_string());
    let poll = json!({ "session_id": null, "resume": null, "frames": [], "wait_ms": 0 });
    text.push_str(&visitor.post("/im/v1/poll", &poll).await.text);
    text
}

#[tokio::test]
async fn nothing_that_is_for_the_team_is_in_any_byte_a_visitor_gets() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mei = desk.colleague().await;
    let statuses = owner.get("/api/v1/ticket-statuses").await.ok(200);
    let mut own = statuses["statuses"].as_array().unwrap().clone();
    own.push(json!({ "name": "SECRET-STATUS", "public_name": { "zh-CN": "等快递", "en": "waiting for the courier" }, "category": "on_hold" }));
    let kept = owner
        .call(
            Method::PUT,
            "/api/v1/ticket-statuses",
            &json!({ "version": statuses["version"], "statuses": own }),
        )
        .await
        .ok(200);
    let courier = kept["statuses"].as_array().unwrap().last().unwrap()["id"].clone();
    let document = owner.get("/api/v1/ticket-types").await.ok(200);
    let types = json!([{ "name": "SECRET-TYPE", "public": false, "fields": [
        { "key": "secret_key", "label": { "en": "SECRET-FIELD" }, "type": "text", "required": false, "public": false },
    ]}]);
    let kept = owner
        .call(Method::PUT, "/api/v1/ticket-types", &json!({ "version": document["version"], "types": types }))
        .await
        .ok(200);
    let inside = kept["types"][0]["id"].clone();

    let visitor = desk.visitor().await;
    let (live, chat) = visitor.begin("盖碗破了").await;
    let away = visitor.connect().await.leave().await;
    let mut live = live;
    let note = |text: &str| json!({ "content": crate::support::said(text), "note": true });
    owner.act(&chat, "messages", note("SECRET-NOTE")).await.ok(201);
    owner
        .act(
            &chat,
            "ticket",
            json!({ "title": "盖碗", "type_id": inside, "fields": { "secret_key": "SECRET-FIELD" } }),
        )
        .await
        .ok(201);
    owner.act(&chat, "labels", json!({ "labels": ["SECRET-LABEL"] })).await.ok(200);
    owner.act(&chat, "transfer", json!({ "agent_id": mei.id, "note": "SECRET-TRANSFER" })).await.ok(200);
    owner
        .call(
            Method::PUT,
            &format!("/api/v1/drafts/{chat}"),
            &json!({ "note": false, "text": "SECRET-DRAFT" }),
        )
        .await
        .ok(204);
    owner.post(&format!("/api/v1/tickets/{chat}/status"), &json!({ "status_id": courier })).await.ok(200);
    owner
        .call(
            Method::PATCH,
            &format!("/api/v1/tickets/{chat}"),
            &json!({ "title": "盖碗补发", "fields": { "secret_key": "SECRET-FIELD 2" } }),
        )
        .await
        .ok(200);
    owner
        .call(Method::PUT, &format!("/api/v1/tickets/{chat}/followers"), &json!({ "agent_ids": [mei.id] }))
        .await
        .ok(200);
    let other = visitor.post("/widget/v1/tickets", &json!({ "message": "还有发票" })).await.ok(201);
    let other = other["conversation_id"].as_str().unwrap().to_owned();
    owner.act(&other, "messages", note("SECRET-NOTE 2")).await.ok(201);
    owner
        .post(&format!("/api/v1/tickets/{chat}/links"), &json!({ "other": other, "kind": "related" }))
        .await
        .ok(201);
    let split = owner.act(&chat, "split", json!({ "kind": "chat", "from": 1, "to": 2 })).await.ok(201);
    let split = split["conversation_id"].as_str().unwrap().to_owned();
    owner.act(&split, "merge", json!({ "into": other })).await.ok(200);
    owner.act(&split, "unmerge", json!({})).await.ok(200);
    let merged = owner.act(&chat, "merge", json!({ "into": other })).await.ok(200);
    owner.published(&merged["log_position"]).await;

    let ids = [chat.clone(), other, split];
    let mut text = all_bytes(&desk, &visitor, &ids).await;
    // Live, and to whoever was away.
    let heard = live.ephemerals("typing").await;
    text.push_str(&json!(heard).to_string());
    let (missed, _) = visitor.resume(&away).await.replayed().await;
    text.push_str(&json!(missed).to_string());
    for secret in SECRETS {
        assert!(!text.contains(secret), "a visitor gets {secret}");
    }
    // What is theirs to know is there, so that the search looks where words are.
    for told in ["盖碗补发", "等快递", "T-1", "[\"还有发票\"", "\"merged\""] {
        let told = told.trim_start_matches('[').trim_matches('"');
        assert!(text.contains(told), "a visitor is not told {told}");
    }
}
