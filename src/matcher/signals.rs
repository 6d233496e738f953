//! How near each entry is to a question, looked at in several ways.

use super::Language;
use super::grams::Gram;
use super::index::{Asked, Kept, length, senses};
use super::postings::{Seen, Without};
use super::question;
use super::table::{self, DIMS, Row};

/// Ways of looking.
pub const COUNT: usize = 12;
/// Their names, in their order.
pub const NAMES: [&str; COUNT] = [
    "grams",
    "grams_centre",
    "terms",
    "sense",
    "sense_centre",
    "edit",
    "sounds",
    "kind",
    "covered",
    "covers",
    "together",
    "second",
];
/// Entries that are looked at closely.
pub const CANDIDATES: usize = 15;
/// Characters that are compared one by one.
const EDIT_CHARS: usize = 64;

/// Values of one entry, in the order of [`NAMES`].
pub type Values = [f32; COUNT];

/// An entry that may be meant.
#[derive(Debug, Clone)]
pub struct Near {
    /// Its number in the index.
    pub entry: u32,
    /// Its phrasing that is nearest.
    pub phrasing: u32,
    /// How near.
    pub values: Values,
}

/// What was seen of a question.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// The nearest entries, by their values' sum.
    pub near: Vec<Near>,
    /// Share of the question, by weight, that the FAQ has: terms.
    pub known: f32,
    /// The same of words of the table, with what lies near in them.
    pub known_sense: f32,
    /// Share of the question's weight that words of the table make up.
    pub weight: f32,
    /// Characters of Chinese, or words.
    pub length: f32,
}

/// Products of the question with every phrasing.
struct Products {
    grams: Vec<f32>,
    terms: Vec<f32>,
    sounds: Vec<f32>,
    sense: Vec<f32>,
}

/// Looks at a question.
#[must_use]
pub fn look(kept: &Kept, asked: &Asked, without: &Without) -> Look {
    let count = kept.entry_of.len();
    let mut products = Products {
        grams: vec![0.0; count],
        terms: vec![0.0; count],
        sounds: vec![0.0; count],
        sense: vec![0.0; count],
    };
    let seen = kept.grams.cosines(&asked.grams, without, &mut products.grams);
    unit(&mut products.grams, &seen, |phrasing| kept.grams.norm(phrasing));
    let terms = kept.terms.shares(&asked.terms, &kept.lengths, without, &mut products.terms);
    if !asked.sounds.is_empty() {
        let seen = kept.sounds.cosines(&asked.sounds, without, &mut products.sounds);
        unit(&mut products.sounds, &seen, |phrasing| kept.sounds.norm(phrasing));
    }
    let own = senses(&asked.words);
    let rarity = kept.senses.rarities(&own, without);
    sense_products(kept, asked, &mut products.sense);
    let mut near = nearest(kept, asked, &products, without);
    let known_sense = closely(kept, asked, &products, &own, &rarity, without, &mut near);
    Look {
        near,
        known: terms.known / terms.total.max(1e-6),
        known_sense,
        weight: rarity.iter().map(|(weight, _)| weight).sum(),
        length: asked.form.han() as f32 / 2.0 + asked.form.words() as f32,
    }
}

fn unit(dots: &mut [f32], seen: &Seen, norm: impl Fn(usize) -> f32) {
    for (phrasing, dot) in dots.iter_mut().enumerate() {
        if *dot > 0.0 {
            *dot /= (seen.norm * norm(phrasing)).max(1e-6);
        }
    }
}

/// The point of the question, of length 1; `None` where the table has nothing of it.
fn point(asked: &Asked) -> Option<[f32; DIMS]> {
    let mut point = [0.0; DIMS];
    for (row, weight) in &asked.words {
        table::add(*row, *weight, &mut point);
    }
    let length = length(&point);
    if length < 1e-6 {
        return None;
    }
    for value in &mut point {
        *value /= length;
    }
    Some(point)
}

fn sense_products(kept: &Kept, asked: &Asked, products: &mut [f32]) {
    let Some(point) = point(asked) else { return };
    let mut own = [0_i8; DIMS];
    for (rounded, value) in own.iter_mut().zip(point) {
        *rounded = (value * 127.0).round().clamp(-127.0, 127.0) as i8;
    }
    for (product, there) in products.iter_mut().zip(kept.points.chunks_exact(DIMS)) {
        let dot: i32 = own.iter().zip(there).map(|(one, other)| i32::from(*one) * i32::from(*other)).sum();
        *product = dot as f32 / (127.0 * 127.0);
    }
}

/// The entries whose best phrasing has the highest sum.
fn nearest(kept: &Kept, asked: &Asked, products: &Products, without: &Without) -> Vec<Near> {
    let mut near: Vec<(f32, Near)> = Vec::with_capacity(kept.ids.len());
    for (entry, range) in kept.of_entry.iter().enumerate() {
        let mut values = Values::default();
        let mut sums = [0.0_f32; 2];
        let (mut best, mut best_at, mut second) = (f32::MIN, None, 0.0_f32);
        let mut inside = 0.0_f32;
        let (mut out, mut out_grams, mut out_sense) = (false, 0.0, 0.0);
        for phrasing in range.clone() {
            let at = phrasing as usize;
            let (grams, sense) = (products.grams[at], products.sense[at]);
            if without.phrasings.contains(&phrasing) {
                (out, out_grams, out_sense) = (true, grams, sense);
                continue;
            }
            let sum = grams
                + products.terms[at]
                + sense.max(0.0)
                + products.sounds[at] * if asked.form.language == Language::Zh { 0.5 } else { 2.0 };
            if sum > best {
                second = if best_at.is_some() { best } else { 0.0 };
                (best, best_at) = (sum, Some(phrasing));
            } else {
                second = second.max(sum);
            }
            values[0] = values[0].max(grams);
            values[2] = values[2].max(products.terms[at]);
            values[3] = values[3].max(sense);
            values[6] = values[6].max(products.sounds[at]);
            sums[0] += grams;
            sums[1] += sense;
            inside += (sum * 3.0).exp();
        }
        let Some(phrasing) = best_at else { continue };
        let mut norms = kept.centres[entry];
        if out {
            for (norm, (sum, own)) in
                norms.iter_mut().zip([(sums[0] + out_grams, out_grams), (sums[1] + out_sense, out_sense)])
            {
                let _ = own;
                *norm = (*norm * *norm - 2.0 * sum + 1.0).max(1.0).sqrt();
            }
        }
        values[1] = sums[0] / norms[0].max(1e-6);
        values[4] = sums[1] / norms[1].max(1e-6);
        values[10] = inside.ln() / 3.0;
        values[11] = second;
        near.push((best, Near { entry: entry as u32, phrasing, values }));
    }
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.entry.cmp(&other.1.entry)));
    near.truncate(CANDIDATES);
    near.into_iter().map(|(_, near)| near).collect()
}

/// Points of the words of the candidates, each once, of length 1.
struct Unpacked {
    rows: Vec<u32>,
    points: Vec<[f32; DIMS]>,
}

impl Unpacked {
    fn of(mut rows: Vec<u32>) -> Self {
        rows.sort_unstable();
        rows.dedup();
        let points = rows.iter().map(|row| word_point(Row::of(*row))).collect();
        Self { rows, points }
    }
}

fn word_point(row: Row) -> [f32; DIMS] {
    let mut point = [0.0; DIMS];
    table::add(row, 1.0, &mut point);
    let length = length(&point).max(1e-6);
    for value in &mut point {
        *value /= length;
    }
    point
}

/// Adds what takes longer, for the candidates alone. Says what share of the question the candidates together cover.
fn closely(
    kept: &Kept,
    asked: &Asked,
    _products: &Products,
    own: &[Gram],
    rarity: &[(f32, bool)],
    without: &Without,
    near: &mut [Near],
) -> f32 {
    let phrasings = |near: &Near| {
        kept.of_entry[near.entry as usize].clone().filter(|phrasing| !without.phrasings.contains(phrasing))
    };
    let rows: Vec<u32> = near
        .iter()
        .flat_map(|near| phrasings(near).flat_map(|phrasing| kept.words[phrasing as usize].iter().copied()))
        .collect();
    let unpacked = Unpacked::of(rows);
    let own_points: Vec<[f32; DIMS]> = own.iter().map(|word| word_point(Row::of(word.key as u32))).collect();
    let width = own.len();
    // How near each of the candidates' words is to each of the question's.
    let mut nearness = vec![0.0_f32; unpacked.rows.len() * width];
    for ((there, row), out) in
        unpacked.points.iter().zip(&unpacked.rows).zip(nearness.chunks_exact_mut(width.max(1)))
    {
        for ((mine, word), value) in own_points.iter().zip(own).zip(out) {
            *value = if u64::from(*row) == word.key {
                1.0
            } else {
                mine.iter().zip(there).map(|(one, other)| one * other).sum::<f32>().clamp(0.0, 1.0)
            };
        }
    }
    let total: f32 = rarity.iter().map(|(weight, _)| weight).sum::<f32>().max(1e-6);
    let mut best_of_all = vec![0.0_f32; width];
    for near in near.iter_mut() {
        for phrasing in phrasings(near) {
            let mut best = vec![0.0_f32; width];
            let (mut covers, mut covers_total) = (0.0, 0.0);
            for row in &kept.words[phrasing as usize] {
                let Ok(at) = unpacked.rows.binary_search(row) else { continue };
                let values = &nearness[at * width..(at + 1) * width];
                let weight = kept.senses.weight_of_key(*row);
                covers_total += weight;
                covers += weight * values.iter().copied().fold(0.0, f32::max);
                for (best, value) in best.iter_mut().zip(values) {
                    *best = best.max(*value);
                }
            }
            let covered =
                best.iter().zip(rarity).map(|(best, (weight, _))| best * weight).sum::<f32>() / total;
            near.values[8] = near.values[8].max(covered);
            near.values[9] = near.values[9].max(covers / covers_total.max(1e-6) * 0.5 + covered * 0.5);
            for (of_all, best) in best_of_all.iter_mut().zip(&best) {
                *of_all = of_all.max(*best);
            }
            near.values[5] = near.values[5].max(edit(&asked.line, &kept.lines[phrasing as usize]));
            near.values[7] =
                near.values[7].max(question::agreement(asked.kinds, kept.kinds[phrasing as usize]));
        }
    }
    best_of_all.iter().zip(rarity).map(|(best, (weight, _))| best * weight).sum::<f32>() / total
}

/// How alike two lines are, character by character: twice the longest common subsequence over both lengths.
fn edit(one: &[char], other: &str) -> f32 {
    let one = &one[..one.len().min(EDIT_CHARS)];
    let mut row = [0_u8; EDIT_CHARS + 1];
    let mut count = 0;
    for c in other.chars().take(EDIT_CHARS) {
        count += 1;
        let mut diagonal = 0;
        for (at, mine) in one.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if *mine == c { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    2.0 * f32::from(row[one.len()]) / (one.len() + count).max(1) as f32
}
