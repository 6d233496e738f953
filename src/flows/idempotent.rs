//! Writes that carry an `Idempotency-Key`: the first answer is committed with the write and given again.

use std::time::Duration;

use crate::domain::idempotency::{self, Kept, Key, store};
use crate::fault::{Fault, Kind};
use crate::storage::Unit;

/// An answer as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// JSON.
    pub body: String,
}

/// Runs `work` once per key. A fault that a repeat could not mend is kept like any other answer, as `render` writes it;
/// 401, 429 and 5xx never are.
pub fn once(
    unit: &mut Unit<'_>,
    key: &Key,
    digest: &[u8; 32],
    kept_for: Duration,
    work: impl FnOnce(&mut Unit<'_>) -> Result<Answer, Fault>,
    render: impl FnOnce(&Fault) -> Answer,
) -> Result<Answer, Fault> {
    if let Some(kept) = store::find(unit.conn(), key, unit.now().minus(kept_for))? {
        return if kept.digest == digest {
            Ok(Answer { status: kept.status, body: kept.body })
        } else {
            Err(idempotency::reused())
        };
    }
    let answer = match unit.attempt(work) {
        Ok(answer) => answer,
        Err(fault) if is_passing(fault.kind) => return Err(fault),
        Err(fault) => render(&fault),
    };
    let kept = Kept { digest: digest.to_vec(), status: answer.status, body: answer.body.clone() };
    store::keep(unit.conn(), key, &kept, unit.now())?;
    Ok(answer)
}

/// Whether the same call may well be answered differently later.
const fn is_passing(kind: Kind) -> bool {
    matches!(kind, Kind::Unauthenticated | Kind::RateLimited | Kind::Unavailable | Kind::Internal)
}
