//! Keeps watched lists up to date: reads the marked ones and tells their links what changed.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;

use super::window::{Step, steps};
use super::{Counted, Key, LISTS_PER_LINK, Marked, Watch, Watched};
use crate::clock::Tick;
use crate::domain::conversations::list::{self, Asker};
use crate::domain::conversations::paging::{self, Place};
use crate::domain::conversations::ticket_view::TicketView;
use crate::domain::conversations::view::View;
use crate::fault::{Fault, Kind};
use crate::flows::Desk;
use crate::flows::clocks::shown::{Clocked, Looking};
use crate::flows::views::ask::{self, Terms};
use crate::ids::ConversationId;
use crate::im::conversation_row::ConversationRow;
use crate::im::frames::{Frame, ServerFrame};
use crate::im::hub::Hub;
use crate::im::linked::Linked;

/// How long to wait before reading again after a failure.
const RETRY: Duration = Duration::from_secs(1);
/// How often a list is read whose filter asks how long something takes.
const TIMED: Duration = Duration::from_secs(15);
/// Room of a frame for what stands around its rows.
const AROUND_BYTES: usize = 1_024;

/// One list to be read.
struct Reading {
    key: Key,
    asker: Asker,
    watched: Arc<Watched>,
    /// What the client was told; `None` where all of it is told.
    shown: Option<Vec<Place>>,
    changed: BTreeSet<ConversationId>,
    counts: bool,
}

/// Result of reading a list.
struct Found {
    places: Vec<Place>,
    more: bool,
    steps: Vec<Step>,
    rows: BTreeMap<ConversationId, Clocked>,
    /// Whether time alone changes which rows stand in it.
    is_timed: bool,
    counts: Option<ask::Counted>,
}

/// Keeps the lists up to date. Never returns.
pub async fn keep(desk: Desk, hub: Arc<Hub>) {
    loop {
        let began = desk.clock.tick();
        let next = pass(&desk, &hub).await;
        tokio::select! {
            () = hub.lists.bell.notified() => {}
            () = until(&desk, next) => {}
        }
        // What happens in between is told at once.
        desk.clock.sleep_until(began.plus(hub.limits.rows_every)).await;
    }
}

async fn until(desk: &Desk, tick: Option<Tick>) {
    match tick {
        Some(tick) => desk.clock.sleep_until(tick).await,
        None => std::future::pending().await,
    }
}

/// Reads every marked list. Returns when to read again if nothing rings.
async fn pass(desk: &Desk, hub: &Hub) -> Option<Tick> {
    let now = desk.clock.tick();
    let (readings, mut next) = marked(hub, now);
    for reading in readings {
        let (key, watched) = (reading.key.clone(), Arc::clone(&reading.watched));
        let terms = Terms { now: desk.clock.now(), walk_rows: hub.limits.walk_rows };
        match desk.db.read(move |conn| reading.read(conn, terms)).await {
            Ok((reading, found)) => hub.tell_list(&reading, found, now),
            // The view was deleted or is no longer theirs, or its filter cannot be read.
            Err(fault) if matches!(fault.kind, Kind::NotFound | Kind::RuleBroken) => {
                hub.give_up(&key, &watched, &fault);
            }
            Err(fault) => {
                tracing::warn!(code = fault.code, "a list could not be read; trying again");
                let mut links = hub.lists.watches();
                if let Some(watch) = links.get_mut(&key).filter(|watch| Arc::ptr_eq(&watch.watched, &watched))
                {
                    watch.marked = Marked::All;
                    watch.miscounted = true;
                }
                drop(links);
                next = Some(now.plus(RETRY));
            }
        }
    }
    next
}

/// Unmarks the lists that can be read now. Returns them, and when the next count is due.
fn marked(hub: &Hub, now: Tick) -> (Vec<Reading>, Option<Tick>) {
    let (mut readings, mut next) = (Vec::new(), None::<Tick>);
    for (key, watch) in hub.lists.watches().iter_mut() {
        // What was told last still waits there; it rings when it is taken.
        if watch.link.mailbox.holds_rows() {
            continue;
        }
        let again = watch.again.is_some_and(|again| again <= now);
        watch.miscounted |= again;
        let due = watch.counted.as_ref().map(|counted| counted.at.plus(hub.limits.counts_every));
        let counts = watch.miscounted && due.is_none_or(|due| due <= now);
        if watch.miscounted && !counts {
            next = next.into_iter().chain(due).min();
        }
        let (shown, changed) = match std::mem::take(&mut watch.marked) {
            Marked::Nothing if counts || again => (watch.shown.clone(), BTreeSet::new()),
            Marked::Nothing => {
                next = next.into_iter().chain(watch.again).min();
                continue;
            }
            Marked::These(ids) => (watch.shown.clone(), ids),
            Marked::All => (None, BTreeSet::new()),
        };
        // Told with all of it, whether due or not.
        let counts = counts || shown.is_none();
        watch.miscounted &= !counts;
        let Some(agent) = watch.link.caller.agent_id() else { continue };
        let asker = Asker { agent, scope: watch.link.caller.scope };
        let watched = Arc::clone(&watch.watched);
        readings.push(Reading { key: key.clone(), asker, watched, shown, changed, counts });
    }
    (readings, next)
}

impl Reading {
    /// The view, and the `request_id` that its frames repeat.
    fn names(&self) -> (Cow<'static, str>, Option<&str>) {
        (self.watched.asked.view.name(), self.key.1.as_deref())
    }

    fn read(self, conn: &Connection, terms: Terms) -> Result<(Self, Found), Fault> {
        let Watched { asked, rows: most, .. } = &*self.watched;
        let wanted = &ask::resolve(conn, asked, self.asker, terms)?;
        let (mut places, partial) = paging::places(conn, wanted, self.asker, most + 1)?;
        let more = partial || places.len() > *most;
        places.truncate(*most);
        let ids = |places: &[Place]| places.iter().map(|place| place.id).collect::<Vec<_>>();
        let steps = self.shown.as_ref().map(|shown| steps(&ids(shown), &ids(&places), &self.changed));
        // With more steps than half the list, sending the whole list is cheaper.
        let steps = steps.filter(|steps| steps.len() <= most / 2);
        let told: Vec<ConversationId> = match &steps {
            None => ids(&places),
            Some(steps) => steps
                .iter()
                .filter_map(|step| if let Step::Row { id, .. } = step { Some(*id) } else { None })
                .collect(),
        };
        let (mut rows, clocks) = (BTreeMap::new(), Looking::new(conn, terms.now)?);
        for id in told {
            if let Some(row) = list::one(conn, id, self.asker)? {
                rows.insert(id, clocks.row(row)?);
            }
        }
        let counts = self.counts || steps.is_none();
        let count = if wanted.view.is_of_tickets() { ask::ticket_counts } else { ask::counts };
        let counts = if counts { Some(count(conn, self.asker, terms)?) } else { None };
        let is_timed = wanted.view == View::Tickets(TicketView::DueToday)
            || wanted.narrowed.as_ref().is_some_and(|narrowed| narrowed.filter.is_timed());
        let reading = if steps.is_some() { self } else { Self { shown: None, ..self } };
        Ok((reading, Found { places, more, steps: steps.unwrap_or_default(), rows, is_timed, counts }))
    }
}

impl Hub {
    /// A link watches a list from now on, instead of the one under the same `request_id`; or none. Over the bound another of
    /// its lists is told no more.
    pub fn watch(&self, link: &Arc<Linked>, request_id: Option<String>, watched: Option<Watched>) {
        let key = (link.id, request_id);
        let mut links = self.lists.watches();
        let before = links.remove(&key);
        if let Some(watched) = watched {
            let of_link: Vec<Key> = links.keys().filter(|(of, _)| *of == link.id).cloned().collect();
            if let Some(other) = of_link.first().filter(|_| of_link.len() >= LISTS_PER_LINK) {
                links.remove(other);
            }
            let watch = Watch {
                link: Arc::clone(link),
                watched: Arc::new(watched),
                shown: None,
                marked: Marked::All,
                counted: before.and_then(|before| before.counted),
                miscounted: true,
                again: None,
            };
            links.insert(key, watch);
        }
        drop(links);
        self.lists.ring();
    }

    /// Tells the link that there is no such list, and keeps it no longer; unless it watches something else by now.
    fn give_up(&self, key: &Key, watched: &Arc<Watched>, fault: &Fault) {
        let mut links = self.lists.watches();
        if let Some(watch) = links.get(key).filter(|watch| Arc::ptr_eq(&watch.watched, watched)) {
            let (code, message, request_id) = (fault.code, &*fault.message, key.1.as_deref());
            watch.link.mailbox.put_rows(vec![ServerFrame::Error { code, message, request_id }.encode()]);
            links.remove(key);
        }
    }

    /// Puts in for the link what was found, unless it watches something else by now.
    fn tell_list(&self, reading: &Reading, mut found: Found, now: Tick) {
        let counted = found.counts.take().map(|counted| Counted {
            at: now,
            is_timed: counted.is_timed,
            counts: counted.into(),
        });
        let mut frames = match reading.shown {
            Some(_) => self.tell_steps(reading, &mut found),
            None => self.tell_all(reading, &mut found, counted.as_ref()).into_iter().collect(),
        };
        let mut links = self.lists.watches();
        let is_same = |watch: &&mut Watch| Arc::ptr_eq(&watch.watched, &reading.watched);
        let Some(watch) = links.get_mut(&reading.key).filter(is_same) else { return };
        let before = watch.counted.as_ref().map(|counted| &counted.counts);
        let now_counted = counted.as_ref().map(|counted| &counted.counts);
        let others = now_counted.filter(|counts| reading.shown.is_some() && before != Some(*counts));
        let request_id = reading.key.1.as_deref();
        frames.extend(others.map(|counts| ServerFrame::Counts { request_id, counts }.encode()));
        watch.shown = Some(found.places);
        watch.counted = counted.or_else(|| watch.counted.take());
        let is_timed = found.is_timed || watch.counted.as_ref().is_some_and(|counted| counted.is_timed);
        watch.again = is_timed.then(|| now.plus(TIMED));
        if !frames.is_empty() {
            watch.link.mailbox.put_rows(frames);
        }
    }

    fn row(&self, row: Clocked) -> ConversationRow {
        let online = self.is_customer_online((row.summary.contact, row.summary.visitor));
        ConversationRow::new(row, online)
    }

    fn tell_steps(&self, reading: &Reading, found: &mut Found) -> Vec<Frame> {
        let (view, request_id) = reading.names();
        let mut frames = Vec::new();
        for step in &found.steps {
            match *step {
                Step::Gone(id) => {
                    frames.push(ServerFrame::RowGone { view: &view, request_id, id, gone: true }.encode());
                }
                Step::Row { id, after } => {
                    let Some(row) = found.rows.remove(&id) else { continue };
                    let row = &self.row(row);
                    frames.push(ServerFrame::Row { view: &view, request_id, row, after }.encode());
                }
            }
        }
        frames
    }

    /// The whole of it, as far as it fits into one frame.
    fn tell_all(&self, reading: &Reading, found: &mut Found, counted: Option<&Counted>) -> Option<Frame> {
        let counts = &counted?.counts;
        let (view, request_id) = reading.names();
        let room = self.limits.frame_bytes.saturating_sub(AROUND_BYTES);
        let (mut items, mut bytes) = (Vec::new(), 0);
        for place in &found.places {
            let Some(row) = found.rows.remove(&place.id) else { break };
            let row = self.row(row);
            bytes += serde_json::to_string(&row).map_or(0, |text| text.len() + 1);
            if bytes > room {
                break;
            }
            items.push(row);
        }
        found.more |= items.len() < found.places.len();
        found.places.truncate(items.len());
        let frame = ServerFrame::Rows { view: &view, request_id, items: &items, more: found.more, counts };
        Some(frame.encode())
    }
}
