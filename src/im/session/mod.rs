//! One connection as a state machine without I/O.
//!
//! Frames from the client, answers from the world and mail from the hub go in; frames and [`Request`]s come out; time is
//! an argument. A session never blocks and never looks at a clock, a socket or the database, so that the same code runs
//! behind a socket, a fallback or a simulation.

mod delivering;
mod liveness;
mod receiving;
mod sending;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::sync::Arc;

use super::backlog::Backlog;
use super::entry_frame::Reader;
use super::frames::{ClientLimits, Frame, Member, Resumed, ServerFrame};
use super::limits::Limits;
use super::protocol::{ClientFrame, Hello, Resume, Unreadable};
use super::requests::{Opened, Request};
use super::throttle::Bucket;
use crate::clock::Tick;
use crate::events::{Actor, ActorKind};
use crate::fault::{Fault, Kind};
use liveness::Liveness;
use receiving::Receiving;
use sending::Sending;

/// Why and how a link is closed: a WebSocket close code (RFC 6455, section 7.4) and a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Close {
    /// 1001 going away, 1013 try again, 4001 unauthenticated, 4003 ended, 4008 behind, 4009 frame too large.
    pub code: u16,
    /// For people who read logs.
    pub reason: &'static str,
}

#[derive(Debug)]
enum Phase {
    /// Nothing but `hello` is taken.
    AwaitingHello { until: Tick },
    /// The world looks the token up; frames wait.
    Opening,
    /// Everything is taken.
    Live,
    /// No more entries; the client should have left by then.
    Behind { until: Tick },
    /// Done.
    Closed(Close),
}

/// Who is at the other end.
#[derive(Debug, Clone)]
struct Identity {
    actor: Actor,
    reader: Reader,
}

/// One connection.
#[derive(Debug)]
pub struct Session {
    limits: Arc<Limits>,
    log_epoch: Arc<str>,
    digest_key: [u8; 32],
    phase: Phase,
    identity: Option<Identity>,
    out: VecDeque<Frame>,
    requests: VecDeque<Request>,
    inbox: VecDeque<Result<ClientFrame, Unreadable>>,
    frames: Bucket,
    hidden: bool,
    head: i64,
    backlog: Backlog,
    sending: Sending,
    receiving: Receiving,
    liveness: Liveness,
}

impl Session {
    /// A connection that was just accepted.
    #[must_use]
    pub fn new(limits: Arc<Limits>, log_epoch: Arc<str>, digest_key: [u8; 32], now: Tick) -> Self {
        Self {
            phase: Phase::AwaitingHello { until: now.plus(limits.hello_within) },
            identity: None,
            out: VecDeque::new(),
            requests: VecDeque::new(),
            inbox: VecDeque::new(),
            frames: Bucket::new(limits.frames, now),
            hidden: false,
            head: 0,
            backlog: Backlog::default(),
            sending: Sending::new(limits.visitor_sends, now),
            receiving: Receiving::default(),
            liveness: Liveness::new(&limits, now),
            limits,
            log_epoch,
            digest_key,
        }
    }

    /// A message of the client: one or more frames.
    pub fn handle(&mut self, text: &str, now: Tick) {
        self.liveness.heard(now);
        if text.len() > self.limits.frame_bytes {
            return self.close(Close { code: 4009, reason: "frame too large" });
        }
        self.inbox.extend(super::protocol::parse(text));
        self.work(now);
    }

    /// A sign of life without words.
    pub fn heard(&mut self, now: Tick) {
        self.liveness.heard(now);
    }

    /// A message that is not text.
    pub fn handle_binary(&mut self, now: Tick) {
        self.liveness.heard(now);
        self.inbox.push_back(Err(Unreadable {
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
            && let Some(frame) = self.inbox.pop_front()
        {
            self.frames.take(now);
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
    fn takes_frames(&mut self, now: Tick) -> bool {
        match self.phase {
            Phase::Opening | Phase::Closed(_) => false,
            Phase::AwaitingHello { .. } | Phase::Behind { .. } => true,
            Phase::Live => {
                let rate = self.frames.wait(now).is_zero();
                rate && !self.receiving.is_full() && !self.sending.is_full(&self.limits, now)
            }
        }
    }

    /// Whether the shell should read on: only once everything read before was worked through.
    #[must_use]
    pub fn wants_input(&self) -> bool {
        self.inbox.is_empty() && !matches!(self.phase, Phase::Opening | Phase::Closed(_))
    }

    fn first(&mut self, frame: Result<ClientFrame, Unreadable>) {
        match frame {
            Ok(ClientFrame::Hello(hello)) => {
                self.hidden = hello.hidden;
                self.liveness.agree(&self.limits, hello.heartbeat_ms);
                self.liveness.set_hidden(&self.limits, hello.hidden);
                if hello.resume == Resume::Malformed {
                    self.error(
                        "invalid_resume",
                        "The resume position cannot be read; going on as fresh.",
                        None,
                    );
                }
                self.phase = Phase::Opening;
                self.requests.push_back(Request::Open(Hello { ..hello }));
            }
            _ => self.unauthenticated("Say hello first, with a valid session_token."),
        }
    }

    fn unauthenticated(&mut self, message: &str) {
        self.error("unauthenticated", message, None);
        self.close(Close { code: 4001, reason: "unauthenticated" });
    }

    /// The world's answer to [`Request::Open`].
    pub fn opened(&mut self, answer: Result<Opened, Fault>, now: Tick) {
        let opened = match answer {
            Ok(opened) => opened,
            Err(fault) if fault.kind == Kind::Unauthenticated => {
                return self.unauthenticated("The session_token is not valid, or no longer.");
            }
            Err(_) => return self.close(Close { code: 1013, reason: "try again later" }),
        };
        let actor = opened.viewer.actor();
        self.out.push_back(
            ServerFrame::Welcome {
                session_id: opened.link,
                log_epoch: &self.log_epoch,
                log_position: opened.head,
                resume: opened.resumed,
                identity: Member::from(actor),
                conversations: &opened.conversations,
                heartbeat: self.liveness.heartbeat(&self.limits),
                limits: ClientLimits {
                    sends_in_flight: self.limits.sends_in_flight,
                    frame_bytes: self.limits.frame_bytes,
                    text_chars: self.limits.text_chars,
                },
            }
            .encode(),
        );
        self.head = opened.head;
        let held = self.limits.queue_frames;
        self.backlog = if opened.resumed == Resumed::Replaying {
            Backlog::replaying(opened.cursor, opened.missed, opened.tail, opened.head, held)
        } else {
            Backlog::starting_at(opened.tail, held)
        };
        if actor.kind == ActorKind::Agent {
            self.sending = Sending::new(self.limits.agent_sends, now);
        }
        self.identity = Some(Identity { actor, reader: Reader::of(actor) });
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
                    self.requests.push_back(Request::Typing(conversation, active, preview));
                }
            }
            ClientFrame::Viewing { conversation } => self.viewing(conversation),
            ClientFrame::ClientState { hidden } => {
                self.hidden = hidden;
                self.liveness.set_hidden(&self.limits, hidden);
            }
            ClientFrame::Ping => self.pong(),
        }
    }

    fn pong(&mut self) {
        self.out.push_back(ServerFrame::Pong { log_position: self.head }.encode());
    }

    fn unreadable(&mut self, wrong: &Unreadable) {
        match &wrong.client_message_id {
            Some(id) => self.refuse(id, "invalid", &wrong.message),
            None => self.error(wrong.code, &wrong.message, wrong.request_id.as_deref()),
        }
    }

    fn error(&mut self, code: &str, message: &str, request_id: Option<&str>) {
        self.out.push_back(ServerFrame::Error { code, message, request_id }.encode());
    }

    fn close(&mut self, close: Close) {
        if !matches!(self.phase, Phase::Closed(_)) {
            self.phase = Phase::Closed(close);
            self.inbox.clear();
            self.requests.clear();
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
        self.out.push_back(ServerFrame::SessionEnded { code, reconnect: false }.encode());
        self.close(Close { code: 4003, reason: "session ended" });
    }

    /// Frames to be written, in order.
    pub fn next_frame(&mut self) -> Option<Frame> {
        self.out.pop_front()
    }

    /// What is asked of the world, in order.
    pub fn next_request(&mut self) -> Option<Request> {
        self.requests.pop_front()
    }

    /// Set once the link is to be closed, after the frames that are left.
    #[must_use]
    pub fn closing(&self) -> Option<Close> {
        match self.phase {
            Phase::Closed(close) => Some(close),
            _ => None,
        }
    }
}
