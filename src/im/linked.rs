//! One live link: what the hub and the link share.

use std::sync::atomic::{AtomicU64, Ordering};

use super::mailbox::Mailbox;
use super::sends::Sends;
use crate::clock::Tick;
use crate::domain::conversations::store::Reach;
use crate::events::Actor;
use crate::ids::{AgentId, ContactId, LinkId, VisitorId};

/// With which rights a link was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rights {
    /// A visitor's: it hears of what he began.
    Visitor,
    /// A verified visitor's: it hears of all of the person's conversations.
    Person(ContactId),
    /// An agent's, by this credential.
    Agent(i64),
}

/// A live link: all that the hub and the link share.
#[derive(Debug)]
pub struct Linked {
    /// Its name.
    pub id: LinkId,
    /// The number of its visitor's or agent's id.
    pub(super) member: i64,
    pub(super) rights: Rights,
    /// What waits for it.
    pub mailbox: Mailbox,
    pub(super) heard_at: AtomicU64,
    pub(super) sends: Sends,
}

impl Linked {
    /// Whose it is.
    #[must_use]
    pub fn actor(&self) -> Actor {
        match self.rights {
            Rights::Agent(_) => Actor::agent(AgentId(self.member)),
            Rights::Visitor | Rights::Person(_) => Actor::visitor(VisitorId(self.member)),
        }
    }

    /// What its viewer may read; `None` for everything.
    #[must_use]
    pub fn reach(&self) -> Option<Reach> {
        match self.rights {
            Rights::Visitor => Some(Reach::Visitor(VisitorId(self.member))),
            Rights::Person(person) => Some(Reach::Contact(person)),
            Rights::Agent(_) => None,
        }
    }

    /// Notes that the link was heard.
    pub fn heard(&self, now: Tick) {
        self.heard_at.store(now.0, Ordering::Relaxed);
    }
}
