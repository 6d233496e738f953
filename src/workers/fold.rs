//! Empties the write-ahead log of what was recalled, edited or erased, where the write itself did not.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::flows::{Desk, fold_log};

/// Time between two looks: so long may words stand in the log that were taken away.
const LOOK_EVERY: Duration = Duration::from_secs(30);

pub(super) async fn run(desk: Desk, stop: CancellationToken) {
    loop {
        if !desk.db.is_folded()
            && let Err(fault) = fold_log::fold(&desk).await
        {
            tracing::warn!(code = fault.code, "the write-ahead log could not be folded; trying again");
        }
        let next = desk.clock.sleep_until(desk.clock.tick().plus(LOOK_EVERY));
        tokio::select! {
            () = next => {}
            () = stop.cancelled() => return,
        }
    }
}
