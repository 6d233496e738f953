//! The link's end of a relay: a transport like any other.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::head::{Expected, Head};
use super::{Kind, Known, Phase, Relay, State, Waiting};
use crate::im::frames::Frame;
use crate::im::link::{Gone, Inbound, Transport};
use crate::im::session::Close;

/// The link's end of a relay.
#[derive(Debug)]
pub struct RelayTransport(pub(super) Arc<Relay>, pub(super) Option<IpAddr>);

impl RelayTransport {
    /// The same for a client at this address.
    #[must_use]
    pub const fn at(mut self, address: IpAddr) -> Self {
        self.1 = Some(address);
        self
    }

    fn place(&self, frame: &Frame) {
        let relay = &self.0;
        let head: Option<Head<'_>> = serde_json::from_str(frame).ok();
        let mut state = relay.state();
        let mut position = None;
        let mut answers = false;
        if let Some(head) = &head {
            if head.r#type == "welcome" {
                state.welcome(head);
                if head.resume.as_deref() != Some("replaying") {
                    position = head.log_position;
                }
            } else if head.is_ordered() {
                position = head.log_position;
            }
            let gathered: usize = state.answered.iter().map(|frame| frame.len()).sum();
            answers = state.settles(head) && relay.kind == Kind::Stream && gathered < relay.room.bytes;
        }
        if answers {
            state.answered.push(frame.clone());
        } else {
            state.down.push_back(Waiting { frame: frame.clone(), position, taken: false });
        }
        let name = head.filter(|head| head.r#type == "welcome").and_then(|head| head.session_id);
        drop(state);
        if let Some(name) = name {
            relay.relays.insert(&name, relay);
        }
        relay.bell.notify_waiters();
        relay.answered.notify_waiters();
    }
}

impl Transport for RelayTransport {
    fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<Option<Inbound>> {
        let mut state = self.0.state();
        if state.phase == Phase::Left {
            return Poll::Ready(None);
        }
        if let Some(text) = state.up.pop_front() {
            state.alive = false;
            return Poll::Ready(Some(Inbound::Text(text)));
        }
        // The link asks for more: it has handled everything that was put in.
        if !std::mem::replace(&mut state.drained, true) {
            self.0.answered.notify_waiters();
        }
        if std::mem::take(&mut state.alive) {
            return Poll::Ready(Some(Inbound::Alive));
        }
        state.link = Some(cx.waker().clone());
        Poll::Pending
    }

    fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        let mut state = self.0.state();
        if state.phase == Phase::Left {
            return Poll::Ready(Err(Gone));
        }
        if state.has_room(self.0.room) {
            return Poll::Ready(Ok(()));
        }
        state.link = Some(cx.waker().clone());
        Poll::Pending
    }

    fn put(&mut self, frame: Frame) {
        self.place(&frame);
    }

    fn ping(&mut self) {
        // A client that polls shows that it is alive by asking.
        if self.0.kind == Kind::Stream {
            self.0.state().pings = true;
            self.0.bell.notify_waiters();
        }
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        Poll::Ready(Ok(()))
    }

    fn address(&self) -> Option<IpAddr> {
        self.1
    }

    async fn close(self, _: Close) {}
}

impl Drop for RelayTransport {
    fn drop(&mut self) {
        self.0.state().phase = Phase::Ended;
        self.0.bell.notify_waiters();
        self.0.answered.notify_waiters();
    }
}

impl State {
    fn welcome(&mut self, head: &Head<'_>) {
        let text = |text: &Option<Cow<'_, str>>| text.clone().unwrap_or_default().into_owned();
        self.known = Some(Known {
            session_id: text(&head.session_id),
            log_epoch: text(&head.log_epoch),
            identity: head.identity.as_ref().map_or_else(
                || (String::new(), None),
                |identity| (identity.kind.clone(), identity.id.clone()),
            ),
        });
    }

    /// Notes that something expected was answered; whether it is an answer for the request at work.
    fn settles(&mut self, head: &Head<'_>) -> bool {
        let Some(expected) = &mut self.expected else { return false };
        match &*head.r#type {
            // After a pause the client repeats its sends: these get no answer.
            "paused" => expected.retain(|one| !matches!(one, Expected::Send(_))),
            "accepted" | "refused" => {
                expected.retain(|one| {
                    !matches!((one, &head.client_message_id),
                    (Expected::Send(id), Some(answered)) if id == answered)
                });
            }
            "page" | "error" => {
                expected.retain(|one| {
                    !matches!((one, &head.request_id),
                    (Expected::Page(id), Some(answered)) if id == answered)
                });
            }
            _ => {}
        }
        head.is_answer()
    }
}
