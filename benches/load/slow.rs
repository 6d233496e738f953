//! Visitors who read nothing while an agent writes to them: what the desk holds for them, and what others notice of it.

use std::convert::Infallible;
use std::time::{Duration, Instant};

use anyhow::Context;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::comeback::{Lives, Visitor, alive, lengths, missing};
use crate::desk::{AT_ONCE, Desk, Ground, greeted};
use crate::talk::{Pace, Talked, talk};
use crate::wire::Wire;
use crate::{say, usage};

/// What the kernel keeps for one of them. Otherwise it keeps megabytes, and the desk notices nothing.
const NARROW: u32 = 4 << 10;
/// What the agent says each time.
const TEXT_BYTES: usize = 8_000;
/// Unanswered messages of one link; it may have no more.
const IN_FLIGHT: usize = 16;
/// Visitors who talk meanwhile.
const OTHERS: usize = 20;
/// Longest time in which the slow may read what they missed.
const CATCH_UP: Duration = Duration::from_mins(2);
/// Between two looks at what they have.
const LOOKS_EVERY: Duration = Duration::from_millis(50);

/// Prints what slow readers cost, and fails if they do not get everything in the end.
pub async fn measure(readers: usize, time: Duration) -> anyhow::Result<()> {
    let ground = Ground::lay(readers + 2 * OTHERS, false)?;
    // Sessions are opened by another process than the one that is measured.
    let desk = ground.serve()?;
    let mut tokens = desk.sessions(readers + 2 * OTHERS).await?;
    desk.served.stop();
    let desk = ground.serve()?;
    let mut others = tokens.split_off(readers);
    let without = talk(&desk, others.split_off(OTHERS), Pace::InFlight(1), time).await?;
    let slow = gather(&desk, tokens).await?;
    let conversations: Vec<String> =
        slow.iter().map(|(visitor, _)| visitor.kept().conversation.clone()).collect();
    let pid = desk.served.pid();
    let before = usage::resident_all(pid)?;
    let with = tokio::select! {
        flooded = flood(&desk, &conversations) => return flooded.map(|never| match never {}),
        with = talk(&desk, others, Pace::InFlight(1), time) => with?,
    };
    let stored: i64 = lengths(&desk.agent)
        .await?
        .into_iter()
        .filter(|(id, _)| conversations.contains(id))
        .map(|(_, length)| length)
        .sum();
    let bytes = (stored as usize - readers) * TEXT_BYTES / readers.max(1);
    say(&format!("{readers} visitors read nothing; {} KiB were said to each", bytes >> 10));
    let back = come_back(&desk, slow).await;
    let (peak, after) = (usage::resident_peak(pid)?, usage::resident_all(pid)?);
    say(&format!(
        "resident       {} KiB before, {} KiB at most, {} KiB after",
        before >> 10,
        peak >> 10,
        after >> 10
    ));
    for (name, talked) in [("without them", &without), ("with them", &with)] {
        say(&format!("{name:<14} {OTHERS} others: {}", tell(talked)));
    }
    back
}

/// How long others waited.
pub fn tell(talked: &Talked) -> String {
    let [half, most] = [50, 99].map(|hundredth| talked.percentile(hundredth).as_secs_f64() * 1_000.0);
    format!("{:.0} /s accepted, p50 {half:.1} ms, p99 {most:.1} ms", talked.per_second)
}

/// Visitors who have said something and read no more.
async fn gather(desk: &Desk, tokens: Vec<String>) -> anyhow::Result<Vec<(Visitor, Wire)>> {
    let begin = async |(number, token)| {
        let visitor = Visitor::new(number, token, &desk.target);
        let wire = visitor.begin(Wire::open_narrow(&desk.target, number, NARROW).await?).await?;
        Ok((visitor, wire))
    };
    stream::iter(tokens.into_iter().enumerate()).map(begin).buffered(AT_ONCE).try_collect().await
}

/// Writes to one after the other, as fast as it is accepted.
async fn flood(desk: &Desk, conversations: &[String]) -> anyhow::Result<Infallible> {
    let mut agent = greeted(desk, &desk.agent.session_token().await, 0).await?;
    let content = json!({"kind": "text", "text": "x".repeat(TEXT_BYTES)});
    let (mut next, mut under_way) = (0, 0);
    loop {
        while under_way < IN_FLIGHT {
            let conversation = conversations.get(next % conversations.len()).context("nobody is slow")?;
            let send = json!({"type": "send", "client_message_id": format!("flood {next}"),
                              "conversation_id": conversation, "content": content});
            agent.say(&send.to_string()).await?;
            (next, under_way) = (next + 1, under_way + 1);
        }
        let heard = agent.hear().await?;
        let frame: Value = serde_json::from_str(&heard)?;
        match frame["type"].as_str() {
            Some("accepted") => under_way -= 1,
            Some("refused" | "error" | "paused" | "behind") => anyhow::bail!("the agent hears {frame}"),
            _ => {}
        }
    }
}

/// The slow begin to read, come back where their link was ended, and must have everything in the end.
async fn come_back(desk: &Desk, slow: Vec<(Visitor, Wire)>) -> anyhow::Result<()> {
    let begun = Instant::now();
    let mut lives = Lives::new();
    let visitors: Vec<Visitor> = slow
        .into_iter()
        .map(|(visitor, wire)| {
            lives.spawn(visitor.clone().live(wire));
            visitor
        })
        .collect();
    let mut lost = u64::MAX;
    while lost > 0 && begun.elapsed() < CATCH_UP {
        sleep(LOOKS_EVERY).await;
        alive(&mut lives)?;
        lost = missing(&visitors, &lengths(&desk.agent).await?);
    }
    let sum = |what: fn(&Visitor) -> usize| visitors.iter().map(what).sum::<usize>();
    let (behind, broken) = (sum(|visitor| visitor.kept().behind), sum(|visitor| visitor.kept().broken));
    let doubled = sum(|visitor| visitor.kept().doubled);
    say(&format!("links ended    {behind} with `behind`, {broken} without a word"));
    say(&format!(
        "read it all    after {:.1} s; lost {lost}, doubled {doubled}",
        begun.elapsed().as_secs_f64()
    ));
    anyhow::ensure!(lost == 0 && doubled == 0, "{lost} entries were lost and {doubled} came twice");
    Ok(())
}
