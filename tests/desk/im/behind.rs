//! A reader that is stuck holds up nobody; it is told that it is behind, and resumes.

use std::time::Duration;

use serde_json::json;

use crate::support::{Agent, TestDesk, spoken};

/// Far more than the mailbox and the buffers of both ends of a connection hold.
const TEXTS: usize = 900;

/// Says so much that a link which reads nothing cannot hold it.
async fn flood(desk: &TestDesk, owner: &Agent, conversation: &str) -> i64 {
    let mut link = owner.connect().await;
    let text = "茶".repeat(8_000);
    let mut last = 0;
    for batch in 0..TEXTS / 30 {
        for number in 0..30 {
            link.say(&crate::support::send(&format!("{batch}-{number}"), conversation, &text)).await;
        }
        for _ in 0..30 {
            last = link.expect("accepted").await["log_position"].as_i64().unwrap();
        }
        // Time passes for the desk as well: nobody is dead yet.
        desk.pass(Duration::from_millis(100));
    }
    last
}

#[tokio::test]
async fn a_stuck_reader_is_told_once_it_reads_again_and_resumes_without_a_hole() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut stuck, conversation) = visitor.begin("在吗?").await;
    let mut lively = visitor.connect().await;
    let reading = tokio::spawn(async move {
        let mut heard = 0;
        while heard < TEXTS {
            heard += lively.entries(1).await.len();
        }
        lively
    });
    let head = flood(&desk, &owner, &conversation).await;
    let mut lively = reading.await.unwrap();
    assert_eq!(lively.head().await, head);

    // It reads on: what was on its way, ascending and complete so far, then that it is behind.
    let mut last = 1;
    let behind = loop {
        let frame = stuck.told().await;
        if frame["type"] != "message" {
            break frame;
        }
        last += 1;
        assert_eq!(frame["sequence"], last);
    };
    assert_eq!(behind, json!({ "type": "behind", "reason": "queue_full" }));
    let cursor = stuck.cursor();
    desk.pass(Duration::from_secs(10));
    assert_eq!(stuck.closed().await, 4008);

    let mut back = visitor.resume(&cursor).await;
    assert_eq!(back.welcome["resume"], "replaying");
    let (missed, _) = back.replayed().await;
    let sequences: Vec<i64> = missed.iter().map(|entry| entry["sequence"].as_i64().unwrap()).collect();
    assert_eq!(sequences, (last + 1..=i64::try_from(TEXTS).unwrap() + 1).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_reader_that_never_reads_again_is_cut_off() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_stuck, conversation) = visitor.begin("在吗?").await;
    let watching = owner.view(&conversation).await;
    flood(&desk, &owner, &conversation).await;
    drop(watching);
    desk.pass(Duration::from_secs(10));
    // Cut off, so that its place is free: nobody of the visitor is there any more.
    let mut agent = owner.view(&conversation).await;
    loop {
        agent.say(&json!({ "type": "viewing", "conversation_id": null })).await;
        agent.say(&json!({ "type": "viewing", "conversation_id": conversation })).await;
        let seen = agent.expect("presence").await;
        if seen["member"]["kind"] == "visitor" && seen["online"] == false {
            break;
        }
    }
}

#[tokio::test]
async fn a_reader_that_is_only_slow_misses_nothing() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("text 0").await;
    // Many more than a mailbox holds, in one commit: what does not fit is read from the log.
    owner.pour(&desk, &conversation, 700).await;
    let heard = link.entries(700).await;
    assert_eq!(spoken(&heard[698..]), ["text 699", "text 700"]);
    let sequences: Vec<i64> = heard.iter().map(|entry| entry["sequence"].as_i64().unwrap()).collect();
    assert_eq!(sequences, (2..=701).collect::<Vec<_>>());
    link.silent().await;
}
