//! `faq evaluate`: how well the bot would do, in words of a merchant.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::file::{self, Faq, Question};
use crate::cli::{Call, output};
use crate::matcher::{Carefulness, Decision, Index};

/// Wrong answers that are shown.
const SHOWN: usize = 10;
/// Characters of a question that are shown.
const CHARS: usize = 60;

/// Say how well the bot would answer questions whose entry is known
///
/// Each line of FILE is JSON with `text` and `expect`: the id of the entry that is meant, or null where a person has to answer.
/// Needs no running desk, and changes nothing.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  servicedesk faq evaluate questions.jsonl --faq faq.jsonl")]
pub(super) struct Evaluate {
    /// Questions with the entries that they mean
    file: PathBuf,
    /// An FAQ to use in place of the shop's: a line of JSON each, with id, question, alternatives
    #[arg(long, value_name = "FILE")]
    faq: Option<PathBuf>,
}

/// What became of the questions.
#[derive(Default)]
struct Tally {
    with_entry: usize,
    without_entry: usize,
    right: usize,
    wrong: usize,
    answered_without_entry: usize,
    shown: usize,
    shown_right: usize,
    shown_without_entry: usize,
    mistakes: Vec<String>,
    misses: BTreeMap<String, usize>,
}

impl Evaluate {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let faq = Faq::read(self.faq.as_deref(), call)?;
        let questions = file::questions(&self.file)?;
        let index = Index::build(&faq.source, &faq.synonyms);
        let mut tally = Tally::default();
        for question in &questions {
            tally.add(question, &index, &faq);
        }
        tally.lines(questions.len()).iter().try_for_each(|line| output::line(line))?;
        Ok(())
    }
}

impl Tally {
    fn add(&mut self, question: &Question, index: &Index, faq: &Faq) {
        let found = index.ask(&question.text);
        let first: Vec<&str> = found.candidates.iter().take(3).map(|one| faq.key(one.entry)).collect();
        let among = question.expect.as_deref().is_some_and(|expect| first.contains(&expect));
        match &question.expect {
            Some(_) => self.with_entry += 1,
            None => self.without_entry += 1,
        }
        match found.decide(index.threshold(Carefulness::Usual)) {
            Decision::Answer if question.expect.as_deref() == first.first().copied() => self.right += 1,
            Decision::Answer => {
                match question.expect {
                    Some(_) => self.wrong += 1,
                    None => self.answered_without_entry += 1,
                }
                let given = found.candidates.first().map_or("", |one| faq.title(one.entry));
                self.mistakes.push(format!(
                    "  \"{}\" was answered with \"{}\"",
                    cut(&question.text),
                    cut(given)
                ));
            }
            Decision::Suggest => match question.expect {
                Some(_) => {
                    self.shown += 1;
                    self.shown_right += usize::from(among);
                }
                None => self.shown_without_entry += 1,
            },
            Decision::SmallTalk | Decision::HandOver => {
                if let Some(expect) = &question.expect {
                    *self.misses.entry(expect.clone()).or_default() += 1;
                }
            }
        }
    }

    fn lines(&self, count: usize) -> Vec<String> {
        let answers = self.right + self.wrong + self.answered_without_entry;
        let mut lines = vec![
            format!("Of {count} questions, {} have an entry in the FAQ.", self.with_entry),
            format!(
                "The bot answers {answers} by itself; {} of these answers are right ({}).",
                self.right,
                percent(self.right, answers)
            ),
            format!(
                "Of the questions with an entry it answers {}, and shows {} a choice of three; the right one is among them for {}.",
                percent(self.right + self.wrong, self.with_entry),
                percent(self.shown, self.with_entry),
                percent(self.shown_right, self.shown)
            ),
            format!(
                "So {} of them are settled without a person; the rest goes to the team.",
                percent(self.right + self.shown_right, self.with_entry)
            ),
        ];
        if self.without_entry > 0 {
            lines.push(format!(
                "Of the {} questions without an entry it answers {} where it should not, and hands over {} at once.",
                self.without_entry,
                self.answered_without_entry,
                percent(
                    self.without_entry - self.answered_without_entry - self.shown_without_entry,
                    self.without_entry
                )
            ));
        }
        let mut misses: Vec<(&String, &usize)> = self.misses.iter().collect();
        misses.sort_by(|one, other| other.1.cmp(one.1).then(one.0.cmp(other.0)));
        if !misses.is_empty() {
            lines.push("These entries are missed most often; another phrasing helps:".to_owned());
            lines.extend(misses.iter().take(SHOWN).map(|(key, count)| format!("  {key}: {count}")));
        }
        if !self.mistakes.is_empty() {
            lines.push(format!(
                "Wrong answers ({} of {}):",
                self.mistakes.len().min(SHOWN),
                self.mistakes.len()
            ));
            lines.extend(self.mistakes.iter().take(SHOWN).cloned());
        }
        lines
    }
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "none".to_owned();
    }
    format!("{} %", (part * 100 + whole / 2) / whole)
}

fn cut(text: &str) -> String {
    let line = text.replace(['\n', '\r', '\t'], " ");
    if line.chars().count() <= CHARS { line } else { line.chars().take(CHARS - 1).chain(['…']).collect() }
}
