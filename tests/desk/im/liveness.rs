//! Silence: who is silent is asked, who stays silent is hung up on.

use std::time::Duration;

use serde_json::json;

use crate::support::{Arrival, TestDesk};

const fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

#[tokio::test]
async fn a_visible_page_is_asked_after_25_seconds_and_a_hidden_one_after_50() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    desk.pass(seconds(25));
    assert_eq!(link.next().await, Arrival::Ping);
    link.say(&json!({ "type": "client_state", "state": "hidden" })).await;
    link.silent().await;
    desk.pass(seconds(49));
    // Had it been asked by now, the PING would come first; and this resets the silence.
    link.silent().await;
    desk.pass(seconds(50));
    assert_eq!(link.next().await, Arrival::Ping);
}

#[tokio::test]
async fn hello_may_say_that_the_page_is_hidden() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect_with(json!({ "client_state": "hidden" })).await;
    desk.pass(seconds(49));
    desk.get("/healthz").await.ok(200);
    link.say(&json!({ "type": "ping" })).await;
    assert!(matches!(link.next().await, Arrival::Frame(_)), "asked before its time");
    desk.pass(seconds(50));
    assert_eq!(link.next().await, Arrival::Ping);
}

#[tokio::test]
async fn any_byte_or_pong_keeps_a_link() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    for _ in 0..5 {
        // Reading the PING answers it, behind the next frame; the one after that shows that the answer arrived.
        desk.pass(seconds(25));
        assert_eq!(link.next().await, Arrival::Ping);
        link.silent().await;
        link.silent().await;
    }
    link.post("m1", json!(null), "两分钟后").await;
}

#[tokio::test]
async fn who_answers_nothing_is_hung_up_on_after_dead_after_ms() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    let owner = desk.owner().await;
    let online = async || owner.get("/api/v1/agents").await.ok(200)["items"][0]["online"].clone();
    let mut agent = owner.connect().await;
    assert_eq!(online().await, true);
    desk.pass(seconds(60));
    // Both clients read nothing, so that their PINGs were not answered.
    for link in [&mut link, &mut agent] {
        // Whoever is hung up on later hears that the other one went.
        assert_eq!(link.closed().await, 1001);
    }
    while online().await == true {}
}

#[tokio::test]
async fn a_longer_heartbeat_is_kept() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect_with(json!({ "heartbeat_ms": 600_000 })).await;
    let dead_after = link.welcome["heartbeat"]["dead_after_ms"].as_u64().unwrap();
    desk.pass(seconds(599));
    desk.get("/healthz").await.ok(200);
    link.say(&json!({ "type": "ping" })).await;
    assert!(matches!(link.next().await, Arrival::Frame(_)), "asked before its time");
    desk.pass(seconds(600));
    assert_eq!(link.next().await, Arrival::Ping);
    link.silent().await;
    link.silent().await;
    desk.pass(Duration::from_millis(dead_after));
    let mut arrival = link.next().await;
    if arrival == Arrival::Ping {
        arrival = link.next().await;
    }
    assert_eq!(arrival, Arrival::Closed(1001));
}

#[tokio::test]
async fn a_pong_tells_the_viewers_own_head() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("一").await;
    let own = link.head().await;
    let (_theirs, _) = desk.visitor().await.begin("二").await;
    // What others say is not in it.
    assert_eq!(link.head().await, own);
    let reply = owner.reply(&conversation, "三").await;
    link.expect("message").await;
    assert_eq!(link.head().await, reply["log_position"]);
}
