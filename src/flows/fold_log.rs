//! Emptying the write-ahead log after an erasure, when a reader held that up at first.

use std::time::Duration;

use crate::fault::Fault;
use crate::flows::Desk;

/// Pauses between tries while somebody waits for the answer: two seconds in all.
const PAUSES_MS: [u64; 5] = [50, 150, 300, 500, 1_000];

/// Waits until the log holds nothing erased; `false` if a reader held it up all the time. The tries go on without
/// the caller then.
pub async fn until_folded(desk: &Desk) -> Result<bool, Fault> {
    for pause in PAUSES_MS {
        if desk.db.is_folded() {
            return Ok(true);
        }
        desk.clock.sleep_until(desk.clock.tick().plus(Duration::from_millis(pause))).await;
        fold(desk).await?;
    }
    Ok(desk.db.is_folded())
}

/// Tries once.
pub async fn fold(desk: &Desk) -> Result<(), Fault> {
    desk.db
        .write(|unit| {
            unit.forget();
            Ok(())
        })
        .await
}
