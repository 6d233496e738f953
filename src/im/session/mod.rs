//! One connection as a state machine without I/O.
//!
//! Frames from the client, answers from the shell and mail from the hub go in; frames and [`Request`]s come out; time is
//! an argument. A session never blocks and never looks at a clock, a socket or the database, so that the same code runs
//! behind a socket, a fallback or a simulation.
//!
//! Most connections are idle most of the time, and there are many of them: what a session needs while something goes on is
//! allocated then and given back after.

mod delivering;
mod liveness;
mod receiving;
mod sending;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::sync::Arc;

use super::backlog::Backlog;
use super::frames::{ClientLimits, Frame, Resumed, ServerFrame};
use super::limits::Limits;
use super::member::Member;
use super::protocol::{ClientFrame, Resume, Unreadable};
use super::requests::{Opened, Request};
use super::throttle::{Bucket, Rate};
use crate::clock::Tick;
use crate::events::{Actor, ActorKind};
use crate::fault::{Fault, Kind};
use liveness::Liveness;
use receiving::Receiving;
use sending::Sending;

/// Why and how a link is closed: a WebSocket close code (RFC 6455, section 7.4) and a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Close {
    /// 1001 going away, 1013 try again, 4001 unauthenticated, 4003 ended, 4008 behind, 4009 frame too large.
    pub code: u16,
    /// For people who read logs.
    pub reason: &'static str,
}

/// What holds for every connection of a desk.
#[derive(Debug)]
pub struct Terms {
    /// The bounds.
    pub limits: Arc<Limits>,
    /// Epoch of the log's positions.
    pub log_epoch: Arc<str>,
    /// Key for digests of sends.
    pub digest_key: [u8; 32],
}

#[derive(Debug)]
enum Phase {
    /// Nothing but `hello` is taken.
    AwaitingHello { until: Tick },
    /// The shell looks the token up; frames wait.
    Opening,
    /// Everything is taken.
    Live,
    /// No more entries; the client should have left by then.
    Behind { until: Tick },
    /// Done.
    Closed(Box<Close>),
}

/// Frames in and out that wait. Not allocated while there are none.
#[derive(Debug, Default)]
struct Queues {
    out: VecDeque<Frame>,
    requests: VecDeque<Request>,
    inbox: VecDeque<Result<ClientFrame, Unreadable>>,
}

impl Queues {
    fn is_empty(&self) -> bool {
        self.out.is_empty() && self.requests.is_empty() && self.inbox.is_empty()
    }
}

/// One connection.
#[derive(Debug)]
pub struct Session {
    terms: Arc<Terms>,
    phase: Phase,
    /// The viewer, once known.
    actor: Option<Actor>,
    queues: Option<Box<Queues>>,
    frames: Bucket,
    head: i64,
    backlog: Backlog,
    sending: Sending,
    receiving: Receiving,
    liveness: Liveness,
}

impl Session {
    /// A connection that was just accepted.
    #[must_use]
    pub fn new(terms: Arc<Terms>, now: Tick) -> Self {
        Self {
            phase: Phase::AwaitingHello { until: now.plus(terms.limits.hello_within) },
            actor: None,
            queues: None,
            frames: Bucket::default(),
            head: 0,
            backlog: Backlog::default(),
            sending: Sending::default(),
            receiving: Receiving::default(),
            liveness: Liveness::new(&terms.limits, now),
            terms,
        }
    }

    fn queues(&mut self) -> &mut Queues {
        self.queues.get_or_insert_default()
    }

    /// A frame for the client.
    fn tell(&mut self, frame: Frame) {
        self.queues().out.push_back(frame);
    }

    /// A request to the shell.
    fn ask(&mut self, request: Request) {
        self.queues().requests.push_back(request);
    }

    fn is_agent(&self) -> bool {
        self.actor.is_some_and(|actor| actor.kind == ActorKind::Agent)
    }

    /// Sends of this client per second, and at once.
    fn send_rate(&self) -> Rate {
        let limits = &self.terms.limits;
        if self.is_agent() { limits.agent_sends } else { limits.visitor_sends }
    }

    /// A message of the client: one or more frames.
    pub fn handle(&mut self, text: &str, now: Tick) {
        self.liveness.heard(now);
        if text.len() > self.terms.limits.frame_bytes {
            return self.close(Close { code: 4009, reason: "frame too large" });
        }
        self.queues().inbox.extend(super::protocol::parse(text));
        self.work(now);
    }

    /// A PONG or another sign of life.
    pub fn heard(&mut self, now: Tick) {
        self.liveness.heard(now);
    }

    /// A message that is not text.
    pub fn handle_binary(&mut self, now: Tick) {
        self.liveness.heard(now);
        self.queues().inbox.push_back(Err(Unreadable {
            code: "invalid",
            message: "Frames are text.".into(),
            request_id: None,
            client_message_id: None,
        }));
        self.work(now);
    }

    /// Works through what has been read, as far as the bounds allow.
    fn work(&mut self, now: Tick) {
        while self.takes_frames(now)
            && let Some(frame) = self.queues.as_mut().and_then(|queues| queues.inbox.pop_front())
        {
            self.frames.take(self.terms.limits.frames, now);
            match &self.phase {
                Phase::AwaitingHello { .. } => self.first(frame),
                Phase::Live => match frame {
                    Ok(frame) => self.frame(frame, now),
                    Err(wrong) => self.unreadable(&wrong),
                },
                Phase::Behind { .. } => {
                    if matches!(frame, Ok(ClientFrame::Ping)) {
                        self.pong();
                    }
                }
                Phase::Opening | Phase::Closed(_) => {}
            }
        }
    }

    /// Whether the next frame can be worked on now.
    fn takes_frames(&self, now: Tick) -> bool {
        match self.phase {
            Phase::Opening | Phase::Closed(_) => false,
            Phase::AwaitingHello { .. } | Phase::Behind { .. } => true,
            Phase::Live => {
                let limits = &self.terms.limits;
                // The next frame might be a send, or a fetch.
                self.frames.wait(limits.frames, now).is_zero()
                    && self.sending.wait(self.send_rate(), now).is_zero()
                    && self.sending.in_flight() < limits.sends_in_flight
                    // As much as one frame can bring: long messages wait for one another sooner than short ones.
                    && self.sending.bytes_in_flight() < limits.frame_bytes
                    && !self.receiving.is_full()
            }
        }
    }

    /// Whether the shell should read on: only once everything read before was worked through.
    #[must_use]
    pub fn wants_input(&self) -> bool {
        !self.has_unread() && !matches!(self.phase, Phase::Opening | Phase::Closed(_))
    }

    fn has_unread(&self) -> bool {
        self.queues.as_ref().is_some_and(|queues| !queues.inbox.is_empty())
    }

    fn first(&mut self, frame: Result<ClientFrame, Unreadable>) {
        match frame {
            Ok(ClientFrame::Hello(hello)) => {
                self.liveness.agree(&self.terms.limits, hello.heartbeat_ms);
                self.liveness.set_hidden(&self.terms.limits, hello.hidden);
                if hello.resume == Resume::Malformed {
                    self.error(
                        "invalid_resume",
                        "The resume position cannot be read; going on as fresh.",
                        None,
                    );
                }
                self.phase = Phase::Opening;
                self.ask(Request::Open(hello));
            }
            _ => self.unauthenticated("Say hello first, with a valid session_token."),
        }
    }

    fn unauthenticated(&mut self, message: &str) {
        self.error("unauthenticated", message, None);
        self.close(Close { code: 4001, reason: "unauthenticated" });
    }

    /// The shell's answer to [`Request::Open`].
    pub fn opened(&mut self, answer: Result<Opened, Fault>, now: Tick) {
        let opened = match answer {
            Ok(opened) => opened,
            Err(fault) if fault.kind == Kind::Unauthenticated => {
                return self.unauthenticated("The session_token is not valid, or no longer.");
            }
            Err(_) => return self.close(Close { code: 1013, reason: "try again later" }),
        };
        let actor = opened.viewer.caller().actor;
        self.tell(
            ServerFrame::Welcome {
                session_id: opened.link,
                log_epoch: &self.terms.log_epoch,
                log_position: opened.head,
                resume: opened.resumed,
                identity: Member::from(actor),
                conversations: &opened.conversations,
                heartbeat: self.liveness.heartbeat(&self.terms.limits),
                limits: ClientLimits {
                    sends_in_flight: self.terms.limits.sends_in_flight,
                    frame_bytes: self.terms.limits.frame_bytes,
                    text_chars: self.terms.limits.text_chars,
                },
            }
            .encode(),
        );
        self.head = opened.head;
        self.backlog = if opened.resumed == Resumed::Replaying {
            Backlog::replaying(opened.cursor, opened.missed, opened.tail, opened.head)
        } else {
            Backlog::starting_at(opened.tail)
        };
        self.actor = Some(actor);
        if self.liveness.is_hidden() {
            self.show(true);
        }
        self.phase = Phase::Live;
        self.advance();
        self.work(now);
    }

    fn frame(&mut self, frame: ClientFrame, now: Tick) {
        match frame {
            ClientFrame::Hello(_) => self.error("invalid", "This link has said hello already.", None),
            ClientFrame::Send(send) => self.send(send, now),
            ClientFrame::Continue => self.sending.go_on(),
            ClientFrame::Progress(marks) => self.progress(marks, now),
            ClientFrame::Fetch(fetch) => self.fetch(fetch),
            ClientFrame::Typing { conversation, active, preview } => {
                if let Some(conversation) = conversation {
                    self.ask(Request::Typing(conversation, active, preview));
                }
            }
            ClientFrame::Viewing { conversation, look_in } => self.viewing(conversation, look_in),
            ClientFrame::Active => self.active(),
            ClientFrame::WatchWall(active) => self.wall(active),
            ClientFrame::Watch { request_id, watched } => self.watch(request_id, watched),
            ClientFrame::ClientState { hidden } => {
                let was_hidden = self.liveness.is_hidden();
                self.liveness.set_hidden(&self.terms.limits, hidden);
                if was_hidden != hidden {
                    self.show(hidden);
                }
                if was_hidden && !hidden {
                    self.look_again();
                }
            }
            ClientFrame::Ping => self.pong(),
        }
    }

    fn pong(&mut self) {
        self.tell(ServerFrame::Pong { log_position: self.head }.encode());
    }

    fn unreadable(&mut self, wrong: &Unreadable) {
        match &wrong.client_message_id {
            Some(id) => self.refuse(id, "invalid", &wrong.message),
            None => self.error(wrong.code, &wrong.message, wrong.request_id.as_deref()),
        }
    }

    /// What the client asked for is not for this caller.
    pub fn turn_down(&mut self, fault: &Fault) {
        self.error(fault.code, &fault.message, None);
    }

    fn error(&mut self, code: &str, message: &str, request_id: Option<&str>) {
        self.tell(ServerFrame::Error { code, message, request_id }.encode());
    }

    fn close(&mut self, close: Close) {
        if !matches!(self.phase, Phase::Closed(_)) {
            self.phase = Phase::Closed(Box::new(close));
            self.drop_unheard();
        }
    }

    /// Drops frames that were not handled yet.
    fn drop_unheard(&mut self) {
        if let Some(queues) = &mut self.queues {
            queues.inbox.clear();
            queues.requests.clear();
        }
    }

    /// The peer broke the framing or sent too much.
    pub fn broken(&mut self, close: Close) {
        self.close(close);
    }

    /// Ends the link for good.
    fn end(&mut self, code: &str) {
        if matches!(self.phase, Phase::Closed(_)) {
            return;
        }
        self.tell(ServerFrame::SessionEnded { code, reconnect: false }.encode());
        self.close(Close { code: 4003, reason: "session ended" });
    }

    /// Whether there are frames to be written.
    #[must_use]
    pub fn has_frames(&self) -> bool {
        self.queues.as_ref().is_some_and(|queues| !queues.out.is_empty())
    }

    /// Frames to be written, in order.
    pub fn next_frame(&mut self) -> Option<Frame> {
        let frame = self.queues.as_mut()?.out.pop_front();
        self.queues.take_if(|queues| queues.is_empty());
        frame
    }

    /// What is asked of the shell, in order.
    pub fn next_request(&mut self) -> Option<Request> {
        let request = self.queues.as_mut()?.requests.pop_front();
        self.queues.take_if(|queues| queues.is_empty());
        request
    }

    /// Set once the link is to be closed, after the frames that are left.
    #[must_use]
    pub fn closing(&self) -> Option<Close> {
        match &self.phase {
            Phase::Closed(close) => Some(**close),
            _ => None,
        }
    }
}
