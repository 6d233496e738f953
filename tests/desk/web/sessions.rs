//! `POST /widget/v1/session`: who comes, and as whom.

use serde_json::{Value, json};
use servicedesk::domain::widgets::store as widgets;

use crate::support::{self, Answer, TestDesk, Visitor, hash, jwt};

fn signed(claims: &Value, secret: &str, algorithm: &str) -> Value {
    headed(&json!({ "alg": algorithm, "typ": "JWT" }), claims, secret)
}

fn headed(head: &Value, claims: &Value, secret: &str) -> Value {
    json!({ "token": support::signed(head, claims, secret) })
}

#[tokio::test]
async fn a_new_visitor_gets_tokens_and_what_the_widget_shows() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let _here = owner.connect().await;
    let session = Visitor::ask(&desk, json!(null), json!(null)).await.ok(200);
    assert!(session["visitor_id"].as_str().unwrap().starts_with("v_"));
    assert!(session["visitor_token"].as_str().unwrap().starts_with("vt_"));
    assert_eq!(session["session_expires_at"], "2026-03-01T09:00:00.000Z");
    let settings = &session["settings"];
    assert_eq!(settings["agents"], json!([{ "id": owner.id, "name": "小梅", "picture": null }]));
    assert_eq!(settings["availability"], "online");
    assert_eq!(settings["locale"], "zh-CN");
    assert_eq!(settings["limits"], json!({ "text_chars": 8_000 }));
    assert_eq!(settings["accent"], "#1f6f5c");
    assert!(!settings["greeting"].as_str().unwrap().is_empty());
}

#[tokio::test]
async fn only_the_key_is_required() {
    let desk = TestDesk::open().await;
    let least = desk.post("/widget/v1/session", &json!({ "key": desk.key })).await.ok(200);
    assert_eq!(least["settings"]["availability"], "offline");
    let none = desk.post("/widget/v1/session", &json!({})).await;
    assert_eq!(none.wrong_field(), "key");
    desk.post("/widget/v1/session", &json!({ "key": "pk_wrong" })).await.problem(404, "not_found");
}

#[tokio::test]
async fn the_visitor_token_brings_the_same_visitor_back() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    desk.pass(std::time::Duration::from_hours(24 * 90));
    let back = visitor.come_back(&desk, json!(null)).await;
    assert_eq!((&back.id, &back.visitor_token), (&visitor.id, &visitor.visitor_token));
    assert_ne!(back.session_token, visitor.session_token);
    for unknown in ["vt_unknown", "", visitor.session_token.as_str()] {
        Visitor::ask(&desk, unknown.into(), json!(null)).await.problem(401, "invalid_visitor_token");
    }
}

#[tokio::test]
async fn a_visitor_token_of_another_widget_is_unknown() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let added = desk.inside().db.write(|unit| {
        let id = unit.mint();
        Ok(widgets::insert(unit.conn(), id, "second", "pk_second", "sk_second", unit.now())?)
    });
    added.await.unwrap();
    let body = json!({ "key": "pk_second", "visitor_token": visitor.visitor_token });
    desk.post("/widget/v1/session", &body).await.problem(401, "invalid_visitor_token");
    // Nor does one widget's secret vouch at another.
    let body = json!({ "key": "pk_second", "identity": { "token": jwt(&desk, "u1") } });
    desk.post("/widget/v1/session", &body).await.problem(401, "invalid_identity");
}

#[tokio::test]
async fn a_signed_token_or_a_hash_proves_who_it_is() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let now = desk.now().0 / 1_000;
    let claims =
        json!({ "sub": "u1", "exp": now + 60, "name": "李娜", "email": "li@example.com", "phone": "1" });
    let first = Visitor::come(&desk, signed(&claims, &desk.secret, "HS256")).await;
    let (_link, _) = first.begin("一").await;
    let second = Visitor::come(&desk, json!({ "id": "u1", "hash": hash(&desk, "u1").to_uppercase() })).await;
    let welcome = second.connect().await.welcome;
    assert_eq!(welcome["conversations"].as_array().unwrap().len(), 1);
    let contacts = owner.all("/api/v1/contacts?limit=10").await;
    assert_eq!(contacts.len(), 1);
    let fields = ["user_id", "verified", "name", "email", "phone"].map(|field| contacts[0][field].clone());
    assert_eq!(json!(fields), json!(["u1", true, "李娜", "li@example.com", "1"]));
}

#[tokio::test]
async fn every_proof_that_does_not_hold_gets_the_same_answer() {
    let desk = TestDesk::open().await;
    let now = desk.now().0 / 1_000;
    let good = json!({ "sub": "u1", "exp": now + 3_600 });
    let secret = desk.secret.as_str();
    let unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSIsImV4cCI6OTk5OTk5OTk5OX0.";
    let mut answers = Vec::new();
    for identity in [
        signed(&good, "another secret", "HS256"),
        signed(&good, secret, "HS512"),
        signed(&json!({ "sub": "u1", "exp": now - 61 }), secret, "HS256"),
        signed(&json!({ "sub": "u1", "exp": now + 25 * 3_600 }), secret, "HS256"),
        signed(&json!({ "sub": "u1" }), secret, "HS256"),
        signed(&json!({ "sub": "u1", "exp": now + 3_600, "nbf": now + 61 }), secret, "HS256"),
        headed(&json!({ "alg": "HS256", "crit": ["unknown"] }), &good, secret),
        headed(&json!({ "alg": "HS256", "typ": "JWE" }), &good, secret),
        signed(&json!({ "exp": now + 60 }), secret, "HS256"),
        signed(&json!({ "sub": " ", "exp": now + 60 }), secret, "HS256"),
        json!({ "token": unsigned }),
        json!({ "token": "nonsense" }),
        json!({ "token": "" }),
        json!({ "token": "x".repeat(9_000) }),
        json!({ "id": "u1", "hash": hash(&desk, "u2") }),
        json!({ "id": "u1", "hash": "" }),
        json!({ "hash": hash(&desk, "u1") }),
    ] {
        let answer = Visitor::ask(&desk, json!(null), identity.clone()).await;
        answer.problem(401, "invalid_identity");
        answers.push((identity, answer.tells()));
    }
    for (identity, answer) in &answers {
        assert_eq!(answer, &answers[0].1, "{identity}");
    }
}

#[tokio::test]
async fn a_verified_visitor_needs_a_fresh_proof_each_time() {
    let desk = TestDesk::open().await;
    let customer = desk.customer("u1").await;
    let token = || Value::from(customer.visitor_token.as_str());
    Visitor::ask(&desk, token(), json!(null)).await.problem(401, "identity_required");
    let said = json!({ "name": "李娜" });
    Visitor::ask(&desk, token(), said).await.problem(401, "identity_required");
    let back = customer.come_back(&desk, json!({ "token": jwt(&desk, "u1") })).await;
    assert_eq!((&back.id, &back.visitor_token), (&customer.id, &customer.visitor_token));
}

#[tokio::test]
async fn what_is_only_said_is_shown_and_proves_nothing() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let said = json!({ "name": " 李娜\n", "email": "li@example.com", "phone": "" });
    Visitor::come(&desk, said.clone()).await;
    Visitor::come(&desk, said).await;
    let contacts = owner.all("/api/v1/contacts?q=li@example&limit=10").await;
    assert_eq!(contacts.len(), 2);
    for contact in contacts {
        let fields = ["name", "phone", "verified", "user_id"].map(|field| contact[field].clone());
        assert_eq!(json!(fields), json!(["李娜", null, false, null]));
    }
}

#[tokio::test]
async fn the_page_is_kept_as_far_as_it_is_one() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let body = json!({
        "key": desk.key,
        "page": { "url": "https://shop.example/银针", "title": "银针\u{7}", "referrer": "javascript:alert(1)" },
    });
    desk.post("/widget/v1/session", &body).await.ok(200);
    let contact = owner.all("/api/v1/contacts?limit=1").await[0]["id"].as_str().unwrap().to_owned();
    let page = owner.get(&format!("/api/v1/contacts/{contact}")).await.ok(200)["page"].clone();
    assert_eq!(
        page,
        json!({
            "url": "https://shop.example/银针", "title": "银针", "referrer": null, "at": "2026-03-01T08:00:00.000Z",
        })
    );
}

#[tokio::test]
async fn it_speaks_the_visitors_language() {
    let desk = TestDesk::open().await;
    for (locale, accept, expected) in [
        (json!("en"), "zh-CN", "en"),
        (json!("zh-CN"), "en", "zh-CN"),
        (json!(null), "en-GB,en;q=0.8", "en"),
        (json!("tlh"), "zh;q=0.9", "zh-CN"),
    ] {
        let request = desk
            .request(reqwest::Method::POST, "/widget/v1/session")
            .header("accept-language", accept)
            .json(&json!({ "key": desk.key, "locale": locale }));
        assert_eq!(Answer::to(request).await.ok(200)["settings"]["locale"], expected);
    }
}

#[tokio::test]
async fn sessions_of_one_address_are_counted() {
    let desk = TestDesk::with(|config| {
        // Somebody new counts twice.
        config.limits.session_burst = 4;
        config.limits.session_per_second = 1;
    })
    .await;
    for _ in 0..2 {
        desk.visitor().await;
    }
    let answer = Visitor::ask(&desk, json!(null), json!(null)).await;
    answer.problem(429, "rate_limited");
    assert_eq!(answer.header("retry-after"), "2");
}

#[tokio::test]
async fn a_session_begins_whatever_the_page_says_beside_the_key() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut come =
        json!({ "key": desk.key, "device_id": 7, "locale": {}, "time_zone": 8, "visitor_token": null });
    for (field, value, dropped) in [
        ("identity", json!({ "id": 42, "hash": hash(&desk, "42"), "name": "Anna" }), json!([])),
        ("identity", json!({ "id": 42 }), json!([{ "field": "identity.id", "code": "unproven" }])),
        (
            "identity",
            json!({ "name": "n".repeat(101) }),
            json!([{ "field": "identity.name", "code": "too_long" }]),
        ),
        ("identity", json!({ "phone": 13_800_138_000_i64 }), json!([])),
        (
            "identity",
            json!({ "phone": "1".repeat(41) }),
            json!([{ "field": "identity.phone", "code": "too_long" }]),
        ),
        (
            "identity",
            json!({ "email": ["a@b.cn"] }),
            json!([{ "field": "identity.email", "code": "wrong_type" }]),
        ),
        ("identity", json!("u1"), json!([{ "field": "identity", "code": "wrong_type" }])),
        ("page", json!("https://shop.example"), json!([{ "field": "page", "code": "wrong_type" }])),
        (
            "page",
            json!({ "url": "javascript:alert(1)" }),
            json!([{ "field": "page.url", "code": "invalid" }]),
        ),
        ("page", json!({ "title": 404 }), json!([])),
        (
            "page",
            json!({ "url": format!("https://shop.example/tea#{}", "a".repeat(300_000)) }),
            json!([{ "field": "page.url", "code": "too_long" }]),
        ),
        ("device_id", json!("d".repeat(65)), json!([{ "field": "device_id", "code": "too_long" }])),
    ] {
        let before = come[field].take();
        come[field] = value.clone();
        let answer = desk.post("/widget/v1/session", &come).await.ok(200);
        let told: Vec<&Value> = answer["dropped"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["field"] != "locale" || one["code"] != "wrong_type")
            .collect();
        assert_eq!(json!(told), dropped, "{field}: {:.80}", value.to_string());
        let is_proven = value.get("hash").is_some();
        assert_eq!(answer["verified"], is_proven);
        come[field] = before;
    }
    let contacts = owner.all("/api/v1/contacts").await;
    let named = |name: &str| contacts.iter().any(|contact| contact["name"] == name);
    assert!(named("Anna") && named(&"n".repeat(100)));
    assert!(contacts.iter().any(|contact| contact["phone"] == "13800138000"));
}

#[tokio::test]
async fn half_of_a_pair_is_no_reason_to_refuse_anybody() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let session = format!(
        r#"{{"key":"{}","page":{{"url":"https://s.example/","title":"限时特惠 \ud83c"}}}}"#,
        desk.key
    );
    let request = desk.request(reqwest::Method::POST, "/widget/v1/session").body(session);
    let session = Answer::to(request).await.ok(200);
    assert_eq!(session["dropped"], json!([]));
    let call = |method, path: &str, body: &'static str| {
        let token = session["session_token"].as_str().unwrap();
        Answer::to(desk.request(method, path).bearer_auth(token).body(body))
    };
    call(reqwest::Method::PATCH, "/widget/v1/me", r#"{"attributes":{"last":"\udf75 tea"}}"#).await.ok(204);
    call(reqwest::Method::POST, "/widget/v1/page", r#"{"url":"https://s.example/2","title":"\ud83c"}"#)
        .await
        .ok(204);
    let contact = owner.all("/api/v1/contacts").await[0]["id"].as_str().unwrap().to_owned();
    let details = owner.get(&format!("/api/v1/contacts/{contact}")).await.ok(200);
    assert_eq!(details["attributes"]["last"], "\u{fffd} tea");
    assert_eq!(details["page"]["title"], "\u{fffd}");
}
