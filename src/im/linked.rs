//! One live link: what the hub and the link share.

use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

use super::mailbox::Mailbox;
use super::sends::Sends;
use crate::clock::Tick;
use crate::domain::conversations::audience::Audience;
use crate::events::Actor;
use crate::flows::Caller;
use crate::ids::LinkId;

/// A live link: all that the hub and the link share.
#[derive(Debug)]
pub struct Linked {
    /// Its id.
    pub id: LinkId,
    /// The caller, as known when the link was opened: a change of rights ends the link.
    pub caller: Caller,
    /// An agent's browser or API token.
    pub(super) credential: Option<i64>,
    /// Its mailbox.
    pub mailbox: Mailbox,
    pub(super) heard_at: AtomicU64,
    pub(super) sends: Sends,
    /// The slot of the team that has a visitor's conversation; above all slots while that is not known, or nobody's.
    pub(super) slot: AtomicU8,
}

/// No slot of a team.
pub(super) const NO_SLOT: u8 = u8::MAX;

/// A slot as a link keeps it.
pub(super) fn kept(slot: Option<i64>) -> u8 {
    slot.and_then(|slot| u8::try_from(slot).ok()).unwrap_or(NO_SLOT)
}

impl Linked {
    /// The actor behind it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.caller.actor
    }

    /// The number of its visitor's or agent's id.
    pub(super) const fn member(&self) -> i64 {
        self.caller.actor.id
    }

    /// Whether it hears what the team hears.
    pub(super) fn is_of_team(&self) -> bool {
        self.caller.scope.audience() == Audience::Agents
    }

    /// Notes the team that has the visitor's conversation, unless another one came meanwhile.
    pub(super) fn begin_with(&self, slot: Option<i64>) {
        let _ = self.slot.compare_exchange(NO_SLOT, kept(slot), Ordering::Relaxed, Ordering::Relaxed);
    }

    /// Notes that the link was heard.
    pub fn heard(&self, now: Tick) {
        self.heard_at.store(now.0, Ordering::Relaxed);
    }
}
