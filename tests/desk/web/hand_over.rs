//! Done for today: what is left is suggested by the routing, handed over with a note each, and its agent is offline.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, TestDesk, spoken};

const LEFT: &str = "/api/v1/me/hand-over";

async fn left(agent: &Agent) -> Vec<Value> {
    agent.get(LEFT).await.ok(200)["items"].as_array().unwrap().clone()
}

async fn taken(desk: &TestDesk, agent: &Agent, words: &str) -> String {
    let (_link, id) = desk.visitor().await.begin(words).await;
    agent.act(&id, "assign", json!({ "agent_id": agent.id })).await.ok(200);
    id
}

async fn row(agent: &Agent, id: &str) -> Value {
    agent.get(&format!("/api/v1/conversations/{id}")).await.ok(200)
}

#[tokio::test]
async fn what_is_left_is_suggested_as_the_routing_would_give_it() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let team = desk.team("returns").await;
    let first = taken(&desk, &owner, "one").await;
    let second = taken(&desk, &owner, "two").await;
    let closed = taken(&desk, &owner, "three").await;
    owner.act(&closed, "resolve", json!({})).await.ok(200);
    // Nobody else is there: the team, or the queue of everybody.
    owner.act(&second, "transfer", json!({ "team_id": team.to_string() })).await.ok(200);
    owner.act(&second, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    let items = left(&owner).await;
    let ids: Vec<&Value> = items.iter().map(|item| &item["conversation"]["id"]).collect();
    assert_eq!(ids, [&json!(first), &json!(second)]);
    assert_eq!(items[0]["suggestion"], json!({ "agent_id": null, "team_id": null, "why": null }));
    assert_eq!(items[1]["suggestion"]["team_id"], team.to_string());

    let _there = colleague.connect().await;
    let suggestion = &left(&owner).await[0]["suggestion"];
    assert_eq!(suggestion["agent_id"], colleague.id);
    assert!(suggestion["why"]["code"].is_string(), "{suggestion}");
    assert_eq!(left(&colleague).await, [] as [Value; 0]);
}

#[tokio::test]
async fn everything_goes_where_it_was_sent_with_its_note_and_the_agent_is_offline() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let team = desk.team("returns").await.to_string();
    let mut ids = Vec::new();
    for words in ["one", "two", "three", "stays"] {
        ids.push(taken(&desk, &owner, words).await);
    }
    let items = json!([
        { "conversation_id": ids[0], "agent_id": colleague.id, "note": "knows the carrier" },
        { "conversation_id": ids[1], "team_id": team },
        { "conversation_id": ids[2], "note": "ask for the number" },
    ]);
    let agent = owner.post(LEFT, &json!({ "items": items })).await.ok(200);
    assert_eq!((&agent["id"], &agent["availability"]), (&json!(owner.id), &json!("offline")));
    let standing = async |id: &str| {
        let row = row(&owner, id).await;
        (row["state"].clone(), row["agent_id"].clone(), row["team_id"].clone())
    };
    assert_eq!(standing(&ids[0]).await, (json!("open"), json!(colleague.id), Value::Null));
    assert_eq!(standing(&ids[1]).await, (json!("waiting"), Value::Null, json!(team)));
    assert_eq!(standing(&ids[2]).await, (json!("waiting"), Value::Null, Value::Null));
    assert_eq!(standing(&ids[3]).await.1, json!(owner.id));
    let transferred = owner.entries(&ids[0]).await.pop().unwrap();
    assert_eq!(
        (&transferred["kind"], &transferred["note"]),
        (&json!("transferred"), &json!("knows the carrier"))
    );
    let noted = owner.entries(&ids[2]).await;
    let note = noted.iter().find(|entry| entry["note"] == json!(true)).unwrap();
    assert_eq!(note["content"]["text"], "ask for the number");
}

#[tokio::test]
async fn what_cannot_go_is_named_and_nothing_goes() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (first, second) = (taken(&desk, &owner, "one").await, taken(&desk, &owner, "two").await);
    let hand = async |to: Value| {
        let mut item = json!({ "conversation_id": second });
        item.as_object_mut().unwrap().extend(to.as_object().unwrap().clone());
        owner.post(LEFT, &json!({ "items": [{ "conversation_id": first }, item] })).await
    };
    desk.disable(&colleague).await;
    let problem = hand(json!({ "agent_id": colleague.id })).await.problem(422, "unknown_agent");
    assert_eq!(problem["field"], "items[1]");
    for (to, field) in [
        (json!({ "agent_id": owner.id }), "items[1].agent_id"),
        (json!({ "agent_id": "x" }), "items[1].agent_id"),
        (json!({ "team_id": "x" }), "items[1].team_id"),
        (json!({ "agent_id": colleague.id, "team_id": "x" }), "items[1].agent_id"),
        (json!({ "note": "x".repeat(2_001) }), "items[1].note"),
        (json!({ "conversation_id": "x" }), "items[1].conversation_id"),
    ] {
        assert_eq!(hand(to.clone()).await.wrong_field(), field, "{to}");
    }
    let many = vec![json!({ "conversation_id": first }); 201];
    assert_eq!(owner.post(LEFT, &json!({ "items": many })).await.wrong_field(), "items");
    for id in [&first, &second] {
        assert_eq!(row(&owner, id).await["agent_id"], owner.id, "nothing went");
    }
    assert_eq!(owner.get("/api/v1/me").await.ok(200)["agent"]["availability"], "online");
}

#[tokio::test]
async fn what_a_colleague_has_taken_meanwhile_is_left_alone() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let id = taken(&desk, &owner, "one").await;
    colleague.act(&id, "assign", json!({ "agent_id": colleague.id })).await.ok(200);
    let before = spoken(&owner.entries(&id).await);
    owner.post(LEFT, &json!({ "items": [{ "conversation_id": id, "note": "x" }] })).await.ok(200);
    assert_eq!(spoken(&owner.entries(&id).await), before);
    let online = json!({ "state": "online" });
    owner.call(Method::PUT, "/api/v1/agents/me/availability", &online).await.ok(200);
    owner.post(LEFT, &json!({})).await.ok(200);
    assert_eq!(owner.get("/api/v1/me").await.ok(200)["agent"]["availability"], "offline");
}
