//! An agent who says one message after the other, evenly, over a link that comes back at once when it breaks.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::time::{MissedTickBehavior, interval, sleep, timeout_at};

use crate::comeback::NEVER;
use crate::desk::{SAID, hello};
use crate::wire::{Ear, Heard, Mouth, Target, Wire};

/// The agent tries to connect this often: they measure the desk and are no part of the storm.
const LOOKS_EVERY: Duration = Duration::from_millis(20);

/// A thread for the agent alone, as if on another machine: they do not wait for a turn among thousands of visitors.
pub struct Desktop(Option<Runtime>);

impl Desktop {
    pub fn new() -> std::io::Result<Self> {
        Builder::new_multi_thread().worker_threads(1).enable_all().build().map(|runtime| Self(Some(runtime)))
    }

    pub fn handle(&self) -> &Handle {
        self.0.as_ref().expect("it is there until the end").handle()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // It may not be waited for within another runtime.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// A message without an answer.
struct Unanswered {
    id: String,
    frame: String,
    /// When it was due, unless it is said again.
    said: Option<Instant>,
}

/// Messages sent so far.
#[derive(Default)]
pub struct Said {
    resting: bool,
    unanswered: VecDeque<Unanswered>,
    next: usize,
    /// From the send to its `accepted`, of each that was answered on the link on which it was said first.
    pub waits: Vec<Duration>,
    /// Those that had to be said again, since their link broke before they were answered.
    pub again: usize,
    /// The conversations and numbers under which they were accepted.
    pub accepted: BTreeMap<String, Vec<i64>>,
}

/// The agent; what they sent is read from outside.
pub struct Agent {
    target: Target,
    token: String,
    gap: Duration,
    said: Mutex<Said>,
}

impl Agent {
    /// One who says so many a second.
    pub fn new(target: &Target, token: String, per_second: u32) -> Self {
        let gap = Duration::from_secs(1) / per_second;
        Self { target: target.clone(), token, gap, said: Mutex::default() }
    }

    /// What the agent sent.
    pub fn said(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says nothing new from now on.
    pub fn rest(&self) {
        self.said().resting = true;
    }

    /// Whether everything was answered.
    pub fn is_answered(&self) -> bool {
        self.said().unanswered.is_empty()
    }

    /// Says something to whomever `whom` names, again and again; nothing while it names nobody. Ends only with what must not
    /// happen.
    pub async fn live(&self, whom: impl Fn() -> Option<String>) -> anyhow::Result<Infallible> {
        loop {
            if let Ok((ear, mouth)) = self.open().await {
                // Both end with the link.
                tokio::select! {
                    refused = self.hear(ear) => if let Ok(frame) = refused {
                        anyhow::bail!("the agent hears {frame}");
                    },
                    _ = self.speak(mouth, &whom) => {}
                }
            }
            sleep(LOOKS_EVERY).await;
        }
    }

    async fn open(&self) -> anyhow::Result<(Ear, Mouth)> {
        let mut wire = Wire::open(&self.target, 0).await?;
        hello(&mut wire, &self.token, &Value::Null).await?;
        Ok(wire.split())
    }

    async fn speak(&self, mut mouth: Mouth, whom: impl Fn() -> Option<String>) -> anyhow::Result<Infallible> {
        let repeated: Vec<String> = {
            let mut said = self.said();
            said.again += said.unanswered.len();
            let repeat = |one: &mut Unanswered| {
                one.said = None;
                one.frame.clone()
            };
            said.unanswered.iter_mut().map(repeat).collect()
        };
        mouth.say(&repeated).await?;
        let mut ticks = interval(self.gap);
        // Whatever is answered late, the next is due all the same.
        ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
        loop {
            let due = ticks.tick().await.into_std();
            let Some(conversation) = whom() else { continue };
            let frame = {
                let mut said = self.said();
                if said.resting {
                    continue;
                }
                let id = format!("steady {}", said.next);
                said.next += 1;
                let frame = json!({"type": "send", "client_message_id": id, "conversation_id": conversation,
                                   "content": {"kind": "text", "text": SAID}})
                .to_string();
                said.unanswered.push_back(Unanswered { id, frame: frame.clone(), said: Some(due) });
                frame
            };
            mouth.say([frame]).await?;
        }
    }

    /// Takes the answers, which come in the order of the sends, until it is time to leave; a frame that must not come.
    async fn hear(&self, mut ear: Ear) -> anyhow::Result<Value> {
        let mut leaves = tokio::time::Instant::now() + NEVER;
        loop {
            // The agent is never silent long enough for a PING.
            let Heard::Text(heard) = timeout_at(leaves, ear.hear()).await?? else { continue };
            let frame: Value = serde_json::from_str(&heard)?;
            match frame["type"].as_str() {
                Some("accepted") => {
                    let mut said = self.said();
                    let Some(one) = said.unanswered.pop_front() else { return Ok(frame) };
                    if frame["client_message_id"] != one.id {
                        return Ok(frame);
                    }
                    said.waits.extend(one.said.map(|at| at.elapsed()));
                    let conversation = frame["conversation_id"].as_str().unwrap_or_default().to_owned();
                    said.accepted.entry(conversation).or_default().extend(frame["sequence"].as_i64());
                }
                Some("drain") => {
                    let after = frame["reconnect_after_ms"].as_u64().unwrap_or_default();
                    leaves = tokio::time::Instant::now() + Duration::from_millis(after);
                }
                Some("refused" | "error" | "paused" | "session_ended") => return Ok(frame),
                _ => {}
            }
        }
    }
}
