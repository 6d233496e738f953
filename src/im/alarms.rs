//! Deadlines of all links on one timer, instead of a timer for each link.
//!
//! Deadlines lie in slots of a coarse wheel, and one task sleeps until the earliest. A link that is woken looks at its own
//! deadline, so that an alarm may ring early: what is far away rings up to a slot early and is then set anew, exactly. An
//! alarm also stays where it is when the deadline moves on, as it does with every frame: a link sets one per silence.

use std::collections::BTreeMap;
use std::future::pending;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::sync::Notify;

use crate::clock::{Clock, Tick};

/// Width of a slot for deadlines that are far away, in milliseconds: few slots with many links take little memory.
const SLOT_MS: u64 = 256;
/// What is nearer than this is set exactly.
const NEAR: Duration = Duration::from_secs(2);

#[derive(Debug, Default)]
struct Wheel {
    slots: BTreeMap<Tick, Vec<Option<Waker>>>,
    /// Everything up to here has rung, and no slot is made there any more.
    rung: Tick,
}

/// The alarms of every link.
#[derive(Debug, Default)]
pub struct Alarms {
    wheel: Mutex<Wheel>,
    /// An alarm was set before all others.
    nearer: Notify,
}

impl Alarms {
    fn wheel(&self) -> MutexGuard<'_, Wheel> {
        self.wheel.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Rings what is due, for ever.
    pub async fn ring(&self, clock: &dyn Clock) {
        loop {
            let next = self.ring_due(clock.tick());
            let due = async {
                match next {
                    Some(next) => clock.sleep_until(next).await,
                    None => pending().await,
                }
            };
            tokio::select! {
                () = due => {}
                () = self.nearer.notified() => {}
            }
        }
    }

    /// Wakes the links that are due. Returns the next deadline.
    fn ring_due(&self, now: Tick) -> Option<Tick> {
        let mut wheel = self.wheel();
        wheel.rung = wheel.rung.max(now);
        let later = wheel.slots.split_off(&Tick(now.0.saturating_add(1)));
        let due = std::mem::replace(&mut wheel.slots, later);
        let next = wheel.slots.keys().next().copied();
        drop(wheel);
        due.into_values().flatten().flatten().for_each(Waker::wake);
        next
    }

    /// Sets an alarm and returns its place in the slot. A deadline that passed since the link read the clock rings at once.
    fn set(&self, at: Tick, waker: Waker) -> usize {
        let mut wheel = self.wheel();
        if at <= wheel.rung {
            drop(wheel);
            waker.wake();
            return 0;
        }
        let is_nearer = wheel.slots.keys().next().is_none_or(|first| at < *first);
        let slot = wheel.slots.entry(at).or_default();
        slot.push(Some(waker));
        let place = slot.len() - 1;
        drop(wheel);
        if is_nearer {
            self.nearer.notify_one();
        }
        place
    }

    /// Takes an alarm out. One that has rung is gone already, and its slot with it.
    fn cancel(&self, at: Tick, place: usize) {
        let mut wheel = self.wheel();
        let Some(slot) = wheel.slots.get_mut(&at) else { return };
        let waker = slot.get_mut(place).and_then(Option::take);
        if slot.iter().all(Option::is_none) {
            wheel.slots.remove(&at);
        }
        drop(wheel);
        // After the lock is released: the waker may hold the last reference to its task, whose drop takes the lock again.
        drop(waker);
    }
}

/// The alarm of one link. Whoever is done with it cancels it; one that is left behind rings in vain.
#[derive(Debug, Default)]
pub struct Alarm {
    at: Tick,
    place: u32,
}

impl Alarm {
    /// Ready once `deadline` has come; the task is woken to ask again.
    pub fn poll(&mut self, alarms: &Alarms, deadline: Tick, now: Tick, cx: &Context<'_>) -> Poll<()> {
        if deadline <= now {
            return Poll::Ready(());
        }
        let is_set = self.at > now;
        if is_set && self.at <= deadline {
            return Poll::Pending;
        }
        if is_set {
            self.cancel(alarms);
        }
        let is_far = deadline.since(now) > NEAR;
        self.at = if is_far { Tick(deadline.0 / SLOT_MS * SLOT_MS) } else { deadline };
        self.place = alarms.set(self.at, cx.waker().clone()) as u32;
        Poll::Pending
    }

    /// Takes the alarm out.
    pub fn cancel(&self, alarms: &Alarms) {
        alarms.cancel(self.at, self.place as usize);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Wake;

    use super::*;

    #[derive(Default)]
    struct Count(AtomicUsize);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn an_alarm_rings_early_when_it_is_far_and_then_exactly() {
        let (alarms, count) = (Alarms::default(), Arc::new(Count::default()));
        let waker = Waker::from(Arc::clone(&count));
        let cx = Context::from_waker(&waker);
        let mut alarm = Alarm::default();
        let deadline = Tick(25_100);
        assert!(alarm.poll(&alarms, deadline, Tick(100), &cx).is_pending());
        let next = alarms.ring_due(Tick(100)).unwrap();
        assert!(next <= deadline && next.0 + SLOT_MS > deadline.0);
        // The deadline moves on: the alarm stays where it is.
        assert!(alarm.poll(&alarms, Tick(30_000), Tick(5_000), &cx).is_pending());
        assert_eq!(alarms.ring_due(Tick(5_000)), Some(next));
        assert_eq!(alarms.ring_due(next), None);
        assert_eq!(count.0.load(Ordering::Relaxed), 1);
        assert!(alarm.poll(&alarms, deadline, next, &cx).is_pending());
        assert_eq!(alarms.ring_due(next), Some(deadline));
        assert_eq!(alarms.ring_due(deadline), None);
        assert!(alarm.poll(&alarms, deadline, deadline, &cx).is_ready());
        assert_eq!(count.0.load(Ordering::Relaxed), 2);
    }

    #[test]
    fn who_is_gone_is_not_woken_and_leaves_nothing() {
        let (alarms, count) = (Alarms::default(), Arc::new(Count::default()));
        let waker = Waker::from(Arc::clone(&count));
        let cx = Context::from_waker(&waker);
        let (mut one, mut other) = (Alarm::default(), Alarm::default());
        assert!(one.poll(&alarms, Tick(500), Tick(0), &cx).is_pending());
        assert!(other.poll(&alarms, Tick(500), Tick(0), &cx).is_pending());
        // A nearer deadline takes the place of a later one.
        assert!(one.poll(&alarms, Tick(300), Tick(0), &cx).is_pending());
        assert_eq!(alarms.ring_due(Tick(0)), Some(Tick(300)));
        one.cancel(&alarms);
        assert_eq!(alarms.ring_due(Tick(0)), Some(Tick(500)));
        other.cancel(&alarms);
        assert!(alarms.wheel().slots.is_empty());
        assert_eq!(alarms.ring_due(Tick(1_000)), None);
        assert_eq!(count.0.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn what_is_set_behind_the_time_rings_at_once() {
        let (alarms, count) = (Alarms::default(), Arc::new(Count::default()));
        let waker = Waker::from(Arc::clone(&count));
        let cx = Context::from_waker(&waker);
        // The time went on after the link had looked at it.
        assert_eq!(alarms.ring_due(Tick(26_000)), None);
        let mut alarm = Alarm::default();
        assert!(alarm.poll(&alarms, Tick(25_000), Tick(0), &cx).is_pending());
        assert_eq!(count.0.load(Ordering::Relaxed), 1);
        assert!(alarm.poll(&alarms, Tick(25_000), Tick(26_000), &cx).is_ready());
        assert!(alarms.wheel().slots.is_empty());
    }
}
