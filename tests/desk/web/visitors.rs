//! A visitor's own calls.

use reqwest::Method;
use serde_json::json;

use crate::support::{TestDesk, said, spoken};

#[tokio::test]
async fn a_visitor_rates_and_ends_their_conversation() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("谢谢").await;
    let path = format!("/widget/v1/conversations/{conversation}");
    let body = json!({ "score": 5, "comment": "很快" });
    let entry = visitor.post(&format!("{path}/rate"), &body).await.ok(200);
    assert_eq!((&entry["conversation_id"], &entry["sequence"]), (&json!(conversation), &json!(2)));
    let told = link.expect("entry").await;
    assert_eq!((&told["score"], &told["comment"]), (&json!(5), &json!("很快")));
    visitor.post(&format!("{path}/end"), &json!({})).await.ok(200);
    assert_eq!(link.expect("entry").await["state"], "closed");
    visitor.post(&format!("{path}/end"), &json!({})).await.problem(422, "wrong_state");
    assert_eq!(owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)["state"], "closed");
    for score in [json!(0), json!(6), json!("5"), json!(4.5), json!(null)] {
        let answer = visitor.post(&format!("{path}/rate"), &json!({ "score": score })).await;
        assert_eq!(answer.wrong_field(), "score");
    }
}

#[tokio::test]
async fn a_visitor_edits_and_recalls_their_own_words() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("三点").await;
    let own = owner.entries(&conversation).await[0]["message_id"].as_str().unwrap().to_owned();
    let theirs = owner.reply(&conversation, "四点").await["message_id"].as_str().unwrap().to_owned();
    let path = |id: &str| format!("/widget/v1/messages/{id}");
    let change = json!({ "content": said("五点") });
    visitor.call(Method::PATCH, &path(&own), &change).await.ok(200);
    visitor.call(Method::PATCH, &path(&theirs), &change).await.problem(404, "not_found");
    visitor.call(Method::DELETE, &path(&theirs), &json!({})).await.problem(404, "not_found");
    visitor.call(Method::DELETE, &path(&own), &json!({})).await.ok(200);
    for method in [Method::PATCH, Method::DELETE] {
        visitor.call(method, &path(&own), &change).await.problem(422, "wrong_state");
    }
    let wrong = json!({ "content": said(" ") });
    assert_eq!(visitor.call(Method::PATCH, &path(&own), &wrong).await.wrong_field(), "content.text");
    assert_eq!(spoken(&owner.entries(&conversation).await), ["[recalled]", "四点", "[edited]", "[recalled]"]);
}

#[tokio::test]
async fn the_transcript_holds_what_the_customer_may_read() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("几点发货?").await;
    owner.reply(&conversation, "三点").await;
    owner.act(&conversation, "messages", json!({ "content": said("常客"), "note": true })).await.ok(201);
    for method in [Method::GET, Method::POST] {
        let path = format!("/widget/v1/conversations/{conversation}/transcript");
        let answer = visitor.call(method, &path, &json!({})).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        assert!(answer.header("content-disposition").starts_with("attachment"));
        let lines: Vec<&str> = answer.text.lines().collect();
        assert_eq!(
            lines,
            ["[2026-03-01T08:00:00.000Z] visitor: 几点发货?", "[2026-03-01T08:00:00.000Z] 小梅: 三点"]
        );
    }
}

#[tokio::test]
async fn the_page_a_visitor_is_on_is_noted() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let body = json!({ "url": "https://shop.example/cart", "title": "购物车" });
    visitor.post("/widget/v1/page", &body).await.ok(204);
    let contact = owner.all("/api/v1/contacts?limit=1").await[0]["id"].as_str().unwrap().to_owned();
    let page = owner.get(&format!("/api/v1/contacts/{contact}")).await.ok(200)["page"].clone();
    assert_eq!((&page["url"], &page["title"]), (&json!("https://shop.example/cart"), &json!("购物车")));
}

#[tokio::test]
async fn visits_are_counted_by_pauses() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    visitor.come_back(&desk, json!(null)).await;
    desk.pass(std::time::Duration::from_mins(31));
    visitor.come_back(&desk, json!(null)).await;
    let contact = owner.all("/api/v1/contacts?limit=1").await[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(owner.get(&format!("/api/v1/contacts/{contact}")).await.ok(200)["visits"], 2);
}
