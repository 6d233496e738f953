//! The steps between the queue and the writer: gather units, store them, answer their callers, publish the head.
//!
//! The writer's threads go through these steps in a loop. A simulation takes each by itself and can end the desk between
//! any two of them, which is where the promises are kept or broken.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::sync::{mpsc, watch};

use super::lock::FolderLock;
use super::queue::{Newest, WriterCounts, WriterHandle};
use super::recording::Recorder;
use super::writer::{InjectedFault, Job, Writer};
use crate::clock::Timestamp;
use crate::events::{Kinds, LogPosition};
use crate::fault::Fault;

/// The writer and the receiving end of its queue.
#[derive(Debug)]
pub struct CommitLoop {
    // Declared first: its connection closes before the folder's lock is released.
    writer: Writer,
    jobs: mpsc::Receiver<Box<dyn Job>>,
    /// At most so many units in one commit.
    batch_units: usize,
    gathered: Vec<Box<dyn Job>>,
    stored: Option<Stored>,
    publisher: Publisher,
    counts: Arc<WriterCounts>,
    _lock: FolderLock,
}

/// Units that were run and how their commit ended.
#[derive(Debug)]
pub(super) struct Stored {
    /// Units whose callers have no answer yet.
    units: Vec<Box<dyn Job>>,
    lost: Option<Fault>,
    head: LogPosition,
    kinds: Kinds,
    is_ready: bool,
}

impl Stored {
    /// Answers the callers.
    pub(super) fn answer(&mut self) {
        for unit in self.units.drain(..) {
            unit.answer(self.lost.clone());
        }
    }
}

/// Tells followers how far the log goes, and whether it can be written.
#[derive(Debug, Clone)]
pub(super) struct Publisher {
    head: watch::Sender<LogPosition>,
    ready: watch::Sender<bool>,
    newest: Arc<Newest>,
}

impl Publisher {
    /// Tells whoever follows.
    pub(super) fn publish(&self, stored: &Stored) {
        let Stored { head: reached, kinds, is_ready, .. } = *stored;
        self.newest.note(kinds, reached);
        self.head.send_if_modified(|head| std::mem::replace(head, reached) < reached);
        self.ready.send_if_modified(|ready| std::mem::replace(ready, is_ready) != is_ready);
    }
}

impl CommitLoop {
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
        let newest = Arc::new(Newest::all(writer.head()));
        let handle = WriterHandle {
            queue,
            head: head_seen,
            ready: ready_seen,
            newest: Arc::clone(&newest),
            counts: Arc::clone(&counts),
        };
        let (gathered, stored, publisher) = (Vec::new(), None, Publisher { head, ready, newest });
        (Self { writer, jobs, batch_units, gathered, stored, publisher, counts, _lock: lock }, handle)
    }

    /// Blocks until a unit waits, and gathers it with those behind it; `false` once every sending end is dropped.
    pub(super) fn wait(&mut self) -> bool {
        let Some(first) = self.jobs.blocking_recv() else { return false };
        self.gathered.push(first);
        self.gather();
        true
    }

    /// Takes waiting units, up to a full batch. Returns the size of the batch.
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
        self.counts.unfolded.store(!self.writer.is_folded(), Ordering::Release);
        let (head, kinds, is_ready) = (self.writer.head(), self.writer.kinds(), self.writer.is_ready());
        self.stored = Some(Stored { units, lost, head, kinds, is_ready });
    }

    /// What was stored last, for another thread to answer and publish.
    pub(super) fn take_stored(&mut self) -> Option<Stored> {
        self.stored.take()
    }

    /// A publisher for another thread.
    pub(super) fn publisher(&self) -> Publisher {
        self.publisher.clone()
    }

    /// Answers the callers of what was stored.
    pub fn answer(&mut self) {
        if let Some(stored) = &mut self.stored {
            stored.answer();
        }
    }

    /// Tells whoever follows the log how far it goes.
    pub fn publish(&mut self) {
        if let Some(stored) = self.stored.take() {
            self.publisher.publish(&stored);
        }
    }

    /// How many units wait in the queue.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.jobs.len() + self.gathered.len()
    }

    /// From now on `recorder` hears what each transaction wrote, before anybody is answered.
    pub fn record(&mut self, recorder: Recorder) {
        self.writer.record(recorder);
    }

    /// From now on commits fail in this way, or no more. For simulations.
    pub fn inject(&mut self, injected: Option<InjectedFault>) {
        self.writer.injected = injected;
    }
}
