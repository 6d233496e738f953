//! The log tells the whole truth: whatever is done at the desk, folding the log gives the rows of the tables.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::events::{AgentEvent, Area, Event};
use servicedesk::flows::Caller;
use servicedesk::flows::demo::{self, Plan};
use servicedesk::storage::event_log;

use crate::support::fold::the_log_tells_where_all_stand;
use crate::support::{Agent, Link, TestDesk, jwt, send};

/// The areas of settings that events named so far.
async fn changed(desk: &TestDesk) -> Vec<Area> {
    let events =
        desk.inside().db.read(|conn| Ok(event_log::after(conn, 0, i64::MAX, 10_000)?)).await.unwrap();
    let area = |event: Event| if let Event::SettingsChanged(area) = event { Some(area) } else { None };
    events.into_iter().filter_map(|logged| area(logged.record.event)).collect()
}

/// How often it was said that an agent joined or changed.
async fn agents_changed(desk: &TestDesk) -> usize {
    let events =
        desk.inside().db.read(|conn| Ok(event_log::after(conn, 0, i64::MAX, 10_000)?)).await.unwrap();
    let is_change = |event: Event| matches!(event, Event::Agent(_, AgentEvent::Changed));
    events.into_iter().filter(|logged| is_change(logged.record.event)).count()
}

/// Puts one conversation into a state that the desk had before.
async fn undo(owner: &Agent, action: &str, id: &str, more: Value) {
    let mut body = json!({ "ids": [id], "action": action });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let done = owner.post("/api/v1/conversations/bulk", &body).await.ok(200);
    let mut before = done["items"][0]["before"].clone();
    before["id"] = json!(id);
    owner
        .post("/api/v1/conversations/bulk", &json!({ "action": "restore", "items": [before] }))
        .await
        .ok(200);
}

/// A customer's word that is stored.
async fn word(link: &mut Link, id: &str, conversation: &str, text: &str) {
    link.say(&send(id, conversation, text)).await;
    while link.told().await["type"] != "accepted" {}
}

#[tokio::test]
async fn folding_the_log_gives_the_rows_whatever_is_done() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let begin = async |text: &str| {
        let visitor = desk.visitor().await;
        let (link, conversation) = visitor.begin(text).await;
        (visitor, link, conversation)
    };
    // Answered by the way, given away, handed on, taken back.
    let (_v, mut link, one) = begin("在吗?").await;
    owner.reply(&one, "在的").await;
    owner.act(&one, "transfer", json!({ "agent_id": colleague.id, "note": "您看" })).await.ok(200);
    owner.act(&one, "assign", json!({ "agent_id": null })).await.ok(200);
    word(&mut link, "more", &one, "还在等").await;
    owner.act(&one, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    the_log_tells_where_all_stand(&desk).await;
    // Put off until a time that comes, and until a word that comes.
    let until = servicedesk::clock::Timestamp(desk.now().0 + 60_000).to_string();
    owner.act(&one, "snooze", json!({ "until": until })).await.ok(200);
    let (customer, mut other, two) = begin("hello").await;
    owner.act(&two, "snooze", json!({ "until": null })).await.ok(200);
    the_log_tells_where_all_stand(&desk).await;
    word(&mut other, "again", &two, "anybody?").await;
    desk.pass_until(async || {
        owner.get(&format!("/api/v1/conversations/{one}")).await.ok(200)["state"] != "snoozed"
    })
    .await;
    the_log_tells_where_all_stand(&desk).await;
    // Closed, undone, closed again, undone again, opened by hand, by a word, by an answer.
    for (action, more) in [
        ("close", json!({})),
        ("close", json!({})),
        ("snooze", json!({ "until": null })),
        ("assign", json!({ "agent_id": colleague.id })),
        ("label", json!({ "labels": ["vip"] })),
    ] {
        undo(&owner, action, &two, more).await;
        the_log_tells_where_all_stand(&desk).await;
    }
    // Minutes have passed, in which nobody answered a ping.
    let mut other = customer.connect().await;
    for by in ["reopen", "word", "answer"] {
        owner.act(&two, "resolve", json!({})).await.ok(200);
        match by {
            "reopen" => drop(owner.act(&two, "reopen", json!({})).await.ok(200)),
            "word" => word(&mut other, "third", &two, "one more").await,
            _ => drop(owner.reply(&two, "sure").await),
        }
        the_log_tells_where_all_stand(&desk).await;
    }
    // Rated, edited, recalled, noted.
    let said = owner.reply(&two, "tomorrow").await;
    let path = format!(
        "/api/v1/conversations/{two}/messages/{}",
        said["message_id"].as_str().expect("a message has an id")
    );
    let today = json!({ "content": { "kind": "text", "text": "today" } });
    owner.call(Method::PATCH, &path, &today).await.ok(200);
    owner.call(Method::DELETE, &path, &json!({})).await.ok(200);
    owner.act(&two, "rate", json!({ "score": 4 })).await.ok(200);
    // Somebody proves who they are, and what they began moves with them.
    let (visitor, _third, three) = begin("我是谁").await;
    visitor.come_back(&desk, json!({ "token": jwt(&desk, "u-7") })).await;
    colleague.reply(&three, "您好").await;
    // A colleague leaves with work in hand; demo data comes and goes.
    owner.act(&one, "assign", json!({ "agent_id": colleague.id })).await.ok(200);
    let disabled = format!("/api/v1/agents/{}", colleague.id);
    owner.call(Method::PATCH, &disabled, &json!({ "active": false })).await.ok(200);
    let wanted = Plan { conversations: 120, messages: None, locale: None };
    demo::seed(desk.inside(), Caller::operator(), wanted, &|_| {}).await.unwrap();
    assert_eq!(the_log_tells_where_all_stand(&desk).await, 123);
    demo::remove(desk.inside(), Caller::operator(), &|_| {}).await.unwrap();
    let contacts = owner.all("/api/v1/contacts?limit=10&q=u-7").await;
    let erased = format!("/api/v1/contacts/{}", contacts[0]["id"].as_str().unwrap());
    owner.call(Method::DELETE, &erased, &json!({})).await.ok(204);
    desk.pass(Duration::from_secs(1));
    assert_eq!(the_log_tells_where_all_stand(&desk).await, 2);
}

#[tokio::test]
async fn every_change_of_settings_says_where() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut link = owner.connect().await;
    for (method, path, body, areas) in [
        (Method::PATCH, "/api/v1/shop", json!({ "name": "半山茶铺" }), vec![Area::Shop]),
        (
            Method::PATCH,
            "/api/v1/shop",
            json!({ "hours": { "always": true, "week": [], "holidays": [] } }),
            vec![Area::Hours],
        ),
        (
            Method::PATCH,
            "/api/v1/widgets/default",
            json!({ "settings": { "accent": "#8a3b12" } }),
            vec![Area::Widgets],
        ),
        (Method::POST, "/api/v1/labels", json!({ "name": "vip" }), vec![Area::Labels]),
        (
            Method::POST,
            "/api/v1/canned",
            json!({ "shortcut": "hi", "title": "hi", "text": "您好", "shared": true }),
            vec![Area::Canned],
        ),
    ] {
        let before = changed(&desk).await.len();
        let status = owner.call(method, path, &body).await.status;
        assert!((200..300).contains(&status), "{path}: {status}");
        let told = changed(&desk).await.split_off(before);
        assert_eq!(told, areas, "{path}");
        for area in areas {
            assert_eq!(link.expect("settings").await["area"], area.name(), "{path}");
        }
    }
}

#[tokio::test]
async fn what_colleagues_see_is_told_to_them_and_nothing_else() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut link = owner.connect().await;
    let browser = owner.sign_in().await;
    // An invitation is made, and taken back.
    let asked = json!({ "email": "wang@example.com", "role": "agent" });
    let made = browser.call(Method::POST, "/api/v1/agents/invitations", &asked).await.ok(201);
    assert_eq!(link.expect("settings").await["area"], "members");
    let invitation = format!("/api/v1/agents/invitations/{}", made["id"].as_str().unwrap());
    owner.call(Method::DELETE, &invitation, &json!({})).await.ok(204);
    assert_eq!(link.expect("settings").await["area"], "members");
    // One's own language and theme are nobody else's; the name is.
    for (change, told) in [
        (json!({ "theme": "dark", "locale": "en" }), 0),
        (json!({ "name": "小梅" }), 0),
        (json!({ "name": "Mei", "theme": "light" }), 1),
    ] {
        let before = agents_changed(&desk).await;
        owner.call(Method::PATCH, "/api/v1/me", &change).await.ok(200);
        assert_eq!(agents_changed(&desk).await - before, told, "{change}");
    }
    assert_eq!(link.expect("settings").await["area"], "members");
}

#[tokio::test]
async fn labels_that_go_with_a_customer_are_told() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_customer, conversation) = visitor.begin("hello").await;
    owner.act(&conversation, "labels", json!({ "labels": ["an allergy"] })).await.ok(200);
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    let contact = format!("/api/v1/contacts/{}", row["contact"]["id"].as_str().unwrap());
    let before = changed(&desk).await.len();
    owner.call(Method::DELETE, &contact, &json!({})).await.ok(204);
    assert_eq!(changed(&desk).await.split_off(before), [Area::Labels]);
    // With demo data they go in the same way; of what had none nothing is told.
    owner.post("/api/v1/demo-data", &json!({})).await.ok(201);
    let before = changed(&desk).await.len();
    owner.call(Method::DELETE, "/api/v1/demo-data", &json!({})).await.ok(204);
    assert_eq!(changed(&desk).await.split_off(before), [Area::Labels]);
    let visitor = desk.visitor().await;
    let (_customer, conversation) = visitor.begin("hello").await;
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    let contact = format!("/api/v1/contacts/{}", row["contact"]["id"].as_str().unwrap());
    let before = changed(&desk).await.len();
    owner.call(Method::DELETE, &contact, &json!({})).await.ok(204);
    assert_eq!(changed(&desk).await.len(), before);
}
