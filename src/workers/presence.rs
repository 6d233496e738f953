//! Writes into the log who came and who is gone, and changes an agent's availability by the clock. Sleeps until the next of these is
//! due, or until a link tells of something new.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::clock::{Tick, Timestamp};
use crate::domain::access::idleness::{Change, settle};
use crate::domain::access::presence::There;
use crate::domain::access::{availability, stays};
use crate::events::EventKind;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::availability::{change_by_clock, moved};
use crate::ids::AgentId;

/// Time between two writings of who was seen, while somebody is there.
const SEEN_EVERY: Duration = Duration::from_mins(1);
/// How long to wait before trying again what failed.
const RETRY: Duration = Duration::from_secs(1);
/// Events after which an agent is judged anew.
const KINDS: &[EventKind] = &[EventKind::AvailabilityChanged, EventKind::AgentChanged];

/// Takes over who was there when the desk ended, before anybody asks.
pub async fn restore(desk: &Desk) -> Result<(), Fault> {
    let before = desk.db.read(|conn| Ok(stays::all(conn)?)).await?;
    desk.presence.restore(&before);
    Ok(())
}

/// Runs until `stop` is cancelled or the writer is gone.
pub(super) async fn run(desk: Desk, stop: CancellationToken) {
    let mut head = desk.db.head();
    let mut seen_at = desk.clock.now();
    loop {
        let read = desk.db.newest_of(KINDS);
        let next = match look(&desk, &mut seen_at).await {
            Ok(next) => next,
            Err(fault) => {
                tracing::warn!(code = fault.code, "who is there was not written; trying again");
                Some(desk.clock.tick().plus(RETRY))
            }
        };
        let due = async {
            match next {
                Some(next) => desk.clock.sleep_until(next).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = due => {}
            () = desk.presence.rung() => {}
            () = stop.cancelled() => break,
            more = head.wait_for(|_| desk.db.newest_of(KINDS) > read) => if more.is_err() { return },
        }
    }
    // Links are closed by now: their last sign of life is known exactly.
    if let Err(fault) = look(&desk, &mut Timestamp(0)).await {
        tracing::warn!(code = fault.code, "who was there is known only to the minute");
    }
}

/// Writes what is new and due. Returns when to look again.
async fn look(desk: &Desk, seen_at: &mut Timestamp) -> Result<Option<Tick>, Fault> {
    loop {
        let (now, tick) = (desk.clock.now(), desk.clock.tick());
        let (moves, mut next) = desk.presence.moves(now);
        let mut changes: Vec<(AgentId, Change)> = Vec::new();
        let team = desk.db.read(|conn| Ok(availability::judged(conn)?)).await?;
        let dozing: BTreeSet<AgentId> =
            team.iter().filter(|(_, judged)| judged.by_clock).map(|(agent, _)| *agent).collect();
        // Before they are looked at: a touch from here on rings.
        desk.presence.watch_for_touches(&dozing);
        for (agent, judged) in team {
            let (change, due) = settle(&judged, desk.presence.activity(agent), now);
            changes.extend(change.map(|change| (agent, change)));
            next = [next, due].into_iter().flatten().min();
        }
        if moves.is_empty() && changes.is_empty() {
            let there = desk.presence.list(now);
            if !there.is_empty() {
                // Set back, the clock would stop this for as long.
                *seen_at = (*seen_at).min(now);
                if now >= seen_at.plus(SEEN_EVERY) {
                    *seen_at = now;
                    keep_seen(desk, there).await?;
                }
                next = [next, Some(seen_at.plus(SEEN_EVERY))].into_iter().flatten().min();
            }
            let wait = |due: Timestamp| Duration::from_millis((due.0 - now.0).max(1).unsigned_abs());
            return Ok(next.map(|due| tick.plus(wait(due).min(SEEN_EVERY))));
        }
        let written = moves.clone();
        let unit = move |unit: &mut crate::storage::Unit<'_>| {
            for (agent, what) in written {
                moved(unit, agent, what)?;
            }
            for (agent, change) in changes {
                change_by_clock(unit, agent, change)?;
            }
            Ok(())
        };
        desk.db.write(unit).await?;
        desk.presence.logged(&moves, desk.clock.now());
    }
}

async fn keep_seen(desk: &Desk, there: Vec<(AgentId, There)>) -> Result<(), Fault> {
    if there.is_empty() {
        return Ok(());
    }
    let keep = move |unit: &mut crate::storage::Unit<'_>| {
        for (agent, there) in there {
            stays::keep(unit.conn(), agent, there)?;
        }
        Ok(())
    };
    desk.db.write(keep).await
}
