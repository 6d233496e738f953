//! What stands between the queue and the writer: gathers units, has them stored, answers their callers, tells the head.
//!
//! The writer's thread goes through these steps in a loop. A simulation takes each by itself and can end the desk between
//! any two of them, which is where the promises are kept or broken.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::sync::{mpsc, watch};

use super::lock::FolderLock;
use super::queue::{WriterCounts, WriterHandle};
use super::writer::{Job, Mishap, Writer};
use crate::clock::Timestamp;
use crate::events::LogPosition;
use crate::fault::Fault;

/// The writer and the receiving end of its queue.
#[derive(Debug)]
pub struct Pump {
    // Closed before the folder's lock is given free.
    writer: Writer,
    jobs: mpsc::Receiver<Box<dyn Job>>,
    /// At most so many units in one commit.
    batch_units: usize,
    gathered: Vec<Box<dyn Job>>,
    stored: Option<Stored>,
    head: watch::Sender<LogPosition>,
    ready: watch::Sender<bool>,
    counts: Arc<WriterCounts>,
    _lock: FolderLock,
}

/// Units that were run and what befell their commit; not answered yet.
#[derive(Debug)]
struct Stored {
    units: Vec<Box<dyn Job>>,
    lost: Option<Fault>,
}

impl Pump {
    /// A queue of at most `queue_units` in front of `writer`, and its sending end.
    pub(super) fn new(
        writer: Writer,
        lock: FolderLock,
        queue_units: usize,
        batch_units: usize,
    ) -> (Self, WriterHandle) {
        let (queue, jobs) = mpsc::channel(queue_units);
        let (head, head_seen) = watch::channel(writer.head());
        let (ready, ready_seen) = watch::channel(writer.is_ready());
        let counts = Arc::new(WriterCounts::default());
        let handle = WriterHandle { queue, head: head_seen, ready: ready_seen, counts: Arc::clone(&counts) };
        let (gathered, stored) = (Vec::new(), None);
        (Self { writer, jobs, batch_units, gathered, stored, head, ready, counts, _lock: lock }, handle)
    }

    /// Blocks until a unit waits, and gathers it with those behind it; `false` once every sending end is dropped.
    pub(super) fn wait(&mut self) -> bool {
        let Some(first) = self.jobs.blocking_recv() else { return false };
        self.gathered.push(first);
        self.gather();
        true
    }

    /// Takes units that wait, up to a batch; says how many there are in it.
    pub fn gather(&mut self) -> usize {
        while self.gathered.len() < self.batch_units
            && let Ok(next) = self.jobs.try_recv()
        {
            self.gathered.push(next);
        }
        self.gathered.len()
    }

    /// Runs what was gathered and commits it. Nobody is told yet.
    pub fn store(&mut self, now: Timestamp) {
        let mut units = std::mem::take(&mut self.gathered);
        self.counts.units.fetch_add(units.len() as u64, Ordering::Relaxed);
        let lost = self.writer.store(&mut units, now);
        self.counts.batches.fetch_add(1, Ordering::Relaxed);
        self.stored = Some(Stored { units, lost });
    }

    /// Answers the callers of what was stored.
    pub fn answer(&mut self) {
        let Some(Stored { units, lost }) = self.stored.take() else { return };
        for unit in units {
            unit.answer(lost.clone());
        }
    }

    /// Tells whoever follows the log how far it goes.
    pub fn publish(&mut self) {
        self.head.send_if_modified(|head| std::mem::replace(head, self.writer.head()) < self.writer.head());
        self.ready.send_if_modified(|ready| std::mem::replace(ready, self.writer.is_ready()) != *ready);
    }

    /// How many units wait in the queue.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.jobs.len() + self.gathered.len()
    }

    /// From now on commits fail in this way, or no more. For simulations.
    pub fn befall(&mut self, mishap: Option<Mishap>) {
        self.writer.mishap = mishap;
    }
}
