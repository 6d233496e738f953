//! What routing promises, held against random queues and teams; each promise shown to be broken by a broken rule.

pub(super) mod scene;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::choice::{by_load, skills_met, tried};
use super::decide::{MISSED_MAX, Rules};
use super::demand::Stay;
use super::settings::Settings;
use super::why::Why;
use super::{Candidate, Cause, Decision, Item, There};
use crate::clock::Timestamp;
use crate::events::Availability;
use crate::ids::{AgentId, ConversationId};
use scene::Scene;

/// A round written down slowly: what stood before each decision.
struct Played {
    /// All that waited when the first was given, with who missed it.
    waiting: Vec<Item>,
    /// The agents before each assignment, and the assignment.
    given: Vec<(Vec<Candidate>, ConversationId, AgentId, Why)>,
    /// The agents at the end.
    after: Vec<Candidate>,
}

/// Goes through the decisions once more, counting anew.
fn play(scene: &Scene, decisions: &[Decision]) -> Result<Played, String> {
    let mut agents = scene.agents.clone();
    let mut waiting: Vec<Item> = scene.queue.iter().filter(|item| item.held.is_none()).cloned().collect();
    let mut given = Vec::new();
    for decision in decisions {
        match decision {
            Decision::Release { conversation, from, cause } => {
                let item = scene.queue.iter().find(|item| item.conversation == *conversation);
                let mut item = item.ok_or("released what is not there")?.clone();
                let held = item.held.take().ok_or("released what nobody has")?;
                if held.agent != *from {
                    return Err("released from somebody else".into());
                }
                for agent in agents.iter_mut().filter(|one| one.agent == *from) {
                    agent.load = (agent.load - 1).max(0);
                    agent.missed_in_row += u32::from(*cause == Cause::NotTaken);
                }
                if *cause == Cause::NotTaken {
                    item.missed.push((*from, scene.now));
                }
                waiting.push(item);
            }
            Decision::SendAway { agent } => {
                for one in agents.iter_mut().filter(|one| one.agent == *agent) {
                    if one.missed_in_row < MISSED_MAX {
                        return Err("sent away who took what they were given".into());
                    }
                    one.availability = Availability::Away;
                }
            }
            Decision::Assign { conversation, to, why } => {
                given.push((agents.clone(), *conversation, *to, why.clone()));
                for agent in agents.iter_mut().filter(|one| one.agent == *to) {
                    agent.load += 1;
                    agent.given_at = Some(scene.now);
                }
            }
        }
    }
    Ok(Played { waiting, given, after: agents })
}

/// Whether somebody may get an item, written down a second time.
fn may_get(item: &Item, one: &Candidate, settings: &Settings, now: Timestamp) -> bool {
    may_get_but_for_places(item, one, settings, now) && one.capacity > one.load
}

fn may_get_but_for_places(item: &Item, one: &Candidate, settings: &Settings, now: Timestamp) -> bool {
    let waited_ms = now.0 - item.since.0;
    let able = waited_ms >= settings.skills_relax_after_ms
        || item.required.iter().all(|wanted| one.skills.iter().any(|skill| skill == wanted));
    let in_team = match item.team {
        Some(team) => one.teams.contains(&team),
        None => true,
    };
    let open = match item.opens_at {
        Some(opens) => opens.0 <= now.0,
        None => true,
    };
    let did_not_miss = item.missed.iter().all(|(who, at)| *who != one.agent || one.free_since.0 > at.0);
    let at_work = one.active && one.availability == Availability::Online && one.there == There::Here;
    at_work && in_team && open && able && did_not_miss
}

/// The agent to whom the customer comes back.
fn comes_back_to(item: &Item, settings: &Settings, now: Timestamp) -> Option<AgentId> {
    let (agent, at) = item.last?;
    (settings.sticky_days > 0 && now.0 - at.0 <= settings.sticky_days * 86_400_000).then_some(agent)
}

/// Whether the item waits for its last agent, who is full for the moment.
fn waits_for_last(item: &Item, agents: &[Candidate], settings: &Settings, now: Timestamp) -> bool {
    let last = comes_back_to(item, settings, now);
    now.0 - item.since.0 < settings.sticky_wait_ms
        && agents.iter().any(|one| {
            Some(one.agent) == last
                && may_get_but_for_places(item, one, settings, now)
                && one.load >= one.capacity
        })
}

/// Nothing waits while somebody eligible is free.
fn nothing_waits(scene: &Scene, played: &Played) -> Result<(), String> {
    let given: BTreeSet<ConversationId> = played.given.iter().map(|(_, id, _, _)| *id).collect();
    for item in played.waiting.iter().filter(|item| !given.contains(&item.conversation)) {
        let free = played.after.iter().find(|one| may_get(item, one, &scene.settings, scene.now));
        // It may have waited for somebody who was full when its turn came, and nobody loses load after that.
        if let Some(free) = free
            && !waits_for_last(item, &played.after, &scene.settings, scene.now)
        {
            return Err(format!("{:?} waits while {:?} is free", item.conversation, free.agent));
        }
    }
    Ok(())
}

/// Nobody is given more than they can take.
fn nobody_over(_: &Scene, played: &Played) -> Result<(), String> {
    for (agents, id, to, _) in &played.given {
        let one = agents.iter().find(|one| one.agent == *to).ok_or("given to a stranger")?;
        if one.load >= one.capacity {
            return Err(format!("{id:?} went to {to:?}, who was full"));
        }
    }
    Ok(())
}

/// Only who may get it gets it.
fn only_the_eligible(scene: &Scene, played: &Played) -> Result<(), String> {
    for (agents, id, to, _) in &played.given {
        let item = waiting(played, *id)?;
        let may = agents
            .iter()
            .any(|one| one.agent == *to && may_get_but_for_places(item, one, &scene.settings, scene.now));
        if !may {
            return Err(format!("{id:?} went to {to:?}, who may not get it"));
        }
    }
    Ok(())
}

/// Nobody is served before somebody with an older key whom the same agent could have served.
fn oldest_first(scene: &Scene, played: &Played) -> Result<(), String> {
    let number = |item: &Item| (item.since.0 - item.head_start_ms, item.conversation.0);
    let mut served = BTreeSet::new();
    for (agents, id, to, _) in &played.given {
        let this = waiting(played, *id)?;
        for older in played.waiting.iter().filter(|other| number(other) < number(this)) {
            let could =
                agents.iter().any(|one| one.agent == *to && may_get(older, one, &scene.settings, scene.now));
            if could
                && !served.contains(&older.conversation)
                && !waits_for_last(older, agents, &scene.settings, scene.now)
            {
                return Err(format!("{id:?} was served before {:?}", older.conversation));
            }
        }
        served.insert(*id);
    }
    Ok(())
}

/// Among those who are equal for an item, nobody gets it who has more than another: the spread stays at one.
fn even_spread(scene: &Scene, played: &Played) -> Result<(), String> {
    for (agents, id, to, _) in &played.given {
        let item = waiting(played, *id)?;
        let rank = |one: &Candidate| {
            let back = comes_back_to(item, &scene.settings, scene.now) == Some(one.agent);
            (tried(item, one), back, skills_met(item, one))
        };
        let chosen = agents.iter().find(|one| one.agent == *to).ok_or("given to a stranger")?;
        let lighter = agents.iter().find(|one| {
            may_get(item, one, &scene.settings, scene.now)
                && rank(one) == rank(chosen)
                && by_load(one, chosen) == Ordering::Less
        });
        if let Some(lighter) = lighter {
            return Err(format!("{id:?} went to {to:?} though {:?} had less", lighter.agent));
        }
    }
    Ok(())
}

/// Each reason is the one that a second computation finds.
fn true_reasons(scene: &Scene, played: &Played) -> Result<(), String> {
    let mut left: Vec<&Item> = played.waiting.iter().collect();
    left.sort_by_key(|item| (item.since.0 - item.head_start_ms, item.conversation.0));
    for (agents, id, to, why) in &played.given {
        let item = waiting(played, *id)?;
        let place = left.iter().position(|other| other.conversation == *id).ok_or("given twice")?;
        let behind = left[place + 1..].iter().filter(|other| other.team == item.team).count();
        let free: Vec<&Candidate> =
            agents.iter().filter(|one| may_get(item, one, &scene.settings, scene.now)).collect();
        let chosen = *free.iter().find(|one| one.agent == *to).ok_or("was not free")?;
        let peers: Vec<&Candidate> = free
            .iter()
            .copied()
            .filter(|one| {
                item.missed.iter().any(|(who, _)| *who == one.agent)
                    == item.missed.iter().any(|(who, _)| who == to)
            })
            .collect();
        let has = |one: &Candidate| {
            item.required.iter().chain(&item.preferred).filter(|skill| one.skills.contains(skill)).count()
        };
        let expected = match item.last {
            Some((last, at)) if last == *to && comes_back_to(item, &scene.settings, scene.now).is_some() => {
                Why::LastAgent { ago_ms: (scene.now.0 - at.0).max(0) }
            }
            _ if free.len() == 1 && behind == 0 => Why::OnlyOne,
            _ if free.len() == 1 => {
                Why::LongestWait { waited_ms: (scene.now.0 - item.since.0).max(0), behind }
            }
            _ if peers.iter().any(|one| has(one) < has(chosen)) => Why::Skill {
                skills: item
                    .required
                    .iter()
                    .chain(&item.preferred)
                    .filter(|skill| chosen.skills.contains(skill))
                    .cloned()
                    .collect(),
                free: free.len(),
            },
            _ => Why::LeastLoad { load: chosen.load, capacity: chosen.capacity, free: free.len() },
        };
        if *why != expected {
            return Err(format!("{id:?} says {why:?}, and it was {expected:?}"));
        }
    }
    Ok(())
}

/// A customer who waits is not left with somebody who vanished, and nobody else loses one.
fn nobody_left_behind(scene: &Scene, decisions: &[Decision]) -> Result<(), String> {
    let released: BTreeMap<ConversationId, Cause> = decisions
        .iter()
        .filter_map(|decision| match decision {
            Decision::Release { conversation, cause, .. } => Some((*conversation, *cause)),
            _ => None,
        })
        .collect();
    let settings = &scene.settings;
    for item in &scene.queue {
        let Some(held) = item.held else { continue };
        let past = |from: Timestamp, for_ms: i64| scene.now.0 - from.0 >= for_ms;
        let mut reasons = BTreeSet::new();
        match scene.agents.iter().find(|one| one.agent == held.agent && one.active) {
            None => drop(reasons.insert("disabled")),
            Some(one) => {
                if held.customer_waits && one.availability == Availability::Offline {
                    reasons.insert("offline");
                }
                if held.customer_waits
                    && one.availability == Availability::Away
                    && past(one.availability_since, settings.away_after_ms)
                {
                    reasons.insert("away");
                }
                if let There::Left(at) = one.there
                    && held.customer_waits
                    && past(at, settings.gone_after_ms)
                {
                    reasons.insert("gone");
                }
                if held.given_at.is_some_and(|at| past(at, settings.taken_within_ms)) {
                    reasons.insert("not taken");
                }
            }
        }
        let said = released.get(&item.conversation).map(|cause| match cause {
            Cause::Disabled => "disabled",
            Cause::Offline => "offline",
            Cause::Away => "away",
            Cause::Gone => "gone",
            Cause::NotTaken => "not taken",
        });
        let right = match said {
            Some(said) => reasons.contains(said),
            None => reasons.is_empty(),
        };
        if !right {
            return Err(format!("{:?}: {said:?}, and it was {reasons:?}", item.conversation));
        }
    }
    Ok(())
}

/// Asked a second time at the same moment, or just before it asked to be asked again, it has nothing to do.
fn at_rest_until_due(rules: Rules, scene: &Scene) -> Result<(), String> {
    let (decisions, due) = rules.decide(&scene.queue, &scene.agents, &scene.settings, scene.now);
    let after = scene.after(&decisions);
    for now in [Some(scene.now), due.map(|due| Timestamp(due.0 - 1))].into_iter().flatten() {
        let (again, _) = rules.decide(&after.queue, &after.agents, &after.settings, now);
        if !again.is_empty() {
            return Err(format!("at {now:?}, with {due:?} due: {again:?}"));
        }
    }
    // Without anything due, nothing comes of waiting, however long.
    let much_later = Timestamp(scene.now.0 + 10_000_000_000);
    let sleepers = after.agents.iter().any(|one| one.asleep_at.is_some());
    if due.is_none() && !sleepers {
        let (late, _) = rules.decide(&after.queue, &after.agents, &after.settings, much_later);
        if !late.is_empty() {
            return Err(format!("nothing was due, and later: {late:?}"));
        }
    }
    Ok(())
}

fn waiting(played: &Played, id: ConversationId) -> Result<&Item, String> {
    played.waiting.iter().find(|item| item.conversation == id).ok_or_else(|| "gave what did not wait".into())
}

type Check = fn(Rules, &Scene) -> Result<(), String>;

fn of_round(
    rules: Rules,
    scene: &Scene,
    check: fn(&Scene, &Played) -> Result<(), String>,
) -> Result<(), String> {
    let (decisions, _) = rules.decide(&scene.queue, &scene.agents, &scene.settings, scene.now);
    check(scene, &play(scene, &decisions)?)
}

/// Every promise, each with a rule that breaks it.
fn promises() -> Vec<(&'static str, Check, Rules)> {
    let ours = Rules::OURS;
    vec![
        (
            "nothing waits while somebody eligible is free",
            |rules, scene| of_round(rules, scene, nothing_waits),
            // The second half of the places is kept back.
            Rules {
                refusal: |item, one, settings, now| {
                    let half = Candidate { capacity: one.capacity / 2, ..one.clone() };
                    super::eligible::refusal(item, &half, settings, now)
                },
                ..ours
            },
        ),
        (
            "nobody is over capacity",
            |rules, scene| of_round(rules, scene, nobody_over),
            Rules {
                refusal: |item, one, settings, now| {
                    let roomy = Candidate { capacity: one.capacity + 1, ..one.clone() };
                    super::eligible::refusal(item, &roomy, settings, now)
                },
                ..ours
            },
        ),
        (
            "only the eligible get something",
            |rules, scene| of_round(rules, scene, only_the_eligible),
            Rules {
                refusal: |item, one, settings, now| {
                    let anyone = Item { team: None, ..item.clone() };
                    super::eligible::refusal(&anyone, one, settings, now)
                },
                ..ours
            },
        ),
        (
            "the oldest key comes first",
            |rules, scene| of_round(rules, scene, oldest_first),
            Rules { before: |one, other| one.conversation.cmp(&other.conversation), ..ours },
        ),
        (
            "the spread among equals is at most one",
            |rules, scene| of_round(rules, scene, even_spread),
            Rules { compare: |_, _, one, other| one.agent.cmp(&other.agent), ..ours },
        ),
        (
            "each reason is true",
            |rules, scene| of_round(rules, scene, true_reasons),
            Rules {
                why: |_, _, one, free, _, _| Why::LeastLoad {
                    load: one.load + 1,
                    capacity: one.capacity,
                    free: free.len(),
                },
                ..ours
            },
        ),
        (
            "a customer who waits is not left behind",
            |rules, scene| {
                let (decisions, _) = rules.decide(&scene.queue, &scene.agents, &scene.settings, scene.now);
                nobody_left_behind(scene, &decisions)
            },
            Rules { stay: |_, _, _, _| Stay::Stays, ..ours },
        ),
        (
            "nothing is to be done before it is due",
            at_rest_until_due,
            // Forgets to ask again.
            Rules {
                stay: |held, agent, settings, now| match super::demand::stay(held, agent, settings, now) {
                    Stay::Until(_) => Stay::Stays,
                    other => other,
                },
                ..ours
            },
        ),
    ]
}

fn run(cases: u32, rules: Rules, check: Check) -> Result<(), String> {
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    runner
        .run(&scene::any(), |scene| check(rules, &scene).map_err(TestCaseError::fail))
        .map_err(|error| error.to_string())
}

#[test]
fn every_promise_holds_for_random_queues() {
    for (name, check, _) in promises() {
        if let Err(error) = run(1_500, Rules::OURS, check) {
            panic!("{name}: {error}");
        }
    }
}

#[test]
fn every_promise_is_broken_by_a_broken_rule() {
    for (name, check, broken) in promises() {
        assert!(run(5_000, broken, check).is_err(), "{name}: no case showed the broken rule");
    }
}
