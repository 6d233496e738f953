//! `faq test`: one question looked at closely, or a file of them answered.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use serde_json::json;

use super::file::{self, Faq};
use crate::cli::{Call, output};
use crate::matcher::{Carefulness, Decision, Index, Match, signals};

/// Candidates of one question that are shown.
const SHOWN: usize = 5;

/// Show what the bot makes of a question, or of a file of them
///
/// Needs no running desk, and changes nothing. Each line of the file of questions is JSON with `text`. The file of predictions
/// has a line with times and memory, then one for each question: `text`, `ranked` (entries with probabilities, the most
/// probable first), and what the bot does, `action`: `answer`, `suggest` or `human`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk faq test \"when will my parcel arrive\" --faq faq.jsonl
  servicedesk faq test --queries questions.jsonl --predictions out.jsonl --faq faq.jsonl")]
pub(super) struct Test {
    /// The question
    #[arg(required_unless_present = "queries", conflicts_with_all = ["queries", "predictions"])]
    question: Option<String>,
    /// Questions to answer
    #[arg(long, value_name = "FILE", requires = "predictions")]
    queries: Option<PathBuf>,
    /// Where to write what came out
    #[arg(long, value_name = "OUT", requires = "queries")]
    predictions: Option<PathBuf>,
    /// An FAQ to use in place of the shop's: a line of JSON each, with id, question, alternatives
    #[arg(long, value_name = "FILE")]
    faq: Option<PathBuf>,
}

impl Test {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let faq = Faq::read(self.faq.as_deref(), call)?;
        match (self.question, self.queries, self.predictions) {
            (Some(question), ..) => look(&faq, &question),
            (None, Some(queries), Some(predictions)) => predict(&faq, &queries, &predictions),
            _ => Ok(()),
        }
    }
}

/// What the bot does, in one word.
fn action(decision: Decision) -> &'static str {
    match decision {
        Decision::Answer => "answer",
        Decision::Suggest => "suggest",
        Decision::SmallTalk | Decision::HandOver => "human",
    }
}

/// Now, more finely than the desk's clock tells it.
#[expect(clippy::disallowed_methods, reason = "how long it took is told, and nothing follows from it")]
fn now() -> Instant {
    Instant::now()
}

/// Milliseconds since then.
fn since(then: Instant) -> f64 {
    now().duration_since(then).as_secs_f64() * 1e3
}

fn predict(faq: &Faq, queries: &Path, predictions: &Path) -> anyhow::Result<()> {
    let questions = file::questions(queries)?;
    let started = now();
    let index = Index::build(&faq.source, &faq.synonyms);
    let build_ms = since(started);
    let threshold = index.threshold(Carefulness::Usual);
    let mut times = Vec::with_capacity(questions.len());
    let mut lines = Vec::with_capacity(questions.len());
    for question in &questions {
        let started = now();
        let found = index.ask(&question.text);
        times.push(since(started));
        let ranked: Vec<_> = found.candidates.iter().map(|one| json!([faq.key(one.entry), one.p])).collect();
        let action = action(found.decide(threshold));
        lines.push(json!({"text": question.text, "ranked": ranked, "action": action}).to_string());
    }
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or(0.0);
    let meta = json!({"meta": {
        "build_ms": build_ms, "p50_ms": at(50), "p99_ms": at(99), "index_bytes": index.bytes(),
    }});
    let unwritten = || format!("{} cannot be written", predictions.display());
    let mut out = BufWriter::new(fs::File::create(predictions).with_context(unwritten)?);
    writeln!(out, "{meta}").with_context(unwritten)?;
    for line in lines {
        writeln!(out, "{line}").with_context(unwritten)?;
    }
    out.flush().with_context(unwritten)
}

fn look(faq: &Faq, question: &str) -> anyhow::Result<()> {
    let index = Index::build(&faq.source, &faq.synonyms);
    let threshold = index.threshold(Carefulness::Usual);
    let found = index.ask(question);
    output::line(&format!("decision\t{}", in_words(&found, threshold)))?;
    output::line(&format!("threshold\t{threshold:.2}"))?;
    output::line(&format!("known to the FAQ\t{:.0} %", found.known * 100.0))?;
    output::line(&format!("among the first three\t{:.0} %", found.among * 100.0))?;
    for candidate in found.candidates.iter().take(SHOWN) {
        let (key, title) = (faq.key(candidate.entry), faq.title(candidate.entry));
        output::line(&format!("{:.3}\t{key}\t{title}", candidate.p))?;
        let values = signals::NAMES.iter().zip(candidate.signals);
        let values: Vec<String> = values.map(|(name, value)| format!("{name} {value:.2}")).collect();
        output::line(&format!("\t{}", values.join(", ")))?;
    }
    Ok(())
}

/// What the bot does, and why.
fn in_words(found: &Match, threshold: f32) -> &'static str {
    match found.decide(threshold) {
        Decision::Answer => "answer: the first is probable enough",
        Decision::Suggest => "suggest: none is probable enough, but one of the first three may be meant",
        Decision::SmallTalk => "human: small talk alone",
        Decision::HandOver if found.anger => "human: said in anger",
        Decision::HandOver if found.person_wanted.is_some() => "human: a person is asked for",
        Decision::HandOver if found.candidates.is_empty() => {
            "human: nothing is asked that the FAQ could know"
        }
        Decision::HandOver => "human: no entry is probable enough",
    }
}
