//! A session without a shell: what it asks for, what it says, when it wants to be woken.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::clock::Timestamp;
use crate::flows::access::authenticate::Viewer;
use crate::flows::conversations::post_message::Posted;
use crate::ids::{ContactId, ConversationId, LinkId, VisitorId};
use crate::im::mailbox::Mail;
use crate::storage::Lane;

const NOW: Tick = Tick(5_000);

fn session(limits: Limits) -> Session {
    let terms = Terms { limits: Arc::new(limits), log_epoch: "e7c1a90b52d4f683".into(), digest_key: [7; 32] };
    Session::new(Arc::new(terms), NOW)
}

/// A session of a visitor who knows everything up to position 10.
fn live(limits: Limits) -> Session {
    let mut session = session(limits);
    say(&mut session, &json!({ "type": "hello", "protocol": crate::im::PROTOCOL, "session_token": "t" }));
    assert!(matches!(session.next_request(), Some(Request::Open(_))));
    session.opened(Ok(opened()), NOW);
    assert_eq!(told(&mut session)[0]["type"], "welcome");
    session
}

fn opened() -> Opened {
    let viewer =
        Viewer::Visitor { id: VisitorId(3), contact: ContactId(2), verified: false, rights_position: 0 };
    Opened {
        link: LinkId(1),
        viewer,
        resumed: Resumed::Fresh,
        head: 10,
        tail: 10,
        cursor: 10,
        missed: Vec::new(),
        conversations: Vec::new(),
    }
}

fn say(session: &mut Session, frame: &Value) {
    session.handle(&frame.to_string(), NOW);
}

fn send(session: &mut Session, id: &str) {
    say(
        session,
        &json!({ "type": "send", "client_message_id": id, "content": { "kind": "text", "text": id } }),
    );
}

fn told(session: &mut Session) -> Vec<Value> {
    std::iter::from_fn(|| session.next_frame()).map(|frame| serde_json::from_str(&frame).unwrap()).collect()
}

/// The sends that are asked for, with their lanes.
fn asked(session: &mut Session) -> Vec<(String, Lane)> {
    std::iter::from_fn(|| session.next_request())
        .filter_map(|request| match request {
            Request::Send { client_message_id, lane, .. } => Some((client_message_id, lane)),
            _ => None,
        })
        .collect()
}

fn ids(asked: &[(String, Lane)]) -> Vec<&str> {
    asked.iter().map(|(id, _)| id.as_str()).collect()
}

fn posted(position: i64) -> Posted {
    Posted { conversation: ConversationId(9), sequence: position - 10, position, at: Timestamp(0) }
}

/// The hub has published everything up to here.
fn published(session: &mut Session, tail: i64) {
    session.mail(Mail::default(), tail, false, NOW);
}

#[test]
fn what_comes_before_the_welcome_waits() {
    let mut session = session(Limits::default());
    let hello = json!({ "type": "hello", "protocol": crate::im::PROTOCOL, "session_token": "t" });
    session.handle(&format!("{hello}\n{}", json!({ "type": "ping" })), NOW);
    assert!(!session.wants_input());
    assert!(told(&mut session).is_empty());
    session.opened(Ok(opened()), NOW);
    let kinds: Vec<Value> = told(&mut session).into_iter().map(|frame| frame["type"].clone()).collect();
    assert_eq!(kinds, ["welcome", "pong"]);
    assert!(session.wants_input());
}

#[test]
fn a_desk_that_cannot_look_up_asks_to_try_again() {
    let mut session = session(Limits::default());
    say(&mut session, &json!({ "type": "hello", "protocol": crate::im::PROTOCOL, "session_token": "t" }));
    session.opened(Err(Fault::unavailable("overloaded")), NOW);
    assert_eq!(session.closing().map(|close| close.code), Some(1013));
}

#[test]
fn a_full_window_stops_the_reading_until_an_answer_makes_room() {
    let mut session = live(Limits { sends_in_flight: 2, ..Limits::default() });
    for id in ["1", "2", "3"] {
        send(&mut session, id);
    }
    say(&mut session, &json!({ "type": "ping" }));
    let window = asked(&mut session);
    assert_eq!(ids(&window), ["1", "2"]);
    assert!(!session.wants_input());
    assert!(told(&mut session).is_empty(), "the ping stands behind a send that is not taken yet");
    session.sent("1", &window[0].1, Ok(posted(11)), NOW);
    assert_eq!(ids(&asked(&mut session)), ["3"]);
    session.sent("2", &window[1].1, Ok(posted(12)), NOW);
    assert_eq!(told(&mut session)[0]["type"], "pong");
    assert!(session.wants_input());
}

#[test]
fn long_messages_wait_for_one_another_sooner() {
    let mut session = live(Limits { frame_bytes: 200, ..Limits::default() });
    for id in 0..12 {
        send(&mut session, &id.to_string());
    }
    // Each takes some thirty bytes, and all together no more than a frame and one of them.
    let window = asked(&mut session);
    assert!((5..10).contains(&window.len()), "{}", window.len());
    assert!(!session.wants_input());
    session.sent("0", &window[0].1, Ok(posted(11)), NOW);
    assert_eq!(asked(&mut session).len(), 1);
}

#[test]
fn an_answer_goes_out_once_all_before_it_was_published() {
    let mut session = live(Limits::default());
    send(&mut session, "1");
    let lane = asked(&mut session).remove(0).1;
    session.sent("1", &lane, Ok(posted(12)), NOW);
    assert!(matches!(session.next_request(), Some(Request::Await(12))));
    assert!(told(&mut session).is_empty());
    published(&mut session, 11);
    assert!(told(&mut session).is_empty());
    published(&mut session, 12);
    let accepted = told(&mut session);
    assert_eq!((&accepted[0]["type"], &accepted[0]["log_position"]), (&json!("accepted"), &json!(12)));
    // The same send again: its place was passed, so it goes out at once.
    send(&mut session, "1");
    session.sent("1", &lane, Ok(posted(12)), NOW);
    assert_eq!(told(&mut session), accepted);
}

#[test]
fn what_cannot_be_stored_pauses_the_whole_pipeline_once() {
    let mut session = live(Limits::default());
    for id in ["1", "2", "3", "4"] {
        send(&mut session, id);
    }
    let sends = asked(&mut session);
    let full = || Err(Fault::unavailable("storage_full"));
    session.sent("1", &sends[0].1, Ok(posted(11)), NOW);
    published(&mut session, 11);
    assert_eq!(told(&mut session)[0]["client_message_id"], "1");
    for (id, lane) in &sends[1..] {
        session.sent(id, lane, full(), NOW);
    }
    let paused = json!({ "type": "paused", "reason": "unavailable", "retry_after_ms": 2_000 });
    assert_eq!(told(&mut session), [paused]);
    // Until it goes on, nothing is taken, and nothing is said about it.
    send(&mut session, "2");
    assert!(asked(&mut session).is_empty() && told(&mut session).is_empty());
    say(&mut session, &json!({ "type": "continue" }));
    for id in ["2", "3", "4"] {
        send(&mut session, id);
    }
    let again = asked(&mut session);
    assert_eq!(ids(&again), ["2", "3", "4"]);
    assert!(!again[0].1.is_same(&sends[0].1), "a new try needs a lane that is not given up");
    // A late answer on the lane before says nothing new.
    session.sent("4", &sends[3].1, full(), NOW);
    assert!(told(&mut session).is_empty());
}

#[test]
fn over_the_hard_cap_what_follows_is_not_asked_for() {
    let mut session = live(Limits::default());
    for id in ["1", "2", "3"] {
        send(&mut session, id);
    }
    let Some(Request::Send { client_message_id, lane, .. }) = session.next_request() else {
        unreachable!("three sends were said")
    };
    assert_eq!(client_message_id, "1");
    // The shell turns the second one away.
    assert!(session.next_request().is_some());
    session.over_hard_cap("2", Duration::from_secs(41), NOW);
    assert!(asked(&mut session).is_empty());
    let paused = json!({ "type": "paused", "reason": "rate_limited", "retry_after_ms": 41_000 });
    assert_eq!(told(&mut session), [paused]);
    // The first one is on its way and is answered.
    session.sent("1", &lane, Ok(posted(11)), NOW);
    published(&mut session, 11);
    assert_eq!(told(&mut session)[0]["client_message_id"], "1");
}

#[test]
fn a_send_over_the_rate_names_the_time_to_be_woken() {
    let mut session = live(Limits { visitor_sends: (2, 1), ..Limits::default() });
    send(&mut session, "1");
    send(&mut session, "2");
    assert_eq!(ids(&asked(&mut session)), ["1"]);
    assert_eq!(session.next_deadline(NOW), Tick(5_500));
    session.tick(Tick(5_499));
    assert!(asked(&mut session).is_empty());
    session.tick(Tick(5_500));
    assert_eq!(ids(&asked(&mut session)), ["2"]);
}

#[test]
fn a_token_that_came_between_two_looks_wakes_the_link_at_once() {
    let mut session = live(Limits { visitor_sends: (2, 1), ..Limits::default() });
    send(&mut session, "1");
    send(&mut session, "2");
    assert_eq!(ids(&asked(&mut session)), ["1"]);
    // The shell asks a moment later: by now the second may go, and no frame and no answer will say so.
    let late = Tick(5_500);
    assert_eq!(session.next_deadline(late), late);
    session.tick(late);
    assert_eq!(ids(&asked(&mut session)), ["2"]);
}

#[test]
fn silence_has_its_deadlines() {
    let limits = Limits::default();
    let session = session(limits.clone());
    assert_eq!(session.next_deadline(NOW), NOW.plus(limits.hello_within));
    let mut session = live(limits.clone());
    assert_eq!(session.next_deadline(NOW), NOW.plus(limits.ping_after));
    session.tick(NOW.plus(limits.ping_after));
    assert!(matches!(session.next_request(), Some(Request::Ping)));
    assert_eq!(session.next_deadline(NOW), NOW.plus(limits.dead_after));
    session.tick(NOW.plus(limits.dead_after));
    assert_eq!(session.closing().map(|close| close.code), Some(1001));
}

#[test]
fn a_link_that_overflowed_while_it_was_stuck_is_behind_and_then_closed() {
    let limits = Limits::default();
    let mut session = live(limits.clone());
    let overflowed = Mail { overflowed: true, ..Mail::default() };
    session.mail(overflowed, 400, true, NOW);
    assert_eq!(told(&mut session), [json!({ "type": "behind", "reason": "queue_full" })]);
    published(&mut session, 500);
    send(&mut session, "1");
    assert!(session.next_request().is_none() && told(&mut session).is_empty());
    let end = NOW.plus(limits.behind_close_after);
    assert_eq!(session.next_deadline(NOW), end);
    session.tick(end);
    assert_eq!(session.closing().map(|close| close.code), Some(4008));
}

#[test]
fn a_link_that_overflowed_while_it_was_reading_asks_what_it_missed() {
    let mut session = live(Limits::default());
    let overflowed = Mail { overflowed: true, ..Mail::default() };
    session.mail(overflowed, 400, false, NOW);
    assert!(matches!(session.next_request(), Some(Request::Missed(10, 400))));
    assert!(told(&mut session).is_empty());
}

#[test]
fn nothing_is_taken_or_asked_for_after_the_end() {
    let mut session = live(Limits::default());
    send(&mut session, "1");
    let ended = Mail { orders: [crate::im::mailbox::Order::End("blocked")].into(), ..Mail::default() };
    session.mail(ended, 11, false, NOW);
    let end = json!({ "type": "session_ended", "code": "blocked", "reconnect": false });
    assert_eq!(told(&mut session), [end]);
    send(&mut session, "2");
    assert!(session.next_request().is_none() && told(&mut session).is_empty());
    assert_eq!(session.closing(), Some(Close { code: 4003, reason: "session ended" }));
}
