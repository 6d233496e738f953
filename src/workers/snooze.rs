//! Wakes conversations whose time has come.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::domain::conversations::store;
use crate::fault::Fault;
use crate::flows::{Caller, Desk, change_state};

/// Conversations woken in one transaction.
const BATCH: usize = 100;
/// Longest time between two looks: a snooze that was set meanwhile is noticed by then.
const LOOK_EVERY: Duration = Duration::from_secs(1);

pub(super) async fn run(desk: Desk, stop: CancellationToken) {
    loop {
        if let Err(fault) = wake_due(&desk).await {
            tracing::warn!(code = fault.code, "snoozed conversations could not be woken; trying again");
        }
        let next = desk.clock.sleep_until(desk.clock.tick().plus(LOOK_EVERY));
        tokio::select! {
            () = next => {}
            () = stop.cancelled() => return,
        }
    }
}

async fn wake_due(desk: &Desk) -> Result<(), Fault> {
    let now = desk.clock.now();
    let due = desk.db.read(move |conn| Ok(store::due(conn, now, BATCH)?)).await?;
    if due.is_empty() {
        return Ok(());
    }
    desk.db
        .write(move |unit| {
            for id in due {
                change_state::wake(unit, &Caller::system(), id)?;
            }
            Ok(())
        })
        .await
}
