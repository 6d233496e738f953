//! The writer's thread.

use std::thread::{Builder, JoinHandle};

use super::pump::Pump;
use crate::clock::SharedClock;

/// Starts the thread. It ends when every handle is dropped and the queue is empty; the folder's lock is given free after
/// the last connection to the database, so that whoever joined the thread may open the folder again.
pub(super) fn start(mut pump: Pump, clock: SharedClock) -> std::io::Result<JoinHandle<()>> {
    Builder::new().name("writer".into()).spawn(move || {
        while pump.wait() {
            pump.store(clock.now());
            pump.answer();
            pump.publish();
        }
    })
}
