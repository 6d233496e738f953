//! An FAQ, and questions with the entries they mean, from files.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::cli::Call;
use crate::domain::faq::store;
use crate::flows::faq::knowledge;
use crate::ids::FaqId;
use crate::matcher::{Language, Source, SourceEntry};
use crate::storage::{DATABASE_FILE, migrate, pragmas};

/// An FAQ with the names by which its entries are known outside.
pub(super) struct Faq {
    /// What an index is built from; an entry's id is its place here.
    pub source: Source,
    /// Names of the entries.
    pub keys: Vec<String>,
    /// The question of each.
    pub titles: Vec<String>,
    /// Words that mean the same.
    pub synonyms: Vec<Vec<String>>,
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
    pub fn read(file: Option<&Path>, call: &Call) -> anyhow::Result<Self> {
        match file {
            Some(file) => Self::of_file(file),
            None => Self::of_shop(&call.data),
        }
    }

    /// What the shop has published, read beside a desk that may run; nothing is changed.
    fn of_shop(data: &Path) -> anyhow::Result<Self> {
        let file = data.join(DATABASE_FILE);
        if !file.exists() {
            bail!(
                "there is no desk in {}; name its folder with --data, or an FAQ with --faq FILE",
                data.display()
            );
        }
        let conn = pragmas::open_to_inspect(&file)?;
        if migrate::check(&conn)? < migrate::newest() {
            bail!("the desk in {} is of an older version; start it once, then ask again", data.display());
        }
        let mut source = knowledge::source(&conn, None)?;
        let (mut keys, mut titles) = (Vec::new(), Vec::new());
        for (place, entry) in source.entries.iter_mut().enumerate() {
            let found = store::find(&conn, FaqId(entry.id))?.context("an entry went meanwhile; ask again")?;
            titles.push(entry.phrasings.first().map(|(_, text)| text.clone()).unwrap_or_default());
            keys.push(found.key);
            entry.id = place as i64;
        }
        if keys.is_empty() {
            bail!(
                "nothing is published yet; name an FAQ with --faq FILE, or bring one in with `servicedesk faq import`"
            );
        }
        Ok(Self { source, keys, titles, synonyms: store::synonyms(&conn)? })
    }

    fn of_file(file: &Path) -> anyhow::Result<Self> {
        let mut faq =
            Self { source: Source::default(), keys: Vec::new(), titles: Vec::new(), synonyms: Vec::new() };
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
        let mut known = HashSet::new();
        for key in &faq.keys {
            if !known.insert(key.as_str()) {
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
