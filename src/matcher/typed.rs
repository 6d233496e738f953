//! Chinese that was typed by sound: read as the words of the FAQ that sound so.

use std::collections::HashMap;

use super::Language;
use super::form::{Form, Run};
use super::grams;
use super::pinyin;
use super::postings::{Postings, Without};
use super::table;

/// Syllables of the shortest text that is read so.
const SYLLABLES_MIN: usize = 3;
/// Share of a text's letters that has to be syllables.
const SYLLABLES_SHARE: f32 = 0.75;
/// Share of its letters that may be words which are met often in English.
const ENGLISH_SHARE: f32 = 0.4;
/// How often such a word is met.
const ENGLISH: f32 = 2e-5;
/// Phrasings whose words are used.
const PHRASINGS: usize = 40;
/// Characters of the longest word that is put in as a whole.
const LONGEST: usize = 4;

/// A piece of a text, read by sound.
enum Heard {
    Sounds(Vec<u16>),
    Word(Run),
}

/// The text in characters, if it was typed by sound and the FAQ has Chinese.
#[must_use]
pub fn read(form: &Form, sounds: &Postings, lines: &[Box<str>]) -> Option<Form> {
    if form.language == Language::Zh || sounds.is_empty() {
        return None;
    }
    let heard = hear(form)?;
    let mut dots = vec![0.0; lines.len()];
    for heard in &heard {
        if let Heard::Sounds(heard) = heard {
            sounds.cosines(&grams::heard(heard), &Without::default(), &mut dots);
        }
    }
    let mut nearest: Vec<(f32, usize)> = dots
        .iter()
        .enumerate()
        .filter(|(_, dot)| **dot > 0.0)
        .map(|(phrasing, dot)| (dot / sounds.norm(phrasing).max(1e-6), phrasing))
        .collect();
    nearest.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    nearest.truncate(PHRASINGS);
    let words = words(nearest.iter().map(|(_, phrasing)| &*lines[*phrasing]));
    let runs = heard.into_iter().map(|heard| match heard {
        Heard::Word(run) => run,
        Heard::Sounds(sounds) => Run::Han(write(&sounds, &words)),
    });
    let text: String = Form::of(runs.collect()).line();
    Some(Form::new(&text))
}

/// The sounds of a text, if it is made of them.
fn hear(form: &Form) -> Option<Vec<Heard>> {
    let mut heard: Vec<Heard> = Vec::new();
    let (mut letters, mut of_sounds, mut english, mut count) = (0, 0, 0, 0);
    for run in form.said() {
        let Run::Word(word, _) = run else { return None };
        let of_letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters += of_letters;
        if of_letters > 2 && table::frequency(table::find(word)) > ENGLISH {
            english += of_letters;
        }
        let Some(sounds) = pinyin::syllables(word) else {
            heard.push(Heard::Word(run.clone()));
            continue;
        };
        of_sounds += of_letters;
        count += sounds.len();
        if let Some(Heard::Sounds(last)) = heard.last_mut() {
            last.extend(sounds);
        } else {
            heard.push(Heard::Sounds(sounds));
        }
    }
    let share = |part: usize| part as f32 / letters.max(1) as f32;
    (count >= SYLLABLES_MIN && share(of_sounds) >= SYLLABLES_SHARE && share(english) <= ENGLISH_SHARE)
        .then_some(heard)
}

/// Runs of characters in some lines, by their sounds; of several that sound alike the one that came first.
fn words<'a>(lines: impl Iterator<Item = &'a str>) -> HashMap<Vec<u16>, Vec<char>> {
    let mut words = HashMap::new();
    for line in lines {
        let chars: Vec<(char, Option<u16>)> = line.chars().map(|c| (c, pinyin::sound(c))).collect();
        for length in 1..=LONGEST {
            for part in chars.windows(length) {
                let sounds: Vec<u16> = part.iter().filter_map(|(_, sound)| *sound).collect();
                if sounds.len() == length {
                    words.entry(sounds).or_insert_with(|| part.iter().map(|(c, _)| *c).collect());
                }
            }
        }
    }
    words
}

/// Sounds in characters: the longest word first, else the character of that sound that is met most.
fn write(sounds: &[u16], words: &HashMap<Vec<u16>, Vec<char>>) -> Vec<char> {
    let mut chars = Vec::with_capacity(sounds.len());
    let mut at = 0;
    while at < sounds.len() {
        let longest =
            (1..=LONGEST.min(sounds.len() - at)).rev().find_map(|length| words.get(&sounds[at..at + length]));
        if let Some(word) = longest {
            chars.extend(word);
            at += word.len();
        } else {
            chars.extend(pinyin::usual(sounds[at]));
            at += 1;
        }
    }
    chars
}
