//! Signing in: cookie, CSRF, throttling, ends.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, TestDesk};

/// Minutes of a day.
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
    let lines = answer.headers("set-cookie");
    let cookie = lines.iter().find(|line| line.starts_with("servicedesk_session=")).unwrap();
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

/// A desk that takes three tries of one address for one e-mail, five of one address, eight of all for one e-mail.
async fn strict() -> TestDesk {
    TestDesk::with(|config| {
        let limits = &mut config.limits;
        (limits.login_per_minute, limits.login_burst) = (1, 3);
        (limits.login_address_per_minute, limits.login_address_burst) = (1, 5);
        (limits.login_account_per_minute, limits.login_account_burst) = (1, 8);
    })
    .await
}

#[tokio::test]
async fn nobody_uses_up_the_tries_of_another() {
    let desk = strict().await;
    desk.owner().await;
    let from = |address: &'static str| [("x-forwarded-for", address)];
    let wrong =
        async |email: &'static str, address: &'static str| login(&desk, email, "wrong", &from(address)).await;
    for _ in 0..3 {
        wrong("mei@example.com", "203.0.113.1").await.problem(401, "invalid_credentials");
    }
    let answer = wrong("MEI@example.com", "203.0.113.1").await;
    answer.problem(429, "rate_limited");
    assert!(answer.header("retry-after").parse::<u64>().unwrap() >= 1);
    // The address has one try left, for another e-mail; a network of IPv6 is one address.
    wrong("nobody@example.com", "203.0.113.1").await.problem(401, "invalid_credentials");
    wrong("nobody@example.com", "203.0.113.1").await.problem(429, "rate_limited");
    for address in ["2001:db8::1", "2001:db8::2", "2001:db8::3"] {
        wrong("mei@example.com", address).await.problem(401, "invalid_credentials");
    }
    wrong("mei@example.com", "2001:db8::4").await.problem(429, "rate_limited");
    // The right password from elsewhere is not held up by any of it.
    login(&desk, "mei@example.com", PASSWORD, &from("203.0.113.2")).await.ok(200);
}

#[tokio::test]
async fn a_browser_that_signed_in_before_has_tries_of_its_own() {
    let desk = strict().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let first = login(&desk, owner.email, PASSWORD, &[]).await;
    let device = cookie(&first, "servicedesk_device");
    assert!(first.headers("set-cookie").iter().any(|line| line.starts_with("servicedesk_device=")
        && ["; HttpOnly", "; SameSite=Strict", "; Path=/"].iter().all(|part| line.contains(part))));
    // It opens nothing.
    let alone = desk.request(Method::GET, "/api/v1/me").header("cookie", &device);
    Answer::to(alone).await.problem(401, "unauthenticated");
    // Everybody else guesses from everywhere.
    for n in 1..=9 {
        let address = format!("198.51.100.{n}");
        login(&desk, owner.email, "wrong", &[("x-forwarded-for", &address)]).await;
    }
    let elsewhere = [("x-forwarded-for", "203.0.113.9")];
    login(&desk, owner.email, PASSWORD, &elsewhere).await.problem(429, "rate_limited");
    let known = [elsewhere[0], ("cookie", device.as_str())];
    let again = login(&desk, owner.email, PASSWORD, &known).await;
    again.ok(200);
    assert_eq!(cookie(&again, "servicedesk_device"), device, "it stays the same browser");
    // Known as this agent, not as another; and its own tries end, too.
    let other = [("x-forwarded-for", "198.51.100.1"), ("cookie", device.as_str())];
    for _ in 0..3 {
        login(&desk, colleague.email, "wrong", &other).await.problem(401, "invalid_credentials");
    }
    login(&desk, colleague.email, "wrong", &other).await.problem(429, "rate_limited");
    for _ in 0..2 {
        login(&desk, owner.email, "wrong", &known).await.problem(401, "invalid_credentials");
    }
    login(&desk, owner.email, PASSWORD, &known).await.problem(429, "rate_limited");
}

#[tokio::test]
async fn signing_out_everywhere_forgets_known_browsers_and_made_up_ones_are_never_known() {
    let desk = strict().await;
    let owner = desk.owner().await;
    let device = cookie(&login(&desk, owner.email, PASSWORD, &[]).await, "servicedesk_device");
    let browser = owner.sign_in().await;
    browser.call(Method::POST, "/api/v1/logout-everywhere", &json!({})).await.ok(204);
    for cookie in [device.as_str(), "servicedesk_device=made-up", "servicedesk_device="] {
        for n in 1..=9 {
            let address = format!("198.51.100.{n}");
            login(&desk, owner.email, "wrong", &[("x-forwarded-for", &address), ("cookie", cookie)]).await;
        }
        let there = [("x-forwarded-for", "203.0.113.9"), ("cookie", cookie)];
        login(&desk, owner.email, PASSWORD, &there).await.problem(429, "rate_limited");
    }
}

#[tokio::test]
async fn a_flood_of_wrong_passwords_works_in_two_memories() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let tries =
        (0..30).map(|n| {
            let (desk, email) = (&desk, owner.email);
            async move {
                login(desk, email, "wrong", &[("x-forwarded-for", &format!("203.0.113.{n}"))]).await.status
            }
        });
    let told = futures_util::future::join_all(tries).await;
    assert!(told.iter().all(|status| *status == 401), "{told:?}");
    assert!(desk.inside().hashing.memories() <= 2, "{} were taken", desk.inside().hashing.memories());
}

#[tokio::test]
async fn signing_in_again_ends_what_this_browser_was_signed_in_as() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (here, there) = (owner.sign_in().await.cookie(), owner.sign_in().await);
    login(&desk, colleague.email, "wrong", &[("cookie", &here)]).await.problem(401, "invalid_credentials");
    let ask = async || Answer::to(desk.request(Method::GET, "/api/v1/me").header("cookie", &here)).await;
    ask().await.ok(200);
    login(&desk, colleague.email, PASSWORD, &[("cookie", &here)]).await.ok(200);
    ask().await.problem(401, "unauthenticated");
    there.get("/api/v1/me").await.ok(200);
}

#[tokio::test]
async fn on_https_cookies_are_bound_to_the_host_and_browsers_to_https() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let https = ("x-forwarded-proto", "https");
    let answer = login(&desk, owner.email, PASSWORD, &[https]).await;
    assert_eq!(answer.header("strict-transport-security"), "max-age=15552000");
    let session = cookie(&answer, "__Host-servicedesk_session");
    cookie(&answer, "__Host-servicedesk_device");
    let ask = async |cookie: &str, secure: bool| {
        let mut request = desk.request(Method::GET, "/api/v1/me").header("cookie", cookie);
        if secure {
            request = request.header(https.0, https.1);
        }
        Answer::to(request).await
    };
    ask(&session, true).await.ok(200);
    // A neighbour below the same domain can set the plain name, never the other.
    let planted = session.replace("__Host-", "");
    ask(&planted, true).await.problem(401, "unauthenticated");
    assert_eq!(ask(&planted, false).await.header("strict-transport-security"), "");
}

/// One of the cookies that an answer sets, as a browser sends it back.
fn cookie(answer: &Answer, name: &str) -> String {
    let lines = answer.headers("set-cookie");
    let line = lines.iter().find(|line| line.starts_with(&format!("{name}="))).expect(name);
    line.split_once(';').unwrap().0.to_owned()
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
