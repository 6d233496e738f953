//! The disk is full: what was answered is there, what was not was not taken, reading goes on, and room alone mends it.

use serde_json::{Value, json};
use servicedesk::fault::Fault;
use servicedesk::storage::Unit;

use crate::support::{Arrival, TestDesk, send};

/// Leaves the database this many pages to grow by; `None` takes the bound away.
fn leave_room(unit: &Unit<'_>, pages: Option<i64>) -> Result<(), Fault> {
    let now: i64 = unit.conn().pragma_query_value(None, "page_count", |row| row.get(0))?;
    let most = pages.map_or(1_000_000, |pages| now + pages);
    Ok(unit.conn().pragma_update_and_check(None, "max_page_count", most, |_| Ok(()))?)
}

#[tokio::test]
async fn on_a_full_disk_sends_are_paused_reading_goes_on_and_room_alone_mends_it() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    desk.inside().db.write(|unit| leave_room(unit, Some(12))).await.unwrap();

    // Until the desk takes nothing more.
    let long = "很长 ".repeat(2_000);
    let mut accepted = vec!["first".to_owned()];
    let mut sent = 0;
    let paused = 'full: loop {
        let id = format!("m{sent}");
        sent += 1;
        link.say(&send(&id, conversation.as_str(), &format!("{id} {long}"))).await;
        loop {
            match link.next().await {
                Arrival::Frame(frame) if frame["type"] == "accepted" => {
                    accepted.push(frame["client_message_id"].as_str().unwrap().to_owned());
                    break;
                }
                Arrival::Frame(frame) if frame["type"] == "paused" => break 'full frame,
                _ => {}
            }
        }
    };
    assert_eq!(paused["reason"], "unavailable");
    assert!(accepted.len() > 1, "some fitted");
    // The writer has opened its connection anew, which knows no bound: the disk is still full.
    desk.inside().db.write(|unit| leave_room(unit, Some(0))).await.unwrap();
    let body = json!({ "client_message_id": "a1", "content": { "kind": "text", "text": long } });
    let answer = owner.post(&format!("/api/v1/conversations/{conversation}/messages"), &body).await;
    answer.problem(503, "storage_full");
    assert!(!answer.header("retry-after").is_empty());
    let ids = |entries: &[Value]| -> Vec<String> {
        let own = entries.iter().filter_map(|entry| entry["client_message_id"].as_str());
        own.map(str::to_owned).collect()
    };
    assert_eq!(
        ids(&owner.entries(&conversation).await),
        accepted,
        "what was answered can be read, and nothing else is there"
    );

    desk.inside().db.write(|unit| leave_room(unit, None)).await.unwrap();
    link.say(&json!({ "type": "continue" })).await;
    let last = format!("m{}", sent - 1);
    link.post(&last, conversation.as_str(), &format!("{last} {long}")).await;
    accepted.push(last);
    owner.post(&format!("/api/v1/conversations/{conversation}/messages"), &body).await.ok(201);
    accepted.push("a1".into());
    assert_eq!(ids(&owner.entries(&conversation).await), accepted);
}
