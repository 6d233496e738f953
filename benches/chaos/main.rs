//! The desk against a bad network and a bad machine: `cargo bench --bench chaos -- [SECONDS] [CUSTOMERS] [KILLS] [SEED]`.
//!
//! Two agents, and for each customer two tabs and a phone, talk through a proxy that cuts half of all connections anywhere and
//! lets others stand still; the desk is killed again and again meanwhile. Then the network is good, everything that
//! was said has to arrive, and what everybody has is held against what the desk has: nothing lost, nothing doubled, one order.

#![expect(clippy::disallowed_methods, reason = "real processes, real sockets and real time")]

#[path = "../../tests/client/mod.rs"]
#[expect(dead_code, reason = "the simulation uses the rest")]
mod client;
mod device;
#[path = "../../tests/process/mod.rs"]
mod process;
mod proxy;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use device::{Device, Place, Stage, Told, Who};
use process::rest::Program;
use process::{Served, UNLIMITED, done};
use proxy::Proxy;
use serde_json::Value;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// Time for everything to arrive once the network is good: the longest wait before coming back, and half of it again.
const SETTLES_WITHIN: Duration = Duration::from_secs(45);

struct Run {
    seconds: u64,
    customers: u32,
    kills: u32,
    seed: u64,
}

#[tokio::main]
async fn main() -> ExitCode {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let number = |at: usize, otherwise: u64| numbers.get(at).copied().unwrap_or(otherwise);
    let run = Run {
        seconds: number(0, 120),
        customers: number(1, 4) as u32,
        kills: number(2, 10) as u32,
        seed: number(3, 1),
    };
    let broken = play(&run).await;
    for line in &broken {
        say(line);
    }
    if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn agent(data: &std::path::Path, email: &str, role: &str) -> String {
    let add = ["agent", "add", "--email", email, "--name", email, "--role", role, "--password-stdin"];
    done(data, &add, "a kettle of spring water");
    done(data, &["token", "create", "--agent", email, "--name", "chaos"], "")
}

async fn play(run: &Run) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let tokens = [agent(&data, "mei@example.cn", "owner"), agent(&data, "wang@example.cn", "agent")];
    let key = done(&data, &["widget", "list"], "").split_once('\t').expect("name and key").1.to_owned();
    let secret = done(&data, &["widget", "secret", "default"], "");
    let proxy = Proxy::open(run.seed).await.expect("a port");
    let place = Arc::new(Place {
        proxy: proxy.address,
        key,
        secret,
        conversations: watch::Sender::new(Vec::new()),
        stage: watch::Sender::new(Stage::Talking),
    });
    let mut desk = start(&data, &proxy).await;

    let begun = Instant::now();
    let mut devices = Vec::new();
    let mut come = |name: String, who: Who| {
        let seed = run.seed.wrapping_mul(1_000) + devices.len() as u64;
        devices.push(tokio::spawn(Device::new(name, who, Arc::clone(&place), seed).live()));
    };
    for (number, token) in tokens.iter().enumerate() {
        come(format!("agent{number}"), Who::Agent { token: token.clone() });
    }
    for customer in 0..run.customers {
        for (device, name) in ["tab", "tab2", "phone"].into_iter().enumerate() {
            let user = format!("user{customer}");
            come(format!("{user}-{name}"), Who::Customer { user, device: device as u32 });
        }
    }
    let pause = Duration::from_secs(run.seconds) / (run.kills + 1);
    for kill in 1..=run.kills {
        sleep(pause).await;
        say(&format!("{:>4} s  SIGKILL {kill} of {}", begun.elapsed().as_secs(), run.kills));
        proxy.lead_to(None);
        desk.kill();
        drop(desk);
        desk = start(&data, &proxy).await;
    }
    sleep(pause).await;
    proxy.calm();
    place.stage.send_replace(Stage::Settling);
    let told = settle(&place, devices).await;
    let broken = check(&Program::new(&desk.origin, &tokens[0]), &told).await;
    tell(run, &proxy, &told, begun.elapsed());
    desk.stop();
    broken
}

async fn start(data: &std::path::Path, proxy: &Proxy) -> Served {
    let data = data.to_owned();
    let desk =
        tokio::task::spawn_blocking(move || Served::start(&data, &UNLIMITED)).await.expect("it starts");
    proxy.lead_to(desk.origin.trim_start_matches("http://").parse().ok());
    desk
}

/// Gives everybody time to get their messages through and to catch up.
async fn settle(place: &Place, devices: Vec<JoinHandle<Told>>) -> Vec<Told> {
    sleep(SETTLES_WITHIN).await;
    place.stage.send_replace(Stage::Over);
    let mut told = Vec::new();
    for device in devices {
        told.push(device.await.expect("a device lives"));
    }
    told
}

/// What is not as it was promised.
async fn check(program: &Program, told: &[Told]) -> Vec<String> {
    let mut broken = Vec::new();
    let mut stored: BTreeMap<String, Vec<(String, i64)>> = BTreeMap::new();
    let mut ends: BTreeMap<String, i64> = BTreeMap::new();
    let listed = program.get("/api/v1/conversations?view=all&limit=200").await;
    for row in listed["items"].as_array().into_iter().flatten() {
        let id = row["id"].as_str().unwrap_or_default();
        let entries = program.entries(id).await;
        for (place, entry) in entries.iter().enumerate() {
            if entry["sequence"] != place + 1 {
                broken.push(format!("{id}: {} stands at place {}", entry["sequence"], place + 1));
            }
            if let Some(said) = words(entry) {
                stored.entry(said).or_default().push((id.to_owned(), place as i64 + 1));
            }
        }
        ends.insert(id.to_owned(), entries.len() as i64);
    }
    for device in told {
        let name = &device.name;
        broken.extend(device.refused.iter().map(|refused| format!("{name}: refused {refused}")));
        if !device.client.is_settled() {
            broken.push(format!("{name} is not settled: {}", device.client.whats_open()));
        }
        let mut before: BTreeMap<&str, i64> = BTreeMap::new();
        for id in &device.said {
            let found = stored.remove(id).unwrap_or_default();
            match (&found[..], device.accepted.get(id)) {
                ([], _) => broken.push(format!("{name}: {id} is lost")),
                ([one], Some(accepted)) if one != accepted => {
                    broken.push(format!("{name}: {id} was accepted at {accepted:?} and stands at {one:?}"));
                }
                ([_], None) => broken.push(format!("{name}: {id} is stored and was never accepted")),
                ([(conversation, sequence)], Some(_)) => {
                    let (conversation, _) = ends.get_key_value(conversation).expect("it was read");
                    let last = before.insert(conversation, *sequence).unwrap_or(0);
                    if *sequence < last {
                        broken.push(format!("{name}: {id} stands before what was said before it"));
                    }
                }
                (more, _) => broken.push(format!("{name}: {id} stands {} times", more.len())),
            }
        }
        for (conversation, end) in device.client.kept.copies.ends() {
            if ends.get(conversation) != Some(&end) {
                broken.push(format!("{name} has {end} of {:?} in {conversation}", ends.get(conversation)));
            }
        }
    }
    broken.extend(stored.keys().map(|id| format!("{id} was never said")));
    broken
}

/// The id in the words of a message.
fn words(entry: &Value) -> Option<String> {
    entry["content"]["text"].as_str()?.split_once(' ').map(|(id, _)| id.to_owned())
}

fn tell(run: &Run, proxy: &Proxy, told: &[Told], took: Duration) {
    let count = |number: &std::sync::atomic::AtomicU64| number.load(Ordering::Relaxed);
    let said: usize = told.iter().map(|device| device.said.len()).sum();
    let accepted: usize = told.iter().map(|device| device.accepted.len()).sum();
    let links: u64 = told.iter().map(|device| device.links).sum();
    for (name, number) in [
        ("seconds", took.as_secs()),
        ("devices", told.len() as u64),
        ("said", said as u64),
        ("accepted", accepted as u64),
        ("links opened", links),
        ("connections", count(&proxy.harm.connections)),
        ("cut", count(&proxy.harm.cuts)),
        ("stood still", count(&proxy.harm.stalls)),
        ("SIGKILL", run.kills.into()),
    ] {
        say(&format!("{name:<14} {number:>8}"));
    }
}

#[expect(clippy::print_stdout, reason = "the table is what this program is for")]
fn say(line: &str) {
    println!("{line}");
}
