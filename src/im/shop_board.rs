//! What is known of the shop, for whoever tells visitors: in memory, behind the hub.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::clock::{Tick, Timestamp};
use crate::ids::AgentId;

/// How the shop stands to its visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// `online`, `away` or `offline`; `closed` outside the shop's hours.
    pub state: &'static str,
    /// When it closes, or opens; `None` where the hours say nothing.
    pub until: Option<Timestamp>,
}

/// What is known of the shop, and the bell of whoever keeps it.
#[derive(Debug, Default)]
pub(super) struct ShopBoard {
    now: Mutex<Option<Standing>>,
    /// Agents whose last link closed a moment ago.
    left: Mutex<BTreeMap<AgentId, Tick>>,
    pub(super) bell: Notify,
}

impl ShopBoard {
    pub(super) fn left(&self) -> MutexGuard<'_, BTreeMap<AgentId, Tick>> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn now(&self) -> MutexGuard<'_, Option<Standing>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
