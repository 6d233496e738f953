//! Keeps learning from what persons answer, and makes all of it anew once a night.
//!
//! It has no place among the followers that read before something is erased: words that were not read yet need not be read at all.
//! What is held in memory to be compared with are numbers, which go when the log tells that their conversation went.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::events::LogPosition;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::faq::count;
use crate::flows::learning::faq::Now;
use crate::flows::learning::fresh;
use crate::flows::learning::learn::{self, KINDS, Learner};

/// How long a step that failed waits for its next try: twice as long after each, from the first to the second.
const RETRY: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(30));
/// How often it is looked whether the night has come.
const LOOK_EVERY: Duration = Duration::from_mins(10);

/// Reads on until `stop` is cancelled or the writer is gone.
pub(super) async fn run(desk: Desk, stop: CancellationToken) {
    let mut head = desk.db.head();
    let mut learner = Learner::default();
    // The first step finds out how far it is.
    let mut reached: LogPosition = -1;
    let mut pause = RETRY.0;
    loop {
        let wanted = || desk.db.newest_of(KINDS) > reached;
        let look = desk.clock.sleep_until(desk.clock.tick().plus(LOOK_EVERY));
        tokio::select! {
            biased;
            () = stop.cancelled() => return,
            more = head.wait_for(|_| wanted()) => if more.is_err() { return },
            () = look => {}
        }
        let done = match learn::step(&desk, &mut learner, Now::shared(&desk)).await {
            Ok(taken) => {
                reached = if taken.more { -1 } else { taken.reached };
                if taken.more { Ok(()) } else { nightly(&desk, &mut learner).await }
            }
            Err(fault) => Err(fault),
        };
        match done {
            Ok(()) => pause = RETRY.0,
            Err(fault) => {
                tracing::warn!(code = fault.code, "nothing was learned from conversations; trying again");
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

/// Makes everything anew, if it is time.
async fn nightly(desk: &Desk, learner: &mut Learner) -> Result<(), Fault> {
    let now = desk.clock.now();
    let (last, offset) = desk
        .db
        .read(move |conn| {
            Ok((crate::domain::learning::store::freshened_at(conn)?, count::offset_ms(conn, now)?))
        })
        .await?;
    if fresh::is_due(last, now, offset) {
        fresh::freshen(desk, learner, &Now::shared(desk)).await
    } else {
        Ok(())
    }
}
