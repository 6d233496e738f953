//! A silent client gets a PING; one that stays silent is disconnected.

use std::time::Duration;

use super::{Close, Phase, Session};
use crate::clock::Tick;
use crate::im::frames::Heartbeat;
use crate::im::limits::Limits;
use crate::im::requests::Request;

/// A client that asked for a longer heartbeat is given this much beyond it.
const GRACE: Duration = Duration::from_secs(15);

/// The silence of one link; spans in milliseconds.
#[derive(Debug)]
pub(super) struct Liveness {
    heard_at: Tick,
    asked_for_ms: u32,
    ping_after_ms: u32,
    dead_after_ms: u32,
    /// Whether a PING was sent since.
    asked: bool,
    hidden: bool,
}

fn millis(time: Duration) -> u32 {
    u32::try_from(time.as_millis()).unwrap_or(u32::MAX)
}

const fn span(ms: u32) -> Duration {
    Duration::from_millis(ms as u64)
}

impl Liveness {
    pub(super) fn new(limits: &Limits, now: Tick) -> Self {
        Self {
            heard_at: now,
            asked_for_ms: 0,
            ping_after_ms: millis(limits.ping_after),
            dead_after_ms: millis(limits.dead_after),
            asked: false,
            hidden: false,
        }
    }

    /// Any byte counts.
    pub(super) fn heard(&mut self, now: Tick) {
        self.heard_at = now;
        self.asked = false;
    }

    /// Takes the heartbeat a client asks for, within the bound.
    pub(super) fn agree(&mut self, limits: &Limits, heartbeat_ms: Option<u64>) {
        let asked = Duration::from_millis(heartbeat_ms.unwrap_or_default()).min(limits.heartbeat_max);
        self.asked_for_ms = millis(asked);
        if !asked.is_zero() {
            self.dead_after_ms = millis(limits.dead_after.max(asked + GRACE));
        }
    }

    /// A hidden page is asked less often: its browser answers without waking it.
    pub(super) fn set_hidden(&mut self, limits: &Limits, hidden: bool) {
        self.hidden = hidden;
        let base = if hidden { limits.ping_after_hidden } else { limits.ping_after };
        self.ping_after_ms = millis(base).max(self.asked_for_ms);
    }

    pub(super) const fn is_hidden(&self) -> bool {
        self.hidden
    }

    pub(super) fn heartbeat(&self, limits: &Limits) -> Heartbeat {
        Heartbeat {
            ping_every_ms: millis(limits.client_ping).max(self.asked_for_ms).into(),
            pong_within_ms: millis(limits.pong_within).into(),
            dead_after_ms: self.dead_after_ms.into(),
        }
    }

    fn next(&self) -> Tick {
        let dead_at = self.heard_at.plus(span(self.dead_after_ms));
        if self.asked { dead_at } else { self.heard_at.plus(span(self.ping_after_ms)).min(dead_at) }
    }
}

impl Session {
    /// When [`Session::tick`] is to be called next.
    #[must_use]
    pub fn next_deadline(&self, now: Tick) -> Tick {
        let silence = match self.phase {
            Phase::AwaitingHello { until } | Phase::Behind { until } => until.min(self.liveness.next()),
            _ => self.liveness.next(),
        };
        let mut deadline = silence;
        if let Some(marks) = self.receiving.deadline() {
            deadline = deadline.min(marks);
        }
        if self.has_unread() && matches!(self.phase, Phase::Live) {
            let frames = self.frames.wait(self.terms.limits.frames, now);
            let rate = frames.max(self.sending.wait(self.send_rate(), now));
            if !rate.is_zero() {
                deadline = deadline.min(now.plus(rate));
            } else if self.takes_frames(now) {
                // The token came after the frame was last checked: nothing else would wake the link for it.
                deadline = now;
            }
        }
        deadline
    }

    /// Handles what is due at `now`.
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
        if silent >= span(self.liveness.dead_after_ms) {
            self.close(Close { code: 1001, reason: "silent" });
        } else if silent >= span(self.liveness.ping_after_ms) && !self.liveness.asked {
            self.liveness.asked = true;
            self.ask(Request::Ping);
        }
    }
}
