//! A link without a socket: what separate HTTP requests bring and take, gathered into one connection.
//!
//! The link at work sees a transport like any other. Requests put frames in ([`Relay::bring`]) and take frames out, either
//! as a stream that goes on ([`Relay::next`]) or a handful at a time ([`Relay::take`]). What waits here is bounded: a link
//! that runs into the bound waits, as it does for a socket that is not read.

mod head;
mod transport;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;

use tokio::sync::Notify;

use super::frames::Frame;
use crate::events::LogPosition;
use head::{Expected, expected};
pub use transport::RelayTransport;

/// What may wait to be taken, what was taken and not confirmed included: `im.queue_frames` and `im.queue_bytes`.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Frames.
    pub frames: usize,
    /// Bytes of them; one frame more than fits is let in.
    pub bytes: usize,
}

/// Frames that one request may bring, and that may wait to be read by the link.
pub const UP_FRAMES: usize = 64;

/// How frames are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// By one response that goes on; what went out has arrived or the response has ended.
    Stream,
    /// By one request after the other; what has a position is kept until the next request confirms it.
    Poll,
}

/// One frame on its way out.
#[derive(Debug, Clone)]
pub struct Leaving {
    /// The frame.
    pub frame: Frame,
    /// The cursor that a client has once it took this in, where the frame moves it.
    pub cursor: Option<LogPosition>,
}

/// What comes next on a stream.
#[derive(Debug)]
pub enum Next {
    /// A frame.
    Frame(Leaving),
    /// The link sends a PING.
    Ping,
    /// The link ended and everything was taken.
    End,
}

/// Why a request cannot put its frames in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Another request of the same link is still at work.
    InFlight,
    /// More frames than may wait.
    TooMany,
    /// The link has ended.
    Ended,
}

#[derive(Debug)]
struct Waiting {
    frame: Frame,
    position: Option<LogPosition>,
    taken: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    Open,
    /// The client is gone.
    Left,
    /// The link is gone.
    Ended,
}

#[derive(Debug, Default)]
struct State {
    up: VecDeque<Frame>,
    alive: bool,
    down: VecDeque<Waiting>,
    pings: bool,
    /// Answers for the request that is at work, instead of for the stream.
    answered: Vec<Frame>,
    /// What the request at work waits for; `None` while none is.
    expected: Option<Vec<Expected>>,
    /// The link has read everything that was put in.
    drained: bool,
    known: Option<Known>,
    phase: Phase,
    /// Counts requests that came to wait, so that a newer one ends an older.
    came: u64,
    /// Requests that wait now.
    waiting: usize,
    /// The link's task, where it waits for room or for something to read.
    link: Option<Waker>,
}

/// What `welcome` said.
#[derive(Debug, Clone)]
pub struct Known {
    /// Id of the link.
    pub session_id: String,
    /// The log's epoch.
    pub log_epoch: String,
    /// Kind and id of the viewer.
    pub identity: (String, Option<String>),
}

/// Joins a link and its requests.
#[derive(Debug)]
pub struct Relay {
    kind: Kind,
    room: Room,
    relays: Arc<Relays>,
    state: Mutex<State>,
    /// Something can be taken.
    bell: Notify,
    /// The request at work may have been answered.
    answered: Notify,
}

/// Every link of this kind, by name.
#[derive(Debug, Default)]
pub struct Relays {
    by_name: Mutex<HashMap<String, Arc<Relay>>>,
}

impl Relays {
    /// The link of that name.
    #[must_use]
    pub fn find(&self, session_id: &str) -> Option<Arc<Relay>> {
        self.by_name.lock().unwrap_or_else(PoisonError::into_inner).get(session_id).cloned()
    }

    fn insert(&self, session_id: &str, relay: &Arc<Relay>) {
        let mut all = self.by_name.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(session_id.to_owned(), Arc::clone(relay));
    }

    /// Forgets a link that has ended and whose last frames were taken, or never will be.
    pub fn remove(&self, session_id: &str) {
        self.by_name.lock().unwrap_or_else(PoisonError::into_inner).remove(session_id);
    }
}

impl Relay {
    /// A relay whose link begins with the frames `first`, `hello` before all.
    #[must_use]
    pub fn new(relays: &Arc<Relays>, kind: Kind, room: Room, first: Vec<String>) -> Arc<Self> {
        let up = first.into_iter().map(Frame::from).collect();
        Arc::new(Self {
            kind,
            room,
            relays: Arc::clone(relays),
            state: Mutex::new(State { up, ..State::default() }),
            bell: Notify::new(),
            answered: Notify::new(),
        })
    }

    /// Wakes the link: there is room again, or something was put in.
    fn wake_link(mut state: MutexGuard<'_, State>) {
        let waker = state.link.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The link's end.
    #[must_use]
    pub fn transport(self: &Arc<Self>) -> RelayTransport {
        RelayTransport(Arc::clone(self), None)
    }

    /// What `welcome` said, once it went by.
    #[must_use]
    pub fn known(&self) -> Option<Known> {
        self.state().known.clone()
    }

    /// The client showed that it is there.
    pub fn heard(&self) {
        let mut state = self.state();
        state.alive = true;
        Self::wake_link(state);
    }

    /// The client is gone: the link ends as if a socket had closed.
    pub fn leave(&self) {
        let mut state = self.state();
        if state.phase == Phase::Open {
            state.phase = Phase::Left;
        }
        Self::wake_link(state);
    }

    /// Puts the frames of one request in. At most one request is at work; [`Relay::answers`] or [`Relay::done`] ends it.
    pub fn bring(&self, frames: Vec<String>) -> Result<(), Refusal> {
        let mut state = self.state();
        if state.phase != Phase::Open {
            return Err(Refusal::Ended);
        }
        if state.expected.is_some() {
            return Err(Refusal::InFlight);
        }
        if state.up.len() + frames.len() > UP_FRAMES {
            return Err(Refusal::TooMany);
        }
        state.alive = true;
        state.expected = Some(frames.iter().filter_map(|frame| expected(frame)).collect());
        state.drained = frames.is_empty();
        state.up.extend(frames.into_iter().map(Frame::from));
        Self::wake_link(state);
        Ok(())
    }

    /// Waits until every frame that was brought is answered, here or in the order of the stream.
    pub async fn answers(&self) -> Vec<Frame> {
        loop {
            let answered = self.answered.notified();
            {
                let state = self.state();
                let nothing_left = state.drained && state.expected.as_ref().is_none_or(Vec::is_empty);
                if nothing_left || state.phase == Phase::Ended {
                    break;
                }
            }
            answered.await;
        }
        self.done()
    }

    /// Ends the request at work and gives what was answered so far; what is answered later takes the other way.
    pub fn done(&self) -> Vec<Frame> {
        let mut state = self.state();
        state.expected = None;
        std::mem::take(&mut state.answered)
    }

    /// The next thing of a stream.
    pub async fn next(&self) -> Next {
        loop {
            let bell = self.bell.notified();
            {
                let mut state = self.state();
                if let Some(waiting) = state.down.pop_front() {
                    Self::wake_link(state);
                    return Next::Frame(Leaving { frame: waiting.frame, cursor: waiting.position });
                }
                if std::mem::take(&mut state.pings) {
                    return Next::Ping;
                }
                if state.phase == Phase::Ended {
                    return Next::End;
                }
            }
            bell.await;
        }
    }

    /// Waits until `welcome` went by, or the link has ended without.
    pub async fn opened(&self) {
        loop {
            let bell = self.bell.notified();
            {
                let state = self.state();
                if state.known.is_some() || state.phase == Phase::Ended {
                    return;
                }
            }
            bell.await;
        }
    }

    /// Forgets what was taken before and is confirmed by this cursor.
    pub fn confirm(&self, cursor: LogPosition) {
        let mut state = self.state();
        state.alive = true;
        state.down.retain(|waiting| {
            let confirmed = waiting.position.is_some_and(|position| position <= cursor);
            !(waiting.taken && confirmed)
        });
        Self::wake_link(state);
    }

    /// Takes what waits, in order and up to `bytes`, once there is anything. Empty when a newer request came to wait, or the
    /// link has ended; the caller bounds the time.
    pub async fn take(&self, bytes: usize) -> Vec<Frame> {
        let mine = {
            let mut state = self.state();
            state.came += 1;
            state.waiting += 1;
            state.came
        };
        let _place = Place(self);
        self.bell.notify_waiters();
        loop {
            let bell = self.bell.notified();
            {
                let mut state = self.state();
                // Frames that were taken and not confirmed do not end the wait; they go along with new ones.
                let news = state.down.iter().any(|waiting| !waiting.taken);
                if state.came != mine || (state.phase == Phase::Ended && !news) {
                    return Vec::new();
                }
                if news {
                    return state.take(bytes);
                }
            }
            bell.await;
        }
    }

    /// Whether a request waits for what comes.
    #[must_use]
    pub fn is_waited_on(&self) -> bool {
        self.state().waiting > 0
    }

    /// Whether the link has ended and everything it said was taken.
    #[must_use]
    pub fn is_over(&self) -> bool {
        let state = self.state();
        state.phase == Phase::Ended && state.down.iter().all(|waiting| waiting.taken)
    }
}

/// A request that waits; given up with it, however it ends.
struct Place<'a>(&'a Relay);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.state().waiting -= 1;
    }
}

impl State {
    fn has_room(&self, room: Room) -> bool {
        let bytes: usize = self.down.iter().map(|waiting| waiting.frame.len()).sum();
        self.down.len() < room.frames.max(1) && bytes < room.bytes.max(1)
    }

    fn take(&mut self, bytes: usize) -> Vec<Frame> {
        let mut taken = Vec::new();
        // The brackets and commas around them.
        let mut size = 2;
        for waiting in &mut self.down {
            size += waiting.frame.len() + 1;
            if size > bytes && !taken.is_empty() {
                break;
            }
            waiting.taken = true;
            taken.push(waiting.frame.clone());
        }
        self.down.retain(|waiting| !waiting.taken || waiting.position.is_some());
        taken
    }
}
