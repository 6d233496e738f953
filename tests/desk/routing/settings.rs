//! What a team may change about the routing.

use reqwest::Method;
use serde_json::json;

use super::{at_work, begun, capacity, choose, given, settled, waits};
use crate::support::TestDesk;

const PATH: &str = "/api/v1/routing/settings";

#[tokio::test]
async fn settings_are_written_whole_and_by_one_at_a_time() {
    let desk = TestDesk::routing().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let first = owner.get(PATH).await.ok(200);
    assert_eq!((&first["version"], &first["settings"]["taken_within_ms"]), (&json!(0), &json!(90_000)));
    let mut settings = first["settings"].clone();
    settings["taken_within_ms"] = json!(30_000);
    let change = json!({ "version": 0, "settings": settings });
    let changed = owner.call(Method::PUT, PATH, &change).await.ok(200);
    assert_eq!(changed["settings"], settings);
    assert_eq!(colleague.get(PATH).await.ok(200), changed);
    owner.call(Method::PUT, PATH, &change).await.problem(409, "version");
    colleague.call(Method::PUT, PATH, &change).await.problem(403, "forbidden");
    for (field, wrong) in [("sticky_days", json!(366)), ("taken_within_ms", json!(5))] {
        let mut wrongly = settings.clone();
        wrongly[field] = wrong;
        let body = json!({ "version": changed["version"], "settings": wrongly });
        assert_eq!(owner.call(Method::PUT, PATH, &body).await.wrong_field(), field);
    }
    let unknown = json!({ "version": changed["version"], "settings": { "fairness": 1 } });
    assert!(owner.call(Method::PUT, PATH, &unknown).await.wrong_field().starts_with("settings"));
}

#[tokio::test]
async fn head_starts_hold_for_those_who_wait_already() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    capacity(&owner, &owner, 1).await;
    choose(&owner, "offline").await;
    let _workbench = at_work(&owner).await;
    let first = begun(&desk.visitor().await, "先来的").await;
    desk.pass(std::time::Duration::from_secs(20));
    let second = begun(&desk.visitor().await, "急的").await;
    owner.act(&second, "priority", json!({ "priority": "urgent" })).await.ok(200);
    settled(&desk).await;
    let body = json!({ "version": 0, "settings": { "urgent_head_start_ms": 0 } });
    owner.call(Method::PUT, PATH, &body).await.ok(200);
    settled(&desk).await;
    choose(&owner, "online").await;
    assert_eq!(given(&owner, &first).await, owner.id);
    waits(&desk, &owner, &second).await;
}
