//! Gives conversations to agents: sleeps until the log says something that matters, a link of an agent opens or closes, or something
//! is due, and has a round played then. Nothing ticks.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::clock::{Tick, Timestamp};
use crate::events::LogPosition;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::routing::queue;
use crate::flows::routing::round::{Asked, Done, Queue, round};
use crate::storage::follower;

/// Longest time between two rounds while something is due: the wall clock is set, machines sleep.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// How long to wait before trying again what failed.
const RETRY: Duration = Duration::from_millis(200);

/// Runs until `stop` is cancelled or the writer is gone.
pub async fn run(desk: Desk, looked_at: usize, stop: CancellationToken) {
    let mut head = desk.db.head();
    let mut links = desk.presence.links();
    let (mut reached, mut due): (LogPosition, Option<Timestamp>) = (-1, None);
    let mut is_due = true;
    loop {
        links.borrow_and_update();
        let next = match play(&desk, looked_at, (reached, is_due)).await {
            Ok(done) => {
                if done.next.is_some() || done.reached != reached {
                    desk.queue_moved.send_replace(());
                }
                reached = done.reached;
                due = done.next.unwrap_or(due);
                if done.more {
                    continue;
                }
                due.map(|due| wait(&desk, due))
            }
            Err(fault) => {
                tracing::warn!(code = fault.code, "conversations were not given out; trying again");
                Some(desk.clock.tick().plus(RETRY))
            }
        };
        let slept = async {
            match next {
                Some(next) => desk.clock.sleep_until(next).await,
                None => std::future::pending().await,
            }
        };
        // In order, so that a simulation repeats exactly.
        tokio::select! {
            biased;
            () = stop.cancelled() => return,
            more = head.wait_for(|_| desk.db.newest_of(queue::KINDS) > reached) => {
                if more.is_err() {
                    return;
                }
                is_due = false;
            }
            more = links.changed() => {
                if more.is_err() {
                    return;
                }
                is_due = true;
            }
            () = slept => is_due = true,
        }
        is_due |= due.is_some_and(|due| due <= desk.clock.now());
    }
}

fn wait(desk: &Desk, due: Timestamp) -> Tick {
    let left = Duration::from_millis((due.0 - desk.clock.now().0).max(0).unsigned_abs());
    desk.clock.tick().plus(left.min(LOOK_EVERY))
}

async fn play(desk: &Desk, looked_at: usize, (reached, is_due): (LogPosition, bool)) -> Result<Done, Fault> {
    let (presence, epoch) = (std::sync::Arc::clone(&desk.presence), desk.db.meta().log_epoch.clone());
    let started_at = desk.started_at;
    desk.db
        .write(move |unit| {
            let there = presence.seen(unit.now());
            round(unit, &Asked { epoch: &epoch, reached, is_due, there: &there, started_at, looked_at })
        })
        .await
}

/// Routing is off: what was kept of the queue is forgotten, so that it is built anew when it is on again.
pub async fn rest(desk: Desk) {
    let is_kept = |conn: &rusqlite::Connection| {
        Ok(follower::cursors(conn)?.iter().any(|cursor| cursor.name == Queue::NAME))
    };
    let forgotten = async {
        if desk.db.read(is_kept).await? {
            desk.db.write(|unit| Ok(follower::forget(unit, Queue::NAME)?)).await?;
        }
        Ok::<_, Fault>(())
    };
    if let Err(fault) = forgotten.await {
        tracing::warn!(code = fault.code, "the queue of the routing was not forgotten");
    }
}
