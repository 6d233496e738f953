//! Notices by web push, to a service of the test's own: what goes out, to whom, and what becomes of each answer.

use std::fs;
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::push_service::{PushBrowser, PushService};
use crate::support::{Agent, Link, TestDesk, Visitor};

const SUBSCRIPTIONS: &str = "/api/v1/push/subscriptions";

struct Place {
    service: PushService,
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self {
            service: PushService::start(),
            folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
        };
        fs::write(place.folder.path().join("roots.pem"), &place.service.signer.root_pem).unwrap();
        place
    }

    async fn desk(&self) -> TestDesk {
        TestDesk::with(|config| {
            config.push.hosts = vec![self.service.host.clone()];
            config.push.roots = self.folder.path().join("roots.pem");
            config.push.contact = "mailto:it@shop.cn".into();
        })
        .await
    }

    /// A browser of an agent's.
    async fn browser(&self, agent: &Agent, device: &str, number: u8) -> PushBrowser {
        let browser = PushBrowser::new(&self.service, device, number);
        agent.post(SUBSCRIPTIONS, &browser.subscription()).await.ok(201);
        browser
    }

    /// Waits until so many notices have come, while time passes.
    async fn come(&self, desk: &TestDesk, count: usize) {
        desk.pass_until(async || {
            tokio::task::yield_now().await;
            self.service.arrived().len() >= count
        })
        .await;
        assert_eq!(self.service.arrived().len(), count);
    }
}

/// A conversation that is the agent's.
async fn with(agent: &Agent, visitor: &Visitor) -> String {
    let (_, conversation) = visitor.begin("在吗").await;
    agent.act(&conversation, "assign", json!({ "agent_id": agent.id })).await.ok(200);
    conversation
}

/// A link that holds while minutes pass.
async fn link(visitor: &Visitor) -> Link {
    visitor.connect_with(json!({ "heartbeat_ms": 600_000 })).await
}

/// Says something over a link of its own, whatever time has passed.
async fn says(desk: &TestDesk, visitor: &Visitor, conversation: &str, id: &str) -> Value {
    let mut link = link(&visitor.come_back(desk, Value::Null).await).await;
    link.post_again(id, conversation, "在吗").await
}

/// Waits until the desk has looked at everything that was to go out.
async fn settled(desk: &TestDesk) {
    desk.pass_until(async || {
        let waiting = desk.inside().db.read(|conn| {
            let count: i64 = conn.query_row("SELECT COUNT(*) FROM push_notices", [], |row| row.get(0))?;
            let behind: bool = conn.query_row(
                "SELECT EXISTS (SELECT 1 FROM event_log
                                 WHERE kind IN (1, 4, 6, 15)
                                   AND log_position > (SELECT position FROM followers WHERE name = 'push'))",
                [],
                |row| row.get(0),
            )?;
            Ok((count, behind))
        });
        waiting.await.unwrap() == (0, false)
    })
    .await;
}

#[tokio::test]
async fn a_notice_holds_ids_and_a_kind_and_reaches_every_device() {
    let place = Place::new();
    let desk = place.desk().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let conversation = with(&owner, &desk.visitor().await).await;
    let (phone, laptop) = (place.browser(&owner, "phone", 3).await, place.browser(&owner, "laptop", 5).await);
    let mention = json!({ "kind": "text", "text": "请看 1042", "mentions": [owner.id] });
    let path = format!("/api/v1/conversations/{conversation}/messages");
    let note = json!({ "client_message_id": "n1", "note": true, "content": mention });
    let noted = colleague.post(&path, &note).await.ok(201);
    place.come(&desk, 2).await;
    for arrived in place.service.arrived() {
        let browser = if arrived.device == "phone" { &phone } else { &laptop };
        let told = browser.open(&arrived);
        assert_eq!(
            told,
            json!({
                "kind": "mention", "conversation_id": conversation, "sequence": noted["sequence"], "at": noted["sent_at"],
            })
        );
        let ttl: u64 = arrived.headers["ttl"].as_str().unwrap().parse().unwrap();
        assert!((1..=3_600).contains(&ttl), "{ttl}");
        assert_eq!(arrived.headers["content-encoding"], "aes128gcm");
        assert_eq!(arrived.headers["topic"].as_str().map(str::len), Some(32));
        assert_eq!(arrived.claims["aud"], format!("https://{}", place.service.host));
        assert_eq!(arrived.claims["sub"], "mailto:it@shop.cn");
    }
    // Names, where an owner allows them.
    colleague
        .call(Method::PUT, "/api/v1/push/names", &json!({ "names": true }))
        .await
        .problem(403, "forbidden");
    owner.call(Method::PUT, "/api/v1/push/names", &json!({ "names": true })).await.ok(200);
    let note = json!({ "client_message_id": "n2", "note": true, "content": mention });
    colleague.post(&path, &note).await.ok(201);
    place.come(&desk, 4).await;
    let last = place.service.arrived().pop().unwrap();
    let told = if last.device == "phone" { phone.open(&last) } else { laptop.open(&last) };
    assert!(told["by"].is_string() && !told.to_string().contains("1042"), "{told}");
}

#[tokio::test]
async fn each_kind_goes_to_whom_it_concerns_and_wants_it() {
    let place = Place::new();
    let desk = place.desk().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let browser = place.browser(&owner, "phone", 3).await;
    let other = place.browser(&colleague, "tablet", 5).await;
    let kinds = |from: usize| -> Vec<(String, Value)> {
        let arrived = place.service.arrived();
        let mut all: Vec<_> = arrived[from..]
            .iter()
            .map(|one| {
                let told = if one.device == "phone" { browser.open(one) } else { other.open(one) };
                (one.device.clone(), told["kind"].clone())
            })
            .collect();
        all.sort_by_key(|(device, _)| device.clone());
        all
    };
    // Somebody waits: both are told. What they add is no news.
    let visitor = desk.visitor().await;
    let (_, conversation) = visitor.begin("在吗").await;
    place.come(&desk, 2).await;
    assert_eq!(kinds(0), [("phone".into(), json!("new")), ("tablet".into(), json!("new"))]);
    says(&desk, &visitor, &conversation, "second").await;
    // Given by a colleague: told. Taken by oneself: known.
    owner.act(&conversation, "assign", json!({ "agent_id": colleague.id })).await.ok(200);
    place.come(&desk, 3).await;
    assert_eq!(kinds(2), [("tablet".into(), json!("assigned"))]);
    says(&desk, &visitor, &conversation, "third").await;
    place.come(&desk, 4).await;
    assert_eq!(kinds(3), [("tablet".into(), json!("message"))]);
    // Not wanted any more, or not now.
    let mut wishes = colleague.get("/api/v1/me/preferences").await.ok(200);
    wishes["notifications"]["message"]["push"] = false.into();
    colleague.call(Method::PUT, "/api/v1/me/preferences", &wishes).await.ok(200);
    says(&desk, &visitor, &conversation, "fourth").await;
    wishes["notifications"]["message"]["push"] = true.into();
    settled(&desk).await;
    wishes["quiet"] =
        json!({ "enabled": true, "from": "00:00", "to": "00:00", "days": [1, 2, 3, 4, 5, 6, 7] });
    colleague.call(Method::PUT, "/api/v1/me/preferences", &wishes).await.ok(200);
    says(&desk, &visitor, &conversation, "fifth").await;
    settled(&desk).await;
    assert_eq!(place.service.arrived().len(), 4);
}

#[tokio::test]
async fn a_ticket_tells_its_agent_and_whoever_follows_it() {
    let place = Place::new();
    let desk = place.desk().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let visitor = desk.visitor().await;
    let conversation = with(&owner, &visitor).await;
    owner.act(&conversation, "ticket", json!({ "title": "茶杯碎了" })).await.ok(201);
    let followers = json!({ "agent_ids": [owner.id, colleague.id] });
    let path = format!("/api/v1/tickets/{conversation}/followers");
    owner.call(Method::PUT, &path, &followers).await.ok(200);
    let (phone, tablet) =
        (place.browser(&owner, "phone", 3).await, place.browser(&colleague, "tablet", 5).await);
    says(&desk, &visitor, &conversation, "a").await;
    place.come(&desk, 2).await;
    for arrived in place.service.arrived() {
        let (browser, kind) =
            if arrived.device == "phone" { (&phone, "ticket") } else { (&tablet, "followed") };
        assert_eq!(browser.open(&arrived)["kind"], kind);
    }
    owner.reply(&conversation, "马上补发").await;
    place.come(&desk, 3).await;
    let last = place.service.arrived().pop().unwrap();
    assert_eq!((last.device.as_str(), &tablet.open(&last)["kind"]), ("tablet", &json!("followed")));
}

#[tokio::test]
async fn nothing_goes_out_while_a_page_is_in_sight_or_what_was_read_meanwhile() {
    let place = Place::new();
    let desk = place.desk().await;
    let (owner, visitor) = (desk.owner().await, desk.visitor().await);
    let conversation = with(&owner, &visitor).await;
    let browser = place.browser(&owner, "phone", 3).await;
    let mut page = owner.connect_with(json!({ "heartbeat_ms": 600_000 })).await;
    says(&desk, &visitor, &conversation, "a").await;
    while page.told().await["type"] != "message" {}
    settled(&desk).await;
    assert!(place.service.arrived().is_empty(), "the page is in sight");

    page.say(&json!({ "type": "client_state", "state": "hidden" })).await;
    page.head().await;
    says(&desk, &visitor, &conversation, "b").await;
    while page.told().await["type"] != "message" {}
    place.come(&desk, 1).await;
    assert_eq!(browser.open(&place.service.arrived()[0])["kind"], "message");

    // Read on the hidden page within the seconds of grace.
    let third = says(&desk, &visitor, &conversation, "c").await;
    while page.told().await["type"] != "message" {}
    page.say(&json!({ "type": "viewing", "conversation_id": conversation })).await;
    let read = json!({ conversation.clone(): third["sequence"] });
    page.say(&json!({ "type": "progress", "received": read, "read": read })).await;
    page.head().await;
    desk.written().await;
    settled(&desk).await;
    page.leave().await;
    assert_eq!(place.service.arrived().len(), 1);
    says(&desk, &visitor, &conversation, "d").await;
    place.come(&desk, 2).await;
}

#[tokio::test]
async fn what_the_service_answers_decides_what_follows() {
    let place = Place::new();
    let desk = place.desk().await;
    let (owner, visitor) = (desk.owner().await, desk.visitor().await);
    let conversation = with(&owner, &visitor).await;
    place.browser(&owner, "phone", 3).await;
    let row = async || owner.get(SUBSCRIPTIONS).await.ok(200)["items"][0].clone();
    // Too much: after the pause that it asked for. Broken: again after a pause of the desk's own.
    place.service.answers(429, Some(90));
    place.service.answers(503, None);
    let began = desk.now();
    says(&desk, &visitor, &conversation, "a").await;
    place.come(&desk, 1).await;
    let first = desk.now();
    place.come(&desk, 2).await;
    assert!(desk.now() >= first.plus(Duration::from_secs(89)), "it waited");
    place.come(&desk, 3).await;
    settled(&desk).await;
    assert!(row().await["sent_at"].is_string() && desk.now() > began);
    // Of no use any more after an hour.
    for _ in 0..40 {
        place.service.answers(500, None);
    }
    says(&desk, &visitor, &conversation, "b").await;
    settled(&desk).await;
    let tried = place.service.arrived().len() - 3;
    assert!((3..40).contains(&tried), "again and again, ever more slowly, and then no more: {tried}");
    // Not taken: the browser stays, and its agent sees why.
    while place.service.arrived().len() < 43 {
        // The answers that are left are used up.
        says(&desk, &visitor, &conversation, &format!("x{}", place.service.arrived().len())).await;
        settled(&desk).await;
    }
    place.service.answers(403, None);
    says(&desk, &visitor, &conversation, "c").await;
    settled(&desk).await;
    assert_eq!(row().await["refused"], 403);
    // Gone.
    place.service.answers(410, None);
    says(&desk, &visitor, &conversation, "d").await;
    settled(&desk).await;
    assert_eq!(owner.get(SUBSCRIPTIONS).await.ok(200)["items"], json!([]));
}

#[tokio::test]
async fn a_signature_is_renewed_before_it_ends() {
    let place = Place::new();
    let desk = place.desk().await;
    let (owner, visitor) = (desk.owner().await, desk.visitor().await);
    let conversation = with(&owner, &visitor).await;
    place.browser(&owner, "phone", 3).await;
    for (count, hours) in [(1, 0), (2, 5), (3, 20)] {
        desk.pass(Duration::from_hours(hours));
        says(&desk, &visitor, &conversation, &format!("m{count}")).await;
        place.come(&desk, count).await;
        let arrived = place.service.arrived().pop().unwrap();
        let left_s = arrived.claims["exp"].as_i64().unwrap() - desk.now().0 / 1_000;
        assert!(left_s > 0 && left_s <= 24 * 60 * 60, "{left_s} s are left");
    }
    let ends: Vec<i64> =
        place.service.arrived().iter().map(|one| one.claims["exp"].as_i64().unwrap()).collect();
    assert_eq!(ends[0], ends[1], "kept while it holds");
    assert!(ends[2] > ends[1], "made anew");
}

#[tokio::test]
async fn only_known_services_are_gone_to() {
    let place = Place::new();
    let desk = place.desk().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let browser = PushBrowser::new(&place.service, "phone", 3);
    let with = |field: &str, value: Value| {
        let mut subscription = browser.subscription();
        subscription[field] = value;
        subscription
    };
    for wrong in [
        "http://fcm.googleapis.com/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://169.254.169.254/x",
        "https://10.0.0.1/x",
        "https://fcm.googleapis.com:8443/x",
        "https://example.org/x",
        "nowhere",
    ] {
        assert_eq!(
            owner.post(SUBSCRIPTIONS, &with("endpoint", wrong.into())).await.wrong_field(),
            "endpoint"
        );
    }
    for keys in [json!({ "p256dh": "x", "auth": "y" }), json!({ "p256dh": "", "auth": "" })] {
        owner.post(SUBSCRIPTIONS, &with("keys", keys)).await.problem(400, "invalid");
    }
    // Somebody else signs in there: what waits is theirs from then on.
    owner.post(SUBSCRIPTIONS, &browser.subscription()).await.ok(201);
    colleague.post(SUBSCRIPTIONS, &browser.subscription()).await.ok(201);
    assert_eq!(owner.get(SUBSCRIPTIONS).await.ok(200)["items"], json!([]));
    let gone = json!({ "endpoint": browser.endpoint });
    owner.call(Method::DELETE, SUBSCRIPTIONS, &gone).await.problem(404, "not_found");
    colleague.call(Method::DELETE, SUBSCRIPTIONS, &gone).await.ok(204);
    let key = owner.get("/api/v1/push/key").await.ok(200);
    assert_eq!((key["enabled"].clone(), key["key"].as_str().map(str::len)), (json!(true), Some(87)));
    let desk = desk.reopened(|_| {}).await;
    assert_eq!(
        owner.at(&desk).get("/api/v1/push/key").await.ok(200)["key"],
        key["key"],
        "browsers are bound to it"
    );
    // One that is added in a browser goes with its sign-in.
    let owner = owner.at(&desk);
    let signed_in = owner.sign_in().await;
    signed_in.call(Method::POST, SUBSCRIPTIONS, &browser.subscription()).await.ok(201);
    signed_in.call(Method::POST, "/api/v1/logout", &json!({})).await.ok(204);
    assert_eq!(owner.get(SUBSCRIPTIONS).await.ok(200)["items"], json!([]));

    let off = TestDesk::with(|config| config.push.enabled = false).await;
    let owner = off.owner().await;
    assert_eq!(owner.get("/api/v1/push/key").await.ok(200)["key"], Value::Null);
    owner.post(SUBSCRIPTIONS, &browser.subscription()).await.problem(422, "push_off");
}
