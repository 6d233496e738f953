//! Who may get a conversation now, and what keeps the others from it.

use serde::Serialize;

use super::settings::Settings;
use super::{Candidate, Item, There};
use crate::clock::Timestamp;
use crate::events::Availability;

/// What keeps somebody from a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// They may no longer sign in.
    Disabled,
    /// They are offline.
    Offline,
    /// They are away.
    Away,
    /// They have no link.
    NotThere,
    /// They are in another team.
    OtherTeam,
    /// Their team is closed.
    Closed,
    /// They lack a skill that is still required.
    LacksSkill,
    /// They did not take it, and have not become free anew since.
    Missed,
    /// They have as many as they can take.
    Full,
}

/// Whether required skills are still required.
#[must_use]
pub fn skills_hold(item: &Item, settings: &Settings, now: Timestamp) -> bool {
    now < item.since.plus(settings.skills_relax_after())
}

/// What keeps `agent` from the item; `None` for nothing. Being full comes last: somebody who is only full may be waited for.
#[must_use]
pub fn refusal(item: &Item, agent: &Candidate, settings: &Settings, now: Timestamp) -> Option<Refusal> {
    let lacks = |skill: &String| !agent.skills.contains(skill);
    let missed = |&(who, at): &(_, Timestamp)| who == agent.agent && agent.free_since <= at;
    let refusals = [
        (!agent.active, Refusal::Disabled),
        (agent.availability == Availability::Offline, Refusal::Offline),
        (agent.availability == Availability::Away, Refusal::Away),
        (agent.there != There::Here, Refusal::NotThere),
        (item.team.is_some_and(|team| !agent.teams.contains(&team)), Refusal::OtherTeam),
        (item.opens_at.is_some_and(|opens| now < opens), Refusal::Closed),
        (skills_hold(item, settings, now) && item.required.iter().any(lacks), Refusal::LacksSkill),
        (item.missed.iter().any(missed), Refusal::Missed),
        (agent.load >= agent.capacity, Refusal::Full),
    ];
    refusals.into_iter().find_map(|(holds, refusal)| holds.then_some(refusal))
}

#[cfg(test)]
mod tests {
    use super::super::properties::scene::{agent, at, item};
    use super::*;
    use crate::events::Availability::{Away, Offline};

    #[test]
    fn each_condition_keeps_somebody_out() {
        let (any, somebody) = (item(1).since(10), agent(1));
        let skilled = || agent(1).knows(&["fr"]);
        let asks = item(1).since(10).asks(&["fr"]);
        let missed = item(1).since(10).missed(1, 12);
        for (name, item, agent, now, expected) in [
            ("free", any.clone(), somebody.clone(), 10, None),
            ("disabled", any.clone(), agent(1).disabled(), 10, Some(Refusal::Disabled)),
            ("offline", any.clone(), agent(1).is(Offline, 0), 10, Some(Refusal::Offline)),
            ("away", any.clone(), agent(1).is(Away, 0), 10, Some(Refusal::Away)),
            ("laptop closed", any.clone(), agent(1).left(9), 10, Some(Refusal::NotThere)),
            ("in the team", item(1).of_team(7), agent(1).in_team(7), 10, None),
            ("in another team", item(1).of_team(7), agent(1).in_team(8), 10, Some(Refusal::OtherTeam)),
            ("in a team, nobody's conversation", any.clone(), agent(1).in_team(8), 10, None),
            ("team closed", item(1).opens(11), somebody.clone(), 10, Some(Refusal::Closed)),
            ("team open again", item(1).opens(11), somebody.clone(), 11, None),
            ("skilled", asks.clone(), skilled(), 10, None),
            ("unskilled", asks.clone(), somebody.clone(), 10, Some(Refusal::LacksSkill)),
            ("unskilled, after a minute", asks, somebody.clone(), 11, None),
            ("missed it", missed.clone(), agent(1).free_since(11), 13, Some(Refusal::Missed)),
            ("missed it, free anew", missed.clone(), agent(1).free_since(13), 13, None),
            ("a colleague missed it", missed, agent(2).free_since(11), 13, None),
            ("one place left", any.clone(), agent(1).has(2, 3), 10, None),
            ("full", any.clone(), agent(1).has(3, 3), 10, Some(Refusal::Full)),
            ("over capacity by hand", any, agent(1).has(4, 3), 10, Some(Refusal::Full)),
        ] {
            assert_eq!(refusal(&item, &agent, &Settings::default(), at(now)), expected, "{name}");
        }
    }

    #[test]
    fn who_is_only_full_is_told_from_who_could_not_get_it_anyway() {
        let item = item(1).of_team(7).missed(1, 12);
        let both = agent(1).in_team(7).has(3, 3).free_since(0);
        assert_eq!(refusal(&item, &both, &Settings::default(), at(13)), Some(Refusal::Missed));
    }
}
