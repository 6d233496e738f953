//! Sends: checked, stored in order, answered; paused as a whole when one cannot be taken.

use std::time::Duration;

use super::{Session, Terms};
use crate::clock::Tick;
use crate::domain::conversations::content::Content;
use crate::fault::{Fault, Kind};
use crate::flows::conversations::post_message::{Post, Posted};
use crate::im::frames::ServerFrame;
use crate::im::protocol::Send;
use crate::im::requests::Request;
use crate::im::throttle::{Bucket, Rate};
use crate::storage::Lane;

/// Sends that are unanswered, or on hold until the client sends `continue`.
#[derive(Debug, Default)]
struct Window {
    lane: Lane,
    paused: bool,
    /// Ids that wait for the shell's answer, in the order of the sends, and how many bytes each holds.
    in_flight: Vec<(String, usize)>,
}

/// The sends of one link.
#[derive(Debug, Default)]
pub(super) struct Sending {
    bucket: Bucket,
    /// Unallocated while nothing is unanswered. With nothing under way the next send may as well begin a new lane.
    window: Option<Box<Window>>,
}

impl Sending {
    fn window(&mut self) -> &mut Window {
        self.window.get_or_insert_default()
    }

    /// Sends that wait for their answer.
    pub(super) fn in_flight(&self) -> usize {
        self.window.as_ref().map_or(0, |window| window.in_flight.len())
    }

    /// Bytes of them.
    pub(super) fn bytes_in_flight(&self) -> usize {
        self.window.as_ref().map_or(0, |window| window.in_flight.iter().map(|(_, bytes)| bytes).sum())
    }

    /// When a send can be taken again, if it is only the rate that holds it.
    pub(super) fn wait(&self, rate: Rate, now: Tick) -> Duration {
        self.bucket.wait(rate, now)
    }

    fn is_paused(&self) -> bool {
        self.window.as_ref().is_some_and(|window| window.paused)
    }

    /// The client has waited and repeats everything unanswered, on a new lane.
    pub(super) fn go_on(&mut self) {
        if let Some(window) = self.window.as_mut().filter(|window| window.paused) {
            window.paused = false;
            window.lane = Lane::default();
            self.settle();
        }
    }

    /// Takes one answered send out; an id that was sent twice waits for both answers.
    fn forget(&mut self, client_message_id: &str) {
        let in_flight = &mut self.window().in_flight;
        if let Some(place) = in_flight.iter().position(|(id, _)| id == client_message_id) {
            in_flight.remove(place);
        }
    }

    fn settle(&mut self) {
        self.window.take_if(|window| window.in_flight.is_empty() && !window.paused);
    }

    /// Whether the answer to a send is still on its way.
    pub(super) fn is_in_flight(&self, client_message_id: &str) -> bool {
        self.window
            .as_ref()
            .is_some_and(|window| window.in_flight.iter().any(|(id, _)| id == client_message_id))
    }
}

impl Session {
    pub(super) fn send(&mut self, send: Send, now: Tick) {
        let rate = self.send_rate();
        self.sending.bucket.take(rate, now);
        if self.sending.is_paused() {
            // Unanswered on purpose: the client repeats it, in order, after `continue`.
            return;
        }
        let Some(actor) = self.actor else { return };
        let Terms { limits, digest_key, .. } = &*self.terms;
        let checked = Content::read(send.content.get(), limits.text_chars).and_then(|content| {
            let target = send.target.ok_or_else(Fault::not_found)?;
            let id = Some(send.client_message_id.clone());
            let post =
                Post::new(digest_key, actor.kind, id, target, send.note, content, limits.reopen_within)?;
            Ok(Post { team: send.team, ..post })
        });
        match checked {
            Ok(post) => {
                let window = self.sending.window();
                window.in_flight.push((send.client_message_id.clone(), post.json.len()));
                let lane = window.lane.clone();
                self.ask(Request::Send {
                    client_message_id: send.client_message_id,
                    post: Box::new(post),
                    lane,
                });
            }
            Err(fault) => self.refuse(&send.client_message_id, refusal_code(&fault), &fault.message),
        }
    }

    /// The shell's answer to [`Request::Send`].
    pub fn sent(&mut self, client_message_id: &str, lane: &Lane, answer: Result<Posted, Fault>, now: Tick) {
        self.sending.forget(client_message_id);
        match answer {
            Ok(posted) => self.accept(client_message_id, &posted),
            Err(fault) if fault.kind == Kind::Unavailable => {
                // The lane was given up before; this answer adds nothing.
                let window = self.sending.window();
                if !window.paused && lane.is_same(&window.lane) {
                    self.pause("unavailable", Duration::from_millis(fault.retry_after_ms.unwrap_or(2_000)));
                }
            }
            Err(fault) => self.refuse(client_message_id, refusal_code(&fault), &fault.message),
        }
        self.sending.settle();
        self.advance();
        self.work(now);
    }

    /// No send is taken until the client has waited.
    pub(super) fn pause(&mut self, reason: &str, wait: Duration) {
        self.sending.window().paused = true;
        let retry_after_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        self.tell(ServerFrame::Paused { reason, retry_after_ms }.encode());
    }

    /// The person sends too much over all links: this send, and what follows it, must be repeated later. What went
    /// before is on its way and will be answered.
    pub fn over_hard_cap(&mut self, client_message_id: &str, wait: Duration, now: Tick) {
        let in_flight = &mut self.sending.window().in_flight;
        let place = in_flight.iter().rposition(|(id, _)| id == client_message_id);
        in_flight.truncate(place.unwrap_or(usize::MAX));
        self.queues().requests.retain(|request| !matches!(request, Request::Send { .. }));
        if !self.sending.is_paused() {
            self.pause("rate_limited", wait);
        }
        self.work(now);
    }

    fn accept(&mut self, client_message_id: &str, posted: &Posted) {
        let frame = ServerFrame::Accepted {
            client_message_id,
            conversation_id: posted.conversation,
            sequence: posted.sequence,
            log_position: posted.position,
            message_id: posted.message_id(),
            accepted_at: posted.at,
        }
        .encode();
        match self.backlog.accept(posted.position, frame) {
            Some(frame) => self.tell(frame),
            None => self.ask(Request::Await(posted.position)),
        }
    }

    pub(super) fn refuse(&mut self, client_message_id: &str, code: &str, message: &str) {
        self.tell(ServerFrame::Refused { client_message_id, code, message }.encode());
    }
}

/// The codes of `refused` are few; everything malformed is `invalid`.
fn refusal_code(fault: &Fault) -> &'static str {
    match fault.code {
        code @ ("id_conflict" | "not_found" | "too_large" | "blocked") => code,
        _ => "invalid",
    }
}
