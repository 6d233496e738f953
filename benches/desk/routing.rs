//! Who gets which conversation, and how soon.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde_json::{Value, json};
use servicedesk::clock::Timestamp;
use servicedesk::domain::routing::decide::decide;
use servicedesk::domain::routing::settings::Settings;
use servicedesk::domain::routing::{Candidate, Item, There};
use servicedesk::events::Availability;
use servicedesk::ids::{AgentId, ConversationId};
use tokio::sync::Mutex;
use tokio::time::{interval, sleep};

use crate::ground::{Agent, Ground, said};
use crate::usage;
use crate::wire::{Heard, Wire};

const AGENTS: usize = 50;
const ARRIVALS_PER_SECOND: usize = 50;
const MESSAGES_PER_SECOND: usize = 200;
/// Customers who talk while others arrive.
const TALKERS: usize = 100;
const WAITING: usize = 1_000;
/// Places that are freed, one after another.
const FREED: usize = 200;
/// Things done at the same time while a scene is set.
const AT_ONCE: usize = 64;

/// Times, sorted.
struct Times(Vec<Duration>);

impl Times {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    fn at(&self, share: f64) -> f64 {
        let place = ((self.0.len() as f64 * share) as usize).min(self.0.len().saturating_sub(1));
        self.0.get(place).map_or(f64::NAN, |time| time.as_secs_f64() * 1_000.0)
    }

    fn tell(&self, what: &str) {
        println!(
            "{what}: {} times, p50 {:.2} ms, p95 {:.2} ms, p99 {:.2} ms, most {:.2} ms",
            self.0.len(),
            self.at(0.5),
            self.at(0.95),
            self.at(0.99),
            self.at(1.0)
        );
    }
}

/// Everything, one after another.
pub async fn measure(time: Duration, idle: usize) -> anyhow::Result<()> {
    decisions();
    arrivals(time).await?;
    freed().await?;
    let mut accepted = Vec::new();
    for routing in [false, true, false, true] {
        accepted.push((routing, waits_of_accepted(routing).await?));
    }
    let best = |routing: bool| {
        accepted.iter().filter(|(on, _)| *on == routing).map(|(_, p99)| *p99).fold(f64::MAX, f64::min)
    };
    println!(
        "accepted p99: on {:.2} ms, off {:.2} ms: {:.2} times",
        best(true),
        best(false),
        best(true) / best(false)
    );
    let off = resting(false, idle).await?;
    let on = resting(true, idle).await?;
    println!("{idle} who wait and say nothing: {on:.2} % of a core, {off:.2} % with the routing off");
    Ok(())
}

/// `decide` alone: 500 who wait, 100 agents, some of them full.
fn decisions() {
    let now = Timestamp(1_800_000_000_000);
    let ago = |ms: i64| Timestamp(now.0 - ms);
    let item = |number: i64| Item {
        conversation: ConversationId(number),
        team: (number % 3 == 0).then_some(1 + number % 5),
        since: ago(number * 700),
        head_start_ms: (number % 4) * 60_000,
        required: if number % 7 == 0 { vec!["fr".into()] } else { Vec::new() },
        preferred: vec!["en".into()],
        last: (number % 5 == 0).then(|| (AgentId(number % 100), ago(3_600_000))),
        missed: Vec::new(),
        opens_at: None,
        held: None,
    };
    let agent = |number: i64| Candidate {
        agent: AgentId(number),
        active: true,
        availability: Availability::Online,
        availability_since: ago(3_600_000),
        there: There::Here,
        load: number % 7,
        capacity: 6,
        asleep_at: None,
        teams: vec![1 + number % 5],
        skills: if number % 9 == 0 { vec!["fr".into(), "en".into()] } else { vec!["en".into()] },
        given_at: Some(ago(number * 1_000)),
        free_since: ago(3_600_000),
        missed_in_row: 0,
    };
    let queue: Vec<Item> = (1..=500).map(item).collect();
    let agents: Vec<Candidate> = (1..=100).map(agent).collect();
    let settings = Settings::default();
    let times = (0..2_000).map(|_| {
        let began = Instant::now();
        std::hint::black_box(decide(&queue, &agents, &settings, now));
        began.elapsed()
    });
    Times::of(times.collect()).tell("decide over 500 x 100");
}

/// Reads what an agent's socket hears, so that nobody falls behind; tells when something was given.
fn listen(mut wire: Wire, given: Arc<Mutex<Vec<Instant>>>) {
    tokio::spawn(async move {
        while let Ok(heard) = wire.hear_any().await {
            match heard {
                Heard::Ping => drop(wire.pong().await),
                Heard::Text(text) => {
                    if text.contains("\"kind\":\"assigned\"") {
                        given.lock().await.push(Instant::now());
                    }
                }
            }
        }
    });
}

async fn staffed(capacity: i64) -> anyhow::Result<(Ground, Vec<Agent>)> {
    let ground = Ground::lay(true).await?;
    let agents = ground.agents(AGENTS, capacity).await?;
    for (number, agent) in agents.iter().enumerate() {
        listen(ground.at_work(agent, number).await?, Arc::default());
    }
    Ok((ground, agents))
}

/// Says a first word; how long until somebody has it.
async fn arrive(ground: &Ground, number: usize) -> anyhow::Result<(Wire, Duration)> {
    let mut wire = ground.visitor(number).await?;
    let began = Instant::now();
    wire.say(&said(number)).await?;
    loop {
        let frame: Value = serde_json::from_str(&wire.hear().await?)?;
        if frame["type"] == "entry" && frame["kind"] == "assigned" {
            return Ok((wire, began.elapsed()));
        }
    }
}

/// Customers who go on talking, so many words a second together; how long each waits for `accepted`.
async fn talk(wires: Vec<Wire>, time: Duration, from: usize) -> anyhow::Result<Vec<Duration>> {
    let pause = Duration::from_secs_f64(wires.len() as f64 / MESSAGES_PER_SECOND as f64);
    let next = Arc::new(AtomicUsize::new(from));
    let talks = wires.into_iter().enumerate().map(|(place, mut wire)| {
        let next = Arc::clone(&next);
        tokio::spawn(async move {
            sleep(pause.mul_f64(place as f64 / TALKERS as f64)).await;
            let (until, mut times, mut beat) = (Instant::now() + time, Vec::new(), interval(pause));
            while Instant::now() < until {
                beat.tick().await;
                let began = Instant::now();
                wire.say(&said(next.fetch_add(1, Ordering::Relaxed))).await?;
                wire.expect("accepted").await?;
                times.push(began.elapsed());
            }
            anyhow::Ok(times)
        })
    });
    let mut times = Vec::new();
    for talk in talks.collect::<Vec<_>>() {
        times.extend(talk.await??);
    }
    Ok(times)
}

async fn arrivals(time: Duration) -> anyhow::Result<()> {
    let (ground, _agents) = staffed(100).await?;
    let ground = Arc::new(ground);
    let mut talkers = Vec::new();
    for number in 0..TALKERS {
        talkers.push(arrive(&ground, number).await?.0);
    }
    let talking = tokio::spawn(talk(talkers, time, 1_000_000));
    let mut beat = interval(Duration::from_secs_f64(1.0 / ARRIVALS_PER_SECOND as f64));
    let mut arriving = Vec::new();
    for number in 0..ARRIVALS_PER_SECOND * usize::try_from(time.as_secs())? {
        beat.tick().await;
        let ground = Arc::clone(&ground);
        arriving.push(tokio::spawn(async move { arrive(&ground, TALKERS + number).await }));
    }
    let mut times = Vec::new();
    for arrival in arriving {
        times.push(arrival.await??.1);
    }
    Times::of(times).tell("arrival to assigned");
    Times::of(talking.await??).tell("accepted beside it");
    Ok(())
}

/// Everybody is full and many wait; one place after another comes free.
async fn freed() -> anyhow::Result<()> {
    let ground = Ground::lay(true).await?;
    let agents = ground.agents(AGENTS, 4).await?;
    let given: Arc<Mutex<Vec<Instant>>> = Arc::default();
    for (number, agent) in agents.iter().enumerate() {
        // Everybody hears every entry: one of them tells.
        let told = if number == 0 { Arc::clone(&given) } else { Arc::default() };
        listen(ground.at_work(agent, number).await?, told);
    }
    let mut open = Vec::new();
    for number in 0..AGENTS * 4 {
        let mut wire = ground.visitor(number).await?;
        wire.say(&said(number)).await?;
        let accepted = wire.expect("accepted").await?;
        open.push((accepted["conversation_id"].as_str().unwrap_or_default().to_owned(), wire));
    }
    while given.lock().await.len() < open.len() {
        sleep(Duration::from_millis(5)).await;
    }
    let waiting: Vec<Wire> = stream::iter(0..WAITING)
        .map(|number| {
            let ground = &ground;
            async move {
                let mut wire = ground.visitor(10_000 + number).await?;
                wire.say(&said(10_000 + number)).await?;
                wire.expect("accepted").await?;
                anyhow::Ok(wire)
            }
        })
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    let mut times = Vec::new();
    for (conversation, _) in open.iter().take(FREED) {
        let before = given.lock().await.len();
        let began = Instant::now();
        let path = format!("/api/v1/conversations/{conversation}/resolve");
        ground.call(&agents[0], &path, &json!({})).await?;
        loop {
            if let Some(at) = given.lock().await.get(before) {
                times.push(at.saturating_duration_since(began));
                break;
            }
            tokio::task::yield_now().await;
        }
    }
    Times::of(times).tell("freed place to the oldest of 1,000 who wait");
    drop(waiting);
    Ok(())
}

async fn waits_of_accepted(routing: bool) -> anyhow::Result<f64> {
    let ground = Ground::lay(routing).await?;
    let agents = ground.agents(AGENTS, 100).await?;
    for (number, agent) in agents.iter().enumerate() {
        listen(ground.at_work(agent, number).await?, Arc::default());
    }
    let mut talkers = Vec::new();
    for number in 0..TALKERS {
        let mut wire = ground.visitor(number).await?;
        wire.say(&said(number)).await?;
        wire.expect("accepted").await?;
        talkers.push(wire);
    }
    let times = Times::of(talk(talkers, Duration::from_secs(15), 1_000_000).await?);
    times.tell(if routing { "accepted with the routing on" } else { "accepted with the routing off" });
    Ok(times.at(0.99))
}

/// What it costs when customers wait and nothing happens; both ends of their sockets are counted.
async fn resting(routing: bool, count: usize) -> anyhow::Result<f64> {
    let ground = Ground::lay(routing).await?;
    let waiting: Vec<Wire> = stream::iter(0..count)
        .map(|number| {
            let ground = &ground;
            async move {
                let mut wire = ground.visitor(number).await?;
                wire.say(&said(number)).await?;
                wire.expect("accepted").await?;
                anyhow::Ok(wire)
            }
        })
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    sleep(Duration::from_secs(6)).await;
    let (pid, time) = (std::process::id(), Duration::from_secs(15));
    let before = usage::processor(pid)?;
    sleep(time).await;
    let used = usage::processor(pid)?.saturating_sub(before);
    drop(waiting);
    Ok(used.as_secs_f64() / time.as_secs_f64() * 100.0)
}
