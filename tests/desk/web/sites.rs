//! Which sites may call, and what their browsers are told.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, Answer, TestDesk};

async fn allow(owner: &Agent, sites: Value) -> Answer {
    owner
        .call(Method::PUT, "/api/v1/widgets/default/allowed-origins", &json!({ "allowed_origins": sites }))
        .await
}

async fn come(desk: &TestDesk, origin: Option<&str>) -> Answer {
    let mut request = desk.request(Method::POST, "/widget/v1/session").json(&json!({ "key": desk.key }));
    if let Some(origin) = origin {
        request = request.header("origin", origin);
    }
    Answer::to(request).await
}

#[tokio::test]
async fn an_empty_list_allows_every_site() {
    let desk = TestDesk::open().await;
    let answer = come(&desk, Some("https://anywhere.example")).await;
    answer.ok(200);
    assert_eq!(answer.header("access-control-allow-origin"), "https://anywhere.example");
    assert!(answer.headers.get_all("vary").iter().any(|value| value == "Origin"));
    // No cookie is read there, so that a page whose `fetch` sends them may.
    assert_eq!(answer.header("access-control-allow-credentials"), "true");
}

#[tokio::test]
async fn a_list_allows_its_sites_the_desk_itself_and_callers_without_a_page() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let kept = allow(&owner, json!(["https://www.shop.cn/", "*.Shop.cn", " ", "http://localhost:8000"]))
        .await
        .ok(200);
    assert_eq!(kept["allowed_origins"], json!(["https://www.shop.cn", "*.shop.cn", "http://localhost:8000"]));
    let own = desk.origin().to_owned();
    for origin in [
        None,
        Some(own.as_str()),
        Some("https://www.shop.cn"),
        Some("http://a.b.shop.cn"),
        Some("http://localhost:8000"),
    ] {
        let answer = come(&desk, origin).await;
        answer.ok(200);
        assert_eq!(answer.header("access-control-allow-origin"), origin.unwrap_or_default());
    }
    for origin in
        ["https://shop.cn", "https://www.shop.cn.evil.io", "http://localhost:8001", "null", "nonsense"]
    {
        let answer = come(&desk, Some(origin)).await;
        answer.problem(403, "forbidden");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{origin}");
        let boot = desk.request(Method::GET, &format!("/w/boot?k={}", desk.key)).header("origin", origin);
        Answer::to(boot).await.problem(403, "forbidden");
    }
}

#[tokio::test]
async fn an_allowed_site_can_read_why_it_was_refused() {
    let desk = TestDesk::open().await;
    let request = desk
        .request(Method::POST, "/widget/v1/session")
        .header("origin", "https://shop.example")
        .json(&json!({ "key": desk.key, "visitor_token": "vt_unknown" }));
    let answer = Answer::to(request).await;
    answer.problem(401, "invalid_visitor_token");
    assert_eq!(answer.header("access-control-allow-origin"), "https://shop.example");
}

#[tokio::test]
async fn browsers_may_ask_before_they_send() {
    let desk = TestDesk::open().await;
    for path in [
        "/w/boot?k=pk_1",
        "/widget/v1/session",
        "/widget/v1/messages/m_1",
        "/widget/v1/conversations/c_1/rate",
    ] {
        let request = desk
            .request(Method::OPTIONS, path)
            .header("origin", "https://shop.example")
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "authorization,content-type,traceparent,x-posthog-id");
        let answer = Answer::to(request).await;
        assert_eq!(answer.status, 204, "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "https://shop.example");
        assert!(answer.header("access-control-allow-methods").contains("PATCH"));
        assert!(answer.header("access-control-allow-headers").contains("authorization"));
        assert!(answer.header("access-control-allow-headers").contains("traceparent,x-posthog-id"));
        assert_eq!(answer.header("access-control-allow-credentials"), "true");
    }
    // Files are also for the workbench, whose cookie is read there.
    let request = desk.request(Method::OPTIONS, "/files/v1/uploads").header("origin", "https://shop.example");
    let answer = Answer::to(request.header("access-control-request-headers", "x")).await;
    assert_eq!(answer.header("access-control-allow-credentials"), "");
}

#[tokio::test]
async fn an_isolated_page_can_show_the_frame_and_the_scripts() {
    let desk = TestDesk::open().await;
    let frame = desk.get(&format!("/w/frame?k={}", desk.key)).await;
    assert_eq!(frame.header("cross-origin-embedder-policy"), "require-corp");
    for path in [format!("/w/frame?k={}", desk.key), format!("/w/boot?k={}", desk.key), "/w.js".to_owned()] {
        assert_eq!(desk.get(&path).await.header("cross-origin-resource-policy"), "cross-origin", "{path}");
    }
}

#[tokio::test]
async fn shared_caches_learn_what_the_loader_depends_on() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let varies = async || {
        let answer = desk.get("/w.js").await;
        answer.headers.get_all("vary").iter().any(|value| value == "referer")
    };
    assert!(!varies().await, "the same for every site");
    allow(&owner, json!(["https://www.shop.cn"])).await.ok(200);
    assert!(varies().await);
}

#[tokio::test]
async fn the_api_of_agents_answers_no_foreign_page() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let request = desk
        .request(Method::GET, "/api/v1/me")
        .bearer_auth(&owner.token)
        .header("origin", "https://anywhere.example");
    let answer = Answer::to(request).await;
    answer.ok(200);
    assert_eq!(answer.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn only_sites_can_be_listed_and_only_by_who_manages() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    for wrong in [
        json!(["*"]),
        json!(["ftp://shop.cn"]),
        json!(["shop.cn/path"]),
        json!(["a b"]),
        json!(["*.com"]),
        json!(["*.com.cn"]),
        json!(vec!["a.cn"; 51]),
    ] {
        assert_eq!(allow(&owner, wrong).await.wrong_field(), "allowed_origins");
    }
    allow(&colleague, json!([])).await.problem(403, "forbidden");
    let path = "/api/v1/widgets/unknown/allowed-origins";
    owner.call(Method::PUT, path, &json!({ "allowed_origins": [] })).await.problem(404, "not_found");
}

#[tokio::test]
async fn the_frame_names_the_sites_that_may_hold_it() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    allow(&owner, json!(["https://www.shop.cn", "*.tea.cn"])).await.ok(200);
    let frame = desk.get(&format!("/w/frame?k={}", desk.key)).await;
    assert_eq!(frame.status, 200);
    let policy = frame.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'self' https://www.shop.cn *.tea.cn;"), "{policy}");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    desk.get("/w/frame?k=pk_wrong").await.problem(404, "not_found");
    desk.get("/w/frame").await.problem(404, "not_found");
}

#[tokio::test]
async fn the_closed_widget_gets_what_it_shows_and_caches_it() {
    let desk = TestDesk::open().await;
    let path = format!("/w/boot?k={}&locale=en", desk.key);
    let answer = desk.get(&path).await;
    let boot = answer.ok(200);
    assert_eq!((&boot["version"], &boot["locale"]), (&json!(1), &json!("en")));
    assert!(boot["frame"].as_str().unwrap().starts_with("/w/frame?k=pk_"));
    assert!(boot["texts"]["unread.other"].as_str().unwrap().contains("{count}"));
    assert_eq!(answer.header("cache-control"), "public, max-age=60");
    let again = desk.request(Method::GET, &path).header("if-none-match", answer.header("etag"));
    assert_eq!(Answer::to(again).await.status, 304);
    desk.get("/w/boot?k=pk_wrong").await.problem(404, "not_found");
    // No cookie is read or set on the way.
    assert_eq!(answer.header("set-cookie"), "");
}

#[tokio::test]
async fn set_up_learns_on_which_page_the_widget_was_seen() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let boot = async |referer: String| {
        let path = format!("/w/boot?k={}", desk.key);
        Answer::to(desk.request(Method::GET, &path).header("referer", referer)).await.ok(200);
        // Written behind the answer: the next write stands behind it.
        desk.written().await;
        owner.get("/api/v1/setup/seen").await.ok(200)["seen"].clone()
    };
    assert_eq!(boot(desk.address("/demo")).await, json!(null));
    for page in
        ["http://127.0.0.1:5500/", "http://localhost/shop", "javascript:alert(1)", "file:///tmp/a.html"]
    {
        assert_eq!(boot(page.into()).await, json!(null), "{page}");
    }
    let page = "https://www.shop.cn/tea/17";
    assert_eq!(boot(page.into()).await, json!({ "url": page, "at": "2026-03-01T08:00:00.000Z" }));
    assert_eq!(owner.get("/api/v1/me").await.ok(200)["widget"]["seen"]["url"], page);
}
