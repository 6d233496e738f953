//! How far somebody received and read: of the person, forward only, told to the other side.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Agent, TestDesk};

fn read(conversation: &str, sequence: i64) -> Value {
    json!({ "type": "progress", "received": { conversation: sequence }, "read": { conversation: sequence } })
}

fn marks(frame: &Value) -> (i64, i64) {
    (frame["received"].as_i64().unwrap(), frame["read"].as_i64().unwrap())
}

async fn unread(agent: &Agent, conversation: &str) -> (Value, Value) {
    let row = agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    (row["unread"].clone(), row["theirs"].clone())
}

#[tokio::test]
async fn what_a_visitor_read_is_told_to_the_agents_who_look() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("在吗?").await;
    let mut agent = owner.view(&conversation).await;
    let mut elsewhere = owner.connect().await;
    owner.reply(&conversation, "在的").await;
    link.expect("message").await;
    link.say(&json!({ "type": "progress", "received": { &conversation: 2 } })).await;
    let told = agent.expect("progress").await;
    assert_eq!(told["conversation_id"], conversation);
    assert_eq!(told["member"], json!({ "kind": "visitor", "id": visitor.id }));
    assert_eq!(marks(&told), (2, 0));
    desk.pass(Duration::from_secs(1));
    link.say(&json!({ "type": "progress", "read": { &conversation: 2 } })).await;
    assert_eq!(marks(&agent.expect("progress").await), (2, 2));
    assert_eq!(unread(&owner, &conversation).await.1, json!({ "received": 2, "read": 2 }));
    // The agent owns the conversation since their reply: each of their links is told.
    elsewhere.expect("message").await;
    assert_eq!(elsewhere.ephemerals("progress").await.len(), 2);
    assert_eq!(link.ephemerals("progress").await.len(), 0);
}

#[tokio::test]
async fn an_agents_marks_count_only_where_they_look() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    let mut passing = owner.connect().await;
    passing.say(&read(&conversation, 1)).await;
    passing.silent().await;
    assert_eq!(unread(&owner, &conversation).await.0, 1);
    let mut looking = owner.view(&conversation).await;
    looking.say(&read(&conversation, 1)).await;
    let told = link.expect("progress").await;
    assert_eq!((marks(&told), &told["member"]["id"]), ((1, 1), &json!(owner.id)));
    // One's other devices know it, too.
    assert_eq!(marks(&passing.expect("progress").await), (1, 1));
    assert_eq!(unread(&owner, &conversation).await.0, 0);
}

#[tokio::test]
async fn marks_only_move_forward_and_never_beyond_the_last() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("一").await;
    let mut agent = owner.view(&conversation).await;
    for text in ["二", "三"] {
        owner.reply(&conversation, text).await;
        link.expect("message").await;
    }
    let mut tell = async |frame: Value| {
        desk.pass(Duration::from_secs(1));
        link.say(&frame).await;
        link.silent().await;
    };
    tell(read(&conversation, 2)).await;
    assert_eq!(marks(&agent.expect("progress").await), (2, 2));
    for nothing_new in [read(&conversation, 1), read(&conversation, -7), read(&conversation, 2)] {
        tell(nothing_new).await;
    }
    tell(read(&conversation, 1_000)).await;
    assert_eq!(marks(&agent.expect("progress").await), (3, 3));
    assert_eq!(unread(&owner, &conversation).await.1, json!({ "received": 3, "read": 3 }));
}

#[tokio::test]
async fn marks_of_one_link_are_kept_once_a_second() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("一").await;
    let mut agent = owner.view(&conversation).await;
    for _ in 0..3 {
        owner.reply(&conversation, "二").await;
        link.expect("message").await;
    }
    link.say(&read(&conversation, 1)).await;
    assert_eq!(marks(&agent.expect("progress").await), (1, 1));
    for sequence in 2..=4 {
        link.say(&read(&conversation, sequence)).await;
    }
    link.silent().await;
    assert_eq!(unread(&owner, &conversation).await.1["read"], 1);
    desk.pass(Duration::from_secs(1));
    assert_eq!(marks(&agent.expect("progress").await), (4, 4));
}

#[tokio::test]
async fn read_and_received_belong_to_the_person() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let phone = desk.customer("u1").await;
    let laptop = desk.customer("u1").await;
    let (mut on_phone, conversation) = phone.begin("一").await;
    let mut on_laptop = laptop.connect().await;
    owner.reply(&conversation, "二").await;
    on_phone.expect("message").await;
    on_phone.say(&read(&conversation, 2)).await;
    assert_eq!(marks(&on_laptop.expect("progress").await), (2, 2));
    let later = laptop.connect().await;
    assert_eq!(later.welcome["conversations"][0]["mine"], json!({ "received": 2, "read": 2 }));
}

#[tokio::test]
async fn what_is_not_ones_own_is_left_out_silently() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_theirs, foreign) = desk.visitor().await.begin("一").await;
    let (mut link, conversation) = desk.visitor().await.begin("二").await;
    let mut agent = owner.view(&conversation).await;
    let frame = json!({
        "type": "progress",
        "read": { &foreign: 1, "c_0000000000001": 1, "nonsense": 1, &conversation: 1 },
    });
    link.say(&frame).await;
    assert_eq!(marks(&agent.expect("progress").await), (1, 1));
    assert_eq!(unread(&owner, &foreign).await.1, json!({ "received": 0, "read": 0 }));
}

#[tokio::test]
async fn wrong_marks_are_an_error() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    let many: serde_json::Map<String, Value> =
        (0..401).map(|number| (format!("c_{number:013}"), json!(1))).collect();
    for wrong in [
        json!({ "read": [] }),
        json!({ "read": { "c_1": "2" } }),
        json!({ "read": { "c_1": 1.5 } }),
        json!({ "read": many }),
    ] {
        let mut frame = wrong;
        frame["type"] = json!("progress");
        assert_eq!(link.error(&frame).await, "invalid", "{frame}");
    }
    link.say(&json!({ "type": "progress" })).await;
    link.silent().await;
}
