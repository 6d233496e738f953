//! What cannot be used is told, and the link stays.

use serde_json::{Value, json};

use crate::support::{TestDesk, send};

#[tokio::test]
async fn unknown_types_are_told_and_unknown_fields_ignored() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    for unknown in [
        json!({ "type": "dance" }),
        json!({ "type": "Send" }),
        json!({ "type": "welcome", "request_id": "r1" }),
    ] {
        assert_eq!(link.error(&unknown).await, "unknown_type");
    }
    let mut more = send("m1", json!(null), "一");
    more["mood"] = json!({ "level": [1, 2, { "x": null }] });
    link.say(&more).await;
    assert_eq!(link.expect("accepted").await["sequence"], 1);
}

#[tokio::test]
async fn what_is_no_frame_is_invalid() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    for text in [
        "",
        " \n ",
        "hello",
        "{",
        "[]",
        "7",
        "null",
        "\"ping\"",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"ping\"",
        "nul",
    ] {
        link.say_text(text).await;
        assert_eq!(link.expect("error").await["code"], "invalid", "{text}");
    }
    link.say_bytes(vec![0, 159, 146, 150]).await;
    assert_eq!(link.expect("error").await["code"], "invalid");
    link.silent().await;
}

#[tokio::test]
async fn several_frames_share_a_message() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    let frames = [send("m1", json!(null), "一"), json!({ "type": "dance" }), send("m2", json!(null), "二")];
    link.say_text(frames.map(|frame| frame.to_string()).join("\n")).await;
    let mut answers: Vec<Value> = Vec::new();
    for _ in 0..3 {
        answers.push(link.told().await);
    }
    let of = |id: &str| answers.iter().find(|answer| answer["client_message_id"] == id).unwrap();
    assert_eq!((&of("m1")["sequence"], &of("m2")["sequence"]), (&json!(1), &json!(2)));
    assert!(answers.iter().any(|answer| answer["code"] == "unknown_type"));
}

#[tokio::test]
async fn what_precedes_broken_json_is_done() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    link.say_text(format!("{}\n{{\"type\":", send("m1", json!(null), "一"))).await;
    let mut kinds = vec![link.told().await["type"].clone(), link.told().await["type"].clone()];
    kinds.sort_by_key(ToString::to_string);
    assert_eq!(kinds, ["accepted", "error"]);
}

#[tokio::test]
async fn deep_nesting_does_no_harm() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    let deep = format!("{}1{}", "[".repeat(40_000), "]".repeat(40_000));
    link.say_text(format!(r#"{{"type":"send","client_message_id":"m1","content":{deep}}}"#)).await;
    assert_eq!(link.expect("refused").await["code"], "invalid");
    link.say_text(format!(r#"{{"type":"progress","read":{deep}}}"#)).await;
    assert_eq!(link.expect("error").await["code"], "invalid");
    link.say_text(deep.clone()).await;
    assert_eq!(link.expect("error").await["code"], "invalid");
    // What is not known is not looked into.
    link.say_text(format!(r#"{{"type":"ping","x":{deep}}}"#)).await;
    link.expect("pong").await;
    link.silent().await;
}

#[tokio::test]
async fn the_largest_frame_is_taken_and_one_byte_more_closes_with_4009() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    let padded = |bytes: usize| {
        let ping = "{\"type\":\"ping\"}";
        format!("{ping}{}", " ".repeat(bytes - ping.len()))
    };
    link.say_text(padded(131_072)).await;
    link.expect("pong").await;
    link.say_text(padded(131_073)).await;
    assert_eq!(link.closed().await, 4009);
    let mut link = visitor.connect().await;
    link.say_text(padded(3_000_000)).await;
    assert_eq!(link.closed().await, 4009);
}
