//! Links that end for good: the credential or the person behind them is gone.

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::flows::Caller;
use servicedesk::flows::access::api_tokens;

use crate::support::{Browser, Link, TestDesk, Visitor};

/// Reads how a link ends; nothing else may come.
async fn ended(link: &mut Link) -> Value {
    let end = link.expect("session_ended").await;
    assert_eq!(end["reconnect"], false);
    assert_eq!(link.closed().await, 4003);
    end["code"].clone()
}

/// A browser's own link.
async fn connect(desk: &TestDesk, browser: &Browser) -> Link {
    let token = browser.call(Method::POST, "/api/v1/im/session", &json!({})).await.ok(200);
    let mut link = desk.knock().await;
    link.hello(token["session_token"].as_str().unwrap(), json!({})).await;
    link
}

async fn is_turned_away(desk: &TestDesk, session_token: &str) {
    let mut link = desk.knock().await;
    link.greet(session_token, json!({})).await;
    assert_eq!(link.expect("error").await["code"], "unauthenticated");
    assert_eq!(link.closed().await, 4001);
}

#[tokio::test]
async fn a_revoked_token_ends_its_links_and_no_others() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let browser = owner.sign_in().await;
    let session_token = owner.session_token().await;
    let (mut by_token, mut by_cookie) = (owner.connect().await, connect(&desk, &browser).await);
    let id = owner.token_id;
    desk.inside().db.write(move |unit| api_tokens::revoke(unit, &Caller::operator(), id)).await.unwrap();
    assert_eq!(ended(&mut by_token).await, "logged_out");
    by_cookie.silent().await;
    is_turned_away(&desk, &session_token).await;
}

#[tokio::test]
async fn signing_out_ends_the_links_of_that_browser() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (here, there) = (owner.sign_in().await, owner.sign_in().await);
    let mut links = [connect(&desk, &here).await, connect(&desk, &there).await, owner.connect().await];
    here.call(Method::POST, "/api/v1/logout", &json!({})).await.ok(204);
    assert_eq!(ended(&mut links[0]).await, "logged_out");
    links[1].silent().await;
    there.call(Method::POST, "/api/v1/logout-everywhere", &json!({})).await.ok(204);
    assert_eq!(ended(&mut links[1]).await, "logged_out");
    links[2].silent().await;
}

#[tokio::test]
async fn a_visitor_who_is_forgotten_is_logged_out_everywhere() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut tabs = [visitor.connect().await, visitor.connect().await];
    visitor.post("/widget/v1/forget", &json!({})).await.ok(204);
    for tab in &mut tabs {
        assert_eq!(ended(tab).await, "logged_out");
    }
    is_turned_away(&desk, &visitor.session_token).await;
    let again = Visitor::ask(&desk, visitor.visitor_token.as_str().into(), json!(null)).await;
    again.problem(401, "invalid_visitor_token");
}

#[tokio::test]
async fn erasing_a_person_ends_their_links_and_everybody_drops_every_copy() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let away = colleague.connect().await.leave().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("我的地址是……").await;
    let second = link.post("m2", "new", "还有").await["conversation_id"].clone();
    let (mut stays, _) = desk.visitor().await.begin("别人").await;
    let mut agent = owner.connect().await;
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    let contact = row["contact"]["id"].as_str().unwrap();
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await.ok(204);

    assert_eq!(ended(&mut link).await, "erased");
    let gone = [agent.expect("erased").await, agent.expect("erased").await];
    assert_eq!(gone.each_ref().map(|frame| &frame["conversation_id"]), [&json!(conversation), &second]);
    stays.silent().await;
    // Who was away is told in replay; the erased words are not.
    let mut back = colleague.resume(&away).await;
    let (replayed, _) = back.replayed().await;
    let kinds: Vec<&str> = replayed.iter().map(|frame| frame["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["message", "erased", "erased"]);
    assert_eq!(replayed[1..], gone);

    is_turned_away(&desk, &visitor.session_token).await;
    Visitor::ask(&desk, visitor.visitor_token.as_str().into(), json!(null))
        .await
        .problem(401, "invalid_visitor_token");
    for path in [format!("/api/v1/conversations/{conversation}"), format!("/api/v1/contacts/{contact}")] {
        owner.get(&path).await.problem(404, "not_found");
    }
    assert_eq!(
        agent.error(&json!({ "type": "fetch", "request_id": "1", "conversation_id": conversation })).await,
        "not_found"
    );
}

#[tokio::test]
async fn nothing_of_an_erased_person_is_left_in_the_data_folder() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let secret = "Gänseblümchenweg 7";
    let opened = owner
        .call_once(
            "k1",
            Method::POST,
            "/api/v1/conversations",
            &json!({ "user_id": "u-erase", "initial_message": secret }),
        )
        .await
        .ok(201);
    let contact = opened["contact"]["id"].as_str().unwrap().to_owned();
    let conversation = opened["id"].as_str().unwrap().to_owned();
    owner.act(&conversation, "rate", json!({ "score": 5, "comment": secret })).await.ok(200);
    owner.act(&conversation, "labels", json!({ "labels": [secret] })).await.ok(200);
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await.ok(204);
    let dump = desk.inside().db.read(move |conn| {
        let tables: Vec<String> = conn
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
            )?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut found = Vec::new();
        for table in tables {
            let mut statement = conn.prepare(&format!("SELECT * FROM {table}"))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    if let Ok(text) = row.get::<_, String>(column)
                        && ["Gänse", "u-erase"].iter().any(|part| text.contains(part))
                    {
                        found.push(format!("{table}: {text}"));
                    }
                }
            }
        }
        Ok(found)
    });
    assert_eq!(dump.await.unwrap(), Vec::<String>::new());
}
