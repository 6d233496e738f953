//! `queue`: told to customers who wait for somebody when their place or their wait changes, each every few seconds at most. Kept in
//! memory, moves no cursor, and may be lost: the next one corrects it.

use std::sync::Arc;
use std::time::Duration;

use super::frames::ServerFrame;
use super::hub::Hub;
use super::linked::Linked;
use super::mailbox::Ephemeral;
use super::queue_board::Told;
use crate::clock::Tick;
use crate::domain::conversations::scope::Scope;
use crate::flows::Desk;
use crate::flows::routing::places::{Place, places};

/// A customer is told at most once in this time.
const TOLD_EVERY: Duration = Duration::from_secs(5);
/// Places are looked at at most once in this time.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// How long to wait before looking again after a failure.
const RETRY: Duration = Duration::from_secs(1);

fn ephemeral(place: &Place) -> Ephemeral {
    let Place { conversation, position, wait_ms, .. } = *place;
    let frame = ServerFrame::Queue { conversation_id: conversation, position, wait_ms }.encode();
    // A hidden page shows it as soon as it becomes visible.
    Ephemeral { frame, fleeting: false }
}

impl Hub {
    /// Tells a visitor's new link the places of its conversations.
    pub(super) fn tell_places(&self, link: &Linked) {
        // Held, so that an older place cannot follow a newer one.
        let told = self.queue.told();
        for Told { place, .. } in told.values() {
            let (contact, visitor) = place.owner;
            if [Scope::Contact(contact), Scope::Visitor(visitor)].contains(&link.caller.scope) {
                link.mailbox.put_ephemeral(ephemeral(place));
            }
        }
    }

    /// Tells those whose place changed. Returns when to tell the next who was told just before.
    fn set_places(&self, places: Vec<Place>, now: Tick) -> Option<Tick> {
        let mut told = self.queue.told();
        let mut before = std::mem::take(&mut *told);
        let mut next: Option<Tick> = None;
        for place in places {
            let known = before.remove(&place.conversation);
            let kept = match known {
                Some(known) if known.place == place => known,
                Some(known) if known.at.plus(TOLD_EVERY) > now => {
                    let due = known.at.plus(TOLD_EVERY);
                    next = Some(next.map_or(due, |next| next.min(due)));
                    known
                }
                _ => {
                    self.tell_owner(place.owner, &ephemeral(&place));
                    Told { place, at: now }
                }
            };
            told.insert(place.conversation, kept);
        }
        next
    }
}

/// Keeps what customers are told true, for as long as it runs.
pub async fn keep(desk: Desk, hub: Arc<Hub>) {
    let mut moved = desk.queue_moved.subscribe();
    loop {
        moved.borrow_and_update();
        let now = desk.clock.tick();
        let at = desk.clock.now();
        let next = match desk.db.read(move |conn| places(conn, at)).await {
            Ok(places) => hub.set_places(places, now),
            Err(fault) => {
                tracing::warn!(code = fault.code, "the queue could not be read; trying again");
                Some(now.plus(RETRY))
            }
        };
        let due = async {
            match next {
                Some(next) => desk.clock.sleep_until(next).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            more = moved.changed() => if more.is_err() { return },
            () = due => {}
        }
        // What happens in between is told at once.
        desk.clock.sleep_until(now.plus(LOOK_EVERY)).await;
    }
}
