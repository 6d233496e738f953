//! Agents: the people who work at the desk.

pub use super::role::Role;
use super::roles::RoleDescription;
use super::teams;
use crate::clock::Timestamp;
pub use crate::events::Availability;
use crate::ids::{AgentId, TeamId};

/// An agent as stored, without the password.
#[derive(Debug, Clone)]
pub struct Agent {
    /// The id.
    pub id: AgentId,
    /// As entered.
    pub email: String,
    /// What customers and colleagues see.
    pub name: String,
    /// Role of the agent, as one of three.
    pub role: Role,
    /// What the agent may do, and is good at.
    pub standing: Standing,
    /// Whether the agent may sign in and has a seat.
    pub active: bool,
    /// Whether the agent takes conversations.
    pub availability: Availability,
    /// Most live conversations at once.
    pub capacity: i64,
    /// Language of the workbench.
    pub locale: String,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// The name of the agent's picture.
    pub picture: Option<String>,
    /// Log position of the last change of the agent's rights.
    pub rights_position: i64,
    /// When the agent was added.
    pub created_at: Timestamp,
}

/// What an agent may do, where they belong, and what they are good at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Their role, with its rights.
    pub role: RoleDescription,
    /// Their teams and the slots of those, by id.
    pub teams: Vec<(TeamId, i64)>,
    /// Languages they speak, as tags.
    pub languages: Vec<String>,
    /// What they know, in the shop's own words.
    pub skills: Vec<String>,
}

impl Standing {
    /// Somebody of this role, in no team.
    #[must_use]
    pub fn of(role: Role) -> Self {
        let role = RoleDescription::of(role);
        Self { role, teams: Vec::new(), languages: Vec::new(), skills: Vec::new() }
    }

    /// The teams as a set.
    #[must_use]
    pub fn team_set(&self) -> u64 {
        self.teams.iter().fold(0, |set, (_, slot)| set | teams::bit(*slot))
    }
}
