//! Who holds a connection without need, and who writes too much from one address.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::config::units::ByteSize;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use crate::support::{Answer, Event, Events, TestDesk, announced, hurried, said, send};

const fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

async fn connect(desk: &TestDesk) -> TcpStream {
    TcpStream::connect(desk.origin().trim_start_matches("http://")).await.unwrap()
}

/// A connection from an address of this machine that is no trusted proxy.
async fn stranger(desk: &TestDesk) -> Option<TcpStream> {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.66:0".parse().unwrap()).unwrap();
    socket.connect(desk.origin().trim_start_matches("http://").parse().unwrap()).await.ok()
}

async fn says(stream: &mut TcpStream, text: &str) {
    // A desk that hung up says so to whoever reads.
    drop(stream.write_all(text.as_bytes()).await);
}

/// Everything that still comes.
async fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut piece = vec![0; 64 << 10];
    while let Ok(count @ 1..) = stream.read(&mut piece).await {
        bytes.extend_from_slice(&piece[..count]);
    }
    bytes
}

#[tokio::test]
async fn connections_that_say_nothing_make_room() {
    let desk = TestDesk::with(|config| config.server.max_connections = 16).await;
    let mut silent = Vec::new();
    for _ in 0..40 {
        silent.push(connect(&desk).await);
        silent.extend(stranger(&desk).await);
    }
    // A new connection each time: those that are kept alive hold a place already.
    for _ in 0..3 {
        let mut asking = connect(&desk).await;
        says(&mut asking, "GET /healthz HTTP/1.1\r\nhost: desk\r\nconnection: close\r\n\r\n").await;
        assert!(rest(&mut asking).await.starts_with(b"HTTP/1.1 200 "));
    }
}

#[tokio::test]
async fn an_address_holds_no_more_than_its_share_of_connections_at_work() {
    let desk = TestDesk::with(|config| config.server.max_connections = 128).await;
    let visitor = desk.visitor().await;
    let head = "GET /im/v1/stream HTTP/1.1\r\nhost: desk\r\nauthorization: Bearer ";
    let mut streams = Vec::new();
    for _ in 0..8 {
        let mut stream = stranger(&desk).await.unwrap();
        says(&mut stream, &format!("{head}{}\r\n\r\n", visitor.session_token)).await;
        stream.readable().await.unwrap();
        streams.push(stream);
    }
    let mut one_more = stranger(&desk).await.unwrap();
    assert!(rest(&mut one_more).await.is_empty(), "a quarter of all is taken");
    desk.get("/healthz").await.ok(200);
}

#[tokio::test]
async fn requests_at_work_are_counted_for_the_address_that_the_proxy_names() {
    let desk = TestDesk::with(|config| config.limits.requests_per_address = 2).await;
    let visitor = desk.visitor().await;
    let ask = async |from: &str| {
        let request = desk.request(Method::GET, "/im/v1/stream").bearer_auth(&visitor.session_token);
        request.header("x-forwarded-for", from).send().await.unwrap()
    };
    let open = [ask("2001:db8::1").await, ask("2001:db8::2").await];
    assert!(open.iter().all(|answer| answer.status() == 200));
    let refused = ask("2001:db8::3").await;
    assert_eq!((refused.status().as_u16(), refused.headers()["retry-after"].to_str().unwrap()), (429, "1"));
    assert_eq!(ask("2001:db8:0:1::1").await.status(), 200);
}

#[tokio::test]
async fn a_body_without_an_end_is_given_up() {
    let desk = TestDesk::open().await;
    let mut endless = Vec::new();
    for (path, length) in [
        ("/api/v1/login", "content-length: 200000"),
        ("/widget/v1/session", "transfer-encoding: chunked"),
        // Nobody reads these: the answer is there before the body.
        ("/nothing", "transfer-encoding: chunked"),
        ("/healthz", "content-length: 200000"),
    ] {
        let mut stream = connect(&desk).await;
        let piece = if length.contains("chunked") { "1\r\n{\r\n" } else { "{" };
        says(&mut stream, &format!("POST {path} HTTP/1.1\r\nhost: desk\r\n{length}\r\n\r\n{piece}")).await;
        endless.push((path, stream, piece));
    }
    for (_, stream, piece) in &mut endless {
        desk.pass_until(async || {
            says(stream, piece).await;
            let mut answer = [0; 4_096];
            desk.get("/healthz").await.ok(200);
            match stream.try_read(&mut answer) {
                Ok(count) => count == 0,
                Err(error) => error.kind() != std::io::ErrorKind::WouldBlock,
            }
        })
        .await;
    }
}

#[tokio::test]
async fn an_answer_that_nobody_reads_is_given_up() {
    let desk = TestDesk::open().await;
    let whole = desk.get("/openapi.json").await.text.len();
    let mut stream = connect(&desk).await;
    let count = 15_usize;
    let times = 40;
    for _ in 0..times {
        let asked = "GET /openapi.json HTTP/1.1\r\nhost: desk\r\n\r\n".repeat(count);
        says(&mut stream, &asked).await;
    }
    // Until the system holds as much as it will, and then until the desk has waited long enough.
    for _ in 0..150 {
        desk.pass(seconds(1));
        for _ in 0..20 {
            desk.get("/healthz").await.ok(200);
        }
    }
    let came = rest(&mut stream).await.len();
    assert!(came < whole * count * times, "{came} of {}", whole * count * times);
}

#[tokio::test]
async fn a_stream_whose_reader_hung_up_ends_at_once() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut stream = Events::open(&desk, &visitor.session_token, None).await;
    let Event::Frame(welcome, _) = stream.next().await else { panic!("no frame") };
    let path = format!("/im/v1/frames?session_id={}", welcome["session_id"].as_str().unwrap());
    drop(stream);
    // Time stands still: nothing is sent that could be found undeliverable.
    for _ in 0..2_000 {
        if visitor.post(&path, &json!([])).await.status == 404 {
            return;
        }
    }
    panic!("the desk still takes the reader to be there");
}

/// A desk where an address soon has written enough.
async fn narrow() -> TestDesk {
    TestDesk::with(|config| {
        hurried(config);
        config.limits.sends_hard_per_minute = 4;
        config.limits.address_writes_per_minute = 4;
    })
    .await
}

async fn come_from(desk: &TestDesk, address: &str) -> Value {
    let request = desk.request(Method::POST, "/widget/v1/session").header("x-forwarded-for", address);
    Answer::to(request.json(&json!({ "key": desk.key }))).await.ok(200)
}

async fn post_from(desk: &TestDesk, address: &str, token: &str, path: &str, body: &Value) -> Answer {
    let request = desk.request(Method::POST, path).header("x-forwarded-for", address);
    Answer::to(request.bearer_auth(token).json(body)).await
}

#[tokio::test]
async fn visitors_at_one_address_write_so_much_together_by_all_doors() {
    let desk = narrow().await;
    let owner = desk.owner().await;
    let (one, two) = (desk.visitor().await, desk.visitor().await);
    let (mut link, conversation) = one.begin("1").await;
    let mut other = two.connect().await;
    link.post("2", Value::Null, "2").await;
    other.post("3", Value::Null, "3").await;
    // A file is announced by REST, words are sent by sockets: it is one amount.
    two.post("/files/v1/uploads", &announced("a.txt", b"a")).await.ok(201);
    for link in [&mut link, &mut other] {
        link.say(&send("5", Value::Null, "5")).await;
        let paused = link.expect("paused").await;
        assert_eq!(paused["reason"], "rate_limited");
    }
    let refused = one.post("/widget/v1/conversations/x/end", &json!({})).await;
    refused.problem(429, "rate_limited");
    let far = "2001:db8::7";
    let token = come_from(&desk, far).await["session_token"].as_str().unwrap().to_owned();
    post_from(&desk, far, &token, "/files/v1/uploads", &announced("a.txt", b"a")).await.ok(201);
    for text in ["1", "2", "3", "4", "5", "6"] {
        owner.act(&conversation, "messages", json!({ "content": said(text) })).await.ok(201);
    }
    desk.pass(seconds(60));
    let mut again = two.connect().await;
    again.post("5", Value::Null, "5").await;
}

#[tokio::test]
async fn visitors_at_one_address_store_so_much_a_day() {
    let desk = TestDesk::with(|config| {
        hurried(config);
        config.limits.address_stored_per_day = ByteSize::from_kib(24);
    })
    .await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    for id in ["1", "2"] {
        link.post(id, Value::Null, &"x".repeat(8_000)).await;
    }
    link.say(&send("3", Value::Null, &"x".repeat(8_000))).await;
    assert_eq!(link.expect("paused").await["reason"], "rate_limited");
    // Somebody new takes room, too; the rest is not enough after a few.
    let mut status = 200;
    for _ in 0..8 {
        status = desk.post("/widget/v1/session", &json!({ "key": desk.key })).await.status;
    }
    assert_eq!(status, 429);
    assert_eq!(come_from(&desk, "192.0.2.9").await["dropped"], json!([]));
    desk.pass(Duration::from_hours(24));
    let mut link = visitor.come_back(&desk, Value::Null).await.connect().await;
    link.post("3", Value::Null, &"x".repeat(8_000)).await;
}

#[tokio::test]
async fn sessions_for_somebody_new_are_rarer() {
    let desk = TestDesk::with(|config| {
        config.limits.session_burst = 4;
        config.limits.session_per_second = 1;
    })
    .await;
    let first = desk.visitor().await;
    desk.visitor().await;
    desk.post("/widget/v1/session", &json!({ "key": desk.key })).await.problem(429, "rate_limited");
    let known = json!({ "key": desk.key, "visitor_token": first.visitor_token });
    // Real time gives tokens back: whoever is known needs one, not two.
    loop {
        let answer = desk.post("/widget/v1/session", &known).await;
        if answer.status == 200 {
            break;
        }
        assert_eq!(answer.status, 429);
    }
    desk.post("/widget/v1/session", &json!({ "key": desk.key })).await.problem(429, "rate_limited");
}
