//! Sends: checked, stored in order, answered; paused as a whole when one cannot be taken.

use std::time::Duration;

use super::Session;
use crate::clock::Tick;
use crate::domain::conversations::content::Content;
use crate::events::ActorKind;
use crate::fault::{Fault, Kind};
use crate::flows::post_message::{Post, Posted, Sender};
use crate::ids::{AgentId, VisitorId};
use crate::im::frames::ServerFrame;
use crate::im::limits::Limits;
use crate::im::protocol::Send;
use crate::im::requests::Request;
use crate::im::throttle::Bucket;
use crate::storage::Lane;

/// The sends of one link.
#[derive(Debug)]
pub(super) struct Sending {
    bucket: Bucket,
    lane: Lane,
    paused: bool,
    /// Ids that wait for the world's answer, in the order of the sends.
    in_flight: Vec<String>,
}

impl Sending {
    pub(super) fn new(rate: (u32, u32), now: Tick) -> Self {
        Self { bucket: Bucket::new(rate, now), lane: Lane::default(), paused: false, in_flight: Vec::new() }
    }

    /// Whether the next frame must wait: it might be a send.
    pub(super) fn is_full(&mut self, limits: &Limits, now: Tick) -> bool {
        self.in_flight.len() >= limits.sends_in_flight || !self.bucket.wait(now).is_zero()
    }

    /// When a frame can be worked on again, if it is only the rate that holds it.
    pub(super) fn wait(&mut self, now: Tick) -> Duration {
        self.bucket.wait(now)
    }

    /// The client has waited and repeats everything unanswered, on a new lane.
    pub(super) fn go_on(&mut self) {
        if self.paused {
            self.paused = false;
            self.lane = Lane::default();
        }
    }

    /// Takes one answered send out; an id that was sent twice waits for both answers.
    fn forget(&mut self, client_message_id: &str) {
        if let Some(place) = self.in_flight.iter().position(|id| id == client_message_id) {
            self.in_flight.remove(place);
        }
    }

    /// Whether the answer to a send is still on its way.
    pub(super) fn is_in_flight(&self, client_message_id: &str) -> bool {
        self.in_flight.iter().any(|id| id == client_message_id)
    }
}

impl Session {
    pub(super) fn send(&mut self, send: Send, now: Tick) {
        self.sending.bucket.take(now);
        if self.sending.paused {
            // Unanswered on purpose: the client repeats it, in order, after `continue`.
            return;
        }
        let Some(identity) = &self.identity else { return };
        let sender = match identity.actor.kind {
            ActorKind::Agent => Sender::Agent(AgentId(identity.actor.id)),
            _ => Sender::Visitor(VisitorId(identity.actor.id)),
        };
        let checked = Content::parse(&send.content, self.limits.text_chars).and_then(|content| {
            let target = send.target.ok_or_else(Fault::not_found)?;
            let id = Some(send.client_message_id.clone());
            Post::new(&self.digest_key, sender, id, target, send.note, content, self.limits.reopen_within)
        });
        match checked {
            Ok(post) => {
                self.sending.in_flight.push(send.client_message_id.clone());
                self.requests.push_back(Request::Send {
                    client_message_id: send.client_message_id,
                    post: Box::new(post),
                    lane: self.sending.lane.clone(),
                });
            }
            Err(fault) => self.refuse(&send.client_message_id, refusal_code(&fault), &fault.message),
        }
    }

    /// The world's answer to [`Request::Send`].
    pub fn sent(&mut self, client_message_id: &str, lane: &Lane, answer: Result<Posted, Fault>, now: Tick) {
        self.sending.forget(client_message_id);
        match answer {
            Ok(posted) => self.accept(client_message_id, &posted),
            Err(fault) if fault.kind == Kind::Unavailable => {
                // A unit of a lane given up before says nothing new.
                if !self.sending.paused && lane.is_same(&self.sending.lane) {
                    self.pause("unavailable", Duration::from_millis(fault.retry_after_ms.unwrap_or(2_000)));
                }
            }
            Err(fault) => self.refuse(client_message_id, refusal_code(&fault), &fault.message),
        }
        self.advance();
        self.work(now);
    }

    /// No send is taken until the client has waited.
    pub(super) fn pause(&mut self, reason: &str, wait: Duration) {
        self.sending.paused = true;
        let retry_after_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        self.out.push_back(ServerFrame::Paused { reason, retry_after_ms }.encode());
    }

    /// The person sends too much over all links: this send, and what follows it, must be repeated later. What went
    /// before is on its way and will be answered.
    pub fn over_hard_cap(&mut self, client_message_id: &str, wait: Duration, now: Tick) {
        let place = self.sending.in_flight.iter().rposition(|id| id == client_message_id);
        self.sending.in_flight.truncate(place.unwrap_or(usize::MAX));
        self.requests.retain(|request| !matches!(request, Request::Send { .. }));
        if !self.sending.paused {
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
            Some(frame) => self.out.push_back(frame),
            None => self.requests.push_back(Request::Await(posted.position)),
        }
    }

    pub(super) fn refuse(&mut self, client_message_id: &str, code: &str, message: &str) {
        self.out.push_back(ServerFrame::Refused { client_message_id, code, message }.encode());
    }
}

/// The codes of `refused` are few; everything malformed is `invalid`.
fn refusal_code(fault: &Fault) -> &'static str {
    match fault.code {
        code @ ("id_conflict" | "not_found" | "too_large" | "blocked") => code,
        _ => "invalid",
    }
}
