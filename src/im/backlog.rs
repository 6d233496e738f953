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
    /// Answers that wait for their place; a send that came twice has two.
    accepted: BTreeMap<LogPosition, Vec<Frame>>,
    replay: Option<Replay>,
    read: VecDeque<Arc<Item>>,
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
        self.accepted.entry(position).or_default().push(frame);
        None
    }

    /// What was found to be missed; more than fits means the link cannot catch up.
    pub fn missed(&mut self, positions: Vec<LogPosition>, until: LogPosition) {
        self.asked = false;
        self.replay = Some(Replay { left: positions.into(), until, announce: None });
    }

    /// Rows that were read; those erased meanwhile are not among them.
    pub fn read(&mut self, items: Vec<Item>) {
        self.asked = false;
        self.read.extend(items.into_iter().map(Arc::new));
    }

    /// Everything that can go out now, and what is wanted to go on. An item that `waits` says must wait, because its
    /// answer is still on its way, holds up everything behind it.
    pub fn advance(&mut self, waits: impl Fn(&Item) -> bool) -> (Vec<Next>, Want) {
        let mut out = Vec::new();
        let want = self.go_on(&waits, &mut out);
        (out, want)
    }

    fn go_on(&mut self, waits: &impl Fn(&Item) -> bool, out: &mut Vec<Next>) -> Want {
        while let Some(item) = self.read.pop_front() {
            if item.position() > self.cursor && waits(&item) {
                self.read.push_front(item);
                return Want::Nothing;
            }
            self.pass(item, out);
        }
        if self.asked {
            return Want::Nothing;
        }
        if let Some(replay) = &mut self.replay {
            if !replay.left.is_empty() {
                self.asked = true;
                return Want::Read(replay.left.drain(..PAGE.min(replay.left.len())).collect());
            }
            let (until, announce) = (replay.until, replay.announce);
            self.replay = None;
            self.accepted_up_to(until, out);
            self.cursor = self.cursor.max(until);
            if let Some(position) = announce {
                out.push(Next::Frame(ServerFrame::CaughtUp { log_position: position }.encode()));
            }
        }
        if self.lagging {
            self.lagging = false;
            if self.tail > self.cursor {
                self.asked = true;
                return Want::Missed(self.cursor, self.tail);
            }
        }
        while let Some(item) = self.held.pop_front() {
            if item.position() > self.cursor && waits(&item) {
                self.held.push_front(item);
                return Want::Nothing;
            }
            self.pass(item, out);
        }
        self.accepted_up_to(self.tail, out);
        Want::Nothing
    }

    fn pass(&mut self, item: Arc<Item>, out: &mut Vec<Next>) {
        let position = item.position();
        if position <= self.cursor {
            return;
        }
        self.accepted_up_to(position - 1, out);
        self.cursor = position;
        match self.accepted.remove(&position) {
            Some(frames) => out.extend(frames.into_iter().map(Next::Frame)),
            None => out.push(Next::Item(item)),
        }
    }

    fn accepted_up_to(&mut self, position: LogPosition, out: &mut Vec<Next>) {
        while let Some(entry) = self.accepted.first_entry().filter(|entry| *entry.key() <= position) {
            self.cursor = self.cursor.max(*entry.key());
            out.extend(entry.remove().into_iter().map(Next::Frame));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::domain::conversations::entries::LogRow;
    use crate::events::{Actor, EventKind};
    use crate::ids::ConversationId;

    fn item(position: LogPosition) -> Item {
        Item::new(LogRow {
            position,
            at: Timestamp(0),
            kind: EventKind::Message,
            conversation: Some(ConversationId(1)),
            sequence: Some(position),
            actor: Actor::SYSTEM,
            actor_name: None,
            subject: 0,
            subject_name: None,
            amount: 0,
            owner: None,
            message: None,
            detail: None,
        })
    }

    fn items(positions: &[LogPosition]) -> VecDeque<Arc<Item>> {
        positions.iter().map(|position| Arc::new(item(*position))).collect()
    }

    /// What went out: positions of items, and frames as they are.
    fn told(next: Vec<Next>) -> Vec<String> {
        let tell = |next| match next {
            Next::Frame(frame) => frame.to_string(),
            Next::Item(item) => item.position().to_string(),
        };
        next.into_iter().map(tell).collect()
    }

    #[test]
    fn an_answer_takes_the_place_of_the_echo_after_everything_before_it() {
        let mut backlog = Backlog::starting_at(10, 256);
        assert_eq!(backlog.accept(12, "accepted 12".into()), None);
        backlog.live(items(&[11]), false, 11);
        assert_eq!(told(backlog.advance(|_| false).0), ["11"]);
        backlog.live(items(&[12, 13]), false, 13);
        assert_eq!(told(backlog.advance(|_| false).0), ["accepted 12", "13"]);
        assert_eq!(backlog.cursor(), 13);
    }

    #[test]
    fn an_answer_whose_entry_cannot_be_read_comes_all_the_same() {
        let mut backlog = Backlog::starting_at(10, 256);
        assert_eq!(backlog.accept(12, "accepted 12".into()), None);
        backlog.live(items(&[]), false, 11);
        assert_eq!(told(backlog.advance(|_| false).0), Vec::<String>::new());
        backlog.live(items(&[]), false, 12);
        assert_eq!(told(backlog.advance(|_| false).0), ["accepted 12"]);
    }

    #[test]
    fn an_answer_to_a_repeat_from_before_goes_out_at_once() {
        let mut backlog = Backlog::starting_at(10, 256);
        assert_eq!(backlog.accept(4, "accepted 4".into()).as_deref(), Some("accepted 4"));
        assert_eq!(backlog.cursor(), 10, "and the cursor never goes back");
    }

    #[test]
    fn live_items_wait_behind_a_replay_and_are_not_told_twice() {
        let mut backlog = Backlog::replaying(3, vec![5, 7], 8, 7, 256);
        let (out, want) = backlog.advance(|_| false);
        assert!(out.is_empty());
        assert_eq!(want, Want::Read(vec![5, 7]));
        backlog.live(items(&[7, 9]), false, 9);
        assert_eq!(backlog.accept(9, "accepted 9".into()), None);
        assert!(backlog.advance(|_| false).0.is_empty(), "nothing overtakes the replay");
        backlog.read(vec![item(5), item(7)]);
        let caught_up = r#"{"type":"caught_up","log_position":7}"#;
        assert_eq!(told(backlog.advance(|_| false).0), ["5", "7", caught_up, "accepted 9"]);
    }

    #[test]
    fn what_did_not_fit_is_read_from_the_log() {
        let mut backlog = Backlog::starting_at(10, 256);
        backlog.live(items(&[]), true, 40);
        assert_eq!(backlog.advance(|_| false).1, Want::Missed(10, 40));
        backlog.live(items(&[41]), false, 41);
        assert!(backlog.advance(|_| false).0.is_empty());
        backlog.missed(vec![20, 40], 40);
        assert_eq!(backlog.advance(|_| false).1, Want::Read(vec![20, 40]));
        backlog.read(vec![item(20), item(40)]);
        assert_eq!(told(backlog.advance(|_| false).0), ["20", "40", "41"]);
    }

    #[test]
    fn an_echo_waits_for_its_answer_and_holds_up_what_follows() {
        let mut backlog = Backlog::starting_at(10, 256);
        backlog.live(items(&[11, 12, 13]), false, 13);
        let waits = |item: &Item| item.position() == 12;
        assert_eq!(told(backlog.advance(waits).0), ["11"]);
        assert_eq!(backlog.accept(12, "accepted 12".into()), None);
        assert_eq!(told(backlog.advance(|_| false).0), ["accepted 12", "13"]);
    }
}
