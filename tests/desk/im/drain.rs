//! The desk goes down in order: clients are told when to come back, and what was sent is answered.

use serde_json::json;
use servicedesk::config::units::TimeSpan;

use crate::support::TestDesk;

#[tokio::test]
async fn clients_are_spread_and_answered_until_the_end() {
    let mut desk = TestDesk::with(|config| {
        config.server.shutdown_grace = TimeSpan::from_millis(700);
        config.im.drain_spread = TimeSpan::from_millis(500);
    })
    .await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    let mut agent = owner.connect().await;
    let visitor = desk.visitor().await;
    let stopped = desk.stop();
    let mut moments = Vec::new();
    for link in [&mut link, &mut agent] {
        let drain = link.expect("drain").await;
        assert_eq!(drain["reason"], "restart");
        moments.push(drain["reconnect_after_ms"].as_u64().unwrap());
    }
    // Two links need no half second to be spread.
    assert!(moments.iter().all(|moment| *moment < 2), "{moments:?}");
    // Sends are still answered, and told to the others.
    link.post("m2", json!(null), "还来得及").await;
    assert_eq!(agent.expect("message").await["conversation_id"], conversation);
    // Who comes now is sent away again.
    let mut late = visitor.connect().await;
    assert_eq!(late.closed().await, 1001);
    for link in [&mut link, &mut agent] {
        assert_eq!(link.closed().await, 1001);
    }
    stopped.await.unwrap();
}

#[tokio::test]
async fn after_a_restart_clients_go_on_where_they_were() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (link, conversation) = visitor.begin("在吗?").await;
    let cursor = link.cursor();
    owner.reply(&conversation, "在的").await;
    drop(link);
    let desk = desk.reopened(|_| {}).await;
    // Tokens, epoch and positions hold; only the address is another in this test.
    let mut link = desk.knock().await;
    link.hello(&visitor.session_token, json!({ "resume": cursor.frame() })).await;
    assert_eq!(link.welcome["resume"], "replaying");
    assert_eq!(link.replayed().await.0.len(), 1);
}
