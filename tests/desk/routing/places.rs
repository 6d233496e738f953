//! What customers who wait are told.

use std::time::Duration;

use serde_json::{Value, json};

use super::{at_work, begun, capacity, given, settled};
use crate::support::{Link, TestDesk};

/// The place that is told next.
async fn told(link: &mut Link) -> (Value, Value) {
    let frame = link.expect("queue").await;
    (frame["position"].clone(), frame["wait_ms"].clone())
}

#[tokio::test]
async fn places_move_up_and_a_wait_is_told_once_it_can_be() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    capacity(&owner, &owner, 1).await;
    let _workbench = at_work(&owner).await;
    let mut open = begun(&desk.visitor().await, "0").await;
    assert_eq!(given(&owner, &open).await, owner.id);
    let mut waiting = Vec::new();
    for number in 1..=7 {
        let visitor = desk.visitor().await;
        let (mut link, conversation) = visitor.begin(&number.to_string()).await;
        settled(&desk).await;
        desk.pass(Duration::from_millis(500));
        assert_eq!(told(&mut link).await, (json!(number), json!(null)));
        waiting.push((visitor, link, conversation));
    }
    // One a minute.
    for (_, _, next) in waiting.iter().take(5) {
        desk.pass(Duration::from_mins(1));
        owner.reply(&open, "好").await;
        owner.act(&open, "resolve", json!({})).await.ok(200);
        open.clone_from(next);
        assert_eq!(given(&owner, &open).await, owner.id);
    }
    let (visitor, ..) = &waiting[6];
    let place = loop {
        desk.pass(Duration::from_millis(500));
        // A new link is told where its conversation stands.
        let mut link = visitor.connect().await;
        let place = told(&mut link).await;
        if place.0 == json!(2) {
            break place;
        }
    };
    assert_eq!(place.1, json!(120_000));
}

#[tokio::test]
async fn a_customer_hears_of_their_own_place_alone_and_not_too_often() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    let mut links = Vec::new();
    let mut conversations = Vec::new();
    for number in 1..=3 {
        let (mut link, conversation) = desk.visitor().await.begin(&number.to_string()).await;
        settled(&desk).await;
        desk.pass(Duration::from_millis(500));
        assert_eq!(link.expect("queue").await["conversation_id"], json!(conversation));
        links.push(link);
        conversations.push(conversation);
    }
    // Both before the third one go within five seconds of their first place: they hear of one change.
    for conversation in &conversations[..2] {
        owner.act(conversation, "resolve", json!({})).await.ok(200);
    }
    settled(&desk).await;
    let mut last = links.pop().unwrap();
    let place = loop {
        desk.pass(Duration::from_millis(500));
        if let Some(frame) = last.ephemerals("queue").await.pop() {
            break frame["position"].clone();
        }
    };
    assert_eq!(place, json!(1));
}
