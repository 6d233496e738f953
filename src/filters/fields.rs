//! What conditions can ask for, and which values there are.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};

use crate::events::{Priority, State};
use crate::ids::{AgentId, TeamId, TicketStatusId, TicketTypeId, WidgetId};

/// Stands for the asking agent, where an agent is named.
pub const ME: &str = "me";
/// Before the name of a customer's attribute.
const ATTRIBUTE: &str = "attribute:";
/// Kinds of conversations by name, as stored.
const KINDS: [(&str, i64); 2] = [("chat", 0), ("ticket", 1)];
/// Categories of tickets' statuses by name, as stored; from the fifth on nothing is left to do.
pub const CATEGORIES: [(&str, i64); 6] =
    [("new", 1), ("open", 2), ("pending", 3), ("on_hold", 4), ("solved", 5), ("closed", 6)];
const DONE: i64 = 5;

/// Something that a condition asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The state of the conversation.
    State,
    /// Its agent; null for none.
    Agent,
    /// Its team; null for none.
    Team,
    /// Its priority.
    Priority,
    /// The channel it came by.
    Channel,
    /// What kind of conversation it is.
    Kind,
    /// Labels that the team gave.
    Label,
    /// How long the customer has been waiting.
    WaitingMs,
    /// How long nothing has happened.
    IdleMs,
    /// How long ago it was opened.
    AgeMs,
    /// Time left until its earliest promise is due; negative once it is over.
    DueInMs,
    /// Whether the shop vouched for the customer.
    Verified,
    /// The status of a ticket; null for what is none.
    Status,
    /// What the status of a ticket means; null for what is none.
    Category,
    /// The type of a ticket; null for none.
    TicketType,
    /// The language that the customer's browser asks for; `zh` stands for `zh-CN`, too.
    Language,
    /// The widget it came by.
    Widget,
    /// Address of the page the customer looks at.
    Page,
    /// The team that the customer chose; null for none.
    ChosenTeam,
    /// Whether the shop is open.
    HoursOpen,
    /// Whether the customer was here before.
    Returning,
    /// An attribute that the shop vouched for, by its name; null where it is not set.
    Attribute(String),
}

/// Fields that a filter may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fields {
    /// Those of lists: the table of conversations knows them. An agent asks, so that `me` has a meaning.
    Views,
    /// Those of rules as well.
    Rules,
}

/// What values a field has, and so which operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    /// One of several, or none.
    Choice,
    /// Words: like a choice, and they may hold others.
    Text,
    /// Several at once.
    Set,
    /// A number of milliseconds.
    Duration,
    /// Yes or no.
    Bool,
}

/// A value as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stored {
    /// An id, or the number of a state.
    Number(i64),
    /// Words.
    Text(String),
}

impl Field {
    /// Fields with a fixed name.
    pub const NAMED: [Self; 21] = [
        Self::State,
        Self::Agent,
        Self::Team,
        Self::Priority,
        Self::Channel,
        Self::Kind,
        Self::Label,
        Self::WaitingMs,
        Self::IdleMs,
        Self::AgeMs,
        Self::DueInMs,
        Self::Verified,
        Self::Status,
        Self::Category,
        Self::TicketType,
        Self::Language,
        Self::Widget,
        Self::Page,
        Self::ChosenTeam,
        Self::HoursOpen,
        Self::Returning,
    ];

    const NAMES: [&str; 22] = [
        "state",
        "agent",
        "team",
        "priority",
        "channel",
        "kind",
        "label",
        "waiting_ms",
        "idle_ms",
        "age_ms",
        "due_in_ms",
        "verified",
        "status",
        "category",
        "type",
        "language",
        "widget",
        "page",
        "chosen_team",
        "hours_open",
        "returning",
        "attribute:NAME",
    ];

    /// The field with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        if let Some(attribute) = name.strip_prefix(ATTRIBUTE) {
            return Some(Self::Attribute(attribute.to_owned())).filter(|_| !attribute.is_empty());
        }
        Self::NAMED.into_iter().zip(Self::NAMES).find(|(_, known)| *known == name).map(|(field, _)| field)
    }

    /// Whether a filter for these may ask for it.
    #[must_use]
    pub fn is_in(&self, allowed: Fields) -> bool {
        match allowed {
            Fields::Rules => true,
            Fields::Views => Self::NAMED[..15].contains(self),
        }
    }

    pub(super) const fn value_type(&self) -> Type {
        match self {
            Self::Label => Type::Set,
            Self::WaitingMs | Self::IdleMs | Self::AgeMs | Self::DueInMs => Type::Duration,
            Self::Verified | Self::HoursOpen | Self::Returning => Type::Bool,
            Self::Page | Self::Attribute(_) => Type::Text,
            _ => Type::Choice,
        }
    }

    /// Whether a conversation can have none.
    pub(super) const fn is_optional(&self) -> bool {
        !matches!(self, Self::State | Self::Priority | Self::Channel | Self::Kind)
    }

    /// The values there are, where they have fixed names.
    pub(super) fn names(&self) -> Vec<&'static str> {
        match self {
            Self::State => State::ALL.map(State::name).to_vec(),
            Self::Priority => Priority::ALL.map(Priority::name).to_vec(),
            Self::Kind => KINDS.map(|(name, _)| name).to_vec(),
            Self::Category => CATEGORIES.map(|(name, _)| name).to_vec(),
            _ => Vec::new(),
        }
    }

    /// A value as it is stored; `None` where there is no such value. `me` is the asking agent.
    pub(super) fn stored(&self, value: &str, me: Option<AgentId>) -> Option<Stored> {
        let number = match self {
            Self::State => State::from_name(value)? as i64,
            Self::Priority => Priority::from_name(value)? as i64,
            Self::Kind => KINDS.into_iter().find(|(name, _)| *name == value)?.1,
            Self::Category => CATEGORIES.into_iter().find(|(name, _)| *name == value)?.1,
            Self::Status => value.parse::<TicketStatusId>().ok()?.0,
            Self::TicketType => value.parse::<TicketTypeId>().ok()?.0,
            Self::Agent if value == ME => me?.0,
            Self::Agent => value.parse::<AgentId>().ok()?.0,
            Self::Team | Self::ChosenTeam => value.parse::<TeamId>().ok()?.0,
            Self::Widget => value.parse::<WidgetId>().ok()?.0,
            _ => return Some(Stored::Text(value.to_owned())),
        };
        Some(Stored::Number(number))
    }
}

/// The state of the conversation of a ticket whose status means this, as far as it is known: closed or not.
pub(super) fn is_done(category: &str) -> Option<bool> {
    let (_, number) = CATEGORIES.into_iter().find(|(name, _)| *name == category)?;
    Some(number >= DONE)
}

impl fmt::Display for Field {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, Self::NAMED.iter().position(|field| field == self)) {
            (Self::Attribute(name), _) => write!(out, "{ATTRIBUTE}{name}"),
            (_, place) => out.write_str(place.map_or("", |place| Self::NAMES[place])),
        }
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::from_name(&name).ok_or_else(|| D::Error::unknown_variant(&name, &Self::NAMES))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_one_name_each() {
        for (field, name) in Field::NAMED.into_iter().zip(Field::NAMES) {
            assert_eq!(Field::from_name(name), Some(field.clone()));
            assert_eq!(field.to_string(), name);
        }
        let level = Field::Attribute("level".to_owned());
        assert_eq!(Field::from_name("attribute:level"), Some(level.clone()));
        assert_eq!(level.to_string(), "attribute:level");
        for wrong in ["", "State", "attribute:", "attribute", "waiting"] {
            assert_eq!(Field::from_name(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn lists_ask_for_what_their_table_knows() {
        let rules_only: Vec<String> =
            Field::NAMED.iter().filter(|it| !it.is_in(Fields::Views)).map(Field::to_string).collect();
        assert_eq!(rules_only, ["language", "widget", "page", "chosen_team", "hours_open", "returning"]);
        assert!(!Field::Attribute("level".to_owned()).is_in(Fields::Views));
        assert!(Field::NAMED.iter().all(|field| field.is_in(Fields::Rules)));
    }
}
