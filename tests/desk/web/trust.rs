//! What a page or a customer says is kept apart from what the shop proves and the team writes down.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, TestDesk, Visitor, hash, signed};

async fn row(agent: &Agent, conversation: &str) -> Value {
    agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)
}

#[tokio::test]
async fn a_page_neither_takes_the_teams_labels_off_nor_learns_of_them() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("hello").await;
    let path = format!("/widget/v1/conversations/{conversation}/labels");
    let labels = async || row(&owner, &conversation).await["labels"].clone();
    owner.act(&conversation, "labels", json!({ "labels": ["fraud", "regular"] })).await.ok(200);
    link.expect("entry").await;

    let ask = async |body: Value| visitor.post(&path, &body).await.tells();
    let there = ask(json!({ "remove": ["fraud"] })).await;
    let absent = ask(json!({ "remove": ["never given"] })).await;
    assert_eq!(there, absent, "the same answer whether it is there or not");
    assert_eq!(there.0, 204);
    assert_eq!(labels().await, json!(["fraud", "regular"]));

    // What a page adds is its own, with the same answer and the same entry whatever the team gave.
    let same = ask(json!({ "add": ["fraud"] })).await;
    let entry = link.expect("entry").await;
    let other = ask(json!({ "add": ["vip"] })).await;
    assert_eq!((same, &entry["kind"]), (other, &json!("hidden")));
    link.expect("entry").await;
    assert_eq!(labels().await, json!(["fraud", "regular", "vip"]), "a name stands there once");
    ask(json!({ "remove": ["fraud", "vip", "regular"] })).await;
    link.expect("entry").await;
    assert_eq!(labels().await, json!(["fraud", "regular"]), "the team's own stay");
    ask(json!({ "remove": ["fraud", "vip", "regular"] })).await;
    link.silent().await;

    // The team sees and removes what a page gave; a list that is sent back as it was leaves it the page's.
    ask(json!({ "add": ["vip"] })).await;
    owner.act(&conversation, "labels", json!({ "labels": ["fraud", "vip"] })).await.ok(200);
    ask(json!({ "remove": ["vip"] })).await;
    assert_eq!(labels().await, json!(["fraud"]));
    ask(json!({ "add": ["vip"] })).await;
    owner.act(&conversation, "labels", json!({ "labels": ["fraud"] })).await.ok(200);
    assert_eq!(labels().await, json!(["fraud"]));

    // As many as a page may give, however many the team gave.
    let many: Vec<String> = (0..20).map(|n| format!("label {n}")).collect();
    assert_eq!(ask(json!({ "add": many })).await.0, 204);
    assert_eq!(labels().await.as_array().map(Vec::len), Some(21));
}

#[tokio::test]
async fn what_stood_there_before_is_the_teams() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("hello").await;
    let path = format!("/widget/v1/conversations/{conversation}/labels");
    visitor.post(&path, &json!({ "add": ["fraud"] })).await.ok(204);
    desk.inside()
        .db
        .write(|unit| {
            // As the migration leaves what it finds.
            unit.conn().write("UPDATE conversation_labels SET by_team = 1", &[])?;
            Ok(())
        })
        .await
        .unwrap();
    visitor.post(&path, &json!({ "remove": ["fraud"] })).await.ok(204);
    assert_eq!(row(&owner, &conversation).await["labels"], json!(["fraud"]));
}

/// A token that vouches for more than the id.
fn token(desk: &TestDesk, claims: &Value) -> Value {
    let mut all = json!({ "sub": "u-1", "exp": desk.now().0 / 1_000 + 3_600 });
    all.as_object_mut().unwrap().extend(claims.as_object().unwrap().clone());
    json!({ "token": signed(&json!({ "alg": "HS256" }), &all, &desk.secret) })
}

#[tokio::test]
async fn what_is_proven_and_what_is_said_stand_apart() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let vouched = token(&desk, &json!({ "name": "李娜", "email": "lina@shop.example" }));
    let customer = Visitor::come(&desk, vouched).await;
    let (_link, conversation) = customer.begin("hello").await;
    let path =
        format!("/api/v1/contacts/{}", row(&owner, &conversation).await["contact"]["id"].as_str().unwrap());
    let told = async || owner.get(&path).await.ok(200);

    // A hash proves the id and nothing beside it.
    let claim = json!({ "id": "u-1", "hash": hash(&desk, "u-1"), "name": "The owner", "phone": "110" });
    Visitor::come(&desk, claim).await;
    let answers = json!({ "name": "Boss", "email": "boss@evil.example" });
    customer.post("/widget/v1/profile", &answers).await.ok(204);
    let contact = told().await;
    assert_eq!(
        (&contact["name"], &contact["email"], &contact["phone"]),
        (&json!("李娜"), &json!("lina@shop.example"), &json!("110"))
    );
    assert_eq!(contact["sources"], json!({ "name": "proven", "email": "proven", "phone": "said" }));
    assert_eq!(
        contact["known"]["said"],
        json!({ "name": "Boss", "email": "boss@evil.example", "phone": "110" })
    );
    assert_eq!(
        contact["known"]["proven"],
        json!({ "name": "李娜", "email": "lina@shop.example", "phone": null })
    );
    let shown = row(&owner, &conversation).await["contact"].clone();
    assert_eq!((&shown["name"], &shown["name_source"]), (&json!("李娜"), &json!("proven")));

    // The team's word goes before what was said, and never before what is proven.
    let change = json!({ "name": "Li Na", "phone": "138" });
    let contact = owner.call(Method::PATCH, &path, &change).await.ok(200);
    assert_eq!((&contact["name"], &contact["phone"]), (&json!("李娜"), &json!("138")));
    assert_eq!(contact["sources"], json!({ "name": "proven", "email": "proven", "phone": "team" }));
    customer.post("/widget/v1/profile", &json!({ "phone": "119" })).await.ok(204);
    assert_eq!(told().await["phone"], "138");
    // Clearing takes the team's and what was said.
    let contact = owner.call(Method::PATCH, &path, &json!({ "name": null, "phone": null })).await.ok(200);
    assert_eq!((&contact["name"], &contact["phone"]), (&json!("李娜"), &json!(null)));
    assert_eq!(
        contact["known"]["said"],
        json!({ "name": null, "email": "boss@evil.example", "phone": null })
    );
    assert_eq!(contact["known"]["team"], json!({ "name": null, "email": null, "phone": null }));

    // A newer token counts; what it does not name stays.
    Visitor::come(&desk, token(&desk, &json!({ "name": "李娜娜" }))).await;
    let contact = told().await;
    assert_eq!((&contact["name"], &contact["email"]), (&json!("李娜娜"), &json!("lina@shop.example")));
    // Everything is found by, shown or not.
    for query in ["boss@evil", "李娜娜", "u-1"] {
        assert_eq!(owner.all(&format!("/api/v1/contacts?q={query}")).await.len(), 1, "{query}");
    }
}

#[tokio::test]
async fn what_was_known_before_somebody_proved_who_they_are_comes_along() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = Visitor::come(&desk, json!({ "name": "Nana" })).await;
    let (_link, conversation) = visitor.begin("hello").await;
    let path = async || {
        let row = row(&owner, &conversation).await;
        format!("/api/v1/contacts/{}", row["contact"]["id"].as_str().unwrap())
    };
    let notes = json!({ "city": "杭州", "note": "likes oolong", "phone": "138" });
    owner.call(Method::PATCH, &path().await, &notes).await.ok(200);
    visitor.come_back(&desk, token(&desk, &json!({ "name": "李娜" }))).await;
    let contact = owner.get(&path().await).await.ok(200);
    assert_eq!((&contact["name"], &contact["known"]["said"]["name"]), (&json!("李娜"), &json!("Nana")));
    assert_eq!((&contact["city"], &contact["note"]), (&json!("杭州"), &json!("likes oolong")));
    assert_eq!((&contact["phone"], &contact["sources"]["phone"]), (&json!("138"), &json!("team")));
}
