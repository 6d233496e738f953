//! A stranger's evening against the executable, while an owner signs in, an agent answers and customers write.
//!
//! With `SERVICEDESK_BIN` naming a release executable, times are held to as well, and the pictures are as large as they can be.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use futures_util::{FutureExt, SinkExt, StreamExt};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::process::{self, Served, done};
use super::{bomb, stranger};

const PASSWORD: &str = "kettle drum orbit 91";
/// Longest time for all of it.
const EVENING: Duration = Duration::from_mins(1);
const MIB: u64 = 1 << 20;
/// What the desk may take more than before (`VmHWM`).
const MEMORY_MAX: u64 = 60 * MIB;
/// What one address may have stored in a day, here.
const STORED_PER_DAY: u64 = 16 * MIB;
const CUSTOMERS: usize = 20;

/// The desk's HTTP side, through a trusted proxy that tells who asks.
pub struct Door {
    http: Client,
    pub origin: String,
    key: String,
}

impl Door {
    pub fn request(&self, from: &str, method: Method, path: &str, token: &str) -> RequestBuilder {
        let request =
            self.http.request(method, format!("{}{path}", self.origin)).header("x-forwarded-for", from);
        if token.is_empty() { request } else { request.bearer_auth(token) }
    }

    /// A call; nothing where the desk hung up.
    pub async fn call(
        &self,
        from: &str,
        method: Method,
        path: &str,
        token: &str,
        body: &Value,
    ) -> Option<(u16, Value)> {
        let response = self.request(from, method, path, token).json(body).send().await.ok()?;
        let status = response.status().as_u16();
        Some((status, response.json().await.unwrap_or_default()))
    }

    /// A new visitor's session token.
    pub async fn come(&self, from: &str) -> Result<String, Option<(u16, Value)>> {
        let answer =
            self.call(from, Method::POST, "/widget/v1/session", "", &json!({ "key": self.key })).await;
        match answer {
            Some((200, body)) => Ok(body["session_token"].as_str().unwrap().to_owned()),
            other => Err(other),
        }
    }
}

/// A socket through the same proxy.
pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    pub async fn open(door: &Door, from: &str, token: &str) -> Option<Self> {
        let address = format!("{}/im/v1/socket", door.origin.replacen("http", "ws", 1));
        let mut request = address.into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", "servicedesk.im.v1".parse().unwrap());
        headers.insert("x-forwarded-for", from.parse().unwrap());
        let mut socket = Self(connect_async(request).await.ok()?.0);
        let hello = json!({ "type": "hello", "protocol": "servicedesk.im.v1", "session_token": token });
        socket.say(&hello).await.then_some(socket)
    }

    pub async fn say(&mut self, frame: &Value) -> bool {
        self.0.send(Message::text(frame.to_string())).await.is_ok()
    }

    pub async fn send(&mut self, id: &str, text: &str) -> bool {
        self.say(&json!({
            "type": "send", "client_message_id": id, "conversation_id": null, "note": false,
            "content": { "kind": "text", "text": text },
        }))
        .await
    }

    /// The next frame, if one is there already.
    pub fn ready(&mut self) -> Option<Value> {
        self.0.next().now_or_never().flatten().and_then(frame)
    }

    /// The next frame of a type.
    async fn next_of(&mut self, kind: &str) -> Value {
        loop {
            let next =
                self.0.next().await.expect("the link stays").ok().and_then(|message| frame(Ok(message)));
            let Some(next) = next else { continue };
            assert_ne!(next["type"], "paused", "an honest customer is paused");
            if next["type"] == kind {
                return next;
            }
        }
    }
}

fn frame(message: Result<Message, tokio_tungstenite::tungstenite::Error>) -> Option<Value> {
    let Ok(Message::Text(text)) = message else { return None };
    serde_json::from_str(&text).ok()
}

/// The most memory that a process has taken.
fn peak(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
}

/// Bytes of all files below a folder.
fn bytes_below(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let bytes = entries.map(|entry| match entry.metadata() {
        Ok(data) if data.is_dir() => bytes_below(&entry.path()),
        Ok(data) => data.len(),
        Err(_) => 0,
    });
    bytes.sum()
}

#[expect(clippy::disallowed_methods, reason = "what is measured is real time")]
fn now() -> Instant {
    Instant::now()
}

/// A customer writes and an agent answers, `rounds` times; how long the agent waited each time.
async fn talk(door: &Door, number: usize, agent: &str, rounds: usize) -> Vec<Duration> {
    let from = format!("198.51.{}.{}", number / CUSTOMERS, number % CUSTOMERS + 1);
    // Each of the team at a desk of their own: together they write more than one may from one address.
    let colleague = format!("203.0.113.{}", number % CUSTOMERS + 10);
    let token = door.come(&from).await.unwrap_or_else(|refused| panic!("no session: {refused:?}"));
    let mut socket = Socket::open(door, &from, &token).await.expect("a customer gets a socket");
    socket.next_of("welcome").await;
    let mut waited = Vec::new();
    for round in 0..rounds {
        assert!(socket.send(&format!("{number}/{round}"), "几点发货?").await);
        let conversation = socket.next_of("accepted").await["conversation_id"].clone();
        let path = format!("/api/v1/conversations/{}/messages", conversation.as_str().unwrap());
        let body = json!({
            "client_message_id": format!("{number}/{round}/answer"),
            "content": { "kind": "text", "text": "今天发" },
        });
        let started = now();
        let answer = door.call(&colleague, Method::POST, &path, agent, &body).await;
        waited.push(started.elapsed());
        let (status, said) = answer.expect("the desk answers");
        assert_eq!(status, 201, "an agent is refused: {} {said}", stranger::code(&said));
        socket.next_of("message").await;
    }
    waited
}

fn slowest_of_hundred(mut waited: Vec<Duration>) -> Duration {
    waited.sort_unstable();
    waited[waited.len() * 99 / 100]
}

async fn everybody_talks(door: &Door, first: usize, agent: &str) -> Vec<Duration> {
    let talks = (0..CUSTOMERS).map(|number| talk(door, first + number, agent, 10));
    join_all(talks).await.concat()
}

async fn owner_signs_in(door: &Door) {
    let body = json!({ "email": "owner@example.com", "password": PASSWORD });
    let answer = door.call("203.0.113.9", Method::POST, "/api/v1/login", "", &body).await;
    assert_eq!(answer.map(|(status, _)| status), Some(200), "the owner at the first try");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_strangers_evening_leaves_everybody_else_alone() {
    let is_release = process::is_given();
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let data = place.path().join("data");
    for (email, role) in [("owner@example.com", "owner"), ("agent@example.com", "agent")] {
        let add = ["agent", "add", "--email", email, "--name", "小梅", "--role", role, "--password-stdin"];
        done(&data, &add, &format!("{PASSWORD}\n"));
    }
    let agent = done(&data, &["token", "create", "--agent", "agent@example.com", "--name", "evening"], "");
    let listed = done(&data, &["widget", "list"], "");
    let key = listed.split('\t').find(|part| part.starts_with("pk_")).unwrap().trim().to_owned();
    let stored = STORED_PER_DAY.to_string() + " B";
    let desk = Served::start(
        &data,
        &[
            ("SERVICEDESK_SERVER__MAX_CONNECTIONS", "1200"),
            ("SERVICEDESK_LIMITS__ADDRESS_STORED_PER_DAY", &stored),
        ],
    );
    let address: SocketAddr = desk.origin.trim_start_matches("http://").parse().unwrap();
    // As most proxies do it: a connection for each request.
    let http = process::http::builder().pool_max_idle_per_host(0).build().unwrap();
    let door = Arc::new(Door { http, origin: desk.origin.clone(), key });

    // The same without the stranger.
    owner_signs_in(&door).await;
    let alone = slowest_of_hundred(everybody_talks(&door, 0, &agent).await);
    let (before, kept) = (peak(desk.pid()), bytes_below(&data));

    let (over, tried) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let stranger = tokio::spawn({
        let (door, over, tried) = (Arc::clone(&door), Arc::clone(&over), Arc::clone(&tried));
        let bomb = bomb::png(if is_release { 7_050 } else { 1_500 });
        async move {
            let silent = stranger::silence(address, 300).await;
            let endless = tokio::spawn(stranger::endless(address, 100, Arc::clone(&over)));
            let tokens = stranger::sessions(&door, 200).await;
            assert!(!tokens.is_empty(), "a stranger is a visitor, too");
            let counted = async {
                tokio::join!(
                    stranger::guesses(&door, 500, 30),
                    stranger::announcements(&door, &tokens, 300),
                    stranger::bombs(&door, &tokens, &bomb, 12),
                );
                tried.store(true, Ordering::Relaxed);
            };
            let ((), flooded) = tokio::join!(counted, stranger::flood(&door, 40, Arc::clone(&over)));
            endless.await.unwrap();
            drop(silent);
            flooded
        }
    });
    let honest = async {
        let (mut waited, mut rounds) = (Vec::new(), 1);
        while rounds <= 3 || !tried.load(Ordering::Relaxed) {
            if rounds <= 3 {
                owner_signs_in(&door).await;
            }
            waited.extend(everybody_talks(&door, rounds * CUSTOMERS, &agent).await);
            assert_eq!(process::rest::status(&desk.origin, "/healthz").await, 200);
            rounds += 1;
        }
        // There is still room for an agent's file.
        let file = json!({ "file_name": "price list.pdf", "byte_size": 40 << 20 });
        let answer = door.call("203.0.113.10", Method::POST, "/files/v1/uploads", &agent, &file).await;
        assert_eq!(answer.map(|(status, _)| status), Some(201));
        let announced = door.come("198.51.100.200").await.unwrap();
        let answer = door.call("198.51.100.200", Method::POST, "/files/v1/uploads", &announced, &file).await;
        assert_eq!(answer.map(|(status, _)| status), Some(201), "a customer's first file");
        slowest_of_hundred(waited)
    };
    let together = tokio::time::timeout(EVENING, honest).await.expect("everybody is served in an evening");
    over.store(true, Ordering::Relaxed);
    let flooded = tokio::time::timeout(EVENING, stranger).await.expect("the stranger goes").unwrap();

    let (took, grew) = (peak(desk.pid()).saturating_sub(before), bytes_below(&data).saturating_sub(kept));
    println!(
        "stranger's evening: memory +{} MiB, disk +{} MiB, {flooded} messages of 32 KB stored, \
         agent's slowest of a hundred {alone:?} alone, {together:?} beside the stranger",
        took / MIB,
        grew / MIB,
    );
    assert!(took <= MEMORY_MAX, "memory grew by {} MiB", took / MIB);
    // Two addresses, each in the database and once more in its log, and what the desk itself keeps free.
    assert!(grew <= 2 * STORED_PER_DAY * 2 + 32 * MIB, "the disk grew by {} MiB", grew / MIB);
    if is_release {
        assert!(together <= alone * 2 + Duration::from_millis(5), "{together:?} against {alone:?}");
    }
}
