//! Who gets which conversation, through the public door: nothing is set up, and time stands still unless a test moves it.

mod giving;
mod places;
mod returning;
mod schedules;
mod settings;
mod vanishing;

use reqwest::Method;
use rusqlite::Connection;
use serde_json::{Value, json};
use servicedesk::domain::routing::store;
use servicedesk::flows::routing::queue;
use servicedesk::flows::routing::round::Queue;
use servicedesk::storage::{event_log, follower};

use crate::support::{Agent, Link, TestDesk, Visitor, send};

/// The row of a conversation.
async fn row(agent: &Agent, conversation: &str) -> Value {
    agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)
}

/// Waits until somebody has the conversation; who.
async fn given(agent: &Agent, conversation: &str) -> String {
    for _ in 0..2_000 {
        if let Some(id) = row(agent, conversation).await["agent_id"].as_str() {
            return id.to_owned();
        }
    }
    panic!("nobody got {conversation}");
}

/// Waits until the routing has seen everything that was written.
async fn settled(desk: &TestDesk) {
    let unread = |conn: &Connection| {
        let cursor = follower::cursors(conn)?.into_iter().find(|cursor| cursor.name == Queue::NAME);
        let Some(cursor) = cursor else { return Ok(true) };
        Ok(!event_log::of_kinds(conn, (cursor.position, i64::MAX), queue::KINDS, 1)?.is_empty())
    };
    for _ in 0..2_000 {
        desk.written().await;
        if !desk.inside().db.read(unread).await.unwrap() {
            return;
        }
    }
    panic!("the routing does not read on");
}

/// Waits until nobody has the conversation, with everything seen.
async fn waits(desk: &TestDesk, agent: &Agent, conversation: &str) {
    settled(desk).await;
    assert_eq!(row(agent, conversation).await["agent_id"], Value::Null);
}

async fn choose(agent: &Agent, state: &str) {
    agent.call(Method::PUT, "/api/v1/agents/me/availability", &json!({ "state": state })).await.ok(200);
}

async fn capacity(owner: &Agent, agent: &Agent, capacity: i64) {
    let path = format!("/api/v1/agents/{}", agent.id);
    owner.call(Method::PATCH, &path, &json!({ "capacity": capacity })).await.ok(200);
}

/// The entries of this kind, oldest first.
async fn of_kind(agent: &Agent, conversation: &str, kind: &str) -> Vec<Value> {
    let entries = agent.entries(conversation).await;
    entries.into_iter().filter(|entry| entry["kind"] == kind).collect()
}

/// A customer's conversation that was begun and whose link is closed again.
async fn begun(visitor: &Visitor, text: &str) -> String {
    visitor.begin(text).await.1
}

/// How many wait.
async fn queued(desk: &TestDesk) -> usize {
    desk.inside().db.read(|conn| Ok(store::waiting(conn, 500)?.len())).await.unwrap()
}

/// A workbench whose link stays for minutes without a word.
async fn at_work(agent: &Agent) -> Link {
    agent.connect_with(json!({ "heartbeat_ms": 600_000 })).await
}

/// A customer whose link stays for minutes without a word.
async fn patient(desk: &TestDesk) -> Link {
    desk.visitor().await.connect_with(json!({ "heartbeat_ms": 600_000 })).await
}

/// The customer says something; in which conversation.
async fn say(link: &mut Link, to: Value, text: &str) -> String {
    link.say(&send(text, to, text)).await;
    loop {
        let told = link.told().await;
        if told["type"] == "accepted" && told["client_message_id"] == text {
            return told["conversation_id"].as_str().unwrap().to_owned();
        }
    }
}
