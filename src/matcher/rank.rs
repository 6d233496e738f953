//! Which candidate comes first, and how probable it is.

use super::index::Asked;
use super::signals::{COUNT, Look};

/// The candidates in order, each with its probability.
#[must_use]
pub fn rank(look: &Look, _asked: &Asked, _entries: usize) -> Vec<(usize, f32)> {
    let score = |at: usize| {
        let v = &look.near[at].values;
        v[0] + v[2] + v[3] + 0.5 * v[1] + 0.5 * v[4] + 0.5 * v[5] + 0.5 * v[6] + v[9] + 0.0 * COUNT as f32
    };
    let mut order: Vec<(usize, f32)> = (0..look.near.len()).map(|at| (at, score(at))).collect();
    order.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let best = order.first().map_or(0.0, |first| first.1);
    let p = (best / 5.5).clamp(0.0, 1.0) * look.known_sense;
    order.into_iter().map(|(at, score)| (at, (p * score / best.max(1e-6)).clamp(0.0, 1.0))).collect()
}
