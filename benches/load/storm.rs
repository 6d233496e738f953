//! Everybody comes back at once: the desk is killed, or stopped, and started again, while an agent goes on answering.
//!
//! Each visitor comes back as a client must and has to get what was sent to them while they were away: nothing lost, nothing
//! doubled.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{StreamExt, TryStreamExt, stream};
use rustix::process::Signal;
use tokio::time::sleep;

use crate::comeback::{Lives, Visitor, alive, lengths, missing};
use crate::desk::{AT_ONCE, Desk, Ground};
use crate::process::rest::Program;
use crate::steady::{Agent, Desktop};
use crate::wire::Wire;
use crate::{say, usage};

/// Longest time until everybody must be back.
const PATIENCE: Duration = Duration::from_mins(2);
/// Time for what was said last to arrive, once everybody is back.
const SETTLES_WITHIN: Duration = Duration::from_secs(30);
/// What the agent says a second.
const PER_SECOND: u32 = 50;
/// Between two looks at who is back.
const LOOKS_EVERY: Duration = Duration::from_millis(20);
/// For how long the agent talks before, to compare with.
const QUIET: Duration = Duration::from_secs(3);
/// As a desk has it by default: links are told to come back over 8 seconds, and may take 10.
const GRACE: (&str, &str) = ("SERVICEDESK_SERVER__SHUTDOWN_GRACE", "10s");

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub clients: usize,
    pub kills: usize,
    /// Whether the desk is stopped in order.
    pub term: bool,
}

/// A restart, in times since the desk was told to go.
struct Restart {
    begun: Instant,
    ended: Duration,
    ready: Duration,
    /// What the agent had to say again before.
    again: usize,
}

/// Lets everybody come back after each restart, prints how that went, and fails if anything was lost or doubled.
pub async fn measure(asked: Asked) -> anyhow::Result<()> {
    let ground = Ground::lay(asked.clients, false)?;
    // Sessions are opened by another process than the one that goes down.
    let desk = ground.serve()?;
    let tokens = desk.sessions(asked.clients).await?;
    let listen = desk.target.address.to_string();
    desk.served.stop();
    let mut desk = ground.serve_on(&listen, &[GRACE])?;
    let agent = Arc::new(Agent::new(&desk.target, desk.agent.session_token().await, PER_SECOND));
    let mut lives = Lives::new();
    let visitors = gather(&desk, tokens, &mut lives).await?;
    say(&format!(
        "{} visitors are there, and an agent who says {PER_SECOND} messages a second",
        visitors.len()
    ));
    let (speaker, listeners) = (Arc::clone(&agent), visitors.clone());
    let desktop = Desktop::new()?;
    lives.spawn_on(async move { speaker.live(|| whom(&listeners)).await }, desktop.handle());
    sleep(QUIET).await;
    say(&format!("before         {}", waits(&agent)));
    for kill in 1..=asked.kills {
        say(&format!("{} {kill} of {}", if asked.term { "SIGTERM" } else { "SIGKILL" }, asked.kills));
        let again = agent.said().again;
        let begun = Instant::now();
        end(desk, asked.term)?;
        let ended = begun.elapsed();
        desk = ground.serve_on(&listen, &[GRACE])?;
        let restart = Restart { begun, ended, ready: begun.elapsed(), again };
        let back = all_back(&visitors, &restart, &mut lives).await;
        tell(&visitors, &restart, &agent);
        let pid = desk.served.pid();
        say(&format!("resident       {} KiB at most", usage::resident_peak(pid)? / 1_024));
        say(&format!("processor      {:.2} s", desk.processor()?.as_secs_f64()));
        back?;
    }
    agent.rest();
    settle(&desk.agent, &visitors, &agent, &mut lives).await
}

/// Ends the desk; only then another one can have its folder.
fn end(desk: Desk, in_order: bool) -> anyhow::Result<()> {
    if !in_order {
        desk.served.kill();
        return Ok(());
    }
    desk.served.signal(Signal::TERM);
    let status = desk.served.wait();
    anyhow::ensure!(status.success(), "the desk ended with {status}");
    Ok(())
}

/// A visitor for each session, who has said something and lives from now on.
async fn gather(desk: &Desk, tokens: Vec<String>, lives: &mut Lives) -> anyhow::Result<Vec<Visitor>> {
    let gather = async |(number, token)| {
        let visitor = Visitor::new(number, token, &desk.target);
        let wire = visitor.begin(Wire::open(&desk.target, number).await?).await?;
        anyhow::Ok((visitor, wire))
    };
    let numbered = stream::iter(tokens.into_iter().enumerate());
    let all: Vec<_> = numbered.map(gather).buffered(AT_ONCE).try_collect().await?;
    let live = |(visitor, wire): (Visitor, Wire)| {
        lives.spawn(visitor.clone().live(wire));
        visitor
    };
    Ok(all.into_iter().map(live).collect())
}

/// The conversation of one who is away, if anybody is; else anybody's.
fn whom(visitors: &[Visitor]) -> Option<String> {
    let first = rand::random_range(0..visitors.len().max(1));
    let from_there = visitors.iter().cycle().skip(first).take(visitors.len());
    let away = from_there.into_iter().find(|visitor| visitor.kept().since.is_none());
    away.or_else(|| visitors.get(first)).map(|visitor| visitor.kept().conversation.clone())
}

/// Waits until everybody is there again.
async fn all_back(visitors: &[Visitor], restart: &Restart, lives: &mut Lives) -> anyhow::Result<()> {
    loop {
        alive(lives)?;
        let back = times_back(visitors, restart).len();
        if back == visitors.len() {
            return Ok(());
        }
        anyhow::ensure!(
            restart.begun.elapsed() < PATIENCE,
            "{} visitors are not back after {} s",
            visitors.len() - back,
            PATIENCE.as_secs()
        );
        sleep(LOOKS_EVERY).await;
    }
}

/// When those who are back were, ascending. Who came to the desk while it was going is not.
fn times_back(visitors: &[Visitor], restart: &Restart) -> Vec<Duration> {
    let mut times: Vec<Duration> = visitors
        .iter()
        .filter_map(|visitor| Some(visitor.kept().since?.duration_since(restart.begun)))
        .filter(|time| *time > restart.ended)
        .collect();
    times.sort_unstable();
    times
}

fn tell(visitors: &[Visitor], restart: &Restart, agent: &Agent) {
    let times = times_back(visitors, restart);
    let at = |hundredth: usize| {
        // The last of so many, of all and not only of those who are back.
        let place = (visitors.len() * hundredth).div_ceil(100).saturating_sub(1);
        times.get(place).map_or_else(|| "never".to_owned(), |time| format!("{:.2} s", time.as_secs_f64()))
    };
    say(&format!(
        "ended, ready   {:.2} s, {:.2} s",
        restart.ended.as_secs_f64(),
        restart.ready.as_secs_f64()
    ));
    say(&format!("back           half {}, 99 % {}, all {}", at(50), at(99), at(100)));
    let resumed = |how: &str| visitors.iter().filter(|visitor| visitor.kept().resume == how).count();
    let [replaying, reload, fresh] = ["replaying", "reload", "fresh"].map(resumed);
    let all = if replaying == visitors.len() { "yes" } else { "no" };
    say(&format!("all resumed    {all}: {replaying} replaying, {reload} reload, {fresh} fresh"));
    let failed: usize = visitors.iter().map(|visitor| visitor.kept().failed).sum();
    say(&format!("failed tries   {failed} since the beginning{}", most_often(visitors)));
    let again = agent.said().again - restart.again;
    say(&format!("meanwhile      {}; {again} were cut off and said again", waits(agent)));
}

/// Why the last try of most of those failed who had one that did.
fn most_often(visitors: &[Visitor]) -> String {
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for visitor in visitors {
        *reasons.entry(visitor.kept().why.clone()).or_default() += 1;
    }
    reasons.remove("");
    let most = reasons.into_iter().max_by_key(|(_, count)| *count);
    most.map(|(why, count)| format!("; the last one of {count}: {why}")).unwrap_or_default()
}

/// What the agent measured since it was asked last.
fn waits(agent: &Agent) -> String {
    let mut waits = std::mem::take(&mut agent.said().waits);
    waits.sort_unstable();
    let at = |hundredth: usize| {
        let place = (waits.len() * hundredth / 100).min(waits.len().saturating_sub(1));
        waits.get(place).copied().unwrap_or_default().as_secs_f64() * 1_000.0
    };
    format!(
        "{} said, accepted within p50 {:.1} ms, p99 {:.1} ms, max {:.1} ms",
        waits.len(),
        at(50),
        at(99),
        at(100)
    )
}

/// Waits until everything arrived, and holds what everybody has against what the desk has.
async fn settle(
    program: &Program,
    visitors: &[Visitor],
    agent: &Agent,
    lives: &mut Lives,
) -> anyhow::Result<()> {
    let begun = Instant::now();
    let mut stored = BTreeMap::new();
    let mut lost = u64::MAX;
    while lost > 0 && begun.elapsed() < SETTLES_WITHIN {
        alive(lives)?;
        if agent.is_answered() && stored.is_empty() {
            stored = lengths(program).await?;
        }
        lost = missing(visitors, &stored);
        sleep(LOOKS_EVERY).await;
    }
    anyhow::ensure!(agent.is_answered(), "the agent waits for an answer");
    let doubled: usize = visitors.iter().map(|visitor| visitor.kept().doubled).sum();
    let entries: i64 = stored.values().sum();
    let said = agent.said();
    let accepted: usize = said.accepted.values().map(Vec::len).sum();
    say(&format!(
        "entries        {entries}, of which {accepted} are the agent's; lost {lost}, doubled {doubled}"
    ));
    let placed = |(conversation, places): (&String, &Vec<i64>)| {
        // The visitor's word is the first, and nobody else says anything.
        places.iter().copied().eq(2..=stored.get(conversation).copied().unwrap_or_default())
    };
    anyhow::ensure!(
        said.accepted.iter().all(placed),
        "what was accepted does not stand where it was said to"
    );
    anyhow::ensure!(entries as usize == accepted + visitors.len(), "something was stored that nobody said");
    anyhow::ensure!(lost == 0 && doubled == 0, "{lost} entries were lost and {doubled} came twice");
    Ok(())
}
