//! The shop's status in memory, behind the hub.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::clock::{Tick, Timestamp};
use crate::ids::AgentId;

/// Whether the shop answers, as visitors see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShopStatus {
    /// `online`, `away` or `offline`; `closed` outside the shop's hours.
    pub state: &'static str,
    /// When it closes, or opens; `None` where the hours say nothing.
    pub until: Option<Timestamp>,
}

/// The current status, and the bell of the task that keeps it.
#[derive(Debug, Default)]
pub(super) struct ShopBoard {
    now: Mutex<Option<ShopStatus>>,
    /// Agents whose last link closed a moment ago.
    left: Mutex<BTreeMap<AgentId, Tick>>,
    pub(super) bell: Notify,
}

impl ShopBoard {
    pub(super) fn left(&self) -> MutexGuard<'_, BTreeMap<AgentId, Tick>> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn now(&self) -> MutexGuard<'_, Option<ShopStatus>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
