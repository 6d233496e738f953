//! A second database that repeats what the first one wrote is equal to it, whatever happened: random histories of what people
//! do at a desk, with units that fail midway, commits that fail, kills and reopenings in between. A seed decides all of it.
//!
//! `HISTORIES=1000 cargo test --release --test histories` plays more of them; `TMPDIR` on a memory disk is faster.

mod acts;
mod indexed;
#[path = "../simulation/play/random.rs"]
mod random;
mod tables;
mod twin;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use servicedesk::storage::recording::Batch;
use twin::{Told, Twin};

/// Histories of the normal run.
const HISTORIES: u64 = 100;
/// What happens in each, about.
const STEPS: usize = 40;

/// What was gone through.
#[derive(Default)]
struct Reached {
    /// How often each act did something.
    acts: BTreeMap<&'static str, u64>,
    /// Statements that changed something.
    statements: BTreeSet<String>,
    /// Tables that there are.
    tables: BTreeSet<String>,
    batches: u64,
    gaps: u64,
    openings: u64,
}

/// Plays one history; what went wrong, if anything did.
fn play(seed: u64, tamper: fn(&mut Batch, u64)) -> Result<Told, String> {
    let mut twin = Twin::new(seed, tamper);
    twin.play(STEPS).map_err(|wrong| format!("history {seed}: {wrong}"))
}

fn wanted() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "the knob of a test")]
    let asked = std::env::var("HISTORIES");
    asked.ok().and_then(|number| number.parse().ok()).unwrap_or(HISTORIES)
}

#[test]
fn a_repeat_is_equal() {
    let (next, reached) = (AtomicU64::new(1), Mutex::new(Reached::default()));
    let wrong = Mutex::new(Vec::new());
    let all = wanted();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed > all {
                        return;
                    }
                    match play(seed, |_, _| ()) {
                        Ok(told) => note(&mut reached.lock().unwrap_or_else(PoisonError::into_inner), told),
                        Err(words) => wrong.lock().unwrap_or_else(PoisonError::into_inner).push(words),
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("nobody panicked");
    assert!(wrong.is_empty(), "{} of {all} went wrong, such as {}", wrong.len(), wrong[0]);
    let reached = reached.into_inner().expect("nobody panicked");
    let Reached { acts, statements, tables, batches, gaps, openings } = &reached;
    println!(
        "{all} histories: {batches} batches, {} statements, {gaps} gaps, {openings} openings, {acts:?}",
        statements.len()
    );
    if all < HISTORIES {
        return;
    }
    for (name, _) in acts::ACTS {
        assert!(acts.contains_key(name), "{name} never did anything");
    }
    assert!(*gaps > 0 && *openings > 2 * all, "{gaps} gaps, {openings} openings");
    // An index writes its own tables; statements name the index.
    let own = |name: &str| name.starts_with("sqlite_") || indexed::is_of_an_index(name);
    for table in tables.iter().filter(|name| !own(name)) {
        let is_written = statements.iter().any(|sql| sql.split(' ').any(|word| word == table));
        assert!(is_written, "nothing was ever written to {table}");
    }
}

fn note(reached: &mut Reached, told: Told) {
    for (name, count) in told.acts {
        *reached.acts.entry(name).or_default() += count;
    }
    reached.statements.extend(told.statements);
    reached.tables.extend(told.tables);
    reached.batches += told.batches;
    reached.gaps += told.gaps;
    reached.openings += told.openings;
}

/// Some history shows that a repeat is not what it should be.
fn is_noticed(tamper: fn(&mut Batch, u64)) {
    let seen = (1..6)
        .filter_map(|seed| play(seed, tamper).err())
        .filter(|words| words.contains(twin::NOT_EQUAL))
        .count();
    assert!(seen >= 4, "only {seen} of 5 histories noticed it");
}

#[test]
fn a_statement_that_is_left_out_is_noticed() {
    is_noticed(|batch, number| {
        if number % 10 == 0
            && let Some(at) = batch.statements.iter().rposition(|written| written.changed > 0)
        {
            batch.statements.remove(at);
        }
    });
}

#[test]
fn a_batch_that_is_left_out_is_noticed() {
    is_noticed(|batch, number| {
        if number % 10 == 0 {
            batch.statements.clear();
        }
    });
}

#[test]
fn a_batch_that_is_repeated_twice_is_noticed() {
    is_noticed(|batch, number| {
        if number % 10 == 0 {
            let again = batch.statements.clone();
            batch.statements.extend(again);
        }
    });
}

#[test]
fn a_value_that_is_another_is_noticed() {
    is_noticed(|batch, number| {
        // Often enough: not every batch leaves something in the log.
        let inserted = batch.statements.iter_mut().find(|it| it.sql.starts_with("INSERT INTO event_log"));
        if number % 4 == 0
            && let Some(rusqlite::types::Value::Integer(at)) = inserted.and_then(|it| it.values.first_mut())
        {
            *at += 1;
        }
    });
}
