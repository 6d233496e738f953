//! The order in which a link is told things: ascending positions, live and replayed alike, with `accepted` in the place
//! of the echo.
//!
//! Pure bookkeeping. Replayed positions come first; live items wait behind them; an answer to a send waits until
//! everything before it went out.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::frames::{Frame, ServerFrame};
use super::item::Item;
use crate::events::LogPosition;

/// Rows read from the log at once.
const PAGE: usize = 100;

/// What a backlog wants next.
#[derive(Debug, PartialEq, Eq)]
pub enum Want {
    /// Nothing: wait for the mailbox.
    Nothing,
    /// Read these positions.
    Read(Vec<LogPosition>),
    /// Find out what was missed after the one and up to the other.
    Missed(LogPosition, LogPosition),
}

#[derive(Debug)]
struct Replay {
    left: VecDeque<LogPosition>,
    until: LogPosition,
    announce: Option<LogPosition>,
}

/// The next thing to go out.
#[derive(Debug)]
pub enum Next {
    /// A frame without a row behind it: an answer to a send, or `caught_up`.
    Frame(Frame),
    /// An item of the log.
    Item(Arc<Item>),
}

/// The bookkeeping of one link.
#[derive(Debug, Default)]
pub struct Backlog {
    cursor: LogPosition,
    accepted: BTreeMap<LogPosition, Frame>,
    replay: Option<Replay>,
    held: VecDeque<Arc<Item>>,
    held_max: usize,
    lagging: bool,
    asked: bool,
    tail: LogPosition,
}

impl Backlog {
    /// Starts right after `tail`: what was before is known or will be asked for.
    #[must_use]
    pub fn starting_at(tail: LogPosition, held_max: usize) -> Self {
        Self { cursor: tail, held_max, tail, ..Self::default() }
    }

    /// Starts after `cursor` and replays `missed`, which is complete up to `tail`; `caught_up` will name `announce`.
    #[must_use]
    pub fn replaying(
        cursor: LogPosition,
        missed: Vec<LogPosition>,
        tail: LogPosition,
        announce: LogPosition,
        held_max: usize,
    ) -> Self {
        let replay = Some(Replay { left: missed.into(), until: tail, announce: Some(announce) });
        Self { cursor, replay, held_max, tail, ..Self::default() }
    }

    /// Everything up to here went out or was not for this viewer.
    #[must_use]
    pub fn cursor(&self) -> LogPosition {
        self.cursor
    }

    /// Takes live items; `overflowed` when some before them were dropped; `tail` is how far the mailbox is complete.
    pub fn live(&mut self, items: VecDeque<Arc<Item>>, overflowed: bool, tail: LogPosition) {
        self.tail = self.tail.max(tail);
        if overflowed || self.lagging || self.held.len() + items.len() > self.held_max {
            self.lagging = true;
            self.held.clear();
        } else {
            self.held.extend(items);
        }
    }

    /// An answer to a send stored at `position`. Whether it goes out at once, because that place was passed before.
    #[must_use]
    pub fn accept(&mut self, position: LogPosition, frame: Frame) -> Option<Frame> {
        if position <= self.cursor {
            return Some(frame);
        }
        self.accepted.insert(position, frame);
        None
    }

    /// What was found to be missed; more than fits means the link cannot catch up.
    pub fn missed(&mut self, positions: Vec<LogPosition>, until: LogPosition) {
        self.asked = false;
        self.replay = Some(Replay { left: positions.into(), until, announce: None });
    }

    /// Rows that were read; those erased meanwhile are not among them.
    pub fn read(&mut self, items: Vec<Item>) -> Vec<Next> {
        self.asked = false;
        let mut out = Vec::new();
        for item in items {
            self.pass(Arc::new(item), &mut out);
        }
        out
    }

    /// Everything that can go out now, and what is wanted to go on.
    pub fn advance(&mut self) -> (Vec<Next>, Want) {
        let mut out = Vec::new();
        if self.asked {
            return (out, Want::Nothing);
        }
        if let Some(replay) = &mut self.replay {
            if !replay.left.is_empty() {
                let page: Vec<LogPosition> = replay.left.drain(..PAGE.min(replay.left.len())).collect();
                self.asked = true;
                return (out, Want::Read(page));
            }
            let (until, announce) = (replay.until, replay.announce);
            self.replay = None;
            self.accepted_up_to(until, &mut out);
            self.cursor = self.cursor.max(until);
            if let Some(position) = announce {
                out.push(Next::Frame(ServerFrame::CaughtUp { log_position: position }.encode()));
            }
        }
        if self.lagging {
            self.lagging = false;
            if self.tail > self.cursor {
                self.asked = true;
                return (out, Want::Missed(self.cursor, self.tail));
            }
        }
        while let Some(item) = self.held.pop_front() {
            self.pass(item, &mut out);
        }
        self.accepted_up_to(self.tail, &mut out);
        (out, Want::Nothing)
    }

    fn pass(&mut self, item: Arc<Item>, out: &mut Vec<Next>) {
        let position = item.position();
        if position <= self.cursor {
            return;
        }
        self.accepted_up_to(position - 1, out);
        self.cursor = position;
        out.push(match self.accepted.remove(&position) {
            Some(frame) => Next::Frame(frame),
            None => Next::Item(item),
        });
    }

    fn accepted_up_to(&mut self, position: LogPosition, out: &mut Vec<Next>) {
        while let Some(entry) = self.accepted.first_entry().filter(|entry| *entry.key() <= position) {
            self.cursor = self.cursor.max(*entry.key());
            out.push(Next::Frame(entry.remove()));
        }
    }
}
