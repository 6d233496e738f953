//! Sets of questions with the entries that they mean, and weights that were learned without one.

use std::fs;
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;
use servicedesk::matcher::rank::{Learned, Weights};
use servicedesk::matcher::{Language, Source, SourceEntry};

/// An FAQ with questions.
pub struct Set {
    pub name: String,
    /// The same for sets with the same FAQ.
    pub merchant: u64,
    /// Ids of the entries; their place is what the index knows them by.
    pub ids: Vec<String>,
    pub source: Source,
    pub questions: Vec<Question>,
    /// Further phrasings, with their entries.
    pub feedback: Vec<(String, usize)>,
}

/// A question, and the entry it means.
pub struct Question {
    pub text: String,
    pub expect: Option<usize>,
    pub kind: String,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    question: String,
    alternatives: Vec<String>,
}

#[derive(Deserialize)]
struct Asked {
    text: String,
    expect: Option<String>,
    #[serde(default)]
    kind: String,
}

#[derive(Deserialize)]
struct Stored {
    order: Vec<f32>,
    sure: Vec<f32>,
    among: Vec<f32>,
    honest: Vec<f32>,
}

impl Set {
    /// A part of the FAQ: some entries, by place.
    pub fn part(&self, places: &[usize]) -> Source {
        Source { entries: places.iter().map(|at| self.source.entries[*at].clone()).collect() }
    }

    /// The FAQ with some of the further phrasings for each entry.
    pub fn with_feedback(&self, more: usize) -> Source {
        let mut source = self.source.clone();
        for (at, entry) in source.entries.iter_mut().enumerate() {
            let further = self.feedback.iter().filter(|(_, of)| *of == at).take(more);
            entry.phrasings.extend(further.map(|(text, _)| (language(text), text.clone())));
        }
        source
    }
}

fn language(text: &str) -> Language {
    if text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}')) { Language::Zh } else { Language::En }
}

fn lines<T: for<'de> Deserialize<'de>>(path: &Path) -> anyhow::Result<Vec<T>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let read = |line: &str| serde_json::from_str(line).with_context(|| line.to_owned());
    text.lines().filter(|line| !line.trim().is_empty()).map(read).collect()
}

fn read(folder: &Path) -> anyhow::Result<Set> {
    let entries: Vec<Entry> = lines(&folder.join("faq.jsonl"))?;
    let ids: Vec<String> = entries.iter().map(|entry| entry.id.clone()).collect();
    let place = |id: &str| ids.iter().position(|there| there == id).with_context(|| format!("entry {id}"));
    let mut source = Source::default();
    let mut merchant = 0_u64;
    for (at, entry) in entries.iter().enumerate() {
        let texts = std::iter::once(&entry.question).chain(&entry.alternatives);
        let phrasings: Vec<(Language, String)> = texts.map(|text| (language(text), text.clone())).collect();
        for byte in phrasings.iter().flat_map(|(_, text)| text.bytes()) {
            merchant = merchant.rotate_left(5) ^ u64::from(byte);
        }
        source.entries.push(SourceEntry::new(at as i64, phrasings));
    }
    let question = |asked: Asked| -> anyhow::Result<Question> {
        let expect = asked.expect.as_deref().map(place).transpose()?;
        Ok(Question { text: asked.text, expect, kind: asked.kind })
    };
    let questions =
        lines(&folder.join("queries.jsonl"))?.into_iter().map(question).collect::<anyhow::Result<_>>()?;
    let feedback = folder.join("feedback.jsonl");
    let more: Vec<Asked> = if feedback.exists() { lines(&feedback)? } else { Vec::new() };
    let more = more.into_iter().filter_map(|asked| Some((asked.text, place(asked.expect.as_deref()?).ok()?)));
    let feedback = more.collect();
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Set { name, merchant, ids, source, questions, feedback })
}

/// Does something with each set of a folder, by name.
pub fn each(folder: &str, mut with: impl FnMut(&Set) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let mut folders: Vec<_> =
        fs::read_dir(folder).context("folder of sets")?.collect::<Result<Vec<_>, _>>()?;
    folders.sort_by_key(fs::DirEntry::file_name);
    for folder in folders.iter().filter(|folder| folder.path().join("queries.jsonl").exists()) {
        with(&read(&folder.path())?)?;
    }
    Ok(())
}

/// The weights of a set's file. They stay until the program ends.
pub fn weights(folder: &str, name: &str) -> anyhow::Result<&'static Learned> {
    let text = fs::read_to_string(Path::new(folder).join(format!("{name}.json")))?;
    let learned: Vec<Stored> = serde_json::from_str(&text)?;
    let weights = learned
        .into_iter()
        .map(|one| {
            Some(Weights {
                order: one.order.try_into().ok()?,
                sure: one.sure.try_into().ok()?,
                among: one.among.try_into().ok()?,
                honest: one.honest.try_into().ok()?,
            })
        })
        .collect::<Option<Vec<_>>>();
    let all: Learned = weights.and_then(|all| all.try_into().ok()).context("weights of another form")?;
    Ok(Box::leak(Box::new(all)))
}
