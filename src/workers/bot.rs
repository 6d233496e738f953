//! The bot at work: takes the turns that are due, looks after what it handed over, closes what is quiet; and keeps where it is on duty.
//! What is due stands in the database, so that a crash delays, never loses, and repeats nothing. Nothing ticks while nothing is due.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::clock::{Tick, Timestamp};
use crate::config;
use crate::domain::bot::store;
use crate::domain::conversations::bot_queue::{self, Due};
use crate::events::EventKind;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::bot::read::read;
use crate::flows::bot::shop_faq::ShopFaq;
use crate::flows::bot::turn::{Done, carry_out, failed};
use crate::flows::bot::{Around, duty, idle, unattended};

/// Turns taken before it is looked what else is due.
const BATCH: usize = 64;
/// Conversations that are looked after, or closed, in one transaction.
const FEW: usize = 50;
/// Longest time between two looks: the wall clock is set, machines sleep.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// How long to wait before trying again what failed.
const RETRY: Duration = Duration::from_secs(1);
/// How long a turn that failed waits, in milliseconds.
const PAUSE_MS: i64 = 500;
/// How often it is looked whether a customer still types.
const TYPING_LOOK: Duration = Duration::from_millis(200);
/// After which something may be due earlier than before.
const KINDS: &[EventKind] =
    &[EventKind::Message, EventKind::Edited, EventKind::Recalled, EventKind::StateChanged, EventKind::Unmerged];
/// After which the bot may be on duty elsewhere.
const DUTY: &[EventKind] = &[
    EventKind::SettingsChanged,
    EventKind::StateChanged,
    EventKind::Assigned,
    EventKind::Unassigned,
    EventKind::Transferred,
    EventKind::Presence,
    EventKind::AvailabilityChanged,
    EventKind::AgentChanged,
    EventKind::AgentDisabled,
];

fn around(desk: &Desk) -> Around {
    Around { there: desk.presence.seen(desk.clock.now()), started_at: desk.started_at }
}

/// Takes turns until `stop` is cancelled or the writer is gone.
pub async fn run(desk: Desk, limits: config::Bot, stop: CancellationToken) {
    let limits = Arc::new(limits);
    let mut head = desk.db.head();
    let mut shelf = desk.shelf.moved();
    loop {
        let seen = desk.db.newest_of(KINDS);
        shelf.borrow_and_update();
        let next = match step(&desk, &limits).await {
            Ok(next) => next,
            Err(fault) => {
                tracing::warn!(code = fault.code, "what the bot owes was not done; trying again");
                desk.clock.tick().plus(RETRY)
            }
        };
        tokio::select! {
            biased;
            () = stop.cancelled() => return,
            moved = head.wait_for(|_| desk.db.newest_of(KINDS) > seen) => if moved.is_err() { return },
            _ = shelf.changed() => {}
            () = desk.clock.sleep_until(next) => {}
        }
    }
}

/// Does what is due. Returns when to look again.
async fn step(desk: &Desk, limits: &Arc<config::Bot>) -> Result<Tick, Fault> {
    let mut soon: Option<Duration> = None;
    loop {
        let now = desk.clock.now();
        let due = desk.db.read(move |conn| Ok(bot_queue::due_now(conn, now, BATCH)?)).await?;
        let (full, mut moved) = (due.len() == BATCH, false);
        for one in due {
            match one_turn(desk, limits, one).await {
                Ok(None) => moved = true,
                Ok(Some(wait)) => soon = Some(soon.map_or(wait, |soon| soon.min(wait))),
                Err(fault) => {
                    moved = true;
                    tracing::warn!(code = fault.code, "a turn of the bot failed; it is tried again");
                    desk.db.write(move |unit| failed(unit, &one, PAUSE_MS)).await?;
                }
            }
        }
        if !(full && moved) {
            break;
        }
    }
    look_after(desk, limits).await?;
    next(desk, limits, soon).await
}

/// One turn; how long it waits, where it is not its time yet.
async fn one_turn(desk: &Desk, limits: &Arc<config::Bot>, due: Due) -> Result<Option<Duration>, Fault> {
    if let Some(wait) = types(desk, limits, due) {
        return Ok(Some(wait));
    }
    let (faq, now) = (desk.shelf.current(), desk.clock.now());
    // Before the FAQ was read only what is too late is handed over.
    if faq.is_none() && now.0 - due.due_at.0 < limits.late_after.millis() {
        return Ok(Some(RETRY));
    }
    let known = Arc::clone(limits);
    let decided =
        desk.db.read(move |conn| read(conn, faq.as_deref(), due, &known, now)).await?;
    let Some(decided) = decided else {
        desk.db.write(move |unit| Ok(bot_queue::clear(unit.conn(), due.id)?)).await?;
        return Ok(None);
    };
    let (key, known, around) = (desk.db.meta().digest_key, Arc::clone(limits), around(desk));
    let done = desk.db.write(move |unit| carry_out(unit, &key, &known, &around, &decided)).await?;
    Ok((done == Done::Newer).then_some(Duration::ZERO))
}

/// How long to wait for a customer who types.
fn types(desk: &Desk, limits: &config::Bot, due: Due) -> Option<Duration> {
    let typed_at = desk.presence.customer_typed_at(due.id)?;
    let word_at = due.due_at.0 - limits.settle.millis();
    let until = word_at + limits.settle_typing.millis();
    let now = desk.clock.now().0;
    (typed_at.0 > word_at && now < until && due.tries == 0).then_some(TYPING_LOOK)
}

async fn look_after(desk: &Desk, limits: &config::Bot) -> Result<(), Fault> {
    let now = desk.clock.now();
    let key = desk.db.meta().digest_key;
    let (unattended_ms, idle_ms) = (limits.unattended_after.millis(), limits.idle_close.millis());
    loop {
        let next = desk.db.read(|conn| Ok(store::next_handed_over(conn)?)).await?;
        if next.is_none_or(|next| next > now) {
            break;
        }
        let around = around(desk);
        desk.db.write(move |unit| unattended::look_after(unit, &key, &around, unattended_ms, FEW)).await?;
    }
    loop {
        let quiet = desk.db.read(|conn| Ok(bot_queue::quiet_since(conn)?)).await?;
        if quiet.is_none_or(|quiet| quiet.0 + idle_ms > now.0) {
            return Ok(());
        }
        if desk.db.write(move |unit| idle::close_quiet(unit, idle_ms, FEW)).await? == 0 {
            return Ok(());
        }
    }
}

async fn next(desk: &Desk, limits: &config::Bot, soon: Option<Duration>) -> Result<Tick, Fault> {
    let idle_ms = limits.idle_close.millis();
    let waits_for_faq = desk.shelf.current().is_none();
    let due = desk
        .db
        .read(move |conn| {
            let turn = bot_queue::next_due(conn)?;
            let over = store::next_handed_over(conn)?;
            let quiet = bot_queue::quiet_since(conn)?.map(|at| Timestamp(at.0 + idle_ms));
            Ok((turn, [over, quiet].into_iter().flatten().min()))
        })
        .await?;
    let (now, tick) = (desk.clock.now(), desk.clock.tick());
    let wait = |at: Timestamp| Duration::from_millis((at.0 - now.0).max(0).unsigned_abs());
    // What waits for a customer who types, or for the FAQ, is due already.
    let turn = due.0.map(|at| match soon {
        Some(soon) if at <= now => soon,
        None if at <= now && waits_for_faq => RETRY,
        _ => wait(at),
    });
    let wait = [turn, due.1.map(wait), Some(LOOK_EVERY)].into_iter().flatten().min();
    Ok(tick.plus(wait.unwrap_or(LOOK_EVERY)))
}

/// Has the bot ask the FAQ that counts now, until `stop` is cancelled.
pub(super) async fn follow_faq(desk: Desk, stop: CancellationToken) {
    let mut moved = desk.knowledge.moved();
    let mut last = desk.knowledge.current();
    loop {
        tokio::select! {
            biased;
            () = stop.cancelled() => return,
            more = moved.changed() => if more.is_err() { return },
        }
        moved.borrow_and_update();
        let current = desk.knowledge.current();
        if !Arc::ptr_eq(&last, &current) || desk.shelf.current().is_none() {
            last = Arc::clone(&current);
            desk.shelf.put(Arc::new(ShopFaq(current)));
        }
    }
}

/// Keeps where the bot is on duty until `stop` is cancelled or the writer is gone.
pub async fn keep_duty(desk: Desk, stop: CancellationToken) {
    let mut head = desk.db.head();
    let mut links = desk.presence.links();
    let mut shelf = desk.shelf.moved();
    loop {
        let seen = desk.db.newest_of(DUTY);
        links.borrow_and_update();
        shelf.borrow_and_update();
        if let Err(fault) = settle(&desk).await {
            tracing::warn!(code = fault.code, "where the bot is on duty is not known; trying again");
        }
        let next = desk.clock.tick().plus(LOOK_EVERY);
        tokio::select! {
            biased;
            () = stop.cancelled() => return,
            moved = head.wait_for(|_| desk.db.newest_of(DUTY) > seen) => if moved.is_err() { return },
            _ = links.changed() => {}
            _ = shelf.changed() => {}
            () = desk.clock.sleep_until(next) => {}
        }
    }
}

async fn settle(desk: &Desk) -> Result<(), Fault> {
    let Some(faq) = desk.shelf.current() else { return Ok(()) };
    let (around, now) = (around(desk), desk.clock.now());
    let changes = desk.db.read(move |conn| duty::changes(conn, faq.as_ref(), &around, now)).await?;
    if changes.is_empty() {
        return Ok(());
    }
    desk.db.write(move |unit| duty::keep(unit, &changes)).await
}
