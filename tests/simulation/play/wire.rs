//! The network: connections whose frames take time, stand still, or are lost with the connection. Within one connection the
//! order stays, as TCP keeps it; between connections there is none.

use std::collections::{BTreeMap, VecDeque};
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};

use servicedesk::im::frames::Frame;
use servicedesk::im::link::{Gone, Inbound, Transport};
use servicedesk::im::session::Close;

use super::random::Random;

/// Frames that the desk may have under way before it waits for the reader.
pub const WINDOW: usize = 6;

/// What arrives at the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Down {
    Frame(String),
    Ping,
    /// The end of the connection, with the code that was said, if one was.
    Closed(Option<u16>),
}

#[derive(Debug, Clone)]
enum Up {
    Frame(String),
    Pong,
}

/// One direction: what is under way, each with the time of its arrival.
#[derive(Debug)]
struct Lane<T> {
    flying: VecDeque<(u64, T)>,
    last: u64,
}

impl<T> Default for Lane<T> {
    fn default() -> Self {
        Self { flying: VecDeque::new(), last: 0 }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Health {
    #[default]
    Whole,
    /// What is said from now on is lost: only what came before may still arrive.
    Cut,
    /// Nothing gets through, and nobody was told.
    HalfOpen,
}

#[derive(Debug, Default)]
struct Connection {
    up: Lane<Up>,
    down: Lane<Down>,
    /// Arrived at the desk and not read yet.
    arrived: VecDeque<Up>,
    reader: Option<Waker>,
    writer: Option<Waker>,
    /// Frames get through again from then on.
    stalled_until: u64,
    /// The client is gone, and the desk was told.
    desk_knows: bool,
    /// The client does not listen any more.
    client_left: bool,
    health: Health,
    latency: u64,
}

#[derive(Debug, Default)]
struct State {
    connections: BTreeMap<u64, Connection>,
    next: u64,
    now: u64,
}

/// All connections of a run; clones are the same network.
#[derive(Debug, Clone, Default)]
pub struct Network(Arc<Mutex<State>>);

impl Network {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("nothing panics while it is held")
    }

    pub fn set_now(&self, now: u64) {
        self.state().now = now;
    }

    /// Opens a connection with this latency; the desk's end is a transport.
    pub fn open(&self, latency: u64) -> (u64, Wire) {
        let mut state = self.state();
        state.next += 1;
        let id = state.next;
        state.connections.insert(id, Connection { latency, ..Connection::default() });
        (id, Wire { network: self.clone(), id })
    }

    /// The client writes.
    pub fn send(&self, id: u64, frame: String, random: &mut Random) {
        let mut state = self.state();
        let now = state.now;
        if let Some(connection) =
            state.connections.get_mut(&id).filter(|connection| connection.health == Health::Whole)
        {
            let at = connection.arrival(now, connection.up.last, random);
            connection.up.last = at;
            connection.up.flying.push_back((at, Up::Frame(frame)));
        }
    }

    /// The next time at which something arrives anywhere.
    pub fn next_arrival(&self) -> Option<u64> {
        let state = self.state();
        state.connections.values().filter_map(Connection::next_arrival).min()
    }

    /// Connections to which something has arrived by now.
    pub fn due(&self) -> Vec<u64> {
        let state = self.state();
        let is_due = |connection: &Connection| connection.next_arrival().is_some_and(|at| at <= state.now);
        state.connections.iter().filter(|(_, connection)| is_due(connection)).map(|(id, _)| *id).collect()
    }

    /// Delivers one thing of a connection; gives what arrives at the client.
    pub fn deliver(&self, id: u64) -> Option<Down> {
        let mut state = self.state();
        let now = state.now;
        let connection = state.connections.get_mut(&id)?;
        let until = connection.stalled_until;
        let is_due = move |at: u64| at.max(until) <= now;
        if connection.up.flying.front().is_some_and(|(at, _)| is_due(*at)) {
            let (_, up) = connection.up.flying.pop_front()?;
            if connection.health != Health::HalfOpen {
                connection.arrived.push_back(up);
                connection.wake_reader();
            }
            return None;
        }
        if connection.down.flying.front().is_some_and(|(at, _)| is_due(*at)) {
            let (_, down) = connection.down.flying.pop_front()?;
            if let Some(writer) = connection.writer.take() {
                writer.wake();
            }
            if connection.client_left || connection.health == Health::HalfOpen {
                return None;
            }
            if down == Down::Ping {
                let at = now + connection.latency;
                connection.up.last = connection.up.last.max(at);
                connection.up.flying.push_back((connection.up.last, Up::Pong));
            }
            return Some(down);
        }
        None
    }

    /// The client goes away. What it sent may still arrive; the desk hears of the end behind it, or never.
    pub fn leave(&self, id: u64, silently: bool) {
        let mut state = self.state();
        if let Some(connection) = state.connections.get_mut(&id) {
            connection.client_left = true;
            if !silently {
                connection.desk_knows = true;
                connection.wake_reader();
            }
        }
    }

    /// The connection breaks: what is under way is lost from some point on, and the client is told, or not.
    pub fn cut(&self, id: u64, client_knows: bool, random: &mut Random) {
        let mut state = self.state();
        let now = state.now;
        if let Some(connection) = state.connections.get_mut(&id) {
            connection.health = Health::Cut;
            let kept = random.below(connection.up.flying.len() + 1);
            connection.up.flying.truncate(kept);
            let kept = random.below(connection.down.flying.len() + 1);
            connection.down.flying.truncate(kept);
            if client_knows {
                connection.down.flying.push_back((now + connection.latency, Down::Closed(None)));
                connection.desk_knows = true;
                connection.wake_reader();
            } else {
                connection.health = Health::HalfOpen;
            }
            if let Some(writer) = connection.writer.take() {
                writer.wake();
            }
        }
    }

    /// Nothing gets through for a while.
    pub fn stall(&self, id: u64, until: u64) {
        if let Some(connection) = self.state().connections.get_mut(&id) {
            connection.stalled_until = connection.stalled_until.max(until);
        }
    }

    /// The desk's process ends: every connection is reset.
    pub fn desk_died(&self) -> Vec<u64> {
        let mut state = self.state();
        let mut told = Vec::new();
        for (id, connection) in &mut state.connections {
            (connection.reader, connection.writer) = (None, None);
            if !connection.client_left {
                told.push(*id);
            }
        }
        state.connections.clear();
        told
    }

    /// Connections that the client still holds.
    pub fn held(&self) -> Vec<u64> {
        let state = self.state();
        let is_held = |connection: &Connection| !connection.client_left && connection.health == Health::Whole;
        state.connections.iter().filter(|(_, connection)| is_held(connection)).map(|(id, _)| *id).collect()
    }
}

impl Connection {
    fn arrival(&self, now: u64, last: u64, random: &mut Random) -> u64 {
        (now + random.between(self.latency / 2 + 1, self.latency * 2 + 2)).max(last)
    }

    fn next_arrival(&self) -> Option<u64> {
        let up = self.up.flying.front().map(|(at, _)| *at);
        let down = self.down.flying.front().map(|(at, _)| *at);
        up.into_iter().chain(down).min().map(|at| at.max(self.stalled_until))
    }

    fn wake_reader(&mut self) {
        if let Some(reader) = self.reader.take() {
            reader.wake();
        }
    }
}

/// The desk's end of a connection.
#[derive(Debug)]
pub struct Wire {
    network: Network,
    id: u64,
}

impl Wire {
    /// Says something, once there is room for it.
    pub async fn say(&mut self, down: Down) -> Result<(), Gone> {
        poll_fn(|cx| self.poll_room(cx)).await?;
        self.push(down);
        Ok(())
    }

    /// The next thing that arrived.
    pub async fn hear(&mut self) -> Option<Inbound> {
        poll_fn(|cx| self.poll_receive(cx)).await
    }

    fn push(&self, down: Down) {
        let mut state = self.network.state();
        let now = state.now;
        if let Some(connection) = state.connections.get_mut(&self.id) {
            let at = (now + connection.latency).max(connection.down.last);
            connection.down.last = at;
            connection.down.flying.push_back((at, down));
        }
    }
}

impl Transport for Wire {
    fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<Option<Inbound>> {
        let mut state = self.network.state();
        let Some(connection) = state.connections.get_mut(&self.id) else { return Poll::Ready(None) };
        match connection.arrived.pop_front() {
            Some(Up::Frame(text)) => Poll::Ready(Some(Inbound::Text(text.into()))),
            Some(Up::Pong) => Poll::Ready(Some(Inbound::Alive)),
            None if connection.desk_knows && connection.up.flying.is_empty() => Poll::Ready(None),
            None => {
                connection.reader = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }

    fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        let mut state = self.network.state();
        let Some(connection) = state.connections.get_mut(&self.id) else { return Poll::Ready(Err(Gone)) };
        if connection.desk_knows {
            return Poll::Ready(Err(Gone));
        }
        // Nobody reads the other end of a dead connection: its window stays full.
        if connection.down.flying.len() >= WINDOW {
            connection.writer = Some(cx.waker().clone());
            return Poll::Pending;
        }
        Poll::Ready(Ok(()))
    }

    fn put(&mut self, frame: Frame) {
        self.push(Down::Frame(frame.to_string()));
    }

    fn ping(&mut self) {
        self.push(Down::Ping);
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        Poll::Ready(Ok(()))
    }

    async fn close(self, close: Close) {
        // As a socket does: said if there is room, and gone in any case.
        let mut state = self.network.state();
        let now = state.now;
        if let Some(connection) = state.connections.get_mut(&self.id) {
            let at = (now + connection.latency).max(connection.down.last);
            connection.down.flying.push_back((at, Down::Closed(Some(close.code))));
        }
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        let Ok(mut state) = self.network.0.lock() else { return };
        let now = state.now;
        if let Some(connection) = state.connections.get_mut(&self.id) {
            connection.up.flying.clear();
            connection.arrived.clear();
            let is_told = connection.down.flying.iter().any(|(_, down)| matches!(down, Down::Closed(_)));
            if !is_told {
                let at = (now + connection.latency).max(connection.down.last);
                connection.down.flying.push_back((at, Down::Closed(None)));
            }
        }
    }
}
