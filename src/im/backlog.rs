//! The order in which a link is told things: ascending positions, live and replayed alike, with `accepted` in the place
//! of the echo.
//!
//! Pure bookkeeping. Replayed positions come first; live items wait behind them; an answer to a send waits until
//! everything before it went out.

use std::collections::VecDeque;
use std::sync::Arc;

use super::frames::{Frame, ServerFrame};
use super::item::Item;
use crate::events::LogPosition;

/// Rows read from the log at once.
const PAGE: usize = 100;

/// What a backlog needs next.
#[derive(Debug, PartialEq, Eq)]
pub enum Want {
    /// Nothing: wait for the mailbox.
    Nothing,
    /// Read these positions.
    Read(Vec<LogPosition>),
    /// Find the positions missed after the first and up to the second.
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

/// Items and answers to order. Not allocated while there are none.
#[derive(Debug, Default)]
struct Waiting {
    /// Answers that wait for their place, ascending; a send that came twice has two.
    accepted: VecDeque<(LogPosition, Frame)>,
    replay: Option<Replay>,
    read: VecDeque<Arc<Item>>,
    held: VecDeque<Arc<Item>>,
    lagging: bool,
    asked: bool,
}

impl Waiting {
    fn is_empty(&self) -> bool {
        self.accepted.is_empty()
            && self.replay.is_none()
            && self.read.is_empty()
            && self.held.is_empty()
            && !self.lagging
            && !self.asked
    }
}

/// The bookkeeping of one link.
#[derive(Debug, Default)]
pub struct Backlog {
    cursor: LogPosition,
    tail: LogPosition,
    waiting: Option<Box<Waiting>>,
}

impl Backlog {
    /// Starts right after `tail`: what was before is known or will be asked for.
    #[must_use]
    pub fn starting_at(tail: LogPosition) -> Self {
        Self { cursor: tail, tail, waiting: None }
    }

    /// Starts after `cursor` and replays `missed`, which is complete up to `tail`; `caught_up` will name `announce`.
    #[must_use]
    pub fn replaying(
        cursor: LogPosition,
        missed: Vec<LogPosition>,
        tail: LogPosition,
        announce: LogPosition,
    ) -> Self {
        let replay = Some(Replay { left: missed.into(), until: tail, announce: Some(announce) });
        Self { cursor, tail, waiting: Some(Box::new(Waiting { replay, ..Waiting::default() })) }
    }

    fn waiting(&mut self) -> &mut Waiting {
        self.waiting.get_or_insert_default()
    }

    /// Everything up to here went out or was not for this viewer.
    #[must_use]
    pub fn cursor(&self) -> LogPosition {
        self.cursor
    }

    /// Takes live items; `overflowed` when some before them were dropped; `tail` is how far the mailbox is complete. More
    /// than `most` are not held but read from the log later.
    pub fn live(&mut self, items: VecDeque<Arc<Item>>, overflowed: bool, tail: LogPosition, most: usize) {
        self.tail = self.tail.max(tail);
        if items.is_empty() && !overflowed {
            return;
        }
        let waiting = self.waiting();
        if overflowed || waiting.lagging || waiting.held.len() + items.len() > most {
            waiting.lagging = true;
            waiting.held.clear();
        } else if waiting.held.is_empty() {
            waiting.held = items;
        } else {
            waiting.held.extend(items);
        }
    }

    /// An answer to a send stored at `position`. Whether it goes out at once, because that place was passed before.
    #[must_use]
    pub fn accept(&mut self, position: LogPosition, frame: Frame) -> Option<Frame> {
        if position <= self.cursor {
            return Some(frame);
        }
        let accepted = &mut self.waiting().accepted;
        // Nearly always the end: answers come in the order of commits.
        let place = accepted.partition_point(|(before, _)| *before <= position);
        accepted.insert(place, (position, frame));
        None
    }

    /// What was found to be missed; more than fits means the link cannot catch up.
    pub fn missed(&mut self, positions: Vec<LogPosition>, until: LogPosition) {
        let waiting = self.waiting();
        waiting.asked = false;
        waiting.replay = Some(Replay { left: positions.into(), until, announce: None });
    }

    /// Rows that were read; those erased meanwhile are not among them.
    pub fn read(&mut self, items: Vec<Item>) {
        let waiting = self.waiting();
        waiting.asked = false;
        waiting.read.extend(items.into_iter().map(Arc::new));
    }

    /// Everything that can go out now, and what is wanted to go on. An item that `waits` says must wait, because its
    /// answer is still on its way, holds up everything behind it.
    pub fn advance(&mut self, waits: impl Fn(&Item) -> bool) -> (Vec<Next>, Want) {
        let Some(mut waiting) = self.waiting.take() else { return (Vec::new(), Want::Nothing) };
        let mut out = Vec::with_capacity(waiting.accepted.len() + waiting.read.len() + waiting.held.len());
        let want = self.go_on(&mut waiting, &waits, &mut out);
        self.waiting = Some(waiting).filter(|waiting| !waiting.is_empty());
        (out, want)
    }

    fn go_on(&mut self, waiting: &mut Waiting, waits: &impl Fn(&Item) -> bool, out: &mut Vec<Next>) -> Want {
        while let Some(item) = waiting.read.pop_front() {
            if item.position() > self.cursor && waits(&item) {
                waiting.read.push_front(item);
                return Want::Nothing;
            }
            self.pass(waiting, item, out);
        }
        if waiting.asked {
            return Want::Nothing;
        }
        if let Some(replay) = &mut waiting.replay {
            if !replay.left.is_empty() {
                waiting.asked = true;
                return Want::Read(replay.left.drain(..PAGE.min(replay.left.len())).collect());
            }
            let (until, announce) = (replay.until, replay.announce);
            waiting.replay = None;
            self.accepted_up_to(waiting, until, out);
            self.cursor = self.cursor.max(until);
            if let Some(position) = announce {
                out.push(Next::Frame(ServerFrame::CaughtUp { log_position: position }.encode()));
            }
        }
        if waiting.lagging {
            waiting.lagging = false;
            if self.tail > self.cursor {
                waiting.asked = true;
                return Want::Missed(self.cursor, self.tail);
            }
        }
        while let Some(item) = waiting.held.pop_front() {
            if item.position() > self.cursor && waits(&item) {
                waiting.held.push_front(item);
                return Want::Nothing;
            }
            self.pass(waiting, item, out);
        }
        self.accepted_up_to(waiting, self.tail, out);
        Want::Nothing
    }

    fn pass(&mut self, waiting: &mut Waiting, item: Arc<Item>, out: &mut Vec<Next>) {
        let position = item.position();
        if position <= self.cursor {
            return;
        }
        self.accepted_up_to(waiting, position - 1, out);
        self.cursor = position;
        if waiting.accepted.front().is_some_and(|(at, _)| *at == position) {
            self.accepted_up_to(waiting, position, out);
        } else {
            out.push(Next::Item(item));
        }
    }

    fn accepted_up_to(&mut self, waiting: &mut Waiting, position: LogPosition, out: &mut Vec<Next>) {
        while let Some((at, frame)) = waiting.accepted.pop_front_if(|(at, _)| *at <= position) {
            self.cursor = self.cursor.max(at);
            out.push(Next::Frame(frame));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::domain::conversations::entries::LogRow;
    use crate::events::{Actor, ConversationEvent, Event};
    use crate::ids::ConversationId;

    fn item(position: LogPosition) -> Item {
        Item::new(LogRow {
            position,
            at: Timestamp(0),
            event: Event::Conversation(ConversationId(1), ConversationEvent::Message { note: false }),
            sequence: Some(position),
            imported: false,
            actor: Actor::SYSTEM,
            actor_name: None,
            agent_name: None,
            team_name: None,
            placement: None,
            message: None,
            detail: None,
            changes: None,
        })
    }

    fn items(positions: &[LogPosition]) -> VecDeque<Arc<Item>> {
        positions.iter().map(|position| Arc::new(item(*position))).collect()
    }

    /// What went out: positions of items, and other frames.
    fn told(next: Vec<Next>) -> Vec<String> {
        let tell = |next| match next {
            Next::Frame(frame) => frame.to_string(),
            Next::Item(item) => item.position().to_string(),
        };
        next.into_iter().map(tell).collect()
    }

    #[test]
    fn an_answer_takes_the_place_of_the_echo_after_everything_before_it() {
        let mut backlog = Backlog::starting_at(10);
        assert_eq!(backlog.accept(12, "accepted 12".into()), None);
        backlog.live(items(&[11]), false, 11, 256);
        assert_eq!(told(backlog.advance(|_| false).0), ["11"]);
        backlog.live(items(&[12, 13]), false, 13, 256);
        assert_eq!(told(backlog.advance(|_| false).0), ["accepted 12", "13"]);
        assert_eq!(backlog.cursor(), 13);
    }

    #[test]
    fn an_answer_whose_entry_cannot_be_read_comes_all_the_same() {
        let mut backlog = Backlog::starting_at(10);
        assert_eq!(backlog.accept(12, "accepted 12".into()), None);
        backlog.live(items(&[]), false, 11, 256);
        assert_eq!(told(backlog.advance(|_| false).0), Vec::<String>::new());
        backlog.live(items(&[]), false, 12, 256);
        assert_eq!(told(backlog.advance(|_| false).0), ["accepted 12"]);
    }

    #[test]
    fn an_answer_to_a_repeat_from_before_goes_out_at_once() {
        let mut backlog = Backlog::starting_at(10);
        assert_eq!(backlog.accept(4, "accepted 4".into()).as_deref(), Some("accepted 4"));
        assert_eq!(backlog.cursor(), 10, "and the cursor never goes back");
    }

    #[test]
    fn live_items_wait_behind_a_replay_and_are_not_told_twice() {
        let mut backlog = Backlog::replaying(3, vec![5, 7], 8, 7);
        let (out, want) = backlog.advance(|_| false);
        assert!(out.is_empty());
        assert_eq!(want, Want::Read(vec![5, 7]));
        backlog.live(items(&[7, 9]), false, 9, 256);
        assert_eq!(backlog.accept(9, "accepted 9".into()), None);
        assert!(backlog.advance(|_| false).0.is_empty(), "nothing overtakes the replay");
        backlog.read(vec![item(5), item(7)]);
        let caught_up = r#"{"type":"caught_up","log_position":7}"#;
        assert_eq!(told(backlog.advance(|_| false).0), ["5", "7", caught_up, "accepted 9"]);
    }

    #[test]
    fn what_did_not_fit_is_read_from_the_log() {
        let mut backlog = Backlog::starting_at(10);
        backlog.live(items(&[]), true, 40, 256);
        assert_eq!(backlog.advance(|_| false).1, Want::Missed(10, 40));
        backlog.live(items(&[41]), false, 41, 256);
        assert!(backlog.advance(|_| false).0.is_empty());
        backlog.missed(vec![20, 40], 40);
        assert_eq!(backlog.advance(|_| false).1, Want::Read(vec![20, 40]));
        backlog.read(vec![item(20), item(40)]);
        assert_eq!(told(backlog.advance(|_| false).0), ["20", "40", "41"]);
    }

    #[test]
    fn an_echo_waits_for_its_answer_and_holds_up_what_follows() {
        let mut backlog = Backlog::starting_at(10);
        backlog.live(items(&[11, 12, 13]), false, 13, 256);
        let waits = |item: &Item| item.position() == 12;
        assert_eq!(told(backlog.advance(waits).0), ["11"]);
        assert_eq!(backlog.accept(12, "accepted 12".into()), None);
        assert_eq!(told(backlog.advance(|_| false).0), ["accepted 12", "13"]);
    }
}
