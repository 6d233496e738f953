//! What helps agents to write: drafts that follow them, canned replies of the team and of their own.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, TestDesk};

async fn drafts(agent: &Agent) -> Vec<Value> {
    agent.get("/api/v1/drafts").await.ok(200)["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_draft_follows_its_agent_and_goes_with_the_send() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let path = format!("/api/v1/drafts/{conversation}");
    let keep = async |who: &Agent, body: Value| who.call(Method::PUT, &path, &body).await;
    keep(&owner, json!({ "text": "在的，" })).await.ok(204);
    keep(&owner, json!({ "text": "在的，请讲" })).await.ok(204);
    keep(&owner, json!({ "note": true, "text": "问问仓库" })).await.ok(204);
    keep(&colleague, json!({ "text": "我来" })).await.ok(204);
    let mut own = drafts(&owner).await;
    own.sort_by_key(|draft| draft["note"].as_bool());
    let at = "2026-03-01T08:00:00.000Z";
    assert_eq!(
        own,
        [
            json!({ "conversation_id": conversation, "note": false, "text": "在的，请讲", "updated_at": at }),
            json!({ "conversation_id": conversation, "note": true, "text": "问问仓库", "updated_at": at }),
        ]
    );
    // Sent: the draft of that kind goes, nobody else's does.
    owner.reply(&conversation, "在的，请讲").await;
    assert_eq!(drafts(&owner).await.len(), 1);
    assert_eq!(drafts(&colleague).await[0]["text"], "我来");
    // A draft without words is no draft.
    keep(&owner, json!({ "note": true, "text": "  " })).await.ok(204);
    assert_eq!(drafts(&owner).await, [] as [Value; 0]);
    // What is too long, or nowhere, is refused.
    assert_eq!(keep(&owner, json!({ "text": "长".repeat(8_001) })).await.wrong_field(), "text");
    let nowhere = owner.call(Method::PUT, "/api/v1/drafts/c_0000000000001", &json!({ "text": "x" })).await;
    nowhere.problem(404, "not_found");
}

#[tokio::test]
async fn drafts_go_with_the_customer() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let path = format!("/api/v1/drafts/{conversation}");
    owner.call(Method::PUT, &path, &json!({ "text": "李娜您好" })).await.ok(204);
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    let contact = row["contact"]["id"].as_str().unwrap();
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await.ok(204);
    assert_eq!(drafts(&owner).await, [] as [Value; 0]);
}

async fn shortcuts(agent: &Agent) -> Vec<String> {
    let listed = agent.get("/api/v1/canned").await.ok(200);
    listed["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["shortcut"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn canned_replies_are_the_teams_or_ones_own() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let all = "/api/v1/canned";
    let reply = |shortcut: &str, shared: bool| json!({ "shortcut": shortcut, "title": "退款在路上", "text": "{{contact.name}}您好，三天内到账。", "shared": shared });
    let shared = owner.post(all, &reply("/Refund", true)).await.ok(201);
    assert_eq!(shared["shortcut"], "refund");
    assert_eq!((shared["shared"].clone(), shared["used"].clone()), (json!(true), json!(0)));
    let own = colleague.post(all, &reply("refund", false)).await.ok(201);
    // The same shortcut twice of one owner; for the team only who manages.
    colleague.post(all, &reply("refund", false)).await.problem(409, "shortcut_taken");
    colleague.post(all, &reply("hello", true)).await.problem(403, "forbidden");
    assert_eq!(shortcuts(&owner).await, ["refund"]);
    assert_eq!(shortcuts(&colleague).await, ["refund", "refund"]);

    let at = |row: &Value, more: &str| format!("{all}/{}{more}", row["id"].as_str().unwrap());
    colleague.call(Method::PATCH, &at(&shared, ""), &json!({ "title": "x" })).await.problem(403, "forbidden");
    colleague.call(Method::DELETE, &at(&shared, ""), &json!({})).await.problem(403, "forbidden");
    owner.call(Method::PATCH, &at(&own, ""), &json!({ "title": "x" })).await.problem(404, "not_found");
    owner.call(Method::DELETE, &at(&own, ""), &json!({})).await.problem(404, "not_found");
    owner.post(&at(&own, "/used"), &json!({})).await.problem(404, "not_found");
    colleague.post(&at(&shared, "/used"), &json!({})).await.ok(204);
    let changed = owner.call(Method::PATCH, &at(&shared, ""), &json!({ "title": "退款" })).await.ok(200);
    assert_eq!((changed["title"].clone(), changed["used"].clone()), (json!("退款"), json!(1)));
    assert_eq!(changed["text"], shared["text"]);
    // One's own becomes the team's only by who manages; the team's one's own again.
    colleague.call(Method::PATCH, &at(&own, ""), &json!({ "shared": true })).await.problem(403, "forbidden");
    owner.call(Method::PATCH, &at(&shared, ""), &json!({ "shared": false })).await.ok(200);
    assert_eq!(shortcuts(&colleague).await, ["refund"]);
    colleague.call(Method::DELETE, &at(&own, ""), &json!({})).await.ok(204);
    assert_eq!(shortcuts(&colleague).await, [] as [String; 0]);
}

#[tokio::test]
async fn wrong_canned_replies_are_refused_by_field() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for (body, field) in [
        (json!({ "shortcut": "a b", "title": "t", "text": "x" }), "shortcut"),
        (json!({ "shortcut": "a", "title": " ", "text": "x" }), "title"),
        (json!({ "shortcut": "a", "title": "t", "text": "{{contact.age}}" }), "text"),
        (json!({ "shortcut": "a", "title": "t" }), "text"),
        (json!({ "shortcut": 1, "title": "t", "text": "x" }), "shortcut"),
    ] {
        assert_eq!(owner.post("/api/v1/canned", &body).await.wrong_field(), field, "{body}");
    }
    owner.call(Method::PATCH, "/api/v1/canned/nonsense", &json!({})).await.problem(404, "not_found");
}
