//! Keeps the index of the FAQ up with the log, and measures it anew when changes were only put into it.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::clock::Tick;
use crate::events::{EventKind, LogPosition};
use crate::flows::Desk;
use crate::flows::faq::import;
use crate::flows::faq::refresh::refresh;

/// How long changes are put into an index before it is built anew.
const FOLD_AFTER: Duration = Duration::from_mins(5);
/// How long a try that failed waits for the next one.
const RETRY: Duration = Duration::from_secs(1);
/// What may have changed it.
const WAKING: &[EventKind] = &[EventKind::SettingsChanged];

pub(super) async fn run(desk: Desk, stop: CancellationToken) {
    if let Err(fault) = import::go_on(&desk).await {
        tracing::warn!(code = fault.code, "imports of the FAQ could not be read");
    }
    let mut head = desk.db.head();
    let mut moved = desk.knowledge.moved();
    let mut reached: LogPosition = -1;
    let mut due: Option<Tick> = None;
    loop {
        let (wanted, waits) = (|| desk.db.newest_of(WAKING) > reached, || desk.knowledge.is_held());
        let fold = async {
            match due {
                Some(tick) => desk.clock.sleep_until(tick).await,
                None => std::future::pending().await,
            }
        };
        let whole = tokio::select! {
            biased;
            () = stop.cancelled() => return,
            more = head.wait_for(|_| wanted() && !waits()) => if more.is_err() { return } else { false },
            // The end of an import is no event.
            _ = moved.changed() => false,
            () = fold => true,
        };
        let seen = desk.db.newest_of(WAKING);
        if waits() {
            continue;
        }
        match refresh(&desk, whole).await {
            Ok(()) => {
                reached = seen;
                moved.mark_unchanged();
                let patched = desk.knowledge.current().patched;
                due = if patched {
                    due.filter(|_| !whole).or(Some(desk.clock.tick().plus(FOLD_AFTER)))
                } else {
                    None
                };
            }
            Err(fault) => {
                tracing::warn!(code = fault.code, "the FAQ could not be read; trying again");
                let again = desk.clock.sleep_until(desk.clock.tick().plus(RETRY));
                tokio::select! {
                    () = again => {}
                    () = stop.cancelled() => return,
                }
            }
        }
    }
}
