//! What waits for one link: bounded, unallocated while empty, and never the only copy.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use super::frames::Frame;
use super::item::Item;
use super::limits::Limits;
use crate::events::LogPosition;

/// Ephemeral frames (typing, presence, progress) that may wait; older ones go first.
const EPHEMERAL_MAX: usize = 64;

/// A frame that is no entry. If it is lost, the next one or the next resume mends it.
#[derive(Debug, Clone)]
pub struct Ephemeral {
    /// The frame.
    pub frame: Frame,
    /// Whether a hidden page can do without it (typing, a customer's presence), unlike a mark.
    pub fleeting: bool,
}

/// An order from outside the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// End the link, with this code.
    End(&'static str),
    /// What the viewer may read changed: no more entries on this link.
    RightsChanged,
    /// The desk shuts down; reconnect after so many milliseconds.
    Drain(u64),
    /// Close now: the desk stops.
    GoAway,
}

/// Contents of a mailbox, taken out at once.
#[derive(Debug, Default)]
pub struct Mail {
    /// Events, ascending.
    pub items: VecDeque<Arc<Item>>,
    /// Events were dropped because the link is slow: read the log from the cursor.
    pub overflowed: bool,
    /// Typing, presence, progress.
    pub ephemeral: VecDeque<Ephemeral>,
    /// Changes of the watched list.
    pub rows: Vec<Frame>,
    /// Orders from outside the log.
    pub orders: VecDeque<Order>,
    /// The newest position of this viewer that was put in, dropped ones included.
    pub head: LogPosition,
    /// About how much the events take.
    pub(super) bytes: usize,
}

#[derive(Debug, Default)]
struct State {
    mail: Option<Box<Mail>>,
    head: LogPosition,
    rung: bool,
    waker: Option<Waker>,
}

impl State {
    fn mail(&mut self) -> &mut Mail {
        self.mail.get_or_insert_default()
    }

    fn has_overflowed(&self) -> bool {
        self.mail.as_ref().is_some_and(|mail| mail.overflowed)
    }
}

/// A link's mailbox.
#[derive(Debug, Default)]
pub struct Mailbox {
    state: Mutex<State>,
}

impl Mailbox {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Rings the bell: the link is woken, now or when it next looks.
    fn ring_for(mut state: MutexGuard<'_, State>) {
        state.rung = true;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Puts an event in, or notes that it has to be read from the log.
    pub fn put(&self, item: &Arc<Item>, limits: &Limits) {
        let mut state = self.state();
        state.head = state.head.max(item.position());
        if state.has_overflowed() {
            return;
        }
        let mail = state.mail();
        mail.bytes += item.weight();
        if mail.items.len() >= limits.queue_frames || mail.bytes > limits.queue_bytes {
            // What may be lost goes first, and the rest is in the log.
            mail.ephemeral = VecDeque::new();
            mail.rows = Vec::new();
            mail.items = VecDeque::new();
            mail.bytes = 0;
            mail.overflowed = true;
        } else {
            mail.items.push_back(Arc::clone(item));
        }
        Self::ring_for(state);
    }

    /// Puts in a frame that may be lost.
    pub fn put_ephemeral(&self, one: Ephemeral) {
        let mut state = self.state();
        if state.has_overflowed() {
            return;
        }
        let ephemeral = &mut state.mail().ephemeral;
        if ephemeral.len() >= EPHEMERAL_MAX {
            ephemeral.pop_front();
        }
        ephemeral.push_back(one);
        Self::ring_for(state);
    }

    /// Puts in what became of the watched list; what was put in before is told with it. A link that fell behind watches
    /// anew.
    pub(super) fn put_rows(&self, frames: Vec<Frame>) {
        let mut state = self.state();
        if !state.has_overflowed() {
            state.mail().rows.extend(frames);
            Self::ring_for(state);
        }
    }

    /// Whether what became of the watched list waits still.
    pub(super) fn holds_rows(&self) -> bool {
        self.state().mail.as_ref().is_some_and(|mail| !mail.rows.is_empty())
    }

    /// Gives an order.
    pub fn order(&self, order: Order) {
        let mut state = self.state();
        state.mail().orders.push_back(order);
        Self::ring_for(state);
    }

    /// Wakes the link without putting anything in.
    pub fn ring(&self) {
        Self::ring_for(self.state());
    }

    /// Ready once the bell has rung since it was last ready; the task is woken to ask again.
    pub fn poll_bell(&self, cx: &Context<'_>) -> Poll<()> {
        let mut state = self.state();
        if std::mem::take(&mut state.rung) {
            return Poll::Ready(());
        }
        if !state.waker.as_ref().is_some_and(|waker| waker.will_wake(cx.waker())) {
            state.waker = Some(cx.waker().clone());
        }
        Poll::Pending
    }

    /// Ready while events are dropped; the bell stays as it is, and the task is woken to ask again.
    pub fn poll_overflow(&self, cx: &Context<'_>) -> Poll<()> {
        let mut state = self.state();
        if state.has_overflowed() {
            return Poll::Ready(());
        }
        state.waker = Some(cx.waker().clone());
        Poll::Pending
    }

    /// Takes everything out.
    #[must_use]
    pub fn take(&self) -> Mail {
        let mut state = self.state();
        let mail = state.mail.take();
        let head = state.head;
        drop(state);
        Mail { head, ..mail.map_or_else(Mail::default, |mail| *mail) }
    }

    /// Events that wait, and about how many bytes.
    #[must_use]
    pub fn held(&self) -> (usize, usize) {
        self.state().mail.as_ref().map_or((0, 0), |mail| (mail.items.len(), mail.bytes))
    }

    /// Whether events were dropped since the last [`Mailbox::take`].
    #[must_use]
    pub fn has_overflowed(&self) -> bool {
        self.state().has_overflowed()
    }
}
