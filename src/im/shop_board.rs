//! The shop's status in memory, behind the hub.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::clock::{Tick, Timestamp};
use crate::ids::AgentId;

/// Whether the shop, or a team, answers, as visitors see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShopStatus {
    /// `online`, `away` or `offline`; `closed` outside the shop's hours.
    pub state: &'static str,
    /// When it closes, or opens; `None` where the hours say nothing.
    pub until: Option<Timestamp>,
}

/// The shop's status, and those of teams, whose hours and people are others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statuses {
    pub(super) shop: ShopStatus,
    /// By the slot of the team.
    pub(super) teams: BTreeMap<u8, ShopStatus>,
}

impl Statuses {
    /// What a visitor is told whose conversation the team in this slot has.
    pub(super) fn of(&self, slot: u8) -> ShopStatus {
        self.teams.get(&slot).copied().unwrap_or(self.shop)
    }

    /// When the first of them changes by the clock.
    pub(super) fn until(&self) -> Option<Timestamp> {
        self.teams.values().chain([&self.shop]).filter_map(|status| status.until).min()
    }
}

/// The current status, and the bell of the task that keeps it.
#[derive(Debug, Default)]
pub(super) struct ShopBoard {
    now: Mutex<Option<Statuses>>,
    /// Agents whose last link closed a moment ago.
    left: Mutex<BTreeMap<AgentId, Tick>>,
    pub(super) bell: Notify,
}

impl ShopBoard {
    pub(super) fn left(&self) -> MutexGuard<'_, BTreeMap<AgentId, Tick>> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn now(&self) -> MutexGuard<'_, Option<Statuses>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
