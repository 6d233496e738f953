//! Customers, looked up and erased.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

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

#[tokio::test]
async fn what_an_agent_learnt_is_written_down() {
    let desk = TestDesk::open().await;
    let colleague = desk.colleague().await;
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let row = colleague.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    let path = format!("/api/v1/contacts/{}", row["contact"]["id"].as_str().unwrap());
    let change = async |body: Value| colleague.call(Method::PATCH, &path, &body).await;
    let told = change(json!({
        "name": " 李娜 ", "email": "lina@163.com", "city": "杭州", "note": "老客\n喜欢白毫银针",
        "attributes": { "vip": true, "size": "M" },
    }))
    .await
    .ok(200);
    assert_eq!(told["name"], "李娜");
    assert_eq!(told["note"], "老客\n喜欢白毫银针");
    assert_eq!(told["verified"], false);
    assert_eq!(told["attributes"], json!({ "vip": true, "size": "M" }));
    // What is left out stays, null clears.
    let told = change(json!({ "city": null, "attributes": { "size": null } })).await.ok(200);
    assert_eq!((told["city"].clone(), told["email"].clone()), (json!(null), json!("lina@163.com")));
    assert_eq!(told["attributes"], json!({ "vip": true }));
    assert_eq!(colleague.get(&path).await.ok(200), told);
    for (body, field) in [
        (json!({ "name": "长".repeat(101) }), "name"),
        (json!({ "email": "lina163.com" }), "email"),
        (json!({ "email": "lina@163 .com" }), "email"),
        (json!({ "note": "长".repeat(2_001) }), "note"),
        (json!({ "city": 5 }), "city"),
        (json!({ "attributes": { "a": { "b": 1 } } }), "attributes.a"),
    ] {
        assert_eq!(change(body.clone()).await.wrong_field(), field, "{body}");
    }
    // All of it or nothing.
    assert_eq!(
        change(json!({ "name": "王", "attributes": { "a": [] } })).await.wrong_field(),
        "attributes.a"
    );
    assert_eq!(colleague.get(&path).await.ok(200)["name"], "李娜");
    colleague
        .call(Method::PATCH, "/api/v1/contacts/p_0000000000001", &json!({}))
        .await
        .problem(404, "not_found");
}
