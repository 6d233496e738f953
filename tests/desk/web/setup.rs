//! The first run: one link, one owner.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, TestDesk};

fn first_run(token: &str) -> Value {
    json!({
        "token": token, "name": "小梅", "email": "mei@example.com", "password": "two pots of oolong", "locale": "en",
        "time_zone": "Europe/Lisbon", "shop_name": "半山茶铺", "accent": "#8a3b12", "allowed_origins": ["https://www.shop.cn"],
    })
}

#[tokio::test]
async fn the_link_makes_the_owner_names_the_shop_and_signs_in() {
    let desk = TestDesk::open().await;
    let token = desk.setup_token.clone().unwrap();
    let answer = desk.post("/api/v1/setup", &first_run(&token)).await;
    let body = answer.ok(201);
    assert_eq!(body["agent"]["role"], "owner");
    assert_eq!(body["widget"]["key"], desk.key);
    assert!(body["widget"]["tag"].as_str().unwrap().starts_with("<script async src=\"http"));
    let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    let me = Answer::to(desk.request(Method::GET, "/api/v1/me").header("cookie", &cookie)).await.ok(200);
    assert_eq!(json!([me["shop"]["name"], me["locale"]]), json!(["半山茶铺", "en"]));
    assert_eq!(me["csrf_token"], body["csrf_token"]);
    let boot = desk.get(&format!("/w/boot?k={}", desk.key)).await.ok(200);
    assert_eq!(json!([boot["shop"]["name"], boot["accent"]]), json!(["半山茶铺", "#8a3b12"]));
    let shop = Answer::to(desk.request(Method::GET, "/api/v1/shop").header("cookie", cookie)).await.ok(200);
    assert_eq!(json!([shop["locale"], shop["time_zone"]]), json!(["en", "Europe/Lisbon"]));
    // The token works once.
    desk.post("/api/v1/setup", &first_run(&token)).await.problem(401, "invalid_setup_token");
    let desk = desk.reopened(|_| {}).await;
    assert_eq!(desk.setup_token, None);
}

#[tokio::test]
async fn a_desk_that_was_just_set_up_is_not_shut() {
    let desk = TestDesk::open().await;
    let token = desk.setup_token.clone().unwrap();
    desk.post("/api/v1/setup", &first_run(&token)).await.ok(201);
    let mut link = desk.visitor().await.connect().await;
    let away = json!({ "type": "shop", "state": "away", "until": null });
    while link.expect("shop").await != away {}
}

#[tokio::test]
async fn a_mistake_does_not_use_the_link_up() {
    let desk = TestDesk::open().await;
    let token = desk.setup_token.clone().unwrap();
    for (field, value) in [
        ("email", json!("mei")),
        ("name", json!("")),
        ("shop_name", json!(" ")),
        ("accent", json!("red")),
        ("allowed_origins", json!(["*"])),
        ("password", json!(7)),
    ] {
        let mut body = first_run(&token);
        body[field] = value;
        assert_eq!(desk.post("/api/v1/setup", &body).await.wrong_field(), field);
    }
    desk.post("/api/v1/setup", &first_run(&token)).await.ok(201);
}

#[tokio::test]
async fn a_weak_password_is_refused() {
    let desk = TestDesk::open().await;
    let token = desk.setup_token.clone().unwrap();
    for weak in ["short", "1234567890", "password12", "mei@example.com", "P@ssw0rd2024"] {
        let mut body = first_run(&token);
        body["password"] = json!(weak);
        desk.post("/api/v1/setup", &body).await.problem(422, "weak_password");
    }
}

#[tokio::test]
async fn only_the_newest_link_holds_and_for_a_day() {
    let desk = TestDesk::open().await;
    let old = desk.setup_token.clone().unwrap();
    desk.post("/api/v1/setup", &first_run("forged")).await.problem(401, "invalid_setup_token");
    let desk = desk.reopened(|_| {}).await;
    let token = desk.setup_token.clone().unwrap();
    desk.post("/api/v1/setup", &first_run(&old)).await.problem(401, "invalid_setup_token");
    assert_eq!(desk.get(&format!("/setup?token={old}")).await.status, 410);
    // The page of a link that says nothing to the server; its script shows the token.
    assert_eq!(desk.get("/setup").await.status, 200);
    let check = |token: &str| json!({ "token": token });
    desk.post("/api/v1/setup/check", &check(&old)).await.problem(401, "invalid_setup_token");
    desk.post("/api/v1/setup/check", &check(&token)).await.ok(204);
    // Whoever opens the desk is told where the link is.
    for path in ["/", "/inbox"] {
        let home = desk.get(path).await;
        assert_eq!((home.status, home.header("location")), (303, "/setup"), "{path}");
    }
    assert_eq!(desk.get(&format!("/setup?token={token}")).await.status, 200);
    desk.pass(Duration::from_hours(24));
    desk.post("/api/v1/setup", &first_run(&token)).await.problem(401, "invalid_setup_token");
}
