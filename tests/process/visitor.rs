//! A visitor with a real WebSocket.

use std::collections::VecDeque;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::{PATIENCE, Served};

/// The subprotocol that a client offers.
const PROTOCOL: &str = "servicedesk.im.v1";

/// What a visitor is known by.
#[derive(Debug, Clone)]
pub struct Session {
    pub visitor_token: String,
    pub session_token: String,
}

impl Session {
    /// Comes to the desk: anew, or known by the token of an earlier session.
    pub async fn open(desk: &Served, key: &str, visitor_token: Option<&str>) -> Self {
        let body = json!({"key": key, "device_id": null, "visitor_token": visitor_token, "identity": null,
                          "page": null, "locale": "zh-CN"});
        let call =
            super::http::client().post(format!("{}/widget/v1/session", desk.origin)).json(&body).send();
        let response = call.await.expect("the desk answers");
        assert_eq!(response.status(), 200);
        let body: Value = response.json().await.expect("JSON");
        let text = |name: &str| body[name].as_str().map(str::to_owned);
        Self {
            visitor_token: text("visitor_token").or(visitor_token.map(str::to_owned)).expect("a token"),
            session_token: text("session_token").expect("a token"),
        }
    }
}

/// An open link.
#[derive(Debug)]
pub struct Link {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    frames: VecDeque<Value>,
    /// The first frame from the desk.
    pub welcome: Value,
}

/// Why there is no further frame.
#[derive(Debug)]
pub struct Gone;

impl Link {
    /// Connects and says hello, knowing nothing yet.
    pub async fn open(desk: &Served, session_token: &str) -> Result<Self, Gone> {
        Self::resume(desk, session_token, &Value::Null).await
    }

    /// Connects and says hello, to go on from a cursor.
    pub async fn resume(desk: &Served, session_token: &str, cursor: &Value) -> Result<Self, Gone> {
        let mut request = desk.socket().into_client_request().expect("an address");
        request.headers_mut().insert("Sec-WebSocket-Protocol", PROTOCOL.parse().expect("a header"));
        let (socket, _) = connect_async(request).await.map_err(|_| Gone)?;
        let mut link = Self { socket, frames: VecDeque::new(), welcome: Value::Null };
        let hello = json!({"type": "hello", "protocol": PROTOCOL, "session_token": session_token,
                           "client": {"kind": "web", "version": "1.0.0"}, "resume": cursor,
                           "client_state": "visible", "previous_session_id": null, "heartbeat_ms": null});
        link.say(&hello).await?;
        link.welcome = link.next().await?;
        assert_eq!(link.welcome["type"], "welcome");
        Ok(link)
    }

    /// Sends a frame.
    pub async fn say(&mut self, frame: &Value) -> Result<(), Gone> {
        self.socket.send(Message::text(frame.to_string())).await.map_err(|_| Gone)
    }

    /// Sends a text under an id of one's own.
    pub async fn send(&mut self, id: &str, text: &str) -> Result<(), Gone> {
        let content = json!({"kind": "text", "text": text});
        self.say(&json!({"type": "send", "client_message_id": id, "conversation_id": null, "note": false,
                         "content": content}))
            .await
    }

    /// The next frame, once it comes.
    pub async fn next(&mut self) -> Result<Value, Gone> {
        loop {
            let frame = self.next_frame().await?;
            // Whether somebody answers has no place in the order of things.
            if frame["type"] != "shop" {
                return Ok(frame);
            }
        }
    }

    async fn next_frame(&mut self) -> Result<Value, Gone> {
        while self.frames.is_empty() {
            let next = tokio::time::timeout(PATIENCE, self.socket.next()).await.expect("something comes");
            match next {
                Some(Ok(Message::Text(text))) => {
                    let frames = text.lines().map(|line| serde_json::from_str(line).expect("JSON"));
                    self.frames.extend(frames);
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                _ => return Err(Gone),
            }
        }
        self.frames.pop_front().ok_or(Gone)
    }

    /// The next frame of a type; others are passed over.
    pub async fn next_of(&mut self, kind: &str) -> Result<Value, Gone> {
        loop {
            let frame = self.next().await?;
            if frame["type"] == kind {
                return Ok(frame);
            }
        }
    }
}
