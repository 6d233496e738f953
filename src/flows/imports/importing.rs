//! Which import is at work in this process, and whether another one was started.

use tokio::sync::{Mutex, Notify};

/// Which import is at work.
#[derive(Debug, Default)]
pub struct Importing {
    /// Held by the one that is.
    pub turn: Mutex<()>,
    rung: Notify,
}

impl Importing {
    /// An import was started.
    pub fn ring(&self) {
        self.rung.notify_one();
    }

    /// Completes when an import was started.
    pub async fn rung(&self) {
        self.rung.notified().await;
    }
}
