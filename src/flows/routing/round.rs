//! A round of the routing, one unit of the writer: reads the log on, decides, carries out, and reads what that wrote.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::clock::Timestamp;
use crate::domain::access::presence::There;
use crate::domain::routing::decide::decide;
use crate::domain::routing::store;
use crate::events::{EventKind, LogPosition, Logged};
use crate::fault::Fault;
use crate::flows::routing::gather::{Around, gather};
use crate::flows::routing::{apply, queue, tickets};
use crate::ids::AgentId;
use crate::storage::Unit;
use crate::storage::follower::{self, Follower};

/// Pages of the log that one round reads at most.
const PAGES: usize = 50;

/// Keeps the queue. Every one of them shares a cursor.
#[derive(Debug, Default)]
pub struct Queue {
    /// Whether something came that may lead to a decision.
    is_touched: AtomicBool,
}

impl Queue {
    /// The name of its cursor.
    pub const NAME: &'static str = "routing";
}

impl Follower for Queue {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn kinds(&self) -> &'static [EventKind] {
        queue::KINDS
    }

    fn begin(&self, unit: &mut Unit<'_>) -> Result<LogPosition, Fault> {
        queue::fill(unit)?;
        self.is_touched.store(true, Ordering::Relaxed);
        Ok(unit.head())
    }

    fn handle(&self, unit: &mut Unit<'_>, page: &[Logged]) -> Result<(), Fault> {
        let (settings, _) = store::settings(unit.conn())?;
        let mut touched = false;
        for logged in page {
            touched |= queue::take(unit, &settings, logged)?;
        }
        self.is_touched.fetch_or(touched, Ordering::Relaxed);
        Ok(())
    }
}

/// What a round is told.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The epoch of the log.
    pub epoch: &'a str,
    /// How far the round before had read; -1 before the first.
    pub reached: LogPosition,
    /// Whether to decide whatever the log says: somebody came or went, or something is due.
    pub is_due: bool,
    /// Who is there, and whether a link of theirs is open.
    pub there: &'a [(AgentId, There, bool)],
    /// When the desk started.
    pub started_at: Timestamp,
    /// How much of each team's queue is looked at.
    pub looked_at: usize,
}

/// What came of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// How far the log was read.
    pub reached: LogPosition,
    /// Whether there is more to be read.
    pub more: bool,
    /// When to decide again if nothing happens; `None` where nothing was decided.
    pub next: Option<Option<Timestamp>>,
}

/// One round.
pub fn round(unit: &mut Unit<'_>, asked: &Asked<'_>) -> Result<Done, Fault> {
    let queue = Queue::default();
    let kept = follower::cursors(unit.conn())?.into_iter().find(|cursor| cursor.name == Queue::NAME);
    // Somebody else read on meanwhile: what they saw is not known here.
    let is_behind = kept.is_none_or(|cursor| cursor.position > asked.reached);
    let (mut reached, more) = read_on(unit, &queue, asked.epoch)?;
    let mut next = None;
    if asked.is_due || is_behind || queue.is_touched.load(Ordering::Relaxed) {
        let now = unit.now();
        let around =
            Around { there: asked.there, started_at: asked.started_at, looked_at: asked.looked_at, now };
        let (settings, _) = store::settings(unit.conn())?;
        let scene = gather(unit.conn(), &settings, &around)?;
        let (decisions, due) = decide(&scene.items, &scene.candidates, &settings, now);
        apply::apply(unit, &decisions)?;
        let (waiting, able) = tickets::gather(unit.conn(), &settings, &around)?;
        let (given, due_again) = decide(&waiting, &able, &settings, now);
        apply::apply(unit, &given)?;
        next = Some([due, scene.next, due_again].into_iter().flatten().min());
        if !(decisions.is_empty() && given.is_empty()) {
            (reached, _) = read_on(unit, &queue, asked.epoch)?;
        }
    }
    Ok(Done { reached, more, next })
}

fn read_on(unit: &mut Unit<'_>, queue: &Queue, epoch: &str) -> Result<(LogPosition, bool), Fault> {
    let mut step = follower::step(unit, queue, epoch)?;
    for _ in 1..PAGES {
        if !step.more {
            break;
        }
        step = follower::step(unit, queue, epoch)?;
    }
    Ok((step.reached, step.more))
}
