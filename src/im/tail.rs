//! The one reader at the end of the log: every event is read once and handed to the hub.

use std::sync::Arc;
use std::time::Duration;

use super::hub::Hub;
use super::item::{Item, Meaning};
use crate::clock::SharedClock;
use crate::domain::access::agent::Availability;
use crate::domain::conversations::entries::{self, LogRow};
use crate::events::EventKind;
use crate::flows::forget_visitor;
use crate::ids::AgentId;
use crate::storage::Db;

/// How long to wait before reading again after a failure.
const RETRY: Duration = Duration::from_millis(200);

/// Follows the log until the writer is gone.
pub async fn follow(db: Db, hub: Arc<Hub>, clock: SharedClock) {
    let mut head = db.head();
    let limit = hub.limits.tail_items.max(1);
    loop {
        let tail = hub.tail();
        let Ok(until) = head.wait_for(|head| *head > tail).await.map(|head| *head) else { return };
        match db.read(move |conn| Ok(entries::after_position(conn, tail, until, limit)?)).await {
            Ok(rows) => {
                // A full page may end before `until`.
                let reached = rows.last().filter(|_| rows.len() == limit).map_or(until, |last| last.position);
                publish(&hub, rows, reached);
            }
            Err(fault) => {
                tracing::warn!(code = fault.code, "the log could not be read; trying again");
                clock.sleep_until(clock.tick().plus(RETRY)).await;
            }
        }
    }
}

fn publish(hub: &Hub, rows: Vec<LogRow>, reached: i64) {
    let mut items = Vec::with_capacity(rows.len());
    let mut availability = Vec::new();
    for row in rows {
        match row.kind {
            EventKind::AvailabilityChanged => {
                availability.push((AgentId(row.subject), Availability::from_number(row.amount)));
            }
            kind if row.sequence.is_some() || kind == EventKind::Erased => {
                items.push(Arc::new(Item::new(row)));
            }
            _ => items.extend(meaning(&row).map(|meaning| Arc::new(Item::meaning(row, meaning)))),
        }
    }
    hub.publish(&items, reached);
    for (agent, availability) in availability {
        hub.availability_changed(agent, availability);
    }
}

fn meaning(row: &LogRow) -> Option<Meaning> {
    match row.kind {
        EventKind::AgentDisabled => Some(Meaning::End("blocked")),
        EventKind::VisitorEnded if row.amount == forget_visitor::ERASED => Some(Meaning::End("erased")),
        EventKind::VisitorEnded | EventKind::CredentialRevoked => Some(Meaning::End("logged_out")),
        EventKind::RightsChanged => Some(Meaning::RightsChanged),
        _ => None,
    }
}
