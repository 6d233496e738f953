//! A credential that is forged, expired, revoked or of another desk is one and the same 401, and one and the same close.

use std::time::Duration;

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use servicedesk::flows::Caller;
use servicedesk::flows::access::api_tokens;

use crate::ground::{agents_calls, call, desk, nothing, visitors_calls};
use crate::support::{Agent, Answer, TestDesk, Visitor};

/// Credentials of every kind, by name, none of which holds at the desk they are shown to.
struct Wrong {
    bearers: Vec<(&'static str, String)>,
    cookies: Vec<(&'static str, String)>,
    /// Held once, and must hold no more: as hello tokens of visitors and of agents.
    visitors: Vec<(&'static str, String)>,
}

fn flipped(token: &str, place: usize) -> String {
    let mut bytes = token.as_bytes().to_vec();
    bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
    String::from_utf8(bytes).unwrap()
}

/// Another desk with other keys; the same story was told there.
async fn foreign() -> TestDesk {
    desk().await.reopened(|data| std::fs::remove_dir_all(data).unwrap()).await
}

async fn gather(desk: &TestDesk, agent: &Agent) -> Wrong {
    let there = foreign().await;
    let (their_agent, their_visitor) = (there.owner().await, there.visitor().await);
    let their_browser = their_agent.sign_in().await;
    let (idle, signed_out) = (agent.sign_in().await, agent.sign_in().await);
    let visitor = desk.visitor().await;
    let forgotten = desk.visitor().await;
    let agents_token = agent.session_token().await;
    let out = signed_out.call(Method::POST, "/api/v1/im/session", &json!({})).await.ok(200);
    signed_out.call(Method::POST, "/api/v1/logout", &json!({})).await.ok(204);
    forgotten.post("/widget/v1/forget", &json!({})).await.ok(204);
    // Everything so far ages; what is made below is fresh.
    desk.pass(Duration::from_hours(24 * 8));
    let fresh = desk.visitor().await;
    let fresh_agents = agent.session_token().await;
    let middle = fresh.session_token.len() / 2;
    let text = |value: &Value| value["session_token"].as_str().unwrap().to_owned();
    let visitors = vec![
        ("expired, a visitor's", visitor.session_token),
        ("expired, an agent's", agents_token),
        ("revoked, a visitor's", forgotten.session_token),
        ("revoked, an agent's", text(&out)),
        ("of another desk, a visitor's", their_visitor.session_token.clone()),
        ("of another desk, an agent's", their_agent.session_token().await),
        ("forged at the front", flipped(&fresh.session_token, 1)),
        ("forged in the middle", flipped(&fresh.session_token, middle)),
        ("forged at the end", flipped(&fresh.session_token, fresh.session_token.len() - 3)),
        ("forged, an agent's", flipped(&fresh_agents, middle)),
        ("cut", fresh.session_token[..middle].to_owned()),
        ("doubled", format!("{0}{0}", fresh.session_token)),
        ("another kind: visitor_token", fresh.visitor_token),
        ("another kind: API token", agent.token.clone()),
        ("empty", String::new()),
    ];
    let bearers = vec![
        ("forged", flipped(&agent.token, 9)),
        ("cut", agent.token[..20].to_owned()),
        ("of another desk", their_agent.token.clone()),
        ("another kind: an agent's session_token", fresh_agents),
        ("another kind: a visitor's session_token", fresh.session_token),
        ("another kind: a cookie", idle.cookie().split_once('=').unwrap().1.to_owned()),
        ("empty", String::new()),
        ("not ASCII", "茶".to_owned()),
        ("very long", "x".repeat(5_000)),
    ];
    let cookies = vec![
        ("expired", idle.cookie()),
        ("signed out", signed_out.cookie()),
        ("of another desk", their_browser.cookie()),
        ("forged", flipped(&agent.sign_in().await.cookie(), 25)),
        ("an API token", format!("servicedesk_session={}", agent.token)),
        ("empty", "servicedesk_session=".to_owned()),
    ];
    Wrong { bearers, cookies, visitors }
}

/// A call as it is, without JSON if there is none to send.
async fn bare(request: RequestBuilder, body: Option<&Value>) -> Answer {
    Answer::to(match body {
        Some(body) => request.json(body),
        None => request,
    })
    .await
}

#[tokio::test]
async fn what_does_not_hold_is_one_and_the_same_401() {
    let desk = desk().await;
    let agent = desk.owner().await;
    let mut wrong = gather(&desk, &agent).await;
    let revoked = desk.colleague().await;
    let id = revoked.token_id;
    desk.inside().db.write(move |unit| api_tokens::revoke(unit, &Caller::operator(), id)).await.unwrap();
    wrong.bearers.push(("revoked", revoked.token.clone()));

    let refused = desk.get("/api/v1/me").await;
    refused.problem(401, "unauthenticated");
    for (method, path) in agents_calls(&nothing()[0]) {
        for body in [None, Some(&json!({}))] {
            for (name, token) in &wrong.bearers {
                let answer = bare(desk.request(method.clone(), &path).bearer_auth(token), body).await;
                assert_eq!(answer.tells(), refused.tells(), "{name}: {method} {path}");
            }
            for (name, cookie) in &wrong.cookies {
                let request = desk.request(method.clone(), &path).header("cookie", cookie);
                let answer = bare(request, body).await;
                assert_eq!(answer.tells(), refused.tells(), "cookie {name}: {method} {path}");
            }
        }
    }
    for (method, path, body) in visitors_calls(&nothing()[0]) {
        for (name, token) in &wrong.visitors {
            let answer = call(&desk, token, &method, &path, &body).await;
            assert_eq!(answer.tells(), refused.tells(), "{name}: {method} {path}");
        }
        // The workbench's cookie means nothing here.
        let cookie = agent.sign_in().await.cookie();
        let answer = Answer::to(desk.request(method, &path).header("cookie", cookie).json(&body)).await;
        assert_eq!(answer.tells(), refused.tells(), "{path} by cookie");
    }
}

#[tokio::test]
async fn what_does_not_hold_ends_every_hello_alike() {
    let desk = desk().await;
    let agent = desk.owner().await;
    let wrong = gather(&desk, &agent).await;
    let mut told = Vec::new();
    for (name, token) in wrong.visitors.iter().chain(&wrong.bearers) {
        if *name == "another kind: an agent's session_token"
            || *name == "another kind: a visitor's session_token"
        {
            continue; // These are for `hello`.
        }
        let mut link = desk.knock().await;
        link.greet(token, json!({})).await;
        told.push((name, link.told().await, link.closed().await));
    }
    for (name, error, code) in &told {
        assert_eq!(error["code"], "unauthenticated", "{name}: {error}");
        assert_eq!(error, &told[0].1, "{name}");
        assert_eq!(*code, 4001, "{name}");
    }
}

#[tokio::test]
async fn a_visitor_token_that_does_not_hold_is_one_and_the_same_401() {
    let desk = desk().await;
    let there = foreign().await;
    let (visitor, theirs, forgotten) = (desk.visitor().await, there.visitor().await, desk.visitor().await);
    forgotten.post("/widget/v1/forget", &json!({})).await.ok(204);
    let never = Visitor::ask(&desk, "vt_never".into(), Value::Null).await;
    never.problem(401, "invalid_visitor_token");
    for token in [
        theirs.visitor_token,
        forgotten.visitor_token,
        flipped(&visitor.visitor_token, 8),
        visitor.session_token.clone(),
        String::new(),
        "茶".repeat(9_000),
    ] {
        let answer = Visitor::ask(&desk, token.as_str().into(), Value::Null).await;
        assert_eq!(answer.tells(), never.tells(), "{token:.20}");
    }
}
