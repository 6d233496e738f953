//! The one reader at the end of the log: every event is read once and handed to the hub.

use std::sync::Arc;
use std::time::Duration;

use super::hub::Hub;
use super::item::Item;
use super::mailbox::Order;
use crate::clock::SharedClock;
use crate::domain::access::agent::Availability;
use crate::domain::conversations::entries::{self, LogRow};
use crate::events::{Area, EventKind, LogPosition};
use crate::flows::forget_visitor;
use crate::ids::AgentId;
use crate::storage::Db;

/// How long to wait before reading again after a failure.
const RETRY: Duration = Duration::from_millis(200);

/// Follows the log until the writer is gone.
pub async fn follow(db: Db, hub: Arc<Hub>, clock: SharedClock) {
    let mut head = db.head();
    // Entries up to here were brought in and are told to nobody.
    let mut silent_until = 0;
    let limit = hub.limits.tail_items.max(1);
    loop {
        let tail = hub.tail();
        let Ok(until) = head.wait_for(|head| *head > tail).await.map(|head| *head) else { return };
        match db.read_log(move |conn| Ok(entries::after_position(conn, tail, until, limit)?)).await {
            Ok(rows) => {
                // A full page may end before `until`.
                let reached = rows.last().filter(|_| rows.len() == limit).map_or(until, |last| last.position);
                if rows.iter().any(|row| changed(row) == Some(Area::Blocks)) {
                    load_blocks(&db, &hub).await;
                }
                publish(&hub, rows, reached, &mut silent_until);
            }
            Err(fault) => {
                tracing::warn!(code = fault.code, "the log could not be read; trying again");
                clock.sleep_until(clock.tick().plus(RETRY)).await;
            }
        }
    }
}

/// The part of the settings that an event changed.
fn changed(row: &LogRow) -> Option<Area> {
    let area = (row.kind == EventKind::SettingsChanged).then_some(row.subject)?;
    Area::from_number(area)
}

/// Reads the blocked addresses anew; where that fails the ones that were known hold until the next change.
pub async fn load_blocks(db: &Db, hub: &Hub) {
    if let Err(fault) = hub.blocked.load(db).await {
        tracing::warn!(code = fault.code, "blocked addresses could not be read");
    }
}

fn publish(hub: &Hub, mut rows: Vec<LogRow>, reached: LogPosition, silent_until: &mut LogPosition) {
    rows.retain(|row| {
        if row.kind == EventKind::BroughtIn {
            // One writer, one transaction: the entries stand right behind.
            *silent_until = row.position + row.amount;
        }
        row.position > *silent_until || row.sequence.is_none()
    });
    let (items, others): (Vec<LogRow>, Vec<LogRow>) =
        rows.into_iter().partition(|row| row.sequence.is_some() || row.kind == EventKind::Erased);
    let items: Vec<Arc<Item>> = items.into_iter().map(|row| Arc::new(Item::new(row))).collect();
    hub.publish(&items, reached);
    for row in others {
        announce(hub, &row);
    }
}

/// What is no entry ends or turns links at once, in whatever order they stand to entries: who loses a right must not
/// lose it behind a queue.
fn announce(hub: &Hub, row: &LogRow) {
    match row.kind {
        EventKind::AgentDisabled => {
            hub.order_member(row.subject, Order::End("blocked"));
            hub.look_at_shop();
        }
        EventKind::CredentialRevoked => hub.order_credential(row.subject, Order::End("logged_out")),
        EventKind::VisitorEnded if row.amount == forget_visitor::ERASED => {
            hub.order_member(row.subject, Order::End("erased"));
        }
        EventKind::VisitorEnded => hub.order_member(row.subject, Order::End("logged_out")),
        EventKind::RightsChanged => hub.order_member(row.subject, Order::RightsChanged),
        EventKind::AvailabilityChanged => {
            hub.availability_changed(AgentId(row.subject), Availability::from_number(row.amount));
            hub.look_at_shop();
        }
        EventKind::SettingsChanged => {
            if let Some(area) = changed(row) {
                hub.settings_changed(area, row.position);
            }
        }
        _ => {}
    }
}
