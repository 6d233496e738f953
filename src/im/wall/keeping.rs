//! Keeps walls up to date: reads the room when something happened in it and tells the links that show it.

use std::sync::Arc;
use std::time::Duration;

use super::Wall;
use super::board::Watch;
use crate::clock::{Tick, Timestamp};
use crate::domain::conversations::list::Asker;
use crate::flows::Desk;
use crate::im::frames::ServerFrame;
use crate::im::hub::Hub;

/// Shortest time between two reads.
const EVERY: Duration = Duration::from_secs(1);
/// Longest time between two reads while somebody looks: a day ends, conversations fall asleep.
const LOOK_AGAIN: Duration = Duration::from_mins(1);

/// Keeps the walls up to date. Never returns; while nobody looks, nothing is read.
pub async fn keep(desk: Desk, hub: Arc<Hub>) {
    loop {
        let began = desk.clock.tick();
        let next = pass(&desk, &hub).await;
        let was_read = next.is_some();
        let due = async {
            match next {
                Some(next) => desk.clock.sleep_until(next).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = hub.walls.bell.notified() => {}
            () = due => {}
        }
        // What happens in between is told at once.
        if was_read {
            desk.clock.sleep_until(began.plus(EVERY)).await;
        }
    }
}

/// The links that can be told now: what was told last does not wait in their mailbox. Links of one reach read the same.
fn readers(hub: &Hub) -> Vec<Asker> {
    let mut readers: Vec<Asker> = Vec::new();
    for watch in hub.walls.watches().values().filter(|watch| !watch.link.mailbox.holds_rows()) {
        let scope = watch.link.caller.scope;
        let Some(agent) = watch.link.caller.agent_id() else { continue };
        if readers.iter().all(|reader| reader.scope != scope) {
            readers.push(Asker { agent, scope });
        }
    }
    readers
}

/// Reads for everybody who looks. Returns when to look again if nothing rings.
async fn pass(desk: &Desk, hub: &Hub) -> Option<Tick> {
    let tick = desk.clock.tick();
    let mut next = None::<Tick>;
    for reader in readers(hub) {
        let (now, presence) = (desk.clock.now(), Arc::clone(&desk.presence));
        let read = desk.db.read(move |conn| super::reading::read(conn, &presence, reader, now)).await;
        let again = match read {
            Ok(wall) => {
                let late = wall
                    .next_late_at
                    .map(|at| tick.plus(Duration::from_millis((at.0 - now.0).max(1).unsigned_abs())));
                hub.tell_walls(reader, &Arc::new(wall), now);
                late.into_iter().chain([tick.plus(LOOK_AGAIN)]).min()
            }
            Err(fault) => {
                tracing::warn!(code = fault.code, "the wall could not be read; trying again");
                Some(tick.plus(EVERY))
            }
        };
        next = next.into_iter().chain(again).min();
    }
    next
}

impl Hub {
    /// Tells the links of this reach what the wall shows, unless they know.
    fn tell_walls(&self, reader: Asker, wall: &Arc<Wall>, now: Timestamp) {
        let frame = ServerFrame::Wall { at: now, wall }.encode();
        let is_meant = |watch: &&mut Watch| {
            let link = &watch.link;
            link.caller.scope == reader.scope
                && !link.mailbox.holds_rows()
                && watch.told.as_ref() != Some(wall)
        };
        for watch in self.walls.watches().values_mut().filter(is_meant) {
            watch.told = Some(Arc::clone(wall));
            watch.link.mailbox.put_rows(vec![frame.clone()]);
        }
    }
}
