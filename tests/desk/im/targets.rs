//! Where a message goes: named, newest, new; re-opened within its time, elsewhere after it.

use std::time::Duration;

use serde_json::json;

use crate::support::{TestDesk, send, spoken};

const WEEK: Duration = Duration::from_hours(7 * 24);

#[tokio::test]
async fn null_goes_to_the_newest_that_is_open_and_else_opens_one() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut link = desk.visitor().await.connect().await;
    let first = link.post("m1", json!(null), "一").await["conversation_id"].clone();
    desk.pass(Duration::from_secs(1));
    let second = link.post("m2", "new", "二").await["conversation_id"].clone();
    assert_ne!(first, second);
    // Newest is what was opened last, not what was spoken in last.
    link.post("m3", first.clone(), "三").await;
    assert_eq!(link.post("m4", json!(null), "四").await["conversation_id"], second);
    owner.act(second.as_str().unwrap(), "resolve", json!({})).await.ok(200);
    link.expect("entry").await;
    assert_eq!(link.post("m5", json!(null), "五").await["conversation_id"], first);
    owner.act(first.as_str().unwrap(), "resolve", json!({})).await.ok(200);
    link.expect("entry").await;
    let third = link.post("m6", json!(null), "六").await;
    assert_eq!(third["sequence"], 1);
    assert!(third["conversation_id"] != first && third["conversation_id"] != second);
}

#[tokio::test]
async fn a_missing_field_means_null() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    let conversation = link.post("m1", json!(null), "一").await["conversation_id"].clone();
    let mut unnamed = send("m2", json!(null), "二");
    unnamed.as_object_mut().unwrap().remove("conversation_id");
    link.say(&unnamed).await;
    assert_eq!(link.expect("accepted").await["conversation_id"], conversation);
}

#[tokio::test]
async fn a_closed_one_reopens_within_its_time_state_first() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("一").await;
    owner.act(&conversation, "resolve", json!({})).await.ok(200);
    assert_eq!(link.expect("entry").await["state"], "closed");
    link.leave().await;
    desk.pass(WEEK);
    let visitor = visitor.come_back(&desk, json!(null)).await;
    let mut link = visitor.connect().await;
    link.say(&send("m2", conversation.as_str(), "二")).await;
    let state = link.expect("entry").await;
    assert_eq!(
        (&state["kind"], &state["state"], &state["sequence"]),
        (&json!("state"), &json!("waiting"), &json!(3))
    );
    let accepted = link.expect("accepted").await;
    assert_eq!((&accepted["conversation_id"], &accepted["sequence"]), (&json!(conversation), &json!(4)));
    assert_eq!(accepted["log_position"].as_i64().unwrap(), state["log_position"].as_i64().unwrap() + 1);
}

#[tokio::test]
async fn closed_too_long_ago_it_goes_where_null_would() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (link, conversation) = visitor.begin("一").await;
    let closed = owner.act(&conversation, "resolve", json!({})).await.ok(200);
    owner.published(&closed["log_position"]).await;
    drop(link);
    desk.pass(WEEK + Duration::from_millis(1));
    let visitor = visitor.come_back(&desk, json!(null)).await;
    let mut link = visitor.connect().await;
    let accepted = link.post("m2", conversation.as_str(), "二").await;
    assert_ne!(accepted["conversation_id"], conversation);
    assert_eq!(accepted["sequence"], 1);
    // The repeat names what the first one named.
    assert_eq!(link.post_again("m2", conversation.as_str(), "二").await, accepted);
    assert_eq!(link.post_again("m2", accepted["conversation_id"].clone(), "二").await, accepted);
    assert_eq!(link.refused(&send("m2", json!(null), "二")).await, "id_conflict");
    assert_eq!(spoken(&owner.entries(&conversation).await), ["一", "[state]"]);
}

#[tokio::test]
async fn a_customers_word_wakes_a_snoozed_conversation() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("一").await;
    for target in [json!(null), json!(conversation)] {
        owner.act(&conversation, "snooze", json!({ "until": "2026-03-02T08:00:00Z" })).await.ok(200);
        assert_eq!(link.expect("entry").await["kind"], "hidden");
        let id = target.to_string();
        link.say(&send(&id, target, "二")).await;
        assert_eq!(link.expect("entry").await["state"], "waiting");
        assert_eq!(link.expect("accepted").await["conversation_id"], conversation);
    }
}

#[tokio::test]
async fn an_agents_reply_reopens_and_a_note_does_not() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("一").await;
    owner.act(&conversation, "resolve", json!({})).await.ok(200);
    link.expect("entry").await;
    let mut agent = owner.connect().await;
    let mut note = send("a1", conversation.as_str(), "常客");
    note["note"] = json!(true);
    agent.say(&note).await;
    assert_eq!(agent.expect("accepted").await["sequence"], 3);
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    assert_eq!(row["state"], "closed");
    agent.say(&send("a2", conversation.as_str(), "还有一件事")).await;
    assert_eq!(agent.expect("entry").await["state"], "open");
    assert_eq!(agent.expect("accepted").await["sequence"], 5);
    assert_eq!(spoken(&link.entries(3).await), ["[hidden]", "[state]", "还有一件事"]);
}

#[tokio::test]
async fn agents_name_their_conversation_and_visitors_write_no_notes() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("一").await;
    let mut agent = owner.connect().await;
    for target in [json!(null), json!("new")] {
        assert_eq!(agent.refused(&send("a1", target, "二")).await, "invalid");
    }
    let mut note = send("m2", conversation.as_str(), "二");
    note["note"] = json!(true);
    assert_eq!(link.refused(&note).await, "invalid");
    // What was refused did not use the id up.
    agent.post("a1", conversation.as_str(), "二").await;
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_theirs, foreign) = desk.visitor().await.begin("一").await;
    let mut link = desk.visitor().await.connect().await;
    let mut agent = owner.connect().await;
    for missing in ["c_0000000000001", "c_nonsense", "", "a_0000000000001"] {
        assert_eq!(link.refused(&send("m1", missing, "二")).await, "not_found", "{missing}");
        assert_eq!(agent.refused(&send("a1", missing, "二")).await, "not_found", "{missing}");
    }
    assert_eq!(link.refused(&send("m1", foreign.as_str(), "二")).await, "not_found");
}
