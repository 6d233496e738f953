//! What belongs to somebody else is as missing as what never was: on every frame and every route of a visitor.

use std::time::Duration;

use serde_json::{Value, json};

use crate::ground::{agents_calls, call, desk, nothing, visitors_calls};
use crate::support::{Agent, Link, TestDesk, Visitor, send, spoken};

/// Somebody with a conversation of their own, and a link.
struct Party {
    visitor: Visitor,
    link: Link,
    conversation: String,
}

impl Party {
    async fn of(visitor: Visitor) -> Self {
        let (link, conversation) = visitor.begin("hello").await;
        Self { visitor, link, conversation }
    }
}

/// Everything of the owner that has a name.
async fn names_of(owner: &Party, agent: &Agent) -> Vec<String> {
    let row = agent.get(&format!("/api/v1/conversations/{}", owner.conversation)).await.ok(200);
    let entries = agent.entries(&owner.conversation).await;
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut names = vec![
        owner.conversation.clone(),
        owner.visitor.id.clone(),
        text(&row["contact"]["id"]),
        owner.link.session_id().to_owned(),
        agent.id.clone(),
    ];
    names.extend(entries.iter().filter(|entry| entry["type"] == "message").map(|m| text(&m["message_id"])));
    names
}

/// All that the desk knows of the owner's conversation.
async fn kept(agent: &Agent, conversation: &str) -> (Value, Vec<Value>) {
    let row = agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    (row, agent.entries(conversation).await)
}

/// A desk with an owner of a conversation, an agent who answered, and two strangers.
async fn story() -> (TestDesk, Agent, Party, [Party; 2]) {
    let desk = desk().await;
    let agent = desk.owner().await;
    let mut owner = Party::of(desk.visitor().await).await;
    agent.reply(&owner.conversation, "how can I help?").await;
    owner.link.expect("message").await;
    let strangers = [Party::of(desk.visitor().await).await, Party::of(desk.customer("user-7").await).await];
    (desk, agent, owner, strangers)
}

/// What a frame about `id` is answered with, the id itself left out.
async fn answers_to(link: &mut Link, id: &str) -> Vec<Value> {
    link.say(&send("mine to use", id, "let me in")).await;
    let refused = link.expect("refused").await;
    let mut answers = vec![refused];
    for more in [
        json!({}),
        json!({ "after_sequence": 0 }),
        json!({ "before_sequence": 99 }),
        json!({ "after_sequence": -1, "before_sequence": 9, "limit": 200 }),
    ] {
        let mut fetch = json!({ "type": "fetch", "request_id": "r", "conversation_id": id });
        fetch.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        link.say(&fetch).await;
        answers.push(link.expect("error").await);
    }
    for quiet in [
        json!({ "type": "typing", "conversation_id": id, "active": true, "preview": "psst" }),
        json!({ "type": "progress", "received": { (id): 2 }, "read": { (id): 2 } }),
        json!({ "type": "viewing", "conversation_id": id }),
    ] {
        link.say(&quiet).await;
    }
    link.silent().await;
    answers
}

#[tokio::test]
async fn frames_about_somebody_elses_things_find_nothing_and_reach_nobody() {
    let (desk, agent, mut owner, mut strangers) = story().await;
    let names = names_of(&owner, &agent).await;
    let mut watching = agent.view(&owner.conversation).await;
    watching.silent().await;
    let before = kept(&agent, &owner.conversation).await;
    for stranger in &mut strangers {
        let link = &mut stranger.link;
        let missing = answers_to(link, &nothing()[0]).await;
        assert_eq!(missing[0]["code"], "not_found");
        assert!(missing[1..].iter().all(|error| error["code"] == "not_found"), "{missing:?}");
        for id in nothing().iter().chain(&names) {
            assert_eq!(answers_to(link, id).await, missing, "{id}");
        }
        // Marks are gathered for a second before they are kept.
        desk.pass(Duration::from_secs(2));
        link.say(&json!({ "type": "progress", "read": { (owner.conversation.as_str()): 2 } })).await;
        // Reads and writes of a link run in order: once these are answered, nothing of the above is still at work.
        link.fetch(&stranger.conversation, json!({})).await;
        let marks = json!({ "type": "progress", "read": { (stranger.conversation.as_str()): 1 } });
        link.say(&marks).await;
        // The owner's own word for a message is free to everybody else.
        link.post("first, of somebody else", stranger.conversation.as_str(), "mine").await;
        for kind in ["typing", "presence", "progress"] {
            assert_eq!(link.ephemerals(kind).await, [] as [Value; 0]);
        }
    }
    assert_eq!(kept(&agent, &owner.conversation).await, before);
    for kind in ["typing", "presence", "progress"] {
        assert_eq!(owner.link.ephemerals(kind).await, [] as [Value; 0], "{kind} reached the owner");
    }
    let accepted = owner.link.post("second", owner.conversation.as_str(), "still here").await;
    assert_eq!(accepted["sequence"], 3);
}

#[tokio::test]
async fn hello_with_somebody_elses_session_or_cursor_gains_nothing() {
    let (_desk, agent, mut owner, strangers) = story().await;
    for stranger in &strangers {
        let more = json!({
            "previous_session_id": owner.link.session_id(),
            "resume": { "log_epoch": owner.link.welcome["log_epoch"], "log_position": 0 },
        });
        let mut link = stranger.visitor.connect_with(more).await;
        assert_eq!(link.welcome["resume"], "replaying");
        assert_eq!(link.welcome["conversations"].as_array().unwrap().len(), 1);
        let (replayed, _) = link.replayed().await;
        assert_eq!(spoken(&replayed), ["hello"]);
        assert_eq!(replayed[0]["conversation_id"], *stranger.conversation);
        // The stranger could not end their link.
        owner.link.silent().await;
    }
    agent.reply(&owner.conversation, "only for you").await;
    assert_eq!(spoken(&owner.link.entries(1).await), ["only for you"]);
    for mut stranger in strangers {
        stranger.link.silent().await;
    }
}

#[tokio::test]
async fn a_senders_word_for_a_message_is_their_own() {
    let (_desk, _agent, mut owner, strangers) = story().await;
    owner.link.post("owner's own", Value::Null, "secret").await;
    let theirs = owner.conversation.as_str();
    for mut stranger in strangers {
        // Taken by the owner and by the stranger, for another place.
        stranger.link.say(&send("first", theirs, "hello")).await;
        let conflict = stranger.link.expect("refused").await;
        assert_eq!(conflict["code"], "id_conflict");
        stranger.link.say(&send("first", nothing()[0].as_str(), "hello")).await;
        assert_eq!(stranger.link.expect("refused").await, conflict);
        // A word that only the owner has used is new.
        let accepted = stranger.link.post("owner's own", Value::Null, "mine").await;
        assert_eq!(accepted["conversation_id"], *stranger.conversation);
    }
}

#[tokio::test]
async fn a_visitors_routes_find_nothing_of_somebody_else() {
    let (desk, agent, mut owner, mut strangers) = story().await;
    let names = names_of(&owner, &agent).await;
    let before = kept(&agent, &owner.conversation).await;
    for stranger in &mut strangers {
        for (method, path, body) in visitors_calls(&nothing()[0]) {
            let missing = call(&desk, &stranger.visitor.session_token, &method, &path, &body).await;
            missing.problem(404, "not_found");
            for id in nothing().iter().chain(&names) {
                let path = path.replace(&nothing()[0], id);
                let answer = call(&desk, &stranger.visitor.session_token, &method, &path, &body).await;
                assert_eq!(answer.tells(), missing.tells(), "{method} {path}");
                let header = |name: &str| (answer.header(name).to_owned(), missing.header(name).to_owned());
                for name in ["content-type", "content-length", "vary", "cache-control"] {
                    let (one, other) = header(name);
                    assert_eq!(one, other, "{name} of {method} {path}");
                }
            }
        }
        stranger.link.silent().await;
    }
    assert_eq!(kept(&agent, &owner.conversation).await, before);
    owner.link.silent().await;
    let accepted = owner.link.post("second", owner.conversation.as_str(), "still here").await;
    assert_eq!(accepted["sequence"], 3);
}

#[tokio::test]
async fn an_agents_words_are_not_the_visitors_to_change() {
    let (desk, agent, owner, _) = story().await;
    let before = kept(&agent, &owner.conversation).await;
    let (mine, theirs) = (&before.1[0]["message_id"], &before.1[1]["message_id"]);
    let missing =
        owner.visitor.call(reqwest::Method::DELETE, "/widget/v1/messages/nothing", &json!({})).await;
    for (method, path, body) in visitors_calls(theirs.as_str().unwrap()) {
        let answer = call(&desk, &owner.visitor.session_token, &method, &path, &body).await;
        assert_eq!(answer.tells(), missing.tells(), "{method} {path}");
    }
    // Nor the visitor's the agent's.
    for method in [reqwest::Method::PATCH, reqwest::Method::DELETE] {
        let path =
            format!("/api/v1/conversations/{}/messages/{}", owner.conversation, mine.as_str().unwrap());
        let body = json!({ "content": crate::support::said("changed") });
        let answer = agent.call(method, &path, &body).await;
        assert_eq!(answer.tells(), missing.tells());
    }
    assert_eq!(kept(&agent, &owner.conversation).await, before);
}

#[tokio::test]
async fn a_visitors_tokens_open_no_door_of_the_desk() {
    let (desk, agent, owner, strangers) = story().await;
    let before = kept(&agent, &owner.conversation).await;
    let refused = desk.get("/api/v1/me").await;
    refused.problem(401, "unauthenticated");
    let mut wrong = Vec::new();
    for id in names_of(&owner, &agent).await {
        for (method, path) in agents_calls(&id) {
            for token in [&strangers[0].visitor.session_token, &strangers[1].visitor.visitor_token] {
                let answer = call(&desk, token, &method, &path, &json!({})).await;
                if answer.tells() != refused.tells() {
                    wrong.push(format!("{method} {path}: {}", answer.text));
                }
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
    assert_eq!(kept(&agent, &owner.conversation).await, before);
}
