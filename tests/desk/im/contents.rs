//! Quotes, mentions, cards and answers: said on the socket, by REST and by the widget, under the same rules.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, Link, TestDesk, said};

/// A card with two answers.
fn question() -> Value {
    json!({ "kind": "card", "text": "要发票吗? 要 / 不要", "card": { "type": "buttons", "text": "要发票吗?",
            "buttons": [{ "id": "yes", "label": "要" }, { "id": "no", "label": "不要" }] } })
}

fn form() -> Value {
    json!({ "kind": "card", "text": "退货: 姓名, 邮箱", "card": { "type": "form", "title": "退货", "fields": [
            { "id": "name", "label": "姓名", "type": "text", "required": true },
            { "id": "mail", "label": "邮箱", "type": "email" }] } })
}

/// Says any content.
async fn say(link: &mut Link, id: &str, conversation: &str, content: &Value) -> Value {
    link.say(&json!({ "type": "send", "client_message_id": id, "conversation_id": conversation, "content": content }))
        .await;
    link.expect("accepted").await
}

async fn refused(link: &mut Link, conversation: &str, content: &Value) -> String {
    let frame = json!({ "type": "send", "client_message_id": "wrong", "conversation_id": conversation,
                        "content": content });
    link.refused(&frame).await
}

/// Says content by REST; its message id.
async fn posted(agent: &Agent, conversation: &str, content: &Value, note: bool) -> String {
    let body = json!({ "content": content, "note": note });
    let stored = agent.act(conversation, "messages", body).await.ok(201);
    stored["message_id"].as_str().unwrap().to_owned()
}

fn message(conversation: &str, sequence: i64) -> String {
    format!("{}_{sequence}", conversation.replacen("c_", "m_", 1))
}

#[tokio::test]
async fn a_customer_answers_a_card_and_everybody_sees_what() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("在吗?").await;
    let card = posted(&owner, &conversation, &question(), false).await;
    assert_eq!(link.expect("message").await["content"], question());
    let row = async || owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    assert_eq!(row().await["last_message"]["text"], "要发票吗? 要 / 不要");

    let mut agent = owner.connect().await;
    let choice = json!({ "kind": "choice", "of": card, "choice": "yes", "text": "要" });
    let first = say(&mut link, "m1", &conversation, &choice).await;
    assert_eq!(agent.expect("message").await["content"], choice);
    assert_eq!(row().await["last_message"]["text"], "要");
    // The same again, spelled otherwise, is the same send.
    let other = json!({ "text": "要", "of": card, "colour": "red", "choice": "yes", "kind": "choice" });
    let again = json!({ "type": "send", "client_message_id": "m1", "conversation_id": conversation, "content": other });
    assert_eq!(link.send_again(&again).await, first);

    let asked = posted(&owner, &conversation, &form(), false).await;
    link.expect("message").await;
    let values = json!({ "name": "李娜", "mail": "li@shop.cn" });
    let answer = json!({ "kind": "form_answer", "of": asked, "values": values, "text": "姓名: 李娜" });
    say(&mut link, "m2", &conversation, &answer).await;
    let path = format!("/widget/v1/conversations/{conversation}/transcript");
    let transcript = visitor.post(&path, &json!({})).await;
    assert_eq!(transcript.status, 200);
    let words: Vec<&str> = transcript.text.lines().map(|line| line.split_once(": ").unwrap().1).collect();
    assert_eq!(words, ["在吗?", "要发票吗? 要 / 不要", "要", "退货: 姓名, 邮箱", "姓名: 李娜"]);
}

#[tokio::test]
async fn answers_that_fit_no_card_are_refused() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    let (_other, elsewhere) = desk.visitor().await.begin("在吗?").await;
    let theirs = posted(&owner, &elsewhere, &question(), false).await;
    let card = posted(&owner, &conversation, &question(), false).await;
    let asked = posted(&owner, &conversation, &form(), false).await;
    let words = posted(&owner, &conversation, &said("好"), false).await;
    link.entries(3).await;
    let choice =
        |of: &str, id: &str, text: &str| json!({ "kind": "choice", "of": of, "choice": id, "text": text });
    let answer =
        |of: &str, values: Value| json!({ "kind": "form_answer", "of": of, "values": values, "text": "x" });
    for wrong in [
        choice(&theirs, "yes", "要"),
        choice(&message(&conversation, 99), "yes", "要"),
        choice(&words, "yes", "要"),
        choice(&asked, "name", "姓名"),
        choice(&card, "maybe", "要"),
        choice(&card, "yes", "不要"),
        answer(&card, json!({ "name": "李娜" })),
        answer(&asked, json!({})),
        answer(&asked, json!({ "name": "李娜", "mail": "nowhere" })),
        answer(&asked, json!({ "name": "李娜", "age": "7" })),
        question(),
        form(),
        json!({ "kind": "text", "text": "@小梅", "mentions": [owner.id] }),
    ] {
        assert_eq!(refused(&mut link, &conversation, &wrong).await, "invalid", "{wrong}");
    }
    // Once it is changed, the card of then is none any more; once recalled there is none.
    let path = format!("/api/v1/conversations/{conversation}/messages/{card}");
    let mut changed = question();
    changed["card"]["buttons"][0]["label"] = json!("要纸质的");
    owner.call(Method::PATCH, &path, &json!({ "content": changed })).await.ok(200);
    link.entries(1).await;
    assert_eq!(refused(&mut link, &conversation, &choice(&card, "yes", "要")).await, "invalid");
    say(&mut link, "m1", &conversation, &choice(&card, "yes", "要纸质的")).await;
    owner.call(Method::DELETE, &path, &json!({})).await.ok(200);
    link.entries(1).await;
    assert_eq!(refused(&mut link, &conversation, &choice(&card, "no", "不要")).await, "invalid");
}

#[tokio::test]
async fn a_quote_leads_to_what_its_readers_can_read() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("几点?").await;
    let (_other, elsewhere) = desk.visitor().await.begin("几点?").await;
    let quoting = |of: &str| json!({ "kind": "text", "text": "三点", "quote": of });
    let first = message(&conversation, 1);
    let reply = posted(&owner, &conversation, &quoting(&first), false).await;
    assert_eq!(link.expect("message").await["content"], quoting(&first));
    let note = posted(&owner, &conversation, &said("常客"), true).await;
    posted(&owner, &conversation, &quoting(&note), true).await;
    link.entries(2).await;
    say(&mut link, "m1", &conversation, &quoting(&reply)).await;
    for of in [&note, &message(&elsewhere, 1), &message(&conversation, 99)] {
        assert_eq!(refused(&mut link, &conversation, &quoting(of)).await, "invalid");
        let body = json!({ "content": quoting(of) });
        assert_eq!(owner.act(&conversation, "messages", body).await.wrong_field(), "content.quote");
    }
    // What was recalled was said all the same; an entry that is no message was not.
    owner
        .call(Method::DELETE, &format!("/api/v1/conversations/{conversation}/messages/{reply}"), &json!({}))
        .await
        .ok(200);
    posted(&owner, &conversation, &quoting(&reply), false).await;
    let recalled = json!({ "content": quoting(&message(&conversation, 6)) });
    assert_eq!(owner.act(&conversation, "messages", recalled).await.wrong_field(), "content.quote");
}

#[tokio::test]
async fn what_was_answered_too_late_keeps_what_it_answers() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("几点?").await;
    let card = posted(&owner, &conversation, &question(), false).await;
    let closed = owner.act(&conversation, "resolve", json!({})).await.ok(200);
    owner.published(&closed["log_position"]).await;
    desk.pass(std::time::Duration::from_hours(8 * 24));
    let visitor = visitor.come_back(&desk, Value::Null).await;
    let mut link = visitor.connect().await;
    let choice = json!({ "kind": "choice", "of": card, "choice": "no", "text": "不要" });
    let accepted = say(&mut link, "late", &conversation, &choice).await;
    assert_ne!(accepted["conversation_id"], *conversation);
}

#[tokio::test]
async fn a_note_mentions_colleagues() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("几点?").await;
    let mut theirs = colleague.connect().await;
    let note = json!({ "kind": "text", "text": "@小强 看一下", "mentions": [colleague.id] });
    posted(&owner, &conversation, &note, true).await;
    assert_eq!(theirs.expect("message").await["content"]["mentions"], json!([colleague.id]));
    for (wrong, note) in [
        (json!([colleague.id]), false),
        (json!([visitor.id]), true),
        (json!(["a_0000000000001"]), true),
        (json!(vec![&colleague.id; 21]), true),
    ] {
        let content = json!({ "kind": "text", "text": "@", "mentions": wrong });
        let answer = owner.act(&conversation, "messages", json!({ "content": content, "note": note })).await;
        assert_eq!(answer.wrong_field(), "content.mentions", "{wrong}");
    }
}

#[tokio::test]
async fn edits_follow_the_rules_of_what_they_change() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("几点?").await;
    let card = posted(&owner, &conversation, &question(), false).await;
    let reply = posted(&owner, &conversation, &said("三点"), false).await;
    link.entries(2).await;
    let choice = json!({ "kind": "choice", "of": card, "choice": "yes", "text": "要" });
    let chosen =
        say(&mut link, "m1", &conversation, &choice).await["message_id"].as_str().unwrap().to_owned();
    for (id, content, field) in [
        (&card, said("要吗?"), "content.kind"),
        (&reply, question(), "content.kind"),
        (&reply, json!({ "kind": "text", "text": "@", "mentions": [owner.id] }), "content.mentions"),
        (
            &reply,
            json!({ "kind": "text", "text": "x", "quote": message(&conversation, 99) }),
            "content.quote",
        ),
        (&reply, choice.clone(), "content.kind"),
    ] {
        let path = format!("/api/v1/conversations/{conversation}/messages/{id}");
        let answer = owner.call(Method::PATCH, &path, &json!({ "content": content })).await;
        assert_eq!(answer.wrong_field(), field, "{content}");
    }
    let first = message(&conversation, 1);
    for (id, content) in
        [(&first, question()), (&first, choice.clone()), (&chosen, choice), (&chosen, said("要"))]
    {
        let path = format!("/widget/v1/messages/{id}");
        let answer = visitor.call(Method::PATCH, &path, &json!({ "content": content })).await;
        assert_eq!(answer.wrong_field(), "content.kind", "{content}");
    }
    let quoting = json!({ "kind": "text", "text": "几点发货?", "quote": card });
    let edited = json!({ "content": quoting });
    visitor.call(Method::PATCH, &format!("/widget/v1/messages/{first}"), &edited).await.ok(200);
    visitor.call(Method::DELETE, &format!("/widget/v1/messages/{chosen}"), &json!({})).await.ok(200);
    let entries = owner.entries(&conversation).await;
    assert_eq!(entries[0]["content"], quoting);
    assert_eq!(entries[3]["content"], json!(null));
}

#[tokio::test]
async fn a_new_conversation_begins_with_words() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let choice = json!({ "kind": "choice", "of": "m_0000000000001_1", "choice": "a", "text": "A" });
    for content in [question(), choice] {
        let body = json!({ "user_id": "u1", "initial_message": content });
        let field = owner.post("/api/v1/conversations", &body).await.wrong_field();
        assert!(field == "content.kind" || field == "content.of", "{field}");
    }
    assert_eq!(owner.get("/api/v1/conversations/counts").await.ok(200)["all"], 0);
}

#[tokio::test]
async fn large_cards_are_too_large_and_wrong_ones_named() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("几点?").await;
    let lines: Vec<Value> =
        (0..12).map(|number| json!({ "label": number.to_string(), "value": "长".repeat(1_000) })).collect();
    let order = json!({ "type": "order", "number": "1", "status": "?", "lines": lines });
    let large = json!({ "content": { "kind": "card", "text": "order 1", "card": order } });
    owner.act(&conversation, "messages", large).await.problem(413, "too_large");
    let mut wrong = question();
    wrong["card"]["buttons"][1]["url"] = json!("javascript:alert(1)");
    let answer = owner.act(&conversation, "messages", json!({ "content": wrong })).await;
    assert_eq!(answer.wrong_field(), "content.card.buttons[1].url");
}
