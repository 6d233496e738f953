//! What of a text is counted: n-grams of characters, terms, sounds, and words of the table.

use super::Language;
use super::form::{Form, Run};
use super::hash::Hash;
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
/// What parts of a word count beside the word.
const PART_WORTH: f32 = 0.45;

fn background(frequency: f32) -> f32 {
    (frequency * USUAL_LENGTH).min(0.9)
}

/// A word of the table as something that is counted.
#[must_use]
pub fn sense(row: Row, worth: f32) -> Gram {
    Gram { key: u64::from(row.number()), worth, background: background(table::frequency(Some(row))) }
}

/// How frequent a run of characters of Chinese is: as a word, else as chance would have it.
fn han_frequency(chars: &[char]) -> f32 {
    let word: String = chars.iter().collect();
    let row = table::find(&word);
    if chars.len() == 1 || row.is_some() {
        return table::frequency(row);
    }
    chars.iter().map(|c| table::frequency(table::find(c.encode_utf8(&mut [0; 4])))).product::<f32>() * 8.0
}

/// N-grams of characters: of 1 to 3 in Chinese, within words in what has letters, and whole words.
#[must_use]
pub fn grams(form: &Form) -> Vec<Gram> {
    let mut grams = Vec::new();
    for (run, weight) in &form.runs {
        match run {
            Run::Han(chars) => {
                for length in 1..=HAN {
                    for part in chars.windows(length) {
                        let key = part.iter().fold(Hash::new(b'h'), |hash, c| hash.char(*c)).finish();
                        let worth = weight * HAN_WORTH[length - 1];
                        grams.push(Gram { key, worth, background: background(han_frequency(part)) });
                    }
                }
            }
            Run::Word(word, stem) => {
                let background = background(table::frequency(table::find(word)));
                let key = Hash::new(b's').bytes(stem.as_bytes()).finish();
                grams.push(Gram { key, worth: *weight, background });
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

/// Terms: pairs and single characters of Chinese, stems of words.
#[must_use]
pub fn terms(form: &Form) -> Vec<Gram> {
    let mut terms = Vec::new();
    for (run, weight) in &form.runs {
        match run {
            Run::Han(chars) => {
                for length in 1..=2 {
                    for part in chars.windows(length) {
                        let key = part.iter().fold(Hash::new(b'H'), |hash, c| hash.char(*c)).finish();
                        let background = background(han_frequency(part));
                        terms.push(Gram { key, worth: *weight, background });
                    }
                }
            }
            Run::Word(word, stem) => {
                let key = Hash::new(b'S').bytes(stem.as_bytes()).finish();
                let background = background(table::frequency(table::find(word)));
                terms.push(Gram { key, worth: *weight, background });
            }
        }
    }
    once(terms)
}

/// How a text sounds: characters of Chinese, and words that can be nothing but syllables where `typed` says that it was typed so.
#[must_use]
pub fn sounds(form: &Form, typed: bool) -> Vec<Gram> {
    let mut sounds = Vec::new();
    let mut heard: Vec<u16> = Vec::new();
    let close = |heard: &mut Vec<u16>, sounds: &mut Vec<Gram>| {
        for length in 1..=3 {
            for part in heard.windows(length) {
                let key = part
                    .iter()
                    .fold(Hash::new(b'p'), |hash, sound| hash.bytes(&sound.to_le_bytes()))
                    .finish();
                let background = background(0.004_f32.powi(length as i32));
                sounds.push(Gram { key, worth: HAN_WORTH[length - 1], background });
            }
        }
        heard.clear();
    };
    for run in form.said() {
        match run {
            Run::Han(chars) => {
                for c in chars {
                    match pinyin::sound(*c) {
                        Some(sound) => heard.push(sound),
                        None => close(&mut heard, &mut sounds),
                    }
                }
                if !typed {
                    close(&mut heard, &mut sounds);
                }
            }
            Run::Word(word, _) => match pinyin::syllables(word).filter(|_| typed) {
                Some(more) => heard.extend(more),
                None => close(&mut heard, &mut sounds),
            },
        }
    }
    close(&mut heard, &mut sounds);
    once(sounds)
}

/// Whether a text without Chinese reads as if typed by sound.
#[must_use]
pub fn is_typed_by_sound(form: &Form) -> bool {
    if form.language == Language::Zh {
        return false;
    }
    let (mut sounds, mut others) = (0, 0);
    for run in form.said() {
        if let Run::Word(word, _) = run {
            match pinyin::syllables(word) {
                Some(syllables) if !is_english(word) => sounds += syllables.len(),
                _ if word == "#" || word.chars().all(|c| c.is_ascii_digit()) => {}
                _ => others += 2,
            }
        }
    }
    sounds >= 2 && sounds > others
}

/// Whether a word is one of English that is met often.
fn is_english(word: &str) -> bool {
    table::frequency(table::find(word)) > 3e-6
}

/// Words of the table in a text, the longest first, each with its weight.
#[must_use]
pub fn words(form: &Form) -> Vec<(Row, f32)> {
    let mut words = Vec::new();
    for (run, weight) in &form.runs {
        let mut add = |row: Row| words.push((row, weight * table::weight(table::frequency(Some(row)))));
        match run {
            Run::Han(chars) => {
                let mut at = 0;
                while at < chars.len() {
                    let longest = (1..=HAN_MAX.min(chars.len() - at)).rev().find_map(|length| {
                        let word: String = chars[at..at + length].iter().collect();
                        table::find(&word).map(|row| (row, length))
                    });
                    if let Some((row, _)) = longest {
                        add(row);
                    }
                    at += longest.map_or(1, |(_, length)| length);
                }
            }
            Run::Word(word, stem) => {
                if let Some(row) = table::find(word).or_else(|| table::find(stem)) {
                    add(row);
                } else {
                    parts(word, &mut add);
                }
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
