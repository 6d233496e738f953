//! How late alarms are told, what clocks cost that run while nothing is due, and how quickly they are folded anew.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use servicedesk::domain::clocks::policy::Policy;
use servicedesk::domain::conversations::content::Content;
use servicedesk::events::{Actor, Alarm, ConversationEvent, Event};
use servicedesk::fault::Fault;
use servicedesk::flows::Caller;
use servicedesk::flows::clocks::book::Book;
use servicedesk::flows::clocks::{keep, policies};
use servicedesk::flows::conversations::append;
use servicedesk::flows::conversations::open_conversation::open_conversation;
use servicedesk::ids::{AgentId, ConversationId};
use servicedesk::storage::{Unit, event_log};
use tokio::time::{interval, sleep};

use crate::ground::Ground;
use crate::usage;

/// Conversations whose clock is over while the others run.
const OVER: usize = 1_000;
/// How many of them begin in a second.
const OVER_PER_SECOND: usize = 50;
/// What they are promised.
const PROMISED: Duration = Duration::from_secs(10);
/// How long nothing is due.
const REST: Duration = Duration::from_secs(20);
/// Conversations that are folded anew, and entries of each.
const FOLDED: usize = 2_000;
const ENTRIES: usize = 25;

/// Everything, one after another.
pub async fn measure(running: usize) -> anyhow::Result<()> {
    let ground = Ground::lay(false).await?;
    promise(&ground, Duration::from_hours(2)).await?;
    let began = Instant::now();
    for first in (0..running).step_by(100) {
        open(&ground, first..(first + 100).min(running)).await?;
    }
    println!("{running} clocks run after {:.1} s", began.elapsed().as_secs_f64());
    settle(&ground).await?;
    let (me, began) = (std::process::id(), Instant::now());
    let before = usage::processor(me)?;
    sleep(REST).await;
    let used = usage::processor(me)?.saturating_sub(before).as_secs_f64() / began.elapsed().as_secs_f64();
    println!("nothing is due for {} s: {:.2} % of a core", REST.as_secs(), used * 100.0);
    late(&ground, running).await?;
    anew(&ground).await
}

/// A policy in front of all others.
async fn promise(ground: &Ground, target: Duration) -> anyhow::Result<()> {
    let ms = target.as_millis() as i64;
    let limits = json!({ "urgent": ms, "high": ms, "normal": ms, "low": ms });
    let document: Value = json!({ "name": "bench", "targets": { "first": limits } });
    let policy: Policy = serde_json::from_value(document)?;
    ground
        .running
        .desk()
        .db
        .write(move |unit: &mut Unit<'_>| {
            let kept = policies::add(unit, &Caller::operator(), &policy, false)?;
            let all = servicedesk::domain::clocks::store::policies(unit.conn())?;
            let others = all.iter().map(|one| one.id).filter(|id| *id != kept.id);
            let ids: Vec<_> = [kept.id].into_iter().chain(others).collect();
            policies::order(unit, &Caller::operator(), &ids, false).map(drop)
        })
        .await?;
    Ok(())
}

/// Customers who ask something.
async fn open(ground: &Ground, numbers: std::ops::Range<usize>) -> anyhow::Result<Vec<ConversationId>> {
    let desk = ground.running.desk();
    let key = desk.db.meta().digest_key;
    let opened = desk.db.write(move |unit: &mut Unit<'_>| {
        let words = || Some(Content::text("几点发货? 订单号 20261127-0417，谢谢！".to_owned()));
        let one = |number| {
            let name = format!("user-{number}");
            open_conversation(unit, &Caller::operator(), &key, &name, "web", words())
        };
        numbers.map(one).collect::<Result<Vec<_>, Fault>>()
    });
    Ok(opened.await?)
}

/// Waits until the follower has read everything.
async fn settle(ground: &Ground) -> anyhow::Result<()> {
    loop {
        let behind = ground.running.desk().db.read(|conn| {
            let cursors = servicedesk::storage::follower::cursors(conn)?;
            let reached = cursors.iter().find(|one| one.name == "clocks").map_or(0, |one| one.position);
            Ok(event_log::head(conn)? - reached)
        });
        if behind.await? < 100 {
            return Ok(());
        }
        sleep(Duration::from_millis(20)).await;
    }
}

/// How long after the time was over its entry was written.
async fn late(ground: &Ground, running: usize) -> anyhow::Result<()> {
    promise(ground, PROMISED).await?;
    let mut ticks = interval(Duration::from_secs(1) / OVER_PER_SECOND as u32);
    for number in running..running + OVER {
        ticks.tick().await;
        open(ground, number..number + 1).await?;
    }
    sleep(PROMISED + Duration::from_secs(3)).await;
    let mut late = ground
        .running
        .desk()
        .db
        .read(|conn| {
            let broken =
                event_log::after(conn, 0, i64::MAX, usize::MAX >> 1)?.into_iter().filter_map(|logged| {
                    match logged.record.event {
                        Event::Conversation(
                            _,
                            ConversationEvent::Clock { alarm: Alarm::Broken, due, .. },
                        ) => Some(logged.at.0 - due.0),
                        _ => None,
                    }
                });
            Ok(broken.collect::<Vec<i64>>())
        })
        .await?;
    late.sort_unstable();
    let at = |share: f64| late.get((late.len() as f64 * share) as usize).copied().unwrap_or(-1);
    println!(
        "{} of {OVER} told, {OVER_PER_SECOND} a second beside {running} that run: p50 {} ms, p99 {} ms, most {} ms late",
        late.len(),
        at(0.5),
        at(0.99),
        late.last().copied().unwrap_or(-1)
    );
    Ok(())
}

/// Folding whole histories.
async fn anew(ground: &Ground) -> anyhow::Result<()> {
    ground.agents(1, 100).await?;
    let agent = |row: &rusqlite::Row<'_>| row.get::<_, AgentId>(0);
    let agent = ground
        .running
        .desk()
        .db
        .read(move |conn| Ok(conn.query_row("SELECT MIN(id) FROM agents", [], agent)?))
        .await?;
    let mut all = Vec::new();
    for first in (0..FOLDED).step_by(100) {
        let ids = open(ground, 1_000_000 + first..1_000_000 + first + 100).await?;
        let written = ids.clone();
        ground
            .running
            .desk()
            .db
            .write(move |unit: &mut Unit<'_>| {
                for id in written {
                    for turn in 0..ENTRIES - 1 {
                        let mut conversation = append::conversation_of(unit, id)?;
                        let steps = if turn % 2 == 0 {
                            conversation.reply(append::moment(unit, Actor::agent(agent)), false)
                        } else {
                            let customer = Actor::visitor(conversation.visitor());
                            conversation.receive(append::moment(unit, customer), false)
                        };
                        append::finish(unit, &conversation, &steps, None)?;
                    }
                }
                Ok::<_, Fault>(())
            })
            .await?;
        all.extend(ids);
    }
    settle(ground).await?;
    let mut took = Duration::ZERO;
    for ids in all.chunks(100) {
        let ids = ids.to_vec();
        took += ground
            .running
            .desk()
            .db
            .write(move |unit: &mut Unit<'_>| {
                let began = Instant::now();
                let book = Book::new(unit.conn());
                for id in ids {
                    keep::keep_anew(unit, id, &book)?;
                }
                Ok::<_, Fault>(began.elapsed())
            })
            .await?;
    }
    let events = FOLDED * ENTRIES;
    println!("{events} entries folded anew and stored: {:.0} a second", events as f64 / took.as_secs_f64());
    Ok(())
}
