//! Who gets which conversation: decided without a database, a clock or a link.
//!
//! [`decide::decide`] is handed the queue, the agents and the time, and answers what to do and when to be asked again. Each rule has a
//! file of its own. Presence, teams, hours and what was missed come in as plain values; who applies a decision is a flow.
//!
//! What it promises: nothing waits while somebody eligible is free, but for the short while in which the last agent is waited for;
//! nobody is given more than they can take; whoever waits longest comes first; among equals the spread is at most one; and each
//! decision says why, in numbers that can be counted again.

pub mod choice;
pub mod decide;
pub mod demand;
pub mod eligible;
pub mod key;
pub mod place;
pub mod rules;
pub mod settings;
pub mod sticky;
pub mod store;
pub mod why;

#[cfg(test)]
mod properties;

use crate::clock::Timestamp;
use crate::events::Availability;
use crate::ids::{AgentId, ConversationId};

/// A team by its number.
pub type Team = i64;

/// A conversation as routing sees it: one that waits for somebody, or that somebody has whose customer may have to go elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The conversation.
    pub conversation: ConversationId,
    /// The team it belongs to; `None` for everybody.
    pub team: Option<Team>,
    /// Since when it waits.
    pub since: Timestamp,
    /// How much earlier it counts than it came, in milliseconds; negative for later.
    pub head_start_ms: i64,
    /// Skills that it asks for; preferred ones once it waited a while.
    pub required: Vec<String>,
    /// Skills that it likes.
    pub preferred: Vec<String>,
    /// Who answered this customer last, and when.
    pub last: Option<(AgentId, Timestamp)>,
    /// Who did not take it in this wait, and when that was noticed.
    pub missed: Vec<(AgentId, Timestamp)>,
    /// When the hours of its team begin; `None` while they last, and for teams without.
    pub opens_at: Option<Timestamp>,
    /// Who has it now.
    pub held: Option<Held>,
}

/// Who has a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The agent.
    pub agent: AgentId,
    /// When the router gave it to them; `None` once they took it, and for what a person assigned.
    pub given_at: Option<Timestamp>,
    /// Whether the customer waits for an answer.
    pub customer_waits: bool,
}

/// Whether somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// With at least one link.
    Here,
    /// Without, since this time.
    Left(Timestamp),
}

/// An agent as routing sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The agent.
    pub agent: AgentId,
    /// Whether they may sign in.
    pub active: bool,
    /// What they chose.
    pub availability: Availability,
    /// Since when.
    pub availability_since: Timestamp,
    /// Whether they are there.
    pub there: There,
    /// Conversations that they have, without those asleep.
    pub load: i64,
    /// Most of them.
    pub capacity: i64,
    /// When the next of their conversations falls asleep.
    pub asleep_at: Option<Timestamp>,
    /// Their teams.
    pub teams: Vec<Team>,
    /// What they are good at, languages included.
    pub skills: Vec<String>,
    /// When they were given the last one.
    pub given_at: Option<Timestamp>,
    /// When they last became free anew: came, went online, or gave up a place by an act of theirs.
    pub free_since: Timestamp,
    /// How many in a row they did not take.
    pub missed_in_row: u32,
}

/// Why somebody loses a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// They may no longer sign in.
    Disabled,
    /// They went home.
    Offline,
    /// They have had no link for a while.
    Gone,
    /// They have been away for a while.
    Away,
    /// They were given it and did not take it.
    NotTaken,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Takes a conversation from somebody; it waits again.
    Release {
        /// The conversation.
        conversation: ConversationId,
        /// Who had it.
        from: AgentId,
        /// Why.
        cause: Cause,
    },
    /// Sets somebody away who did not take several in a row.
    SendAway {
        /// The agent.
        agent: AgentId,
    },
    /// Gives a conversation to somebody.
    Assign {
        /// The conversation.
        conversation: ConversationId,
        /// To whom.
        to: AgentId,
        /// Why to them, and why now.
        why: why::Why,
    },
}
