//! Pages of history: which entries, in which order, how many.

use serde_json::{Value, json};

use crate::support::{Link, TestDesk, send};

fn sequences(page: &Value) -> Vec<i64> {
    page["entries"].as_array().unwrap().iter().map(|entry| entry["sequence"].as_i64().unwrap()).collect()
}

fn range(from: i64, to: i64) -> Vec<i64> {
    (from..=to).collect()
}

/// A visitor's link and a conversation with this many entries.
async fn long(desk: &TestDesk, count: usize) -> (Link, String) {
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (link, conversation) = visitor.begin("text 0").await;
    drop(link);
    owner.pour(desk, &conversation, count - 1).await;
    (visitor.connect().await, conversation)
}

#[tokio::test]
async fn bounds_are_exclusive_and_pages_ascend_from_the_nearest() {
    let desk = TestDesk::open().await;
    let (mut link, conversation) = long(&desk, 300).await;
    for (asked, expected, more) in [
        (json!({}), range(251, 300), true),
        (json!({ "limit": 3 }), range(298, 300), true),
        (json!({ "after_sequence": 40, "limit": 3 }), range(41, 43), true),
        (json!({ "before_sequence": 43, "limit": 3 }), range(40, 42), true),
        (json!({ "after_sequence": 40, "before_sequence": 43 }), range(41, 42), false),
        (json!({ "after_sequence": 40, "before_sequence": 60, "limit": 3 }), range(41, 43), true),
        (json!({ "after_sequence": 0, "limit": 200 }), range(1, 200), true),
        (json!({ "after_sequence": 200, "limit": 200 }), range(201, 300), false),
        (json!({ "before_sequence": 4, "limit": 3 }), range(1, 3), false),
        (json!({ "after_sequence": 297, "limit": 3 }), range(298, 300), false),
        (json!({ "after_sequence": 300 }), vec![], false),
        (json!({ "before_sequence": 1 }), vec![], false),
        (json!({ "after_sequence": 50, "before_sequence": 51 }), vec![], false),
        (json!({ "after_sequence": 60, "before_sequence": 40 }), vec![], false),
        (json!({ "after_sequence": -5, "limit": 2 }), range(1, 2), true),
        (json!({ "after_sequence": i64::MAX }), vec![], false),
        (json!({ "before_sequence": i64::MIN }), vec![], false),
    ] {
        let page = link.fetch(&conversation, asked.clone()).await;
        assert_eq!(sequences(&page), expected, "{asked}");
        assert_eq!(page["more"], more, "{asked}");
    }
}

#[tokio::test]
async fn a_page_holds_two_hundred_at_most() {
    let desk = TestDesk::open().await;
    let (mut link, conversation) = long(&desk, 300).await;
    for limit in [200, 201, 1_000_000] {
        let page = link.fetch(&conversation, json!({ "limit": limit })).await;
        assert_eq!(sequences(&page), range(101, 300), "{limit}");
    }
}

#[tokio::test]
async fn a_page_also_ends_at_the_size_of_a_frame() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    let text = "茶".repeat(8_000);
    let conversation =
        link.post("0", json!(null), &text).await["conversation_id"].as_str().unwrap().to_owned();
    for number in 1..12 {
        link.post(&number.to_string(), json!(null), &text).await;
    }
    let bound = usize::try_from(link.welcome["limits"]["frame_bytes"].as_u64().unwrap()).unwrap();
    let mut seen = Vec::new();
    loop {
        let after = seen.last().copied().unwrap_or(0);
        let page = link.fetch(&conversation, json!({ "after_sequence": after })).await;
        assert!(page.to_string().len() <= bound);
        seen.extend(sequences(&page));
        if page["more"] == false {
            break;
        }
    }
    assert_eq!(seen, range(1, 12));
    // Towards the beginning what is far is left out, and it is left to be asked for.
    let page = link.fetch(&conversation, json!({ "before_sequence": 12 })).await;
    assert_eq!(sequences(&page).last(), Some(&11));
    assert_eq!(page["more"], true);
    assert_eq!(owner.entries(&conversation).await.len(), 12);
}

#[tokio::test]
async fn an_entry_is_the_same_object_pushed_fetched_and_by_rest() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("一").await;
    let mut agent = owner.connect().await;
    link.post("m2", json!(null), "二").await;
    owner.act(&conversation, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    owner.act(&conversation, "labels", json!({ "labels": ["退款"] })).await.ok(200);
    let pushed = agent.entries(3).await;
    let fetched = agent.fetch(&conversation, json!({ "after_sequence": 1 })).await;
    assert_eq!(fetched["entries"], json!(pushed));
    assert_eq!(owner.entries(&conversation).await[1..], pushed);

    let pushed = link.entries(2).await;
    let fetched = link.fetch(&conversation, json!({ "after_sequence": 2 })).await;
    assert_eq!(fetched["entries"], json!(pushed));
}

#[tokio::test]
async fn what_is_missing_or_wrong_is_an_error_that_repeats_the_request() {
    let desk = TestDesk::open().await;
    let (_theirs, foreign) = desk.visitor().await.begin("一").await;
    let (mut link, conversation) = desk.visitor().await.begin("二").await;
    let fetch = |conversation: &str, more: Value| {
        let mut frame = json!({ "type": "fetch", "request_id": "r-9", "conversation_id": conversation });
        frame.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        frame
    };
    for missing in [foreign.as_str(), "c_0000000000001", "nonsense", "new"] {
        assert_eq!(link.error(&fetch(missing, json!({}))).await, "not_found", "{missing}");
    }
    for wrong in [
        json!({ "limit": -1 }),
        json!({ "limit": 1.5 }),
        json!({ "limit": "3" }),
        json!({ "after_sequence": "4" }),
        json!({ "before_sequence": true }),
        json!({ "conversation_id": 7 }),
        json!({ "conversation_id": null }),
    ] {
        assert_eq!(link.error(&fetch(&conversation, wrong.clone())).await, "invalid", "{wrong}");
    }
    let unnamed = json!({ "type": "fetch", "conversation_id": conversation });
    assert_eq!(link.error(&unnamed).await, "invalid");
    link.say(&send("m2", json!(null), "still here")).await;
    link.expect("accepted").await;
}

#[tokio::test]
async fn asking_does_not_move_the_cursor() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (link, conversation) = visitor.begin("一").await;
    let cursor = link.leave().await;
    let reply = owner.reply(&conversation, "二").await;
    owner.published(&reply["log_position"]).await;
    let mut link = visitor.resume(&cursor).await;
    link.say(&json!({ "type": "fetch", "request_id": "1", "conversation_id": conversation })).await;
    link.say(&json!({ "type": "ping" })).await;
    let mut kinds = Vec::new();
    for _ in 0..4 {
        kinds.push(link.told().await["type"].as_str().unwrap().to_owned());
    }
    kinds.sort();
    assert_eq!(kinds, ["caught_up", "message", "page", "pong"]);
    assert_eq!(link.cursor().position, reply["log_position"]);
}
