//! One order for everybody.

use serde_json::{Value, json};

use crate::support::{Link, TestDesk, send};

/// Sequence, position and whose, of everything a link tells of a conversation, `accepted` included.
async fn heard(link: &mut Link, count: usize) -> Vec<(i64, i64)> {
    let mut heard = Vec::new();
    while heard.len() < count {
        let frame = link.told().await;
        assert!(["accepted", "message"].iter().any(|kind| frame["type"] == *kind), "{frame}");
        let number = |field: &str| frame[field].as_i64().unwrap();
        heard.push((number("sequence"), number("log_position")));
    }
    heard
}

#[tokio::test]
async fn both_sides_hear_the_same_dense_sequence_while_both_speak() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("开始").await;
    let (mut agent, mut other_tab) = (owner.connect().await, visitor.connect().await);
    let target = || Value::from(conversation.as_str());
    for number in 0..50 {
        link.say(&send(&format!("v{number}"), target(), "问")).await;
        agent.say(&send(&format!("a{number}"), target(), "答")).await;
    }
    let by_visitor = heard(&mut link, 100).await;
    assert_eq!(heard(&mut agent, 100).await, by_visitor);
    assert_eq!(heard(&mut other_tab, 100).await, by_visitor);
    let sequences: Vec<i64> = by_visitor.iter().map(|(sequence, _)| *sequence).collect();
    assert_eq!(sequences, (2..102).collect::<Vec<_>>());
    // Replayed, it is the same again.
    let mut cursor = other_tab.cursor();
    cursor.position = by_visitor[9].1;
    let mut replayed = visitor.resume(&cursor).await;
    assert_eq!(heard(&mut replayed, 90).await, by_visitor[10..]);
}

#[tokio::test]
async fn accepted_goes_out_once_all_before_it_has() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("开始").await;
    let mut agent = owner.connect().await;
    // A burst of the agent's, then a message of the visitor: its answer comes after everything that was committed before.
    for number in 0..40 {
        agent.say(&send(&number.to_string(), conversation.as_str(), "答")).await;
    }
    link.say(&send("m2", json!(null), "问")).await;
    let mut positions = Vec::new();
    loop {
        let frame = link.told().await;
        positions.push(frame["log_position"].as_i64().unwrap());
        if frame["type"] == "accepted" {
            let sequence = frame["sequence"].as_i64().unwrap();
            assert_eq!(i64::try_from(positions.len()).unwrap() + 1, sequence);
            break;
        }
    }
    assert!(positions.is_sorted());
}

#[tokio::test]
async fn an_edit_is_an_entry_and_the_message_shows_what_holds_now() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("三点").await;
    let message = format!("m_{}_1", conversation.trim_start_matches("c_"));
    let path = format!("/widget/v1/messages/{message}");
    desk.pass(std::time::Duration::from_secs(9));
    let body = json!({ "content": crate::support::said("四点") });
    let edited = visitor.call(reqwest::Method::PATCH, &path, &body).await.ok(200);
    let entry = link.expect("entry").await;
    assert_eq!((&entry["kind"], &entry["sequence"]), (&json!("edited"), &json!(2)));
    assert_eq!((&entry["message_id"], &entry["message_sequence"]), (&json!(message), &json!(1)));
    assert_eq!(entry["content"], crate::support::said("四点"));
    assert_eq!(entry["log_position"], edited["log_position"]);
    let page = link.fetch(&conversation, json!({ "before_sequence": 2 })).await;
    let shown = &page["entries"][0];
    assert_eq!(shown["content"], crate::support::said("四点"));
    assert_eq!((&shown["sent_at"], &shown["edited_at"]), (&json!("2026-03-01T08:00:00.000Z"), &entry["at"]));
}
