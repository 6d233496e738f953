//! An FAQ, and questions with the entries they mean, from files.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::cli::Call;
use crate::matcher::{Language, Source, SourceEntry};

/// An FAQ with the names by which its entries are known outside.
pub(super) struct Faq {
    /// What an index is built from; an entry's id is its place here.
    pub source: Source,
    /// Names of the entries.
    pub keys: Vec<String>,
    /// The question of each.
    pub titles: Vec<String>,
}

/// A question, and what is known of it.
#[derive(Debug, Deserialize)]
pub(super) struct Question {
    /// What was asked.
    pub text: String,
    /// The entry that is meant; `None` where nobody has an answer.
    #[serde(default)]
    pub expect: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    #[serde(alias = "key")]
    id: Name,
    question: String,
    #[serde(default)]
    alternatives: Vec<String>,
}

/// A name, which some programs write as a number.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Name {
    Text(String),
    Number(i64),
}

impl Faq {
    /// The FAQ of a file, else the one of the data folder.
    pub fn read(file: Option<&Path>, _call: &Call) -> anyhow::Result<Self> {
        let Some(file) = file else {
            bail!(
                "name the FAQ with --faq FILE: a line of JSON for each entry, with id, question and alternatives"
            );
        };
        let mut faq = Self { source: Source::default(), keys: Vec::new(), titles: Vec::new() };
        for (number, line) in lines(file)? {
            let entry: Entry = parse(file, number, &line)?;
            let texts = std::iter::once(&entry.question).chain(&entry.alternatives);
            let phrasings = texts.map(|text| (Language::of(text), text.clone())).collect();
            faq.source.entries.push(SourceEntry::new(faq.keys.len() as i64, phrasings));
            faq.titles.push(entry.question);
            faq.keys.push(match entry.id {
                Name::Text(text) => text,
                Name::Number(number) => number.to_string(),
            });
        }
        let mut known = HashMap::new();
        for key in &faq.keys {
            if known.insert(key.as_str(), ()).is_some() {
                bail!("{}: two entries are called {key}", file.display());
            }
        }
        Ok(faq)
    }

    /// The name of an entry.
    pub fn key(&self, entry: i64) -> &str {
        self.keys.get(entry as usize).map_or("", String::as_str)
    }

    /// The question of an entry.
    pub fn title(&self, entry: i64) -> &str {
        self.titles.get(entry as usize).map_or("", String::as_str)
    }
}

/// Questions of a file, a line of JSON each.
pub(super) fn questions(file: &Path) -> anyhow::Result<Vec<Question>> {
    lines(file)?.into_iter().map(|(number, line)| parse(file, number, &line)).collect()
}

/// Lines that hold something, with their numbers.
fn lines(file: &Path) -> anyhow::Result<Vec<(usize, String)>> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let text = String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", file.display()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    Ok(lines.map(|(at, line)| (at + 1, line.to_owned())).collect())
}

fn parse<T: for<'de> Deserialize<'de>>(file: &Path, number: usize, line: &str) -> anyhow::Result<T> {
    serde_json::from_str(line).with_context(|| format!("{}, line {number}", file.display()))
}
