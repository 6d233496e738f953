//! What it costs to record what units write: `cargo bench --bench recording -- [ROUNDS]`.
//!
//! One visitor says messages through the desk's own unit, stored by hand on one thread, so that nothing but units and commits
//! is timed. Rounds with and without a recorder take turns. On a memory disk (`TMPDIR=/dev/shm`) the drive takes no part.

#![expect(clippy::disallowed_methods, reason = "time is what is measured")]
#![expect(clippy::cast_precision_loss, reason = "counts of a few seconds, shown with three digits")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use servicedesk::clock::{SharedClock, SystemClock};
use servicedesk::domain::access::credentials;
use servicedesk::domain::conversations::content::Content;
use servicedesk::domain::conversations::target::Target;
use servicedesk::domain::widgets::{self, store as widgets_store};
use servicedesk::entropy::{SharedEntropy, SystemEntropy};
use servicedesk::events::ActorKind;
use servicedesk::fault::Fault;
use servicedesk::flows::Caller;
use servicedesk::flows::contacts::open_visitor_session::{Arrival, open_visitor_session};
use servicedesk::flows::conversations::post_message::{Post, post_message};
use servicedesk::flows::shop::set_up_desk::ensure_defaults;
use servicedesk::ids::{ContactId, VisitorId};
use servicedesk::storage::follower::Followers;
use servicedesk::storage::recording::{Recorded, Recorder};
use servicedesk::storage::{self, Limits, Unit};

/// Batches of one round, and units of each.
const BATCHES: usize = 200;
const UNITS: usize = 64;
/// As long as an ordinary message.
const SAID: &str =
    "The parcel came yesterday and the cup in it is broken. Could you send another one, please?";

#[expect(clippy::print_stdout, reason = "a figure for whoever runs it")]
fn main() -> anyhow::Result<()> {
    let rounds = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(15);
    let mut micros = [Vec::new(), Vec::new()];
    let mut statements = 0;
    for round in 0..2 * rounds {
        let is_recorded = round % 2 == 1;
        let (took, heard) = play(is_recorded).map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
        micros[usize::from(is_recorded)].push(took.as_secs_f64() * 1e6 / (BATCHES * UNITS) as f64);
        statements = heard;
    }
    let median = |values: &mut Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().context("there were rounds")
    };
    let [off, on] = &mut micros;
    let (off, on) = (median(off)?, median(on)?);
    println!("{statements} statements in {} units", BATCHES * UNITS);
    println!("a unit takes {off:.2} us; recorded {on:.2} us ({:+.1} %)", (on / off - 1.0) * 100.0);
    Ok(())
}

/// One round in a new folder; how long it was stored, and how many statements were heard of.
fn play(is_recorded: bool) -> Result<(Duration, usize), Fault> {
    let folder = tempfile::tempdir().map_err(Fault::internal)?;
    let (clock, entropy): (SharedClock, SharedEntropy) = (SystemClock::shared(), Arc::new(SystemEntropy));
    let limits = Limits::default();
    let opened = storage::open_stepped(folder.path(), limits, &clock, &entropy, false, Followers::default());
    let (db, mut commits) = opened.map_err(Fault::internal)?;
    let heard = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&heard);
    if is_recorded {
        commits.record(Recorder(Box::new(move |recorded| {
            if let Recorded::Batch(batch) = recorded {
                counted.fetch_add(batch.statements.len(), Ordering::Relaxed);
            }
        })));
    }
    let arriving = db.submit(arrive)?;
    commits.gather();
    commits.store(clock.now());
    commits.answer();
    let visitor = futures_util::FutureExt::now_or_never(arriving).ok_or_else(Fault::not_found)??;
    let mut took = Duration::ZERO;
    for batch in 0..BATCHES {
        let mut pending = Vec::new();
        for unit in 0..UNITS {
            let (id, content) = (Some(format!("{batch}-{unit}")), Content::text(SAID));
            let reopen = Duration::from_hours(1);
            let caller = Caller::visitor(visitor, ContactId(0), false);
            let post = Post::new(&[7; 32], ActorKind::Visitor, id, Target::Newest, false, content, reopen)?;
            pending.push(db.submit(move |unit| post_message(unit, &caller, &post))?);
        }
        commits.gather();
        let now = clock.now();
        let begun = Instant::now();
        commits.store(now);
        took += begun.elapsed();
        commits.answer();
        for answer in pending {
            futures_util::FutureExt::now_or_never(answer).ok_or_else(Fault::not_found)??;
        }
    }
    Ok((took, heard.load(Ordering::Relaxed)))
}

fn arrive(unit: &mut Unit<'_>) -> Result<VisitorId, Fault> {
    ensure_defaults(unit, "pk_test", "sk_test")?;
    let found = widgets_store::find_by_name(unit.conn(), widgets::DEFAULT_NAME)?;
    let widget = found.ok_or_else(Fault::not_found)?.id;
    let arrival = Arrival {
        widget,
        device_id: None,
        known_token: None,
        new_token: credentials::digest("token"),
        identity: None,
        locale: None,
        page: None,
        time_zone: None,
        user_agent: None,
        address: None,
    };
    Ok(open_visitor_session(unit, &arrival)?.visitor)
}
