//! The bounded queue in front of the writer, seen from its callers: lanes that keep order, and pending answers.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::task::{Context, Poll};

use tokio::sync::{mpsc, oneshot, watch};

use super::unit::Unit;
use super::writer::Job;
use crate::events::{Kinds, LogPosition};
use crate::fault::{Fault, Kind};

/// Sends of one connection keep their order: after one could not be taken, those behind it are not taken either, until
/// the client starts again on a new lane.
#[derive(Debug, Clone, Default)]
pub struct Lane(Arc<AtomicBool>);

impl Lane {
    /// Whether an earlier unit of this lane could not be taken.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    /// Whether both are the same lane.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    fn note(&self, fault: &Fault) {
        if fault.kind == Kind::Unavailable {
            self.0.store(true, Ordering::Release);
        }
    }
}

/// What the writer has done since the start; read by tests and by `doctor`.
#[derive(Debug, Default)]
pub struct WriterCounts {
    /// Transactions committed.
    pub batches: AtomicU64,
    /// Units run.
    pub units: AtomicU64,
    /// Whether the write-ahead log may still hold removed content; set before callers are answered.
    pub(super) unfolded: AtomicBool,
}

/// Newest position at which each kind of event may occur: a follower of some kinds need not read because of others.
#[derive(Debug)]
pub(super) struct Newest([AtomicI64; 64]);

impl Newest {
    /// Any kind may occur up to `head`.
    pub(super) fn all(head: LogPosition) -> Self {
        Self(std::array::from_fn(|_| AtomicI64::new(head)))
    }

    /// From now on these kinds may occur up to `head`.
    pub(super) fn note(&self, kinds: Kinds, head: LogPosition) {
        for number in kinds.numbers() {
            self.0[number].fetch_max(head, Ordering::Release);
        }
    }

    /// Above this position there is none of these kinds yet.
    pub(super) fn of(&self, kinds: Kinds) -> LogPosition {
        kinds.numbers().map(|number| self.0[number].load(Ordering::Acquire)).max().unwrap_or(0)
    }
}

/// The answer of a unit, once it is known. Dropping it does not stop the unit.
#[derive(Debug)]
pub struct Pending<T>(oneshot::Receiver<Result<T, Fault>>);

impl<T> Future for Pending<T> {
    type Output = Result<T, Fault>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        // A closed channel means the writer thread is gone: the desk is stopping.
        Pin::new(&mut self.0)
            .poll(cx)
            .map(|answer| answer.unwrap_or_else(|_| Err(Fault::unavailable("stopping"))))
    }
}

/// The sending end of the writer's queue.
#[derive(Debug, Clone)]
pub(super) struct WriterHandle {
    pub(super) queue: mpsc::Sender<Box<dyn Job>>,
    pub(super) head: watch::Receiver<LogPosition>,
    pub(super) ready: watch::Receiver<bool>,
    pub(super) newest: Arc<Newest>,
    pub(super) counts: Arc<WriterCounts>,
}

impl std::fmt::Debug for dyn Job {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Job")
    }
}

impl WriterHandle {
    /// Queues `work` now; later calls from the same task come after it.
    pub(super) fn submit<T, F>(&self, lane: Option<&Lane>, work: F) -> Result<Pending<T>, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    {
        let (answer, pending) = oneshot::channel();
        let job = UnitJob { work: Some(work), result: None, answer, lane: lane.cloned() };
        self.queue.try_send(Box::new(job)).map_err(|_| {
            let fault = Fault::unavailable("overloaded");
            if let Some(lane) = lane {
                lane.note(&fault);
            }
            fault
        })?;
        Ok(Pending(pending))
    }
}

struct UnitJob<T, F> {
    work: Option<F>,
    result: Option<Result<T, Fault>>,
    answer: oneshot::Sender<Result<T, Fault>>,
    lane: Option<Lane>,
}

impl<T, F> Job for UnitJob<T, F>
where
    T: Send + 'static,
    F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
{
    fn run(&mut self, unit: &mut Unit<'_>) -> bool {
        let result = match (&self.lane, self.work.take()) {
            (Some(lane), _) if lane.is_broken() => Err(Fault::unavailable("paused")),
            (_, Some(work)) => work(unit),
            (_, None) => Err(Fault::internal("a unit ran twice")),
        };
        if let (Some(lane), Err(fault)) = (&self.lane, &result) {
            lane.note(fault);
        }
        self.result.insert(result).is_ok()
    }

    fn fail(&mut self, fault: Fault) {
        self.result = Some(Err(fault));
    }

    fn answer(self: Box<Self>, lost: Option<Fault>) {
        let result = match lost {
            Some(fault) => Err(fault),
            None => self.result.unwrap_or_else(|| Err(Fault::unavailable("paused"))),
        };
        if let (Some(lane), Err(fault)) = (&self.lane, &result) {
            lane.note(fault);
        }
        // A caller that went away is normal; what it asked for is done all the same.
        drop(self.answer.send(result));
    }
}
