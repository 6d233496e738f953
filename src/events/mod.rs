//! Events, in ids and numbers, never text.
//!
//! An event is one row of the log. Those with a sequence are entries of a conversation; the rest tell readers of the log what
//! else changed, so that the log alone tells where everything stands. Text lives in the nouns' tables, so that erasing a
//! person has one place.

mod actor;
mod codec;
mod kind;
mod settings;
mod states;

use crate::clock::Timestamp;
use crate::ids::{AgentId, ContactId, ConversationId, VisitorId};

pub use actor::{Actor, ActorKind};
pub use codec::{Stored, decode, encode};
pub use kind::{EventKind, Kinds};
pub use settings::Area;
pub use states::{Availability, State};

/// A position in the log of the whole desk; grows in commit order, never used twice.
pub type LogPosition = i64;

/// An event, by the noun it happened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// To a conversation.
    Conversation(ConversationId, ConversationEvent),
    /// To an agent.
    Agent(AgentId, AgentEvent),
    /// To a customer's browser or app.
    Visitor(VisitorId, VisitorEvent),
    /// To what lets somebody in or shows them something.
    Access(AccessEvent),
    /// The contact was erased.
    ContactErased(ContactId),
    /// Settings of this area changed; the event's position is their version.
    SettingsChanged(Area),
}

/// What can happen to a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConversationEvent {
    /// It began, waiting for an agent.
    Opened {
        /// The customer.
        contact: ContactId,
        /// The browser or app that began it.
        visitor: VisitorId,
    },
    /// Somebody said something.
    Message {
        /// Whether it is a note for the team.
        note: bool,
    },
    /// A message got new content.
    Edited {
        /// The message's sequence.
        message: i64,
    },
    /// A message lost its content.
    Recalled {
        /// The message's sequence.
        message: i64,
    },
    /// It was assigned to an agent.
    Assigned {
        /// The agent.
        to: AgentId,
        /// What assigned it.
        by: By,
    },
    /// It was unassigned.
    Unassigned {
        /// What unassigned it.
        by: By,
    },
    /// It was transferred to another agent.
    Transferred {
        /// The new agent.
        to: AgentId,
    },
    /// Its state changed.
    StateChanged {
        /// The new state.
        to: State,
        /// End of the snooze; for [`State::Snoozed`] only.
        until: Option<Timestamp>,
        /// Whether this undoes the closing before: a customer who waited then still waits.
        undone: bool,
    },
    /// The customer rated it.
    Rated {
        /// 1 to 5.
        stars: i64,
    },
    /// Its labels changed.
    Labelled,
    /// It moved to another contact.
    ContactChanged {
        /// The contact.
        to: ContactId,
    },
    /// It was erased, with all copies of it.
    Erased,
}

/// What assigns or unassigns a conversation. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i64)]
pub enum By {
    /// An action of the actor.
    Person = 0,
    /// The agent was disabled.
    Disabled = 8,
}

/// What can happen to an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AgentEvent {
    /// They may no longer sign in.
    Disabled,
    /// They changed their availability.
    AvailabilityChanged {
        /// The new availability.
        to: Availability,
    },
    /// They joined, or something about them changed.
    Changed,
}

/// What can happen to a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VisitorEvent {
    /// Their credentials were revoked.
    Ended {
        /// The reason.
        how: Ended,
    },
}

/// Why a visitor's credentials were revoked. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i64)]
pub enum Ended {
    /// The visitor gave them up.
    GivenUp = 1,
    /// The person was erased.
    Erased = 2,
}

/// What can happen to credentials and rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccessEvent {
    /// A signed-in browser or an API token no longer holds.
    CredentialRevoked {
        /// Its id.
        credential: i64,
    },
    /// What a visitor or agent may read changed other than by new entries.
    RightsChanged {
        /// The visitor's or agent's id.
        member: i64,
    },
}

/// An event about to be written.
#[derive(Debug, Clone, Copy)]
pub struct Record {
    /// The actor.
    pub actor: Actor,
    /// The entry's sequence in its conversation; `None` for what is no entry.
    pub sequence: Option<i64>,
    /// The event that caused this one; `None` for an action of the actor.
    pub cause: Option<LogPosition>,
    /// What happened.
    pub event: Event,
}

impl Record {
    /// An action of the actor that is no entry.
    #[must_use]
    pub const fn of(actor: Actor, event: Event) -> Self {
        Self { actor, sequence: None, cause: None, event }
    }
}

/// An event in the log.
#[derive(Debug, Clone, Copy)]
pub struct Logged {
    /// Its position.
    pub position: LogPosition,
    /// When it was committed.
    pub at: Timestamp,
    /// Whether it was imported: nobody is notified of it.
    pub imported: bool,
    /// The event.
    pub record: Record,
}

/// The rights of a visitor or agent changed.
#[must_use]
pub const fn rights_changed(member: i64) -> Event {
    Event::Access(AccessEvent::RightsChanged { member })
}

/// A credential no longer holds.
#[must_use]
pub const fn revoked(credential: i64) -> Event {
    Event::Access(AccessEvent::CredentialRevoked { credential })
}

/// A visitor's credentials were revoked.
#[must_use]
pub const fn ended(visitor: VisitorId, how: Ended) -> Event {
    Event::Visitor(visitor, VisitorEvent::Ended { how })
}
