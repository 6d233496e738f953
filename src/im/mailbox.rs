//! What waits for one link: bounded, empty most of the time, and never the only copy.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::frames::Frame;
use super::item::Item;
use crate::events::LogPosition;

/// Ephemeral frames (typing, presence, progress) that may wait; older ones go first.
const EPHEMERAL_MAX: usize = 64;

/// A frame that is no entry. If it is lost, the next one or the next resume mends it.
#[derive(Debug, Clone)]
pub struct Aside {
    /// The frame.
    pub frame: Frame,
    /// Whether a hidden page can do without it (typing, presence), unlike a mark.
    pub fleeting: bool,
}

/// An order from outside the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// End the link, with this code.
    End(&'static str),
    /// What the viewer may read changed: no more entries on this link.
    RightsChanged,
    /// The desk goes down; come back after so many milliseconds.
    Drain(u64),
    /// Close now: the desk is going.
    GoAway,
}

#[derive(Debug, Default)]
struct State {
    items: VecDeque<Arc<Item>>,
    bytes: usize,
    overflowed: bool,
    ephemeral: VecDeque<Aside>,
    orders: VecDeque<Order>,
    head: LogPosition,
}

/// Everything taken out at once.
#[derive(Debug, Default)]
pub struct Mail {
    /// Events, ascending.
    pub items: VecDeque<Arc<Item>>,
    /// Events were dropped because the link is slow: read the log from the cursor.
    pub overflowed: bool,
    /// Typing, presence, progress.
    pub ephemeral: VecDeque<Aside>,
    /// From outside the log.
    pub orders: VecDeque<Order>,
    /// The newest position of this viewer that was put in, dropped ones included.
    pub head: LogPosition,
}

/// A link's mailbox.
#[derive(Debug)]
pub struct Mailbox {
    state: Mutex<State>,
    /// Rings when something was put in.
    pub bell: Notify,
    /// Rings when events were dropped.
    pub overflow: Notify,
    frames_max: usize,
    bytes_max: usize,
}

impl Mailbox {
    /// An empty mailbox with these bounds.
    #[must_use]
    pub fn new(frames_max: usize, bytes_max: usize) -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::default(),
            bell: Notify::new(),
            overflow: Notify::new(),
            frames_max,
            bytes_max,
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts an event in, or notes that it has to be read from the log.
    pub fn put(&self, item: &Arc<Item>) {
        let mut state = self.state();
        state.head = state.head.max(item.position());
        if state.overflowed {
            return;
        }
        state.bytes += item.weight();
        if state.items.len() >= self.frames_max || state.bytes > self.bytes_max {
            // What may be lost goes first, and the rest is in the log.
            state.ephemeral = VecDeque::new();
            state.items = VecDeque::new();
            state.bytes = 0;
            state.overflowed = true;
            self.overflow.notify_one();
        } else {
            state.items.push_back(Arc::clone(item));
        }
        drop(state);
        self.bell.notify_one();
    }

    /// Puts something in that may be lost.
    pub fn put_ephemeral(&self, aside: Aside) {
        let mut state = self.state();
        if state.overflowed {
            return;
        }
        if state.ephemeral.len() >= EPHEMERAL_MAX {
            state.ephemeral.pop_front();
        }
        state.ephemeral.push_back(aside);
        drop(state);
        self.bell.notify_one();
    }

    /// Gives an order.
    pub fn order(&self, order: Order) {
        self.state().orders.push_back(order);
        self.bell.notify_one();
    }

    /// Wakes the link without putting anything in.
    pub fn ring(&self) {
        self.bell.notify_one();
    }

    /// Takes everything out; the queues give their memory back.
    #[must_use]
    pub fn take(&self) -> Mail {
        let mut state = self.state();
        let taken = std::mem::take(&mut *state);
        state.head = taken.head;
        Mail {
            items: taken.items,
            overflowed: taken.overflowed,
            ephemeral: taken.ephemeral,
            orders: taken.orders,
            head: taken.head,
        }
    }

    /// Events that wait, and about how many bytes.
    #[must_use]
    pub fn held(&self) -> (usize, usize) {
        let state = self.state();
        (state.items.len(), state.bytes)
    }

    /// Whether events were dropped since the last [`Mailbox::take`].
    #[must_use]
    pub fn has_overflowed(&self) -> bool {
        self.state().overflowed
    }
}
