//! The async shell around a session: carries its requests out, writes its frames, reads on only when it may.
//!
//! A peer that does not read holds only this task. What waits for it is bounded in the mailbox; what does not fit is
//! read from the log later, or the link is declared behind.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use bytestring::ByteString;
use futures_util::StreamExt;
use futures_util::stream::{FuturesOrdered, FuturesUnordered};
use serde_json::value::RawValue;

use super::entry_frame::{self, Reader};
use super::frames::Frame;
use super::hub::{Hub, Registered};
use super::item::Item;
use super::open;
use super::presence::{Place, Typing};
use super::requests::{Opened, Request};
use super::session::{Close, Session};
use crate::clock::Tick;
use crate::domain::conversations::entries::{self, Range};
use crate::domain::conversations::replay::{self, Missed};
use crate::domain::conversations::store::{self, Reach};
use crate::domain::widgets::store as widgets;
use crate::events::{Actor, ActorKind, LogPosition};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::authenticate::Viewer;
use crate::flows::post_message::{Posted, post_message};
use crate::flows::record_progress::record_progress;
use crate::ids::{ConversationId, VisitorId};
use crate::storage::Lane;

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

/// One way of carrying frames. `receive` must be safe to drop half-way.
pub trait Transport {
    /// The next message; `None` once the peer is gone.
    fn receive(&mut self) -> impl Future<Output = Option<Inbound>>;
    /// Writes a frame; waits while the peer reads slowly.
    fn write(&mut self, frame: Frame) -> impl Future<Output = Result<(), Gone>>;
    /// Asks for a sign of life.
    fn ping(&mut self) -> impl Future<Output = Result<(), Gone>>;
    /// Says goodbye.
    fn close(self, close: Close) -> impl Future<Output = ()>;
}

/// An answer of the world, on its way back to the session.
enum Answer {
    Opened(Result<(Opened, Registered), Fault>),
    Sent(String, Lane, Result<Posted, Fault>),
    Fetched(String, Result<(Vec<Box<RawValue>>, bool), Fault>),
    Read(Result<Vec<Item>, Fault>),
    Missed(LogPosition, Result<Missed, Fault>),
    Nothing,
}

type Job = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// Who is at the other end, once known.
struct Known {
    actor: Actor,
    reach: Option<Reach>,
    name: Option<String>,
    registered: Registered,
}

/// One connection at work.
struct Link {
    desk: Desk,
    hub: Arc<Hub>,
    session: Session,
    known: Option<Known>,
    jobs: FuturesUnordered<Job>,
    /// Answered in the order of the sends, as the writer takes them.
    sends: FuturesOrdered<Job>,
    was_stuck: bool,
}

/// Serves one connection until it ends.
pub async fn serve<T: Transport>(desk: Desk, hub: Arc<Hub>, mut transport: T) {
    let meta = desk.db.meta();
    let session = Session::new(
        Arc::clone(&hub.limits),
        meta.log_epoch.as_str().into(),
        meta.digest_key,
        desk.clock.tick(),
    );
    let mut link = Link {
        desk,
        hub,
        session,
        known: None,
        jobs: FuturesUnordered::new(),
        sends: FuturesOrdered::new(),
        was_stuck: false,
    };
    let close = link.run(&mut transport).await;
    let last_marks = link.leave();
    if let Some(close) = close {
        transport.close(close).await;
    }
    last_marks.await;
}

impl Link {
    /// Runs until the session closes the link (`Some`) or the peer is gone (`None`).
    async fn run<T: Transport>(&mut self, transport: &mut T) -> Option<Close> {
        let mut asleep_until = Tick(0);
        let mut sleep = self.desk.clock.sleep_until(asleep_until);
        loop {
            self.take_requests(transport).await.ok()?;
            self.write_frames(transport).await.ok()?;
            if let Some(close) = self.session.closing() {
                return Some(close);
            }
            let now = self.desk.clock.tick();
            let deadline = self.session.next_deadline(now);
            if deadline != asleep_until {
                asleep_until = deadline;
                sleep = self.desk.clock.sleep_until(deadline);
            }
            let mailbox = self.known.as_ref().map(|known| Arc::clone(&known.registered.mailbox));
            let bell = async {
                match &mailbox {
                    Some(mailbox) => mailbox.bell.notified().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                biased;
                Some(answer) = self.sends.next(), if !self.sends.is_empty() => self.answer(answer),
                Some(answer) = self.jobs.next(), if !self.jobs.is_empty() => self.answer(answer),
                () = bell => self.open_mailbox(),
                inbound = transport.receive(), if self.session.wants_input() => self.inbound(inbound?),
                () = &mut sleep => {
                    asleep_until = Tick(0);
                    self.session.tick(self.desk.clock.tick());
                }
            }
        }
    }

    fn inbound(&mut self, inbound: Inbound) {
        let now = self.desk.clock.tick();
        if let Some(known) = &self.known {
            known.registered.heard_at.store(now.0, Ordering::Relaxed);
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
        let tail = self.hub.tail();
        let mail = known.registered.mailbox.take();
        let tail = if mail.overflowed { self.hub.tail() } else { tail };
        let stuck = std::mem::take(&mut self.was_stuck);
        self.session.mail(mail, tail, stuck, self.desk.clock.tick());
    }

    /// Writes what is due. A peer that reads nothing is given up: at once when it was silent for too long, and a while
    /// after its mailbox overflowed.
    async fn write_frames<T: Transport>(&mut self, transport: &mut T) -> Result<(), Gone> {
        while let Some(frame) = self.session.next_frame() {
            let clock = Arc::clone(&self.desk.clock);
            let started = clock.tick();
            let limits = &self.hub.limits;
            let mailbox = self.known.as_ref().map(|known| Arc::clone(&known.registered.mailbox));
            let overflow = async {
                match &mailbox {
                    Some(mailbox) => mailbox.overflow.notified().await,
                    None => std::future::pending().await,
                }
                clock.sleep_until(clock.tick().plus(limits.behind_close_after)).await;
            };
            tokio::select! {
                biased;
                written = transport.write(frame) => written?,
                () = overflow => return Err(Gone),
                () = clock.sleep_until(started.plus(limits.dead_after)) => return Err(Gone),
            }
            self.was_stuck |= clock.tick().since(started) >= STUCK;
        }
        Ok(())
    }

    async fn take_requests<T: Transport>(&mut self, transport: &mut T) -> Result<(), Gone> {
        while let Some(request) = self.session.next_request() {
            if matches!(request, Request::Ping) {
                transport.ping().await?;
            } else {
                self.request(request);
            }
        }
        Ok(())
    }

    fn request(&mut self, request: Request) {
        let job: Job = match request {
            Request::Open(hello) => {
                let (desk, hub) = (self.desk.clone(), Arc::clone(&self.hub));
                Box::pin(async move { Answer::Opened(open::open(&desk, &hub, hello).await) })
            }
            Request::Send { client_message_id, post, lane } => {
                if let Err(wait) = self.hub.admit_send(post.sender.actor()) {
                    let now = self.desk.clock.tick();
                    return self.session.over_hard_cap(&client_message_id, wait, now);
                }
                // Queued here and now, so that sends of one link are stored in their order.
                let queued = self.desk.db.submit_in(&lane, move |unit| post_message(unit, &post));
                return self.sends.push_back(Box::pin(async move {
                    let answer = match queued {
                        Ok(pending) => pending.await,
                        Err(fault) => Err(fault),
                    };
                    Answer::Sent(client_message_id, lane, answer)
                }));
            }
            Request::Fetch { request_id, conversation, range, limit } => {
                let Some(known) = &self.known else { return };
                let (db, reach, reader) = (self.desk.db.clone(), known.reach, Reader::of(known.actor));
                let bytes = self.hub.limits.frame_bytes;
                Box::pin(async move {
                    let page =
                        db.read(move |conn| fetch(conn, conversation, reach, reader, range, limit, bytes));
                    Answer::Fetched(request_id, page.await)
                })
            }
            Request::Read(positions) => {
                let db = self.desk.db.clone();
                Box::pin(async move {
                    let rows = db.read(move |conn| Ok(replay::rows(conn, &positions)?)).await;
                    Answer::Read(rows.map(|rows| rows.into_iter().map(Item::new).collect()))
                })
            }
            Request::Missed(after, until) => {
                let Some(known) = &self.known else { return };
                let (db, reach, most) = (self.desk.db.clone(), known.reach, self.hub.limits.replay_entries);
                Box::pin(async move {
                    let found = db.read(move |conn| Ok(replay::missed(conn, reach, after, until, most)?));
                    Answer::Missed(until, found.await)
                })
            }
            Request::Await(position) => {
                let Some(known) = &self.known else { return };
                if self.hub.await_tail(position, &known.registered.mailbox) {
                    known.registered.mailbox.ring();
                }
                return;
            }
            Request::Progress(marks) => self.keep_progress(marks),
            Request::Typing(conversation, active, preview) => self.tell_typing(conversation, active, preview),
            Request::Viewing(conversation) => self.tell_viewing(conversation),
            Request::Ping => return,
        };
        self.jobs.push(job);
    }

    fn answer(&mut self, answer: Answer) {
        let now = self.desk.clock.tick();
        match answer {
            Answer::Opened(Ok((opened, registered))) => {
                self.meet(&opened, registered);
                self.session.opened(Ok(opened), now);
                self.open_mailbox();
            }
            Answer::Opened(Err(fault)) => self.session.opened(Err(fault), now),
            Answer::Sent(id, lane, posted) => self.session.sent(&id, &lane, posted, now),
            Answer::Fetched(id, page) => self.session.fetched(&id, page, now),
            Answer::Read(items) => self.session.read(items, now),
            Answer::Missed(until, missed) => self.session.missed(missed, until, now),
            Answer::Nothing => {}
        }
    }

    fn meet(&mut self, opened: &Opened, registered: Registered) {
        let actor = opened.viewer.actor();
        let (name, availability) = match &opened.viewer {
            Viewer::Agent { agent, .. } => (Some(agent.name.clone()), Some(agent.availability)),
            Viewer::Visitor { .. } => (None, None),
        };
        if registered.is_first {
            self.hub.came_or_went(actor, true, availability);
        }
        self.known = Some(Known { actor, reach: opened.viewer.reach(), name, registered });
    }

    /// Takes the link out of the hub. What is left to do: a page that is closed says last what was read, which is kept
    /// although nobody waits for it.
    fn leave(&mut self) -> Job {
        let marks = self.session.take_marks();
        let left =
            if marks.is_empty() { Box::pin(async { Answer::Nothing }) } else { self.keep_progress(marks) };
        let Some(Known { actor, registered, .. }) = self.known.take() else { return left };
        self.hub.view(registered.id, None);
        drop(registered);
        if !self.hub.is_online(actor) {
            self.hub.came_or_went(actor, false, None);
        }
        left
    }

    fn keep_progress(
        &self,
        marks: Vec<(ConversationId, crate::domain::conversations::progress::Marks)>,
    ) -> Job {
        let Some(known) = &self.known else { return Box::pin(async { Answer::Nothing }) };
        let (db, hub) = (self.desk.db.clone(), Arc::clone(&self.hub));
        let (actor, reach, from) = (known.actor, known.reach, known.registered.id);
        Box::pin(async move {
            let kept = db.write(move |unit| record_progress(unit, actor, reach, &marks)).await;
            for moved in kept.unwrap_or_default() {
                let place =
                    Place { conversation: moved.conversation, owner: moved.owner, agent: moved.agent };
                hub.progressed(place, actor, moved.marks, Some(from));
            }
            Answer::Nothing
        })
    }

    fn tell_typing(&self, conversation: ConversationId, active: bool, preview: Option<String>) -> Job {
        let Some(known) = &self.known else { return Box::pin(async { Answer::Nothing }) };
        let (db, hub) = (self.desk.db.clone(), Arc::clone(&self.hub));
        let (actor, reach, from, name) = (known.actor, known.reach, known.registered.id, known.name.clone());
        Box::pin(async move {
            let told = db.read(move |conn| {
                let place = place(conn, conversation, reach)?;
                // Only a visitor's words, and only where his widget has told him so.
                let told = actor.kind == ActorKind::Visitor
                    && preview.is_some()
                    && widgets::shows_typing(conn, VisitorId(actor.id))?;
                Ok((place, preview.filter(|_| told && active)))
            });
            if let Ok((place, preview)) = told.await {
                let typing = Typing { actor, name: name.as_deref(), active, preview: preview.as_deref() };
                hub.typing(place, &typing, Some(from));
            }
            Answer::Nothing
        })
    }

    fn tell_viewing(&self, conversation: Option<ConversationId>) -> Job {
        let Some(known) = &self.known else { return Box::pin(async { Answer::Nothing }) };
        let (db, hub) = (self.desk.db.clone(), Arc::clone(&self.hub));
        let (reach, from) = (known.reach, known.registered.id);
        Box::pin(async move {
            let place = match conversation {
                Some(id) => db.read(move |conn| place(conn, id, reach)).await.ok(),
                None => None,
            };
            hub.view(from, place);
            Answer::Nothing
        })
    }
}

/// A conversation within reach, as presence needs to know it.
fn place(conn: &rusqlite::Connection, id: ConversationId, reach: Option<Reach>) -> Result<Place, Fault> {
    let head = store::find(conn, id)?
        .filter(|head| reach.is_none_or(|reach| reach.covers(head.contact, head.visitor)))
        .ok_or_else(Fault::not_found)?;
    Ok(Place { conversation: id, owner: (head.contact, head.visitor), agent: head.agent })
}

/// A page of entries within reach, cut to a frame's size on the side away from where it was asked.
pub fn fetch(
    conn: &rusqlite::Connection,
    id: ConversationId,
    reach: Option<Reach>,
    reader: Reader,
    range: Range,
    limit: usize,
    bytes_max: usize,
) -> Result<(Vec<Box<RawValue>>, bool), Fault> {
    place(conn, id, reach)?;
    let (rows, mut more) = entries::page(conn, id, range, limit)?;
    let mut encoded: Vec<Box<RawValue>> =
        rows.iter().filter_map(|row| entry_frame::encode(row, reader)).collect();
    // Room for the frame around them.
    let room = bytes_max.saturating_sub(512);
    let mut size: usize = encoded.iter().map(|entry| entry.get().len() + 1).sum();
    while size > room && encoded.len() > 1 {
        let cut = if range.after.is_some() { encoded.pop() } else { Some(encoded.remove(0)) };
        size -= cut.map_or(0, |entry| entry.get().len() + 1);
        more = true;
    }
    Ok((encoded, more))
}
