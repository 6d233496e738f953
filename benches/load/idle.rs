//! Memory per connection that says nothing: after it was welcomed, and after it said 8 KB and was told 8 KB.

use std::time::Duration;

use anyhow::Context;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};

use crate::desk::{AT_ONCE, Ground, greet_all, greeted};
use crate::floor::Floor;
use crate::wire::{Target, Wire};
use crate::{say, secure, usage};

/// What is said each way.
const TEXT_BYTES: usize = 8_000;
/// Connections beside those that are counted, as many as ever talk at the same time. They talk before each reading of those
/// that have not talked yet, so that what many at once need for a moment, and the allocator keeps, is in every reading.
const FIRST: usize = AT_ONCE;
/// How often they talk each time.
const FIRST_ROUNDS: usize = 12;
/// Replies that the agent has under way.
const REPLIES: usize = 16;

/// Pages of the database that are kept are no part of a connection.
const LITTLE_CACHE: [(&str, &str); 2] =
    [("SERVICEDESK_STORAGE__CACHE", "1 MiB"), ("SERVICEDESK_STORAGE__READERS", "2")];

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
    let titles = ["idle", "after 8 KB", "KiB before", "KiB in the end"];
    say(&format!("{:<14}{}", "", titles.map(|title| format!("{title:>15}")).concat()));
    let row = |name: &str, cells: [String; 4]| {
        say(&format!("{name:<14}{}", cells.map(|cell| format!("{cell:>15}")).concat()));
    };
    for (name, of) in [("bare tokio", &floor), ("servicedesk", &desk)] {
        let each = of.grown().map(|grown| (grown / connections as u64).to_string());
        let [idle, talked] = each;
        row(name, [idle, talked, (of.before / 1_024).to_string(), (of.talked / 1_024).to_string()]);
    }
    let [idle, talked] = [0, 1].map(|place| {
        let hundredths = desk.grown()[place] * 100 / floor.grown()[place].max(1);
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    });
    row("ratio", [idle, talked, String::new(), String::new()]);
    Ok(())
}

impl Measured {
    fn grown(&self) -> [u64; 2] {
        [self.connected, self.talked].map(|now| now.saturating_sub(self.before))
    }
}

async fn open_all(target: &Target, count: usize) -> anyhow::Result<Vec<Wire>> {
    stream::iter(0..count).map(|number| Wire::open(target, number)).buffered(AT_ONCE).try_collect().await
}

/// Lets everything that was begun come to its end, and gives what is resident then.
async fn settled(pid: u32) -> anyhow::Result<u64> {
    tokio::time::sleep(Duration::from_secs(3)).await;
    usage::resident(pid)
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
    let first = talk_often(open_all(&target, FIRST).await?, talk).await?;
    let before = settled(floor.pid()).await?;
    let wires = open_all(&target, connections).await?;
    let first = talk_often(first, talk).await?;
    let connected = settled(floor.pid()).await?;
    let wires = talk_all(wires, talk).await?;
    let talked = settled(floor.pid()).await?;
    drop((first, wires));
    Ok(Measured { before, connected, talked })
}

async fn talk_often(
    mut wires: Vec<Wire>,
    talk: impl Copy + AsyncFn(Wire) -> anyhow::Result<Wire>,
) -> anyhow::Result<Vec<Wire>> {
    for _ in 0..FIRST_ROUNDS {
        wires = talk_all(wires, talk).await?;
    }
    Ok(wires)
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
    let desk = ground.serve_on("127.0.0.1:0", &LITTLE_CACHE)?;
    let mut agent = greeted(&desk, &desk.agent.session_token().await, 0).await?;
    let mut first = greet_all(&desk, tokens.split_off(connections)).await?;
    for round in 0..FIRST_ROUNDS {
        first = exchange(&mut agent, first, round).await?;
    }
    let before = settled(desk.served.pid()).await?;
    let wires = greet_all(&desk, tokens).await?;
    for round in FIRST_ROUNDS..2 * FIRST_ROUNDS {
        first = exchange(&mut agent, first, round).await?;
    }
    let connected = settled(desk.served.pid()).await?;
    let wires = exchange(&mut agent, wires, 0).await?;
    let talked = settled(desk.served.pid()).await?;
    drop((first, wires));
    Ok(Measured { before, connected, talked })
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
                    waiting.push(frame["conversation_id"].clone());
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
