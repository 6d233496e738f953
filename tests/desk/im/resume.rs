//! Coming back: replayed cheaply and completely, or told to ask anew; never something in between.

use std::time::Duration;

use serde_json::json;

use crate::support::{Cursor, TestDesk, spoken};

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn who_missed_nothing_is_caught_up_at_once() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let (link, _) = visitor.begin("在吗?").await;
    let cursor = link.leave().await;
    let mut link = visitor.resume(&cursor).await;
    assert_eq!(link.welcome["resume"], "replaying");
    assert_eq!(link.welcome["conversations"], json!([]));
    assert_eq!(link.welcome["log_position"], cursor.position);
    assert_eq!(link.replayed().await, (vec![], cursor.position));
    link.post("m2", json!(null), "and goes on").await;
}

#[tokio::test]
async fn what_was_missed_is_replayed_as_it_was_told_live() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut stays, conversation) = visitor.begin("几点发货?").await;
    let leaves = visitor.connect().await.leave().await;
    owner.reply(&conversation, "下午三点").await;
    owner
        .act(&conversation, "messages", json!({ "content": crate::support::said("常客"), "note": true }))
        .await;
    owner.act(&conversation, "resolve", json!({})).await.ok(200);
    let live = stays.entries(3).await;
    assert_eq!(spoken(&live), ["下午三点", "[hidden]", "[state]"]);

    let mut back = visitor.resume(&leaves).await;
    assert_eq!(back.welcome["resume"], "replaying");
    let listed = &back.welcome["conversations"][0];
    assert_eq!((&listed["conversation_id"], &listed["last_sequence"]), (&json!(conversation), &json!(4)));
    assert_eq!(listed["state"], "closed");
    let (replayed, position) = back.replayed().await;
    assert_eq!(replayed, live);
    assert_eq!(back.welcome["log_position"], position);
    assert_eq!(live[2]["log_position"], position);
}

#[tokio::test]
async fn an_agent_resumes_across_all_conversations() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let cursor = owner.connect().await.leave().await;
    for name in ["one", "two", "three"] {
        let visitor = desk.visitor().await;
        visitor.begin(name).await;
    }
    let mut back = owner.resume(&cursor).await;
    assert_eq!(back.welcome["conversations"].as_array().unwrap().len(), 3);
    assert_eq!(spoken(&back.replayed().await.0), ["one", "two", "three"]);
}

#[tokio::test]
async fn a_thousand_entries_are_replayed_and_one_more_is_a_reload() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (link, conversation) = visitor.begin("在吗?").await;
    let cursor = link.leave().await;
    owner.pour(&desk, &conversation, 1_000).await;
    let mut back = visitor.resume(&cursor).await;
    let (replayed, _) = back.replayed().await;
    assert_eq!(replayed.len(), 1_000);
    assert_eq!(spoken(&replayed[999..]), ["text 1000"]);

    owner.pour(&desk, &conversation, 1).await;
    assert_eq!(spoken(&back.entries(1).await), ["text 1"]);
    let mut back = visitor.resume(&cursor).await;
    assert_eq!(back.welcome["resume"], "reload");
    assert_eq!(back.welcome["conversations"][0]["last_sequence"], 1_002);
    // The first answer also took and opened the conversation, and who answers came: three events that are no entries.
    assert_eq!(back.welcome["log_position"], cursor.position + 1_001 + 3);
    back.silent().await;
}

#[tokio::test]
async fn a_week_is_replayed_and_older_is_a_reload() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (link, conversation) = visitor.begin("在吗?").await;
    let before = link.leave().await;
    let reply = owner.reply(&conversation, "在的").await;
    owner.published(&reply["log_position"]).await;
    desk.pass(7 * DAY);
    let visitor = visitor.come_back(&desk, json!(null)).await;
    let mut back = visitor.resume(&before).await;
    assert_eq!(spoken(&back.replayed().await.0), ["在的"]);
    let after = back.leave().await;

    desk.pass(Duration::from_millis(1));
    let back = visitor.resume(&before).await;
    assert_eq!(back.welcome["resume"], "reload");
    // Who missed nothing is replayed to, however long ago that was.
    desk.pass(30 * DAY);
    let visitor = visitor.come_back(&desk, json!(null)).await;
    let mut back = visitor.resume(&after).await;
    assert_eq!(back.replayed().await, (vec![], after.position));
}

#[tokio::test]
async fn a_cursor_of_another_epoch_or_of_the_future_is_a_reload() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let (link, conversation) = visitor.begin("在吗?").await;
    let cursor = link.leave().await;
    for wrong in [
        Cursor { epoch: "0123456789abcdef".into(), ..cursor.clone() },
        Cursor { position: cursor.position + 1, ..cursor.clone() },
        Cursor { position: i64::MAX, ..cursor.clone() },
    ] {
        let mut link = visitor.resume(&wrong).await;
        assert_eq!(link.welcome["resume"], "reload", "{wrong:?}");
        assert_eq!(link.welcome["conversations"][0]["conversation_id"], conversation);
        assert_eq!(link.welcome["log_position"], cursor.position);
        link.silent().await;
    }
}

#[tokio::test]
async fn a_malformed_resume_is_told_and_goes_on_as_fresh() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    for wrong in [
        json!("e7c1"),
        json!({ "log_epoch": "e7c1" }),
        json!({ "log_epoch": 7, "log_position": 7 }),
        json!({ "log_epoch": "e7c1", "log_position": -1 }),
        json!({ "log_epoch": "e7c1", "log_position": 1.5 }),
        json!({ "log_epoch": "e7c1", "log_position": "7" }),
    ] {
        let mut link = desk.knock().await;
        link.greet(&visitor.session_token, json!({ "resume": wrong })).await;
        assert_eq!(link.expect("error").await["code"], "invalid_resume", "{wrong}");
        assert_eq!(link.expect("welcome").await["resume"], "fresh", "{wrong}");
    }
}

#[tokio::test]
async fn a_fresh_visitor_gets_the_newest_fifty_and_an_agent_asks_by_rest() {
    let desk = TestDesk::hurried().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    for number in 0..52 {
        link.post(&number.to_string(), "new", "again").await;
        desk.pass(Duration::from_secs(1));
    }
    let fresh = visitor.connect().await;
    let listed = fresh.welcome["conversations"].as_array().unwrap().clone();
    assert_eq!(listed.len(), 50);
    assert!(listed.iter().all(|row| row["last_sequence"] == 1 && row["state"] == "waiting"));
    let owner = desk.owner().await.connect().await;
    assert_eq!(owner.welcome["conversations"], json!([]));
}

#[tokio::test]
async fn only_what_changed_is_listed_so_that_coming_back_stays_cheap() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    let mut conversations = Vec::new();
    for number in 0..40 {
        conversations.push(link.post(&number.to_string(), "new", "again").await["conversation_id"].clone());
    }
    let cursor = link.leave().await;
    let reply = owner.reply(conversations[7].as_str().unwrap(), "这里").await;
    owner.published(&reply["log_position"]).await;
    let mut back = visitor.resume(&cursor).await;
    let listed = back.welcome["conversations"].as_array().unwrap();
    assert_eq!(listed.iter().map(|row| &row["conversation_id"]).collect::<Vec<_>>(), [&conversations[7]]);
    let welcome = back.welcome.to_string().len();
    assert!(welcome < 1_024, "{welcome} bytes of welcome");
    assert_eq!(spoken(&back.replayed().await.0), ["这里"]);
}

#[tokio::test]
async fn marks_that_moved_meanwhile_are_in_the_welcome() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (link, conversation) = visitor.begin("在吗?").await;
    let cursor = link.leave().await;
    let mut reading = owner.view(&conversation).await;
    reading.say(&json!({ "type": "progress", "read": { &conversation: 1 } })).await;
    let mut watching = owner.connect().await;
    // Told to one's other links as well: by then it is stored.
    reading.leave().await;
    loop {
        let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
        if row["mine"]["read"] == 1 {
            break;
        }
    }
    watching.silent().await;
    let back = visitor.resume(&cursor).await;
    let listed = &back.welcome["conversations"][0];
    assert_eq!(listed["conversation_id"], conversation);
    assert_eq!(listed["theirs"], json!({ "received": 1, "read": 1 }));
    assert_eq!(listed["mine"], json!({ "received": 0, "read": 0 }));
}

#[tokio::test]
async fn push_begins_right_after_the_welcome() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("在吗?").await;
    // Words keep coming while others connect: nobody misses one or hears one twice.
    let talking = async {
        for number in 0.. {
            owner.reply(&conversation, &number.to_string()).await;
        }
    };
    let listening = async {
        let mut heard = Vec::new();
        for _ in 0..12 {
            let mut link = visitor.connect().await;
            heard.push((link.welcome["log_position"].as_i64().unwrap(), link.entries(2).await));
        }
        heard
    };
    let heard = tokio::select! {
        heard = listening => heard,
        () = talking => unreachable!("there is always something to say"),
    };
    let all = owner.entries(&conversation).await;
    for (welcomed_at, entries) in heard {
        let own = all.iter().map(|entry| entry["log_position"].as_i64().unwrap());
        let right_after = own.filter(|position| *position > welcomed_at).take(2).collect::<Vec<_>>();
        let pushed = entries.iter().map(|entry| entry["log_position"].as_i64().unwrap());
        assert_eq!(pushed.collect::<Vec<_>>(), right_after);
    }
}
