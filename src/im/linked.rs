//! One live link: what the hub and the link share.

use std::sync::atomic::{AtomicU64, Ordering};

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

    /// Notes that the link was heard.
    pub fn heard(&self, now: Tick) {
        self.heard_at.store(now.0, Ordering::Relaxed);
    }
}
