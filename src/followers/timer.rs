//! Runs one timer: does what is due, sleeps until the next thing is due, and checks again when an event may have moved something
//! forward. Nothing ticks while nothing is due.

use std::time::Duration;

use rusqlite::Connection;
use tokio_util::sync::CancellationToken;

use crate::clock::{Tick, Timestamp};
use crate::events::EventKind;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::storage::Unit;

/// Longest time between two checks: the wall clock is set, machines sleep.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// How long to wait before trying again what failed.
const RETRY: Duration = Duration::from_secs(1);

/// Something that becomes due by the wall clock. What is due stands in the database, so that a crash delays it and never
/// loses it.
pub trait Timer: Send + Sync + 'static {
    /// Name in log lines.
    const NAME: &'static str;
    /// Events after which something may be due earlier than before.
    const KINDS: &'static [EventKind];

    /// When the next thing is due; `None` if nothing is.
    fn next_due(conn: &Connection) -> rusqlite::Result<Option<Timestamp>>;

    /// Does what is due at `unit.now()`, a bounded part of it.
    fn fire(unit: &mut Unit<'_>) -> Result<(), Fault>;
}

/// Runs until `stop` is cancelled or the writer is gone.
pub async fn run<T: Timer>(desk: Desk, _: T, stop: CancellationToken) {
    let mut head = desk.db.head();
    loop {
        let seen = desk.db.newest_of(T::KINDS);
        let next = match check::<T>(&desk).await {
            Ok(next) => next,
            Err(fault) => {
                tracing::warn!(timer = T::NAME, code = fault.code, "what is due was not done; trying again");
                desk.clock.tick().plus(RETRY)
            }
        };
        tokio::select! {
            () = desk.clock.sleep_until(next) => {}
            () = stop.cancelled() => return,
            moved = head.wait_for(|_| desk.db.newest_of(T::KINDS) > seen) => if moved.is_err() { return },
        }
    }
}

/// Does what is due. Returns when to check again.
async fn check<T: Timer>(desk: &Desk) -> Result<Tick, Fault> {
    loop {
        let due = desk.db.read(|conn| Ok(T::next_due(conn)?)).await?;
        let (now, tick) = (desk.clock.now(), desk.clock.tick());
        match due {
            Some(due) if due <= now => desk.db.write(T::fire).await?,
            Some(due) => {
                let wait = Duration::from_millis((due.0 - now.0).unsigned_abs());
                return Ok(tick.plus(wait.min(LOOK_EVERY)));
            }
            None => return Ok(tick.plus(LOOK_EVERY)),
        }
    }
}
