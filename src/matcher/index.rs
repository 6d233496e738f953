//! An FAQ as it is asked: everything that is counted once, before the first question.

use std::ops::Range;

use super::Source;
use super::form::Form;
use super::grams::{self, Backgrounds, Gram};
use super::postings::Postings;
use super::table::{self, DIMS, Row};
use super::typed;

/// What is kept of an FAQ's phrasings and entries.
pub struct Kept {
    /// Ids of the entries, in their order.
    pub ids: Vec<i64>,
    /// Phrasings of each entry.
    pub of_entry: Vec<Range<u32>>,
    /// The entry of each phrasing.
    pub entry_of: Vec<u32>,
    /// Place of each phrasing in its entry, as it was given.
    pub place: Vec<u32>,
    /// Phrasings as compared, in characters, one after another.
    pub lines: Vec<Box<str>>,
    /// Words of the table of each.
    pub words: Vec<Box<[u32]>>,
    /// Points of the phrasings, of length 127.
    pub points: Vec<i8>,
    /// Terms of each.
    pub lengths: Vec<f32>,
    /// N-grams.
    pub grams: Postings,
    /// Terms.
    pub terms: Postings,
    /// Sounds.
    pub sounds: Postings,
    /// Words of the table.
    pub senses: Postings,
    /// Lengths of what an entry's phrasings sum up to: n-grams, points.
    pub centres: Vec<[f32; 2]>,
}

/// A question as it is compared.
pub struct Asked {
    /// Its pieces.
    pub form: Form,
    /// N-grams.
    pub grams: Vec<Gram>,
    /// Terms.
    pub terms: Vec<Gram>,
    /// Sounds.
    pub sounds: Vec<Gram>,
    /// Words of the table, and what they weigh by the table alone.
    pub words: Vec<(Row, f32)>,
    /// Its characters.
    pub line: Vec<char>,
}

impl Asked {
    /// Reads a form.
    #[must_use]
    pub fn new(form: Form, kept: &Kept) -> Self {
        let form = typed::read(&form, &kept.sounds, &kept.lines).unwrap_or(form);
        let sounds = grams::sounds(&form);
        let mut backgrounds = Backgrounds::default();
        Self {
            grams: grams::grams(&form, &mut backgrounds),
            terms: grams::terms(&form, &mut backgrounds),
            sounds,
            words: grams::words(&form),
            line: form.line().chars().collect(),
            form,
        }
    }
}

/// Words as something that is counted.
#[must_use]
pub fn senses(words: &[(Row, f32)]) -> Vec<Gram> {
    let mut senses: Vec<Gram> = words.iter().map(|(row, weight)| grams::sense(*row, *weight)).collect();
    senses.sort_unstable_by_key(|sense| sense.key);
    senses.dedup_by_key(|sense| sense.key);
    senses
}

impl Kept {
    /// Counts an FAQ.
    #[must_use]
    pub fn build(source: &Source) -> Self {
        let mut ids = Vec::new();
        let mut of_entry = Vec::new();
        let (mut entry_of, mut place) = (Vec::new(), Vec::new());
        let (mut lines, mut words, mut lengths) = (Vec::new(), Vec::new(), Vec::new());
        let (mut all_grams, mut all_terms, mut all_sounds, mut all_senses) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut all_words = Vec::new();
        let mut backgrounds = Backgrounds::default();
        for entry in &source.entries {
            let first = entry_of.len() as u32;
            for (at, (_, text)) in entry.phrasings.iter().enumerate() {
                let form = Form::new(text);
                if !form.asks() {
                    continue;
                }
                let of_words = grams::words(&form);
                entry_of.push(ids.len() as u32);
                place.push(at as u32);
                lines.push(form.line().into_boxed_str());
                words.push(of_words.iter().map(|(row, _)| row.number()).collect());
                all_grams.push(grams::grams(&form, &mut backgrounds));
                let terms = grams::terms(&form, &mut backgrounds);
                lengths.push(terms.len() as f32);
                all_terms.push(terms);
                all_sounds.push(grams::sounds(&form));
                all_senses.push(senses(&of_words));
                all_words.push(of_words);
            }
            of_entry.push(first..entry_of.len() as u32);
            ids.push(entry.id);
        }
        let total = ids.len();
        let senses = Postings::build(&all_senses, &entry_of, total);
        let mut points = Vec::with_capacity(entry_of.len() * DIMS);
        for of_words in &all_words {
            let mut point = [0.0; DIMS];
            for (row, weight) in of_words {
                table::add(*row, *weight, &mut point);
            }
            let scale = 127.0 / length(&point).max(1e-6);
            points.extend(point.iter().map(|value| (value * scale).round().clamp(-127.0, 127.0) as i8));
        }
        let mut kept = Self {
            grams: Postings::build(&all_grams, &entry_of, total),
            terms: Postings::build(&all_terms, &entry_of, total),
            sounds: Postings::build(&all_sounds, &entry_of, total),
            centres: vec![[0.0; 2]; total],
            ids,
            of_entry,
            entry_of,
            place,
            lines,
            words,
            points,
            lengths,
            senses,
        };
        kept.find_centres(&all_grams);
        kept
    }

    /// The point of a phrasing.
    #[must_use]
    pub fn point(&self, phrasing: usize) -> &[i8] {
        &self.points[phrasing * DIMS..(phrasing + 1) * DIMS]
    }

    fn find_centres(&mut self, all_grams: &[Vec<Gram>]) {
        let mut sums: Vec<(u64, f32)> = Vec::new();
        for (entry, range) in self.of_entry.clone().into_iter().enumerate() {
            sums.clear();
            let mut centre = [0.0_f32; DIMS];
            let range = range.start as usize..range.end as usize;
            for (phrasing, grams) in range.clone().zip(&all_grams[range]) {
                let norm = self.grams.norm(phrasing).max(1e-6);
                for (gram, weight) in grams.iter().zip(self.grams.weights_of(grams)) {
                    sums.push((gram.key, weight / norm));
                }
                for (sum, value) in centre.iter_mut().zip(self.point(phrasing)) {
                    *sum += f32::from(*value) / 127.0;
                }
            }
            sums.sort_unstable_by_key(|(key, _)| *key);
            let square: f32 = sums
                .chunk_by(|one, other| one.0 == other.0)
                .map(|same| same.iter().map(|(_, w)| w).sum::<f32>().powi(2))
                .sum();
            self.centres[entry] = [square.sqrt(), length(&centre)];
        }
    }

    /// Memory that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let count = self.entry_of.len();
        self.ids.capacity() * 8
            + self.of_entry.capacity() * 8
            + self.centres.capacity() * 8
            + count * (4 + 4 + 4 + 4 + 16 + 16)
            + self.lines.iter().map(|line| line.len()).sum::<usize>()
            + self.words.iter().map(|words| words.len() * 4).sum::<usize>()
            + self.points.capacity()
            + self.grams.bytes()
            + self.terms.bytes()
            + self.sounds.bytes()
            + self.senses.bytes()
    }
}

/// Length of a point.
#[must_use]
pub fn length(point: &[f32]) -> f32 {
    point.iter().map(|value| value * value).sum::<f32>().sqrt()
}
