//! What would become of a conversation if it came now: who would get it and why, and what keeps the others from it. It asks what a
//! round asks, and changes nothing.

use rusqlite::Connection;

use crate::domain::routing::decide::decide;
use crate::domain::routing::eligible::{Refusal, refusal};
use crate::domain::routing::why::Why;
use crate::domain::routing::{Candidate, Decision, Item, store};
use crate::events::Priority;
use crate::fault::Fault;
use crate::flows::routing::gather::{Around, everybody, opens_at};
use crate::ids::{AgentId, ContactId, ConversationId, TeamId};

/// A conversation that is not there.
#[derive(Debug, Clone, Default)]
pub struct Imagined {
    /// The team it would belong to.
    pub team: Option<TeamId>,
    /// Its priority; normal where none is named.
    pub priority: Option<Priority>,
    /// Skills it would ask for.
    pub required: Vec<String>,
    /// Skills it would like.
    pub preferred: Vec<String>,
    /// The customer, if they are known.
    pub contact: Option<ContactId>,
}

/// What would become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// Who would get it, and why; nobody, if it would wait.
    pub chosen: Option<(AgentId, Why)>,
    /// Everybody, with what keeps them from it.
    pub candidates: Vec<(Candidate, Option<Refusal>)>,
}

/// Tries it.
pub fn trial(conn: &Connection, imagined: Imagined, around: &Around<'_>) -> Result<Trial, Fault> {
    let (settings, _) = store::settings(conn)?;
    let last = match imagined.contact {
        Some(contact) => store::answered(conn, contact)?,
        None => None,
    };
    let item = Item {
        conversation: ConversationId(0),
        team: imagined.team.map(|team| team.0),
        since: around.now,
        head_start_ms: settings.head_start_ms(imagined.priority.unwrap_or(Priority::Normal)),
        required: imagined.required,
        preferred: imagined.preferred,
        last,
        missed: Vec::new(),
        opens_at: match imagined.team {
            Some(team) => opens_at(conn, team, around.now)?,
            None => None,
        },
        held: None,
    };
    let everybody = everybody(conn, around)?;
    let (decisions, _) = decide(std::slice::from_ref(&item), &everybody, &settings, around.now);
    let chosen = decisions.into_iter().find_map(|decision| match decision {
        Decision::Assign { to, why, .. } => Some((to, why)),
        _ => None,
    });
    let tested = |one: Candidate| {
        let refusal = refusal(&item, &one, &settings, around.now);
        (one, refusal)
    };
    let candidates = everybody.into_iter().map(tested).collect();
    Ok(Trial { chosen, candidates })
}
