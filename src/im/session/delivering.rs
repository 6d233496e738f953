//! Passing the log on, in order; and what ends that.

use super::{Close, Phase, Session};
use crate::clock::Tick;
use crate::domain::conversations::replay::Missed;
use crate::events::EventKind;
use crate::fault::Fault;
use crate::im::backlog::{Next, Want};
use crate::im::entry_frame::Reader;
use crate::im::frames::ServerFrame;
use crate::im::item::Item;
use crate::im::mailbox::{Mail, Order};
use crate::im::requests::Request;

impl Session {
    /// Mail from the hub; `tail` is how far it is complete, `was_stuck` whether the peer read nothing for a while.
    pub fn mail(&mut self, mail: Mail, tail: i64, was_stuck: bool, now: Tick) {
        for order in &mail.orders {
            match *order {
                Order::End(code) => self.end(code),
                Order::Drain(after) => {
                    self.tell(ServerFrame::Drain { reconnect_after_ms: after, reason: "restart" }.encode());
                }
                Order::RightsChanged if matches!(self.phase, Phase::Live) => {
                    self.behind("rights_changed", now);
                }
                Order::RightsChanged => {}
                Order::GoAway => self.close(Close { code: 1001, reason: "going away" }),
            }
        }
        self.head = self.head.max(mail.head);
        if !matches!(self.phase, Phase::Live) {
            return;
        }
        if mail.overflowed && was_stuck {
            return self.behind("queue_full", now);
        }
        let shown = !self.liveness.is_hidden();
        for ephemeral in mail.ephemeral.into_iter().filter(|ephemeral| shown || !ephemeral.fleeting) {
            self.tell(ephemeral.frame);
        }
        mail.rows.into_iter().for_each(|frame| self.tell(frame));
        self.backlog.live(mail.items, mail.overflowed, tail, self.terms.limits.queue_frames);
        self.advance();
    }

    /// The shell's answer to [`Request::Read`].
    pub fn read(&mut self, answer: Result<Vec<Item>, Fault>, now: Tick) {
        match answer {
            Ok(items) => {
                self.backlog.read(items);
                self.advance();
            }
            // The client reconnects with its cursor: nothing was skipped.
            Err(_) => self.behind("queue_full", now),
        }
    }

    /// The shell's answer to [`Request::Missed`].
    pub fn missed(&mut self, answer: Result<Missed, Fault>, until: i64, now: Tick) {
        match answer {
            Ok(missed) if !missed.more => {
                self.backlog.missed(missed.positions, until);
                self.advance();
            }
            _ => self.behind("queue_full", now),
        }
    }

    /// Passes on what can go out now and asks for what is wanted to go on.
    pub(super) fn advance(&mut self) {
        if !matches!(self.phase, Phase::Live) {
            return;
        }
        let Some(actor) = self.actor else { return };
        // The log may be faster than the writer's answer: the echo waits for it, so that `accepted` takes its place and
        // answers come in the order of the sends.
        let waits = |item: &Item| {
            let row = item.row();
            let own = row.actor == actor && row.event.kind() == EventKind::Message;
            let id =
                row.message.as_ref().filter(|_| own).and_then(|words| words.client_message_id.as_deref());
            id.is_some_and(|id| self.sending.is_in_flight(id))
        };
        let (next, want) = self.backlog.advance(waits);
        self.pass(next);
        match want {
            Want::Nothing => {}
            Want::Read(positions) => self.ask(Request::Read(positions)),
            Want::Missed(after, until) => self.ask(Request::Missed(after, until)),
        }
    }

    fn pass(&mut self, next: Vec<Next>) {
        for next in next {
            match next {
                Next::Frame(frame) => self.tell(frame),
                Next::Item(item) => self.pass_item(&item),
            }
        }
    }

    fn pass_item(&mut self, item: &Item) {
        let Some(actor) = self.actor else { return };
        self.head = self.head.max(item.position());
        if let Some(frame) = item.frame(Reader::of(actor)) {
            self.tell(frame);
        }
    }

    /// No more entries on this link; what the client has is complete up to its cursor.
    pub(super) fn behind(&mut self, reason: &str, now: Tick) {
        self.tell(ServerFrame::Behind { reason }.encode());
        self.phase = Phase::Behind { until: now.plus(self.terms.limits.behind_close_after) };
        self.drop_unheard();
    }
}
