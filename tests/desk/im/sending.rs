//! Saying something: once, for ever, and answered in the place of the echo.

use serde_json::json;

use crate::support::{TestDesk, said, send};

#[tokio::test]
async fn the_sender_gets_accepted_and_everybody_else_the_message() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let mut agent = owner.connect().await;
    let (mut other_tab, mut link) = (visitor.connect().await, visitor.connect().await);
    let accepted = link.post("m1", json!(null), "几点发货?").await;
    assert_eq!(accepted["sequence"], 1);
    assert_eq!(accepted["accepted_at"], "2026-03-01T08:00:00.000Z");
    link.silent().await;

    let told = agent.expect("message").await;
    assert_eq!(told["sender"], json!({ "kind": "visitor", "id": visitor.id, "name": null }));
    assert_eq!(told["content"], said("几点发货?"));
    assert_eq!((&told["note"], &told["edited_at"]), (&json!(false), &json!(null)));
    for field in ["conversation_id", "sequence", "log_position", "message_id"] {
        assert_eq!(told[field], accepted[field], "{field}");
    }
    // The other tab settles its copy of the outbox with it.
    assert_eq!(other_tab.expect("message").await, told);
    assert_eq!(told["client_message_id"], "m1");
}

#[tokio::test]
async fn visitors_see_the_ids_of_their_own_messages_only() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("在吗?").await;
    let mut agent = owner.connect().await;
    agent.post("a1", conversation.as_str(), "在的").await;
    let told = link.expect("message").await;
    assert_eq!((&told["client_message_id"], &told["sender"]["name"]), (&json!(null), &json!("小梅")));
    let mut colleague = desk.colleague().await.connect().await;
    let page = colleague.fetch(&conversation, json!({})).await;
    assert_eq!(page["entries"][0]["client_message_id"], "first");
    assert_eq!(page["entries"][1]["client_message_id"], "a1");
}

#[tokio::test]
async fn the_same_send_again_gives_the_stored_result_on_any_link() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    let first = link.post("m1", json!(null), "几点发货?").await;
    link.post("m2", json!(null), "今天?").await;
    desk.pass(std::time::Duration::from_secs(5));
    assert_eq!(link.post_again("m1", json!(null), "几点发货?").await, first);
    let cursor = link.leave().await;
    let mut link = visitor.resume(&cursor).await;
    link.expect("caught_up").await;
    assert_eq!(link.post_again("m1", json!(null), "几点发货?").await, first);
    let page = link.fetch(first["conversation_id"].as_str().unwrap(), json!({})).await;
    assert_eq!(page["entries"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn another_content_or_note_flag_under_a_used_id_is_a_conflict() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("几点发货?").await;
    let target = conversation.as_str();
    assert_eq!(link.refused(&send("first", json!(null), "几点发货？")).await, "id_conflict");
    let mut agent = owner.connect().await;
    let first = agent.post("a1", target, "三点").await;
    let mut as_note = send("a1", target, "三点");
    as_note["note"] = json!(true);
    assert_eq!(agent.refused(&as_note).await, "id_conflict");
    // Whatever else a frame carries is not content.
    let mut with_more = send("a1", target, "三点");
    with_more["content"]["colour"] = json!("red");
    with_more["tries"] = json!(2);
    assert_eq!(agent.send_again(&with_more).await, first);
}

#[tokio::test]
async fn a_repeat_is_known_by_what_was_first_sent_even_after_edit_and_recall() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("三点").await;
    let first = link.post_again("first", json!(null), "三点").await;
    let path = format!("/widget/v1/messages/{}", first["message_id"].as_str().unwrap());
    visitor.call(reqwest::Method::PATCH, &path, &json!({ "content": said("四点") })).await.ok(200);
    link.expect("entry").await;
    assert_eq!(link.post_again("first", json!(null), "三点").await, first);
    assert_eq!(link.refused(&send("first", json!(null), "四点")).await, "id_conflict");
    visitor.call(reqwest::Method::DELETE, &path, &json!({})).await.ok(200);
    link.expect("entry").await;
    assert_eq!(link.post_again("first", json!(null), "三点").await, first);
    let page = link.fetch(&conversation, json!({})).await;
    assert_eq!(page["entries"][0]["content"], json!(null));
    assert_eq!(page["entries"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_repeat_may_name_what_was_named_or_where_it_went() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    let to_null = link.post("m1", json!(null), "一").await;
    let went = to_null["conversation_id"].clone();
    assert_eq!(link.post_again("m1", json!(null), "一").await, to_null);
    assert_eq!(link.post_again("m1", went.clone(), "一").await, to_null);
    assert_eq!(link.refused(&send("m1", "new", "一")).await, "id_conflict");
    let to_new = link.post("m2", "new", "二").await;
    assert_ne!(to_new["conversation_id"], went);
    assert_eq!(link.post_again("m2", "new", "二").await, to_new);
    assert_eq!(link.refused(&send("m2", json!(null), "二")).await, "id_conflict");
    assert_eq!(link.refused(&send("m2", went, "二")).await, "id_conflict");
}

#[tokio::test]
async fn ids_belong_to_their_sender() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_one, conversation) = desk.visitor().await.begin("一").await;
    let (_two, other) = desk.visitor().await.begin("二").await;
    assert_ne!(conversation, other);
    let accepted = owner.connect().await.post("first", conversation.as_str(), "三").await;
    assert_eq!(accepted["sequence"], 2);
}

#[tokio::test]
async fn an_id_is_printable_text_of_up_to_128_bytes() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    link.post(&"i".repeat(128), json!(null), "长").await;
    link.post("wx:消息 7/7", json!(null), "别的").await;
    for wrong in ["", "a\nb", "a\u{7f}", &"i".repeat(129), &"号".repeat(43)] {
        assert_eq!(link.refused(&send(wrong, json!(null), "三点")).await, "invalid", "{wrong:?}");
    }
}

#[tokio::test]
async fn texts_are_counted_in_scalar_values() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    link.post("m1", json!(null), &"🍵".repeat(8_000)).await;
    assert_eq!(link.refused(&send("m2", json!(null), &"茶".repeat(8_001))).await, "too_large");
    // A refused id counts as never used.
    link.post("m2", json!(null), "茶").await;
}

#[tokio::test]
async fn what_is_no_content_is_refused_and_the_link_stays() {
    let desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    for content in [
        json!(null),
        json!("三点"),
        json!({ "kind": "text" }),
        json!({ "kind": "text", "text": "" }),
        json!({ "kind": "text", "text": " \n\t" }),
        json!({ "kind": "text", "text": 7 }),
        json!({ "kind": "text", "text": "a\u{0}b" }),
        json!({ "kind": "html", "text": "<b>" }),
        json!({ "text": "三点" }),
    ] {
        let frame = json!({ "type": "send", "client_message_id": "m1", "content": content });
        assert_eq!(link.refused(&frame).await, "invalid", "{frame}");
    }
    let no_content = json!({ "type": "send", "client_message_id": "m1", "conversation_id": null });
    assert_eq!(link.refused(&no_content).await, "invalid");
    let wrong_note = json!({ "type": "send", "client_message_id": "m1", "note": 1, "content": said("三点") });
    assert_eq!(link.refused(&wrong_note).await, "invalid");
    // No id to refuse by.
    assert_eq!(link.error(&json!({ "type": "send", "content": said("三点") })).await, "invalid");
    assert_eq!(
        link.error(&json!({ "type": "send", "client_message_id": 7, "content": said("三") })).await,
        "invalid"
    );
    assert_eq!(link.post("m1", json!(null), "三点").await["sequence"], 1);
}

#[tokio::test]
async fn sends_without_waiting_keep_their_order() {
    let desk = TestDesk::hurried().await;
    let mut link = desk.visitor().await.connect().await;
    for number in 0..100 {
        link.say(&send(&number.to_string(), json!(null), "走")).await;
    }
    for number in 0..100 {
        let accepted = link.expect("accepted").await;
        assert_eq!(accepted["client_message_id"], number.to_string());
        assert_eq!(accepted["sequence"], number + 1);
    }
}

#[tokio::test]
async fn a_disabled_agent_says_nothing_more() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let colleague = desk.colleague().await;
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let mut link = colleague.connect().await;
    desk.disable(&colleague).await;
    assert_eq!(link.expect("session_ended").await["code"], "blocked");
    assert_eq!(link.closed().await, 4003);
    assert_eq!(owner.entries(&conversation).await.len(), 1);
}
