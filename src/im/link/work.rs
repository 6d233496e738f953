//! Requests of a link and their answers: reads, writes, and telling other links.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use serde_json::value::RawValue;

use super::{Link, Transport};
use crate::domain::access::rights::Right;
use crate::domain::access::store as agents;
use crate::domain::blocks::{blocked, store as blocks};
use crate::domain::conversations::entries::{self, Range};
use crate::domain::conversations::read_marks::Marks;
use crate::domain::conversations::replay::{self, Missed};
use crate::domain::conversations::{scope, store};
use crate::domain::widgets::store as widgets;
use crate::events::{ActorKind, LogPosition};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::access::authenticate::Viewer;
use crate::flows::conversations::post_message::{Post, Posted, post_message};
use crate::flows::conversations::record_progress::record_progress;
use crate::ids::{AgentId, ConversationId, VisitorId};
use crate::im::entry_frame::{self, Reader};
use crate::im::hub::Entry;
use crate::im::item::Item;
use crate::im::open;
use crate::im::presence::{Place, Typing};
use crate::im::requests::{Opened, Request};
use crate::im::spending::SpentOut;
use crate::storage::{Lane, Pending};

/// An answer on its way back to the session.
pub(super) enum Answer {
    Opened(Box<Result<(Opened, Entry), Fault>>),
    Sent(String, Lane, Result<Posted, Fault>),
    Fetched(String, Result<(Vec<Box<RawValue>>, bool), Fault>),
    Read(Result<Vec<Item>, Fault>),
    Missed(LogPosition, Result<Missed, Fault>),
    Nothing,
}

pub(super) type Job = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// A send in the writer's queue, or one that found no room there.
struct Sent {
    client_message_id: String,
    lane: Lane,
    queued: Result<Pending<Posted>, Fault>,
}

impl Sent {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Posted, Fault>> {
        match &mut self.queued {
            Ok(pending) => Pin::new(pending).poll(cx),
            Err(fault) => Poll::Ready(Err(fault.clone())),
        }
    }
}

/// Requests in progress for one link.
#[derive(Default)]
pub(super) struct Jobs {
    /// Answered in the order of the sends, as the writer takes them: only the first is waited for.
    sends: VecDeque<Sent>,
    others: FuturesUnordered<Job>,
    /// The mailbox is to ring once everything up to here is published.
    awaited: Option<LogPosition>,
}

impl Jobs {
    /// The next answer; `None` once nothing is under way.
    pub(super) fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Answer>> {
        if let Some(first) = self.sends.front_mut()
            && let Poll::Ready(posted) = first.poll(cx)
        {
            let answer = |sent: Sent| Answer::Sent(sent.client_message_id, sent.lane, posted);
            return Poll::Ready(self.sends.pop_front().map(answer));
        }
        match self.others.poll_next_unpin(cx) {
            // Other requests may be in progress even if these are empty.
            Poll::Ready(None) if !self.sends.is_empty() => Poll::Pending,
            other => other,
        }
    }

    /// Up to where publishing is awaited; asked once for all answers that were there, as it takes the hub's lock.
    pub(super) fn take_awaited(&mut self) -> Option<LogPosition> {
        self.awaited.take()
    }
}

impl<T: Transport> Link<T> {
    pub(super) fn request(&mut self, request: Request) {
        let job: Job = match request {
            Request::Open(hello) => {
                let context = Arc::clone(&self.context);
                Box::pin(async move {
                    // Never closed, so that there is always a turn to wait for.
                    let _turn = context.openings.acquire().await;
                    Answer::Opened(Box::new(open::open(&context.desk, &context.hub, hello).await))
                })
            }
            Request::Send { client_message_id, post, lane } => {
                let Some(registered) = &self.registered else { return };
                if registered.link().actor().kind == ActorKind::Visitor && self.is_from_blocked_address() {
                    let now = self.context.desk.clock.tick();
                    return self.session.sent(&client_message_id, &lane, Err(blocked()), now);
                }
                let admitted =
                    self.context.hub.admit_send(registered.link()).and_then(|()| self.spend(&post));
                if let Err(wait) = admitted {
                    let now = self.context.desk.clock.tick();
                    return self.session.over_hard_cap(&client_message_id, wait, now);
                }
                self.note_touch();
                // Queued here and now, so that sends of one link are stored in their order.
                let caller = registered.link().caller;
                let queued =
                    self.context.desk.db.submit_in(&lane, move |unit| post_message(unit, &caller, &post));
                let sent = Sent { client_message_id, lane, queued };
                return self.jobs.get_or_insert_default().sends.push_back(sent);
            }
            Request::Fetch { request_id, conversation, range, limit } => {
                let Some(registered) = &self.registered else { return };
                let (db, caller) = (self.context.desk.db.clone(), registered.link().caller);
                let bytes = self.context.hub.limits.frame_bytes;
                Box::pin(async move {
                    let page = db.read(move |conn| fetch(conn, &caller, conversation, range, limit, bytes));
                    Answer::Fetched(request_id, page.await)
                })
            }
            Request::Read(positions) => {
                let db = self.context.desk.db.clone();
                Box::pin(async move {
                    let rows = db.read(move |conn| Ok(replay::rows(conn, &positions)?)).await;
                    Answer::Read(rows.map(|rows| rows.into_iter().map(Item::new).collect()))
                })
            }
            Request::Missed(after, until) => {
                let Some(registered) = &self.registered else { return };
                let (db, scope) = (self.context.desk.db.clone(), registered.link().caller.scope);
                let most = self.context.hub.limits.replay_entries;
                Box::pin(async move {
                    let found = db.read(move |conn| Ok(replay::missed(conn, scope, after, until, most)?));
                    Answer::Missed(until, found.await)
                })
            }
            Request::Await(position) => {
                let awaited = &mut self.jobs.get_or_insert_default().awaited;
                *awaited = (*awaited).max(Some(position));
                return;
            }
            Request::Progress(marks) => {
                let Some(job) = self.keep_progress(marks) else { return };
                job
            }
            Request::Typing(conversation, active, preview) => {
                let Some(job) = self.tell_typing(conversation, active, preview) else { return };
                job
            }
            Request::Viewing(conversation, look_in) => {
                let Some(job) = self.tell_viewing(conversation, look_in) else { return };
                job
            }
            Request::Active => return self.note_touch(),
            Request::Shown(is_hidden) => return self.note_shown(is_hidden),
            Request::Watch(request_id, watched) => {
                let Some(registered) = &self.registered else { return };
                return self.context.hub.watch(registered.link(), request_id, watched);
            }
            Request::Wall(active) => return self.show_wall(active),
            Request::Ping => return,
        };
        self.jobs.get_or_insert_default().others.push(job);
    }

    /// The wall is for who supervises.
    fn show_wall(&mut self, active: bool) {
        let Some(registered) = &self.registered else { return };
        match registered.link().caller.may(Right::Supervise) {
            Ok(()) => self.context.hub.walls.show(registered.link(), active),
            Err(fault) => self.session.turn_down(&fault),
        }
    }

    /// An agent did something.
    fn note_touch(&self) {
        let agent = self.registered.as_ref().and_then(|registered| registered.link().caller.agent_id());
        if let Some(agent) = agent {
            self.context.desk.presence.touched(agent);
        }
    }

    /// An agent's page was hidden, or shown.
    fn note_shown(&self, is_hidden: bool) {
        let Some(registered) = &self.registered else { return };
        if let Some(agent) = registered.link().caller.agent_id() {
            self.context.desk.presence.shown(agent, registered.link().id, is_hidden);
        }
    }

    /// Counts a visitor's message for the address it comes from; how long to wait if that wrote too much.
    fn spend(&self, post: &Post) -> Result<(), Duration> {
        let (ActorKind::Visitor, Some(address)) = (post.speaker, self.transport.address()) else {
            return Ok(());
        };
        let now = self.context.desk.clock.tick();
        let spent = self.context.hub.spending.write(address, post.json.len() as u64, now);
        spent.map_err(|SpentOut(wait)| wait)
    }

    fn is_from_blocked_address(&self) -> bool {
        let address = self.transport.address();
        address.is_some_and(|address| self.context.hub.blocked.covers(address, self.context.desk.clock.now()))
    }

    pub(super) fn answer(&mut self, answer: Answer) {
        let now = self.context.desk.clock.tick();
        match answer {
            Answer::Opened(opened) => match *opened {
                Ok((opened, entry)) => {
                    self.meet(&opened, entry);
                    self.session.opened(Ok(opened), now);
                    self.open_mailbox();
                }
                Err(fault) => self.session.opened(Err(fault), now),
            },
            Answer::Sent(id, lane, posted) => self.session.sent(&id, &lane, posted, now),
            Answer::Fetched(id, page) => self.session.fetched(&id, page, now),
            Answer::Read(items) => self.session.read(items, now),
            Answer::Missed(until, missed) => self.session.missed(missed, until, now),
            Answer::Nothing => {}
        }
    }

    fn meet(&mut self, opened: &Opened, entry: Entry) {
        let actor = opened.viewer.caller().actor;
        let availability = match &opened.viewer {
            Viewer::Agent { agent, .. } => Some(agent.availability),
            Viewer::Visitor { .. } => None,
        };
        if entry.is_first {
            self.context.hub.came_or_went(actor, true, availability);
        }
        if actor.kind == ActorKind::Visitor {
            self.context.hub.tell_shop_status(entry.registered.link());
            self.context.hub.tell_places(entry.registered.link());
        }
        self.registered = Some(entry.registered);
    }

    pub(super) fn keep_progress(&self, marks: Vec<(ConversationId, Marks)>) -> Option<Job> {
        let link = self.registered.as_ref()?.link();
        let (db, hub) = (self.context.desk.db.clone(), Arc::clone(&self.context.hub));
        let (caller, from, actor) = (link.caller, link.id, link.actor());
        Some(Box::pin(async move {
            let kept = db.write(move |unit| record_progress(unit, &caller, &marks)).await;
            for moved in kept.unwrap_or_default() {
                let place = Place { conversation: moved.conversation, placement: moved.placement };
                hub.progressed(&place, actor, moved.marks, Some(from));
            }
            Answer::Nothing
        }))
    }

    fn tell_typing(
        &self,
        conversation: ConversationId,
        active: bool,
        preview: Option<String>,
    ) -> Option<Job> {
        let link = self.registered.as_ref()?.link();
        let (db, hub) = (self.context.desk.db.clone(), Arc::clone(&self.context.hub));
        let (caller, from, actor) = (link.caller, link.id, link.actor());
        if actor.kind == ActorKind::Visitor && self.is_from_blocked_address() {
            return None;
        }
        let now = self.context.desk.clock.now();
        Some(Box::pin(async move {
            let told = db.read(move |conn| {
                caller.may(Right::Reply)?;
                let place = place(conn, &caller, conversation)?;
                // Only a visitor's text, and only where the widget tells them so.
                if actor.kind == ActorKind::Visitor
                    && blocks::is_blocked(conn, VisitorId(actor.id), place.placement.contact, now)?
                {
                    return Err(blocked());
                }
                let told = actor.kind == ActorKind::Visitor
                    && preview.is_some()
                    && widgets::shows_typing(conn, VisitorId(actor.id))?;
                let agent = actor.kind == ActorKind::Agent;
                let agent = if agent { agents::find(conn, AgentId(actor.id))? } else { None };
                Ok((place, agent.map(|agent| agent.name), preview.filter(|_| told && active)))
            });
            if let Ok((place, name, preview)) = told.await {
                let typing = Typing { actor, name: name.as_deref(), active, preview: preview.as_deref() };
                hub.typing(&place, &typing, Some(from));
            }
            Answer::Nothing
        }))
    }

    fn tell_viewing(&self, conversation: Option<ConversationId>, look_in: bool) -> Option<Job> {
        let link = self.registered.as_ref()?.link();
        let (db, hub) = (self.context.desk.db.clone(), Arc::clone(&self.context.hub));
        let link = Arc::clone(link);
        Some(Box::pin(async move {
            let place = match conversation {
                Some(id) => {
                    let caller = link.caller;
                    db.read(move |conn| place(conn, &caller, id)).await.ok()
                }
                None => None,
            };
            hub.view(&link, place, look_in && link.caller.may(Right::Supervise).is_ok());
            Answer::Nothing
        }))
    }
}

/// A conversation inside the caller's scope, as presence needs to know it.
pub fn place(conn: &rusqlite::Connection, caller: &Caller, id: ConversationId) -> Result<Place, Fault> {
    let head = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
    caller.reaches(conn, &head)?;
    let placement = scope::placement(conn, id)?.ok_or_else(Fault::not_found)?;
    Ok(Place { conversation: id, placement })
}

/// A page of entries inside the caller's scope, cut to a frame's size on the side away from where it was asked.
pub fn fetch(
    conn: &rusqlite::Connection,
    caller: &Caller,
    id: ConversationId,
    range: Range,
    limit: usize,
    bytes_max: usize,
) -> Result<(Vec<Box<RawValue>>, bool), Fault> {
    place(conn, caller, id)?;
    let reader = Reader::of(caller.actor);
    let (rows, mut more) = entries::page(conn, id, range, limit)?;
    let mut encoded: Vec<Box<RawValue>> =
        rows.iter().filter_map(|row| entry_frame::encode_within(row, reader)).collect();
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
