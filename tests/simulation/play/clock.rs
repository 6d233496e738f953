//! Time that moves from one event to the next, and a wall clock that may jump.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use servicedesk::clock::{Clock, Tick, Timestamp};

#[derive(Debug, Default)]
struct State {
    tick: u64,
    /// What the wall clock is ahead of the ticks.
    ahead: i64,
    sleepers: BTreeMap<(u64, u64), Waker>,
    next: u64,
}

/// The clock of one run; clones are the same clock.
#[derive(Debug, Clone, Default)]
pub struct SimClock(Arc<Mutex<State>>);

impl SimClock {
    pub fn starting_at(now: Timestamp) -> Self {
        let clock = Self::default();
        clock.state().ahead = now.0;
        clock
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("nothing panics while it is held")
    }

    pub fn millis(&self) -> u64 {
        self.state().tick
    }

    /// When the next sleeper wants to wake.
    pub fn next_deadline(&self) -> Option<u64> {
        self.state().sleepers.keys().next().map(|(deadline, _)| *deadline)
    }

    /// Moves on to `tick`, and wakes who slept until then.
    pub fn advance_to(&self, tick: u64) {
        let mut state = self.state();
        state.tick = state.tick.max(tick);
        let later = state.sleepers.split_off(&(tick + 1, 0));
        let due = std::mem::replace(&mut state.sleepers, later);
        drop(state);
        due.into_values().for_each(Waker::wake);
    }

    /// Somebody sets the wall clock.
    pub fn jump(&self, by: i64) {
        self.state().ahead += by;
    }

    /// The process ends: nobody sleeps any more.
    pub fn forget_sleepers(&self) {
        let sleepers = std::mem::take(&mut self.state().sleepers);
        drop(sleepers);
    }
}

impl Clock for SimClock {
    fn now(&self) -> Timestamp {
        let state = self.state();
        Timestamp(state.ahead).plus(Duration::from_millis(state.tick))
    }

    fn tick(&self) -> Tick {
        Tick(self.millis())
    }

    fn sleep_until(&self, deadline: Tick) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(Sleep { clock: self.clone(), deadline: deadline.0, key: None })
    }
}

struct Sleep {
    clock: SimClock,
    deadline: u64,
    key: Option<(u64, u64)>,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let clock = self.clock.clone();
        let mut state = clock.state();
        if state.tick >= self.deadline {
            return Poll::Ready(());
        }
        let deadline = self.deadline;
        let key = *self.key.get_or_insert_with(|| {
            state.next += 1;
            (deadline, state.next)
        });
        state.sleepers.insert(key, cx.waker().clone());
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(key) = self.key {
            let waker = self.clock.state().sleepers.remove(&key);
            drop(waker);
        }
    }
}
