//! Which candidate comes first, and how probable it is that a person would have given it.
//!
//! A candidate's score is a sum over its values and over how far each is ahead of the best other one. The first one's
//! probability comes from its score and lead, its values, and how much of the question the FAQ knows. The weights were
//! learned from other FAQs (`benches/faq/`).

use super::Language;
use super::signals::{COUNT, Look};

/// Facts about a whole look that stand before the first candidate's values.
pub const FACTS: usize = 10;
/// Everything that the first one's probability is made of.
pub const SURE: usize = FACTS + 2 * COUNT;
/// Leads beyond this say nothing more.
const LEAD_MAX: f32 = 8.0;
/// The lead of an only candidate.
const LEAD_ALONE: f32 = 3.0;
/// FAQs with more entries are taken for ones of so many: others taught nothing of them.
const ENTRIES: (f32, f32) = (1.0, 1000.0);
/// FAQs with fewer entries are judged by what small ones taught, and not by themselves: the nearest of few is not near.
pub const FEW: usize = 25;

/// What was learned for questions of one language.
pub struct Weights {
    /// For the order: a value, and its lead.
    pub order: [f32; 2 * COUNT],
    /// For the first one's probability.
    pub sure: [f32; SURE],
    /// For the probability that the right one is among the first three.
    pub among: [f32; SURE],
    /// What an FAQ's own measure is turned into: factor and addend of the logit.
    pub honest: [f32; 2],
}

/// What was learned: for Chinese and English, then the same for FAQs of few entries.
pub type Learned = [Weights; 4];

/// The weights for a question.
#[must_use]
pub fn weights(learned: &Learned, language: Language, entries: usize) -> &Weights {
    &learned[language as usize + if entries < FEW { 2 } else { 0 }]
}

/// The candidates in order.
pub struct Ranked {
    /// Their places in the look, each with its share of the softmax.
    pub order: Vec<(usize, f32)>,
    /// What was learned elsewhere of how sure the first one is, as a logit.
    pub sure: f32,
    /// The same of the right one being among the first three.
    pub among: f32,
}

/// A look as rows of features, one of each candidate.
#[must_use]
pub fn features(look: &Look) -> Vec<[f32; 2 * COUNT]> {
    let mut best = [f32::MIN; COUNT];
    let mut second = [f32::MIN; COUNT];
    for near in &look.near {
        for ((value, best), second) in near.values.iter().zip(&mut best).zip(&mut second) {
            if value > best {
                *second = *best;
                *best = *value;
            } else if value > second {
                *second = *value;
            }
        }
    }
    if look.near.len() < 2 {
        second = [0.0; COUNT];
    }
    let row = |values: &[f32; COUNT]| {
        let mut row = [0.0; 2 * COUNT];
        for at in 0..COUNT {
            row[at] = values[at];
            row[COUNT + at] = values[at] - if values[at] >= best[at] { second[at] } else { best[at] };
        }
        row
    };
    look.near.iter().map(|near| row(&near.values)).collect()
}

fn sum(weights: &[f32], values: &[f32]) -> f32 {
    weights.iter().zip(values).map(|(weight, value)| weight * value).sum()
}

/// Puts the candidates in order; `None` where there are none.
#[must_use]
pub fn rank(look: &Look, entries: usize, weights: &Weights) -> Option<Ranked> {
    let rows = features(look);
    let scores: Vec<f32> = rows.iter().map(|row| sum(&weights.order, row)).collect();
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|one, other| scores[*other].total_cmp(&scores[*one]).then(one.cmp(other)));
    let first = *order.first()?;
    let top = scores[first];
    let share = 1.0 / scores.iter().map(|score| (score - top).exp()).sum::<f32>();
    let lead = order.get(1).map_or(LEAD_ALONE, |next| top - scores[*next]);
    let mut facts = [0.0; SURE];
    facts[..FACTS].copy_from_slice(&[
        1.0,
        lead.min(LEAD_MAX),
        share,
        (share + 1e-9).ln(),
        top,
        look.known,
        look.known_sense,
        look.length.ln_1p(),
        (entries as f32).clamp(ENTRIES.0, ENTRIES.1).ln(),
        look.weight.ln_1p(),
    ]);
    facts[FACTS..].copy_from_slice(&rows[first]);
    Some(Ranked {
        order: order.into_iter().map(|at| (at, share * (scores[at] - top).exp())).collect(),
        sure: sum(&weights.sure, &facts),
        among: sum(&weights.among, &facts),
    })
}

/// A logit as a probability.
#[must_use]
pub fn probability(logit: f32) -> f32 {
    1.0 / (1.0 + (-logit).exp())
}
