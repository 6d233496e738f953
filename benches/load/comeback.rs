//! A visitor who reconnects whenever the link ends, as `docs/protocol.md` tells a client to, and a record of what reached them.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout, timeout_at};

use crate::desk::{SAID, hello};
use crate::process::rest::Program;
use crate::wire::{Target, Wire};

/// Bounds of the first wait and of the longest, as `static/im/backoff.js` has them.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// Connecting and `welcome` together may take this long, and a link that lived so long forgets the failures before it, as
/// `static/im/link.js` has them.
const OPENS_WITHIN: Duration = Duration::from_secs(15);
const STABLE: Duration = Duration::from_secs(10);
/// Longer than any run.
pub const NEVER: Duration = Duration::from_hours(24);

/// Those who live for themselves.
pub type Lives = JoinSet<anyhow::Result<Infallible>>;

/// What one visitor has received.
#[derive(Debug, Default)]
pub struct Kept {
    epoch: String,
    position: i64,
    /// Their conversation.
    pub conversation: String,
    /// Sequences of its entries that arrived.
    pub seen: BTreeSet<i64>,
    /// Entries that arrived twice.
    pub doubled: usize,
    /// Since when they are back and have everything that they missed; `None` while they are away.
    pub since: Option<Instant>,
    /// `resume` of the last `welcome`.
    pub resume: String,
    /// Tries to connect that failed, and why the last of them did.
    pub failed: usize,
    pub why: String,
    /// Links that the desk ended because they were behind, and links that ended without a close frame.
    pub behind: usize,
    pub broken: usize,
}

impl Kept {
    fn fail(&mut self, why: &str) {
        self.failed += 1;
        why.clone_into(&mut self.why);
    }

    fn cursor(&self) -> Value {
        json!({"log_epoch": self.epoch, "log_position": self.position})
    }

    fn welcome(&mut self, frame: &Value) {
        self.resume = text(&frame["resume"]);
        if self.resume != "replaying" {
            self.epoch = text(&frame["log_epoch"]);
            self.position = frame["log_position"].as_i64().unwrap_or_default();
        }
    }

    /// Takes what a link brought in its order.
    fn take(&mut self, frame: &Value) {
        let position = frame["log_position"].as_i64().unwrap_or_default();
        self.position = self.position.max(position);
        if let Some(sequence) = frame["sequence"].as_i64()
            && !self.seen.insert(sequence)
        {
            self.doubled += 1;
        }
    }

    /// Takes what was asked for; some of it may be there.
    fn take_page(&mut self, page: &Value) {
        let entries = page["entries"].as_array().into_iter().flatten();
        self.seen.extend(entries.filter_map(|entry| entry["sequence"].as_i64()));
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A visitor; what they keep is read from outside.
#[derive(Clone)]
pub struct Visitor {
    number: usize,
    token: String,
    target: Target,
    kept: Arc<Mutex<Kept>>,
}

/// How they reconnect: at once after a link that ended in order, else after a while.
#[derive(PartialEq, Eq)]
enum Left {
    Soon,
    Lost,
}

impl Visitor {
    pub fn new(number: usize, token: String, target: &Target) -> Self {
        Self { number, token, target: target.clone(), kept: Arc::default() }
    }

    /// What the visitor keeps between links.
    pub fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Comes for the first time, over that wire, and says something, so that there is a conversation and a cursor.
    pub async fn begin(&self, mut wire: Wire) -> anyhow::Result<Wire> {
        let welcome = hello(&mut wire, &self.token, &Value::Null).await?;
        self.kept().welcome(&welcome);
        let send = json!({"type": "send", "client_message_id": "first", "conversation_id": null,
                          "content": {"kind": "text", "text": SAID}});
        wire.say(&send.to_string()).await?;
        let accepted = wire.expect("accepted").await?;
        let mut kept = self.kept();
        kept.take(&accepted);
        kept.conversation = text(&accepted["conversation_id"]);
        kept.since = Some(Instant::now());
        drop(kept);
        Ok(wire)
    }

    /// Takes what comes over `wire`, and comes back after each end; ends only with what must not happen.
    pub async fn live(self, mut wire: Wire) -> anyhow::Result<Infallible> {
        let mut attempt = 0;
        loop {
            let begun = Instant::now();
            let mut left = self.follow(wire).await?;
            self.kept().since = None;
            if begun.elapsed() >= STABLE {
                attempt = 0;
            }
            wire = loop {
                if left == Left::Lost || attempt > 0 {
                    sleep(back_off(attempt)).await;
                }
                attempt += 1;
                left = Left::Lost;
                match timeout(OPENS_WITHIN, self.open()).await {
                    Ok(Ok(wire)) => break wire,
                    Ok(Err(error)) => self.kept().fail(&format!("{error:#}")),
                    Err(_) => self.kept().fail("no welcome in time"),
                }
            };
        }
    }

    /// Connects and goes on from the cursor.
    async fn open(&self) -> anyhow::Result<Wire> {
        let mut wire = Wire::open(&self.target, self.number).await?;
        let cursor = self.kept().cursor();
        let welcome = hello(&mut wire, &self.token, &cursor).await?;
        self.kept().welcome(&welcome);
        if welcome["resume"] != "replaying" {
            self.fetch(&mut wire).await?;
        }
        Ok(wire)
    }

    /// Asks for what no replay brings.
    async fn fetch(&self, wire: &mut Wire) -> anyhow::Result<()> {
        let fetch = {
            let kept = self.kept();
            json!({"type": "fetch", "request_id": "missed", "conversation_id": kept.conversation,
                   "after_sequence": kept.seen.last().copied().unwrap_or(0), "limit": 200})
        };
        wire.say(&fetch.to_string()).await
    }

    /// Takes what comes until the link ends or the visitor is asked to leave.
    async fn follow(&self, mut wire: Wire) -> anyhow::Result<Left> {
        let mut leaves = tokio::time::Instant::now() + NEVER;
        loop {
            let Ok(heard) = timeout_at(leaves, wire.hear()).await else { return Ok(Left::Soon) };
            let Ok(heard) = heard else {
                self.kept().broken += 1;
                return Ok(Left::Lost);
            };
            let frame: Value = serde_json::from_str(&heard)?;
            match frame["type"].as_str().context("a frame without a type")? {
                "message" | "entry" | "accepted" => self.kept().take(&frame),
                "caught_up" => {
                    let mut kept = self.kept();
                    kept.take(&frame);
                    kept.since = Some(Instant::now());
                }
                "page" => {
                    self.kept().take_page(&frame);
                    if frame["more"] == true {
                        self.fetch(&mut wire).await?;
                    } else {
                        self.kept().since = Some(Instant::now());
                    }
                }
                "drain" => {
                    let after = frame["reconnect_after_ms"].as_u64().unwrap_or_default();
                    leaves = tokio::time::Instant::now() + Duration::from_millis(after);
                }
                "behind" => {
                    self.kept().behind += 1;
                    return Ok(Left::Soon);
                }
                "error" | "session_ended" | "erased" => anyhow::bail!("a visitor hears {frame}"),
                _ => {}
            }
        }
    }
}

/// A random time below a limit that doubles.
fn back_off(attempt: u32) -> Duration {
    let limit = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(attempt)).min(LONGEST_WAIT);
    limit.mul_f64(rand::random::<f64>())
}

/// Fails with the first that ended, since no visitor ends by themself.
pub fn alive(lives: &mut Lives) -> anyhow::Result<()> {
    lives.try_join_next().map_or(Ok(()), |ended| ended?.map(|never| match never {}))
}

/// Entries that the desk has and the visitors do not, or the other way round.
pub fn missing(visitors: &[Visitor], stored: &BTreeMap<String, i64>) -> u64 {
    let of = |visitor: &Visitor| {
        let kept = visitor.kept();
        let last = stored.get(&kept.conversation).copied().unwrap_or_default();
        let there = kept.seen.range(..=last).count() as u64;
        // Numbers are dense, so that whoever has as many as the last one says has them all.
        last.unsigned_abs().max(kept.seen.len() as u64) - there
    };
    visitors.iter().map(of).sum()
}

/// How many entries each conversation of the desk has.
pub async fn lengths(program: &Program) -> anyhow::Result<BTreeMap<String, i64>> {
    let mut lengths = BTreeMap::new();
    let mut cursor = String::new();
    loop {
        let page = program.get(&format!("/api/v1/conversations?view=all&limit=200{cursor}")).await;
        for row in page["items"].as_array().context("items")? {
            let id = row["id"].as_str().context("an id")?;
            lengths.insert(id.to_owned(), row["last_sequence"].as_i64().context("last_sequence")?);
        }
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return Ok(lengths),
        }
    }
}
