//! Blocking a visitor, a person, an address: at once, on every door, and nobody but the team is told.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, Answer, TestDesk, Visitor, jwt, send};

const ALL: &str = "/api/v1/blocks";

async fn block(agent: &Agent, body: Value) -> Value {
    agent.post(ALL, &body).await.ok(201)
}

async fn lift(agent: &Agent, block: &Value) {
    let path = format!("{ALL}/{}", block["id"].as_str().unwrap());
    agent.call(Method::DELETE, &path, &json!({})).await.ok(204);
}

async fn contact_of(agent: &Agent, conversation: &str) -> String {
    let row = agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    row["contact"]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_blocked_person_is_refused_on_a_live_link_and_may_read_on() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("buy followers").await;
    let contact = contact_of(&owner, &conversation).await;
    let mut watching = owner.connect().await;

    let made = block(&colleague, json!({ "contact_id": contact, "reason": " advertising " })).await;
    assert_eq!((&made["reason"], &made["agent_id"]), (&json!("advertising"), &json!(colleague.id)));
    assert_eq!(link.refused(&send("two", conversation.as_str(), "again")).await, "blocked");
    // What was stored before is answered as it was.
    link.post_again("first", Value::Null, "buy followers").await;
    assert_eq!(watching.expect("settings").await["area"], "blocks");

    let (row, edit) = (
        format!("/widget/v1/conversations/{conversation}"),
        json!({ "content": { "kind": "text", "text": "x" } }),
    );
    let message = format!("/widget/v1/messages/{conversation}_1");
    for (method, path, body) in [
        (Method::POST, format!("{row}/rate"), json!({ "score": 1 })),
        (Method::POST, format!("{row}/end"), json!({})),
        (Method::POST, format!("{row}/labels"), json!({ "add": ["vip"] })),
        (Method::PATCH, message, edit),
        (
            Method::POST,
            "/files/v1/uploads".into(),
            json!({ "file_name": "a.txt", "byte_size": 1, "content_type": "text/plain", "sha256": "0".repeat(64) }),
        ),
        (Method::PATCH, format!("{row}/attributes"), json!({ "attributes": { "plan": "gold" } })),
    ] {
        visitor.call(method, &path, &body).await.problem(403, "blocked");
    }
    visitor.get(&format!("{row}/transcript")).await.tells();
    visitor.post("/widget/v1/page", &json!({ "url": "https://shop.example/", "title": "Tea" })).await.ok(204);
    // Another session of the same browser, and a restart, change nothing.
    let mut again = visitor.come_back(&desk, Value::Null).await.connect().await;
    assert_eq!(again.refused(&send("three", "new", "hello")).await, "blocked");
    let details = colleague.get(&format!("/api/v1/contacts/{contact}")).await.ok(200);
    assert_eq!(details["block"]["id"], made["id"]);

    lift(&owner, &made).await;
    again.post("four", Value::Null, "sorry").await;
    assert_eq!(colleague.get(&format!("/api/v1/contacts/{contact}")).await.ok(200)["block"], Value::Null);
    lift_again(&owner, &made).await;
}

async fn lift_again(agent: &Agent, block: &Value) {
    let path = format!("{ALL}/{}", block["id"].as_str().unwrap());
    agent.call(Method::DELETE, &path, &json!({})).await.problem(404, "not_found");
}

#[tokio::test]
async fn a_block_ends_by_itself_and_can_be_put_anew() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("hello").await;
    let until = desk.now().plus(Duration::from_hours(1)).to_string();
    let made = block(&owner, json!({ "visitor_id": visitor.id, "until": until })).await;
    assert_eq!(made["until"], until);
    assert_eq!(link.refused(&send("two", conversation.as_str(), "again")).await, "blocked");
    let later = desk.now().plus(Duration::from_hours(2)).to_string();
    let anew = block(&owner, json!({ "visitor_id": visitor.id, "reason": "still", "until": later })).await;
    assert_eq!((&anew["id"], &anew["until"]), (&made["id"], &json!(later)));
    assert_eq!(owner.all(ALL).await.len(), 1);
    desk.pass(Duration::from_secs(7_201));
    // Its session outlived the time that passed.
    let mut back = visitor.come_back(&desk, Value::Null).await.connect().await;
    back.post("three", conversation.as_str(), "again").await;
    assert!(owner.all(ALL).await.is_empty());
}

/// A session asked for from `address`, which the proxy on this machine tells.
async fn come_from(desk: &TestDesk, address: &str) -> Answer {
    let body = json!({ "key": desk.key, "visitor_token": null, "identity": null });
    let request = desk.request(Method::POST, "/widget/v1/session").header("x-forwarded-for", address);
    Answer::to(request.json(&body)).await
}

#[tokio::test]
async fn a_blocked_address_is_kept_out_and_agents_behind_it_are_not() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    come_from(&desk, "203.0.113.7").await.ok(200);
    let one = block(&owner, json!({ "address": "203.0.113.7" })).await;
    come_from(&desk, "203.0.113.7").await.problem(403, "blocked");
    come_from(&desk, "203.0.113.8").await.ok(200);
    let six = block(&owner, json!({ "address": "2001:db8:1:2::9" })).await;
    assert_eq!(six["address"], "2001:db8:1:2::/64");
    come_from(&desk, "2001:db8:1:2:3:4:5:6").await.problem(403, "blocked");
    come_from(&desk, "2001:db8:1:3::1").await.ok(200);
    let me = desk.request(Method::GET, "/api/v1/me").bearer_auth(&owner.token);
    Answer::to(me.header("x-forwarded-for", "203.0.113.7")).await.ok(200);
    lift(&owner, &one).await;
    come_from(&desk, "203.0.113.7").await.ok(200);
}

#[tokio::test]
async fn live_links_and_calls_from_a_blocked_address_are_refused_too() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("hello").await;
    let contact = contact_of(&owner, &conversation).await;
    let details = owner.get(&format!("/api/v1/contacts/{contact}")).await.ok(200);
    assert_eq!(details["address"], "127.0.0.1");
    let made = block(&owner, json!({ "address": details["address"] })).await;
    assert_eq!(link.refused(&send("two", conversation.as_str(), "again")).await, "blocked");
    visitor
        .post(&format!("/widget/v1/conversations/{conversation}/end"), &json!({}))
        .await
        .problem(403, "blocked");
    Visitor::ask(&desk, Value::Null, Value::Null).await.problem(403, "blocked");
    // The owner sits behind the same address.
    owner.reply(&conversation, "we are here").await;
    link.expect("message").await;
    lift(&owner, &made).await;
    link.post("three", conversation.as_str(), "again").await;
}

#[tokio::test]
async fn a_block_goes_with_the_person_and_ends_with_them() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("hello").await;
    let before = contact_of(&owner, &conversation).await;
    block(&owner, json!({ "contact_id": before })).await;
    let proven = desk.customer("u-1").await;
    let identity = json!({ "token": jwt(&desk, "u-1") });
    let same = visitor.come_back(&desk, identity).await;
    let after = contact_of(&owner, &conversation).await;
    assert_ne!(before, after);
    for who in [same, proven] {
        let mut link = who.connect().await;
        assert_eq!(link.refused(&send("n", "new", "hello")).await, "blocked");
    }
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{after}"), &json!({})).await.ok(204);
    assert!(owner.all(ALL).await.is_empty());
}

#[tokio::test]
async fn what_cannot_be_blocked_is_told_with_its_field() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    for (body, field) in [
        (json!({}), "contact_id"),
        (json!({ "contact_id": "p_0000000000000", "address": "203.0.113.7" }), "contact_id"),
        (json!({ "address": "everywhere" }), "address"),
        (json!({ "address": "0.0.0.0/0" }), "address"),
        (json!({ "visitor_id": visitor.id, "reason": "x".repeat(201) }), "reason"),
        (json!({ "visitor_id": visitor.id, "until": "2001-01-01T00:00:00Z" }), "until"),
        (json!({ "visitor_id": visitor.id, "until": "tomorrow" }), "until"),
    ] {
        assert_eq!(owner.post(ALL, &body).await.wrong_field(), field, "{body}");
    }
    owner.post(ALL, &json!({ "contact_id": "p_0000000000001" })).await.problem(404, "not_found");
    visitor.get(ALL).await.problem(401, "unauthenticated");
    assert!(owner.all(ALL).await.is_empty());
}

#[tokio::test]
async fn an_erased_person_is_in_no_answer_that_is_kept() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = Visitor::come(&desk, json!({ "name": "Zhao Unforgotten" })).await;
    let (_link, conversation) = visitor.begin("hello").await;
    let contact = contact_of(&owner, &conversation).await;
    let blocked = owner.call_once("k", Method::POST, ALL, &json!({ "visitor_id": visitor.id })).await.ok(201);
    assert_eq!(blocked["name"], "Zhao Unforgotten");
    let kept = async || {
        let count = |conn: &rusqlite::Connection| {
            let sql = "SELECT COUNT(*) FROM idempotency_keys WHERE INSTR(body, 'Unforgotten') > 0";
            Ok(conn.query_row(sql, [], |row| row.get::<_, i64>(0))?)
        };
        desk.inside().db.read(count).await.unwrap()
    };
    assert_eq!(kept().await, 1);
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await.ok(204);
    assert_eq!(kept().await, 0);
}

#[tokio::test]
async fn a_person_is_blocked_with_all_browsers_and_addresses_known_and_let_in_again_with_all_of_them() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let phone = desk.customer("u-7").await;
    let (mut first, conversation) = phone.begin("buy followers").await;
    let mut second = desk.customer("u-7").await.connect().await;
    let mut stranger = desk.visitor().await.connect().await;
    let contact = contact_of(&owner, &conversation).await;
    let path = format!("/api/v1/contacts/{contact}/block");

    let made = colleague.post(&path, &json!({ "reason": "advertising" })).await.ok(201);
    assert_eq!(
        (made["items"].as_array().unwrap().len(), &made["items"][0]["contact_id"]),
        (1, &json!(contact))
    );
    for link in [&mut first, &mut second] {
        assert_eq!(link.refused(&send("two", "new", "again")).await, "blocked");
    }
    stranger.post("one", "new", "hello").await;
    let listed = owner.get("/api/v1/contacts").await.ok(200);
    let row = |id: &str| {
        listed["items"].as_array().unwrap().iter().find(|row| row["id"] == json!(id)).unwrap()["blocked"]
            .clone()
    };
    assert_eq!(row(&contact), json!(true));

    // With the address, whoever shares it is kept out, too; lifted with the rest.
    let made = colleague.post(&path, &json!({ "addresses": true })).await.ok(201);
    assert_eq!(made["items"][1]["address"], "127.0.0.1");
    assert_eq!(stranger.refused(&send("two", "new", "hello")).await, "blocked");
    let visitor = json!({ "visitor_id": phone.id });
    block(&owner, visitor).await;
    colleague.call(Method::DELETE, &path, &json!({})).await.ok(204);
    assert_eq!(owner.get(ALL).await.ok(200)["items"], json!([]));
    first.post("three", "new", "sorry").await;
    assert_eq!(second.expect("message").await["content"]["text"], "sorry");
    stranger.post("three", "new", "sorry").await;
    colleague.call(Method::DELETE, &path, &json!({})).await.ok(204);
    for (method, body) in [(Method::POST, json!({})), (Method::DELETE, json!({}))] {
        let missing = "/api/v1/contacts/p_0000000000001/block";
        owner.call(method, missing, &body).await.problem(404, "not_found");
    }
    let past = json!({ "until": "2020-01-01T00:00:00Z" });
    assert_eq!(owner.post(&path, &past).await.wrong_field(), "until");
}
