//! What agents set for themselves: preferences, profile, picture, password, browsers, tokens.

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::domain::access::agent::Role;

use crate::support::{Agent, Answer, PASSWORD, TestDesk};

/// The smallest PNG there is, nearly.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

#[tokio::test]
async fn preferences_have_defaults_and_are_checked() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let path = "/api/v1/me/preferences";
    let fresh = owner.get(path).await.ok(200);
    assert_eq!(fresh["notifications"]["new"], json!({ "sound": true, "browser": true, "push": true }));
    assert_eq!(
        json!([fresh["away_after_min"], fresh["undo_send_s"], fresh["send_on"]]),
        json!([10, 2, "enter"])
    );
    assert_eq!(fresh["quiet"]["enabled"], false);
    let mine =
        json!({ "send_on": "mod+enter", "keys": { "close": "shift+e" }, "notifications": { "volume": 0.2 } });
    let set = owner.call(Method::PUT, path, &mine).await.ok(200);
    assert_eq!((&set["keys"]["close"], &set["notifications"]["repeat"]), (&json!("shift+e"), &json!(true)));
    assert_eq!(owner.get(path).await.ok(200), set);
    // The whole document is replaced.
    assert_eq!(owner.call(Method::PUT, path, &json!({})).await.ok(200), fresh);
    for (wrong, field) in [
        (json!({ "notifications": { "volume": 1.5 } }), "notifications.volume"),
        (json!({ "quiet": { "from": "25:00" } }), "quiet.from"),
        (json!({ "quiet": { "days": [8] } }), "quiet.days"),
        (json!({ "away_after_min": 241 }), "away_after_min"),
        (json!({ "undo_send_s": 31 }), "undo_send_s"),
        (json!({ "keys": { "close": "" } }), "keys"),
        (json!({ "send_on": "space" }), "send_on"),
    ] {
        assert_eq!(owner.call(Method::PUT, path, &wrong).await.wrong_field(), field, "{wrong}");
    }
}

/// More than a picture may have.
static LARGE: [u8; 200_000] = [0; 200_000];

#[tokio::test]
async fn a_face_is_uploaded_shown_and_swept_when_nobody_wants_it() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let upload = async |bytes: &'static [u8]| {
        let request = desk.request(Method::POST, "/api/v1/pictures").bearer_auth(&owner.token).body(bytes);
        Answer::to(request).await
    };
    let picture = upload(PNG).await.ok(201);
    let name = picture["picture"].as_str().unwrap().to_owned();
    assert_eq!(picture["url"], format!("/p/{name}"));
    assert_eq!(desk.get(&format!("/p/{name}")).await.header("content-type"), "image/png");
    let me = owner.call(Method::PATCH, "/api/v1/me", &json!({ "picture": name })).await.ok(200);
    assert_eq!(me["picture"], name);
    assert_eq!(upload(b"<svg>").await.wrong_field(), "body");
    upload(&LARGE).await.problem(413, "too_large");
    let unknown = json!({ "picture": "e3b0c44298fc1c149afbf4c8996fb924" });
    assert_eq!(owner.call(Method::PATCH, "/api/v1/me", &unknown).await.wrong_field(), "picture");

    desk.pass(std::time::Duration::from_hours(48));
    assert_eq!(desk.get(&format!("/p/{name}")).await.status, 200);
    owner.call(Method::PATCH, "/api/v1/me", &json!({ "picture": null })).await.ok(200);
    desk.pass(std::time::Duration::from_mins(11));
    desk.pass_until(async || desk.get(&format!("/p/{name}")).await.status == 404).await;
}

#[tokio::test]
async fn a_picture_that_only_a_card_shows_stays() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("有图吗?").await;
    let upload = async |bytes: Vec<u8>| {
        let request = desk.request(Method::POST, "/api/v1/pictures").bearer_auth(&owner.token).body(bytes);
        Answer::to(request).await.ok(201)["url"].as_str().unwrap().to_owned()
    };
    let shown = upload(PNG.to_vec()).await;
    let unused = upload([PNG, b"unused"].concat()).await;
    let card = json!({ "kind": "card", "text": "青瓷杯",
                       "card": { "type": "product", "title": "青瓷杯", "picture": shown } });
    owner.act(&conversation, "messages", json!({ "content": card })).await.ok(201);
    desk.pass(std::time::Duration::from_hours(48));
    // Both are looked at in one go, oldest first: once the second has gone, the first has been spared.
    desk.pass_until(async || desk.get(&unused).await.status == 404).await;
    assert_eq!(desk.get(&shown).await.status, 200);
}

#[tokio::test]
async fn a_new_e_mail_is_the_one_to_sign_in_with() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let browser = owner.sign_in().await;
    let path = "/api/v1/me";
    let change = |email: &str| json!({ "email": email, "password": PASSWORD });
    let taken = browser.call(Method::PATCH, path, &change("QIANG@example.com")).await;
    taken.problem(409, "email_taken");
    // However fresh the sign-in, and by no token.
    let bare = json!({ "email": "x@banshan.example", "name": "小梅" });
    let asked = browser.call(Method::PATCH, path, &bare).await.problem(403, "password_required");
    assert_eq!(asked["field"], "password");
    let wrong = json!({ "email": "x@banshan.example", "password": "not this one" });
    let told = browser.call(Method::PATCH, path, &wrong).await.problem(422, "wrong_password");
    assert_eq!(told["field"], "password");
    owner.call(Method::PATCH, path, &change("x@banshan.example")).await.problem(403, "sign_in_required");
    // What signs nobody in needs none of it.
    let name = json!({ "email": owner.email, "name": "小梅" });
    owner.call(Method::PATCH, path, &name).await.ok(200);
    browser.call(Method::PATCH, path, &change("Mei@Banshan.example")).await.ok(200);
    let sign_in = |email: &str| json!({ "email": email, "password": PASSWORD });
    desk.post("/api/v1/login", &sign_in("mei@banshan.example")).await.ok(200);
    desk.post("/api/v1/login", &sign_in(owner.email)).await.problem(401, "invalid_credentials");
    assert_eq!(colleague.call(Method::PATCH, "/api/v1/me", &change("x")).await.wrong_field(), "email");
}

#[tokio::test]
async fn a_new_password_signs_the_other_browsers_out() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (here, there) = (owner.sign_in().await, owner.sign_in().await);
    let path = "/api/v1/me/password";
    let body = |current: &str, new: &str| json!({ "current": current, "new": new });
    let wrong = here.call(Method::PUT, path, &body("not this one", "three pots of oolong")).await;
    assert_eq!(wrong.problem(422, "wrong_password")["field"], "current");
    for weak in ["short", "password12", "P@ssw0rd2024", owner.email, "1qaz2wsx3edc"] {
        let weak = here.call(Method::PUT, path, &body(PASSWORD, weak)).await;
        assert_eq!(weak.problem(422, "weak_password")["field"], "new");
    }
    owner
        .call(Method::PUT, path, &body(PASSWORD, "three pots of oolong"))
        .await
        .problem(403, "sign_in_required");
    assert_eq!(there.get("/api/v1/me").await.status, 200);
    here.call(Method::PUT, path, &body(PASSWORD, "three pots of oolong")).await.ok(204);
    assert_eq!((here.get("/api/v1/me").await.status, there.get("/api/v1/me").await.status), (200, 401));
    let sign_in = json!({ "email": owner.email, "password": "three pots of oolong" });
    desk.post("/api/v1/login", &sign_in).await.ok(200);
}

#[tokio::test]
async fn browsers_are_listed_and_signed_out() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/17.5 Mobile/15E148 Safari/604.1";
    let request = desk
        .request(Method::POST, "/api/v1/login")
        .header("user-agent", phone)
        .json(&json!({ "email": owner.email, "password": PASSWORD }));
    Answer::to(request).await.ok(200);
    let here = owner.sign_in().await;
    let items = here.get("/api/v1/agents/me/sessions").await.ok(200)["items"].as_array().unwrap().clone();
    assert_eq!(items.len(), 2);
    let current: Vec<&Value> = items.iter().filter(|item| item["current"] == true).collect();
    assert_eq!(current.len(), 1);
    let other = items.iter().find(|item| item["current"] == false).unwrap();
    assert_eq!(other["device"], json!({ "kind": "phone", "browser": "Safari", "os": "iOS", "app": null }));
    assert_eq!((&other["user_agent"], &other["address"]), (&json!(phone), &json!("127.0.0.1")));
    let path = format!("/api/v1/agents/me/sessions/{}", other["id"].as_str().unwrap());
    let theirs = colleague.sign_in().await;
    theirs.call(Method::DELETE, &path, &json!({})).await.problem(404, "not_found");
    here.call(Method::DELETE, &path, &json!({})).await.ok(204);
    here.call(Method::DELETE, &path, &json!({})).await.problem(404, "not_found");
    assert_eq!(here.get("/api/v1/agents/me/sessions").await.ok(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn tokens_are_made_shown_once_and_revoked_by_whom_they_concern() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (owners, colleagues) = (owner.sign_in().await, colleague.sign_in().await);
    let tokens = "/api/v1/tokens";
    let made = colleagues.call(Method::POST, tokens, &json!({ "name": " 库存 " })).await.ok(201);
    assert_eq!(made["expires_at"], "2027-03-01T08:00:00.000Z");
    let (id, text) = (made["id"].as_str().unwrap().to_owned(), made["token"].as_str().unwrap().to_owned());
    assert!(text.starts_with("sd_"), "{text}");
    assert_eq!((&made["name"], &made["agent_id"]), (&json!("库存"), &json!(colleague.id)));
    let by_token = || desk.request(Method::GET, "/api/v1/me").bearer_auth(&text);
    assert_eq!(Answer::to(by_token()).await.ok(200)["agent"]["id"], colleague.id.as_str());
    desk.written().await;
    let listed =
        async |agent: &Agent| agent.get("/api/v1/tokens").await.ok(200)["items"].as_array().unwrap().clone();
    let own = listed(&colleague).await;
    assert_eq!(own.len(), 2);
    assert_eq!((&own[0]["id"], &own[0]["last_used_at"]), (&json!(id), &json!("2026-03-01T08:00:00.000Z")));
    assert!(own.iter().all(|item| item.get("token").is_none()));
    // An owner sees everybody's, an agent only their own.
    assert_eq!(listed(&owner).await.len(), 3);
    let of_owner = owner.get("/api/v1/tokens").await.ok(200)["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["agent_id"] == owner.id.as_str())
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = |id: &str| format!("/api/v1/tokens/{id}");
    colleagues.call(Method::DELETE, &path(&of_owner), &json!({})).await.problem(404, "not_found");
    owner.call(Method::DELETE, &path(&id), &json!({})).await.problem(403, "sign_in_required");
    owners.call(Method::DELETE, &path(&id), &json!({})).await.ok(204);
    Answer::to(by_token()).await.problem(401, "unauthenticated");
    for (field, body) in [
        ("name", json!({ "name": "" })),
        ("days", json!({ "name": "库存", "days": 0 })),
        ("days", json!({ "name": "库存", "days": 731 })),
    ] {
        assert_eq!(colleagues.call(Method::POST, tokens, &body).await.wrong_field(), field);
    }
    // One that leaked ends itself.
    let own = path(&colleague.token_id.to_string());
    colleague.call(Method::DELETE, &own, &json!({})).await.ok(204);
    colleague.get("/api/v1/me").await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_token_ends_and_changes_nobodys_access() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let browser = owner.sign_in().await;
    let made =
        browser.call(Method::POST, "/api/v1/tokens", &json!({ "name": "库存", "days": 2 })).await.ok(201);
    let token = made["token"].as_str().unwrap();
    let ask = async || Answer::to(desk.request(Method::GET, "/api/v1/me").bearer_auth(token)).await;
    let invited = json!({ "email": "li@example.com", "role": "agent" });
    for (method, path, body) in [
        (Method::POST, "/api/v1/tokens".to_owned(), json!({ "name": "another" })),
        (Method::POST, "/api/v1/logout-everywhere".to_owned(), json!({})),
        (Method::POST, "/api/v1/agents/invitations".to_owned(), invited),
        (Method::PATCH, format!("/api/v1/agents/{}", colleague.id), json!({ "role": "admin" })),
        (Method::DELETE, "/api/v1/agents/me/sessions/as_01jb7q2m4k9zz".to_owned(), json!({})),
    ] {
        let request = desk.request(method, &path).bearer_auth(token).json(&body);
        Answer::to(request).await.problem(403, "sign_in_required");
    }
    ask().await.ok(200);
    desk.pass(std::time::Duration::from_hours(48));
    ask().await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn an_old_sign_in_gives_the_password_again() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let browser = owner.sign_in().await;
    let whom = format!("/api/v1/agents/{}", colleague.id);
    let guarded = |more: Value| {
        let with = |mut body: Value| {
            body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            body
        };
        [
            (Method::POST, "/api/v1/tokens".to_owned(), with(json!({ "name": "库存" }))),
            (Method::PATCH, whom.clone(), with(json!({ "role": "admin" }))),
            (Method::PATCH, whom.clone(), with(json!({ "role": "agent" }))),
        ]
    };
    for (method, path, body) in guarded(json!({})) {
        assert!(browser.call(method, &path, &body).await.status < 300, "{path}: fresh");
    }
    desk.pass(std::time::Duration::from_mins(10));
    for (method, path, body) in guarded(json!({})) {
        let answer = browser.call(method, &path, &body).await;
        // Nobody is given less with a password.
        let same = body["role"] == "agent";
        if same {
            answer.ok(200)
        } else {
            answer.problem(403, "password_required")
        };
    }
    for (method, path, body) in guarded(json!({ "password": PASSWORD })) {
        assert!(browser.call(method, &path, &body).await.status < 300, "{path}: with the password");
    }
}

#[tokio::test]
async fn admins_leave_owners_tokens_alone() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let admin = Agent::join(&desk, "阿丽", "li@example.com", Role::Admin).await;
    let path = format!("/api/v1/tokens/{}", owner.token_id);
    admin.sign_in().await.call(Method::DELETE, &path, &json!({})).await.problem(403, "forbidden");
}
