//! The actor of an event.

use crate::ids::{AgentId, VisitorId};

/// Kinds of actors.
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

/// An actor, with the id of a visitor or agent (0 for the bot, the desk, and colleagues of another desk whose history was imported).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Actor {
    /// Its kind.
    pub kind: ActorKind,
    /// The number of its id.
    pub id: i64,
}

impl Actor {
    /// The desk itself.
    pub const SYSTEM: Self = Self { kind: ActorKind::System, id: 0 };

    /// A colleague of another desk: what they said was imported, they are nobody here.
    pub const FORMER_COLLEAGUE: Self = Self { kind: ActorKind::Agent, id: 0 };
    /// The bot.
    pub const BOT: Self = Self { kind: ActorKind::Bot, id: 0 };

    /// A person at the desk.
    #[must_use]
    pub const fn agent(id: AgentId) -> Self {
        Self { kind: ActorKind::Agent, id: id.0 }
    }

    /// A customer's browser or app.
    #[must_use]
    pub const fn visitor(id: VisitorId) -> Self {
        Self { kind: ActorKind::Visitor, id: id.0 }
    }

    /// The id as the outside sees it; `None` for whoever has none.
    #[must_use]
    pub fn public_id(self) -> Option<String> {
        match self.kind {
            _ if self.id == 0 => None,
            ActorKind::Visitor => Some(VisitorId(self.id).to_string()),
            ActorKind::Agent => Some(AgentId(self.id).to_string()),
            ActorKind::Bot | ActorKind::System => None,
        }
    }
}
