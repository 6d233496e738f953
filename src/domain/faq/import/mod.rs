//! Entries in a file: CSV, JSON Lines or XLSX, in whatever encoding shops keep theirs. Pure: bytes in, rows and refusals out.
//!
//! What a line lacks refuses that line alone, by its number, the field and the reason. A file that cannot be read at all is
//! refused whole.

mod encoding;
mod export;
mod lines;
mod sheet;
mod table;
mod unpack;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{ANSWER_CHARS, CATEGORY_CHARS, PHRASINGS_MAX, QUESTION_CHARS, has_letters};
use crate::fault::{Fault, Kind};
use crate::i18n::Locale;
use crate::text;

pub use export::{csv_head, csv_rows, json_line};

/// Rows that are written in one unit.
pub const BATCH_ROWS: usize = 200;
/// Refused lines that are told; all are counted.
pub const REFUSED_TOLD: usize = 200;
/// Longest id in a file, in bytes.
const KEY_BYTES: usize = 200;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Lines of cells.
    Csv,
    /// A JSON object a line.
    JsonLines,
    /// A workbook.
    Xlsx,
}

/// One line of a file as it is written into the FAQ.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Row {
    /// Its line in the file.
    pub line: u64,
    /// Its id in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The tag of its language.
    pub locale: String,
    /// The question.
    pub question: String,
    /// Other words for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<String>,
    /// The answer.
    pub answer: String,
    /// Its category, where one is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Whether it stays a draft.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
}

impl Row {
    /// The language that it is in.
    #[must_use]
    pub fn language(&self) -> Locale {
        Locale::ALL.into_iter().find(|locale| locale.tag() == self.locale).unwrap_or_default()
    }
}

/// A line that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = FaqRefused)]
pub struct Refused {
    /// Its line in the file.
    #[schema(example = 12)]
    pub line: u64,
    /// The field that is wrong.
    #[schema(example = "question")]
    pub field: String,
    /// `empty`, `too_long`, `too_many`, `doubled`, `nul`, `no_letters`, `unreadable` or `limit`.
    #[schema(example = "empty")]
    pub reason: String,
}

/// A file that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// What can be written, in the order of the file.
    pub rows: Vec<Row>,
    /// What cannot, the first of them.
    pub refused: Vec<Refused>,
    /// How many cannot.
    pub refused_count: u64,
    /// Lines that held something.
    pub lines: u64,
}

/// A line as a file holds it, not yet checked.
#[derive(Debug, Clone, Default)]
struct Given {
    line: u64,
    key: String,
    locale: String,
    question: String,
    alternatives: Vec<String>,
    answer: String,
    category: Option<String>,
    state: String,
}

/// Collects lines and checks each.
#[derive(Debug, Default)]
struct Taking {
    read: Read,
    seen: HashSet<(Locale, String)>,
    keys: HashSet<(Locale, String)>,
}

impl Taking {
    fn refuse(&mut self, line: u64, field: &str, reason: &str) {
        self.read.lines += 1;
        self.read.refused_count += 1;
        if self.read.refused.len() < REFUSED_TOLD {
            self.read.refused.push(Refused { line, field: field.to_owned(), reason: reason.to_owned() });
        }
    }

    fn take(&mut self, given: &Given) {
        let line = given.line;
        match self.check(given) {
            Ok(row) => {
                self.read.lines += 1;
                self.read.rows.push(row);
            }
            Err((field, reason)) => self.refuse(line, field, reason),
        }
    }

    fn check(&mut self, given: &Given) -> Result<Row, (&'static str, &'static str)> {
        let question = phrase("question", &given.question)?;
        let answer = given.answer.trim().to_owned();
        if answer.contains('\0') {
            return Err(("answer", "nul"));
        }
        if text::is_blank(&answer) {
            return Err(("answer", "empty"));
        }
        if answer.chars().count() > ANSWER_CHARS {
            return Err(("answer", "too_long"));
        }
        let locale = language(&given.locale, &question).ok_or(("locale", "unreadable"))?;
        let mut bare = HashSet::from([text::bare(&question)]);
        let mut alternatives = Vec::new();
        for typed in given.alternatives.iter().filter(|typed| !text::is_blank(typed)) {
            let line = phrase("alternatives", typed)?;
            if bare.insert(text::bare(&line)) {
                alternatives.push(line);
            }
        }
        if alternatives.len() >= PHRASINGS_MAX {
            return Err(("alternatives", "too_many"));
        }
        let key = given.key.trim();
        if key.contains('\0') {
            return Err(("id", "nul"));
        }
        if key.len() > KEY_BYTES {
            return Err(("id", "too_long"));
        }
        let category = given.category.as_deref().map(text::line);
        if category.as_ref().is_some_and(|name| name.chars().count() > CATEGORY_CHARS) {
            return Err(("category", "too_long"));
        }
        let draft = match given.state.trim().to_lowercase().as_str() {
            "" | "published" | "已发布" | "发布" => false,
            "draft" | "草稿" => true,
            _ => return Err(("state", "unreadable")),
        };
        if !self.seen.insert((locale, text::bare(&question))) {
            return Err(("question", "doubled"));
        }
        if !key.is_empty() && !self.keys.insert((locale, key.to_owned())) {
            return Err(("id", "doubled"));
        }
        Ok(Row {
            line: given.line,
            key: (!key.is_empty()).then(|| key.to_owned()),
            locale: locale.tag().to_owned(),
            question,
            alternatives,
            answer,
            category,
            draft,
        })
    }
}

fn phrase(field: &'static str, typed: &str) -> Result<String, (&'static str, &'static str)> {
    if typed.contains('\0') {
        return Err((field, "nul"));
    }
    let line = text::line(typed);
    if line.is_empty() {
        return Err((field, "empty"));
    }
    if line.chars().count() > QUESTION_CHARS {
        return Err((field, "too_long"));
    }
    if has_letters(&line) { Ok(line) } else { Err((field, "no_letters")) }
}

/// The language that is named, else the one that the question is written in.
fn language(named: &str, question: &str) -> Option<Locale> {
    match named.trim() {
        "" => Some(language_of(question)),
        "中文" | "简体中文" => Some(Locale::ZhCn),
        "英文" | "英语" | "English" | "english" => Some(Locale::En),
        tag => Locale::parse(tag),
    }
}

/// Chinese where a character of it stands, else English.
#[must_use]
pub fn language_of(words: &str) -> Locale {
    let is_han =
        |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}');
    if words.chars().any(is_han) { Locale::ZhCn } else { Locale::En }
}

/// The file is no form of entries.
fn unreadable(message: &'static str) -> Fault {
    Fault::new(Kind::RuleBroken, "unreadable_file", message)
}

/// Reads a file; its form is found out by its first bytes, and by its name where these do not tell.
pub fn read(name: &str, bytes: &[u8]) -> Result<Read, Fault> {
    let mut taking = Taking::default();
    match form(name, bytes)? {
        Form::Xlsx => sheet::read(bytes, &mut taking)?,
        Form::Csv => table::read(&encoding::decode(bytes)?, &mut taking)?,
        Form::JsonLines => lines::read(&encoding::decode(bytes)?, &mut taking)?,
    }
    if taking.read.lines == 0 {
        return Err(unreadable(
            "The file holds no entries: its first line names the columns question and answer.",
        ));
    }
    Ok(taking.read)
}

fn form(name: &str, bytes: &[u8]) -> Result<Form, Fault> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Form::Xlsx);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(unreadable("This is a workbook of an old form. Save it as XLSX or CSV."));
    }
    let name = name.to_lowercase();
    let named = |ending: &str| name.ends_with(ending);
    if named(".jsonl") || named(".ndjson") || named(".json") {
        return Ok(Form::JsonLines);
    }
    // Zeros stand between the letters of UTF-16.
    let mut first = bytes.iter().filter(|byte| !matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xff | 0xfe));
    let first = first.find(|byte| !byte.is_ascii_whitespace());
    Ok(if first == Some(&b'{') { Form::JsonLines } else { Form::Csv })
}
