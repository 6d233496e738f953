//! Too much at once: read slower, then paused, never lost.

use std::time::Duration;

use serde_json::{Value, json};
use servicedesk::config::units::TimeSpan;

use crate::support::{Link, TestDesk, hurried, send};

/// The text of the next answers to sends, in the order they come.
async fn answered(link: &mut Link, count: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for _ in 0..count {
        ids.push(link.expect("accepted").await["client_message_id"].as_str().unwrap().to_owned());
    }
    ids
}

async fn say_all(link: &mut Link, ids: &[&str]) {
    for id in ids {
        link.say(&send(id, Value::Null, id)).await;
    }
}

#[tokio::test]
async fn no_more_than_sixteen_sends_of_a_link_are_under_way() {
    let desk = TestDesk::with(|config| {
        hurried(config);
        // Readers of the log and timers may wait for the writer, too: some places are theirs.
        config.storage.writer_queue = 16 + 8;
    })
    .await;
    let mut link = desk.visitor().await.connect().await;
    let writer = desk.hold_writer().await;
    let ids: Vec<String> = (0..50).map(|number| number.to_string()).collect();
    for id in &ids {
        link.say(&send(id, Value::Null, id)).await;
    }
    drop(writer);
    // All of them at once would have found the queue full, and the desk would have paused.
    assert_eq!(answered(&mut link, 50).await, ids);
}

#[tokio::test]
async fn over_the_rate_the_desk_reads_slower_and_loses_nothing() {
    let desk = TestDesk::with(|config| {
        config.limits.visitor_sends_burst = 3;
        config.limits.visitor_sends_per_second = 1;
    })
    .await;
    let mut link = desk.visitor().await.connect().await;
    say_all(&mut link, &["1", "2", "3", "4", "5"]).await;
    assert_eq!(answered(&mut link, 3).await, ["1", "2", "3"]);
    desk.pass(Duration::from_secs(1));
    assert_eq!(answered(&mut link, 1).await, ["4"]);
    desk.pass(Duration::from_secs(1));
    assert_eq!(answered(&mut link, 1).await, ["5"]);
    desk.pass(Duration::from_secs(1));
    link.silent().await;
}

#[tokio::test]
async fn over_the_hard_cap_it_pauses_and_goes_on_after_continue() {
    let desk = TestDesk::with(|config| config.limits.sends_hard_per_minute = 3).await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    desk.pass(Duration::from_secs(20));
    say_all(&mut link, &["1", "2", "3", "4", "5"]).await;
    let mut answers = Vec::new();
    let mut paused = Value::Null;
    while answers.len() < 3 || paused.is_null() {
        let frame = link.told().await;
        match frame["type"].as_str() {
            Some("accepted") => answers.push(frame["client_message_id"].clone()),
            _ => paused = frame,
        }
    }
    assert_eq!(answers, ["1", "2", "3"]);
    assert_eq!(paused["reason"], "rate_limited");
    let wait = paused["retry_after_ms"].as_u64().unwrap();
    assert!((1..=60_000).contains(&wait), "{wait}");
    // Until it says so, nothing it sends is taken, but it is answered that it lives.
    say_all(&mut link, &["4"]).await;
    link.silent().await;
    // Too early: paused again.
    link.say(&json!({ "type": "continue" })).await;
    say_all(&mut link, &["4", "5"]).await;
    assert_eq!(link.expect("paused").await["reason"], "rate_limited");
    link.silent().await;
    for _ in 0..3 {
        desk.pass(Duration::from_millis(wait / 3 + 1));
        link.silent().await;
    }
    link.say(&json!({ "type": "continue" })).await;
    say_all(&mut link, &["4", "5"]).await;
    let sequences =
        [link.expect("accepted").await, link.expect("accepted").await].map(|a| a["sequence"].clone());
    assert_eq!(sequences, [4, 5]);
}

#[tokio::test]
async fn the_hard_cap_counts_all_links_of_one_person() {
    let desk = TestDesk::with(|config| config.limits.sends_hard_per_minute = 3).await;
    let visitor = desk.visitor().await;
    let (mut one, mut two) = (visitor.connect().await, visitor.connect().await);
    one.post("1", Value::Null, "一").await;
    two.expect("message").await;
    two.post("2", Value::Null, "二").await;
    one.expect("message").await;
    one.post("3", Value::Null, "三").await;
    two.expect("message").await;
    say_all(&mut two, &["4"]).await;
    assert_eq!(two.expect("paused").await["reason"], "rate_limited");
    // Others are not slowed down by it.
    desk.visitor().await.begin("别人").await;
}

#[tokio::test]
async fn what_cannot_be_stored_now_is_paused_and_keeps_its_order() {
    let desk = TestDesk::with(|config| config.storage.writer_queue = 16).await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    let writer = desk.hold_writer().await;
    // Room for two more.
    for _ in 0..14 {
        drop(desk.inside().db.submit(|_| Ok(())).unwrap());
    }
    say_all(&mut link, &["1", "2", "3", "4"]).await;
    link.silent().await;
    drop(writer);
    let paused = link.expect("paused").await;
    assert_eq!((&paused["reason"], &paused["retry_after_ms"]), (&json!("unavailable"), &json!(2_000)));
    // The last is not taken before the third, although there is room again.
    link.say(&send("4", Value::Null, "4")).await;
    link.silent().await;
    link.say(&json!({ "type": "continue" })).await;
    say_all(&mut link, &["1", "2", "3", "4"]).await;
    for sequence in 1..=4 {
        let accepted = link.expect("accepted").await;
        assert_eq!(accepted["client_message_id"], sequence.to_string());
        assert_eq!(accepted["sequence"], sequence);
    }
}

#[tokio::test]
async fn too_many_frames_are_read_slower_too() {
    let desk = TestDesk::with(|config| {
        config.limits.frames_burst = 4;
        config.limits.frames_per_second = 2;
        config.im.dead_after = TimeSpan::from_secs(600);
        config.im.ping_after = TimeSpan::from_secs(500);
    })
    .await;
    let mut link = desk.visitor().await.connect().await;
    for _ in 0..6 {
        link.say(&json!({ "type": "ping" })).await;
    }
    // Hello was the first of four.
    for _ in 0..3 {
        link.expect("pong").await;
    }
    for _ in 0..3 {
        desk.pass(Duration::from_millis(500));
        link.expect("pong").await;
    }
}
