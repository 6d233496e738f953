//! Entries by REST: the objects of the socket, page by page in either direction.

use serde_json::{Value, json};
use servicedesk::events::{Actor, By};
use servicedesk::flows::conversations::append;
use servicedesk::ids::{AgentId, ConversationId};

use crate::support::{Agent, TestDesk};

async fn long(desk: &TestDesk, owner: &Agent) -> String {
    let (link, conversation) = desk.visitor().await.begin("text 0").await;
    drop(link);
    owner.pour(desk, &conversation, 299).await;
    conversation
}

fn sequences(items: &Value) -> Vec<i64> {
    items.as_array().unwrap().iter().map(|entry| entry["sequence"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn bounds_are_those_of_the_socket() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let conversation = long(&desk, &owner).await;
    for (query, first, last, more) in [
        ("", 251, 300, true),
        ("limit=2", 299, 300, true),
        ("limit=200", 101, 300, true),
        ("after_sequence=0", 1, 50, true),
        ("after_sequence=40&before_sequence=43", 41, 42, false),
        ("before_sequence=43&limit=2", 41, 42, true),
        ("before_sequence=3", 1, 2, false),
        ("after_sequence=298", 299, 300, false),
    ] {
        let page = owner.get(&format!("/api/v1/conversations/{conversation}/entries?{query}")).await.ok(200);
        assert_eq!(sequences(&page["items"]), (first..=last).collect::<Vec<i64>>(), "{query}");
        assert_eq!(page["next_cursor"].is_string(), more, "{query}");
    }
    let none = owner.get(&format!("/api/v1/conversations/{conversation}/entries?after_sequence=300")).await;
    assert_eq!(none.ok(200), json!({ "items": [], "next_cursor": null }));
}

#[tokio::test]
async fn the_cursor_goes_on_in_the_same_direction() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let conversation = long(&desk, &owner).await;
    let path = format!("/api/v1/conversations/{conversation}/entries");
    let upward = owner.all(&format!("{path}?after_sequence=0&limit=70")).await;
    assert_eq!(sequences(&json!(upward)), (1..=300).collect::<Vec<i64>>());
    let bounded = owner.all(&format!("{path}?after_sequence=10&before_sequence=100&limit=7")).await;
    assert_eq!(sequences(&json!(bounded)), (11..=99).collect::<Vec<i64>>());
    let mut downward = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = owner.get(&format!("{path}?limit=70{cursor}")).await.ok(200);
        downward.splice(0..0, sequences(&page["items"]));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(downward, (1..=300).collect::<Vec<i64>>());
}

#[tokio::test]
async fn what_cannot_be_asked_is_named() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("一").await;
    for (query, field) in [
        ("limit=201", "limit"),
        ("limit=0", "limit"),
        ("after_sequence=x", "after_sequence"),
        ("before_sequence=1.5", "before_sequence"),
        ("after_sequence=9223372036854775808", "after_sequence"),
        ("cursor=x", "cursor"),
    ] {
        let answer = owner.get(&format!("/api/v1/conversations/{conversation}/entries?{query}")).await;
        assert_eq!(answer.wrong_field(), field, "{query}");
    }
    for missing in ["c_0000000000001", "nonsense"] {
        let path = format!("/api/v1/conversations/{missing}/entries");
        owner.get(&path).await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn why_somebody_got_a_conversation_is_told_to_the_team_alone() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    let (id, agent): (ConversationId, AgentId) = (conversation.parse().unwrap(), owner.id.parse().unwrap());
    desk.inside()
        .db
        .write(move |unit| {
            let mut given = append::conversation_of(unit, id)?;
            let reason = json!({ "reason": "longest waiting, speaks zh" });
            let steps = given.assign(append::moment(unit, Actor::SYSTEM), agent, By::Person)?;
            append::finish(unit, &given, &steps, Some(&reason))
        })
        .await
        .unwrap();
    let entry = owner.entries(&conversation).await.pop().unwrap();
    assert_eq!(
        (&entry["kind"], &entry["reason"]),
        (&json!("assigned"), &json!("longest waiting, speaks zh"))
    );
    let told = link.expect("entry").await;
    assert_eq!((&told["kind"], told.get("reason")), (&json!("assigned"), None));
}
