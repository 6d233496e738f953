//! The async shell around a session: carries its requests out, writes its frames, reads on only when it may.
//!
//! A peer that does not read holds only this task. What waits for it is bounded in the mailbox; what does not fit is
//! read from the log later, or the link is declared behind. A link at rest is one small future: what is rare, a peer that
//! reads slowly among it, is allocated when it happens.

mod work;

use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytestring::ByteString;

use super::alarms::Alarm;
use super::frames::Frame;
use super::hub::{Hub, Registered};
use super::limits::Limits;
use super::requests::Request;
use super::session::{Close, Session, Terms};
use crate::domain::conversations::store::Reach;
use crate::flows::Desk;
pub use work::fetch;
use work::{Answer, Job, Jobs};

/// A peer that took nothing for this long is stuck.
const STUCK: Duration = Duration::from_secs(1);

/// What a transport brings.
#[derive(Debug)]
pub enum Inbound {
    /// A message of text.
    Text(ByteString),
    /// A message of something else.
    Binary,
    /// A sign of life.
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
    /// Asks for a sign of life.
    fn ping(&mut self);
    /// Ready once everything that was taken is on its way.
    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>>;
    /// Says goodbye.
    fn close(self, close: Close) -> impl Future<Output = ()>;
}

/// What links are served from, the same for all of them.
#[derive(Debug)]
pub struct World {
    desk: Desk,
    hub: Arc<Hub>,
    terms: Arc<Terms>,
}

impl World {
    /// The world of one desk.
    #[must_use]
    pub fn new(desk: Desk, hub: Arc<Hub>) -> Arc<Self> {
        let meta = desk.db.meta();
        let terms = Terms {
            limits: Arc::clone(&hub.limits),
            log_epoch: meta.log_epoch.as_str().into(),
            digest_key: meta.digest_key,
        };
        Arc::new(Self { desk, hub, terms: Arc::new(terms) })
    }

    /// The bounds of every link.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.hub.limits
    }
}

/// Who is at the other end, once known.
struct Known {
    registered: Registered,
    reach: Option<Reach>,
    /// An agent's.
    name: Option<Box<str>>,
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
    world: Arc<World>,
    session: Session,
    transport: T,
    known: Option<Known>,
    jobs: Option<Box<Jobs>>,
    alarm: Alarm,
    was_stuck: bool,
}

/// Serves one connection until it ends.
pub async fn serve<T: Transport>(world: Arc<World>, transport: T) {
    let mut link = Link {
        session: Session::new(Arc::clone(&world.terms), world.desk.clock.tick()),
        transport,
        known: None,
        jobs: None,
        alarm: Alarm::new(&world.hub.alarms),
        was_stuck: false,
        world,
    };
    let close = link.run().await;
    Box::pin(link.end(close)).await;
}

impl<T: Transport> Link<T> {
    /// Runs until the session closes the link (`Some`) or the peer is gone (`None`).
    async fn run(&mut self) -> Option<Close> {
        loop {
            self.take_requests();
            match poll_fn(|cx| Poll::Ready(self.poll_write(cx))).await {
                Poll::Ready(written) => written.ok()?,
                Poll::Pending => Box::pin(self.write_slowly()).await.ok()?,
            }
            if let Some(close) = self.session.closing() {
                return Some(close);
            }
            match poll_fn(|cx| self.poll_event(cx)).await {
                Event::Answered(answer) => self.answer(answer),
                Event::Mail => self.open_mailbox(),
                Event::Received(inbound) => self.received(inbound?),
                Event::Time => self.session.tick(self.world.desk.clock.tick()),
            }
        }
    }

    /// The next thing that happens, in order of importance.
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        if let Some(jobs) = &mut self.jobs {
            match jobs.poll_next(cx) {
                Poll::Ready(Some(answer)) => return Poll::Ready(Event::Answered(answer)),
                Poll::Ready(None) => self.jobs = None,
                Poll::Pending => {}
            }
        }
        if let Some(known) = &self.known
            && known.registered.link().mailbox.poll_bell(cx).is_ready()
        {
            return Poll::Ready(Event::Mail);
        }
        if self.session.wants_input()
            && let Poll::Ready(inbound) = self.transport.poll_receive(cx)
        {
            return Poll::Ready(Event::Received(inbound));
        }
        let now = self.world.desk.clock.tick();
        self.alarm.poll(self.session.next_deadline(now), now, cx).map(|()| Event::Time)
    }

    fn received(&mut self, inbound: Inbound) {
        let now = self.world.desk.clock.tick();
        if let Some(known) = &self.known {
            known.registered.link().heard(now);
        }
        match inbound {
            Inbound::Text(text) => self.session.handle(&text, now),
            Inbound::Binary => self.session.handle_binary(now),
            Inbound::Alive => self.session.heard(now),
            Inbound::Broken(close) => self.session.broken(close),
        }
    }

    fn open_mailbox(&mut self) {
        let Some(known) = &self.known else { return };
        // The tail is read first: what it covers is in the mailbox already.
        let hub = &self.world.hub;
        let tail = hub.tail();
        let mail = known.registered.link().mailbox.take();
        let tail = if mail.overflowed { hub.tail() } else { tail };
        let stuck = std::mem::take(&mut self.was_stuck);
        self.session.mail(mail, tail, stuck, self.world.desk.clock.tick());
    }

    /// Writes what is due as long as the peer takes it at once.
    fn poll_write(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        while ready!(self.poll_write_one(cx))? {}
        Poll::Ready(Ok(()))
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

    /// Writes to a peer that does not take everything at once. One that reads nothing is given up: at once when it was
    /// silent for too long, and a while after its mailbox overflowed.
    async fn write_slowly(&mut self) -> Result<(), Gone> {
        let clock = Arc::clone(&self.world.desk.clock);
        let limits = Arc::clone(&self.world.hub.limits);
        let mut more = true;
        while more {
            let started = clock.tick();
            let mut silent = clock.sleep_until(started.plus(limits.dead_after));
            let mut behind = None;
            more = poll_fn(|cx| {
                if let Poll::Ready(written) = self.poll_write_one(cx) {
                    return Poll::Ready(written);
                }
                if self.poll_overflow(cx).is_ready() {
                    let behind = behind.get_or_insert_with(|| {
                        clock.sleep_until(clock.tick().plus(limits.behind_close_after))
                    });
                    if behind.as_mut().poll(cx).is_ready() {
                        return Poll::Ready(Err(Gone));
                    }
                }
                silent.as_mut().poll(cx).map(|()| Err(Gone))
            })
            .await?;
            self.was_stuck |= clock.tick().since(started) >= STUCK;
        }
        Ok(())
    }

    fn poll_overflow(&self, cx: &Context<'_>) -> Poll<()> {
        let known = self.known.as_ref();
        known.map_or(Poll::Pending, |known| known.registered.link().mailbox.poll_overflow(cx))
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

    /// Ends the link: out of the hub first, then goodbye. What is left to do: a page that is closed says last what was
    /// read, which is kept although nobody waits for it.
    async fn end(mut self, close: Option<Close>) {
        let last_marks = self.last_marks();
        self.leave();
        if let Some(close) = close {
            self.transport.close(close).await;
        }
        if let Some(last_marks) = last_marks {
            last_marks.await;
        }
    }

    fn last_marks(&mut self) -> Option<Job> {
        let marks = self.session.take_marks();
        if marks.is_empty() { None } else { self.keep_progress(marks) }
    }

    fn leave(&mut self) {
        let Some(Known { registered, .. }) = self.known.take() else { return };
        let hub = &self.world.hub;
        let (id, actor) = (registered.link().id, registered.link().actor);
        hub.view(id, None);
        drop(registered);
        if !hub.is_online(actor) {
            hub.came_or_went(actor, false, None);
        }
    }
}
