//! The links of one thread, in one task.
//!
//! A task of its own would cost each link a third more: the runtime lays tasks out for speed, on wide boundaries. Links are
//! polled only when they are woken, as tasks are, and a panic in one ends that one alone.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::panic::AssertUnwindSafe;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use futures_util::future::CatchUnwind;
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt, StreamExt};

/// All links of one listener on one thread.
pub(super) struct Crowd<F> {
    links: RefCell<FuturesUnordered<CatchUnwind<AssertUnwindSafe<F>>>>,
    /// Of the task that polls them, while there are any.
    waker: Cell<Option<Waker>>,
}

impl<F: Future<Output = ()> + 'static> Crowd<F> {
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self { links: RefCell::new(FuturesUnordered::new()), waker: Cell::new(None) })
    }

    /// Takes a link in.
    pub(super) fn join(self: &Rc<Self>, link: F) {
        let links = self.links.borrow();
        let is_first = links.is_empty();
        links.push(AssertUnwindSafe(link).catch_unwind());
        drop(links);
        if is_first {
            let crowd = Rc::clone(self);
            actix_web::rt::spawn(poll_fn(move |cx| crowd.poll(cx)));
        } else if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    /// Ready once the last link has ended.
    fn poll(&self, cx: &mut Context<'_>) -> Poll<()> {
        self.waker.set(Some(cx.waker().clone()));
        loop {
            match self.links.borrow_mut().poll_next_unpin(cx) {
                // A panic was logged where it happened.
                Poll::Ready(Some(Ok(()) | Err(_))) => {}
                Poll::Ready(None) => return Poll::Ready(()),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}
