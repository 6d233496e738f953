//! Runs futures one step at a time, in an order that the caller chooses. No threads, no timers of its own.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};

/// Whether a task may be polled.
struct Flag(AtomicBool);

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

struct Task {
    future: Pin<Box<dyn Future<Output = ()>>>,
    flag: Arc<Flag>,
    waker: Waker,
}

/// Tasks, by number.
#[derive(Default)]
pub struct Executor {
    tasks: Vec<Option<Task>>,
}

impl Executor {
    pub fn spawn(&mut self, future: impl Future<Output = ()> + 'static) {
        let flag = Arc::new(Flag(AtomicBool::new(true)));
        let waker = Waker::from(Arc::clone(&flag));
        let task = Some(Task { future: Box::pin(future), flag, waker });
        match self.tasks.iter().position(Option::is_none) {
            Some(free) => self.tasks[free] = task,
            None => self.tasks.push(task),
        }
    }

    /// Tasks that may be polled, ascending.
    pub fn ready(&self) -> Vec<usize> {
        let is_ready =
            |task: &Option<Task>| task.as_ref().is_some_and(|task| task.flag.0.load(Ordering::Relaxed));
        (0..self.tasks.len()).filter(|at| is_ready(&self.tasks[*at])).collect()
    }

    /// Polls one task once.
    pub fn poll(&mut self, at: usize) {
        let Some(task) = self.tasks[at].as_mut() else { return };
        task.flag.0.store(false, Ordering::Relaxed);
        let done = task.future.as_mut().poll(&mut Context::from_waker(&task.waker));
        if matches!(done, Poll::Ready(())) {
            self.tasks[at] = None;
        }
    }

    /// Every task ends where it stands.
    pub fn kill(&mut self) {
        self.tasks.clear();
    }
}
