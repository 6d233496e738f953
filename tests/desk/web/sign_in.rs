//! Signing in: cookie, CSRF, throttling, ends.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, TestDesk};

/// In minutes.
const DAY: u64 = 24 * 60;

async fn login(desk: &TestDesk, email: &str, password: &str, headers: &[(&'static str, &str)]) -> Answer {
    let mut request = desk.request(Method::POST, "/api/v1/login");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    Answer::to(request.json(&json!({ "email": email, "password": password }))).await
}

#[tokio::test]
async fn a_browser_gets_a_cookie_and_a_csrf_token() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let answer = login(&desk, " Mei@Example.com ", PASSWORD, &[]).await;
    let body = answer.ok(200);
    assert_eq!((&body["agent"]["id"], &body["agent"]["role"]), (&json!(owner.id), &json!("owner")));
    let cookie = answer.header("set-cookie");
    for part in ["servicedesk_session=", "; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=2592000"] {
        assert!(cookie.contains(part), "{cookie} lacks {part}");
    }
    assert!(!cookie.contains("Secure") && !cookie.contains("Domain"), "{cookie}");
    let browser = owner.sign_in().await;
    let me = browser.get("/api/v1/me").await.ok(200);
    assert_eq!(me["csrf_token"], browser.csrf);
}

#[tokio::test]
async fn the_cookie_is_secure_exactly_when_the_request_came_by_https() {
    let desk = TestDesk::open().await;
    desk.owner().await;
    for (headers, secure) in [
        (vec![], false),
        (vec![("x-forwarded-proto", "http")], false),
        (vec![("x-forwarded-proto", "https")], true),
        (vec![("x-forwarded-proto", "https"), ("x-forwarded-for", "203.0.113.9")], true),
    ] {
        let answer = login(&desk, "mei@example.com", PASSWORD, &headers).await;
        assert_eq!(answer.header("set-cookie").contains("; Secure"), secure, "{headers:?}");
    }
    let desk = TestDesk::with(|config| config.server.trusted_proxies.clear()).await;
    desk.owner().await;
    let answer = login(&desk, "mei@example.com", PASSWORD, &[("x-forwarded-proto", "https")]).await;
    assert!(!answer.header("set-cookie").contains("Secure"));
}

#[tokio::test]
async fn an_unknown_address_is_told_what_a_wrong_password_is() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    desk.disable(&colleague).await;
    let wrong = login(&desk, owner.email, "another sentence", &[]).await;
    wrong.problem(401, "invalid_credentials");
    for (email, password) in [("nobody@example.com", PASSWORD), ("", ""), (colleague.email, PASSWORD)] {
        let answer = login(&desk, email, password, &[]).await;
        assert_eq!(answer.tells(), wrong.tells(), "{email}");
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn attempts_are_counted_per_address_and_per_mail() {
    let desk = TestDesk::with(|config| {
        config.limits.login_per_minute = 1;
        config.limits.login_burst = 3;
    })
    .await;
    desk.owner().await;
    let from = |address: &'static str| [("x-forwarded-for", address)];
    for _ in 0..3 {
        login(&desk, "mei@example.com", "wrong", &from("203.0.113.1"))
            .await
            .problem(401, "invalid_credentials");
    }
    let answer = login(&desk, "mei@example.com", PASSWORD, &from("203.0.113.1")).await;
    answer.problem(429, "rate_limited");
    assert!(answer.header("retry-after").parse::<u64>().unwrap() >= 1);
    // Another mail from there, and this mail from elsewhere, in another spelling.
    login(&desk, "nobody@example.com", "wrong", &from("203.0.113.1")).await.problem(429, "rate_limited");
    login(&desk, "MEI@example.com", PASSWORD, &from("203.0.113.2")).await.problem(429, "rate_limited");
    login(&desk, "nobody@example.com", "wrong", &from("203.0.113.3"))
        .await
        .problem(401, "invalid_credentials");
}

#[tokio::test]
async fn writes_by_cookie_need_the_token_of_this_sign_in() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (browser, other) = (owner.sign_in().await, owner.sign_in().await);
    let away = json!({ "state": "away" });
    let path = "/api/v1/agents/me/availability";
    for wrong in ["", "nonsense", other.csrf.as_str()] {
        browser.call_with(wrong, Method::PUT, path, &away).await.problem(403, "csrf");
    }
    let bare = desk.request(Method::PUT, path).header("cookie", browser.cookie()).json(&away);
    Answer::to(bare).await.problem(403, "csrf");
    browser.call(Method::PUT, path, &away).await.ok(200);
    // A request with a token is judged by it alone.
    let both = || desk.request(Method::PUT, path).header("cookie", browser.cookie()).json(&away);
    Answer::to(both().bearer_auth(&owner.token)).await.ok(200);
    Answer::to(both().bearer_auth("sd_forged")).await.problem(401, "unauthenticated");
    Answer::to(both().header("authorization", "Basic bWVpOng=")).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn signing_out_takes_the_cookie_away() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (here, there) = (owner.sign_in().await, owner.sign_in().await);
    let cookie = here.cookie();
    let answer = here.call(Method::POST, "/api/v1/logout", &json!({})).await;
    answer.ok(204);
    assert!(answer.header("set-cookie").contains("Max-Age=0"), "{}", answer.header("set-cookie"));
    let again = desk.request(Method::GET, "/api/v1/me").header("cookie", cookie);
    Answer::to(again).await.problem(401, "unauthenticated");
    there.get("/api/v1/me").await.ok(200);
    there.call(Method::POST, "/api/v1/logout-everywhere", &json!({})).await.ok(204);
    there.get("/api/v1/me").await.problem(401, "unauthenticated");
    owner.get("/api/v1/me").await.ok(200);
    owner.post("/api/v1/logout", &json!({})).await.ok(204);
    owner.get("/api/v1/me").await.ok(200);
}

#[tokio::test]
async fn a_sign_in_ends_after_a_week_unused_and_after_a_month_in_any_case() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (used, idle) = (owner.sign_in().await, owner.sign_in().await);
    let ask = async |cookie: &str| -> u16 {
        let status =
            Answer::to(desk.request(Method::GET, "/api/v1/me").header("cookie", cookie)).await.status;
        // That a browser was used is noted behind its answer.
        desk.written().await;
        status
    };
    let (used, idle): (String, String) = (used.cookie(), idle.cookie());
    desk.pass(Duration::from_mins(7 * DAY - 1));
    assert_eq!(ask(&used).await, 200);
    desk.pass(Duration::from_mins(1));
    assert_eq!(ask(&idle).await, 401);
    for _ in 0..3 {
        assert_eq!(ask(&used).await, 200);
        // Uses are noted every five minutes.
        desk.pass(Duration::from_mins(7 * DAY - 6));
    }
    assert_eq!(ask(&used).await, 200);
    desk.pass(Duration::from_hours(49));
    assert_eq!(ask(&used).await, 401);
}

#[tokio::test]
async fn no_foreign_page_signs_its_reader_in() {
    let desk = TestDesk::open().await;
    desk.owner().await;
    let foreign = [("origin", "https://anywhere.example")];
    login(&desk, "mei@example.com", PASSWORD, &foreign).await.problem(403, "forbidden");
    let own = desk.origin().to_owned();
    login(&desk, "mei@example.com", PASSWORD, &[("origin", &own)]).await.ok(200);
}

#[tokio::test]
async fn a_socket_needs_a_session_token_and_reads_no_cookie() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let browser = owner.sign_in().await;
    let answer = browser.call(Method::POST, "/api/v1/im/session", &json!({})).await.ok(200);
    assert_eq!(answer["session_expires_at"], "2026-03-01T09:00:00.000Z");
    for other in [owner.token.as_str(), browser.cookie().split_once('=').unwrap().1] {
        let mut link = desk.knock().await;
        link.greet(other, json!({})).await;
        assert_eq!(link.expect("error").await["code"], "unauthenticated");
    }
    let body: Value = json!({ "key": desk.key });
    let with_cookie =
        desk.request(Method::POST, "/widget/v1/session").header("cookie", browser.cookie()).json(&body);
    assert_eq!(Answer::to(with_cookie).await.header("set-cookie"), "");
}
