//! Customers who come back.

use std::time::Duration;

use serde_json::json;

use super::{at_work, capacity, given, of_kind, say, settled, waits};
use crate::support::TestDesk;

#[tokio::test]
async fn a_customer_comes_back_to_whoever_answered_last() {
    let desk = TestDesk::routing().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let _link = at_work(&colleague).await;
    let (mut customer, first) = desk.customer("zhang").await.begin("在吗?").await;
    assert_eq!(given(&owner, &first).await, colleague.id);
    colleague.reply(&first, "在的").await;
    colleague.act(&first, "resolve", json!({})).await.ok(200);
    let _workbench = at_work(&owner).await;
    // More at the colleague's, so that load alone would decide otherwise.
    for text in ["一", "二"] {
        let (_, other) = desk.visitor().await.begin(text).await;
        given(&owner, &other).await;
        owner.act(&other, "assign", json!({ "agent_id": colleague.id })).await.ok(200);
        colleague.reply(&other, "好").await;
    }
    settled(&desk).await;
    let second = say(&mut customer, json!("new"), "又是我").await;
    assert_ne!(first, second);
    assert_eq!(given(&owner, &second).await, colleague.id);
    let why = of_kind(&owner, &second, "assigned").await.remove(0)["why"].take();
    assert_eq!(why, json!({ "code": "last_agent", "ago_ms": 0 }));
}

#[tokio::test]
async fn whoever_answered_last_is_waited_for_a_minute_while_full() {
    let desk = TestDesk::routing().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let _link = at_work(&colleague).await;
    let (mut customer, first) = desk.customer("zhang").await.begin("在吗?").await;
    assert_eq!(given(&owner, &first).await, colleague.id);
    colleague.reply(&first, "在的").await;
    colleague.act(&first, "resolve", json!({})).await.ok(200);
    capacity(&owner, &colleague, 1).await;
    let (_other, other) = desk.visitor().await.begin("别的").await;
    assert_eq!(given(&owner, &other).await, colleague.id);
    colleague.reply(&other, "好").await;
    let _workbench = at_work(&owner).await;
    settled(&desk).await;
    let second = say(&mut customer, json!("new"), "又是我").await;
    waits(&desk, &owner, &second).await;
    desk.pass(Duration::from_secs(59));
    waits(&desk, &owner, &second).await;
    desk.pass(Duration::from_secs(1));
    assert_eq!(given(&owner, &second).await, owner.id);
}
