//! The floor under messages: the desk's writer with nothing around it, `SQLite` without the desk, and the bare drive.
//!
//! Each runs in a process of its own, so that a slowed disk slows it like the desk.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use rusqlite::Connection;
use servicedesk::clock::SystemClock;
use servicedesk::domain::conversations::content::Content;
use servicedesk::domain::conversations::target::Target;
use servicedesk::entropy::{SharedEntropy, SystemEntropy};
use servicedesk::events::ActorKind;
use servicedesk::flows::Caller;
use servicedesk::flows::conversations::post_message::{Post, post_message};
use servicedesk::ids::{ContactId, VisitorId};
use servicedesk::storage::follower::Followers;
use servicedesk::storage::{self, Db};
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::desk::SAID;

/// How long a closed conversation can be opened again; nobody closes one.
const REOPEN: Duration = Duration::from_hours(1);
/// What a page of the write-ahead log takes.
const PAGE_BYTES: usize = 4_096;

/// Runs one floor on a data folder in a process of its own; how many messages, rows or syncs it made a second.
pub fn ask(words: &[String], disk: &[(&str, &str)]) -> anyhow::Result<f64> {
    let mut command = Command::new(std::env::current_exe()?);
    let output = command.args(words).envs(disk.iter().copied()).stderr(Stdio::inherit()).output()?;
    let said = String::from_utf8(output.stdout)?;
    said.trim().parse().with_context(|| format!("{words:?} said {said:?}"))
}

/// Everybody in the folder says messages through the desk's own unit, `in_flight` at a time, committed together.
pub async fn writer(
    data: &Path,
    in_flight: usize,
    batch_units: usize,
    time: Duration,
) -> anyhow::Result<f64> {
    let limits = storage::Limits { batch_units, ..storage::Limits::default() };
    let entropy: SharedEntropy = Arc::new(SystemEntropy);
    let (db, thread) =
        storage::open(data, limits, SystemClock::shared(), &entropy, false, Followers::default())?;
    let visitors = db.read(|conn| Ok(visitors(conn)?)).await.map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
    let accepted = Arc::new(AtomicU64::new(0));
    let mut callers = JoinSet::new();
    for visitor in visitors {
        callers.spawn(call(db.clone(), visitor, in_flight, Arc::clone(&accepted)));
    }
    sleep(time / 4).await;
    let (begun, before) = (Instant::now(), accepted.load(Ordering::Relaxed));
    sleep(time).await;
    let (took, after) = (begun.elapsed(), accepted.load(Ordering::Relaxed));
    callers.shutdown().await;
    drop(db);
    tokio::task::spawn_blocking(move || thread.join()).await?.map_err(|_| anyhow::anyhow!("the writer"))?;
    Ok((after - before) as f64 / took.as_secs_f64())
}

fn visitors(conn: &Connection) -> rusqlite::Result<Vec<VisitorId>> {
    let mut statement = conn.prepare("SELECT id FROM visitors")?;
    statement.query_map([], |row| row.get(0).map(VisitorId))?.collect()
}

async fn call(db: Db, visitor: VisitorId, in_flight: usize, accepted: Arc<AtomicU64>) -> anyhow::Result<()> {
    let (mut underway, mut next, mut target) = (FuturesUnordered::new(), 0_u64, Target::Newest);
    let key = db.meta().digest_key;
    // The writer looks up whose conversations those are.
    let caller = Caller::visitor(visitor, ContactId(0), false);
    loop {
        let most = if target == Target::Newest { 1 } else { in_flight };
        while underway.len() < most {
            let (id, content) = (Some(next.to_string()), Content::text(SAID));
            next += 1;
            let post = Post::new(&key, ActorKind::Visitor, id, target, false, content, REOPEN);
            let post = post.map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
            let pending = db.submit(move |unit| post_message(unit, &caller, &post));
            underway.push(pending.map_err(|fault| anyhow::anyhow!("{fault:?}"))?);
        }
        let posted = underway.next().await.context("one is under way")?;
        let posted = posted.map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
        target = Target::Named(posted.conversation);
        accepted.fetch_add(1, Ordering::Relaxed);
    }
}

/// Rows of a message's size in one bare table, so many in each commit.
pub fn sqlite(folder: &Path, rows: usize, time: Duration) -> anyhow::Result<f64> {
    let conn = Connection::open(folder.join("bare.sqlite"))?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.execute_batch("CREATE TABLE said (id INTEGER PRIMARY KEY, sender INTEGER, words TEXT)")?;
    let begun = Instant::now();
    let mut count = 0_i64;
    while begun.elapsed() < time {
        conn.execute_batch("BEGIN IMMEDIATE")?;
        for _ in 0..rows {
            count += 1;
            conn.prepare_cached("INSERT INTO said (sender, words) VALUES (?1, ?2)")?
                .execute((count % 200, SAID))?;
        }
        conn.execute_batch("COMMIT")?;
    }
    Ok(count as f64 / begun.elapsed().as_secs_f64())
}

/// A page at the end of a file and a sync, again and again.
pub fn drive(folder: &Path, time: Duration) -> anyhow::Result<f64> {
    let mut file = File::create(folder.join("bare"))?;
    let begun = Instant::now();
    let mut count = 0_u64;
    while begun.elapsed() < time {
        file.write_all(&[7; PAGE_BYTES])?;
        file.sync_data()?;
        count += 1;
    }
    Ok(count as f64 / begun.elapsed().as_secs_f64())
}
