//! What the desk does under load, measured: `cargo bench --bench load -- PART [--OPTION VALUE]`.
//!
//! Each part starts the desk as a process of its own, with every limit on how often somebody may do something lifted, and
//! beside it the floor: the same work by a program that does nothing else. Figures of one run belong together; another
//! machine has others.
//!
//! - `idle [--connections 15000] [--tls]`: memory per connection that says nothing, before and after a message each way.
//! - `messages [--senders 200] [--seconds 6] [--slowed 0] [--rounds 5]`: messages accepted a second, how long each waits and what
//!   it costs, against the writer alone; with every sync so many milliseconds slower.
//! - `storm [--clients 10000] [--kills 1] [--term]`: everybody comes back at once after the desk was killed, or stopped in order:
//!   how long that takes, what an agent waits for meanwhile, and whether anything was lost or doubled.
//! - `slow [--readers 500] [--seconds 10]`: visitors who read nothing while an agent writes to them: what the desk holds for them,
//!   what others wait, and whether the slow have everything once they read.
//! - `traffic [--seconds 300] [--tls]`: bytes on the wire of coming back, with nothing and with forty messages missed, and of
//!   an hour of silence, told from so many seconds of it.
//! - `uploads [--uploads 8] [--kib-per-second 6]`: files that come over slow lines, each cut once: what is sent twice, and what
//!   others wait.

#![expect(clippy::disallowed_methods, reason = "real processes, real sockets and real time")]
#![expect(clippy::cast_precision_loss, reason = "counts of a few seconds, shown with three digits")]

#[path = "../../tests/process/mod.rs"]
mod process;

mod alone;
mod comeback;
mod desk;
mod floor;
mod idle;
mod messages;
mod plot;
mod secure;
mod slow;
mod steady;
mod storm;
mod talk;
mod traffic;
mod uploads;
mod usage;
mod wire;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::runtime::Runtime;

/// What was asked for on the command line.
struct Asked {
    words: Vec<String>,
}

impl Asked {
    fn has(&self, name: &str) -> bool {
        self.words.iter().any(|word| word == name)
    }

    fn number(&self, name: &str, otherwise: usize) -> usize {
        let place = self.words.iter().position(|word| word == name);
        place.and_then(|place| self.words.get(place + 1)?.parse().ok()).unwrap_or(otherwise)
    }
}

fn main() -> ExitCode {
    let asked = Asked { words: std::env::args().skip(1).filter(|word| word != "--bench").collect() };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.expect("a runtime");
    let done = match asked.words.first().map(String::as_str) {
        Some("idle") => {
            let connections = asked.number("--connections", 15_000);
            raise_descriptors(connections as u64 + 512)
                .and_then(|()| runtime.block_on(idle::measure(connections, asked.has("--tls"))))
        }
        Some("messages") => runtime.block_on(messages::measure(messages::Asked {
            senders: asked.number("--senders", 200),
            time: Duration::from_secs(asked.number("--seconds", 6) as u64),
            slowed: asked.number("--slowed", 0),
            rounds: asked.number("--rounds", 5),
        })),
        Some("storm") => {
            let clients = asked.number("--clients", 10_000);
            let (kills, term) = (asked.number("--kills", 1), asked.has("--term"));
            raise_descriptors(clients as u64 + 512)
                .and_then(|()| runtime.block_on(storm::measure(storm::Asked { clients, kills, term })))
        }
        Some("slow") => {
            let (readers, seconds) = (asked.number("--readers", 500), asked.number("--seconds", 10) as u64);
            raise_descriptors(readers as u64 + 512)
                .and_then(|()| runtime.block_on(slow::measure(readers, Duration::from_secs(seconds))))
        }
        Some("traffic") => {
            let time = Duration::from_secs(asked.number("--seconds", 300) as u64);
            runtime.block_on(traffic::measure(time, asked.has("--tls")))
        }
        Some("uploads") => {
            let (uploads, rate) = (asked.number("--uploads", 8), asked.number("--kib-per-second", 6));
            runtime.block_on(uploads::measure(uploads, rate << 10))
        }
        // Started by the parts themselves.
        Some("alone") => alone(&asked, &runtime),
        Some("floor") => raise_descriptors(asked.number("--connections", 15_000) as u64 + 64)
            .and_then(|()| runtime.block_on(floor::serve(asked.has("--tls")))),
        _ => {
            say(
                "say what to measure: idle, messages, storm, slow, traffic or uploads; the head of benches/load/main.rs tells what each takes",
            );
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// One floor under messages, on the data folder named.
fn alone(asked: &Asked, runtime: &Runtime) -> anyhow::Result<()> {
    let [_, which, data, ..] = asked.words.as_slice() else { anyhow::bail!("which, and where?") };
    let time = Duration::from_millis(asked.number("--milliseconds", 6_000) as u64);
    let rows = asked.number("--rows", 1);
    let data = Path::new(data);
    let per_second = match which.as_str() {
        "drive" => alone::drive(data, time)?,
        "sqlite" => alone::sqlite(data, rows, time)?,
        _ => runtime.block_on(alone::writer(data, asked.number("--in-flight", 1), rows, time))?,
    };
    say(&per_second.to_string());
    Ok(())
}

/// Asks for as many open files as are needed.
fn raise_descriptors(wanted: u64) -> anyhow::Result<()> {
    let limit = getrlimit(Resource::Nofile);
    if limit.current.is_none_or(|current| current >= wanted) {
        return Ok(());
    }
    let most = limit.maximum.unwrap_or(u64::MAX);
    anyhow::ensure!(
        most >= wanted,
        "{wanted} files must be open at once and {most} are allowed: raise the limit (`ulimit -Hn`) or ask for fewer"
    );
    setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), ..limit })?;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a table for whoever runs it")]
fn say(line: &str) {
    println!("{line}");
}
