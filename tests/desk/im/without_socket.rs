//! Links without a WebSocket: a stream with requests beside it, or one request after the other.

use std::time::Duration;

use futures_util::FutureExt;
use serde_json::{Value, json};

use crate::support::{Answer, Event, Events, TestDesk, Visitor, said, send};

const fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

async fn bring(visitor: &Visitor, session: &Value, frames: &Value) -> Answer {
    visitor.post(&format!("/im/v1/frames?session_id={}", session.as_str().unwrap()), frames).await
}

async fn poll(visitor: &Visitor, body: Value) -> Vec<Value> {
    let answer = visitor.post("/im/v1/poll", &body).await.ok(200);
    // How the shop stands may be told at any time.
    answer.as_array().unwrap().iter().filter(|frame| frame["type"] != "shop").cloned().collect()
}

/// A request of the link that `welcome` opened, which was taken in.
fn after(welcome: &Value, mut more: Value) -> Value {
    more["session_id"] = welcome["session_id"].clone();
    more["resume"] = json!({ "log_epoch": welcome["log_epoch"], "log_position": welcome["log_position"] });
    more
}

fn kinds(frames: &[Value]) -> Vec<&str> {
    frames.iter().map(|frame| frame["type"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_stream_begins_with_welcome_and_names_the_cursor_after_each_event() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let mut stream = Events::open(&desk, &visitor.session_token, None).await;
    let Event::Frame(welcome, cursor) = stream.next().await else { panic!("no frame") };
    let epoch = welcome["log_epoch"].as_str().unwrap().to_owned();
    assert_eq!((&welcome["type"], &welcome["resume"]), (&json!("welcome"), &json!("fresh")));
    assert_eq!(cursor, Some(format!("{epoch}:{}", welcome["log_position"])));

    let answer =
        bring(&visitor, &welcome["session_id"], &json!([send("m1", json!(null), "几点发货?")])).await;
    assert_eq!(answer.ok(200), json!([]), "what has a place in the order comes on the stream only");
    let Event::Frame(accepted, cursor) = stream.next().await else { panic!("no frame") };
    assert_eq!((&accepted["type"], &accepted["sequence"]), (&json!("accepted"), &json!(1)));
    assert_eq!(cursor, Some(format!("{epoch}:{}", accepted["log_position"])));

    let conversation = accepted["conversation_id"].as_str().unwrap();
    owner.reply(conversation, "今天发").await;
    assert_eq!(stream.expect("message").await["content"], said("今天发"));
}

#[tokio::test]
async fn answers_without_a_place_in_the_order_come_back_with_the_request() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut stream = Events::open(&desk, &visitor.session_token, None).await;
    let session = stream.expect("welcome").await["session_id"].clone();
    let frames = json!([
        send("m1", json!(null), "在吗?"),
        send("m2", json!("c_0000000000000"), "在吗?"),
        { "type": "fetch", "request_id": "7", "conversation_id": "c_0000000000000" },
        { "type": "ping" },
        { "type": "dance" },
    ]);
    let mut answers = bring(&visitor, &session, &frames).await.ok(200).as_array().unwrap().clone();
    let told = |frame: &Value| (frame["type"].clone(), frame["code"].clone());
    answers.sort_by_key(ToString::to_string);
    assert_eq!(
        answers.iter().map(told).collect::<Vec<_>>(),
        [
            (json!("error"), json!("not_found")),
            (json!("error"), json!("unknown_type")),
            (json!("pong"), json!(null)),
            (json!("refused"), json!("not_found")),
        ]
    );
    assert_eq!(stream.expect("accepted").await["client_message_id"], "m1");
}

#[tokio::test]
async fn a_stream_goes_on_after_the_last_event() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("在吗?").await;
    let mut stream = Events::open(&desk, &visitor.session_token, None).await;
    stream.expect("welcome").await;
    let cursor = stream.cursor.clone().unwrap();
    drop(stream);
    let answered = owner.reply(&conversation, "在的").await;
    owner.published(&answered["log_position"]).await;
    let mut stream = Events::open(&desk, &visitor.session_token, Some(&cursor)).await;
    let Event::Frame(welcome, named) = stream.next().await else { panic!("no frame") };
    assert_eq!((&welcome["resume"], named), (&json!("replaying"), None), "what was missed is still to come");
    assert_eq!(stream.expect("message").await["content"], said("在的"));
    stream.expect("caught_up").await;

    let mut stream = Events::open(&desk, &visitor.session_token, Some("yesterday")).await;
    assert_eq!(stream.expect("error").await["code"], "invalid_resume");
    assert_eq!(stream.expect("welcome").await["resume"], "fresh");
}

#[tokio::test]
async fn a_silent_stream_is_kept_open_by_comments_and_a_left_one_ends() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut stream = Events::open(&desk, &visitor.session_token, None).await;
    let session = stream.expect("welcome").await["session_id"].clone();
    for _ in 0..6 {
        let mut next = Box::pin(stream.next());
        let event = loop {
            if let Some(event) = next.as_mut().now_or_never() {
                break event;
            }
            desk.pass(seconds(1));
            desk.get("/healthz").await.ok(200);
        };
        assert_eq!(event, Event::Comment);
    }
    bring(&visitor, &session, &json!([{ "type": "ping" }])).await.ok(200);
    drop(stream);
    desk.pass_until(async || bring(&visitor, &session, &json!([])).await.status == 404).await;
}

#[tokio::test]
async fn a_link_belongs_to_whoever_opened_it() {
    let desk = TestDesk::open().await;
    let (visitor, other) = (desk.visitor().await, desk.visitor().await);
    let mut stream = Events::open(&desk, &visitor.session_token, None).await;
    let session = stream.expect("welcome").await["session_id"].clone();
    bring(&other, &session, &json!([])).await.problem(404, "not_found");
    bring(&visitor, &json!("s_0000000000000"), &json!([])).await.problem(404, "not_found");
    let wrong = desk.request(reqwest::Method::POST, "/im/v1/poll").bearer_auth("forged").json(&json!({}));
    Answer::to(wrong).await.problem(401, "unauthenticated");
    desk.get("/im/v1/stream").await.problem(401, "unauthenticated");
    // A renewed token of the same visitor is as good as the first.
    let renewed = visitor.come_back(&desk, Value::Null).await;
    bring(&renewed, &session, &json!([{ "type": "ping" }])).await.ok(200);
}

#[tokio::test]
async fn polls_bring_confirm_and_take() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let first = poll(&visitor, json!({ "session_id": null, "resume": null, "frames": [] })).await;
    assert_eq!(kinds(&first), ["welcome"]);
    let session = &first[0]["session_id"];
    let epoch = &first[0]["log_epoch"];
    let at = |position: &Value| json!({ "log_epoch": epoch, "log_position": position });
    let cursor = at(&first[0]["log_position"]);

    let frames = json!([send("m1", json!(null), "几点发货?")]);
    let said_it = poll(
        &visitor,
        json!({ "session_id": session, "resume": cursor, "frames": frames, "wait_ms": 25_000 }),
    )
    .await;
    assert_eq!(kinds(&said_it), ["accepted"]);
    let confirmed = at(&said_it[0]["log_position"]);
    owner.reply(said_it[0]["conversation_id"].as_str().unwrap(), "今天发").await;

    // The answer to this one is lost on its way: what has a place is given again, and what was confirmed is not.
    let waits = json!({ "session_id": session, "resume": confirmed, "frames": [], "wait_ms": 25_000 });
    let lost = poll(&visitor, waits.clone()).await;
    assert_eq!(lost.last().unwrap()["content"], said("今天发"));
    owner.reply(said_it[0]["conversation_id"].as_str().unwrap(), "明天到").await;
    let again = poll(&visitor, waits).await;
    let words: Vec<&Value> = again
        .iter()
        .filter(|frame| frame["type"] == "message")
        .map(|frame| &frame["content"]["text"])
        .collect();
    assert_eq!(words, ["今天发", "明天到"]);
}

#[tokio::test]
async fn of_two_that_wait_the_newer_goes_on_and_frames_do_not_end_who_waits() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let first = poll(&visitor, json!({})).await;
    let waits = after(&first[0], json!({ "wait_ms": 25_000 }));
    let older = tokio::spawn({
        let (visitor, waits) = (visitor.clone(), waits.clone());
        async move { poll(&visitor, waits).await }
    });
    let newer = tokio::spawn({
        let visitor = visitor.clone();
        async move { poll(&visitor, waits).await }
    });
    // Whichever came first has ended with nothing by the time the other gets the answer.
    let (ended, left) = futures_util::future::select(older, newer).await.factor_first();
    assert_eq!(ended.unwrap(), Vec::<Value>::new());
    let frames =
        json!({ "session_id": first[0]["session_id"], "frames": [send("m1", json!(null), "在吗?")] });
    let brought = poll(&visitor, frames).await;
    let waited = left.await.unwrap();
    assert_eq!((kinds(&brought), kinds(&waited)), (vec![], vec!["accepted"]));
}

#[tokio::test]
async fn a_link_that_nobody_asks_for_ends() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let first = poll(&visitor, json!({})).await;
    let asks = after(&first[0], json!({}));
    assert_eq!(poll(&visitor, asks.clone()).await, Vec::<Value>::new());
    desk.pass(seconds(60));
    // Whoever asks before the link has ended is heard, and its silence begins anew.
    while visitor.post("/im/v1/poll", &asks).await.status != 404 {
        desk.pass(seconds(60));
        desk.get("/healthz").await.ok(200);
    }
}

#[tokio::test]
async fn what_cannot_be_read_says_so() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    visitor.post("/im/v1/poll", &json!({ "frames": 7 })).await.problem(400, "invalid");
    let many: Vec<Value> = (0..65).map(|_| json!({ "type": "ping" })).collect();
    let first = poll(&visitor, json!({})).await;
    let body = json!({ "session_id": first[0]["session_id"], "frames": many });
    visitor.post("/im/v1/poll", &body).await.problem(429, "rate_limited");
    // A cursor that cannot be read is told along with `welcome`.
    let fresh = poll(&visitor, json!({ "resume": { "log_epoch": 7 } })).await;
    assert_eq!(kinds(&fresh), ["error", "welcome"]);
    // Not an object: told in words, as on a socket.
    let body = after(&first[0], json!({ "frames": ["hello"] }));
    assert_eq!(poll(&visitor, body).await[0]["code"], "invalid");
}
