//! Brings in the histories that somebody started, one after the other, and goes on with what a stop of the desk came into.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::flows::Desk;
use crate::flows::imports::manage;

/// Pause before a try that failed is repeated.
const RETRY: Duration = Duration::from_secs(10);

pub(super) async fn run(desk: Desk, stop: CancellationToken) {
    if let Err(fault) = manage::sweep(&desk).await {
        tracing::warn!(code = fault.code, "files of imports could not be removed");
    }
    loop {
        let went_on = tokio::select! {
            went_on = manage::go_on(&desk) => went_on,
            () = stop.cancelled() => return,
        };
        let pause = match went_on {
            Ok(true) => continue,
            Ok(false) => None,
            Err(fault) => {
                tracing::warn!(code = fault.code, "imports could not be read; trying again");
                Some(desk.clock.tick().plus(RETRY))
            }
        };
        let again = async {
            match pause {
                Some(tick) => desk.clock.sleep_until(tick).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = desk.importing.rung() => {}
            () = again => {}
            () = stop.cancelled() => return,
        }
    }
}
