//! What visitors, and the shop's pages for them, tell the desk; and the list of their conversations.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, TestDesk};

#[tokio::test]
async fn a_form_fills_what_is_not_known() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("在吗？").await;
    let answers =
        json!({ "name": " 李娜 ", "email": "lina@163.com", "answers": { "size": "大", "agree": true } });
    visitor.post("/widget/v1/profile", &answers).await.ok(204);
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    assert_eq!(row["contact"]["name"], "李娜");
    assert_eq!(row["contact"]["verified"], false);

    // Of somebody whose id alone is proven it is as much said, whatever they say last.
    let customer = desk.customer("user-7").await;
    customer.post("/widget/v1/profile", &json!({ "name": "Somebody" })).await.ok(204);
    customer.post("/widget/v1/profile", &json!({ "name": "Somebody else" })).await.ok(204);
    let found = owner.all("/api/v1/contacts?q=Somebody").await;
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["name"], &found[0]["sources"]["name"]), (&json!("Somebody else"), &json!("said")));

    for (body, field) in [
        (json!({ "name": "x".repeat(101) }), "name"),
        (json!({ "answers": { "a": [] } }), "answers.a"),
        (json!({ "answers": 7 }), "answers"),
    ] {
        assert_eq!(visitor.post("/widget/v1/profile", &body).await.wrong_field(), field);
    }
}

#[tokio::test]
async fn attributes_labels_and_events_are_taken_within_bounds() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("在吗？").await;
    let at = |what: &str| format!("/widget/v1/conversations/{conversation}/{what}");
    let attributes = json!({ "attributes": { "level": "gold", "orders": 3 } });
    visitor.call(Method::PATCH, "/widget/v1/me", &attributes).await.ok(204);
    visitor.call(Method::PATCH, &at("attributes"), &attributes).await.ok(204);
    // What can be used is kept, the rest is told.
    let mixed = json!({ "attributes": { "orders": 4, "cart": { "b": 1 } } });
    for path in ["/widget/v1/me".to_owned(), at("attributes")] {
        let told = visitor.call(Method::PATCH, &path, &mixed).await.ok(200);
        assert_eq!(told, json!({ "dropped": [{ "field": "attributes.cart", "code": "wrong_type" }] }));
    }
    visitor.call(Method::PATCH, "/widget/v1/me", &attributes).await.ok(204);
    visitor.call(Method::PATCH, &at("attributes"), &attributes).await.ok(204);
    let event = json!({ "name": 7, "properties": { "list": [] } });
    let told = visitor.post("/widget/v1/events", &event).await.ok(200);
    assert_eq!(told["dropped"], json!([{ "field": "properties.list", "code": "wrong_type" }]));
    for n in 0..60 {
        let event = json!({ "name": format!("viewed {n}"), "properties": { "price": n } });
        visitor.post("/widget/v1/events", &event).await.ok(204);
    }
    assert_eq!(visitor.post("/widget/v1/events", &json!({ "name": " " })).await.wrong_field(), "name");
    let kept: i64 = desk
        .inside()
        .db
        .read(|conn| Ok(conn.query_row("SELECT COUNT(*) FROM visitor_events", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(kept, 50);

    visitor.post(&at("labels"), &json!({ "add": ["vip", "tea"] })).await.ok(204);
    visitor.post(&at("labels"), &json!({ "add": ["vip"] })).await.ok(204);
    visitor.post(&at("labels"), &json!({ "remove": ["tea"] })).await.ok(204);
    visitor.post(&at("labels"), &json!({ "remove": ["tea"] })).await.ok(204);
    let told =
        visitor.post(&at("labels"), &json!({ "add": [null, {}, "vip", "x".repeat(41)] })).await.ok(200);
    let codes: Vec<&Value> = told["dropped"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["wrong_type", "wrong_type", "invalid"]);
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    assert_eq!(row["labels"], json!(["vip"]));

    assert_eq!(row["attributes"], attributes["attributes"]);

    let contact = row["contact"]["id"].as_str().unwrap().to_owned();
    let details = owner.get(&format!("/api/v1/contacts/{contact}")).await.ok(200);
    assert_eq!(details["attributes"], attributes["attributes"]);
    assert_eq!(details["events"].as_array().unwrap().len(), 10);
    assert_eq!(details["events"][0]["name"], "viewed 59");
    assert_eq!(details["events"][0]["properties"], json!({ "price": 59 }));

    // Erasing takes all of it.
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await.ok(204);
    let left: i64 = desk
        .inside()
        .db
        .read(|conn| Ok(conn.query_row("SELECT COUNT(*) FROM visitor_events", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn the_team_sees_device_and_clock_of_a_visitor() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.1 Mobile/15E148 Safari/604.1";
    let mut token = Value::Null;
    for (zone, kept) in [("Europe/Berlin", "Europe/Berlin"), ("Mars/Olympus", "Europe/Berlin")] {
        let body = json!({ "key": desk.key, "visitor_token": token, "time_zone": zone });
        let request =
            desk.request(Method::POST, "/widget/v1/session").header("user-agent", phone).json(&body);
        token = Answer::to(request).await.ok(200)["visitor_token"].clone();
        let contact = owner.all("/api/v1/contacts").await[0]["id"].as_str().unwrap().to_owned();
        let details = owner.get(&format!("/api/v1/contacts/{contact}")).await.ok(200);
        assert_eq!(details["time_zone"], kept);
        assert_eq!((&details["device"]["kind"], &details["device"]["os"]), (&json!("phone"), &json!("iOS")));
    }
}

#[tokio::test]
async fn the_list_shows_ones_own_conversations_without_the_teams_words() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, first) = visitor.begin("第一件事").await;
    owner.reply(&first, "答了").await;
    let note =
        json!({ "client_message_id": "n", "note": true, "content": { "kind": "text", "text": "老顾客" } });
    owner.post(&format!("/api/v1/conversations/{first}/messages"), &note).await.ok(201);
    visitor
        .post(&format!("/widget/v1/conversations/{first}/rate"), &json!({ "score": 4, "comment": "好" }))
        .await
        .ok(200);
    visitor.post(&format!("/widget/v1/conversations/{first}/end"), &json!({})).await.ok(200);
    // What has happened so far: the answer, the note's place, the rating, the end.
    link.expect("message").await;
    for _ in 0..3 {
        link.expect("entry").await;
    }
    link.post("second", Value::from("new"), "第二件事").await;
    let _other = desk.visitor().await.begin("别人的").await;

    let list = visitor.call(Method::GET, "/widget/v1/conversations", &json!({})).await.ok(200);
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items[0]["last_message"]["text"], "第二件事");
    assert_eq!((&items[1]["id"], &items[1]["state"]), (&json!(first), &json!("closed")));
    assert_eq!(items[1]["last_message"]["text"], "答了");
    assert_eq!(items[1]["last_message"]["sender"], json!({ "kind": "agent", "name": "小梅" }));
    assert_eq!(items[1]["unread"], 1);
    assert_eq!(items[1]["rating"], json!({ "score": 4, "comment": "好" }));
}
