//! Many visitors who talk, and agents who read it all.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use serde_json::Value;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval_at, sleep, timeout};

use crate::desk::{Desk, SAID, greet_all, greeted};
use crate::wire::{Heard, Wire};

/// How long readers may take for what is left in the end.
const CATCH_UP: Duration = Duration::from_mins(1);

/// Warming up, counting, ending.
#[derive(Debug, Default)]
struct Stage(AtomicU8);

impl Stage {
    const COUNTING: u8 = 1;
    const OVER: u8 = 2;

    fn is(&self, stage: u8) -> bool {
        self.0.load(Ordering::Relaxed) == stage
    }

    fn set(&self, stage: u8) {
        self.0.store(stage, Ordering::Relaxed);
    }
}

/// How the visitors talk.
#[derive(Debug, Clone, Copy)]
pub enum Pace {
    /// Each has so many messages unanswered at any time.
    InFlight(usize),
    /// All together say so many a second, evenly, whatever is answered.
    PerSecond(f64),
}

/// Figures of the time that counts.
#[derive(Debug)]
pub struct Talked {
    pub per_second: f64,
    /// From the send to its `accepted`, ascending.
    waits: Vec<Duration>,
    /// Time of processors for a message.
    pub processor: Duration,
    /// Commits with a sync; where syncs are counted.
    pub commits: Option<f64>,
}

impl Talked {
    /// The wait that so many of a hundred did not exceed.
    pub fn percentile(&self, hundredth: usize) -> Duration {
        let place = (self.waits.len() * hundredth / 100).min(self.waits.len().saturating_sub(1));
        self.waits.get(place).copied().unwrap_or_default()
    }
}

struct Talk {
    stage: Arc<Stage>,
    accepted: Arc<AtomicU64>,
}

/// Lets everybody talk for `time` after a while of warming up, and two agents read it all.
pub async fn talk(desk: &Desk, tokens: Vec<String>, pace: Pace, time: Duration) -> anyhow::Result<Talked> {
    let talk = Talk { stage: Arc::default(), accepted: Arc::default() };
    let senders = tokens.len();
    let mut readers = JoinSet::new();
    let mut read = Vec::new();
    for number in 0..2 {
        let agent = greeted(desk, &desk.agent.session_token().await, number).await?;
        let count = Arc::new(AtomicU64::new(0));
        read.push(Arc::clone(&count));
        readers.spawn(hear_all(agent, count));
    }
    let wires = greet_all(desk, tokens).await?;
    let mut talking = JoinSet::new();
    for (number, wire) in wires.into_iter().enumerate() {
        let (stage, accepted) = (Arc::clone(&talk.stage), Arc::clone(&talk.accepted));
        match pace {
            Pace::InFlight(most) => drop(talking.spawn(press(wire, most, stage, accepted))),
            Pace::PerSecond(all) => {
                let gap = Duration::from_secs_f64(senders as f64 / all);
                let first = gap.mul_f64(number as f64 / senders as f64);
                drop(talking.spawn(pace_out(wire, first, gap, stage, accepted)));
            }
        }
    }
    sleep(time / 4).await;
    let (begun, worked, synced) = (Instant::now(), desk.processor()?, desk.commits());
    let before = talk.accepted.load(Ordering::Relaxed);
    talk.stage.set(Stage::COUNTING);
    sleep(time).await;
    talk.stage.set(Stage::OVER);
    let accepted = talk.accepted.load(Ordering::Relaxed) - before;
    let (took, worked) = (begun.elapsed(), desk.processor()?.saturating_sub(worked));
    let commits = synced.zip(desk.commits()).map(|(before, now)| (now - before) as f64);
    let mut waits = Vec::new();
    while let Some(talked) = talking.join_next().await {
        waits.extend(talked??);
    }
    waits.sort_unstable();
    let all = talk.accepted.load(Ordering::Relaxed);
    let caught_up = timeout(CATCH_UP, async {
        while read.iter().any(|count| count.load(Ordering::Relaxed) < all) {
            sleep(Duration::from_millis(10)).await;
        }
    });
    if caught_up.await.is_err() {
        while let Some(ended) = readers.try_join_next() {
            ended?.context("a reader")?;
        }
        let counts: Vec<u64> = read.iter().map(|count| count.load(Ordering::Relaxed)).collect();
        anyhow::bail!("{all} were accepted and the readers have {counts:?}");
    }
    let processor = worked.div_f64(accepted.max(1) as f64);
    Ok(Talked { per_second: accepted as f64 / took.as_secs_f64(), waits, processor, commits })
}

async fn hear_all(mut agent: Wire, count: Arc<AtomicU64>) -> anyhow::Result<()> {
    loop {
        let frame = agent.hear().await?;
        if frame.starts_with(r#"{"type":"message""#) {
            count.fetch_add(1, Ordering::Relaxed);
        } else {
            anyhow::ensure!(!frame.starts_with(r#"{"type":"behind""#), "{frame}");
        }
    }
}

/// Put together by hand: the ids are plain and nothing needs escaping, and those who talk share processors with the desk.
fn frame(number: usize, conversation: Option<&str>) -> String {
    let conversation = conversation.map_or_else(|| "null".to_owned(), |id| format!("\"{id}\""));
    format!(
        r#"{{"type":"send","client_message_id":"{number}","conversation_id":{conversation},"content":{{"kind":"text","text":"{SAID}"}}}}"#
    )
}

/// Whether a frame is the answer to the oldest send; answers come in the order of the sends.
fn is_accepted(frame: &str) -> anyhow::Result<bool> {
    let refused = ["error", "refused", "paused"].iter().any(|kind| frame[9..].starts_with(kind));
    anyhow::ensure!(!refused, "{frame}");
    Ok(frame.starts_with(r#"{"type":"accepted""#))
}

/// Begins the conversation, so that all that follows goes on in it.
async fn begin(wire: &mut Wire, accepted: &AtomicU64) -> anyhow::Result<String> {
    wire.say(&frame(0, None)).await?;
    let first: Value = wire.expect("accepted").await?;
    accepted.fetch_add(1, Ordering::Relaxed);
    first["conversation_id"].as_str().map(str::to_owned).context("a conversation")
}

async fn press(
    mut wire: Wire,
    most: usize,
    stage: Arc<Stage>,
    accepted: Arc<AtomicU64>,
) -> anyhow::Result<Vec<Duration>> {
    let conversation = begin(&mut wire, &accepted).await?;
    let (mut ear, mut mouth) = wire.split();
    let (mut sent, mut waits, mut next) = (VecDeque::with_capacity(most), Vec::new(), 1);
    loop {
        if !stage.is(Stage::OVER) {
            let more: Vec<String> =
                (next..next + most - sent.len()).map(|number| frame(number, Some(&conversation))).collect();
            next += more.len();
            sent.resize(most, Instant::now());
            mouth.say(more).await?;
        }
        if sent.is_empty() {
            return Ok(waits);
        }
        loop {
            match ear.hear().await? {
                Heard::Text(frame) if is_accepted(&frame)? => {
                    let at = sent.pop_front().context("an answer to nothing")?;
                    if stage.is(Stage::COUNTING) {
                        waits.push(at.elapsed());
                    }
                    accepted.fetch_add(1, Ordering::Relaxed);
                }
                Heard::Text(_) => {}
                Heard::Ping => mouth.pong().await?,
            }
            if !ear.has_more() {
                break;
            }
        }
    }
}

async fn pace_out(
    mut wire: Wire,
    first: Duration,
    gap: Duration,
    stage: Arc<Stage>,
    accepted: Arc<AtomicU64>,
) -> anyhow::Result<Vec<Duration>> {
    let conversation = begin(&mut wire, &accepted).await?;
    let (mut ear, mut mouth) = wire.split();
    let (note, mut sent) = mpsc::unbounded_channel();
    let said = async {
        let note = note;
        let mut ticks = interval_at(tokio::time::Instant::now() + first, gap);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
        for number in 1.. {
            ticks.tick().await;
            if stage.is(Stage::OVER) {
                break;
            }
            note.send(Instant::now())?;
            mouth.say([frame(number, Some(&conversation))]).await?;
        }
        anyhow::Ok(())
    };
    let heard = async {
        let mut waits = Vec::new();
        while let Some(at) = sent.recv().await {
            while !matches!(ear.hear().await?, Heard::Text(frame) if is_accepted(&frame)?) {}
            if stage.is(Stage::COUNTING) {
                waits.push(at.elapsed());
            }
            accepted.fetch_add(1, Ordering::Relaxed);
        }
        anyhow::Ok(waits)
    };
    tokio::try_join!(said, heard).map(|((), waits)| waits)
}
