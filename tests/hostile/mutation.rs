//! Frames and bodies that nobody should send: each is answered by a documented code, no link ends but by the rules, and
//! whoever chats meanwhile notices nothing.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::desk;
use crate::mutant::Mutants;
use crate::support::{Agent, Answer, Arrival, TestDesk, Visitor, said, send, spoken};
use crate::wire::Wire;

/// Cases of each of the two stories.
const CASES: usize = 1_500;

/// Panics of any thread since the first story began.
static PANICS: LazyLock<&'static AtomicUsize> = LazyLock::new(|| {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        COUNT.fetch_add(1, Ordering::SeqCst);
        usual(info);
    }));
    &COUNT
});

/// The codes of problem documents, as the document of the API tells them; a defect is none of them.
fn documented() -> BTreeSet<(u16, String)> {
    let mut codes = BTreeSet::new();
    for line in include_str!("../../docs/api.md").lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let [_, status, code, _, _] = cells[..]
            && let Ok(status) = status.parse::<u16>()
            && status < 500
        {
            codes.insert((status, code.trim_matches('`').to_owned()));
        }
    }
    assert!(codes.len() > 15, "the document lost its table: {codes:?}");
    codes
}

/// Chats until `done`: each message is accepted once and in order. How many there were.
async fn chat(desk: &TestDesk, visitor: &Visitor, done: &Cell<bool>) -> usize {
    let (mut link, conversation) = visitor.begin("0").await;
    let mut said: usize = 1;
    while !done.get() {
        let accepted = link.post(&format!("id {said}"), conversation.as_str(), &said.to_string()).await;
        said += 1;
        assert_eq!(accepted["sequence"], said);
        // Not faster than those who disturb: they are what is tested.
        drop(desk.get("/healthz").await);
    }
    let page = link.fetch(&conversation, json!({ "before_sequence": said + 1, "limit": 50 })).await;
    let newest: Vec<String> = (said.saturating_sub(50)..said).map(|number| number.to_string()).collect();
    assert_eq!(spoken(page["entries"].as_array().unwrap()), newest);
    said
}

/// Every frame a client knows, as it should be.
fn frames(conversation: &str, token: &str, epoch: &Value) -> Vec<Value> {
    let mut edited = send("0192f3c1-7a54-7cc3-9d1e-2f6b8f0a11c2", conversation, "几点发货?");
    edited["note"] = false.into();
    vec![
        edited,
        send("to the newest", Value::Null, "hello"),
        send("somewhere new", "new", "hello"),
        json!({ "type": "continue" }),
        json!({ "type": "progress", "received": { (conversation): 3 }, "read": { (conversation): 2 } }),
        json!({ "type": "fetch", "request_id": "7", "conversation_id": conversation, "after_sequence": 0,
                "before_sequence": 9, "limit": 5 }),
        json!({ "type": "typing", "conversation_id": conversation, "active": true, "preview": "but" }),
        json!({ "type": "viewing", "conversation_id": conversation }),
        json!({ "type": "client_state", "state": "hidden" }),
        json!({ "type": "ping" }),
        json!({ "type": "hello", "protocol": "servicedesk.im.v1", "session_token": token,
                "client": { "kind": "web", "version": "1.0.0" },
                "resume": { "log_epoch": epoch, "log_position": 1 }, "client_state": "visible",
                "previous_session_id": null, "heartbeat_ms": 60000 }),
    ]
}

/// Whether a frame may come in answer to a mutant.
fn check(frame: &Value, sent: &str) {
    let (kind, code) = (frame["type"].as_str().unwrap(), frame["code"].as_str().unwrap_or_default());
    let known = match kind {
        "error" => {
            ["unknown_type", "invalid", "invalid_resume", "not_found", "unauthenticated", "rate_limited"]
                .contains(&code)
        }
        "refused" => ["id_conflict", "not_found", "invalid", "too_large", "blocked"].contains(&code),
        "accepted" | "message" | "entry" | "page" | "progress" | "typing" | "presence" | "pong"
        | "welcome" | "caught_up" | "shop" => true,
        _ => false,
    };
    assert!(known, "{frame} after {sent:.300}");
}

/// Says a mutant to a link; the link if it is still there.
async fn interrupt(mut link: Wire, mutant: &str) -> Option<Wire> {
    let too_large = mutant.len() > 131_072;
    link.say(mutant).await;
    if too_large {
        loop {
            match link.next().await {
                Arrival::Frame(frame) => check(&frame, mutant),
                Arrival::Ping => {}
                Arrival::Closed(code) => {
                    assert_eq!(code, 4009);
                    return None;
                }
            }
        }
    }
    // What does not parse as a ping is told with this word; a mutant's own ping may come before it.
    let word = json!({ "type": "fetch", "request_id": "the word", "conversation_id": "nothing" });
    link.say(&word.to_string()).await;
    loop {
        match link.next().await {
            Arrival::Frame(frame) => {
                check(&frame, mutant);
                if frame["request_id"] == "the word" {
                    return Some(link);
                }
            }
            Arrival::Ping => {}
            Arrival::Closed(code) => panic!("closed with {code} after {mutant:.300}"),
        }
    }
}

/// Says a mutant of `hello` to a link that has said nothing; it is welcomed or shown the door.
async fn greet(desk: &TestDesk, mutant: &str) {
    let mut link = Wire::open(desk).await;
    link.say(mutant).await;
    loop {
        match link.next().await {
            Arrival::Frame(frame) => {
                check(&frame, mutant);
                if frame["type"] == "welcome" {
                    return;
                }
            }
            Arrival::Ping => {}
            Arrival::Closed(code) => {
                let expected = if mutant.len() > 131_072 { 4009 } else { 4001 };
                assert_eq!(code, expected, "{mutant:.300}");
                return;
            }
        }
    }
}

#[tokio::test]
async fn mutated_frames_disturb_nobody() {
    let panics = PANICS.load(Ordering::SeqCst);
    let desk = desk().await;
    let agent = desk.owner().await;
    let (chatting, disturbing) = (desk.visitor().await, desk.visitor().await);
    let done = Cell::new(false);
    let ends = RefCell::new(0);
    let disturb = async {
        let mut mutants = Mutants::new(20_260_301);
        let (first, conversation) = disturbing.begin("hello").await;
        let right = frames(&conversation, &disturbing.session_token, &first.welcome["log_epoch"]);
        let hello = right.last().unwrap();
        let (mut visitors, mut agents) = (None, None);
        for number in 0..CASES {
            if number % 8 == 0 {
                greet(&desk, &mutants.of(hello)).await;
                continue;
            }
            let which = mutants.below(right.len());
            let mutant = mutants.of(&right[which]);
            let slot = if number % 3 == 0 { &mut agents } else { &mut visitors };
            let link = match slot.take() {
                Some(link) => link,
                None if number % 3 == 0 => Wire::greeted(&desk, &agent.session_token().await).await,
                None => Wire::greeted(&desk, &disturbing.session_token).await,
            };
            *slot = interrupt(link, &mutant).await;
            *ends.borrow_mut() += usize::from(slot.is_none());
        }
        done.set(true);
    };
    let ((), said) = tokio::join!(disturb, chat(&desk, &chatting, &done));
    assert!(said > 100, "hardly a message was sent: {said}");
    assert!(*ends.borrow() > 0, "no frame was too large");
    assert_eq!(PANICS.load(Ordering::SeqCst), panics);
}

/// A call with the body it should have.
type RightCall = (Method, String, Value);

/// Calls with an agent's token.
fn agents_calls(conversation: &str, message: &str, agent: &Agent, victim: &str) -> Vec<RightCall> {
    let act = |action: &str, body: Value| {
        (Method::POST, format!("/api/v1/conversations/{conversation}/{action}"), body)
    };
    let call = |method: Method, path: &str, body: Value| (method, format!("/api/v1/{path}"), body);
    vec![
        act("messages", json!({ "client_message_id": "one", "content": said("on its way"), "note": false })),
        act("assign", json!({ "agent_id": agent.id })),
        act("transfer", json!({ "agent_id": agent.id, "note": "knows the carrier" })),
        act("snooze", json!({ "until": "2026-03-02T09:00:00.000+08:00" })),
        act("resolve", json!({})),
        act("reopen", json!({})),
        act("rate", json!({ "score": 5, "comment": "good" })),
        act("labels", json!({ "labels": ["refund", "regular"] })),
        act("typing", json!({ "active": true })),
        call(
            Method::PATCH,
            &format!("conversations/{conversation}/messages/{message}"),
            json!({ "content": said("changed") }),
        ),
        call(Method::DELETE, &format!("conversations/{conversation}/messages/{message}"), json!({})),
        call(
            Method::POST,
            "conversations",
            json!({ "user_id": "user-9", "channel": "api", "initial_message": said("hello") }),
        ),
        call(Method::PATCH, "me", json!({ "name": "小梅", "locale": "en", "theme": "dark" })),
        call(Method::PATCH, &format!("agents/{}", agent.id), json!({ "name": "小梅", "capacity": 8 })),
        call(Method::PUT, "agents/me/availability", json!({ "state": "away" })),
        call(
            Method::PUT,
            "widgets/default/allowed-origins",
            json!({ "allowed_origins": ["https://www.shop.cn", "*.shop.cn"] }),
        ),
        call(Method::POST, "im/session", json!({})),
        call(Method::POST, "logout", json!({})),
        call(Method::POST, "logout-everywhere", json!({})),
        call(Method::DELETE, &format!("contacts/{victim}"), json!({})),
    ]
}

/// Calls of a visitor, and those without a credential.
fn other_calls(desk: &TestDesk, conversation: &str, visitor: &Visitor) -> Vec<RightCall> {
    let call = |method: Method, path: &str, body: Value| (method, path.to_owned(), body);
    let message = format!("/widget/v1/messages/{}_1", conversation.replacen("c_", "m_", 1));
    let of = |action: &str| format!("/widget/v1/conversations/{conversation}/{action}");
    vec![
        call(
            Method::POST,
            "/widget/v1/page",
            json!({ "url": "https://shop.example/tea", "title": "Tea", "referrer": null }),
        ),
        call(Method::POST, &of("rate"), json!({ "score": 4, "comment": "fine" })),
        call(Method::POST, &of("end"), json!({})),
        call(Method::POST, &of("transcript"), json!({})),
        call(Method::PATCH, &message, json!({ "content": said("changed") })),
        call(
            Method::POST,
            "/widget/v1/session",
            json!({
                "key": desk.key, "device_id": "5f0c9a3e-6d0b-4a53-9a6e-2b7d1c1f0a11",
                "visitor_token": visitor.visitor_token,
                "identity": { "token": null, "id": null, "hash": null, "name": "Lin", "email": "l@example.com" },
                "page": { "url": "https://shop.example/", "title": "Tea", "referrer": null }, "locale": "zh-CN",
            }),
        ),
        call(Method::POST, "/api/v1/login", json!({ "email": "no@example.com", "password": "what was it" })),
        call(
            Method::POST,
            "/api/v1/setup",
            json!({
                "token": "not this one", "name": "Mei", "email": "m@example.com", "password": "two pots of oolong",
                "locale": "zh-CN", "shop_name": "Tea", "accent": "#1f6f5c", "allowed_origins": ["https://shop.cn"],
            }),
        ),
    ]
}

#[tokio::test]
async fn mutated_bodies_disturb_nobody() {
    let panics = PANICS.load(Ordering::SeqCst);
    let documented = documented();
    let desk = desk().await;
    let agent = desk.owner().await;
    let (chatting, disturbing) = (desk.visitor().await, desk.visitor().await);
    let (_link, conversation) = disturbing.begin("hello").await;
    let (_victims, erased) = desk.visitor().await.begin("nobody will miss me").await;
    let victim = agent.get(&format!("/api/v1/conversations/{erased}")).await.ok(200);
    let message = agent.reply(&conversation, "hello").await["message_id"].as_str().unwrap().to_owned();
    let victim = victim["contact"]["id"].as_str().unwrap();
    let mut calls: Vec<(RightCall, &str)> = Vec::new();
    let of_agents = agents_calls(&conversation, &message, &agent, victim);
    calls.extend(of_agents.into_iter().map(|call| (call, agent.token.as_str())));
    let others = other_calls(&desk, &conversation, &disturbing);
    calls.extend(others.into_iter().map(|call| (call, disturbing.session_token.as_str())));
    let done = Cell::new(false);
    let disturb = async {
        let mut mutants = Mutants::new(7);
        let mut seen = BTreeSet::new();
        for _ in 0..CASES {
            let which = mutants.below(calls.len());
            let ((method, path, right), token) = &calls[which];
            let body = mutants.of(right);
            let request = desk.request(method.clone(), path).bearer_auth(token);
            let request = request.header("content-type", "application/json").body(body.clone());
            let answer = Answer::to(request).await;
            let context = format!("{method} {path} {body:.300}: {} {:.300}", answer.status, answer.text);
            if answer.status < 300 {
                assert!([200, 201, 204].contains(&answer.status), "{context}");
                continue;
            }
            assert!(answer.status < 500, "{context}");
            let code = answer.json()["code"].as_str().unwrap_or_default().to_owned();
            answer.problem(answer.status, &code);
            assert!(documented.contains(&(answer.status, code.clone())), "{context}");
            seen.insert((answer.status, code));
        }
        done.set(true);
        seen
    };
    let (seen, said) = tokio::join!(disturb, chat(&desk, &chatting, &done));
    assert!(said > 100, "hardly a message was sent: {said}");
    for code in ["invalid", "too_large", "wrong_state"] {
        assert!(seen.iter().any(|(_, seen)| seen == code), "{code} never came: {seen:?}");
    }
    assert_eq!(PANICS.load(Ordering::SeqCst), panics);
}
