//! Histories of another desk, as commands bring them in.

use std::path::PathBuf;
use std::sync::Mutex;

use super::{ImportedHistory, Reply, Steps};
use crate::clock::Tick;
use crate::domain::imports::report::{Refusal, Report};
use crate::fault::Fault;
use crate::flows::imports::run::{End, Progress, Source, run};
use crate::flows::{Caller, Desk};

/// Time between two steps that are told.
const TELL_EVERY_MS: u128 = 1_000;

pub(super) async fn import(desk: &Desk, file: PathBuf, user_ids: bool, steps: Steps) -> Result<Reply, Fault> {
    if !file.is_absolute() {
        return Err(Fault::invalid("file", "Name the file by its whole path."));
    }
    let began = desk.clock.tick();
    let told = Mutex::new(began);
    let tell = |progress: Progress<'_>| {
        let now = desk.clock.tick();
        let mut told = told.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if now.since(*told).as_millis() >= TELL_EVERY_MS {
            *told = now;
            steps(&step(&progress, began, now));
        }
    };
    let source = Source { path: file, import: None, user_ids, from: (0, Report::default()) };
    match run(desk, Caller::operator(), source, &tell).await? {
        End::Done(report) | End::Stopped(report) => Ok(Reply::Imported(imported(&report))),
    }
}

/// How far it is: share, counts, rate, and the time that is left at this rate.
fn step(progress: &Progress<'_>, began: Tick, now: Tick) -> String {
    let Progress { read_bytes, byte_size, report } = progress;
    let ms = (now.since(began).as_millis() as u64).max(1);
    let left = byte_size.saturating_sub(*read_bytes);
    // Of what was read so far.
    let left_s = u128::from(left) * u128::from(ms) / u128::from((*read_bytes).max(1)) / 1_000;
    format!(
        "{} %: {} conversations with {} entries, {} entries/s, about {} left",
        u128::from(*read_bytes) * 100 / u128::from((*byte_size).max(1)),
        report.conversations,
        report.entries,
        report.entries * 1_000 / ms,
        if left_s < 120 { format!("{left_s} s") } else { format!("{} min", left_s / 60) },
    )
}

fn imported(report: &Report) -> ImportedHistory {
    ImportedHistory {
        lines: report.lines,
        conversations: report.conversations,
        entries: report.entries,
        continued: report.continued,
        known: report.known,
        refused_lines: report.refused_lines,
        refused_entries: report.refused_entries,
        refused: report.refused.iter().map(refused).collect(),
    }
}

fn refused(refusal: &Refusal) -> String {
    match refusal.entry {
        None => format!("line {}: {}", refusal.line, refusal.reason.words()),
        Some(entry) => format!("line {}, entry {entry}: {}", refusal.line, refusal.reason.words()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_tells_the_rate_and_what_is_left() {
        let report = Report { conversations: 4_000, entries: 20_000, ..Report::default() };
        let step = |read_bytes, byte_size| {
            step(&Progress { read_bytes, byte_size, report: &report }, Tick(0), Tick(2_000))
        };
        assert_eq!(
            step(10, 40),
            "25 %: 4000 conversations with 20000 entries, 10000 entries/s, about 6 s left"
        );
        assert!(step(1, 1_000).ends_with("about 33 min left"), "{}", step(1, 1_000));
        assert!(step(0, 0).starts_with("0 %"), "{}", step(0, 0));
    }
}
