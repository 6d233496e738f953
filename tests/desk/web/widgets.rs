//! What an owner sets about a widget and the shop, and what visitors get of it.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, Answer, TestDesk, Visitor, hash, jwt};

const WIDGET: &str = "/api/v1/widgets/default";

async fn change(owner: &Agent, body: Value) -> Answer {
    owner.call(Method::PATCH, WIDGET, &body).await
}

async fn settings(desk: &TestDesk) -> Value {
    Visitor::ask(desk, Value::Null, Value::Null).await.ok(200)["settings"].clone()
}

async fn boot(desk: &TestDesk, locale: &str) -> Value {
    desk.get(&format!("/w/boot?k={}&locale={locale}", desk.key)).await.ok(200)
}

#[tokio::test]
async fn what_is_set_reaches_visitors_in_their_language() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let changed = change(
        &owner,
        json!({
            "settings": {
                "accent": "#3569b0",
                "theme": "dark",
                "radius": 8,
                "launcher": { "position": "left", "offset": { "x": 12, "y": 80 }, "icon": "leaf",
                              "label": { "zh-CN": "有事问我" } },
                "texts": { "zh-CN": { "title": "半山", "greeting": "您好呀", "welcome": "想喝什么？" } },
                "questions": { "zh-CN": ["几点发货？"], "en": ["When do you ship?"] },
                "form": { "when": "before", "fields": [
                    { "id": "name", "type": "text", "label": { "zh-CN": "怎么称呼您", "en": "Your name" }, "required": true },
                    { "id": "size", "type": "select", "label": { "en": "Size" }, "options": [{ "en": "S" }, { "zh-CN": "大" }] }
                ] },
                "typing_preview": true,
                "custom": { "--sd-font": "Georgia, serif" }
            },
            "allowed_origins": ["https://www.shop.cn"]
        }),
    )
    .await
    .ok(200);
    assert_eq!(changed["allowed_origins"], json!(["https://www.shop.cn"]));
    assert_eq!(changed["settings"]["rating"], true, "what is not named stays");
    let read = owner.get(WIDGET).await.ok(200);
    assert_eq!(read["settings"], changed["settings"]);
    assert_eq!(owner.get("/api/v1/widgets").await.ok(200)["items"][0]["key"], desk.key.as_str());

    let chinese = boot(&desk, "zh-CN").await;
    assert_eq!(chinese["accent"], "#3569b0");
    assert_eq!(chinese["launcher"]["label"], "有事问我");
    assert_eq!(chinese["launcher"]["offset"], json!({ "x": 12, "y": 80 }));
    assert_eq!(chinese["welcome"], "想喝什么？");
    assert_eq!(boot(&desk, "en").await["launcher"]["label"], "");

    let told = settings(&desk).await;
    assert_eq!(told["greeting"], "您好呀");
    assert_eq!(told["questions"], json!(["几点发货？"]));
    assert_eq!(told["form"]["fields"][0]["label"], "怎么称呼您");
    assert_eq!(told["form"]["fields"][1]["options"], json!(["S", "大"]));
    assert_eq!(told["typing_preview"], true);
    assert_eq!(told["profile"], json!({ "name": null, "email": null, "phone": null, "verified": false }));
}

#[tokio::test]
async fn what_is_wrong_changes_nothing() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let before = owner.get(WIDGET).await.ok(200);
    for (body, field) in [
        (json!({"settings": {"accent": "red"}}), "settings.accent"),
        (json!({"settings": {"theme": "dark", "nonsense": 1}}), "settings.nonsense"),
        (json!({"settings": {"logo": "00000000000000000000000000000000"}}), "settings.logo"),
        (json!({"settings": {"form": {"when": "before"}}}), "settings.form.fields"),
        (json!({"settings": {"theme": "dark"}, "allowed_origins": ["no site"]}), "allowed_origins"),
    ] {
        let problem = change(&owner, body.clone()).await.problem(400, "invalid");
        assert_eq!(problem["field"], field, "{body}");
    }
    assert_eq!(owner.get(WIDGET).await.ok(200), before);
    owner.get("/api/v1/widgets/other").await.problem(404, "not_found");
}

#[tokio::test]
async fn who_answers_customers_reads_but_does_not_change() {
    let desk = TestDesk::open().await;
    desk.owner().await;
    let agent = desk.colleague().await;
    agent.get(WIDGET).await.ok(200);
    agent.get("/api/v1/shop").await.ok(200);
    change(&agent, json!({"settings": {"theme": "dark"}})).await.problem(403, "forbidden");
    agent.call(Method::PATCH, "/api/v1/shop", &json!({"name": "Mine"})).await.problem(403, "forbidden");
    agent.get(&format!("{WIDGET}/secret")).await.problem(403, "forbidden");
    agent.post(&format!("{WIDGET}/secret"), &json!({})).await.problem(403, "forbidden");
    agent.post(&format!("{WIDGET}/identity-check"), &json!({"token": "x"})).await.problem(403, "forbidden");
}

#[tokio::test]
async fn hours_say_whether_somebody_answers_now() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    assert_eq!(settings(&desk).await["open"]["now"], true, "open always until somebody says otherwise");
    // The story begins on Sunday, 1 March 2026, 16:00 in Shanghai.
    let week: Vec<Value> =
        (1..=5).map(|day| json!({"day": day, "opens": "09:00", "closes": "18:00"})).collect();
    let shop = owner
        .call(
            Method::PATCH,
            "/api/v1/shop",
            &json!({"name": "半山茶铺", "time_zone": "Asia/Shanghai", "hours": {"always": false, "week": week}}),
        )
        .await
        .ok(200);
    let monday = "2026-03-02T01:00:00.000Z";
    assert_eq!(shop["open"], json!({"now": false, "closes_at": null, "opens_at": monday}));
    assert_eq!(boot(&desk, "en").await["open"], json!({"now": false, "opens_at": monday}));
    assert_eq!(settings(&desk).await["open"]["time_zone"], "Asia/Shanghai");
    desk.clock.advance(Duration::from_hours(17));
    let told = settings(&desk).await;
    assert_eq!(told["open"]["now"], true);
    assert_eq!(told["open"]["closes_at"], "2026-03-02T10:00:00.000Z");
    assert_eq!(told["shop_name"], "半山茶铺");
    for (body, field) in [
        (json!({"time_zone": "Mars"}), "time_zone"),
        (json!({"name": " "}), "name"),
        (json!({"locale": "fr"}), "locale"),
        (json!({"hours": {"week": [{"day": 8, "opens": "09:00", "closes": "10:00"}]}}), "hours.week.0.day"),
        (json!({"hours": {"weak": []}}), "hours.weak"),
    ] {
        let problem = owner.call(Method::PATCH, "/api/v1/shop", &body).await.problem(400, "invalid");
        assert_eq!(problem["field"], field, "{body}");
    }
}

#[tokio::test]
async fn the_shops_language_speaks_where_the_browser_likes_neither() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let french = async || {
        let request =
            desk.request(Method::GET, &format!("/w/boot?k={}", desk.key)).header("accept-language", "fr");
        Answer::to(request).await.ok(200)["locale"].clone()
    };
    assert_eq!(french().await, "zh-CN");
    owner.call(Method::PATCH, "/api/v1/shop", &json!({ "locale": "en" })).await.ok(200);
    assert_eq!(french().await, "en");
    assert_eq!(boot(&desk, "zh-CN").await["locale"], "zh-CN", "who asks for a language gets it");
}

#[tokio::test]
async fn a_waiting_time_is_told_once_there_are_enough_answers() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for minutes in [1_u64, 2, 3, 30, 5] {
        assert_eq!(settings(&desk).await["wait_ms"], Value::Null);
        let visitor = Visitor::come(&desk, Value::Null).await;
        let (_link, id) = visitor.begin("在吗？").await;
        desk.clock.advance(Duration::from_mins(minutes));
        let said =
            json!({"client_message_id": format!("m{minutes}"), "content": {"kind": "text", "text": "在的"}});
        owner.post(&format!("/api/v1/conversations/{id}/messages"), &said).await.ok(201);
    }
    assert_eq!(settings(&desk).await["wait_ms"], 180_000);
}

#[tokio::test]
async fn the_secret_is_shown_replaced_and_tried() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let shown = owner.get(&format!("{WIDGET}/secret")).await.ok(200);
    assert_eq!(shown["secret"], desk.secret.as_str());
    let check = async |body: Value| owner.post(&format!("{WIDGET}/identity-check"), &body).await.ok(200);
    let good = check(json!({"token": jwt(&desk, "u1")})).await;
    assert_eq!((good["valid"].clone(), good["claims"]["sub"].clone()), (json!(true), json!("u1")));
    assert_eq!(check(json!({"id": "u1", "hash": hash(&desk, "u1")})).await["valid"], true);
    assert_eq!(check(json!({"id": "u2", "hash": hash(&desk, "u1")})).await["problem"], "hash");
    let old = jwt(&desk, "u1");
    let new = owner.post(&format!("{WIDGET}/secret"), &json!({})).await.ok(200);
    assert_ne!(new["secret"], shown["secret"]);
    assert_eq!(check(json!({"token": old})).await["problem"], "signature");
    Visitor::ask(&desk, Value::Null, json!({"token": old})).await.problem(401, "invalid_identity");
}
