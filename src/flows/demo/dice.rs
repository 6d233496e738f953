//! Chance for demo data, drawn from the desk's own randomness so that a run can be repeated.

use crate::entropy::Entropy;

/// Throws.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dice<'a>(pub(super) &'a dyn Entropy);

impl Dice<'_> {
    /// A number from 0 to below `end`; 0 where there is none.
    pub(super) fn below(self, end: u64) -> u64 {
        self.0.number().checked_rem(end).unwrap_or(0)
    }

    /// A number from `low` to `high`.
    pub(super) fn between(self, low: i64, high: i64) -> i64 {
        low + self.below((high - low).max(0).unsigned_abs() + 1).cast_signed()
    }

    /// Whether something happens that happens so many times in a hundred.
    pub(super) fn chance(self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of several; `None` of none.
    pub(super) fn pick<T>(self, from: &[T]) -> Option<&T> {
        from.get(usize::try_from(self.below(from.len() as u64)).unwrap_or(0))
    }
}
