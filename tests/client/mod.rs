//! A client of `servicedesk.im.v1` without I/O: outbox, cursor, copies of conversations, liveness, coming back. It behaves like
//! the client that pages use; time and randomness are arguments, frames go in and out as text.

mod copies;
mod outbox;

use std::collections::VecDeque;

use serde_json::{Value, json};

pub use copies::Copies;
pub use outbox::{Item, Outbox, Where};

/// Longest time from asking for a link to `welcome`, in milliseconds.
const OPEN_MS: u64 = 15_000;
/// A head above the cursor with nothing arriving for this long means that something was lost.
const TAIL_MS: u64 = 2_000;
/// A link that lived this long forgets the failures before it.
const STABLE_MS: u64 = 10_000;
/// Bounds of the waiting time before coming back, which is drawn from the whole range below it.
const BACKOFF_MS: (u64, u64) = (500, 30_000);

/// Which side of the desk it is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Visitor,
    Agent,
}

/// What a device keeps over the end of a page: everything here was stored before it was acted on.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    pub outbox: Outbox,
    pub cursor: Option<(String, i64)>,
    pub copies: Copies,
}

/// What the client tells whoever drives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// A send is settled for good.
    Accepted { id: String, conversation: String, sequence: i64, position: i64 },
    /// A send will never be taken.
    Refused { id: String, code: String },
    /// The list of conversations is asked for; [`Client::listed`] is the answer.
    ListWanted,
    /// Everything stored was forgotten.
    Forgot,
    /// The link ended for good.
    Ended(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Phase {
    /// Comes back at this time.
    Waiting(u64),
    /// Asked for a link.
    Opening { since: u64 },
    /// The link is up: `welcome` came.
    Live { since: u64 },
    /// The desk ended the link for good.
    Ended,
}

/// A page with one link, one outbox and the entries that it has seen.
#[derive(Debug)]
pub struct Client {
    pub kept: Kept,
    role: Role,
    phase: Phase,
    attempt: u32,
    session: Option<String>,
    previous: Option<String>,
    out: VecDeque<String>,
    news: Vec<News>,
    heard_at: u64,
    asked_at: Option<u64>,
    ping_every: u64,
    pong_within: u64,
    head: i64,
    leave_at: Option<u64>,
    drops: bool,
    seed: u64,
}

impl Client {
    /// A page that has just been opened; `seed` starts its randomness.
    pub fn new(role: Role, kept: Kept, now: u64, seed: u64) -> Self {
        Self {
            kept,
            role,
            phase: Phase::Waiting(now),
            attempt: 0,
            session: None,
            previous: None,
            out: VecDeque::new(),
            news: Vec::new(),
            heard_at: now,
            asked_at: None,
            ping_every: 45_000,
            pong_within: 5_000,
            head: 0,
            leave_at: None,
            drops: false,
            seed,
        }
    }

    /// Whether a link should be opened now; [`Client::opened`] follows.
    pub fn wants_link(&self, now: u64) -> bool {
        matches!(self.phase, Phase::Waiting(at) if now >= at)
    }

    /// A link was opened with this token: `hello` goes first.
    pub fn opened(&mut self, token: &str, now: u64) {
        self.phase = Phase::Opening { since: now };
        self.out.clear();
        self.asked_at = None;
        self.heard_at = now;
        let resume =
            self.kept.cursor.as_ref().map(|(epoch, at)| json!({"log_epoch": epoch, "log_position": at}));
        let hello = json!({
            "type": "hello", "protocol": "servicedesk.im.v1", "session_token": token,
            "client": {"kind": "test", "version": "1"}, "resume": resume, "client_state": "visible",
            "previous_session_id": self.previous, "heartbeat_ms": null,
        });
        self.out.push_back(hello.to_string());
    }

    /// The link is gone. `code` is the WebSocket's, or `None` where nothing was said.
    pub fn closed(&mut self, code: Option<u16>, now: u64) {
        if matches!(self.phase, Phase::Ended | Phase::Waiting(_)) {
            return;
        }
        if code == Some(4003) {
            return self.end("session_ended");
        }
        self.come_back(now);
    }

    fn come_back(&mut self, now: u64) {
        if let Phase::Live { since } = self.phase
            && now.saturating_sub(since) >= STABLE_MS
        {
            self.attempt = 0;
        }
        let most = BACKOFF_MS.1.min(BACKOFF_MS.0 << self.attempt.min(10));
        let wait = self.random() % most;
        self.attempt += 1;
        self.previous = self.session.take().or(self.previous.take());
        self.phase = Phase::Waiting(now + wait);
        self.leave_at = None;
        self.out.clear();
        self.kept.outbox.link_is_gone();
        self.kept.copies.link_is_gone();
        self.drops = true;
    }

    fn end(&mut self, code: &str) {
        self.phase = Phase::Ended;
        self.out.clear();
        self.kept.outbox.link_is_gone();
        self.kept.copies.link_is_gone();
        self.drops = true;
        self.news.push(News::Ended(code.to_owned()));
    }

    /// The desk gives no token any more.
    pub fn refuse_for_good(&mut self) {
        self.end("unauthorized");
    }

    /// Whether the present link is to be dropped; asked once.
    pub fn take_drop(&mut self) -> bool {
        std::mem::take(&mut self.drops)
    }

    /// The network may have changed: comes back at once.
    pub fn wake(&mut self, now: u64) {
        if matches!(self.phase, Phase::Waiting(_)) {
            self.phase = Phase::Waiting(now);
        } else if matches!(self.phase, Phase::Live { .. }) && self.asked_at.is_none() {
            self.ping(now);
        }
    }

    /// Queues a message and, where the link is live, sends it.
    pub fn queue(&mut self, item: Item) {
        self.kept.outbox.queue(item);
        self.flush();
    }

    /// Says how far everything was read.
    pub fn mark_read(&mut self) {
        if matches!(self.phase, Phase::Live { .. }) {
            let marks: serde_json::Map<String, Value> =
                self.kept.copies.ends().map(|(id, last)| (id.to_owned(), json!(last))).collect();
            if !marks.is_empty() {
                self.out.push_back(json!({"type": "progress", "received": marks, "read": marks}).to_string());
            }
        }
    }

    /// Somebody types.
    pub fn typing(&mut self, conversation: &str) {
        if matches!(self.phase, Phase::Live { .. }) {
            let frame = json!({"type": "typing", "conversation_id": conversation, "active": true, "preview": "secret"});
            self.out.push_back(frame.to_string());
        }
    }

    /// The answer to [`News::ListWanted`]: conversations and their newest sequence.
    pub fn listed(&mut self, conversations: &[(String, i64)]) {
        if matches!(self.phase, Phase::Live { .. }) {
            for (id, last) in conversations {
                self.kept.copies.expect(id, *last);
            }
            self.fetch();
        }
    }

    fn flush(&mut self) {
        if matches!(self.phase, Phase::Live { .. }) {
            self.out.extend(self.kept.outbox.next_sends());
        }
    }

    fn fetch(&mut self) {
        if matches!(self.phase, Phase::Live { .. }) {
            self.out.extend(self.kept.copies.next_fetches());
        }
    }

    fn ping(&mut self, now: u64) {
        self.asked_at = Some(now);
        self.out.push_back(json!({"type": "ping"}).to_string());
    }

    /// A message from the desk: one or more frames.
    pub fn receive(&mut self, text: &str, now: u64) {
        self.heard_at = now;
        for frame in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
            let frame = frame.expect("the desk writes JSON");
            if matches!(self.phase, Phase::Opening { .. } | Phase::Live { .. }) {
                self.take(&frame, now);
            }
        }
        self.fetch();
        self.flush();
    }

    /// A sign of life without words.
    pub fn heard(&mut self, now: u64) {
        self.heard_at = now;
    }

    fn take(&mut self, frame: &Value, now: u64) {
        let text = |name: &str| frame[name].as_str().unwrap_or_default().to_owned();
        let number = |name: &str| frame[name].as_i64().unwrap_or_default();
        match frame["type"].as_str().unwrap_or_default() {
            "welcome" => self.welcomed(frame, now),
            "accepted" => {
                let (id, conversation) = (text("client_message_id"), text("conversation_id"));
                self.accepted(&id, conversation, number("sequence"), number("log_position"));
                self.move_cursor(number("log_position"));
            }
            "refused" => {
                let id = text("client_message_id");
                if self.kept.outbox.settle(&id).is_some() {
                    self.news.push(News::Refused { id, code: text("code") });
                }
            }
            "paused" => self.kept.outbox.pause(now + frame["retry_after_ms"].as_u64().unwrap_or(1_000)),
            "message" | "entry" => {
                self.kept.copies.pushed(frame);
                self.settle_own(frame);
                self.move_cursor(number("log_position"));
            }
            "erased" => {
                self.kept.copies.forget(&text("conversation_id"));
                self.move_cursor(number("log_position"));
            }
            "caught_up" => self.move_cursor(number("log_position")),
            "page" => {
                let own: Vec<Value> = frame["entries"].as_array().cloned().unwrap_or_default();
                self.kept.copies.page(&text("request_id"), &own, frame["more"] == true);
                for entry in &own {
                    self.settle_own(entry);
                }
            }
            "error" => self.kept.copies.refused(&text("request_id"), &text("code")),
            "pong" => {
                self.asked_at = None;
                self.head = number("log_position");
            }
            "behind" => self.come_back(now),
            "drain" => self.leave_at = Some(now + frame["reconnect_after_ms"].as_u64().unwrap_or_default()),
            "session_ended" => self.end(&text("code")),
            _ => {}
        }
    }

    fn welcomed(&mut self, frame: &Value, now: u64) {
        self.phase = Phase::Live { since: now };
        self.session = frame["session_id"].as_str().map(str::to_owned);
        self.previous = None;
        self.ping_every = frame["heartbeat"]["ping_every_ms"].as_u64().unwrap_or(45_000);
        self.pong_within = frame["heartbeat"]["pong_within_ms"].as_u64().unwrap_or(5_000);
        let in_flight = frame["limits"]["sends_in_flight"].as_u64().unwrap_or(1);
        self.kept.outbox.link_is_live(usize::try_from(in_flight).unwrap_or(1));
        let epoch = frame["log_epoch"].as_str().unwrap_or_default().to_owned();
        let position = frame["log_position"].as_i64().unwrap_or_default();
        self.head = position;
        if frame["resume"] == "replaying" {
            // What is missed follows.
            return;
        }
        self.kept.cursor = Some((epoch, position));
        self.kept.copies.clear();
        self.news.push(News::Forgot);
        for conversation in frame["conversations"].as_array().into_iter().flatten() {
            let id = conversation["conversation_id"].as_str().unwrap_or_default();
            self.kept.copies.expect(id, conversation["last_sequence"].as_i64().unwrap_or_default());
        }
        if self.role == Role::Agent {
            self.news.push(News::ListWanted);
        }
    }

    fn accepted(&mut self, id: &str, conversation: String, sequence: i64, position: i64) {
        if self.kept.outbox.settle(id).is_some() {
            self.kept.copies.own(&conversation, sequence, position);
            self.news.push(News::Accepted { id: id.to_owned(), conversation, sequence, position });
        }
    }

    /// One's own message, seen as an entry, settles it as its answer would.
    fn settle_own(&mut self, entry: &Value) {
        let Some(id) = entry["client_message_id"].as_str() else { return };
        if self.kept.outbox.settle(id).is_some() {
            self.news.push(News::Accepted {
                id: id.to_owned(),
                conversation: entry["conversation_id"].as_str().unwrap_or_default().to_owned(),
                sequence: entry["sequence"].as_i64().unwrap_or_default(),
                position: entry["log_position"].as_i64().unwrap_or_default(),
            });
        }
    }

    fn move_cursor(&mut self, position: i64) {
        if let Some((_, cursor)) = &mut self.kept.cursor {
            *cursor = (*cursor).max(position);
        }
    }

    fn cursor(&self) -> i64 {
        self.kept.cursor.as_ref().map_or(0, |(_, at)| *at)
    }

    /// When [`Client::tick`] is to be called next.
    pub fn next_deadline(&self) -> Option<u64> {
        match self.phase {
            Phase::Ended => None,
            Phase::Waiting(at) => Some(at),
            Phase::Opening { since } => Some(since + OPEN_MS),
            Phase::Live { .. } => {
                let silence = match self.asked_at {
                    Some(asked) => asked + self.pong_within,
                    None if self.head > self.cursor() => self.heard_at + TAIL_MS,
                    None => self.heard_at + self.ping_every,
                };
                [Some(silence), self.leave_at, self.kept.outbox.paused_until()].into_iter().flatten().min()
            }
        }
    }

    /// Time has passed.
    pub fn tick(&mut self, now: u64) {
        match self.phase {
            Phase::Opening { since } if now >= since + OPEN_MS => self.come_back(now),
            Phase::Live { .. } => {
                if self.kept.outbox.go_on(now) {
                    self.out.push_back(json!({"type": "continue"}).to_string());
                    self.flush();
                }
                let silent = now.saturating_sub(self.heard_at);
                if self.leave_at.is_some_and(|at| now >= at)
                    || self.asked_at.is_some_and(|asked| now >= asked + self.pong_within)
                    || (self.head > self.cursor() && self.asked_at.is_none() && silent >= TAIL_MS)
                {
                    self.come_back(now);
                } else if self.asked_at.is_none() && silent >= self.ping_every {
                    self.ping(now);
                }
            }
            _ => {}
        }
    }

    /// What goes out next.
    pub fn next_frame(&mut self) -> Option<String> {
        self.out.pop_front()
    }

    /// What happened since it was asked last.
    pub fn take_news(&mut self) -> Vec<News> {
        std::mem::take(&mut self.news)
    }

    pub fn is_live(&self) -> bool {
        matches!(self.phase, Phase::Live { .. })
    }

    pub fn has_ended(&self) -> bool {
        self.phase == Phase::Ended
    }

    /// Whether nothing is left to say, ask or catch up with.
    pub fn is_settled(&self) -> bool {
        self.is_live()
            && self.kept.outbox.is_empty()
            && self.kept.copies.is_complete()
            && self.head <= self.cursor()
    }

    /// What keeps it from being settled, in words.
    pub fn whats_open(&self) -> String {
        format!(
            "{:?}, head {} over cursor {}, {}; {}",
            self.phase,
            self.head,
            self.cursor(),
            self.kept.outbox.whats_open(),
            self.kept.copies.whats_open(),
        )
    }

    /// `SplitMix64`: <https://prng.di.unimi.it/splitmix64.c>.
    fn random(&mut self) -> u64 {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
