//! Hand-overs: each reason, who is there, what is promised, and the way back.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::{answer, begin, handed_over, last_word, of_bot, press, row, until_said, until_state, with_bot};
use crate::support::fold::the_log_tells_where_all_stand;

#[tokio::test]
async fn each_reason_is_told_to_the_team_and_not_to_the_customer() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    for (words, reason) in [
        (&["我要人工"][..], "asked"),
        (&["你们是骗子"], "anger"),
        (&["能刻字吗"], "unknown"),
        (&["要多久", "多久啊"], "missed"),
    ] {
        let visitor = desk.visitor().await;
        let (mut link, id) = begin(&visitor, words[0]).await;
        for (count, word) in words[1..].iter().enumerate() {
            until_said(&desk, &owner, &id, count + 1).await;
            link.post_amid(&format!("more{count}"), id.as_str(), word).await;
        }
        let row = until_state(&desk, &owner, &id, "waiting").await;
        assert!(row["waiting_since"].is_string(), "{row}");
        let entries = owner.entries(&id).await;
        let over = handed_over(&entries)[0];
        assert_eq!((&over["reason"], &over["by"]["kind"]), (&json!(reason), &json!("bot")));
        assert_eq!(over["summary"]["asked"], json!(words));
        // The customer is told what happens, and none of the reasons.
        let notice = &entries[over["sequence"].as_u64().unwrap() as usize];
        assert_eq!(notice["sender"]["kind"], "bot");
        link.say(&json!({ "type": "fetch", "request_id": "1", "conversation_id": id })).await;
        let page = loop {
            let told = link.told().await;
            if told["type"] == "page" {
                break told;
            }
        };
        let items = page["entries"].as_array().or(page["items"].as_array()).unwrap();
        let state = items.iter().find(|entry| entry["state"] == "waiting").unwrap();
        assert!(state.get("reason").is_none() && state.get("summary").is_none(), "{state}");
    }
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn two_answers_that_did_not_help_are_enough() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (mut link, id) = begin(&desk.visitor().await, "怎么退货?").await;
    let card = last_word(&until_said(&desk, &owner, &id, 1).await);
    press(&mut link, "2", &id, &card, "bot:unhelpful").await;
    until_said(&desk, &owner, &id, 2).await;
    press(&mut link, "3", &id, &card, "bot:unhelpful").await;
    let row = until_state(&desk, &owner, &id, "waiting").await;
    let entries = owner.entries(&id).await;
    let over = handed_over(&entries)[0];
    assert_eq!(over["reason"], "unhelpful");
    assert_eq!(row["waiting_since"], over["at"], "with no word unanswered the wait begins here");
    assert_eq!(over["summary"]["shown"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn nobody_there_gets_a_promise_and_a_form_whose_values_are_said() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (mut link, id) = begin(&desk.visitor().await, "我要人工").await;
    until_state(&desk, &owner, &id, "waiting").await;
    let entries = until_said(&desk, &owner, &id, 2).await;
    let form = last_word(&entries);
    assert_eq!(form["content"]["card"]["type"], "form");
    let content = json!({
        "kind": "form_answer", "of": form["message_id"], "values": { "email": "li@example.com" }, "text": "邮箱: li@example.com",
    });
    answer(&mut link, "2", &id, content).await;
    let contact = row(&owner, &id).await["contact"]["id"].as_str().unwrap().to_owned();
    let contact = owner.get(&format!("/api/v1/contacts/{contact}")).await.ok(200);
    assert_eq!(contact["email"], "li@example.com");
    let entries = owner.entries(&id).await;
    assert_eq!(last_word(&entries)["content"]["text"], "谢谢，已经记下。");
}

#[tokio::test]
async fn somebody_free_is_named_and_no_form_is_shown() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let _workbench = owner.connect().await;
    owner
        .call(reqwest::Method::PUT, "/api/v1/agents/me/availability", &json!({ "state": "online" }))
        .await
        .ok(200);
    let (_link, id) = begin(&desk.visitor().await, "我要人工").await;
    until_state(&desk, &owner, &id, "waiting").await;
    let entries = owner.entries(&id).await;
    let said: Vec<&Value> = of_bot(&entries);
    assert_eq!(said.len(), 1);
    let text = said[0]["content"]["text"].as_str().unwrap();
    assert!(text.contains("小梅") && text.contains("全部对话"), "{text}");
}

#[tokio::test]
async fn whoever_nobody_comes_to_is_told_so_twice_and_no_more() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let _workbench = owner.connect().await;
    owner
        .call(reqwest::Method::PUT, "/api/v1/agents/me/availability", &json!({ "state": "online" }))
        .await
        .ok(200);
    let (_link, id) = begin(&desk.visitor().await, "我要人工").await;
    until_state(&desk, &owner, &id, "waiting").await;
    let said = of_bot(&owner.entries(&id).await).len();
    desk.pass(Duration::from_secs(181));
    let entries = until_said(&desk, &owner, &id, said + 1).await;
    assert_eq!(last_word(&entries)["content"]["text"], "还在为您联系客服，请再稍等一下。");
    desk.pass(Duration::from_secs(181));
    let entries = until_said(&desk, &owner, &id, said + 2).await;
    let told: Vec<String> =
        of_bot(&entries).iter().map(|entry| entry["content"]["text"].as_str().unwrap().to_owned()).collect();
    assert!(told.iter().any(|text| text.contains("最迟在")), "a time: {told:?}");
    let end = told.len();
    for _ in 0..5 {
        desk.pass(Duration::from_mins(5));
        for _ in 0..20 {
            desk.written().await;
        }
    }
    let after = of_bot(&owner.entries(&id).await).len();
    assert!(after <= end + 1, "a form at most: {after}");
    // Answered, it is over.
    owner.reply(&id, "来了").await;
}

#[tokio::test]
async fn what_is_given_back_is_answered_and_what_is_closed_by_silence_begins_anew() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, id) = begin(&visitor, "我要人工").await;
    until_state(&desk, &owner, &id, "waiting").await;
    owner.reply(&id, "您好").await;
    link.post_amid("2", id.as_str(), "怎么退货?").await;
    let before = of_bot(&owner.entries(&id).await).len();
    owner.act(&id, "give-to-bot", json!({})).await.ok(200);
    let entries = until_said(&desk, &owner, &id, before + 1).await;
    assert_eq!(last_word(&entries)["content"]["text"], "**七天**内可退。");
    let given = row(&owner, &id).await;
    assert_eq!(
        (&given["state"], &given["agent_id"], &given["waiting_since"]),
        (&json!("bot"), &json!(null), &json!(null))
    );
    assert_eq!(
        owner.act(&id, "give-to-bot", json!({})).await.problem(422, "wrong_state")["code"],
        "wrong_state"
    );
    // An hour of silence closes it; the next day the bot is there again, and nothing is held against the customer.
    desk.pass(Duration::from_secs(3_700));
    until_state(&desk, &owner, &id, "closed").await;
    desk.pass(Duration::from_secs(80_000));
    let visitor = visitor.come_back(&desk, Value::Null).await;
    let mut link = visitor.connect().await;
    link.post_amid("3", id.as_str(), "运费多少?").await;
    let entries = until_said(&desk, &owner, &id, before + 2).await;
    assert_eq!(last_word(&entries)["content"]["text"], "满九十九包邮。");
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn words_that_came_while_the_desk_was_down_are_handed_over_with_an_excuse() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (_link, id) = begin(&desk.visitor().await, "怎么退货?").await;
    let clock = Arc::clone(&desk.clock);
    let desk = desk.reopened(move |_| clock.advance(Duration::from_secs(400))).await;
    let owner = owner.at(&desk);
    super::on_duty(&desk).await;
    let waiting = until_state(&desk, &owner, &id, "waiting").await;
    let entries = owner.entries(&id).await;
    let over = handed_over(&entries)[0];
    assert_eq!(over["reason"], "late");
    assert_ne!(waiting["waiting_since"], over["at"], "the wait is as old as the word");
    let notice = of_bot(&entries)[0]["content"]["text"].as_str().unwrap();
    assert!(notice.starts_with("抱歉让您久等了"), "{notice}");
}
