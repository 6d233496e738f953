//! What of a text is counted: n-grams of characters, terms, sounds, and words of the table.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::form::{Form, Run};
use super::hash::{AsIs, Hash};
use super::pinyin;
use super::table::{self, HAN_MAX, Row};

/// Something that is counted, and what is known of it without the FAQ.
#[derive(Debug, Clone, Copy)]
pub struct Gram {
    /// What it is.
    pub key: u64,
    /// What it counts: its kind's share, times 0.8 for a synonym.
    pub worth: f32,
    /// How probable it is in any text of some length.
    pub background: f32,
}

/// Characters, or words, of a text of usual length.
const USUAL_LENGTH: f32 = 8.0;
/// N-grams of a word of letters, in letters with the marks of its ends.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=4;
/// Longest n-gram of Chinese.
const HAN: usize = 3;
/// What n-grams of Chinese count, by length.
const HAN_WORTH: [f32; HAN] = [0.6, 1.0, 1.0];
/// How frequent a sound is.
const SOUND_FREQUENCY: f32 = 0.004;
/// What parts of a word count beside the word.
const PART_WORTH: f32 = 0.45;

fn background(frequency: f32) -> f32 {
    (frequency * USUAL_LENGTH).min(0.9)
}

/// How probable things are in any text, each looked up once.
#[derive(Default)]
pub struct Backgrounds(HashMap<u64, f32, BuildHasherDefault<AsIs>>);

impl Backgrounds {
    /// Of a run of characters of Chinese: as a word, else as chance would have it.
    fn han(&mut self, key: u64, chars: &[char]) -> f32 {
        let look_up = || {
            let mut word = [0; 4 * HAN];
            let mut length = 0;
            for c in chars {
                length += c.encode_utf8(&mut word[length..]).len();
            }
            let row = std::str::from_utf8(&word[..length]).ok().and_then(table::find);
            if chars.len() == 1 || row.is_some() {
                return background(table::frequency(row));
            }
            let single = |c: &char| table::frequency(table::find(c.encode_utf8(&mut [0; 4])));
            background(chars.iter().map(single).product::<f32>() * USUAL_LENGTH)
        };
        *self.0.entry(key).or_insert_with(look_up)
    }

    fn word(&mut self, word: &str) -> f32 {
        let key = Hash::new(b'w').bytes(word.as_bytes()).finish();
        *self.0.entry(key).or_insert_with(|| background(table::frequency(table::find(word))))
    }
}

/// A word of the table as something that is counted.
#[must_use]
pub fn sense(row: Row, worth: f32) -> Gram {
    Gram { key: u64::from(row.number()), worth, background: background(table::frequency(Some(row))) }
}

/// N-grams of characters: of 1 to 3 in Chinese, within words in what has letters, and whole words.
#[must_use]
pub fn grams(form: &Form, backgrounds: &mut Backgrounds) -> Vec<Gram> {
    let mut grams = Vec::new();
    for (run, weight) in &form.runs {
        match run {
            Run::Han(chars) => {
                for (worth, length) in HAN_WORTH.iter().zip(1..) {
                    for part in chars.windows(length) {
                        let key = of_chars(part);
                        let background = backgrounds.han(key, part);
                        grams.push(Gram { key, worth: weight * worth, background });
                    }
                }
            }
            Run::Word(word, stem) => {
                let background = backgrounds.word(word);
                grams.push(Gram { key: of_stem(stem), worth: *weight, background });
                let marked: Vec<u8> = [b"<", word.as_bytes(), b">"].concat();
                for length in LETTERS {
                    for part in marked.windows(length) {
                        let key = Hash::new(b'l').bytes(part).finish();
                        grams.push(Gram { key, worth: weight * PART_WORTH, background });
                    }
                }
            }
        }
    }
    once(grams)
}

fn of_chars(chars: &[char]) -> u64 {
    chars.iter().fold(Hash::new(b'h'), |hash, c| hash.char(*c)).finish()
}

fn of_stem(stem: &str) -> u64 {
    Hash::new(b's').bytes(stem.as_bytes()).finish()
}

/// Terms: pairs and single characters of Chinese, stems of words.
#[must_use]
pub fn terms(form: &Form, backgrounds: &mut Backgrounds) -> Vec<Gram> {
    let mut terms = Vec::new();
    for (run, weight) in &form.runs {
        match run {
            Run::Han(chars) => {
                for part in chars.windows(1).chain(chars.windows(2)) {
                    let key = of_chars(part);
                    terms.push(Gram { key, worth: *weight, background: backgrounds.han(key, part) });
                }
            }
            Run::Word(word, stem) => {
                let background = backgrounds.word(word);
                terms.push(Gram { key: of_stem(stem), worth: *weight, background });
            }
        }
    }
    once(terms)
}

/// How a text of Chinese sounds.
#[must_use]
pub fn sounds(form: &Form) -> Vec<Gram> {
    let mut sounds = Vec::new();
    for run in form.said() {
        if let Run::Han(chars) = run {
            for heard in chars.split(|c| pinyin::sound(*c).is_none()) {
                let heard: Vec<u16> = heard.iter().filter_map(|c| pinyin::sound(*c)).collect();
                add_sounds(&heard, &mut sounds);
            }
        }
    }
    once(sounds)
}

/// What is counted of sounds in a row.
#[must_use]
pub fn heard(sounds: &[u16]) -> Vec<Gram> {
    let mut grams = Vec::new();
    add_sounds(sounds, &mut grams);
    once(grams)
}

fn add_sounds(heard: &[u16], sounds: &mut Vec<Gram>) {
    for length in 1..=HAN {
        for part in heard.windows(length) {
            let key =
                part.iter().fold(Hash::new(b'p'), |hash, sound| hash.bytes(&sound.to_le_bytes())).finish();
            let background = background(SOUND_FREQUENCY.powi(length as i32));
            sounds.push(Gram { key, worth: HAN_WORTH[length - 1], background });
        }
    }
}

/// A piece cut into words of the table, the longest first; what it does not have stands by itself.
#[must_use]
pub fn cut(run: &Run) -> Vec<(Run, Option<Row>)> {
    let mut words = Vec::new();
    match run {
        Run::Han(chars) => {
            let mut at = 0;
            while at < chars.len() {
                let longest = (1..=HAN_MAX.min(chars.len() - at)).rev().find_map(|length| {
                    let word: String = chars[at..at + length].iter().collect();
                    table::find(&word).map(|row| (row, length))
                });
                let length = longest.map_or(1, |(_, length)| length);
                words.push((Run::Han(chars[at..at + length].to_vec()), longest.map(|(row, _)| row)));
                at += length;
            }
        }
        Run::Word(word, stem) => {
            words.push((run.clone(), table::find(word).or_else(|| table::find(stem))));
        }
    }
    words
}

/// Words of the table in a text, each with its weight.
#[must_use]
pub fn words(form: &Form) -> Vec<(Row, f32)> {
    let mut words = Vec::new();
    for (run, weight) in &form.runs {
        let mut add = |row: Row| words.push((row, weight * table::weight(table::frequency(Some(row)))));
        for (part, row) in cut(run) {
            match (row, &part) {
                (Some(row), _) => add(row),
                (None, Run::Word(word, _)) => parts(word, &mut add),
                (None, Run::Han(_)) => {}
            }
        }
    }
    words
}

/// A word that the table does not have, in parts of four letters at least that it has.
fn parts(word: &str, add: &mut impl FnMut(Row)) {
    if !word.is_ascii() {
        return;
    }
    let mut at = 0;
    while at + 4 <= word.len() {
        let longest = (4..=word.len() - at)
            .rev()
            .find_map(|length| table::find(&word[at..at + length]).map(|row| (row, length)));
        if let Some((row, _)) = longest {
            add(row);
        }
        at += longest.map_or(1, |(_, length)| length);
    }
}

/// Each once, with what it counts most.
fn once(mut grams: Vec<Gram>) -> Vec<Gram> {
    grams.sort_unstable_by(|one, other| one.key.cmp(&other.key).then(other.worth.total_cmp(&one.worth)));
    grams.dedup_by_key(|gram| gram.key);
    grams
}
