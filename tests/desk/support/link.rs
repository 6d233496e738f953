//! A client's end of a socket. It checks on its own what holds on every link: positions ascend.

use std::collections::VecDeque;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;

/// What does not come within this time does not come.
const DEADLINE: Duration = Duration::from_secs(10);

/// Where a client goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub epoch: String,
    pub position: i64,
}

impl Cursor {
    /// The cursor as `hello` carries it.
    pub fn frame(&self) -> Value {
        json!({ "log_epoch": self.epoch, "log_position": self.position })
    }
}

/// Something that arrives.
#[derive(Debug, PartialEq)]
pub enum Arrival {
    /// A frame of the protocol.
    Frame(Value),
    /// A WebSocket PING; it was answered.
    Ping,
    /// The end, with its close code; 1006 if there was none.
    Closed(u16),
}

/// One socket to the desk, and what came over it that no test asked for yet.
#[derive(Debug)]
pub struct Link {
    /// The answer to `hello`.
    pub welcome: Value,
    socket: WebSocketStream<TcpStream>,
    unread: VecDeque<Value>,
    kept: VecDeque<Value>,
    position: i64,
}

impl Link {
    /// Opens a socket at `host` and says nothing yet.
    pub async fn open(host: &str) -> Self {
        let mut request = format!("ws://{host}/im/v1/socket").into_client_request().unwrap();
        request.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static("servicedesk.im.v1"));
        let stream = TcpStream::connect(host).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let (socket, response) = tokio_tungstenite::client_async(request, stream).await.unwrap();
        assert_eq!(response.headers()["sec-websocket-protocol"], "servicedesk.im.v1");
        Self { welcome: Value::Null, socket, unread: VecDeque::new(), kept: VecDeque::new(), position: 0 }
    }

    /// Says hello with more fields and reads the welcome.
    pub async fn hello(&mut self, session_token: &str, more: Value) {
        self.greet(session_token, more).await;
        self.welcome = self.expect("welcome").await;
        self.position = match self.welcome["resume"].as_str() {
            Some("replaying") => self.position,
            _ => self.welcome["log_position"].as_i64().unwrap(),
        };
    }

    /// Says hello with more fields.
    pub async fn greet(&mut self, session_token: &str, more: Value) {
        let mut hello = json!({
            "type": "hello",
            "protocol": "servicedesk.im.v1",
            "session_token": session_token,
            "client": { "kind": "web", "version": "1.0.0" },
            "resume": null,
        });
        hello.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.position = hello["resume"]["log_position"].as_i64().unwrap_or_default();
        self.say(&hello).await;
    }

    /// Says a frame.
    pub async fn say(&mut self, frame: &Value) {
        self.say_text(frame.to_string()).await;
    }

    /// Says whatever it is.
    pub async fn say_text(&mut self, text: impl Into<String>) {
        self.socket.send(Message::text(text.into())).await.unwrap();
    }

    /// Sends bytes that are no text.
    pub async fn say_bytes(&mut self, bytes: Vec<u8>) {
        self.socket.send(Message::binary(bytes)).await.unwrap();
    }

    /// Says a text and reads that it was accepted.
    pub async fn post(&mut self, id: &str, conversation: impl Into<Value>, text: &str) -> Value {
        self.say(&super::send(id, conversation, text)).await;
        let accepted = self.expect("accepted").await;
        assert_eq!(accepted["client_message_id"], id);
        accepted
    }

    /// Says a text and reads on until it was accepted; what else is told until then is passed over.
    pub async fn post_amid(&mut self, id: &str, conversation: impl Into<Value>, text: &str) -> Value {
        self.say(&super::send(id, conversation, text)).await;
        loop {
            let told = self.told().await;
            if told["type"] == "accepted" && told["client_message_id"] == id {
                return told;
            }
        }
    }

    /// Says a text again: its answer may carry an older position.
    pub async fn post_again(&mut self, id: &str, conversation: impl Into<Value>, text: &str) -> Value {
        self.send_again(&super::send(id, conversation, text)).await
    }

    /// Says a `send` again, whatever else is told meanwhile: its answer may carry an older position.
    pub async fn send_again(&mut self, frame: &Value) -> Value {
        let mut reached = self.position;
        self.say(frame).await;
        loop {
            self.position = 0;
            let told = self.told().await;
            reached = reached.max(self.position);
            if told["type"] == "accepted" {
                assert_eq!(told["client_message_id"], frame["client_message_id"]);
                self.position = reached;
                return told;
            }
        }
    }

    /// Says a text that is refused; the code.
    pub async fn refused(&mut self, frame: &Value) -> String {
        self.say(frame).await;
        let refused = self.expect("refused").await;
        assert_eq!(refused["client_message_id"], frame["client_message_id"]);
        assert!(!refused["message"].as_str().unwrap().is_empty());
        refused["code"].as_str().unwrap().to_owned()
    }

    /// Says a frame that is an error; the code.
    pub async fn error(&mut self, frame: &Value) -> String {
        self.say(frame).await;
        let error = self.expect("error").await;
        assert_eq!(error["request_id"], frame["request_id"]);
        error["code"].as_str().unwrap().to_owned()
    }

    /// Asks for entries; the page.
    pub async fn fetch(&mut self, conversation: &str, more: Value) -> Value {
        let mut fetch = json!({ "type": "fetch", "request_id": "7", "conversation_id": conversation });
        fetch.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.say(&fetch).await;
        let page = self.expect("page").await;
        assert_eq!(page["request_id"], "7");
        page
    }

    /// The next thing that arrives.
    #[track_caller]
    pub fn next(&mut self) -> impl Future<Output = Arrival> {
        let caller = std::panic::Location::caller();
        async move {
            loop {
                let arrival = tokio::time::timeout(DEADLINE, self.read()).await;
                match arrival.unwrap_or_else(|_| panic!("nothing came in time, waited for at {caller}")) {
                    // Every visitor's link is told, right after its welcome.
                    Arrival::Frame(frame) if frame["type"] == "shop" => self.kept.push_back(frame),
                    arrival => return arrival,
                }
            }
        }
    }

    async fn read(&mut self) -> Arrival {
        loop {
            if let Some(frame) = self.unread.pop_front() {
                self.check_order(&frame);
                return Arrival::Frame(frame);
            }
            match self.socket.next().await {
                Some(Ok(Message::Text(text))) => {
                    let frames = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
                    self.unread.extend(frames.map(Result::unwrap));
                }
                Some(Ok(Message::Ping(_))) => return Arrival::Ping,
                Some(Ok(Message::Close(frame))) => {
                    return Arrival::Closed(frame.map_or(1005, |frame| frame.code.into()));
                }
                Some(Ok(other)) => panic!("the desk never sends {other:?}"),
                Some(Err(_)) | None => return Arrival::Closed(1006),
            }
        }
    }

    /// What carries a position leaves in ascending order; these frames, and no others, move the cursor.
    fn check_order(&mut self, frame: &Value) {
        let kind = frame["type"].as_str().unwrap();
        if !["message", "entry", "erased", "caught_up", "accepted"].contains(&kind) {
            return;
        }
        let position = frame["log_position"].as_i64().unwrap();
        let ascends = position > self.position || kind == "caught_up" && position == self.position;
        assert!(ascends, "after position {} came {frame}", self.position);
        self.position = position;
    }

    /// The next frame of this kind. Typing, presence and progress may come at any time and are kept for whoever expects
    /// them; of all others it must be the next.
    #[track_caller]
    pub fn expect(&mut self, kind: &str) -> impl Future<Output = Value> {
        let caller = std::panic::Location::caller();
        async move {
            let wanted =
                |frame: &Value| frame["type"] == kind || !is_ephemeral(kind) && !is_ephemeral(&frame["type"]);
            let frame = match self.kept.iter().position(wanted) {
                Some(place) => self.kept.remove(place).unwrap(),
                None => loop {
                    match tokio::time::timeout(DEADLINE, self.read()).await {
                        Ok(Arrival::Frame(frame)) if wanted(&frame) => break frame,
                        Ok(Arrival::Frame(frame)) => self.kept.push_back(frame),
                        Ok(Arrival::Ping) => {}
                        Ok(Arrival::Closed(code)) => {
                            panic!("closed with {code}, expecting {kind} at {caller}; kept {:?}", self.kept)
                        }
                        Err(late) => panic!("no {kind} at {caller}: {late}; kept {:?}", self.kept),
                    }
                },
            };
            assert_eq!(frame["type"], kind, "expected at {caller}: {frame}");
            frame
        }
    }

    /// Reads up to the close; its code. Nothing but ephemeral frames may come before.
    #[track_caller]
    pub fn closed(&mut self) -> impl Future<Output = u16> {
        let caller = std::panic::Location::caller();
        async move {
            loop {
                match tokio::time::timeout(DEADLINE, self.read()).await {
                    Ok(Arrival::Closed(code)) => return code,
                    Ok(Arrival::Frame(frame)) if !is_ephemeral(&frame["type"]) => {
                        panic!("expected the close at {caller}: {frame}")
                    }
                    Ok(_) => {}
                    Err(late) => panic!("not closed, waited for at {caller}: {late}"),
                }
            }
        }
    }

    /// The next frame, whatever it is, ephemeral frames left out.
    #[track_caller]
    pub fn told(&mut self) -> impl Future<Output = Value> {
        let caller = std::panic::Location::caller();
        async move {
            if let Some(place) = self.kept.iter().position(|frame| !is_ephemeral(&frame["type"])) {
                return self.kept.remove(place).unwrap();
            }
            loop {
                match tokio::time::timeout(DEADLINE, self.read()).await {
                    Ok(Arrival::Frame(frame)) if is_ephemeral(&frame["type"]) => self.kept.push_back(frame),
                    Ok(Arrival::Frame(frame)) => return frame,
                    Ok(Arrival::Ping) => {}
                    Ok(Arrival::Closed(code)) => panic!("closed with {code}, waited at {caller}"),
                    Err(late) => panic!("nothing came, waited for at {caller}: {late}"),
                }
            }
        }
    }

    /// The next `count` messages and entries.
    pub async fn entries(&mut self, count: usize) -> Vec<Value> {
        let mut entries = Vec::new();
        while entries.len() < count {
            let frame = self.told().await;
            assert!(["message", "entry"].iter().any(|kind| frame["type"] == *kind), "{frame}");
            entries.push(frame);
        }
        entries
    }

    /// Messages and entries up to `caught_up`; what was replayed, and the position it announces.
    pub async fn replayed(&mut self) -> (Vec<Value>, i64) {
        let mut entries = Vec::new();
        loop {
            let frame = self.told().await;
            if frame["type"] == "caught_up" {
                return (entries, frame["log_position"].as_i64().unwrap());
            }
            entries.push(frame);
        }
    }

    /// Asks for a sign of life; the head it tells.
    #[track_caller]
    pub fn head(&mut self) -> impl Future<Output = i64> {
        let caller = std::panic::Location::caller();
        async move {
            self.say(&json!({ "type": "ping" })).await;
            let told = self.told().await;
            assert_eq!(told["type"], "pong", "asked at {caller}: {told}");
            told["log_position"].as_i64().unwrap()
        }
    }

    /// Makes sure that nothing was waiting to be told, ephemeral frames left out.
    #[track_caller]
    pub fn silent(&mut self) -> impl Future<Output = ()> {
        let head = self.head();
        async move {
            head.await;
        }
    }

    /// Asides of this kind that were kept, after everything that waits was read.
    pub async fn ephemerals(&mut self, kind: &str) -> Vec<Value> {
        self.silent().await;
        let (wanted, rest): (Vec<Value>, Vec<Value>) =
            self.kept.drain(..).partition(|frame| frame["type"] == kind);
        self.kept = rest.into();
        wanted
    }

    /// Where this client would go on.
    pub fn cursor(&self) -> Cursor {
        Cursor { epoch: self.welcome["log_epoch"].as_str().unwrap().to_owned(), position: self.position }
    }

    /// The name of this link.
    pub fn session_id(&self) -> &str {
        self.welcome["session_id"].as_str().unwrap()
    }

    /// Leaves politely.
    pub async fn leave(mut self) -> Cursor {
        let cursor = self.cursor();
        self.socket.close(None).await.unwrap();
        while !matches!(self.next().await, Arrival::Closed(_)) {}
        cursor
    }

    /// The raw connection, to break rules that a library keeps.
    pub fn into_raw(self) -> TcpStream {
        self.socket.into_inner()
    }
}

fn is_ephemeral(kind: &(impl PartialEq<str> + ?Sized)) -> bool {
    ["typing", "presence", "progress", "shop", "queue", "settings", "rows", "row", "counts", "wall"]
        .iter()
        .any(|one| *kind == **one)
}
