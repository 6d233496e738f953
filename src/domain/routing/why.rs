//! Why somebody got a conversation: the first criterion that told them from the others, with the numbers that it went by.

use serde::Serialize;
use utoipa::ToSchema;

use super::choice::{by_load, skills_met, tried};
use super::{Candidate, Item};
use crate::clock::Timestamp;
use crate::ids::AgentId;

/// The reason of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "code", rename_all = "snake_case")]
#[schema(as = RoutingReason)]
pub enum Why {
    /// One agent was free, and this customer came before all others of the team.
    LongestWait {
        /// How long they had waited.
        waited_ms: i64,
        /// How many of the team's customers still waited behind them.
        behind: usize,
    },
    /// They answered this customer last.
    LastAgent {
        /// How long ago.
        ago_ms: i64,
    },
    /// They have more of the skills than others who were free.
    Skill {
        /// Those that they have.
        skills: Vec<String>,
        /// How many were free.
        free: usize,
    },
    /// Nobody who was free had less to do.
    LeastLoad {
        /// Conversations that they had.
        load: i64,
        /// Of how many.
        capacity: i64,
        /// How many were free.
        free: usize,
    },
    /// Nobody else was free, and nobody else waited.
    OnlyOne,
}

/// The reason why `chosen` got the item; `free` are all who might have, `behind` how many of its team wait behind it.
#[must_use]
pub fn why(
    item: &Item,
    last: Option<AgentId>,
    chosen: &Candidate,
    free: &[&Candidate],
    behind: usize,
    now: Timestamp,
) -> Why {
    if let Some((agent, at)) = item.last
        && last == Some(agent)
        && agent == chosen.agent
    {
        return Why::LastAgent { ago_ms: (now.0 - at.0).max(0) };
    }
    if free.len() == 1 {
        let waited_ms = (now.0 - item.since.0).max(0);
        return if behind > 0 { Why::LongestWait { waited_ms, behind } } else { Why::OnlyOne };
    }
    // Among those who were tried as often.
    let equals = || free.iter().filter(|one| tried(item, one) == tried(item, chosen));
    let met = skills_met(item, chosen);
    if equals().any(|one| skills_met(item, one) < met) {
        let wanted = item.required.iter().chain(&item.preferred);
        let skills = wanted.filter(|skill| chosen.skills.contains(skill)).cloned().collect();
        return Why::Skill { skills, free: free.len() };
    }
    debug_assert!(equals().all(|one| by_load(chosen, one).is_le()), "somebody had less to do");
    Why::LeastLoad { load: chosen.load, capacity: chosen.capacity, free: free.len() }
}

#[cfg(test)]
mod tests {
    use super::super::properties::scene::{agent, at, item, minutes};
    use super::*;

    #[test]
    fn the_first_criterion_that_told_them_apart_is_the_reason() {
        let any = item(1).since(10);
        let one = agent(1).has(1, 3);
        let other = agent(2).has(2, 3);
        let french = agent(3).knows(&["fr", "de"]);
        let likes = any.clone().likes(&["fr"]);
        let back = any.clone().answered_by(1, 5);
        let skills = vec!["fr".to_owned()];
        for (name, item, chosen, free, behind, expected) in [
            ("nobody else at all", &any, &one, vec![&one], 0, Why::OnlyOne),
            (
                "one free, many wait",
                &any,
                &one,
                vec![&one],
                4,
                Why::LongestWait { waited_ms: minutes(2), behind: 4 },
            ),
            ("came back", &back, &one, vec![&one, &french], 0, Why::LastAgent { ago_ms: minutes(7) }),
            (
                "came back, nobody else free",
                &back,
                &one,
                vec![&one],
                9,
                Why::LastAgent { ago_ms: minutes(7) },
            ),
            ("speaks it", &likes, &french, vec![&one, &french], 0, Why::Skill { skills, free: 2 }),
            (
                "has least",
                &any,
                &one,
                vec![&one, &other],
                0,
                Why::LeastLoad { load: 1, capacity: 3, free: 2 },
            ),
            (
                "all speak it",
                &likes,
                &french,
                vec![&french, &french],
                0,
                Why::LeastLoad { load: 0, capacity: 3, free: 2 },
            ),
        ] {
            let last = item.last.map(|(agent, _)| agent);
            assert_eq!(why(item, last, chosen, &free, behind, at(12)), expected, "{name}");
        }
    }
}
