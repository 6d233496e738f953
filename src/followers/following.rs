//! Runs one follower: wakes it when an event of its kinds was written, page after page until it has them all.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::events::LogPosition;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::storage::follower::{self, Follower};

/// How long a page that failed waits for its next try: twice as long after each, from the first to the second.
const RETRY: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(30));

/// Follows until `stop` is cancelled or the writer is gone.
///
/// A page that fails is retried without end: skipping it would make everything after it wrong. `doctor` reports
/// how far behind a follower is.
pub async fn run(desk: Desk, follower: Arc<dyn Follower>, stop: CancellationToken) {
    let mut head = desk.db.head();
    // The first step finds out where the cursor is.
    let mut reached: LogPosition = -1;
    let mut pause = RETRY.0;
    loop {
        let wanted = || desk.db.newest_of(follower.kinds()) > reached;
        tokio::select! {
            () = stop.cancelled() => return,
            more = head.wait_for(|_| wanted()) => if more.is_err() { return },
        }
        match step(&desk, &follower).await {
            Ok(position) => {
                reached = position;
                pause = RETRY.0;
            }
            Err(fault) => {
                tracing::warn!(
                    follower = follower.name(),
                    code = fault.code,
                    "events were not handled; trying again"
                );
                let again = desk.clock.sleep_until(desk.clock.tick().plus(pause));
                tokio::select! {
                    () = again => {}
                    () = stop.cancelled() => return,
                }
                pause = (pause * 2).min(RETRY.1);
            }
        }
    }
}

async fn step(desk: &Desk, follower: &Arc<dyn Follower>) -> Result<LogPosition, Fault> {
    let (follower, epoch) = (Arc::clone(follower), desk.db.meta().log_epoch.clone());
    let step = desk.db.write(move |unit| follower::step(unit, follower.as_ref(), &epoch)).await?;
    Ok(step.reached)
}
