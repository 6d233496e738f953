//! A text in the form that is compared: pieces of one spelling, with what says nothing taken out.

use rust_stemmers::{Algorithm, Stemmer};

use crate::text::pieces::{Script, pieces};

use super::Language;

/// Characters of a question, or of a phrasing, that count.
pub const CHARS_MAX: usize = 500;
/// Numbers with more digits than this are one word: which number it is says nothing of what is asked.
const DIGITS_KEPT: usize = 2;
/// What long numbers are read as.
const NUMBER: &str = "#";

/// What people say around a question, longest first.
#[rustfmt::skip]
const FILLERS_ZH: &[&str] = &[
    "不好意思打扰一下", "麻烦问一下", "请问一下", "我想问一下", "想问一下", "问一下", "咨询一下", "我想请问", "不好意思", "你好啊", "您好", "你好", "请问",
    "麻烦", "客服", "在线等", "在不在", "在吗", "谢谢", "亲亲", "哈喽", "那个", "我想知道", "想知道", "我想问", "想问",
];
/// Single characters at the end of a phrase that only colour it.
const PARTICLES: &[char] =
    &['啊', '呀', '呢', '吧', '哦', '哈', '嘛', '哟', '诶', '喔', '噢', '亲', '呐', '嗯'];
/// Words that say nothing of what is asked.
const FILLERS_EN: &[&str] =
    &["please", "hi", "hello", "hey", "thanks", "thank", "kindly", "pls", "plz", "um", "uh", "dear"];

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Characters of a script without spaces.
    Han(Vec<char>),
    /// A word in lower case, and its stem.
    Word(String, String),
}

/// A text in the form that is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Its pieces, each with what it weighs: 1, or less for a synonym that was put beside.
    pub runs: Vec<(Run, f32)>,
    /// Zh where it has a character of Chinese, else en.
    pub language: Language,
    /// Whether fillers were all there was.
    pub only_fillers: bool,
}

impl Form {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let full = raw(text);
        let kept = without_fillers(&full);
        let only_fillers = kept.is_empty() && !full.is_empty();
        let runs = if only_fillers { full } else { kept };
        let language =
            if runs.iter().any(|run| matches!(run, Run::Han(_))) { Language::Zh } else { Language::En };
        Self { runs: runs.into_iter().map(|run| (run, 1.0)).collect(), language, only_fillers }
    }

    /// Whether it has a letter at all: numbers alone ask nothing.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.runs.iter().any(|(run, _)| match run {
            Run::Han(_) => true,
            Run::Word(word, _) => word.chars().any(char::is_alphabetic),
        })
    }

    /// Characters of Chinese.
    #[must_use]
    pub fn han(&self) -> usize {
        self.said().map(|run| if let Run::Han(chars) = run { chars.len() } else { 0 }).sum()
    }

    /// Words of letters.
    #[must_use]
    pub fn words(&self) -> usize {
        self.said().filter(|run| matches!(run, Run::Word(..))).count()
    }

    /// Its own pieces, without synonyms.
    pub fn said(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(|(_, weight)| *weight >= 1.0).map(|(run, _)| run)
    }

    /// Its pieces as one line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = String::new();
        for run in self.said() {
            match run {
                Run::Han(chars) => line.extend(chars),
                Run::Word(word, _) => {
                    if line.chars().last().is_some_and(|last| last.is_ascii_alphanumeric()) {
                        line.push(' ');
                    }
                    line.push_str(word);
                }
            }
        }
        line
    }
}

/// The pieces of a text, numbers as words.
fn raw(text: &str) -> Vec<Run> {
    let cut: String = text.chars().take(CHARS_MAX).map(|c| if c == '\u{2019}' { '\'' } else { c }).collect();
    let opened = open_contractions(&cut);
    let stemmer = Stemmer::create(Algorithm::English);
    pieces(&opened, false)
        .into_iter()
        .map(|piece| match piece.kind {
            Script::Unspaced => Run::Han(piece.chars),
            Script::Number if piece.chars.len() > DIGITS_KEPT => {
                Run::Word(NUMBER.to_owned(), NUMBER.to_owned())
            }
            Script::Number => Run::Word(piece.form(), piece.form()),
            Script::Word => {
                let word: String = piece.chars.iter().take(40).collect();
                let stem = if word.is_ascii() { stemmer.stem(&word).into_owned() } else { word.clone() };
                Run::Word(word, stem)
            }
        })
        .collect()
}

/// Writes out what an apostrophe shortens.
fn open_contractions(text: &str) -> String {
    if !text.contains('\'') {
        return text.to_owned();
    }
    let mut opened = text.to_lowercase();
    for (short, long) in [
        ("can't", "can not"),
        ("won't", "will not"),
        ("n't", " not"),
        ("'re", " are"),
        ("'ll", " will"),
        ("'ve", " have"),
        ("'m ", " am "),
        ("'s", " "),
        ("'d ", " would "),
    ] {
        opened = opened.replace(short, long);
    }
    opened
}

/// Leaves out what people say around a question.
fn without_fillers(runs: &[Run]) -> Vec<Run> {
    let mut kept = Vec::with_capacity(runs.len());
    for run in runs {
        match run {
            Run::Word(word, _) if FILLERS_EN.contains(&word.as_str()) => {}
            Run::Word(..) => kept.push(run.clone()),
            Run::Han(chars) => {
                let mut text: String = chars.iter().collect();
                for filler in FILLERS_ZH {
                    if text.contains(filler) {
                        text = text.replace(filler, "\u{0}");
                    }
                }
                for part in text.split('\u{0}') {
                    let part = part.trim_matches(PARTICLES);
                    if !part.is_empty() {
                        kept.push(Run::Han(part.chars().collect()));
                    }
                }
            }
        }
    }
    kept
}
