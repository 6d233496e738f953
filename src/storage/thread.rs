//! The writer's two threads: one stores, the other answers what is stored. To wake hundreds of callers and to free what they
//! asked for takes a tenth of the time; the next commit need not wait for it.

use std::sync::mpsc;
use std::thread::{Builder, JoinHandle};

use super::pump::{Pump, Stored};
use crate::clock::SharedClock;

/// Batches that may be stored and not answered; a further one waits.
const UNANSWERED: usize = 1;

/// Starts the threads. The one that is returned ends last, when every handle is dropped, the queue is empty and all are
/// answered; the folder's lock is given free after the last connection to the database, so that whoever joined the thread
/// may open the folder again.
pub(super) fn start(mut pump: Pump, clock: SharedClock) -> std::io::Result<JoinHandle<()>> {
    let herald = pump.herald();
    let (hand_over, stored) = mpsc::sync_channel::<Stored>(UNANSWERED);
    let answers = Builder::new().name("answers".into()).spawn(move || {
        while let Ok(mut stored) = stored.recv() {
            stored.answer();
            herald.publish(&stored);
        }
    })?;
    Builder::new().name("writer".into()).spawn(move || {
        while pump.wait() {
            pump.store(clock.now());
            if let Some(stored) = pump.take_stored() {
                drop(hand_over.send(stored));
            }
        }
        drop(hand_over);
        drop(answers.join());
    })
}
