//! What a link costs on the wire: coming back with nothing missed and with forty messages missed, and an hour of silence.
//!
//! Bytes are those of the TCP stream, between client and desk: the HTTP handshake, frames with their heads, and TLS where it
//! is asked for. What TCP and IP put around them is told in packets.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, timeout_at};

use crate::desk::{Desk, Ground, SAID, hello};
use crate::say;
use crate::wire::{Heard, Target, Wire};

/// How much is missed.
const MISSED: [usize; 2] = [0, 40];
/// The silence that a page asks for once the network was seen to bear it.
const LONG_SILENCE_MS: u64 = 600_000;

/// What went one way and the other.
#[derive(Debug, Default)]
struct Flow {
    up: AtomicU64,
    down: AtomicU64,
    /// Reads of the relay, which are about as many as the packets that carried something.
    pieces: AtomicU64,
}

impl Flow {
    /// Up, down and pieces, and begins anew.
    fn take(&self) -> [u64; 3] {
        [&self.up, &self.down, &self.pieces].map(|counter| counter.swap(0, Ordering::Relaxed))
    }
}

/// A relay that counts what goes through it.
struct Meter {
    flow: Arc<Flow>,
    target: Target,
}

impl Meter {
    async fn before(desk: &Desk) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let target = Target { address: listener.local_addr()?, tls: desk.target.tls.clone() };
        let (flow, to) = (Arc::new(Flow::default()), desk.target.address);
        let counts = Arc::clone(&flow);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(relay(client, to, Arc::clone(&counts)));
            }
        });
        Ok(Self { flow, target })
    }
}

async fn relay(client: TcpStream, desk: SocketAddr, flow: Arc<Flow>) -> std::io::Result<()> {
    let desk = TcpStream::connect(desk).await?;
    client.set_nodelay(true)?;
    desk.set_nodelay(true)?;
    let (from_client, to_client) = client.into_split();
    let (from_desk, to_desk) = desk.into_split();
    tokio::select! {
        done = pass(from_client, to_desk, &flow.up, &flow.pieces) => done,
        done = pass(from_desk, to_client, &flow.down, &flow.pieces) => done,
    }
}

async fn pass(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    bytes: &AtomicU64,
    pieces: &AtomicU64,
) -> std::io::Result<()> {
    let mut buffer = vec![0; 16 << 10];
    loop {
        let read = from.read(&mut buffer).await?;
        if read == 0 {
            return Ok(());
        }
        bytes.fetch_add(read as u64, Ordering::Relaxed);
        pieces.fetch_add(1, Ordering::Relaxed);
        to.write_all(&buffer[..read]).await?;
    }
}

/// Prints what coming back and silence cost.
pub async fn measure(time: Duration, tls: bool) -> anyhow::Result<()> {
    let ground = Ground::lay(8, tls)?;
    let desk = ground.serve()?;
    let tokens = desk.sessions(4).await?;
    say(&format!(
        "bytes of TCP by {}, and the packets that carried them",
        if tls { "https" } else { "http" }
    ));
    say(&format!("{:<44}{:>10}{:>10}{:>10}", "", "up", "down", "packets"));
    let meter = Meter::before(&desk).await?;
    let mut cursor = begin(&meter, &tokens[0]).await?;
    for missed in MISSED {
        for number in 0..missed {
            reply(&desk, &cursor.conversation, missed, number).await?;
        }
        meter.flow.take();
        let frames = cursor.come_back(&meter, &tokens[0]).await?;
        anyhow::ensure!(frames == missed, "{frames} came and {missed} were missed");
        row(&format!("comes back, {missed} messages of {} bytes missed", SAID.len()), meter.flow.take());
    }
    let silences = [
        ("an hour of silence, a page that is looked at", "visible", None),
        ("the same, hidden", "hidden", None),
        ("hidden, where the network bears long silence", "hidden", Some(LONG_SILENCE_MS)),
    ];
    let until = Instant::now() + time;
    let quiet = silences.map(|(name, state, heartbeat)| (name, state, heartbeat, &desk));
    let mut underway = Vec::new();
    for ((name, state, heartbeat, desk), token) in quiet.into_iter().zip(&tokens[1..]) {
        underway.push(async move {
            let meter = Meter::before(desk).await?;
            let mut wire = Wire::open(&meter.target, 0).await?;
            let greeting = json!({"type": "hello", "protocol": "servicedesk.im.v1", "session_token": token,
                                  "resume": null, "client_state": state, "heartbeat_ms": heartbeat});
            wire.say(&greeting.to_string()).await?;
            let welcome = wire.expect("welcome").await?;
            meter.flow.take();
            stay(wire, &welcome, state == "visible", until).await?;
            anyhow::Ok((name, meter.flow.take()))
        });
    }
    for told in futures_util::future::join_all(underway).await {
        let (name, flow) = told?;
        // Longer than any heartbeat, the time is a fair part of an hour; shorter, it says nothing.
        let hour = flow.map(|count| count * 3_600 / time.as_secs().max(1));
        row(name, hour);
    }
    desk.served.stop();
    Ok(())
}

fn row(name: &str, flow: [u64; 3]) {
    let cells = flow.map(|count| format!("{count:>10}"));
    say(&format!("{name:<44}{}", cells.concat()));
}

/// A conversation, and how far it is known.
struct Cursor {
    conversation: String,
    log_epoch: Value,
    log_position: Value,
}

async fn begin(meter: &Meter, token: &str) -> anyhow::Result<Cursor> {
    let mut wire = Wire::open(&meter.target, 0).await?;
    let welcome = hello(&mut wire, token, &Value::Null).await?;
    let send = json!({"type": "send", "client_message_id": "first", "conversation_id": null,
                      "content": {"kind": "text", "text": SAID}});
    wire.say(&send.to_string()).await?;
    let accepted = wire.expect("accepted").await?;
    Ok(Cursor {
        conversation: accepted["conversation_id"].as_str().unwrap_or_default().to_owned(),
        log_epoch: welcome["log_epoch"].clone(),
        log_position: accepted["log_position"].clone(),
    })
}

impl Cursor {
    /// Comes back over a new connection; how many messages that brings.
    async fn come_back(&mut self, meter: &Meter, token: &str) -> anyhow::Result<usize> {
        let mut wire = Wire::open(&meter.target, 0).await?;
        let cursor = json!({"log_epoch": self.log_epoch, "log_position": self.log_position});
        let welcome = hello(&mut wire, token, &cursor).await?;
        anyhow::ensure!(welcome["resume"] == "replaying", "{welcome}");
        let mut messages = 0;
        loop {
            let frame: Value = serde_json::from_str(&wire.hear().await?)?;
            match frame["type"].as_str() {
                Some("message") => messages += 1,
                Some("caught_up") => {
                    self.log_position = frame["log_position"].clone();
                    return Ok(messages);
                }
                _ => {}
            }
        }
    }
}

async fn reply(desk: &Desk, conversation: &str, missed: usize, number: usize) -> anyhow::Result<()> {
    let path = format!("/api/v1/conversations/{conversation}/messages");
    let id = format!("{missed} {number}");
    let body = json!({"client_message_id": id, "content": {"kind": "text", "text": SAID}});
    let answer = desk.agent.call(&path, Some(body)).await;
    anyhow::ensure!(answer.status().is_success(), "{}", answer.status());
    Ok(())
}

/// Lives as a page does that has nothing to say: answers PINGs, and asks by itself where somebody looks.
async fn stay(mut wire: Wire, welcome: &Value, looked_at: bool, until: Instant) -> anyhow::Result<()> {
    let every = Duration::from_millis(welcome["heartbeat"]["ping_every_ms"].as_u64().unwrap_or(45_000));
    let mut beat = Instant::now() + every;
    loop {
        let next = if looked_at { beat.min(until) } else { until };
        match timeout_at(next, wire.hear_any()).await {
            Ok(Ok(Heard::Ping)) => wire.pong().await?,
            Ok(heard) => drop(heard?),
            Err(_) if Instant::now() >= until => return Ok(()),
            Err(_) => {
                wire.say(r#"{"type":"ping"}"#).await?;
                beat = Instant::now() + every;
            }
        }
    }
}
