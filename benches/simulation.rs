//! Thousands of runs of the simulation: `cargo bench --bench simulation -- [FIRST] [COUNT]`.
//!
//! Plays the seeds from FIRST (1) on, COUNT (1,000) of them, one thread per core; stops at the first broken promise and says
//! which seed shows it. At the end a table tells how much was gone through.

#[path = "../tests/simulation/play/mod.rs"]
#[expect(dead_code, reason = "promises are broken on purpose by the tests only")]
mod play;

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use indicatif::ProgressBar;
use play::world::Counts;

/// What is printed of a violation, in characters: some list all that a device keeps.
const SHOWN: usize = 400;

fn main() -> ExitCode {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let (first, count) = (numbers.first().copied().unwrap_or(1), numbers.get(1).copied().unwrap_or(1_000));
    let (next, stop) = (AtomicU64::new(first), AtomicBool::new(false));
    let total = Mutex::new(Counts::default());
    let broken = Mutex::new(Vec::new());
    let bar = ProgressBar::new(count);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= first + count || stop.load(Ordering::Relaxed) {
                        return;
                    }
                    let world = play::run(seed, None);
                    add(&mut total.lock().unwrap_or_else(PoisonError::into_inner), &world.counts);
                    if !world.violations.is_empty() {
                        stop.store(true, Ordering::Relaxed);
                        broken.lock().unwrap_or_else(PoisonError::into_inner).push((seed, world.violations));
                    }
                    bar.inc(1);
                }
            });
        }
    });
    let runs = bar.position();
    bar.finish_and_clear();
    tell(runs, &total.into_inner().unwrap_or_else(PoisonError::into_inner));
    for (seed, violations) in broken.into_inner().unwrap_or_else(PoisonError::into_inner) {
        say(&format!("seed {seed} breaks a promise:"));
        for violation in violations {
            say(&format!("  {}", violation.chars().take(SHOWN).collect::<String>()));
        }
    }
    if stop.load(Ordering::Relaxed) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn add(total: &mut Counts, one: &Counts) {
    total.steps += one.steps;
    total.commits += one.commits;
    total.accepted += one.accepted;
    total.refused += one.refused;
    total.links += one.links;
    total.requests += one.requests;
    total.files += one.files;
    for (fault, times) in &one.faults {
        *total.faults.entry(fault).or_default() += times;
    }
}

fn tell(runs: u64, counts: &Counts) {
    let row = |name: &str, number: u64| say(&format!("{name:<34} {number:>12}"));
    row("runs", runs);
    row("steps", counts.steps);
    row("links opened", counts.links);
    row("requests of uploads", counts.requests);
    row("files that arrived whole", counts.files);
    row("commits", counts.commits);
    row("messages accepted", counts.accepted);
    row("messages refused", counts.refused);
    row("faults", counts.faults.values().sum());
    for (name, number) in &counts.faults {
        row(&format!("  {name}"), *number);
    }
}

#[expect(clippy::print_stdout, reason = "a table for whoever runs it")]
fn say(line: &str) {
    println!("{line}");
}
