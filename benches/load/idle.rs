//! Memory per connection that says nothing: after it was welcomed, and after it said 8 KB and was told 8 KB.

use std::time::Duration;

use anyhow::Context;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};

use crate::desk::{AT_ONCE, Desk, Ground};
use crate::floor::Floor;
use crate::wire::{Target, Wire};
use crate::{memory, say, secure};

/// What is said each way.
const TEXT_BYTES: usize = 8_000;
/// Connections that come, talk and go before anything is measured, so that what is allocated once is there: as many as
/// are at work at the same time later.
const FIRST: usize = AT_ONCE;
/// How often they talk.
const FIRST_ROUNDS: usize = 12;
/// Replies that the agent has under way.
const REPLIES: usize = 16;

/// Resident bytes of one server.
struct Measured {
    before: u64,
    connected: u64,
    talked: u64,
}

/// Measures the floor and the desk, and prints a table.
pub async fn measure(connections: usize, tls: bool) -> anyhow::Result<()> {
    let floor = floor(connections, tls).await.context("the floor")?;
    let desk = desk(connections, tls).await.context("the desk")?;
    let how = if tls { "https" } else { "http" };
    say(&format!("{connections} connections by {how}: resident bytes each, without what the kernel holds"));
    say(&format!("{:<24}{:>12}{:>12}{:>14}{:>14}", "", "idle", "after 8 KB", "all before", "all after"));
    let each = |name: &str, of: &Measured| {
        let per = |now: u64| now.saturating_sub(of.before) / connections as u64;
        let (before, after) = (of.before / 1_024, of.talked / 1_024);
        say(&format!(
            "{name:<24}{:>12}{:>12}{before:>10} KiB{after:>10} KiB",
            per(of.connected),
            per(of.talked)
        ));
    };
    each("bare tokio", &floor);
    each("servicedesk", &desk);
    let ratio = |now: fn(&Measured) -> u64| {
        let of = |measured: &Measured| now(measured).saturating_sub(measured.before) as f64;
        of(&desk) / of(&floor).max(1.0)
    };
    say(&format!("{:<24}{:>12.2}{:>12.2}", "ratio", ratio(|m| m.connected), ratio(|m| m.talked)));
    Ok(())
}

async fn open_all(target: &Target, count: usize) -> anyhow::Result<Vec<Wire>> {
    stream::iter(0..count).map(|number| Wire::open(target, number)).buffered(AT_ONCE).try_collect().await
}

/// Lets everything that was begun come to its end, and gives what is resident then.
async fn settled(pid: u32) -> anyhow::Result<u64> {
    tokio::time::sleep(Duration::from_secs(3)).await;
    memory::resident(pid)
}

async fn floor(connections: usize, tls: bool) -> anyhow::Result<Measured> {
    let floor = Floor::start(connections + FIRST, tls)?;
    let target = Target { address: floor.address, tls: if tls { Some(secure::connector()?) } else { None } };
    let text = "x".repeat(TEXT_BYTES);
    let talk = async |mut wire: Wire| {
        wire.say(&text).await?;
        anyhow::ensure!(wire.hear().await? == text, "something else came back");
        Ok(wire)
    };
    let mut first = open_all(&target, FIRST).await?;
    for _ in 0..FIRST_ROUNDS {
        first = talk_all(first, talk).await?;
    }
    drop(first);
    let before = settled(floor.pid()).await?;
    let wires = open_all(&target, connections).await?;
    let connected = settled(floor.pid()).await?;
    let wires = talk_all(wires, talk).await?;
    let talked = settled(floor.pid()).await?;
    drop(wires);
    Ok(Measured { before, connected, talked })
}

async fn talk_all(
    wires: Vec<Wire>,
    talk: impl Copy + AsyncFn(Wire) -> anyhow::Result<Wire>,
) -> anyhow::Result<Vec<Wire>> {
    stream::iter(wires).map(|wire| talk(wire)).buffer_unordered(AT_ONCE).try_collect().await
}

async fn desk(connections: usize, tls: bool) -> anyhow::Result<Measured> {
    let ground = Ground::lay(connections + FIRST, tls)?;
    // Sessions are opened by another process than the one that is measured.
    let desk = ground.serve()?;
    let mut tokens = desk.sessions(connections + FIRST).await?;
    desk.served.stop();
    let desk = ground.serve()?;
    let mut agent = greeted(&desk, &desk.agent.session_token().await, 0).await?;
    let mut first = greet_all(&desk, tokens.split_off(connections)).await?;
    for round in 0..FIRST_ROUNDS {
        first = exchange(&mut agent, first, round).await?;
    }
    drop(first);
    let before = settled(desk.served.pid()).await?;
    let wires = greet_all(&desk, tokens).await?;
    let connected = settled(desk.served.pid()).await?;
    let wires = exchange(&mut agent, wires, 0).await?;
    let talked = settled(desk.served.pid()).await?;
    drop(wires);
    Ok(Measured { before, connected, talked })
}

async fn greeted(desk: &Desk, token: &str, number: usize) -> anyhow::Result<Wire> {
    let mut wire = Wire::open(&desk.target, number).await?;
    let hello = json!({"type": "hello", "protocol": "servicedesk.im.v1", "session_token": token,
                       "resume": null, "heartbeat_ms": 600_000});
    wire.say(&hello.to_string()).await?;
    wire.expect("welcome").await?;
    Ok(wire)
}

async fn greet_all(desk: &Desk, tokens: Vec<String>) -> anyhow::Result<Vec<Wire>> {
    let greet = async |(number, token): (usize, String)| greeted(desk, &token, number).await;
    stream::iter(tokens.into_iter().enumerate()).map(greet).buffered(AT_ONCE).try_collect().await
}

/// Each visitor says something, and the agent answers each.
async fn exchange(agent: &mut Wire, wires: Vec<Wire>, round: usize) -> anyhow::Result<Vec<Wire>> {
    let count = wires.len();
    let text = "x".repeat(TEXT_BYTES);
    let content = json!({"kind": "text", "text": text});
    let talk = async |mut wire: Wire| {
        let send = json!({"type": "send", "client_message_id": round.to_string(), "conversation_id": null, "content": content});
        wire.say(&send.to_string()).await?;
        wire.expect("accepted").await?;
        wire.expect("message").await?;
        Ok(wire)
    };
    let answer = async {
        let (mut answered, mut waiting, mut underway) = (0, Vec::new(), 0);
        while answered < count {
            let frame: Value = serde_json::from_str(&agent.hear().await?)?;
            match frame["type"].as_str() {
                Some("message") if frame["sender"]["kind"] == "visitor" => {
                    waiting.push(frame["conversation_id"].clone())
                }
                Some("accepted") => (answered, underway) = (answered + 1, underway - 1),
                Some("refused" | "error" | "paused" | "behind") => anyhow::bail!("the agent hears {frame}"),
                _ => {}
            }
            while underway < REPLIES
                && let Some(conversation) = waiting.pop()
            {
                let id = conversation.as_str().context("a conversation")?;
                let send = json!({"type": "send", "client_message_id": format!("{id} {round}"), "conversation_id": id, "content": content});
                agent.say(&send.to_string()).await?;
                underway += 1;
            }
        }
        Ok(())
    };
    let (wires, ()) = tokio::try_join!(talk_all(wires, talk), answer)?;
    Ok(wires)
}
