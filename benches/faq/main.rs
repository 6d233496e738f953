//! What the matcher is worth and costs: `cargo bench --bench faq -- TASK …`.
//!
//! - `predict FOLDER OUT [WEIGHTS]`: every set's questions asked; predictions a line, with times. `WEIGHTS` has a file for each
//!   set, learned without its merchant (`train.py --leave-out`).
//! - `curve FOLDER [WEIGHTS]`: the same with 1, 2, 4, 8 phrasings of `feedback.jsonl` for each entry; hits alone.
//! - `looks FOLDER OUT`: what the index sees of every question and of itself, for `train.py`.
//! - `cost [PHRASINGS]`: building, one entry live, and asking, with phrasings made up.
//!
//! `FOLDER` has a folder for each set, with `faq.jsonl` and `queries.jsonl`.

#![expect(clippy::disallowed_methods, reason = "time is what is measured")]
#![expect(clippy::cast_precision_loss, reason = "counts of a few thousand")]
#![expect(clippy::print_stdout, reason = "figures for whoever runs it")]

mod cost;
mod sets;

use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, bail};
use serde_json::json;
use servicedesk::matcher::signals::Look;
use servicedesk::matcher::{Carefulness, Decision, Index, Source};

use sets::Set;

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["predict", folder, out, weights @ ..] => {
            fs::create_dir_all(out)?;
            sets::each(folder, |set| predict(set, out, weights.first().copied()))
        }
        ["curve", folder, weights @ ..] => sets::each(folder, |set| curve(set, weights.first().copied())),
        ["looks", folder, out] => {
            fs::create_dir_all(out)?;
            sets::each(folder, |set| looks(set, out))
        }
        ["cost"] => cost::measure(10_000),
        ["cost", phrasings] => cost::measure(phrasings.parse()?),
        _ => bail!(
            "predict FOLDER OUT [WEIGHTS] | curve FOLDER [WEIGHTS] | looks FOLDER OUT | cost [PHRASINGS]"
        ),
    }
}

fn build(set: &Set, source: &Source, weights: Option<&str>) -> anyhow::Result<Index> {
    Ok(match weights {
        Some(folder) => Index::build_by(source, &[], sets::weights(folder, &set.name)?),
        None => Index::build(source, &[]),
    })
}

fn predict(set: &Set, out: &str, weights: Option<&str>) -> anyhow::Result<()> {
    let started = Instant::now();
    let index = build(set, &set.source, weights)?;
    let build_ms = started.elapsed().as_secs_f64() * 1e3;
    let mut lines = Vec::new();
    let mut times = Vec::new();
    for question in &set.questions {
        let started = Instant::now();
        let found = index.ask(&question.text);
        times.push(started.elapsed().as_secs_f64() * 1e3);
        let action = match found.decide(index.threshold(Carefulness::Usual)) {
            Decision::Answer => "answer",
            Decision::Suggest => "suggest",
            Decision::SmallTalk | Decision::HandOver => "human",
        };
        let ranked: Vec<_> =
            found.candidates.iter().map(|one| json!([set.ids[one.entry as usize], one.p])).collect();
        lines.push(
            json!({"text": question.text, "ranked": ranked, "action": action, "among": found.among})
                .to_string(),
        );
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or(0.0);
    let mut file = BufWriter::new(fs::File::create(Path::new(out).join(format!("{}.jsonl", set.name)))?);
    let meta =
        json!({"build_ms": build_ms, "p50_ms": at(0.5), "p99_ms": at(0.99), "index_bytes": index.bytes()});
    writeln!(file, "{}", json!({ "meta": meta }))?;
    for line in lines {
        writeln!(file, "{line}")?;
    }
    file.flush().context("predictions")
}

fn curve(set: &Set, weights: Option<&str>) -> anyhow::Result<()> {
    if set.feedback.is_empty() {
        return Ok(());
    }
    println!("{}: more phrasings an entry, hit@1, hit@3, answered, of these right", set.name);
    for more in [0, 1, 2, 4, 8] {
        let index = build(set, &set.with_feedback(more), weights)?;
        let (mut count, mut first, mut third, mut answered, mut right) = (0, 0, 0, 0, 0);
        for question in &set.questions {
            let found = index.ask(&question.text);
            let ids: Vec<usize> = found.candidates.iter().take(3).map(|one| one.entry as usize).collect();
            let hit = question.expect.is_some() && ids.first() == question.expect.as_ref();
            if let Some(expect) = question.expect {
                count += 1;
                first += u32::from(hit);
                third += u32::from(ids.contains(&expect));
            }
            if found.p() >= index.threshold(Carefulness::Usual) {
                answered += 1;
                right += u32::from(hit);
            }
        }
        let share = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
        println!(
            "  {more}  {:.3}  {:.3}  {:.3}  {:.3}",
            share(first, count),
            share(third, count),
            share(answered, set.questions.len() as u32),
            share(right, answered)
        );
    }
    Ok(())
}

/// Sizes of the small FAQs that are cut from a set, and questions that each is asked.
const SMALL: [usize; 6] = [1, 2, 4, 8, 14, 22];
const SMALL_TIMES: usize = 6;
const SMALL_QUESTIONS: usize = 60;

/// A small FAQ knows few of a set's questions: what it makes of those that it does not know is what it has to learn.
fn small_looks(
    set: &Set,
    file: &mut impl Write,
    line: impl Fn(&Look, Option<usize>, &str, usize) -> serde_json::Value,
) -> anyhow::Result<()> {
    let (entries, questions) = (set.ids.len(), set.questions.len());
    for time in 0..SMALL_TIMES * SMALL.len() {
        let size = SMALL[time % SMALL.len()].min(entries);
        // Steps by a number that shares no factor with the count reach every place once.
        let step = (entries / 3..=entries).find(|step| gcd(*step, entries) == 1).unwrap_or(1);
        let places: Vec<usize> = (0..size).map(|at| (time * 7 + at * step) % entries).collect();
        let index = Index::build(&set.part(&places), &[]);
        let of_part =
            |expect: Option<usize>| expect.and_then(|entry| places.iter().position(|at| *at == entry));
        let known = set.questions.iter().filter(|question| of_part(question.expect).is_some());
        let stride = (questions / SMALL_QUESTIONS).max(1);
        let others = set.questions.iter().skip(time % stride).step_by(stride);
        let others = others.filter(|question| of_part(question.expect).is_none());
        for question in known.take(SMALL_QUESTIONS).chain(others) {
            let expect = of_part(question.expect);
            writeln!(file, "{}", line(&index.look(&question.text), expect, "small", size))?;
        }
    }
    Ok(())
}

fn gcd(one: usize, other: usize) -> usize {
    if other == 0 { one } else { gcd(other, one % other) }
}

fn looks(set: &Set, out: &str) -> anyhow::Result<()> {
    let index = Index::build(&set.source, &[]);
    let entries = set.ids.len();
    let line = |look: &Look, expect: Option<usize>, kind: &str, entries: usize| {
        json!({
            "expect": expect,
            "kind": kind,
            "entries": look.near.iter().map(|near| near.entry).collect::<Vec<_>>(),
            "values": look.near.iter().map(|near| near.values).collect::<Vec<_>>(),
            "facts": [look.known, look.known_sense, look.weight, look.length, entries as f32],
        })
    };
    let mut file = BufWriter::new(fs::File::create(Path::new(out).join(format!("{}.jsonl", set.name)))?);
    writeln!(file, "{}", json!({ "faq": set.merchant }))?;
    for question in &set.questions {
        writeln!(file, "{}", line(&index.look(&question.text), question.expect, &question.kind, entries))?;
    }
    for (entry, without_it, without_entry) in index.look_at_itself() {
        if let Some(look) = without_it {
            writeln!(file, "{}", line(&look, Some(entry as usize), "held", entries))?;
        }
        writeln!(file, "{}", line(&without_entry, None, "gone", entries))?;
    }
    small_looks(set, &mut file, line)?;
    file.flush().context("looks")
}
