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
use crate::ids::{AgentId, ContactId, ConversationId, TeamId, VisitorId};

pub use actor::{Actor, ActorKind};
pub use codec::{Stored, decode, encode};
pub use kind::{EventKind, Kinds};
pub use settings::Area;
pub use states::{Alarm, Availability, ClockKind, Priority, State};

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
    /// The customer said whether an answer of the bot helped: a message by which nobody waits, and nothing opens or wakes.
    Feedback,
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
    /// It belongs to another team, or to none.
    TeamChanged {
        /// The team; `None` is everybody.
        to: Option<TeamId>,
        /// What changed it.
        by: By,
    },
    /// Its priority changed.
    PriorityChanged {
        /// The priority.
        to: Priority,
        /// What changed it.
        by: By,
    },
    /// A clock told that time is short or over.
    Clock {
        /// The clock.
        clock: ClockKind,
        /// What it told.
        alarm: Alarm,
        /// When its time was, or will be, over.
        due: Timestamp,
    },
    /// The customer's words need no answer.
    NoAnswerNeeded,
    /// It became a ticket.
    Ticket {
        /// The number of the ticket.
        number: i64,
    },
    /// Something about the ticket changed; what stands with the noun, under the entry's sequence.
    TicketChanged {
        /// Whether its title or the status that customers see is among it.
        public: bool,
    },
    /// It went on in another conversation.
    Merged {
        /// The other one.
        into: ConversationId,
    },
    /// It stands for itself again.
    Unmerged {
        /// The one it had gone on in.
        into: ConversationId,
    },
    /// It was linked with another conversation; how stands with the noun.
    Linked {
        /// The other one.
        other: ConversationId,
        /// Since when the customer waits because they waited in the other one, which goes on in this one.
        waits_since: Option<Timestamp>,
    },
    /// It was erased, with all copies of it.
    Erased,
}

/// What assigns, unassigns or triages a conversation. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i64)]
pub enum By {
    /// An action of the actor.
    Person = 0,
    /// The routing.
    Router = 1,
    /// A rule of the routing, or a step of a clock.
    Rule = 2,
    /// A macro.
    Macro = 3,
    /// The agent was gone for too long.
    Gone = 4,
    /// The agent was away for too long.
    Away = 5,
    /// The agent went offline.
    Offline = 6,
    /// The agent did not take it in time.
    NotTaken = 7,
    /// The agent was disabled.
    Disabled = 8,
    /// It went to another team.
    TeamChanged = 9,
}

impl By {
    /// All of them, in stored order.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Router,
        Self::Rule,
        Self::Macro,
        Self::Gone,
        Self::Away,
        Self::Offline,
        Self::NotTaken,
        Self::Disabled,
        Self::TeamChanged,
    ];

    /// The value of this stored number; earlier versions had none but [`By::Person`] and [`By::Disabled`].
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|by| *by as i64 == number).unwrap_or(Self::Person)
    }
}

impl ConversationEvent {
    /// Whether the conversation counts as changed by it, and moves up in lists.
    #[must_use]
    pub const fn moves_update(&self) -> bool {
        !matches!(self, Self::Clock { .. })
    }
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
    /// They came, with their first link, or were gone for too long.
    Presence {
        /// Whether they are there.
        there: bool,
    },
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
