//! What cannot be seen, and what looks like something else, at every door.

use reqwest::Method;
use serde_json::json;

use crate::support::{TestDesk, Visitor, said, send};

const NOTHING: &str = "\u{200b}\u{3164}\u{2060}";

#[tokio::test]
async fn what_nobody_can_see_is_empty() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = Visitor::come(&desk, json!({ "name": NOTHING, "email": "a\u{202e}@b.cn" })).await;
    let (mut link, conversation) = visitor.begin("hello").await;
    link.say(&send("m-1", conversation.as_str(), NOTHING)).await;
    let refused = link.expect("refused").await;
    assert_eq!(refused["code"], "invalid", "{refused}");
    let by_rest = owner.act(&conversation, "messages", json!({ "content": said(NOTHING) })).await;
    assert_eq!(by_rest.wrong_field(), "content.text");
    let label = owner.act(&conversation, "labels", json!({ "labels": [NOTHING] })).await;
    assert_eq!(label.wrong_field(), "labels");
    let me = format!("/api/v1/agents/{}", owner.id);
    assert_eq!(owner.call(Method::PATCH, &me, &json!({ "name": NOTHING })).await.wrong_field(), "name");
    let invited = json!({ "email": "mei@b.cn\u{200b}", "name": "Mei", "role": "agent" });
    let invited = owner.sign_in().await.call(Method::POST, "/api/v1/agents/invitations", &invited).await;
    assert_eq!(invited.wrong_field(), "email");
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    assert_eq!(row["contact"]["name"], json!(null), "a name that nobody can see is none");
    let contact = owner.all("/api/v1/contacts?q=b.cn").await.remove(0);
    assert_eq!(contact["email"], "a@b.cn", "nothing turns an address around");
}

#[tokio::test]
async fn labels_that_look_alike_are_one() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("hello").await;
    let labels =
        async || owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)["labels"].clone();
    let alike = json!({ "labels": ["Case", "case", "CASE", "caf\u{e9}", "cafe\u{301}"] });
    owner.act(&conversation, "labels", alike).await.ok(200);
    assert_eq!(labels().await, json!(["Case", "café"]), "the first spelling counts");
    let catalogue = owner.get("/api/v1/labels").await.ok(200);
    assert_eq!(catalogue["items"].as_array().map(Vec::len), Some(2), "{catalogue}");
    owner.post("/api/v1/labels", &json!({ "name": "cAsE" })).await.problem(409, "label_taken");
    // Elsewhere the spelling of the catalogue is taken, whoever gives it.
    let path = format!("/widget/v1/conversations/{conversation}/labels");
    visitor.post(&path, &json!({ "add": ["ＣＡＳＥ", "CAFÉ", "Vip", "VIP"] })).await.ok(204);
    assert_eq!(labels().await, json!(["Case", "café", "Vip"]));
    visitor.post(&path, &json!({ "remove": ["vIP"] })).await.ok(204);
    assert_eq!(labels().await, json!(["Case", "café"]));
    let unlabel = json!({ "action": "unlabel", "ids": [conversation], "labels": ["CASE"] });
    owner.post("/api/v1/conversations/bulk", &unlabel).await.ok(200);
    assert_eq!(labels().await, json!(["café"]));
    // One's own spelling may change.
    let id = catalogue["items"].as_array().unwrap().iter().find(|one| one["name"] == "café").unwrap()["id"]
        .clone();
    let path = format!("/api/v1/labels/{}", id.as_str().unwrap());
    owner.call(Method::PATCH, &path, &json!({ "name": "Café" })).await.ok(200);
    assert_eq!(labels().await, json!(["Café"]));
}
