//! Notices to agents' browsers: reads from the log what somebody may have to know at once, and sends what no page of theirs showed
//! within a few seconds. Nothing else waits for it: a push service that is slow or gone holds up notices alone.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::clock::{Tick, Timestamp};
use crate::config::Config;
use crate::domain::push::store;
use crate::events::{EventKind, LogPosition, Logged};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::push::notices;
use crate::flows::push::sending::Sender;
use crate::storage::Unit;
use crate::storage::follower::{self, Follower};
use crate::tls;

/// Name of the follower's cursor.
pub const NAME: &str = "push";
/// Longest time between two looks while something is due: the wall clock is set, machines sleep.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// How long to wait before trying again what failed.
const RETRY: Duration = Duration::from_secs(1);

/// Keeps what is to go out.
#[derive(Debug)]
pub struct Notices;

impl Follower for Notices {
    fn name(&self) -> &'static str {
        NAME
    }

    fn kinds(&self) -> &'static [EventKind] {
        notices::KINDS
    }

    fn begin(&self, unit: &mut Unit<'_>) -> Result<LogPosition, Fault> {
        Ok(unit.head())
    }

    fn handle(&self, unit: &mut Unit<'_>, page: &[Logged]) -> Result<(), Fault> {
        let listeners: BTreeSet<_> = store::agents(unit.conn())?.into_iter().collect();
        page.iter().try_for_each(|logged| notices::take(unit, logged, &listeners))
    }
}

/// Starts it, if notices are sent at all.
pub(super) fn start(desk: &Desk, config: &Config, stop: &CancellationToken) -> Option<JoinHandle<()>> {
    if !config.push.enabled {
        return None;
    }
    // What cannot be read then is told by whoever checks the settings; the services of browsers' makers are reached all the same.
    let roots = tls::roots("push.roots", &config.push.roots).unwrap_or_else(|error| {
        tracing::error!(%error, "added push services are not recognised");
        crate::outgoing::public_roots()
    });
    let sender = Sender::new(&config.push, config.server.public_url.origin(), roots);
    Some(tokio::spawn(run(desk.clone(), sender, stop.clone())))
}

/// Follows and sends until `stop` is cancelled or the writer is gone.
async fn run(desk: Desk, sender: Sender, stop: CancellationToken) {
    let mut head = desk.db.head();
    let mut reached: LogPosition = -1;
    loop {
        let next = match turn(&desk, &sender, &mut reached, &stop).await {
            Ok(next) => next.map(|due| wait(&desk, due)),
            Err(fault) => {
                tracing::warn!(code = fault.code, "notices were not sent; trying again");
                Some(desk.clock.tick().plus(RETRY))
            }
        };
        let slept = async {
            match next {
                Some(next) => desk.clock.sleep_until(next).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            () = stop.cancelled() => return,
            more = head.wait_for(|_| desk.db.newest_of(notices::KINDS) > reached) => if more.is_err() { return },
            () = slept => {}
        }
    }
}

fn wait(desk: &Desk, due: Timestamp) -> Tick {
    let left = Duration::from_millis((due.0 - desk.clock.now().0).max(0).unsigned_abs());
    desk.clock.tick().plus(left.min(LOOK_EVERY))
}

/// Reads on and sends what is due; when the next one is.
async fn turn(
    desk: &Desk,
    sender: &Sender,
    reached: &mut LogPosition,
    stop: &CancellationToken,
) -> Result<Option<Timestamp>, Fault> {
    let follower: Arc<dyn Follower> = Arc::new(Notices);
    loop {
        let (follower, epoch) = (Arc::clone(&follower), desk.db.meta().log_epoch.clone());
        let read = desk.db.write(move |unit| follower::step(unit, follower.as_ref(), &epoch)).await?;
        *reached = read.reached;
        if !read.more {
            break;
        }
    }
    loop {
        let went_out = tokio::select! {
            went_out = sender.send_due(desk) => went_out?,
            () = stop.cancelled() => return Ok(None),
        };
        if !went_out {
            return desk.db.read(|conn| Ok(store::next_due(conn)?)).await;
        }
    }
}
