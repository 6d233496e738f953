//! What is wrong with a request is told in one shape, whatever is wrong.

use reqwest::Method;
use serde_json::json;

use crate::support::{Answer, TestDesk};

#[tokio::test]
async fn addresses_without_a_route_are_missing() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for (method, path) in [
        (Method::GET, "/nothing"),
        (Method::GET, "/api/v1/nothing"),
        (Method::GET, "/api/v2/me"),
        (Method::DELETE, "/api/v1/me"),
        (Method::GET, "/api/v1/login"),
        (Method::PUT, "/api/v1/conversations"),
        (Method::GET, "/widget/v1/session"),
        (Method::GET, "/metrics"),
        (Method::GET, "/../Cargo.toml"),
        (Method::GET, "/s/%2e%2e/Cargo.toml"),
        (Method::POST, "/healthz"),
        (Method::GET, "/%ff"),
    ] {
        let request = desk.request(method.clone(), path).bearer_auth(&owner.token);
        let answer = Answer::to(request).await;
        assert_eq!(answer.status, 404, "{method} {path}: {}", answer.text);
        assert_eq!(
            answer.header("content-type"),
            "application/problem+json",
            "{method} {path}: {}",
            answer.text
        );
        answer.problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_names_what_is_wrong() {
    let desk = TestDesk::open().await;
    for (body, field) in [
        ("", "email"),
        ("  ", "email"),
        ("{", "body"),
        ("{}", "email"),
        ("{\"email\":\"a\"}", "password"),
        ("{\"email\":1,\"password\":\"b\"}", "email"),
        ("{\"email\":\"a\",\"email\":\"b\",\"password\":\"c\"}", "email"),
        ("{\"email\":\"a\",\"password\":\"b\"} {}", "body"),
        ("nonsense", "body"),
        ("null", "body"),
        ("\u{feff}{}", "body"),
    ] {
        let answer = Answer::to(desk.request(Method::POST, "/api/v1/login").body(body)).await;
        assert_eq!(answer.wrong_field(), field, "{body}");
    }
    let not_utf8 = desk.request(Method::POST, "/api/v1/login").body(b"{\"email\":\"\xff\"}".to_vec());
    assert_eq!(Answer::to(not_utf8).await.status, 400);
}

#[tokio::test]
async fn a_body_over_the_bound_is_too_large() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let body = |bytes: usize| {
        let shell = json!({ "state": "away", "padding": "" }).to_string();
        json!({ "state": "away", "padding": "x".repeat(bytes - shell.len()) }).to_string()
    };
    let put = async |body: String| {
        let request = desk.request(Method::PUT, "/api/v1/agents/me/availability").bearer_auth(&owner.token);
        Answer::to(request.body(body)).await
    };
    put(body(256 * 1_024)).await.ok(200);
    put(body(256 * 1_024 + 1)).await.problem(413, "too_large");
}

#[tokio::test]
async fn the_type_of_a_body_is_not_asked_for() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for kind in ["text/plain", "application/json; charset=utf-8", "application/x-www-form-urlencoded"] {
        let request = desk
            .request(Method::PUT, "/api/v1/agents/me/availability")
            .bearer_auth(&owner.token)
            .header("content-type", kind)
            .body("{\"state\":\"away\"}");
        Answer::to(request).await.ok(200);
    }
}

#[tokio::test]
async fn calls_are_counted_per_address() {
    let desk = TestDesk::with(|config| {
        config.limits.api_burst = 2;
        config.limits.api_per_second = 1;
    })
    .await;
    let owner = desk.owner().await;
    let ask = async |address: &str| {
        let request = desk.request(Method::GET, "/api/v1/me").header("x-forwarded-for", address);
        Answer::to(request.bearer_auth(&owner.token)).await
    };
    for _ in 0..2 {
        ask("203.0.113.1").await.ok(200);
    }
    let limited = ask("203.0.113.1").await;
    limited.problem(429, "rate_limited");
    assert_eq!(limited.header("retry-after"), "1");
    ask("203.0.113.2").await.ok(200);
}

#[tokio::test]
async fn each_answer_carries_an_id_of_its_own_and_strict_headers() {
    let desk = TestDesk::open().await;
    let mut ids = std::collections::HashSet::new();
    for path in ["/healthz", "/nothing", "/api/v1/me", "/openapi.json"] {
        let request = desk.request(Method::GET, path).header("x-request-id", "chosen-by-me");
        let answer = Answer::to(request).await;
        assert_eq!(answer.header("x-request-id").len(), 16);
        assert!(ids.insert(answer.header("x-request-id").to_owned()), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
    }
}

#[tokio::test]
async fn only_what_has_links_or_opens_windows_is_told_how() {
    let desk = TestDesk::open().await;
    for (path, policies) in [
        ("/login", ("strict-origin-when-cross-origin", "same-origin")),
        ("/nothing", ("strict-origin-when-cross-origin", "same-origin")),
        ("/openapi.json", ("", "")),
    ] {
        let answer = Answer::to(desk.request(Method::GET, path)).await;
        let told = (answer.header("referrer-policy"), answer.header("cross-origin-opener-policy"));
        assert_eq!(told, policies, "{path}");
    }
}
