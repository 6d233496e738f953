//! The async shell around a session: carries its requests out, writes its frames, reads on only when it may.
//!
//! A peer that does not read holds only this task. What waits for it is bounded in the mailbox; what does not fit is
//! read from the log later, or the link is declared behind. A link at rest is one small future: what is rare, a peer that
//! reads slowly among it, is allocated when it happens.

mod work;

use std::future::{Future, ready};
use std::mem;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytestring::ByteString;
use tokio::sync::Semaphore;

use super::alarms::Alarm;
use super::frames::Frame;
use super::hub::{Hub, Registered};
use super::limits::Limits;
use super::requests::Request;
use super::session::{Close, Session, Terms};
use crate::clock::Tick;
use crate::flows::Desk;
use work::{Answer, Jobs};
pub use work::{fetch, place};

/// A peer that took nothing for this long is stuck.
const STUCK: Duration = Duration::from_secs(1);

/// What a transport received.
#[derive(Debug)]
pub enum Inbound {
    /// A message of text.
    Text(ByteString),
    /// A message of something else.
    Binary,
    /// A PONG or another sign of life.
    Alive,
    /// The framing is broken, or a frame too large.
    Broken(Close),
}

/// The peer is gone.
#[derive(Debug, Clone, Copy)]
pub struct Gone;

/// One way of carrying frames. What is pending wakes the task to ask again; all calls come from the same task.
pub trait Transport {
    /// The next message; `None` once the peer is gone.
    fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<Option<Inbound>>;
    /// Ready once there is room for a frame; pending while the peer reads slowly.
    fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>>;
    /// Takes a frame, after there was room for it.
    fn put(&mut self, frame: Frame);
    /// Sends a PING.
    fn ping(&mut self);
    /// Ready once everything that was taken is on its way.
    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>>;
    /// Address of the client, if the transport knows it.
    fn address(&self) -> Option<IpAddr> {
        None
    }
    /// Closes the connection with a code.
    fn close(self, close: Close) -> impl Future<Output = ()>;
}

/// What every link shares: the desk, the hub, the terms.
#[derive(Debug)]
pub struct LinkContext {
    desk: Desk,
    hub: Arc<Hub>,
    terms: Arc<Terms>,
    /// Limits concurrent hellos. When thousands reconnect within a second, they wait here: the queue of reads does not
    /// overflow, and links that are open already do not wait behind them.
    openings: Semaphore,
}

impl LinkContext {
    /// The context of the links of one desk.
    #[must_use]
    pub fn new(desk: Desk, hub: Arc<Hub>) -> Arc<Self> {
        let meta = desk.db.meta();
        let terms = Terms {
            limits: Arc::clone(&hub.limits),
            log_epoch: meta.log_epoch.as_str().into(),
            digest_key: meta.digest_key,
        };
        let openings = Semaphore::new(hub.limits.openings);
        Arc::new(Self { desk, hub, terms: Arc::new(terms), openings })
    }

    /// The bounds of every link.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.hub.limits
    }
}

/// A peer that does not take everything at once.
struct Slow {
    since: Tick,
    /// Ends when the peer was silent for too long.
    silent: Pin<Box<dyn Future<Output = ()> + Send>>,
    /// Ends when the peer was behind for too long; set once its mailbox overflowed.
    behind: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
}

/// Something that happened to a link.
enum Event {
    Answered(Answer),
    Mail,
    Received(Option<Inbound>),
    Time,
}

/// One connection at work.
struct Link<T> {
    context: Arc<LinkContext>,
    session: Session,
    transport: T,
    /// Its registration in the hub, once the viewer is known.
    registered: Option<Registered>,
    jobs: Option<Box<Jobs>>,
    /// Only while the peer does not take everything at once.
    slow: Option<Box<Slow>>,
    alarm: Alarm,
    was_stuck: bool,
}

/// A running link. A future written by hand: the compiler's for an async function takes half as much memory again per link.
enum Serving<T> {
    Running(Link<T>),
    Ending(Pin<Box<dyn Future<Output = ()>>>),
}

/// Serves one connection until it ends.
pub fn serve<T: Transport + Unpin + 'static>(
    context: Arc<LinkContext>,
    transport: T,
) -> impl Future<Output = ()> {
    Serving::Running(Link {
        session: Session::new(Arc::clone(&context.terms), context.desk.clock.tick()),
        transport,
        registered: None,
        jobs: None,
        slow: None,
        alarm: Alarm::default(),
        was_stuck: false,
        context,
    })
}

impl<T: Transport + Unpin + 'static> Future for Serving<T> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if let Self::Running(link) = &mut *self {
            let close = ready!(link.poll_run(cx));
            let ended = mem::replace(&mut *self, Self::Ending(Box::pin(ready(()))));
            if let Self::Running(link) = ended {
                self.set(Self::Ending(Box::pin(link.end(close))));
            }
        }
        match &mut *self {
            Self::Running(_) => Poll::Pending,
            Self::Ending(ending) => ending.as_mut().poll(cx),
        }
    }
}

impl<T: Transport> Link<T> {
    /// Runs until the session closes the link (`Some`) or the peer is gone (`None`).
    fn poll_run(&mut self, cx: &mut Context<'_>) -> Poll<Option<Close>> {
        loop {
            self.take_requests();
            if let Err(Gone) = ready!(self.poll_write(cx)) {
                return Poll::Ready(None);
            }
            if let Some(close) = self.session.closing() {
                return Poll::Ready(Some(close));
            }
            match ready!(self.poll_event(cx)) {
                Event::Answered(answer) => self.answer(answer),
                Event::Mail => self.open_mailbox(),
                Event::Received(Some(inbound)) => self.received(inbound),
                Event::Received(None) => {
                    self.note_life();
                    return Poll::Ready(None);
                }
                Event::Time => self.session.tick(self.context.desk.clock.tick()),
            }
        }
    }

    /// The next thing that happens, in order of importance.
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        let mut awaited = None;
        if let Some(jobs) = &mut self.jobs {
            let answer = jobs.poll_next(cx);
            if let Poll::Ready(Some(answer)) = answer {
                return Poll::Ready(Event::Answered(answer));
            }
            awaited = jobs.take_awaited();
            self.jobs.take_if(|_| answer.is_ready());
        }
        if let Some(registered) = &self.registered {
            let link = registered.link();
            let is_published = awaited.is_some_and(|position| self.context.hub.await_tail(position, link));
            if link.mailbox.poll_bell(cx).is_ready() || is_published {
                return Poll::Ready(Event::Mail);
            }
        }
        if self.session.wants_input()
            && let Poll::Ready(inbound) = self.transport.poll_receive(cx)
        {
            return Poll::Ready(Event::Received(inbound));
        }
        let now = self.context.desk.clock.tick();
        let deadline = self.session.next_deadline(now);
        self.alarm.poll(&self.context.hub.alarms, deadline, now, cx).map(|()| Event::Time)
    }

    fn received(&mut self, inbound: Inbound) {
        let now = self.note_life();
        match inbound {
            Inbound::Text(text) => self.session.handle(&text, now),
            Inbound::Binary => self.session.handle_binary(now),
            Inbound::Alive => self.session.heard(now),
            Inbound::Broken(close) => self.session.broken(close),
        }
    }

    /// The peer gave a sign of life, be it that it closes.
    fn note_life(&self) -> Tick {
        let now = self.context.desk.clock.tick();
        if let Some(registered) = &self.registered {
            registered.link().heard(now);
        }
        now
    }

    fn open_mailbox(&mut self) {
        let Some(registered) = &self.registered else { return };
        // The tail is read first: what it covers is in the mailbox already.
        let hub = &self.context.hub;
        let tail = hub.tail();
        let mail = registered.link().mailbox.take();
        let tail = if mail.overflowed { hub.tail() } else { tail };
        if !mail.rows.is_empty() {
            hub.lists.ring();
            hub.walls.ring();
        }
        let stuck = mem::take(&mut self.was_stuck);
        self.session.mail(mail, tail, stuck, self.context.desk.clock.tick());
    }

    /// Writes the frames that are ready.
    fn poll_write(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        loop {
            match self.poll_write_one(cx) {
                Poll::Pending => return self.poll_slow(cx),
                Poll::Ready(Err(gone)) => return Poll::Ready(Err(gone)),
                Poll::Ready(Ok(more)) => {
                    if let Some(slow) = self.slow.take() {
                        self.was_stuck |= self.context.desk.clock.tick().since(slow.since) >= STUCK;
                    }
                    if !more {
                        return Poll::Ready(Ok(()));
                    }
                }
            }
        }
    }

    /// Writes one frame; `false` once everything is on its way.
    fn poll_write_one(&mut self, cx: &mut Context<'_>) -> Poll<Result<bool, Gone>> {
        if !self.session.has_frames() {
            return self.transport.poll_flush(cx).map_ok(|()| false);
        }
        ready!(self.transport.poll_room(cx))?;
        if let Some(frame) = self.session.next_frame() {
            self.transport.put(frame);
        }
        Poll::Ready(Ok(true))
    }

    /// Handles a peer that reads slowly. One that reads nothing is given up: at once when it was silent for too
    /// long, and a while after its mailbox overflowed.
    fn poll_slow(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        let (clock, limits) = (&self.context.desk.clock, &self.context.hub.limits);
        let since = clock.tick();
        let slow = self.slow.get_or_insert_with(|| {
            let silent = clock.sleep_until(since.plus(limits.dead_after));
            Box::new(Slow { since, silent, behind: None })
        });
        if let Some(registered) = &self.registered
            && registered.link().mailbox.poll_overflow(cx).is_ready()
        {
            let until = clock.tick().plus(limits.behind_close_after);
            let behind = slow.behind.get_or_insert_with(|| clock.sleep_until(until));
            if behind.as_mut().poll(cx).is_ready() {
                return Poll::Ready(Err(Gone));
            }
        }
        slow.silent.as_mut().poll(cx).map(|()| Err(Gone))
    }

    fn take_requests(&mut self) {
        while let Some(request) = self.session.next_request() {
            if matches!(request, Request::Ping) {
                self.transport.ping();
            } else {
                self.request(request);
            }
        }
    }

    /// Ends the link: leaves the hub first, then closes. Remaining requests still run: a closing page reports last what was
    /// read, and that is stored although nobody waits for the answer.
    async fn end(mut self, close: Option<Close>) {
        self.alarm.cancel(&self.context.hub.alarms);
        let marks = self.session.take_marks();
        let last_marks = if marks.is_empty() { None } else { self.keep_progress(marks) };
        self.leave();
        if let Some(close) = close {
            self.transport.close(close).await;
        }
        if let Some(last_marks) = last_marks {
            last_marks.await;
        }
    }

    fn leave(&mut self) {
        let Some(registered) = self.registered.take() else { return };
        let hub = &self.context.hub;
        let actor = registered.link().actor();
        hub.view(registered.link(), None, false);
        drop(registered);
        if !hub.is_online(actor) {
            hub.came_or_went(actor, false, None);
        }
    }
}
