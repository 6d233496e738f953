//! What the bot says: answers, questions back, tasks; once for a burst, and nothing twice.

use serde_json::json;

use super::{
    RETURNS, answer, begin, choice_of, handed_over, last_word, of_bot, on_duty, press, row, until_said,
    until_state, with_bot,
};
use crate::support::fold::the_log_tells_where_all_stand;

#[tokio::test]
async fn an_answer_has_its_buttons_and_nobody_waits() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (_link, id) = begin(&desk.visitor().await, "怎么退货?").await;
    let entries = until_said(&desk, &owner, &id, 1).await;
    assert_eq!(
        (&entries[0]["sequence"], &entries[0]["type"]),
        (&json!(1), &json!("message")),
        "opening leaves no entry"
    );
    let said = last_word(&entries);
    assert_eq!(said["sender"], json!({ "kind": "bot", "id": null, "name": "小助手" }));
    assert_eq!(said["content"]["text"], "**七天**内可退。");
    assert_eq!(said["content"]["card"]["markdown"], true);
    let ids: Vec<_> = said["content"]["card"]["buttons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|button| button["id"].clone())
        .collect();
    assert_eq!(json!(ids), json!(["bot:helpful", "bot:unhelpful", "bot:person"]));
    let row = row(&owner, &id).await;
    assert_eq!(
        (&row["state"], &row["waiting_since"], &row["agent_id"]),
        (&json!("bot"), &json!(null), &json!(null))
    );
    let turns = owner.get(&format!("/api/v1/conversations/{id}/bot")).await.ok(200);
    assert_eq!(turns["items"][0]["outcome"], "answer");
    assert_eq!(turns["items"][0]["p"], 0.95);
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn a_burst_of_three_gets_one_answer() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (mut link, id) = begin(&desk.visitor().await, "你好").await;
    link.post_amid("2", id.as_str(), "想问一下").await;
    link.post_amid("3", id.as_str(), "怎么退货").await;
    let entries = until_said(&desk, &owner, &id, 1).await;
    assert_eq!(last_word(&entries)["content"]["text"], "**七天**内可退。");
    desk.pass(std::time::Duration::from_secs(5));
    desk.written().await;
    assert_eq!(of_bot(&owner.entries(&id).await).len(), 1, "once");
    let turns = owner.get(&format!("/api/v1/conversations/{id}/bot")).await.ok(200);
    assert_eq!(
        (&turns["items"][0]["from_sequence"], &turns["items"][0]["through_sequence"]),
        (&json!(1), &json!(3))
    );
}

#[tokio::test]
async fn two_questions_get_two_answers() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (mut link, id) = begin(&desk.visitor().await, "怎么退货?").await;
    link.post_amid("2", id.as_str(), "运费多少?").await;
    let entries = until_said(&desk, &owner, &id, 2).await;
    let said: Vec<_> = of_bot(&entries).into_iter().map(|entry| entry["content"]["text"].clone()).collect();
    assert_eq!(json!(said), json!(["**七天**内可退。", "满九十九包邮。"]));
}

#[tokio::test]
async fn what_may_be_meant_is_asked_and_what_is_chosen_is_answered() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (mut link, id) = begin(&desk.visitor().await, "要多久").await;
    let card = last_word(&until_said(&desk, &owner, &id, 1).await);
    assert_eq!(card["content"]["text"], "您想问的是不是：");
    press(&mut link, "2", &id, &card, &choice_of(RETURNS)).await;
    let entries = until_said(&desk, &owner, &id, 2).await;
    assert_eq!(last_word(&entries)["content"]["text"], "**七天**内可退。");
    // The same words now follow what was answered.
    link.post_amid("3", id.as_str(), "那要多久呢").await;
    let entries = until_said(&desk, &owner, &id, 3).await;
    assert_eq!(last_word(&entries)["content"]["text"], "**七天**内可退。");
}

#[tokio::test]
async fn none_of_these_is_handed_over() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (mut link, id) = begin(&desk.visitor().await, "要多久").await;
    let card = last_word(&until_said(&desk, &owner, &id, 1).await);
    press(&mut link, "2", &id, &card, "bot:none").await;
    until_state(&desk, &owner, &id, "waiting").await;
    assert_eq!(handed_over(&owner.entries(&id).await)[0]["reason"], "missed");
}

#[tokio::test]
async fn what_helped_begins_no_wait_and_opens_nothing() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (mut link, id) = begin(&desk.visitor().await, "怎么退货?").await;
    let card = last_word(&until_said(&desk, &owner, &id, 1).await);
    press(&mut link, "2", &id, &card, "bot:helpful").await;
    owner.act(&id, "resolve", json!({})).await.ok(200);
    press(&mut link, "3", &id, &card, "bot:helpful").await;
    let closed = row(&owner, &id).await;
    assert_eq!((&closed["state"], &closed["waiting_since"]), (&json!("closed"), &json!(null)));
    // With a person, too, nobody waits by it.
    owner.act(&id, "reopen", json!({})).await.ok(200);
    owner.reply(&id, "还有什么可以帮您?").await;
    press(&mut link, "4", &id, &card, "bot:unhelpful").await;
    let open = row(&owner, &id).await;
    assert_eq!((&open["state"], &open["waiting_since"]), (&json!("open"), &json!(null)));
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn a_task_asks_takes_free_text_and_hands_over_with_what_it_was_told() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (mut link, id) = begin(&desk.visitor().await, "查订单").await;
    let form = last_word(&until_said(&desk, &owner, &id, 1).await);
    assert_eq!(form["content"]["card"]["type"], "form");
    link.post_amid("2", id.as_str(), "单号 A1234567").await;
    until_state(&desk, &owner, &id, "waiting").await;
    let entries = owner.entries(&id).await;
    let over = handed_over(&entries)[0];
    assert_eq!(over["reason"], "task");
    assert_eq!(over["summary"]["fields"], json!({ "order": "A1234567" }));
    // By the form, too.
    let (mut link, id) = begin(&desk.visitor().await, "查订单").await;
    let form = last_word(&until_said(&desk, &owner, &id, 1).await);
    let content = json!({ "kind": "form_answer", "of": form["message_id"], "values": { "order": "B7654321" }, "text": "订单号: B7654321" });
    answer(&mut link, "2", &id, content).await;
    until_state(&desk, &owner, &id, "waiting").await;
    let entries = owner.entries(&id).await;
    assert_eq!(handed_over(&entries)[0]["summary"]["fields"], json!({ "order": "B7654321" }));
}

#[tokio::test]
async fn what_is_recalled_before_it_was_read_is_not_answered() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, id) = begin(&visitor, "怎么退货?").await;
    let message = owner.entries(&id).await[0]["message_id"].as_str().unwrap().to_owned();
    visitor
        .call(reqwest::Method::DELETE, &format!("/widget/v1/messages/{message}"), &json!({}))
        .await
        .ok(200);
    desk.pass(std::time::Duration::from_secs(2));
    desk.written().await;
    for _ in 0..50 {
        desk.written().await;
    }
    assert_eq!(of_bot(&owner.entries(&id).await).len(), 0);
}

#[tokio::test]
async fn a_person_who_comes_first_silences_the_bot() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (_link, id) = begin(&desk.visitor().await, "怎么退货?").await;
    owner.reply(&id, "我来回答您").await;
    desk.pass(std::time::Duration::from_secs(2));
    for _ in 0..50 {
        desk.written().await;
    }
    let entries = owner.entries(&id).await;
    assert_eq!(of_bot(&entries).len(), 0, "{entries:?}");
    let row = row(&owner, &id).await;
    assert_eq!((&row["state"], &row["agent_id"]), (&json!("open"), &json!(owner.id)));
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn what_was_due_when_the_desk_stopped_is_answered_once_after_it() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (_link, id) = begin(&desk.visitor().await, "运费多少?").await;
    let desk = desk.reopened(|_| {}).await;
    on_duty(&desk).await;
    let owner = owner.at(&desk);
    let entries = until_said(&desk, &owner, &id, 1).await;
    assert_eq!(last_word(&entries)["content"]["text"], "满九十九包邮。");
    let desk = desk.reopened(|_| {}).await;
    on_duty(&desk).await;
    let owner = owner.at(&desk);
    for _ in 0..50 {
        desk.written().await;
    }
    assert_eq!(of_bot(&owner.entries(&id).await).len(), 1);
}
