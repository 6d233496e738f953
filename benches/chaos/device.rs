//! A tab, a phone, an agent's browser: a client over a real WebSocket through the bad network, which says something now and then.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use hmac::{Hmac, KeyInit, Mac};
use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::client::{Client, Item, Kept, News, Role, Where};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Longest try for a session or a socket.
const TRY: Duration = Duration::from_secs(10);

/// A stage of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Everybody talks.
    Talking,
    /// Nobody says anything new; what was said has to arrive.
    Settling,
    /// The run is over.
    Over,
}

/// A person at a device.
#[derive(Debug, Clone)]
pub enum Who {
    /// A signed-in customer of the shop, on a browser or phone of this number.
    Customer {
        user: String,
        device: u32,
    },
    Agent {
        token: String,
    },
}

/// What devices know of the desk.
#[derive(Debug)]
pub struct Place {
    pub proxy: SocketAddr,
    pub key: String,
    pub secret: String,
    /// Where every customer's conversation is, once it is known; agents answer there.
    pub conversations: watch::Sender<Vec<String>>,
    pub stage: watch::Sender<Stage>,
}

/// What became of a device.
#[derive(Debug)]
pub struct Told {
    pub name: String,
    /// Everything it said, in order.
    pub said: Vec<String>,
    /// Where each was taken.
    pub accepted: BTreeMap<String, (String, i64)>,
    pub client: Client,
    pub links: u64,
    pub refused: Vec<String>,
}

pub struct Device {
    name: String,
    who: Who,
    place: Arc<Place>,
    random: SmallRng,
    http: reqwest::Client,
    visitor_token: Option<String>,
    begun: Instant,
}

impl Device {
    pub fn new(name: String, who: Who, place: Arc<Place>, seed: u64) -> Self {
        let http =
            crate::process::http::builder().pool_max_idle_per_host(0).timeout(TRY).build().expect("a client");
        Self {
            name,
            who,
            place,
            random: SmallRng::seed_from_u64(seed),
            http,
            visitor_token: None,
            begun: Instant::now(),
        }
    }

    fn now(&self) -> u64 {
        self.begun.elapsed().as_millis() as u64
    }

    async fn post(&self, path: &str, token: Option<&str>, body: &Value) -> Option<Value> {
        let mut request = self.http.post(format!("http://{}{path}", self.place.proxy)).json(body);
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let answer = request.send().await.ok()?;
        if answer.status().is_success() { answer.json().await.ok() } else { None }
    }

    /// A token that opens a socket.
    async fn session(&mut self) -> Option<String> {
        let answer = match &self.who {
            Who::Agent { token } => self.post("/api/v1/im/session", Some(token), &json!({})).await?,
            Who::Customer { user, device } => {
                let mut mac = Hmac::<Sha256>::new_from_slice(self.place.secret.as_bytes()).ok()?;
                mac.update(user.as_bytes());
                let hash: String = mac
                    .finalize()
                    .into_bytes()
                    .iter()
                    .flat_map(|byte| [hex_digit(byte >> 4), hex_digit(byte & 15)])
                    .collect();
                let body = json!({
                    "key": self.place.key, "device_id": format!("{user}-{device}"),
                    "visitor_token": self.visitor_token, "identity": { "id": user, "hash": hash }, "page": null,
                    "locale": "zh-CN",
                });
                self.post("/widget/v1/session", None, &body).await?
            }
        };
        if let Some(token) = answer["visitor_token"].as_str() {
            self.visitor_token = Some(token.to_owned());
        }
        answer["session_token"].as_str().map(str::to_owned)
    }

    async fn connect(&mut self) -> Option<(Socket, String)> {
        let token = self.session().await?;
        let mut request = format!("ws://{}/im/v1/socket", self.place.proxy).into_client_request().ok()?;
        request.headers_mut().insert("Sec-WebSocket-Protocol", "servicedesk.im.v1".parse().ok()?);
        let (socket, _) = timeout(TRY, connect_async(request)).await.ok()?.ok()?;
        Some((socket, token))
    }

    /// Lives until the run is over.
    pub async fn live(mut self) -> Told {
        let role = if matches!(self.who, Who::Agent { .. }) { Role::Agent } else { Role::Visitor };
        let mut client = Client::new(role, Kept::default(), 0, self.random.random());
        let mut told = Told {
            name: self.name.clone(),
            said: Vec::new(),
            accepted: BTreeMap::new(),
            refused: Vec::new(),
            links: 0,
            client: Client::new(role, Kept::default(), 0, 0),
        };
        let mut socket: Option<Socket> = None;
        let mut stage = self.place.stage.subscribe();
        let mut speaks_at = Instant::now() + Duration::from_millis(self.random.random_range(0..1_000));
        loop {
            let now = self.now();
            client.tick(now);
            self.hear(&mut client, &mut told);
            if client.take_drop() {
                socket = None;
            }
            if *stage.borrow() == Stage::Over {
                told.client = client;
                return told;
            }
            if client.wants_link(now) {
                let connected = self.connect().await;
                let now = self.now();
                client.opened(connected.as_ref().map_or("", |(_, token)| token), now);
                match connected {
                    Some((open, _)) => {
                        told.links += 1;
                        socket = Some(open);
                    }
                    None => client.closed(None, now),
                }
                continue;
            }
            if *stage.borrow() == Stage::Talking && Instant::now() >= speaks_at {
                self.speak(&mut client, &mut told);
                speaks_at = Instant::now() + Duration::from_millis(self.random.random_range(40..600));
            }
            if let Some(open) = &mut socket
                && !write(open, &mut client).await
            {
                socket = None;
                client.closed(None, self.now());
                continue;
            }
            let deadline = client.next_deadline().unwrap_or(u64::MAX).saturating_sub(self.now());
            let next = async {
                match &mut socket {
                    Some(open) => open.next().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                frame = next => match frame {
                    Some(Ok(Message::Text(text))) => client.receive(&text, self.now()),
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => client.heard(self.now()),
                    Some(Ok(Message::Close(close))) => {
                        socket = None;
                        client.closed(close.map(|close| close.code.into()), self.now());
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => {
                        socket = None;
                        client.closed(None, self.now());
                    }
                },
                () = sleep(Duration::from_millis(deadline.clamp(1, 200))) => {}
                _ = stage.changed() => {}
            }
        }
    }

    fn speak(&mut self, client: &mut Client, told: &mut Told) {
        let known = self.place.conversations.borrow().clone();
        let place = match &self.who {
            Who::Customer { .. } => Where::Newest,
            Who::Agent { .. } if known.is_empty() => return,
            Who::Agent { .. } => Where::In(known[self.random.random_range(0..known.len())].clone()),
        };
        let id = format!("{}-{}", self.name, told.said.len() + 1);
        told.said.push(id.clone());
        client.queue(Item { text: format!("{id} 几点发货"), id, place, note: false, file: None });
    }

    fn hear(&self, client: &mut Client, told: &mut Told) {
        for news in client.take_news() {
            match news {
                News::Accepted { id, conversation, sequence, .. } => {
                    self.place.conversations.send_if_modified(|known| {
                        let is_new = !known.contains(&conversation);
                        if is_new {
                            known.push(conversation.clone());
                        }
                        is_new
                    });
                    told.accepted.insert(id, (conversation, sequence));
                }
                News::Refused { id, code } => told.refused.push(format!("{id}: {code}")),
                // Agents follow what comes from here on; the conversations begin after them.
                News::ListWanted => client.listed(&[]),
                News::Forgot | News::Ended(_) => {}
            }
        }
    }
}

/// Writes what is due; false once the peer is gone.
async fn write(socket: &mut Socket, client: &mut Client) -> bool {
    while let Some(frame) = client.next_frame() {
        if !matches!(timeout(TRY, socket.send(Message::text(frame))).await, Ok(Ok(()))) {
            return false;
        }
    }
    true
}

fn hex_digit(nibble: u8) -> char {
    char::from_digit(nibble.into(), 16).unwrap_or_default()
}
