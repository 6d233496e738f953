//! Which links show the wall, behind the hub.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::Wall;
use crate::ids::LinkId;
use crate::im::linked::Linked;

/// One link's wall.
#[derive(Debug)]
pub(super) struct Watch {
    pub(super) link: Arc<Linked>,
    /// What it was told last.
    pub(super) told: Option<Arc<Wall>>,
}

/// Every link that shows the wall, and the bell of whoever keeps them.
#[derive(Debug, Default)]
pub(in crate::im) struct Walls {
    watches: Mutex<BTreeMap<LinkId, Watch>>,
    pub(super) bell: Notify,
}

impl Walls {
    pub(super) fn watches(&self) -> MutexGuard<'_, BTreeMap<LinkId, Watch>> {
        self.watches.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Anything may have changed, or a link emptied its mailbox.
    pub(in crate::im) fn ring(&self) {
        if !self.watches().is_empty() {
            self.bell.notify_one();
        }
    }

    /// A link shows the wall from now on, and is told all of it; or no more.
    pub(in crate::im) fn show(&self, link: &Arc<Linked>, active: bool) {
        if active {
            self.watches().insert(link.id, Watch { link: Arc::clone(link), told: None });
            self.bell.notify_one();
        } else {
            self.forget(link.id);
        }
    }

    /// A link is gone.
    pub(in crate::im) fn forget(&self, link: LinkId) {
        self.watches().remove(&link);
    }
}
