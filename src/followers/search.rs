//! Keeps the index of the search up with the log.
//!
//! It has no place among the followers that read before something is erased: words that were not read yet need not be read at all.
//! What changes behind it is put right in the unit that changes it.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::events::{EventKind, LogPosition};
use crate::flows::Desk;
use crate::flows::search::fill;

/// How long a step that failed waits for its next try: twice as long after each, from the first to the second.
const RETRY: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(30));

/// What is written within this time of a step waits for the next one: a step costs as much for one message as for a hundred.
///
/// It is the machine's time that is spared, so it is the machine's time that is waited for.
const BREATH: Duration = Duration::from_millis(100);

/// What there may be to do after: words, and demo data that went.
const WAKING: &[EventKind] = &[EventKind::Message, EventKind::Erased];

/// Reads on until `stop` is cancelled or the writer is gone.
pub(super) async fn run(desk: Desk, stop: CancellationToken) {
    let mut head = desk.db.head();
    // The first step finds out how far it is.
    let mut reached: LogPosition = -1;
    let mut pause = RETRY.0;
    loop {
        let wanted = || desk.db.newest_of(WAKING) > reached;
        tokio::select! {
            biased;
            () = stop.cancelled() => return,
            more = head.wait_for(|_| wanted()) => if more.is_err() { return },
        }
        match fill::step(&desk).await {
            Ok(read) => {
                reached = if read.more { -1 } else { read.reached };
                pause = RETRY.0;
                if !read.more {
                    tokio::select! {
                        () = tokio::time::sleep(BREATH) => {}
                        () = stop.cancelled() => return,
                    }
                }
            }
            Err(fault) => {
                tracing::warn!(code = fault.code, "messages could not be made searchable; trying again");
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
