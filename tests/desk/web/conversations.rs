//! Lists of conversations: views, orders, pages.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, TestDesk};

const VIEWS: [&str; 9] =
    ["mine", "mentions", "unassigned", "waiting", "open", "bot", "snoozed", "closed", "all"];

async fn open(desk: &TestDesk, agent: &Agent, name: &str) -> String {
    desk.pass(Duration::from_secs(1));
    let body = json!({ "user_id": name, "initial_message": name });
    agent.post("/api/v1/conversations", &body).await.ok(201)["id"].as_str().unwrap().to_owned()
}

/// The users of a list, in its order.
async fn users(agent: &Agent, query: &str) -> Vec<String> {
    let items = agent.all(&format!("/api/v1/conversations?{query}")).await;
    items.iter().map(|row| row["last_message"]["text"].as_str().unwrap_or("-").to_owned()).collect()
}

#[tokio::test]
async fn each_view_holds_what_it_says_and_the_counts_agree() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let mut ids = Vec::new();
    for name in ["waits", "mine", "answered", "theirs", "snoozed", "closed"] {
        ids.push(open(&desk, &owner, name).await);
    }
    owner.act(&ids[1], "assign", json!({ "agent_id": owner.id })).await.ok(200);
    owner.reply(&ids[2], "answered").await;
    owner.act(&ids[3], "assign", json!({ "agent_id": colleague.id })).await.ok(200);
    owner.act(&ids[4], "snooze", json!({ "until": "2026-03-02T08:00:00Z" })).await.ok(200);
    owner.act(&ids[5], "resolve", json!({})).await.ok(200);
    // With an agent and put off at once: it is among what is put off, not among what the agent has to do.
    owner.act(&ids[4], "assign", json!({ "agent_id": owner.id })).await.ok(200);
    let counts = owner.get("/api/v1/conversations/counts").await.ok(200);
    for (view, expected) in [
        ("mine", vec!["answered", "mine"]),
        ("mentions", vec![]),
        ("unassigned", vec!["waits"]),
        ("waiting", vec!["mine", "theirs", "waits"]),
        ("open", vec!["answered", "mine", "theirs", "waits"]),
        ("bot", vec![]),
        ("snoozed", vec!["snoozed"]),
        ("closed", vec!["closed"]),
        ("all", vec!["answered", "closed", "mine", "snoozed", "theirs", "waits"]),
    ] {
        let mut found = users(&owner, &format!("view={view}")).await;
        found.sort();
        assert_eq!(found, expected, "{view}");
        assert_eq!(counts[view], expected.len(), "{view}");
    }
    assert_eq!(users(&colleague, "view=mine").await, ["theirs"]);
    assert_eq!(
        counts.as_object().unwrap().len(),
        VIEWS.len() + 2,
        "and mentions not read, tickets that wait"
    );
}

/// A note that names somebody; its message.
async fn mention(agent: &Agent, conversation: &str, text: &str, whom: &[&str]) -> Value {
    let content = json!({ "kind": "text", "text": text, "mentions": whom });
    let note = json!({ "content": content, "note": true });
    agent.act(conversation, "messages", note).await.ok(201)
}

#[tokio::test]
async fn who_is_mentioned_finds_the_conversation_again_until_it_is_done() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let mut ids = Vec::new();
    for name in ["asked", "edited", "taken back", "closed", "nothing"] {
        ids.push(open(&desk, &owner, name).await);
    }
    let counts = async |agent: &Agent| {
        let counts = agent.get("/api/v1/conversations/counts").await.ok(200);
        (counts["mentions"].clone(), counts["mentions_unread"].clone())
    };
    let listed = async |agent: &Agent| {
        let mut found: Vec<Value> = agent.all("/api/v1/conversations?view=mentions").await;
        found.sort_by_key(|row| row["opened_at"].as_str().unwrap().to_owned());
        found.iter().map(|row| (row["id"].clone(), row["mention_sequence"].clone())).collect::<Vec<_>>()
    };
    mention(&owner, &ids[0], "@小强 看一下", &[&colleague.id, &owner.id]).await;
    let later = mention(&owner, &ids[1], "看一下", &[]).await;
    let wrong = mention(&owner, &ids[2], "@小强", &[&colleague.id]).await;
    mention(&owner, &ids[3], "@小强", &[&colleague.id]).await;
    owner.act(&ids[3], "resolve", json!({})).await.ok(200);
    let at = |id: &str, message: &Value| {
        format!("/api/v1/conversations/{id}/messages/{}", message["message_id"].as_str().unwrap())
    };
    let named = json!({ "content": { "kind": "text", "text": "@小强 看", "mentions": [colleague.id] } });
    owner.call(Method::PATCH, &at(&ids[1], &later), &named).await.ok(200);
    owner.call(Method::DELETE, &at(&ids[2], &wrong), &json!({})).await.ok(200);
    let expected = [(json!(ids[0]), json!(2)), (json!(ids[1]), json!(3)), (json!(ids[3]), json!(2))];
    assert_eq!(listed(&colleague).await, expected, "a mention taken back is none");
    assert_eq!(counts(&colleague).await, (json!(3), json!(3)));
    assert_eq!(listed(&owner).await, [], "nobody mentions themselves");

    // Read, the one that is done goes; the others stay until they are done.
    let mut links = Vec::new();
    for id in [&ids[0], &ids[3]] {
        let mut link = colleague.view(id).await;
        link.say(&json!({ "type": "progress", "read": { id.as_str(): 2 } })).await;
        links.push(link);
    }
    let marks = || {
        let count = "SELECT COUNT(*) FROM progress WHERE read = 2";
        desk.inside().db.read(move |conn| Ok(conn.query_row(count, [], |row| row.get::<_, i64>(0))?))
    };
    while marks().await.unwrap() < 2 {
        tokio::task::yield_now().await;
    }
    assert_eq!(listed(&colleague).await, expected[..2]);
    assert_eq!(counts(&colleague).await, (json!(2), json!(1)));

    // Taken out of the note again.
    let unnamed = json!({ "content": { "kind": "text", "text": "看" } });
    owner.call(Method::PATCH, &at(&ids[1], &later), &unnamed).await.ok(200);
    assert_eq!(listed(&colleague).await, expected[..1]);

    // Erased with the person.
    let row = colleague.get(&format!("/api/v1/conversations/{}", ids[0])).await.ok(200);
    let path = format!("/api/v1/contacts/{}", row["contact"]["id"].as_str().unwrap());
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    assert_eq!(counts(&colleague).await, (json!(0), json!(0)));
}

#[tokio::test]
async fn who_waits_longest_comes_first_and_then_the_newest() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut ids = Vec::new();
    for name in ["one", "two", "three", "four"] {
        ids.push(open(&desk, &owner, name).await);
    }
    desk.pass(Duration::from_secs(1));
    owner.reply(&ids[0], "one").await;
    desk.pass(Duration::from_secs(1));
    owner.reply(&ids[2], "three").await;
    assert_eq!(users(&owner, "view=open").await, ["two", "four", "three", "one"]);
    assert_eq!(users(&owner, "sort=waiting").await, ["two", "four", "three", "one"]);
    assert_eq!(users(&owner, "sort=newest").await, ["three", "one", "four", "two"]);
    for id in [&ids[1], &ids[0]] {
        desk.pass(Duration::from_secs(1));
        owner.act(id, "resolve", json!({})).await.ok(200);
    }
    // What is done is listed by when it was done, unless asked otherwise.
    assert_eq!(users(&owner, "view=closed").await, ["one", "two"]);
}

#[tokio::test]
async fn pages_of_any_size_give_the_whole_list_once() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let mut ids = Vec::new();
    for number in 0..25 {
        ids.push(open(&desk, &owner, &format!("{number:02}")).await);
    }
    for id in ids.iter().step_by(3) {
        let text =
            owner.get(&format!("/api/v1/conversations/{id}")).await.ok(200)["last_message"]["text"].clone();
        owner.reply(id, text.as_str().unwrap()).await;
    }
    for sort in ["waiting", "newest"] {
        let whole = users(&owner, &format!("sort={sort}&limit=200")).await;
        assert_eq!(whole.len(), 25);
        for limit in [1, 2, 7, 24, 25, 26] {
            assert_eq!(
                users(&owner, &format!("sort={sort}&limit={limit}")).await,
                whole,
                "{sort} by {limit}"
            );
        }
    }
}

#[tokio::test]
async fn a_list_stays_stable_while_others_move() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let mut ids = Vec::new();
    for number in 0..12 {
        ids.push(open(&desk, &owner, &format!("{number:02}")).await);
    }
    for sort in ["waiting", "newest"] {
        let path = format!("/api/v1/conversations?view=open&sort={sort}&limit=4");
        let first = owner.get(&path).await.ok(200);
        let mut seen: Vec<Value> = first["items"].as_array().unwrap().clone();
        // One that was seen and one that was not move; new ones come.
        let moved = [seen[1]["id"].clone(), json!(ids[6])];
        desk.pass(Duration::from_secs(1));
        for id in &moved {
            owner.act(id.as_str().unwrap(), "labels", json!({ "labels": [sort] })).await.ok(200);
        }
        open(&desk, &owner, &format!("new-{sort}")).await;
        let mut cursor = first["next_cursor"].clone();
        while let Some(next) = cursor.as_str() {
            let page = owner.get(&format!("{path}&cursor={next}")).await.ok(200);
            seen.extend(page["items"].as_array().unwrap().iter().cloned());
            cursor = page["next_cursor"].clone();
        }
        for id in ids.iter().map(|id| json!(id)).filter(|id| !moved.contains(id)) {
            assert_eq!(seen.iter().filter(|row| row["id"] == id).count(), 1, "{sort} {id}");
        }
    }
}

#[tokio::test]
async fn what_cannot_be_asked_is_named() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for (query, field) in [
        ("view=everything", "view"),
        ("view=", "view"),
        ("sort=oldest", "sort"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=-1", "limit"),
        ("limit=many", "limit"),
        ("limit=9223372036854775808", "limit"),
        ("cursor=", "cursor"),
        ("cursor=nonsense", "cursor"),
        ("cursor=AAAA", "cursor"),
        ("limit=5&limit=6", "query"),
    ] {
        let answer = owner.get(&format!("/api/v1/conversations?{query}")).await;
        assert_eq!(answer.wrong_field(), field, "{query}");
    }
    assert_eq!(owner.get("/api/v1/conversations?limit=200&colour=red").await.ok(200)["items"], json!([]));
}

#[tokio::test]
async fn a_row_tells_what_a_list_shows() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin(&"很长".repeat(150)).await;
    link.post("m2", json!(null), "第二句").await;
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    let label = &visitor.id[visitor.id.len() - 4..];
    assert_eq!(
        row,
        json!({
            "id": conversation, "state": "waiting", "channel": "web", "last_sequence": 2,
            "contact": { "id": row["contact"]["id"], "name": null, "name_source": null, "verified": false, "label": label },
            "visitor_id": visitor.id, "online": true, "agent_id": null,
            "team_id": null, "priority": "normal", "due_at": null, "clock": null,
            "updated_at": "2026-03-01T08:00:00.000Z", "opened_at": "2026-03-01T08:00:00.000Z",
            "waiting_since": "2026-03-01T08:00:00.000Z", "snoozed_until": null, "labels": [],
            "last_message": {
                "sender": { "kind": "visitor", "id": visitor.id, "name": null }, "note": false, "text": "第二句",
                "media_type": null,
                "sent_at": "2026-03-01T08:00:00.000Z",
            },
            "unread": 2, "mine": { "received": 0, "read": 0 }, "theirs": { "received": 0, "read": 0 },
            "mention_sequence": null, "ticket": null,
            "clocks": [], "attributes": {},
        })
    );
    // Opened by itself, a conversation also tells all its clocks, and what the shop's page said of it.
    let mut told = owner.get("/api/v1/conversations?limit=1").await.ok(200)["items"][0].take();
    (told["clocks"], told["attributes"]) = (json!([]), json!({}));
    assert_eq!(told, row);
    for missing in ["c_0000000000001", "nonsense", "counts2", visitor.id.as_str()] {
        owner.get(&format!("/api/v1/conversations/{missing}")).await.problem(404, "not_found");
    }
}
