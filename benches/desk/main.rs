//! What the desk behind the line costs, measured: `cargo bench --bench desk -- PART [--OPTION VALUE]`. A desk runs within the
//! measuring process, on a data folder of its own, with real sockets; figures of one run belong together.
//!
//! - `routing [--seconds 60] [--idle 10000]`: how soon arrivals are given to 50 agents beside 200 messages a second, how soon a free
//!   place takes the oldest of 1,000 who wait, what a decision takes, what `accepted` waits with the routing on and off, and what
//!   customers cost who wait and say nothing.
//! - `views [--conversations 500000] [--messages 10]`: first pages of every view, in every order, and of ten saved views, the counts
//!   of all of them, a long thread, the start, the memory and the disk of a desk of that size: a process with one processor.
//! - `clocks [--running 10000]`: how late alarms are told beside as many clocks that run, what those cost while nothing is due, and how
//!   quickly entries are folded anew.
//! - `search [--messages 1000000] [--seconds 20]`: how soon questions to the search are answered over HTTP on one core, that all of what
//!   holds the words is found and nothing else, what the index takes and how fast it grows, how soon a word is found beside live
//!   chat, what `accepted` costs with the search on and off, a rebuild beside live chat; and the same questions to trigrams, to an
//!   index with positions and to `LIKE`.

#![expect(clippy::disallowed_methods, reason = "real sockets and real time")]
#![expect(clippy::cast_precision_loss, reason = "counts of a minute, shown with three digits")]
#![expect(clippy::print_stdout, reason = "it is there to print")]

mod clocks;
mod ground;
#[path = "../../tests/process/mod.rs"]
mod process;
mod routing;
mod search;
#[path = "../load/usage.rs"]
#[allow(dead_code, reason = "each bench uses what it needs")]
mod usage;
mod views;
#[path = "../load/wire.rs"]
#[allow(dead_code, reason = "each bench uses what it needs")]
mod wire;

use std::process::ExitCode;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

fn number(words: &[String], name: &str, otherwise: usize) -> usize {
    let place = words.iter().position(|word| word == name);
    place.and_then(|place| words.get(place + 1)?.parse().ok()).unwrap_or(otherwise)
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.expect("a runtime");
    let limit = getrlimit(Resource::Nofile);
    if let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit }) {
        println!("descriptors stay as few as they are: {error}");
    }
    let done = match words.first().map(String::as_str) {
        Some("routing") => {
            let time = Duration::from_secs(number(&words, "--seconds", 60) as u64);
            runtime.block_on(routing::measure(time, number(&words, "--idle", 10_000)))
        }
        Some("views") => {
            let conversations = number(&words, "--conversations", 500_000);
            runtime.block_on(views::measure(conversations, number(&words, "--messages", 10)))
        }
        Some("search") => {
            let time = Duration::from_secs(number(&words, "--seconds", 20) as u64);
            runtime.block_on(search::measure(number(&words, "--messages", 1_000_000), time))
        }
        Some("clocks") => runtime.block_on(clocks::measure(number(&words, "--running", 10_000))),
        _ => {
            println!(
                "say what to measure: routing, views, clocks, search; the head of benches/desk/main.rs tells what it takes"
            );
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
