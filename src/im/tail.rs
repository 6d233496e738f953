//! The one reader at the end of the log: every event is read once and handed to the hub.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;

use super::hub::Hub;
use super::item::Item;
use super::mailbox::Order;
use crate::clock::SharedClock;
use crate::domain::access::availability::{self, Standing};
use crate::domain::conversations::entries::{self, LogRow, Page};
use crate::events::{AccessEvent, AgentEvent, Area, Ended, Event, EventKind, LogPosition, VisitorEvent};
use crate::ids::{AgentId, ConversationId};
use crate::storage::Db;

/// How long to wait before reading again after a failure.
const RETRY: Duration = Duration::from_millis(200);

/// Follows the log until the writer is gone.
pub async fn follow(db: Db, hub: Arc<Hub>, clock: SharedClock) {
    let mut head = db.head();
    // What may wait for one link is also as much as is held for all of them at once.
    let (limit, bytes) = (hub.limits.tail_items.max(1), hub.limits.queue_bytes);
    loop {
        let tail = hub.tail();
        let Ok(until) = head.wait_for(|head| *head > tail).await.map(|head| *head) else { return };
        let page = move |conn: &Connection| Ok(entries::after_position(conn, (tail, until), limit, bytes)?);
        match db.read_log(page).await {
            Ok(Page { rows, reached }) => {
                if rows.iter().any(|row| row.event == Event::SettingsChanged(Area::Blocks)) {
                    load_blocks(&db, &hub).await;
                }
                let standings = if rows.iter().any(tells_standing) { standings(&db).await } else { None };
                publish(&hub, rows, reached, &standings.unwrap_or_default());
            }
            Err(fault) => {
                tracing::warn!(code = fault.code, "the log could not be read; trying again");
                clock.sleep_until(clock.tick().plus(RETRY)).await;
            }
        }
    }
}

/// Reads the blocked addresses anew; where that fails the ones that were known hold until the next change.
pub async fn load_blocks(db: &Db, hub: &Hub) {
    if let Err(fault) = hub.blocked.load(db).await {
        tracing::warn!(code = fault.code, "blocked addresses could not be read");
    }
}

/// Whether colleagues are told how an agent stands now.
const fn tells_standing(row: &LogRow) -> bool {
    matches!(row.event, Event::Agent(_, AgentEvent::AvailabilityChanged { .. } | AgentEvent::Presence { .. }))
}

/// How agents stand; nothing where that cannot be read, which the next change mends.
async fn standings(db: &Db) -> Option<BTreeMap<AgentId, Standing>> {
    let read = db.read(|conn| Ok(availability::all(conn)?)).await;
    read.inspect_err(|fault| tracing::warn!(code = fault.code, "agents could not be read")).ok()
}

fn publish(hub: &Hub, mut rows: Vec<LogRow>, reached: LogPosition, standings: &BTreeMap<AgentId, Standing>) {
    rows.retain(|row| !row.imported);
    let changed: BTreeSet<ConversationId> = rows.iter().filter_map(|row| row.event.conversation()).collect();
    if !changed.is_empty() {
        hub.lists.changed(&changed);
    }
    if !rows.is_empty() {
        hub.walls.ring();
    }
    // Ahead of what follows it: a link that was narrowed hears of nothing more.
    for row in &rows {
        if let Event::Access(AccessEvent::RightsChanged { member }) = row.event {
            hub.order_member(member, Order::RightsChanged);
        }
    }
    let places = rows.iter().filter_map(|row| Some((row.event.conversation()?, row.placement.as_ref()?)));
    hub.check_viewers(&places.collect::<Vec<_>>());
    for place in rows.iter().filter_map(|row| row.placement.as_ref()) {
        hub.placed(place);
    }
    let is_item = |row: &LogRow| row.sequence.is_some() || row.event.kind() == EventKind::Erased;
    let (items, others): (Vec<LogRow>, Vec<LogRow>) = rows.into_iter().partition(is_item);
    let items: Vec<Arc<Item>> = items.into_iter().map(|row| Arc::new(Item::new(row))).collect();
    hub.publish(&items, reached);
    for row in others {
        announce(hub, &row, standings);
    }
}

/// Events that are no entries end or change links at once, ahead of waiting entries: a lost right must not stay valid
/// behind a queue.
fn announce(hub: &Hub, row: &LogRow, standings: &BTreeMap<AgentId, Standing>) {
    match row.event {
        Event::Agent(id, AgentEvent::Disabled) => {
            hub.order_member(id.0, Order::End("blocked"));
            hub.check_shop();
            hub.settings_changed(Area::Members, row.position);
        }
        Event::Agent(id, AgentEvent::AvailabilityChanged { .. } | AgentEvent::Presence { .. }) => {
            if let Some(standing) = standings.get(&id) {
                hub.standing_changed(id, standing);
            }
            hub.check_shop();
        }
        Event::Agent(_, AgentEvent::Changed) => {
            hub.check_shop();
            hub.settings_changed(Area::Members, row.position);
        }
        Event::Access(AccessEvent::CredentialRevoked { credential }) => {
            hub.order_credential(credential, Order::End("logged_out"));
        }
        Event::Visitor(id, VisitorEvent::Ended { how }) => {
            let why = if how == Ended::Erased { "erased" } else { "logged_out" };
            hub.order_member(id.0, Order::End(why));
        }
        Event::SettingsChanged(area) => {
            if matches!(area, Area::Shop | Area::Hours | Area::Calendars | Area::Teams) {
                hub.check_shop();
            }
            // Rows show labels, and clocks that go by policies and hours; lists go by saved views and statuses.
            let in_rows = matches!(
                area,
                Area::Labels | Area::Views | Area::Sla | Area::Hours | Area::Calendars | Area::Tickets
            );
            if in_rows {
                hub.lists.all_changed();
            }
            hub.settings_changed(area, row.position);
        }
        // No order for links: conversation events go out as entries, and new rights were told before them.
        Event::Conversation(..)
        | Event::ContactErased(_)
        | Event::Access(AccessEvent::RightsChanged { .. }) => {}
    }
}
