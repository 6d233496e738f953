//! Places in the queue as customers were told them, behind the hub.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::clock::Tick;
use crate::flows::routing::places::Place;
use crate::ids::ConversationId;

/// A place, and when it was told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) place: Place,
    pub(super) at: Tick,
}

/// What customers were told last.
#[derive(Debug, Default)]
pub(super) struct QueueBoard(Mutex<BTreeMap<ConversationId, Told>>);

impl QueueBoard {
    pub(super) fn told(&self) -> MutexGuard<'_, BTreeMap<ConversationId, Told>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
