//! Which phrasings have what is counted, and how much it says.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::grams::{Gram, sense};
use super::table::{self, Row};

/// Keys are hashes already.
#[derive(Default)]
pub struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

type Keys = HashMap<u64, u32, BuildHasherDefault<AsIs>>;

/// How many texts of any kind stand beside the FAQ when it is counted how rare something is.
const PRIOR_TEXTS: f32 = 60.0;

/// Which phrasings have what.
#[derive(Default)]
pub struct Postings {
    keys: Keys,
    starts: Vec<u32>,
    phrasings: Vec<u32>,
    weights: Vec<f32>,
    /// How many entries have each.
    entries: Vec<u32>,
    entries_total: usize,
    /// Length of each phrasing as a vector.
    norms: Vec<f32>,
}

/// What is left out of an answer, as if it were not in the FAQ: phrasings, and the entry whose they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Without {
    /// Phrasings.
    pub phrasings: Range<u32>,
    /// All phrasings of the entry.
    pub entry: Range<u32>,
}

/// What a question has of what is counted.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// Weight of what it has.
    pub total: f32,
    /// Weight of what the FAQ knows of it.
    pub known: f32,
    /// Length as a vector.
    pub norm: f32,
}

impl Postings {
    /// Of phrasings in their order, each with its entry's number, which grow together.
    #[must_use]
    pub fn build(grams_of: &[Vec<Gram>], entry_of: &[u32], entries_total: usize) -> Self {
        let mut built = Self { entries_total, ..Self::default() };
        let mut counts: Vec<u32> = Vec::new();
        let mut last_entry: Vec<u32> = Vec::new();
        let mut ids: Vec<u32> = Vec::with_capacity(grams_of.iter().map(Vec::len).sum());
        for (grams, entry) in grams_of.iter().zip(entry_of) {
            for gram in grams {
                let next = counts.len() as u32;
                let id = *built.keys.entry(gram.key).or_insert(next);
                if id == next {
                    counts.push(0);
                    built.entries.push(0);
                    last_entry.push(u32::MAX);
                }
                let at = id as usize;
                counts[at] += 1;
                if last_entry[at] != *entry {
                    last_entry[at] = *entry;
                    built.entries[at] += 1;
                }
                ids.push(id);
            }
        }
        built.starts = Vec::with_capacity(counts.len() + 1);
        built.starts.push(0);
        for count in &counts {
            built.starts.push(built.starts.last().copied().unwrap_or(0) + count);
        }
        let mut next: Vec<u32> = built.starts.clone();
        built.phrasings = vec![0; ids.len()];
        built.weights = vec![0.0; ids.len()];
        let mut ids = ids.into_iter();
        for (phrasing, grams) in grams_of.iter().enumerate() {
            let mut square = 0.0;
            for (gram, id) in grams.iter().zip(&mut ids) {
                let weight = gram.worth * built.rarity(built.entries[id as usize], gram.background);
                square += weight * weight;
                let at = next[id as usize] as usize;
                next[id as usize] += 1;
                built.phrasings[at] = phrasing as u32;
                built.weights[at] = weight;
            }
            built.norms.push(square.sqrt());
        }
        built.keys.shrink_to_fit();
        built.entries.shrink_to_fit();
        built
    }

    /// What something says that so many entries have: the rarer the more, among texts of any kind as well.
    fn rarity(&self, entries: u32, background: f32) -> f32 {
        let total = self.entries_total as f32 + PRIOR_TEXTS;
        ((total + 1.0) / (entries as f32 + PRIOR_TEXTS * background + 0.5)).ln().max(0.02)
    }

    fn list(&self, key: u64) -> Option<(Range<usize>, u32)> {
        let id = *self.keys.get(&key)? as usize;
        Some((self.starts[id] as usize..self.starts[id + 1] as usize, self.entries[id]))
    }

    /// How many entries have something, but for what is left out.
    fn entries_with(&self, range: &Range<usize>, entries: u32, without: &Without) -> u32 {
        if without.phrasings.is_empty() {
            return entries;
        }
        let list = &self.phrasings[range.clone()];
        let from = list.partition_point(|phrasing| *phrasing < without.entry.start);
        let of_entry = list[from..].iter().take_while(|phrasing| **phrasing < without.entry.end);
        let (mut out, mut left) = (false, false);
        for phrasing in of_entry {
            if without.phrasings.contains(phrasing) { out = true } else { left = true }
        }
        if out && !left { entries - 1 } else { entries }
    }

    /// Adds to each phrasing the product with the question as vectors.
    pub fn cosines(&self, grams: &[Gram], without: &Without, dots: &mut [f32]) -> Seen {
        let mut seen = Seen::default();
        for gram in grams {
            let found = self.list(gram.key);
            let entries =
                found.as_ref().map_or(0, |(range, entries)| self.entries_with(range, *entries, without));
            let weight = gram.worth * self.rarity(entries, gram.background);
            seen.norm += weight * weight;
            seen.total += weight;
            let Some((range, _)) = found else { continue };
            if entries > 0 {
                seen.known += weight;
            }
            for (phrasing, there) in self.phrasings[range.clone()].iter().zip(&self.weights[range]) {
                dots[*phrasing as usize] += weight * there;
            }
        }
        seen.norm = seen.norm.sqrt();
        seen
    }

    /// Adds to each phrasing what BM25 gives it, as a share of the best that the question could have.
    pub fn shares(&self, terms: &[Gram], lengths: &[f32], without: &Without, shares: &mut [f32]) -> Seen {
        const K1: f32 = 1.2;
        const B: f32 = 0.5;
        let mut seen = Seen::default();
        let mean = lengths.iter().sum::<f32>() / (lengths.len().max(1) as f32);
        let mut scored = Vec::with_capacity(terms.len());
        for term in terms {
            let found = self.list(term.key);
            let entries =
                found.as_ref().map_or(0, |(range, entries)| self.entries_with(range, *entries, without));
            let weight = term.worth * self.rarity(entries, term.background);
            seen.total += weight;
            if entries > 0 {
                seen.known += weight;
            }
            if let Some((range, _)) = found {
                scored.push((range, weight));
            }
        }
        let best = seen.total.max(1e-6);
        for (range, weight) in scored {
            for phrasing in &self.phrasings[range] {
                let length = lengths[*phrasing as usize] / mean.max(1e-6);
                shares[*phrasing as usize] +=
                    weight / best * (K1 + 1.0) / (1.0 + K1 * (1.0 - B + B * length));
            }
        }
        seen
    }

    /// What each of a phrasing's grams weighs.
    pub fn weights_of<'a>(&'a self, grams: &'a [Gram]) -> impl Iterator<Item = f32> + 'a {
        grams.iter().map(|gram| self.weight_of(gram))
    }

    /// What a gram weighs.
    #[must_use]
    pub fn weight_of(&self, gram: &Gram) -> f32 {
        let entries = self.keys.get(&gram.key).map_or(0, |id| self.entries[*id as usize]);
        gram.worth * self.rarity(entries, gram.background)
    }

    /// What each gram of a question weighs, and whether the FAQ has it.
    #[must_use]
    pub fn rarities(&self, grams: &[Gram], without: &Without) -> Vec<(f32, bool)> {
        let of = |gram: &Gram| {
            let found = self.list(gram.key);
            let entries =
                found.as_ref().map_or(0, |(range, entries)| self.entries_with(range, *entries, without));
            (gram.worth * self.rarity(entries, gram.background), entries > 0)
        };
        grams.iter().map(of).collect()
    }

    /// What a word of the table weighs that the FAQ has.
    #[must_use]
    pub fn weight_of_key(&self, row: u32) -> f32 {
        let row = Row::of(row);
        let gram = sense(row, table::weight(table::frequency(Some(row))));
        self.weight_of(&gram)
    }

    /// Length of a phrasing as a vector.
    #[must_use]
    pub fn norm(&self, phrasing: usize) -> f32 {
        self.norms.get(phrasing).copied().unwrap_or(0.0)
    }

    /// Memory that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.keys.capacity() * 13
            + self.starts.capacity() * 4
            + self.phrasings.capacity() * 4
            + self.weights.capacity() * 4
            + self.entries.capacity() * 4
            + self.norms.capacity() * 4
    }
}
