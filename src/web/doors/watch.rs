//! One connection of the HTTP server: what the peer is waited for with, and when that takes too long.
//!
//! The stream and the requests on it tell what happens; [`ConnectionState::is_overdue`] is the rule, without a clock of its own.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::task::AtomicWaker;
use tokio::sync::Notify;

use super::Doors;
use crate::clock::Tick;
use crate::config::address::ClientNet;

/// Times and rates that a peer has to keep.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// Longest wait for the head of a request.
    pub(super) head: Duration,
    /// Longest wait for the body of a request, in all.
    pub(super) body: Duration,
    /// Longest wait until an answer is taken, in all.
    pub(super) answer: Duration,
    /// Time over which progress is measured.
    pub(super) stalled: Duration,
    /// Bytes that a body must bring each second of that time.
    pub(super) bytes_per_second: u64,
}

/// What a connection is doing, in the order in which it is given up for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// Nothing was asked, or everything is answered.
    Idle,
    /// A request's head is on its way.
    Head,
    /// A request's body is on its way.
    Body,
    /// The desk works on the request.
    Work,
    /// An answer is on its way.
    Answer,
}

/// State of a connection.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is true or not whatever the others are")]
pub(super) struct ConnectionState {
    pub(super) phase: Phase,
    /// When the phase began.
    pub(super) since: Tick,
    /// Progress is measured from here.
    from: Tick,
    /// Bytes moved since `from`, in the direction that the phase waits for.
    moved: u64,
    /// The desk would read more than the peer has sent.
    hungry: bool,
    /// The desk would send more than the peer takes.
    blocked: bool,
    /// Whether there was a request.
    pub(super) has_asked: bool,
    /// The answer goes on as long as it likes: events, and copies for those who run the desk.
    endless: bool,
    /// It is being closed.
    closing: bool,
}

impl ConnectionState {
    const fn new(now: Tick) -> Self {
        Self {
            phase: Phase::Idle,
            since: now,
            from: now,
            moved: 0,
            hungry: false,
            blocked: false,
            has_asked: false,
            endless: false,
            closing: false,
        }
    }

    fn enter(&mut self, phase: Phase, now: Tick) {
        (self.phase, self.since, self.from, self.moved) = (phase, now, now, 0);
    }

    fn read(&mut self, bytes: u64, now: Tick) {
        self.hungry = false;
        match self.phase {
            Phase::Idle => self.enter(Phase::Head, now),
            Phase::Body => self.moved += bytes,
            Phase::Head | Phase::Work | Phase::Answer => {}
        }
    }

    fn block(&mut self, now: Tick) {
        if !self.blocked {
            (self.blocked, self.from, self.moved) = (true, now, 0);
        }
    }

    /// Whether the peer has let the desk wait for too long.
    fn is_overdue(&mut self, pace: &Pace, now: Tick) -> bool {
        let lasts = now.since(self.since);
        // What was sent leaves the system's buffers in large steps, so that a slow reader shows progress more rarely.
        let stalled = if self.blocked { 2 * pace.stalled } else { pace.stalled };
        let waited = now.since(self.from) >= stalled;
        if waited && self.blocked && self.moved == 0 {
            return true;
        }
        let is_slow = self.moved < pace.bytes_per_second.saturating_mul(pace.stalled.as_secs());
        let too_slow = waited && self.phase == Phase::Body && self.hungry && is_slow;
        if waited {
            (self.from, self.moved) = (now, 0);
        }
        too_slow
            || match self.phase {
                Phase::Idle | Phase::Work => false,
                Phase::Head => lasts > pace.head,
                Phase::Body => lasts > pace.body,
                Phase::Answer => lasts > pace.answer && !self.endless,
            }
    }
}

/// One connection, as the stream, its requests and the doors know it.
#[derive(Debug)]
pub(in crate::web) struct Watch {
    pub(super) number: u64,
    pub(super) net: ClientNet,
    /// A proxy's, which comes for many.
    pub(super) trusted: bool,
    doors: Arc<Doors>,
    state: Mutex<ConnectionState>,
    /// The task of the connection, which is told that it is over.
    task: AtomicWaker,
    /// Told when the peer has hung up.
    gone: Notify,
}

impl Watch {
    pub(super) fn new(number: u64, (net, trusted): (ClientNet, bool), doors: Arc<Doors>, now: Tick) -> Self {
        let state = Mutex::new(ConnectionState::new(now));
        Self { number, net, trusted, doors, state, task: AtomicWaker::new(), gone: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, ConnectionState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> Tick {
        self.doors.now()
    }

    #[cfg(test)]
    pub(super) fn doors(&self) -> &Doors {
        &self.doors
    }

    /// Waits until its place is needed for another.
    async fn closed(&self) {
        poll_fn(|cx| if self.is_closing(cx) { Poll::Ready(()) } else { Poll::Pending }).await;
    }

    pub(super) fn snapshot(&self) -> ConnectionState {
        *self.state()
    }

    /// Ends the connection as soon as its task is polled; `false` if it is ending already.
    pub(super) fn close(&self) -> bool {
        let was = std::mem::replace(&mut self.state().closing, true);
        self.task.wake();
        !was
    }

    /// Closes it if it is overdue; whether it was.
    pub(super) fn close_overdue(&self, pace: &Pace, now: Tick) -> bool {
        let mut state = self.state();
        let overdue = !state.closing && state.is_overdue(pace, now);
        drop(state);
        overdue && self.close()
    }

    /// Whether it is to end; if not, the task is told when it is.
    pub(super) fn is_closing(&self, cx: &Context<'_>) -> bool {
        self.task.register(cx.waker());
        self.state().closing
    }

    /// Bytes came; none means that the peer sends no more.
    pub(super) fn read(&self, bytes: usize) {
        if bytes == 0 {
            return self.gone.notify_one();
        }
        let now = self.now();
        self.state().read(bytes as u64, now);
    }

    /// Nothing has come yet.
    pub(super) fn waits_for_bytes(&self) {
        self.state().hungry = true;
    }

    /// The peer took bytes.
    pub(super) fn wrote(&self, bytes: usize) {
        let mut state = self.state();
        if state.blocked {
            state.moved += bytes as u64;
        }
    }

    /// The peer takes no more for now.
    pub(super) fn blocked(&self) {
        let now = self.now();
        self.state().block(now);
    }

    /// Everything is on its way.
    pub(super) fn flushed(&self) {
        self.state().blocked = false;
    }

    /// A request is there, and perhaps a body behind it.
    pub(super) fn begin(&self, has_body: bool) {
        let now = self.now();
        let mut state = self.state();
        (state.endless, state.has_asked) = (false, true);
        state.enter(if has_body { Phase::Body } else { Phase::Work }, now);
    }

    /// The body is whole.
    pub(super) fn body_done(&self) {
        let now = self.now();
        let mut state = self.state();
        if state.phase == Phase::Body {
            state.enter(Phase::Work, now);
        }
    }

    /// There is an answer. A body that nobody wanted still counts as one.
    pub(super) fn answers(&self) {
        let now = self.now();
        let mut state = self.state();
        if state.phase == Phase::Work {
            state.enter(Phase::Answer, now);
        }
    }

    /// The answer is given.
    pub(super) fn end(&self) {
        let now = self.now();
        let mut state = self.state();
        if matches!(state.phase, Phase::Work | Phase::Answer) {
            state.enter(Phase::Idle, now);
        }
    }

    /// The answer has no end of its own.
    pub(in crate::web) fn endless(&self) {
        self.state().endless = true;
    }

    /// Waits until the peer has hung up. One waits at a time.
    pub(in crate::web) async fn gone(&self) {
        self.gone.notified().await;
    }
}

/// A connection's place among all; given free with it.
#[derive(Debug)]
pub(in crate::web) struct Place(pub(super) Arc<Watch>);

impl Place {
    /// The connection, for requests that come by it.
    pub(in crate::web) fn watch(&self) -> Arc<Watch> {
        Arc::clone(&self.0)
    }

    /// Waits until it is needed for another.
    pub(in crate::web) async fn needed(&self) {
        self.0.closed().await;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.gone.notify_one();
        self.0.doors.leave(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace = Pace {
        head: Duration::from_secs(30),
        body: Duration::from_mins(10),
        answer: Duration::from_hours(1),
        stalled: Duration::from_secs(30),
        bytes_per_second: 100,
    };

    fn at(seconds: u64) -> Tick {
        Tick(seconds * 1_000)
    }

    /// Second by second; when it was found to be overdue.
    fn ends(mut state: ConnectionState, mut each: impl FnMut(&mut ConnectionState, u64)) -> Option<u64> {
        (1..=4_000).find(|second| {
            each(&mut state, *second);
            state.is_overdue(&PACE, at(*second))
        })
    }

    fn in_phase(phase: Phase) -> ConnectionState {
        ConnectionState { phase, hungry: true, ..ConnectionState::new(at(0)) }
    }

    #[test]
    fn who_lets_the_desk_wait_is_given_up() {
        let nothing = |_: &mut ConnectionState, _| {};
        assert_eq!(ends(in_phase(Phase::Idle), nothing), None, "the server's own timer");
        assert_eq!(ends(in_phase(Phase::Work), nothing), None, "the desk lets others wait");
        assert_eq!(ends(in_phase(Phase::Head), nothing), Some(31));
        assert_eq!(ends(in_phase(Phase::Body), nothing), Some(30));
        assert_eq!(ends(in_phase(Phase::Answer), nothing), Some(3_601));
        let events = ConnectionState { endless: true, ..in_phase(Phase::Answer) };
        assert_eq!(ends(events, nothing), None);
        let mut unread = in_phase(Phase::Answer);
        unread.block(at(0));
        assert_eq!(ends(unread, nothing), Some(60));
        assert_eq!(
            ends(ConnectionState { endless: true, ..unread }, nothing),
            Some(60),
            "events that nobody reads"
        );
    }

    #[test]
    fn progress_keeps_a_body_alive_for_its_time() {
        let comes = |bytes: u64| {
            move |state: &mut ConnectionState, second| {
                state.read(bytes, at(second));
                state.hungry = true;
            }
        };
        assert_eq!(ends(in_phase(Phase::Body), comes(1)), Some(30), "a byte a second");
        assert_eq!(ends(in_phase(Phase::Body), comes(100)), Some(601));
        let full = |state: &mut ConnectionState, _| state.hungry = false;
        assert_eq!(ends(in_phase(Phase::Body), full), Some(601), "the desk itself reads no more");
    }

    #[test]
    fn a_slow_reader_is_waited_for() {
        let mut slow = in_phase(Phase::Answer);
        slow.block(at(0));
        let steps = |state: &mut ConnectionState, second: u64| {
            state.block(at(second));
            state.moved += u64::from(second.is_multiple_of(50));
        };
        assert_eq!(ends(slow, steps), Some(3_601));
    }

    #[test]
    fn bytes_begin_a_head_where_nothing_was_asked() {
        let mut state = in_phase(Phase::Idle);
        state.read(1, at(9));
        assert_eq!((state.phase, state.since), (Phase::Head, at(9)));
        state.read(1, at(10));
        assert_eq!(state.since, at(9), "a trickle is no new head");
    }
}
