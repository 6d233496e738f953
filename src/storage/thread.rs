//! The writer's two threads: one stores, the other answers callers. Waking hundreds of callers and freeing their
//! requests takes a tenth of the time; the next commit need not wait for it.

use std::sync::mpsc;
use std::thread::{Builder, JoinHandle};

use super::commit_loop::{CommitLoop, Stored};
use crate::clock::SharedClock;

/// Batches that may be stored and not answered; a further one waits.
const UNANSWERED: usize = 1;

/// Starts the threads. The one that is returned ends last, when every handle is dropped, the queue is empty and all are
/// answered; the folder's lock is released after the last connection to the database, so that whoever joined the thread
/// may open the folder again.
pub(super) fn start(mut commits: CommitLoop, clock: SharedClock) -> std::io::Result<JoinHandle<()>> {
    let publisher = commits.publisher();
    let (hand_over, stored) = mpsc::sync_channel::<Stored>(UNANSWERED);
    let answers = Builder::new().name("answers".into()).spawn(move || {
        while let Ok(mut stored) = stored.recv() {
            stored.answer();
            publisher.publish(&stored);
        }
    })?;
    Builder::new().name("writer".into()).spawn(move || {
        while commits.wait() {
            commits.store(clock.now());
            if let Some(stored) = commits.take_stored() {
                drop(hand_over.send(stored));
            }
        }
        drop(hand_over);
        drop(answers.join());
    })
}
