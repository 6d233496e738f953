//! Whether the desk is alive and ready, as operators ask.

use std::time::Duration;

use serde_json::json;
use servicedesk::config::units::ByteSize;

use crate::support::TestDesk;

#[tokio::test]
async fn a_desk_is_alive_and_ready() {
    let desk = TestDesk::open().await;
    assert_eq!(desk.get("/healthz").await.ok(200), json!({ "status": "alive", "scheme": "http" }));
    assert_eq!(desk.get("/readyz").await.ok(200), json!({ "status": "ready" }));
    // Metrics have an address of their own, or none.
    desk.get("/metrics").await.problem(404, "not_found");
}

#[tokio::test]
async fn it_is_not_ready_without_room_on_the_disk() {
    let desk = TestDesk::with(|config| config.storage.disk_free_min = ByteSize::from_mib(1 << 20)).await;
    let answer = desk.get("/readyz").await;
    answer.problem(503, "storage_full");
    assert!(!answer.header("retry-after").is_empty());
    desk.get("/healthz").await.ok(200);
}

#[tokio::test]
async fn it_is_not_ready_while_the_writer_takes_nothing() {
    let desk = TestDesk::with(|config| config.storage.writer_queue = 16).await;
    let writer = desk.hold_writer().await;
    while desk.inside().db.submit(|_| Ok(())).is_ok() {}
    desk.get("/readyz").await.problem(503, "overloaded");
    // Reading goes on.
    desk.get(&format!("/w/boot?k={}", desk.key)).await.ok(200);
    drop(writer);
    desk.inside().db.write(|_| Ok(())).await.unwrap_or_default();
    desk.pass(Duration::from_secs(1));
    while desk.get("/readyz").await.status != 200 {}
}
