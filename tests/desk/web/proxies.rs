//! Behind a proxy: what it says is believed only from those that are trusted.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, TestDesk};

/// The desk's own origin as it sees it from a request with these headers.
async fn origin(desk: &TestDesk, token: &str, headers: &[(&'static str, &str)]) -> String {
    let mut request = desk.request(Method::GET, "/api/v1/me").bearer_auth(token);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let me: Value = Answer::to(request).await.ok(200);
    let tag = me["widget"]["tag"].as_str().unwrap();
    tag.split('"').nth(1).unwrap().trim_end_matches("/w.js").to_owned()
}

#[tokio::test]
async fn a_trusted_proxy_says_the_scheme_and_passes_the_host_on() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for (headers, expected) in [
        (vec![], desk.origin()),
        (vec![("host", "desk.example.com")], "http://desk.example.com"),
        (vec![("host", "desk.example.com"), ("x-forwarded-proto", "https")], "https://desk.example.com"),
        // Proxies that do not know the header pass it on as a stranger wrote it.
        (vec![("host", "desk.example.com"), ("x-forwarded-host", "evil.example")], "http://desk.example.com"),
        (vec![("host", "desk.example.com\"><script>")], "http://localhost"),
    ] {
        assert_eq!(origin(&desk, &owner.token, &headers).await, expected, "{headers:?}");
    }
}

#[tokio::test]
async fn anybody_else_is_not_believed() {
    let desk =
        TestDesk::with(|config| config.server.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()]).await;
    let owner = desk.owner().await;
    let said = [("x-forwarded-proto", "https"), ("x-forwarded-host", "evil.example")];
    assert_eq!(origin(&desk, &owner.token, &said).await, desk.origin());
}

#[tokio::test]
async fn a_configured_address_wins() {
    let desk =
        TestDesk::with(|config| config.server.public_url = "https://desk.example.com".parse().unwrap()).await;
    let owner = desk.owner().await;
    let said = [("host", "other.example"), ("x-forwarded-proto", "http")];
    assert_eq!(origin(&desk, &owner.token, &said).await, "https://desk.example.com");
}

#[tokio::test]
async fn the_client_is_the_last_address_that_no_trusted_proxy_has() {
    let limited = |trusted: &'static [&'static str]| {
        TestDesk::with(move |config| {
            config.server.trusted_proxies = trusted.iter().map(|network| network.parse().unwrap()).collect();
            config.limits.session_burst = 1;
            config.limits.session_per_second = 1;
        })
    };
    let come = async |desk: &TestDesk, chain: &[&str]| -> u16 {
        let mut request = desk.request(Method::POST, "/widget/v1/session").json(&json!({ "key": desk.key }));
        for line in chain {
            request = request.header("x-forwarded-for", *line);
        }
        Answer::to(request).await.status
    };
    let desk = limited(&["127.0.0.1", "10.0.0.0/8"]).await;
    assert_eq!(come(&desk, &["203.0.113.1"]).await, 200);
    // The same client, whatever it claims in front and however many proxies follow.
    assert_eq!(come(&desk, &["198.51.100.7, 203.0.113.1"]).await, 429);
    assert_eq!(come(&desk, &["203.0.113.1, 10.1.2.3"]).await, 429);
    assert_eq!(come(&desk, &["198.51.100.7", "203.0.113.1, 10.1.2.3", "10.9.9.9"]).await, 429);
    assert_eq!(come(&desk, &["203.0.113.2"]).await, 200);
    assert_eq!(come(&desk, &["2001:db8::1"]).await, 200);
    assert_eq!(come(&desk, &["2001:db8::ffff:1"]).await, 429, "the same network");
    assert_eq!(come(&desk, &["2001:db8:0:1::1"]).await, 200);
    // Without any word it is the peer itself; words of one who is not trusted count for nothing.
    let desk = limited(&[]).await;
    assert_eq!(come(&desk, &["203.0.113.1"]).await, 200);
    assert_eq!(come(&desk, &["203.0.113.2"]).await, 429);
}
