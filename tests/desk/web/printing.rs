//! A conversation on paper: what the customer sees, or with notes, for whoever may read it.

use reqwest::Method;
use serde_json::json;

use crate::support::{TestDesk, said};

#[tokio::test]
async fn a_page_for_paper_has_what_was_said_and_notes_where_they_are_asked_for() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (mut link, id) = desk.visitor().await.begin("<b>it broke</b> & leaks").await;
    link.post("more", id.as_str(), "my address").await;
    owner.reply(&id, "A new one is on its way").await;
    owner.act(&id, "messages", json!({ "content": said("third time"), "note": true })).await.ok(201);
    owner.act(&id, "labels", json!({ "labels": ["broken"] })).await.ok(200);
    let stranger = desk.get(&format!("/print/{id}")).await;
    assert_eq!(
        (stranger.status, stranger.header("location")),
        (303, format!("/login?next=%2Fprint%2F{id}").as_str())
    );
    let browser = owner.sign_in().await;
    let page = browser.get(&format!("/print/{id}")).await.text;
    for words in ["&#60;b&#62;it broke", "A new one is on its way", "my address", "2026-03-01"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for words in ["third time", "broken</dd>"] {
        assert!(!page.contains(words), "{words} is for the team");
    }
    let page = browser.get(&format!("/print/{id}?notes=1")).await.text;
    for words in ["third time", "broken</dd>"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    browser.get("/print/c_0000000000001").await.problem(404, "not_found");
    browser.get("/print/x").await.problem(404, "not_found");
    browser.call(Method::PATCH, "/api/v1/me", &json!({ "locale": "en" })).await.ok(200);
    assert!(browser.get(&format!("/print/{id}")).await.text.contains("Print or save as PDF"));
}
