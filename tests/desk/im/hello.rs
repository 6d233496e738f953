//! The first frame, and what a client learns from its answer.

use std::time::Duration;

use serde_json::json;

use crate::support::{TestDesk, Visitor};

#[tokio::test]
async fn a_new_visitor_is_welcomed_and_told_what_holds() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let link = visitor.connect().await;
    let welcome = &link.welcome;
    assert_eq!(welcome["resume"], "fresh");
    assert_eq!(welcome["identity"], json!({ "kind": "visitor", "id": visitor.id }));
    assert_eq!(welcome["conversations"], json!([]));
    assert!(welcome["session_id"].as_str().unwrap().starts_with("s_"));
    assert_eq!(welcome["log_epoch"].as_str().unwrap().len(), 16);
    assert_eq!(
        welcome["heartbeat"],
        json!({ "ping_every_ms": 45_000, "pong_within_ms": 5_000, "dead_after_ms": 60_000 })
    );
    assert_eq!(
        welcome["limits"],
        json!({ "sends_in_flight": 16, "frame_bytes": 131_072, "text_chars": 8_000 })
    );
}

#[tokio::test]
async fn frames_may_follow_hello_without_waiting() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut link = desk.knock().await;
    let hello = json!({
        "type": "hello", "protocol": "servicedesk.im.v1", "session_token": visitor.session_token,
        "resume": null, "unknown": { "to": "us" },
    });
    let sends = ["在吗?", "几点发货?"].map(|text| crate::support::send(text, json!(null), text).to_string());
    link.say_text(format!("{hello}\n{}\n\n {}\n", sends[0], sends[1])).await;
    link.expect("welcome").await;
    for (place, text) in ["在吗?", "几点发货?"].into_iter().enumerate() {
        let accepted = link.expect("accepted").await;
        assert_eq!(
            (&accepted["client_message_id"], &accepted["sequence"]),
            (&json!(text), &json!(place + 1))
        );
    }
}

#[tokio::test]
async fn without_a_valid_hello_the_link_ends() {
    let desk = TestDesk::open().await;
    let Visitor { session_token, .. } = desk.visitor().await;
    let hello = |protocol: &str, token: &str| json!({ "type": "hello", "protocol": protocol, "session_token": token, "resume": null });
    for first in [
        json!({ "type": "ping" }),
        json!({ "type": "toast" }),
        json!({ "type": "hello", "protocol": "servicedesk.im.v1" }),
        hello("servicedesk.im.v1", "forged"),
        hello("servicedesk.im.v2", &session_token),
        json!([]),
    ] {
        let mut link = desk.knock().await;
        link.say(&first).await;
        let error = link.expect("error").await;
        assert_eq!(error["code"], "unauthenticated", "{first}");
        assert_eq!(link.closed().await, 4001, "{first}");
    }
}

#[tokio::test]
async fn hello_must_come_within_ten_seconds() {
    let desk = TestDesk::open().await;
    let mut link = desk.knock().await;
    // One thread serves both: once it answers this, the socket's deadline stands.
    desk.get("/healthz").await.ok(200);
    desk.pass(Duration::from_secs(10));
    assert_eq!(link.expect("error").await["code"], "unauthenticated");
    assert_eq!(link.closed().await, 4001);
}

#[tokio::test]
async fn a_second_hello_is_an_error_and_changes_nothing() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    let again =
        json!({ "type": "hello", "protocol": "servicedesk.im.v1", "session_token": "", "resume": null });
    assert_eq!(link.error(&again).await, "invalid");
    link.post("m1", json!(null), "still here").await;
}

#[tokio::test]
async fn an_expired_session_token_opens_nothing_but_a_live_link_goes_on() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    // One minute at a time: a silent link would be hung up on.
    for _ in 0..61 {
        desk.pass(Duration::from_mins(1) - Duration::from_secs(10));
        link.silent().await;
        desk.pass(Duration::from_secs(10));
        link.silent().await;
    }
    link.post("m1", json!(null), "an hour later").await;
    let mut late = desk.knock().await;
    late.greet(&visitor.session_token, json!({})).await;
    assert_eq!(late.expect("error").await["code"], "unauthenticated");
    assert_eq!(late.closed().await, 4001);
}

#[tokio::test]
async fn a_longer_heartbeat_is_granted_up_to_the_bound() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    for (asked, granted) in [(1_000, 45_000), (120_000, 120_000), (600_000, 600_000), (86_400_000, 600_000)] {
        let link = visitor.connect_with(json!({ "heartbeat_ms": asked })).await;
        let heartbeat = &link.welcome["heartbeat"];
        assert_eq!(heartbeat["ping_every_ms"], granted, "asked for {asked}");
        assert!(heartbeat["dead_after_ms"].as_u64() > heartbeat["ping_every_ms"].as_u64());
    }
}
