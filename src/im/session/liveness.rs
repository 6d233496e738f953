//! Who is silent is asked, and who stays silent is hung up on.

use std::time::Duration;

use super::{Close, Phase, Session};
use crate::clock::Tick;
use crate::im::frames::Heartbeat;
use crate::im::limits::Limits;
use crate::im::requests::Request;

/// A client that asked for a longer heartbeat is given this much beyond it.
const GRACE: Duration = Duration::from_secs(15);

/// The silence of one link.
#[derive(Debug)]
pub(super) struct Liveness {
    heard_at: Tick,
    asked_at: Option<Tick>,
    asked_for: Option<Duration>,
    ping_after: Duration,
    dead_after: Duration,
}

impl Liveness {
    pub(super) fn new(limits: &Limits, now: Tick) -> Self {
        Self {
            heard_at: now,
            asked_at: None,
            asked_for: None,
            ping_after: limits.ping_after,
            dead_after: limits.dead_after,
        }
    }

    /// Any byte counts.
    pub(super) fn heard(&mut self, now: Tick) {
        self.heard_at = now;
        self.asked_at = None;
    }

    /// Takes the heartbeat a client asks for, within the bound.
    pub(super) fn agree(&mut self, limits: &Limits, heartbeat_ms: Option<u64>) {
        self.asked_for = heartbeat_ms.map(|ms| Duration::from_millis(ms).min(limits.heartbeat_max));
        let asked = self.asked_for.unwrap_or_default();
        self.ping_after = limits.ping_after.max(asked);
        self.dead_after =
            if asked.is_zero() { limits.dead_after } else { limits.dead_after.max(asked + GRACE) };
    }

    /// A hidden page is asked less often: its browser answers without waking it.
    pub(super) fn set_hidden(&mut self, limits: &Limits, hidden: bool) {
        let base = if hidden { limits.ping_after_hidden } else { limits.ping_after };
        self.ping_after = base.max(self.asked_for.unwrap_or_default());
    }

    pub(super) fn heartbeat(&self, limits: &Limits) -> Heartbeat {
        let millis = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        Heartbeat {
            ping_every_ms: millis(limits.client_ping.max(self.asked_for.unwrap_or_default())),
            pong_within_ms: millis(limits.pong_within),
            dead_after_ms: millis(self.dead_after),
        }
    }

    fn next(&self) -> Tick {
        let dead_at = self.heard_at.plus(self.dead_after);
        match self.asked_at {
            Some(_) => dead_at,
            None => self.heard_at.plus(self.ping_after).min(dead_at),
        }
    }
}

impl Session {
    /// When [`Session::tick`] is to be called next.
    pub fn next_deadline(&mut self, now: Tick) -> Tick {
        let silence = match self.phase {
            Phase::AwaitingHello { until } | Phase::Behind { until } => until.min(self.liveness.next()),
            _ => self.liveness.next(),
        };
        let mut deadline = silence;
        if let Some(marks) = self.receiving.deadline() {
            deadline = deadline.min(marks);
        }
        if !self.inbox.is_empty() && matches!(self.phase, Phase::Live) {
            let rate = self.frames.wait(now).max(self.sending.wait(now));
            if !rate.is_zero() {
                deadline = deadline.min(now.plus(rate));
            } else if self.takes_frames(now) {
                // The token came after the frame was last looked at: nothing else would wake the link for it.
                deadline = now;
            }
        }
        deadline
    }

    /// Time has passed.
    pub fn tick(&mut self, now: Tick) {
        match self.phase {
            Phase::AwaitingHello { until } if now >= until => {
                return self.unauthenticated("No hello came in time.");
            }
            Phase::Behind { until } if now >= until => {
                return self.close(Close { code: 4008, reason: "behind" });
            }
            Phase::Closed(_) => return,
            _ => {}
        }
        self.keep_marks(now);
        self.work(now);
        let silent = now.since(self.liveness.heard_at);
        if silent >= self.liveness.dead_after {
            self.close(Close { code: 1001, reason: "silent" });
        } else if silent >= self.liveness.ping_after && self.liveness.asked_at.is_none() {
            self.liveness.asked_at = Some(now);
            self.requests.push_back(Request::Ping);
        }
    }
}
