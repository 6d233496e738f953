//! Clocks are what counting says, whatever happens: random histories of conversations, policies, calendars and clocks that jump,
//! in four zones. What is stored equals what folding the log from its beginning gives, after each restart. A seed decides all of it.
//!
//! `HISTORIES=2000 cargo test --release --test clocks` plays more of them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails at what is not there")]

mod desk;
mod held;
#[path = "../simulation/play/random.rs"]
#[expect(dead_code, reason = "others draw more from it")]
mod random;
mod slow;

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use desk::Played;

/// Histories of the normal run.
const HISTORIES: u64 = 200;
/// What happens in each.
const STEPS: usize = 60;

fn wanted() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "the knob of a test")]
    let asked = std::env::var("HISTORIES");
    asked.ok().and_then(|number| number.parse().ok()).unwrap_or(HISTORIES)
}

#[test]
fn clocks_are_what_counting_says() {
    let (next, all) = (AtomicU64::new(1), wanted());
    let met = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed > all {
                        return;
                    }
                    let mut played = Played::new(seed);
                    for _ in 0..STEPS {
                        played.step();
                    }
                    played.compare();
                    met.fetch_add(played.compared(), Ordering::Relaxed);
                }
            });
        }
    });
    let met = met.into_inner();
    println!("{all} histories, {met} clocks compared");
    assert!(met > 5 * all, "{met} clocks in {all} histories say little");
}
