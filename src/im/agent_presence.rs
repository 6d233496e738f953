//! An agent as colleagues see them: whether they are there, and what they say of themselves. The same object in rows and frames.

use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::domain::access::availability::Standing;
use crate::domain::access::presence::There;

/// Whether an agent is there and takes conversations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AgentPresence {
    /// Whether a link of theirs is open, or was two minutes ago.
    there: bool,
    /// `online`, `away` or `offline`, as they chose or the desk set it.
    #[schema(example = "away")]
    availability: &'static str,
    /// Why they are away: `break`, `meal`, `meeting`, `training`, or the id of a reason of the team.
    #[schema(example = "meal")]
    reason: Option<String>,
    /// When they are back, as they said.
    #[schema(value_type = Option<String>)]
    until: Option<Timestamp>,
    /// Since when it is so: the later of coming and of setting it.
    #[schema(value_type = String)]
    since: Timestamp,
    /// Why the desk set them away by itself: `idle`, nothing of theirs was touched; `missed`, they did not take what they were
    /// given. Null where a person set it.
    set_by: Option<&'static str>,
}

impl AgentPresence {
    /// Of an agent who has this standing and is there, or not.
    #[must_use]
    pub fn new(there: Option<There>, standing: &Standing) -> Self {
        Self {
            there: there.is_some(),
            availability: standing.availability.name(),
            reason: standing.reason.clone(),
            until: standing.until,
            since: there.map_or(standing.since, |there| there.since.max(standing.since)),
            set_by: standing.set_by.name(),
        }
    }
}
