//! How characters of Chinese sound, so that what was typed by sound, or by a wrong character of the same sound, is found.
//!
//! Without tones, and without what many speakers and input methods do not tell apart (zh and z, ang and an, n and l).

use std::collections::HashMap;
use std::sync::LazyLock;

/// Syllables, each with its characters.
const TABLE: &str = include_str!("pinyin.txt");
/// Letters of the longest syllable.
const LETTERS_MAX: usize = 6;

struct Sounds {
    of_char: HashMap<char, u16>,
    of_letters: HashMap<&'static str, u16>,
}

static SOUNDS: LazyLock<Sounds> = LazyLock::new(|| {
    let mut sounds = Sounds { of_char: HashMap::new(), of_letters: HashMap::new() };
    let mut numbers: HashMap<String, u16> = HashMap::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((letters, chars)) = line.split_once(' ') else { continue };
        let next = numbers.len() as u16;
        let number = *numbers.entry(blurred(letters)).or_insert(next);
        sounds.of_letters.insert(letters, number);
        sounds.of_char.extend(chars.chars().map(|c| (c, number)));
    }
    sounds
});

/// A syllable without what is not told apart.
fn blurred(letters: &str) -> String {
    let mut sound = letters.to_owned();
    for (clear, blurred) in [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l")] {
        if let Some(rest) = sound.strip_prefix(clear) {
            sound = format!("{blurred}{rest}");
            break;
        }
    }
    for nasal in ["ang", "eng", "ing"] {
        if sound.ends_with(nasal) {
            sound.pop();
        }
    }
    sound
}

/// The sound of a character.
#[must_use]
pub fn sound(c: char) -> Option<u16> {
    SOUNDS.of_char.get(&c).copied()
}

/// The sounds of a word of letters, if it can be nothing but syllables: longest first, and back where that leads nowhere.
#[must_use]
pub fn syllables(word: &str) -> Option<Vec<u16>> {
    if !word.is_ascii() {
        return None;
    }
    // From the end: how the rest from each place is read with the fewest syllables.
    let mut best: Vec<Option<(usize, usize, u16)>> = vec![None; word.len() + 1];
    best[word.len()] = Some((0, word.len(), 0));
    for at in (0..word.len()).rev() {
        for length in (1..=LETTERS_MAX.min(word.len() - at)).rev() {
            let (Some(sound), Some((rest, ..))) =
                (SOUNDS.of_letters.get(&word[at..at + length]), best[at + length])
            else {
                continue;
            };
            if best[at].is_none_or(|(fewest, ..)| rest + 1 < fewest) {
                best[at] = Some((rest + 1, at + length, *sound));
            }
        }
    }
    let mut sounds = Vec::new();
    let mut at = 0;
    while at < word.len() {
        let (_, next, sound) = best[at]?;
        sounds.push(sound);
        at = next;
    }
    Some(sounds)
}
