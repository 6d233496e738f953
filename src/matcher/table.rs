//! The word table: what words mean, as points that lie near one another where the words do.
//!
//! Made once by `benches/faq/` and part of the executable. It lies there as it is read, so that pages of it load when a
//! question touches them. Words are known by a fingerprint, which the file is sorted by.

use super::hash::fingerprint;

/// Dimensions of a point.
pub const DIMS: usize = 256;
/// What the file begins with: mark, version, dimensions, words.
const HEAD: usize = 16;
/// Longest word of Chinese that is looked up.
pub const HAN_MAX: usize = 5;
/// Steps of a stored frequency for each factor of two.
const STEPS: f32 = 8.0;
/// How rare a word is that the table does not have.
const RAREST: f32 = 2e-7;
/// Words more frequent than this weigh less than half.
const COMMON: f32 = 1e-3;

/// The file, aligned as pages are.
#[repr(C, align(4096))]
struct Aligned<Bytes: ?Sized>(Bytes);

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("words.bin"));

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row(u32);

impl Row {
    /// Its number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The row of a number that [`Row::number`] gave.
    #[must_use]
    pub const fn of(number: u32) -> Self {
        Self(number)
    }
}

fn bytes() -> &'static [u8] {
    &FILE.0
}

/// Words in the table.
#[must_use]
pub fn len() -> usize {
    bytes().get(12..16).map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize)
}

fn fingerprint_at(row: usize) -> u32 {
    let at = HEAD + row * 4;
    bytes().get(at..at + 4).map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// The row of a word.
#[must_use]
pub fn find(word: &str) -> Option<Row> {
    let wanted = fingerprint(word.as_bytes());
    let (mut low, mut high) = (0, len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if fingerprint_at(middle) < wanted { low = middle + 1 } else { high = middle }
    }
    (low < len() && fingerprint_at(low) == wanted).then_some(Row(low as u32))
}

/// How often a word is met among all words.
#[must_use]
pub fn frequency(row: Option<Row>) -> f32 {
    row.map_or(RAREST, |row| {
        let step = bytes().get(HEAD + len() * 4 + row.0 as usize).copied().unwrap_or(0);
        (-f32::from(step) / STEPS).exp2()
    })
}

/// What a word weighs in a text: rare ones say more.
#[must_use]
pub fn weight(frequency: f32) -> f32 {
    COMMON / (COMMON + frequency)
}

/// Adds the point of a word, times a weight, to a sum.
pub fn add(row: Row, weight: f32, sum: &mut [f32; DIMS]) {
    let scales = HEAD + len() * 5;
    let at = scales + row.0 as usize;
    let points = scales + len() + row.0 as usize * (DIMS / 2);
    let Some(scale) = bytes().get(at) else { return };
    let scale = weight * scale_of(*scale);
    let Some(packed) = bytes().get(points..points + DIMS / 2) else { return };
    for (two, pair) in sum.chunks_exact_mut(2).zip(packed) {
        two[0] += scale * (f32::from(pair & 15) - 7.5);
        two[1] += scale * (f32::from(pair >> 4) - 7.5);
    }
}

fn scale_of(stored: u8) -> f32 {
    (-f32::from(stored) / 16.0).exp2()
}
