//! The team: roles and seats by their rules, invitations, joining; the list of what is left to set up, demo data.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::domain::access::agent::Role;

use crate::support::{Agent, Answer, TestDesk};

fn path(id: &str) -> String {
    format!("/api/v1/agents/{id}")
}

#[tokio::test]
async fn roles_and_seats_follow_their_rules() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (owners, colleagues) = (owner.sign_in().await, colleague.sign_in().await);
    let patch = async |who: &Agent, whom: &str, body: Value| {
        let browser = if who.id == owner.id { &owners } else { &colleagues };
        browser.call(Method::PATCH, &path(whom), &body).await
    };
    // Agents change neither their own standing nor anybody's.
    patch(&colleague, &colleague.id, json!({ "role": "admin" })).await.problem(403, "forbidden");
    patch(&colleague, &colleague.id, json!({ "active": false })).await.problem(403, "forbidden");
    // The last owner stays.
    patch(&owner, &owner.id, json!({ "role": "agent" })).await.problem(422, "last_owner");
    patch(&owner, &owner.id, json!({ "active": false })).await.problem(422, "last_owner");
    assert_eq!(patch(&owner, &colleague.id, json!({ "role": "admin" })).await.ok(200)["role"], "admin");
    // Admins touch no owner and make none.
    patch(&colleague, &owner.id, json!({ "active": false })).await.problem(403, "forbidden");
    patch(&colleague, &owner.id, json!({ "name": "x" })).await.problem(403, "forbidden");
    patch(&colleague, &colleague.id, json!({ "role": "owner" })).await.problem(403, "forbidden");
    patch(&owner, &colleague.id, json!({ "role": "owner" })).await.ok(200);
    assert_eq!(patch(&owner, &owner.id, json!({ "role": "agent" })).await.ok(200)["role"], "agent");
    assert_eq!(patch(&colleague, &owner.id, json!({ "role": "boss" })).await.wrong_field(), "role");
}

#[tokio::test]
async fn who_loses_the_seat_loses_everything_and_gets_only_the_seat_back() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let browser = colleague.sign_in().await;
    let mut link = colleague.connect().await;
    let owners = owner.sign_in().await;
    let set = async |whom: &str, active: bool| {
        owners.call(Method::PATCH, &path(whom), &json!({ "active": active })).await
    };
    assert_eq!(set(&colleague.id, false).await.ok(200)["active"], false);
    assert_eq!(link.expect("session_ended").await["code"], "blocked");
    browser.get("/api/v1/me").await.problem(401, "unauthenticated");
    let third = Agent::join(&desk, "小丽", "li@example.com", Role::Agent).await;
    set(&colleague.id, true).await.problem(422, "seat_limit");
    set(&third.id, false).await.ok(200);
    assert_eq!(set(&colleague.id, true).await.ok(200)["active"], true);
    // What was ended stays ended; the password opens the desk again.
    colleague.get("/api/v1/me").await.problem(401, "unauthenticated");
    browser.get("/api/v1/me").await.problem(401, "unauthenticated");
    colleague.sign_in().await.get("/api/v1/me").await.ok(200);
}

#[tokio::test]
async fn a_new_role_reloads_the_agents_links() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let mut link = colleague.connect().await;
    let browser = owner.sign_in().await;
    browser.call(Method::PATCH, &path(&colleague.id), &json!({ "role": "admin" })).await.ok(200);
    assert_eq!(link.expect("behind").await["reason"], "rights_changed");
}

/// The token of an invitation's link.
fn token(invited: &Value) -> String {
    invited["url"].as_str().unwrap().split_once("#token=").unwrap().1.to_owned()
}

#[tokio::test]
async fn a_colleague_is_invited_and_joins() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let all = "/api/v1/agents/invitations";
    let body = json!({ "email": "Wang@example.com", "name": "小王", "role": "agent" });
    let browser = owner.sign_in().await;
    let invite = async |body: &Value| browser.call(Method::POST, all, body).await;
    let first = invite(&body).await.ok(201);
    let invited = invite(&body).await.ok(201);
    assert_eq!(invited["expires_at"], "2026-03-08T08:00:00.000Z");
    assert!(invited["url"].as_str().unwrap().starts_with(&format!("{}/join#token=", desk.origin())));
    let listed = owner.get(all).await.ok(200)["items"].clone();
    assert_eq!((listed.as_array().unwrap().len(), &listed[0]["id"]), (1, &invited["id"]));
    assert!(listed[0].get("url").is_none());
    // The link that is out holds the last seat.
    let another = json!({ "email": "li@example.com", "role": "agent" });
    invite(&another).await.problem(422, "seat_limit");

    let join = |token: &str, password: &str| json!({ "token": token, "name": " 王小明 ", "password": password, "locale": "en" });
    let strong = "two pots of oolong";
    let gone = desk.post("/api/v1/join", &join(&token(&first), strong)).await;
    gone.problem(401, "invalid_invitation");
    assert_eq!(desk.get(&format!("/join?token={}", token(&first))).await.status, 410);
    // The page of a link that says nothing to the server; its script asks whom the link is for.
    let page = desk.get("/join").await;
    assert!(page.status == 200 && !page.text.contains("Wang@example.com"));
    let check = |token: &str| json!({ "token": token });
    let whom = desk.post("/api/v1/join/check", &check(&token(&invited))).await.ok(200);
    assert_eq!(whom, json!({ "email": "Wang@example.com", "name": "小王" }));
    desk.post("/api/v1/join/check", &check(&token(&first))).await.problem(401, "invalid_invitation");
    // Links of earlier versions.
    let page = desk.get(&format!("/join?token={}", token(&invited))).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Wang@example.com") && page.text.contains("小王"));
    desk.post("/api/v1/join", &join(&token(&invited), "short")).await.problem(422, "weak_password");
    let joined = desk.post("/api/v1/join", &join(&token(&invited), strong)).await;
    assert!(joined.headers("set-cookie").iter().any(|line| line.starts_with("servicedesk_session=")));
    let agent = joined.ok(201)["agent"].clone();
    assert_eq!(
        json!([agent["name"], agent["email"], agent["role"]]),
        json!(["王小明", "Wang@example.com", "agent"])
    );
    desk.post("/api/v1/join", &join(&token(&invited), strong)).await.problem(401, "invalid_invitation");
    assert_eq!(owner.get(all).await.ok(200)["items"], json!([]));
    invite(&body).await.problem(409, "email_taken");
    invite(&another).await.problem(422, "seat_limit");
}

#[tokio::test]
async fn invitations_are_taken_back_expire_and_are_no_agents_business() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let all = "/api/v1/agents/invitations";
    let body = |role: &str| json!({ "email": "wang@example.com", "name": "小王", "role": role });
    let join = |invited: &Value| json!({ "token": token(invited), "name": "小王", "password": "two pots of oolong" });
    let owners = owner.sign_in().await;
    let first = json!({ "email": "li@example.com", "role": "admin" });
    let invited = owners.call(Method::POST, all, &first).await.ok(201);
    assert_eq!(invited["name"], "", "whoever joins says it");
    let own = format!("{all}/{}", invited["id"].as_str().unwrap());
    owner.call(Method::DELETE, &own, &json!({})).await.ok(204);
    owner.call(Method::DELETE, &own, &json!({})).await.problem(404, "not_found");
    desk.post("/api/v1/join", &join(&invited)).await.problem(401, "invalid_invitation");
    assert_eq!(owners.call(Method::POST, all, &body("owner")).await.wrong_field(), "role");
    let invited = owners.call(Method::POST, all, &body("agent")).await.ok(201);
    desk.pass(Duration::from_hours(7 * 24));
    desk.post("/api/v1/join", &join(&invited)).await.problem(401, "invalid_invitation");
    let colleague = desk.colleague().await;
    colleague.get(all).await.problem(403, "forbidden");
    colleague.post(all, &body("agent")).await.problem(403, "forbidden");
    colleague.call(Method::DELETE, &own, &json!({})).await.problem(403, "forbidden");
}

#[tokio::test]
async fn an_invitation_holds_as_long_as_whoever_asked_may_ask() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let asked = async |role: &str| {
        let body = json!({ "email": "wang@example.com", "role": role });
        owner.sign_in().await.call(Method::POST, "/api/v1/agents/invitations", &body).await.ok(201)
    };
    let join = |invited: &Value| json!({ "token": token(invited), "name": "小王", "password": "two pots of oolong" });
    let invited = asked("agent").await;
    desk.disable(&owner).await;
    desk.post("/api/v1/join", &join(&invited)).await.problem(401, "invalid_invitation");
    desk.post("/api/v1/join/check", &json!({ "token": token(&invited) }))
        .await
        .problem(401, "invalid_invitation");
    assert_eq!(desk.get(&format!("/join?token={}", token(&invited))).await.status, 410);
}

#[tokio::test]
async fn what_is_left_to_set_up_is_computed_and_put_away() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let done = async || {
        let list = owner.get("/api/v1/setup/list").await.ok(200);
        let names: Vec<String> = list["steps"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|step| step["done"] == true)
            .map(|step| step["name"].as_str().unwrap().to_owned())
            .collect();
        (names, list)
    };
    let (none, list) = done().await;
    assert!(none.is_empty());
    assert_eq!(list["steps"].as_array().unwrap().len(), 6);
    assert_eq!((&list["dismissed"], &list["demo_data"]), (&json!(false), &json!(false)));
    let colleague = desk.colleague().await;
    assert_eq!(done().await.0, ["colleague"]);
    // A new language says nothing about name or hours.
    let shop = async |body: Value| owner.call(Method::PATCH, "/api/v1/shop", &body).await.ok(200);
    shop(json!({ "locale": "en" })).await;
    assert_eq!(done().await.0, ["colleague"]);
    shop(json!({ "name": "半山茶铺", "hours": { "always": true } })).await;
    assert_eq!(done().await.0, ["shop", "hours", "colleague"]);
    colleague
        .call(Method::PATCH, "/api/v1/setup/list", &json!({ "dismissed": true }))
        .await
        .problem(403, "forbidden");
    let put_away =
        owner.call(Method::PATCH, "/api/v1/setup/list", &json!({ "dismissed": true })).await.ok(200);
    assert_eq!(put_away["dismissed"], true);
}

#[tokio::test]
async fn demo_data_is_added_once_and_removed_in_one_call() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let demo = "/api/v1/demo-data";
    colleague.post(demo, &json!({})).await.problem(403, "forbidden");
    colleague.call(Method::DELETE, demo, &json!({})).await.problem(403, "forbidden");
    let mut link = colleague.connect().await;
    assert_eq!(owner.post(demo, &json!({})).await.ok(201), json!({ "conversations": 24 }));
    assert_eq!(link.expect("behind").await["reason"], "rights_changed");
    assert_eq!(owner.post(demo, &json!({})).await.ok(201), json!({ "conversations": 0 }));
    let list = owner.get("/api/v1/setup/list").await.ok(200);
    assert_eq!(list["demo_data"], true);
    assert!(
        list["steps"]
            .as_array()
            .unwrap()
            .iter()
            .all(|step| step["name"] != "first_answer" || step["done"] == false)
    );
    let all = async || owner.all("/api/v1/conversations?view=all&limit=100").await.len();
    assert_eq!(all().await, 24);
    owner.call(Method::DELETE, demo, &json!({})).await.ok(204);
    assert_eq!(all().await, 0);
    let request = desk.request(Method::DELETE, demo);
    Answer::to(request).await.problem(401, "unauthenticated");
}
