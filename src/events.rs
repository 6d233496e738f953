//! What can have happened, in ids and numbers, never text.
//!
//! An event is one row of the log. Those with a sequence are entries of a conversation; the rest tell readers of the
//! log that something else changed. Text lives in the nouns' tables, so that erasing a person has one place.

use crate::clock::Timestamp;
use crate::ids::ConversationId;

/// A place in the log of the whole desk; grows in commit order, never used twice.
pub type LogPosition = i64;

/// The kinds of events. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i64)]
pub enum EventKind {
    /// Entry: a message or, with `amount` 1, a note.
    Message = 1,
    /// Entry: the message with sequence `amount` got new content.
    Edited = 2,
    /// Entry: the message with sequence `amount` lost its content.
    Recalled = 3,
    /// Entry: given to the agent `subject`.
    Assigned = 4,
    /// Entry: taken from its agent.
    Unassigned = 5,
    /// Entry: handed by one agent to the agent `subject`.
    Transferred = 6,
    /// Entry: the state became `amount` (see the conversation's states).
    StateChanged = 7,
    /// Entry: rated with `amount` stars.
    Rated = 8,
    /// Entry: the labels were changed.
    Labelled = 9,
    /// Entry: the conversation belongs to the contact `subject` now.
    ContactChanged = 10,
    /// The conversation is gone, with all copies of it.
    Erased = 20,
    /// The agent `subject` was disabled.
    AgentDisabled = 21,
    /// The credential `subject` (a signed-in browser or an API token) no longer holds.
    CredentialRevoked = 22,
    /// The agent `subject` is online, away or offline (`amount`).
    AvailabilityChanged = 23,
    /// What the visitor or agent `subject` may read changed other than by new entries.
    RightsChanged = 24,
    /// The visitor `subject` gave up, or lost, his credentials.
    VisitorEnded = 25,
    /// The contact `subject` was erased.
    ContactErased = 26,
    /// The next `amount` events were brought in from elsewhere: they are told to nobody live.
    BroughtIn = 27,
    /// Settings of the area `subject` changed (see [`Area`]).
    SettingsChanged = 29,
}

/// A part of the settings, as [`EventKind::SettingsChanged`] names it. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i64)]
pub enum Area {
    /// Who may not write to the shop.
    Blocks = 7,
}

impl Area {
    /// The area with this stored number.
    #[must_use]
    pub const fn from_number(number: i64) -> Option<Self> {
        match number {
            7 => Some(Self::Blocks),
            _ => None,
        }
    }

    /// The name used in frames.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocks => "blocks",
        }
    }
}

impl EventKind {
    const ALL: [Self; 19] = [
        Self::Message,
        Self::Edited,
        Self::Recalled,
        Self::Assigned,
        Self::Unassigned,
        Self::Transferred,
        Self::StateChanged,
        Self::Rated,
        Self::Labelled,
        Self::ContactChanged,
        Self::Erased,
        Self::AgentDisabled,
        Self::CredentialRevoked,
        Self::AvailabilityChanged,
        Self::RightsChanged,
        Self::VisitorEnded,
        Self::ContactErased,
        Self::BroughtIn,
        Self::SettingsChanged,
    ];

    /// Whether it is a message or note.
    #[must_use]
    pub const fn is_message(self) -> bool {
        matches!(self, Self::Message)
    }

    /// The kind with this stored number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as i64 == number)
    }
}

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActorKind {
    /// A browser or app of a customer.
    Visitor,
    /// A person at the desk.
    Agent,
    /// The bot.
    Bot,
    /// The desk itself.
    System,
}

impl ActorKind {
    /// The stored number.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::Visitor => 1,
            Self::Agent => 2,
            Self::Bot => 3,
            Self::System => 4,
        }
    }

    /// The kind with this stored number; unknown numbers count as the desk itself.
    #[must_use]
    pub const fn from_number(number: i64) -> Self {
        match number {
            1 => Self::Visitor,
            2 => Self::Agent,
            3 => Self::Bot,
            _ => Self::System,
        }
    }

    /// The name used in frames and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Agent => "agent",
            Self::Bot => "bot",
            Self::System => "system",
        }
    }
}

/// Who did it, with the id of a visitor or agent (0 for the bot and the desk).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Actor {
    /// What the actor is.
    pub kind: ActorKind,
    /// The number of its id.
    pub id: i64,
}

impl Actor {
    /// The desk itself.
    pub const SYSTEM: Self = Self { kind: ActorKind::System, id: 0 };

    /// A person at the desk.
    #[must_use]
    pub const fn agent(id: crate::ids::AgentId) -> Self {
        Self { kind: ActorKind::Agent, id: id.0 }
    }

    /// A customer's browser or app.
    #[must_use]
    pub const fn visitor(id: crate::ids::VisitorId) -> Self {
        Self { kind: ActorKind::Visitor, id: id.0 }
    }

    /// The id as the outside sees it; `None` for the bot and the desk.
    #[must_use]
    pub fn public_id(self) -> Option<String> {
        match self.kind {
            ActorKind::Visitor => Some(crate::ids::VisitorId(self.id).to_string()),
            ActorKind::Agent => Some(crate::ids::AgentId(self.id).to_string()),
            ActorKind::Bot | ActorKind::System => None,
        }
    }
}

/// An event to be written.
#[derive(Debug, Clone, Copy)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// Where, if in a conversation.
    pub conversation: Option<ConversationId>,
    /// The entry's sequence there; `None` for what is no entry.
    pub sequence: Option<i64>,
    /// Who did it.
    pub actor: Actor,
    /// The id it is about; its meaning depends on the kind.
    pub subject: i64,
    /// A number; its meaning depends on the kind.
    pub amount: i64,
}

impl Event {
    /// An event outside any conversation.
    #[must_use]
    pub const fn about(kind: EventKind, actor: Actor, subject: i64, amount: i64) -> Self {
        Self { kind, conversation: None, sequence: None, actor, subject, amount }
    }
}

/// An event as it stands in the log.
#[derive(Debug, Clone, Copy)]
pub struct LoggedEvent {
    /// Its place.
    pub position: LogPosition,
    /// When it was committed.
    pub at: Timestamp,
    /// What happened.
    pub event: Event,
}
