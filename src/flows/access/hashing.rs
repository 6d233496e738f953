//! Hashing passwords off the async threads: a few at once, in memory that is reused, with a bounded queue of callers.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;

use crate::domain::access::password::Memory;
use crate::fault::{Fault, Kind};

/// Who waits for a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Nothing is known of the caller yet.
    Stranger,
    /// Somebody who has shown before that they belong here: places are kept for them when strangers fill theirs.
    Known,
}

impl Asking {
    /// Calls that may wait or run; further ones are asked to try again.
    const fn waiting_max(self) -> usize {
        match self {
            Self::Stranger => 64,
            Self::Known => 128,
        }
    }
}

/// Where passwords are hashed.
#[derive(Debug)]
pub struct Hashing {
    /// Permits for all callers.
    turns: Semaphore,
    /// Permits for strangers: one less, so that known callers need not wait for guesses.
    strangers: Arc<Semaphore>,
    /// Idle memories, the one used last on top: a second is allocated only when two hashes run.
    idle: Mutex<Vec<Memory>>,
    /// Memories allocated so far.
    taken: AtomicUsize,
    waiting: AtomicUsize,
}

impl Hashing {
    /// At most `at_once` hashes run at the same time.
    #[must_use]
    pub fn new(at_once: usize) -> Arc<Self> {
        Arc::new(Self {
            turns: Semaphore::new(at_once.max(1)),
            strangers: Arc::new(Semaphore::new(at_once.saturating_sub(1).max(1))),
            idle: Mutex::default(),
            taken: AtomicUsize::new(0),
            waiting: AtomicUsize::new(0),
        })
    }

    /// Memories of 19 MiB that this desk has allocated.
    #[must_use]
    pub fn memories(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }

    /// Does `work` when its turn comes.
    pub async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        asking: Asking,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let _place = Place::take(Arc::clone(self), asking).ok_or_else(busy)?;
        let strangers = match asking {
            Asking::Stranger => {
                let turn = Arc::clone(&self.strangers).acquire_owned().await;
                Some(turn.map_err(Fault::internal)?)
            }
            Asking::Known => None,
        };
        let turn = self.turns.acquire().await.map_err(Fault::internal)?;
        let hashing = Arc::clone(self);
        // The caller may be gone before the work is done: the permit belongs to the work, not to the caller.
        turn.forget();
        tokio::task::spawn_blocking(move || {
            let turn = Turn { memory: hashing.memory(), hashing };
            let done = turn.take(work);
            drop(strangers);
            done
        })
        .await
        .map_err(Fault::internal)
    }

    fn memory(&self) -> Memory {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_else(|| {
            self.taken.fetch_add(1, Ordering::Relaxed);
            Memory::default()
        })
    }
}

/// A turn with its memory; both go back however the work ends.
struct Turn {
    hashing: Arc<Hashing>,
    memory: Memory,
}

impl Turn {
    fn take<T>(mut self, work: impl FnOnce(&mut Memory) -> T) -> T {
        work(&mut self.memory)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let memory = std::mem::take(&mut self.memory);
        self.hashing.idle.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
        self.hashing.turns.add_permits(1);
    }
}

/// A place among those who wait.
struct Place(Arc<Hashing>);

impl Place {
    fn take(hashing: Arc<Hashing>, asking: Asking) -> Option<Self> {
        let before = hashing.waiting.fetch_add(1, Ordering::Relaxed);
        let place = Self(hashing);
        (before < asking.waiting_max()).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

const fn busy() -> Fault {
    let mut fault =
        Fault::new(Kind::Unavailable, "overloaded", "Many are signing in just now. Try again in a moment.");
    fault.retry_after_ms = Some(1_000);
    fault
}
