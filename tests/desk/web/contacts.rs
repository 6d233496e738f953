//! Customers, looked up and erased.

use std::time::Duration;

use reqwest::Method;
use serde_json::json;

use crate::support::{TestDesk, Visitor};

#[tokio::test]
async fn contacts_are_listed_newest_first_page_by_page() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let names: Vec<String> = (0..7).map(|number| format!("客人{number}")).collect();
    for name in &names {
        desk.pass(Duration::from_secs(1));
        Visitor::come(&desk, json!({ "name": name })).await;
    }
    for limit in [1, 3, 7, 200] {
        let listed = owner.all(&format!("/api/v1/contacts?limit={limit}")).await;
        let listed: Vec<&str> = listed.iter().map(|contact| contact["name"].as_str().unwrap()).collect();
        assert_eq!(listed, names.iter().rev().collect::<Vec<_>>());
    }
    for (query, field) in
        [("limit=201", "limit"), ("cursor=x", "cursor"), (&format!("q={}", "长".repeat(101)), "q")]
    {
        assert_eq!(owner.get(&format!("/api/v1/contacts?{query}")).await.wrong_field(), field);
    }
}

#[tokio::test]
async fn they_are_found_by_name_mail_phone_and_id() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    Visitor::come(&desk, json!({ "name": "李娜 100%", "email": "li@example.com", "phone": "138_0000" }))
        .await;
    Visitor::come(&desk, json!({ "name": "王芳", "email": "wang@example.com" })).await;
    desk.customer("user-1042").await;
    for (query, expected) in [
        ("李娜", 1),
        ("EXAMPLE.com", 2),
        ("138_", 1),
        ("1042", 1),
        ("100%25", 1),
        ("%25", 1),
        ("_", 1),
        ("nobody", 0),
        ("", 3),
        ("%5C", 0),
    ] {
        let found = owner.all(&format!("/api/v1/contacts?limit=10&q={query}")).await;
        assert_eq!(found.len(), expected, "{query}");
    }
}

#[tokio::test]
async fn one_contact_comes_with_page_visits_and_conversations() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = Visitor::come(&desk, json!({ "name": "李娜" })).await;
    let (_link, conversation) = visitor.begin("在吗?").await;
    let id = owner.all("/api/v1/contacts?limit=1").await[0]["id"].as_str().unwrap().to_owned();
    let contact = owner.get(&format!("/api/v1/contacts/{id}")).await.ok(200);
    assert_eq!(
        (&contact["name"], &contact["visits"], &contact["locale"]),
        (&json!("李娜"), &json!(1), &json!("zh-CN"))
    );
    assert_eq!(contact["page"]["url"], "https://shop.example/tea");
    assert_eq!(contact["conversations"][0]["id"], conversation);
    assert_eq!(contact["last_seen_at"], "2026-03-01T08:00:00.000Z");
    for missing in ["p_0000000000001", "nonsense", conversation.as_str()] {
        owner.get(&format!("/api/v1/contacts/{missing}")).await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn only_who_manages_the_desk_erases() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, _) = desk.visitor().await.begin("在吗?").await;
    let id = owner.all("/api/v1/contacts?limit=1").await[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/contacts/{id}");
    colleague.call(Method::DELETE, &path, &json!({})).await.problem(403, "forbidden");
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    owner.call(Method::DELETE, &path, &json!({})).await.problem(404, "not_found");
    assert_eq!(owner.all("/api/v1/contacts?limit=1").await.len(), 0);
}
