//! Whom among those who may get it.

use std::cmp::{Ordering, Reverse};

use super::{Candidate, Item};
use crate::ids::AgentId;

/// How many of the skills that an item asks for or likes somebody has. Required ones still count where they are not required
/// any more.
#[must_use]
pub fn skills_met(item: &Item, agent: &Candidate) -> usize {
    item.required.iter().chain(&item.preferred).filter(|skill| agent.skills.contains(skill)).count()
}

/// Whether somebody already had it in this wait and did not take it.
#[must_use]
pub fn tried(item: &Item, agent: &Candidate) -> bool {
    item.missed.iter().any(|(who, _)| *who == agent.agent)
}

/// Load as a share of capacity, without dividing.
#[must_use]
pub fn by_load(one: &Candidate, other: &Candidate) -> Ordering {
    (one.load * other.capacity).cmp(&(other.load * one.capacity))
}

/// Who of two gets it: whom nobody tried yet, the last agent, more skills, less load, longest without a new one, id.
#[must_use]
pub fn compare(item: &Item, last: Option<AgentId>, one: &Candidate, other: &Candidate) -> Ordering {
    let first =
        |agent: &Candidate| (tried(item, agent), last != Some(agent.agent), Reverse(skills_met(item, agent)));
    first(one)
        .cmp(&first(other))
        .then_with(|| by_load(one, other))
        .then_with(|| (one.given_at, one.agent).cmp(&(other.given_at, other.agent)))
}

#[cfg(test)]
mod tests {
    use super::super::properties::scene::{agent, item};
    use super::*;

    #[test]
    fn each_criterion_decides_where_those_before_it_are_equal() {
        let any = item(1);
        let likes = item(1).likes(&["fr"]);
        let asked = item(1).asks(&["fr"]);
        for (name, item, last, first, second) in [
            ("untried", item(1).missed(1, 0), Some(1), agent(2).has(2, 3), agent(1)),
            (
                "last agent over skill and load",
                likes.clone(),
                Some(1),
                agent(1).has(2, 3),
                agent(2).knows(&["fr"]),
            ),
            ("skill over load", likes, None, agent(1).has(2, 3).knows(&["fr"]), agent(2)),
            ("a required skill counts on", asked, None, agent(1).has(2, 3).knows(&["fr"]), agent(2)),
            ("less load", any.clone(), None, agent(2).has(0, 3), agent(1).has(1, 3)),
            ("load as a share", any.clone(), None, agent(2).has(2, 6), agent(1).has(2, 5)),
            ("never given one", any.clone(), None, agent(2), agent(1).given(0)),
            ("longest without one", any.clone(), None, agent(2).given(3), agent(1).given(4)),
            ("id", any, None, agent(1).given(3), agent(2).given(3)),
        ] {
            let last = last.map(AgentId);
            assert_eq!(compare(&item, last, &first, &second), Ordering::Less, "{name}");
            assert_eq!(compare(&item, last, &second, &first), Ordering::Greater, "{name}");
        }
    }
}
