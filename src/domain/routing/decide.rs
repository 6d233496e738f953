//! One round: takes back what cannot stay, then gives what waits, oldest key first. What cannot be served blocks nobody.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::choice;
use super::demand::{self, Stay};
use super::eligible::{self, Refusal};
use super::key::key;
use super::settings::Settings;
use super::sticky;
use super::why::{self, Why};
use super::{Candidate, Cause, Decision, Held, Item, Team, There};
use crate::clock::Timestamp;
use crate::events::Availability;
use crate::ids::AgentId;

/// So many in a row that somebody did not take send them away.
pub const MISSED_MAX: u32 = 2;

/// What to do now, in this order, and when to ask again if nothing happens before.
#[must_use]
pub fn decide(
    queue: &[Item],
    candidates: &[Candidate],
    settings: &Settings,
    now: Timestamp,
) -> (Vec<Decision>, Option<Timestamp>) {
    Rules::OURS.decide(queue, candidates, settings, now)
}

/// Says why somebody got an item: the last agent, the chosen one, all who were free, how many wait behind it, the time.
type Reason = fn(&Item, Option<AgentId>, &Candidate, &[&Candidate], usize, Timestamp) -> Why;

/// The rules that a round asks. They are handed over so that the tests of the properties can break one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    pub before: fn(&Item, &Item) -> Ordering,
    pub stay: fn(&Held, Option<&Candidate>, &Settings, Timestamp) -> Stay,
    pub refusal: fn(&Item, &Candidate, &Settings, Timestamp) -> Option<Refusal>,
    pub compare: fn(&Item, Option<AgentId>, &Candidate, &Candidate) -> Ordering,
    pub why: Reason,
}

impl Rules {
    pub(super) const OURS: Self = Self {
        before: |one, other| key(one).cmp(&key(other)),
        stay: demand::stay,
        refusal: eligible::refusal,
        compare: choice::compare,
        why: why::why,
    };

    pub(super) fn decide(
        self,
        queue: &[Item],
        candidates: &[Candidate],
        settings: &Settings,
        now: Timestamp,
    ) -> (Vec<Decision>, Option<Timestamp>) {
        let places = candidates.iter().enumerate().map(|(place, one)| (one.agent, place)).collect();
        let agents = candidates.to_vec();
        let mut round =
            Round { rules: self, settings, now, agents, places, decisions: Vec::new(), due: None };
        let mut waiting = round.take_back(queue);
        waiting.sort_by(self.before);
        round.give(&waiting);
        (round.decisions, round.due)
    }
}

struct Round<'a> {
    rules: Rules,
    settings: &'a Settings,
    now: Timestamp,
    agents: Vec<Candidate>,
    places: HashMap<AgentId, usize>,
    decisions: Vec<Decision>,
    due: Option<Timestamp>,
}

impl Round<'_> {
    fn ask_again_at(&mut self, at: Timestamp) {
        if at > self.now {
            self.due = Some(self.due.map_or(at, |due| due.min(at)));
        }
    }

    fn stay(&self, held: &Held) -> Stay {
        let agent = self.places.get(&held.agent).map(|place| &self.agents[*place]);
        (self.rules.stay)(held, agent, self.settings, self.now)
    }

    /// Takes back what cannot stay. Returns all that waits then.
    fn take_back(&mut self, queue: &[Item]) -> Vec<Item> {
        let mut waiting = Vec::new();
        let mut staying = Vec::new();
        for item in queue {
            let Some(held) = item.held else {
                waiting.push(item.clone());
                continue;
            };
            let Stay::Leaves(cause) = self.stay(&held) else {
                staying.push(held);
                continue;
            };
            let (conversation, from) = (item.conversation, held.agent);
            self.decisions.push(Decision::Release { conversation, from, cause });
            let mut item = Item { held: None, ..item.clone() };
            if let Some(place) = self.places.get(&from) {
                let agent = &mut self.agents[*place];
                agent.load = (agent.load - 1).max(0);
                agent.missed_in_row += u32::from(cause == Cause::NotTaken);
            }
            if cause == Cause::NotTaken {
                item.missed.push((from, self.now));
            }
            waiting.push(item);
        }
        self.send_away();
        for held in staying {
            if let Stay::Until(end) = self.stay(&held) {
                self.ask_again_at(end);
            }
        }
        waiting
    }

    /// Sets away who did not take several in a row.
    fn send_away(&mut self) {
        for agent in &mut self.agents {
            let missed = agent.active && agent.missed_in_row >= MISSED_MAX;
            if missed && agent.availability == Availability::Online {
                agent.availability = Availability::Away;
                agent.availability_since = self.now;
                self.decisions.push(Decision::SendAway { agent: agent.agent });
            }
        }
    }

    /// Gives what waits, in this order, to whoever may get it.
    fn give(&mut self, waiting: &[Item]) {
        let mut behind: HashMap<Option<Team>, usize> = HashMap::new();
        for item in waiting {
            *behind.entry(item.team).or_default() += 1;
        }
        let mut left_waiting = false;
        for item in waiting {
            if let Some(behind) = behind.get_mut(&item.team) {
                *behind -= 1;
            }
            let behind = behind.get(&item.team).copied().unwrap_or_default();
            left_waiting |= !self.give_one(item, behind);
        }
        if left_waiting {
            // Places come free by themselves when conversations fall asleep.
            let ready = |one: &&Candidate| {
                one.active && one.availability == Availability::Online && one.there == There::Here
            };
            for at in self.agents.iter().filter(ready).filter_map(|one| one.asleep_at).collect::<Vec<_>>() {
                self.ask_again_at(at);
            }
        }
    }

    /// Whether somebody got it.
    fn give_one(&mut self, item: &Item, behind: usize) -> bool {
        let (rules, settings, now) = (self.rules, self.settings, self.now);
        let last = sticky::last_agent(item, settings, now);
        if let Some(agent) = last.and_then(|last| self.places.get(&last)).map(|place| &self.agents[*place]) {
            let refusal = (rules.refusal)(item, agent, settings, now);
            if let Some(end) = sticky::waits_until(item, refusal, settings, now) {
                self.ask_again_at(end);
                return false;
            }
        }
        let may = |one: &&Candidate| (rules.refusal)(item, one, settings, now).is_none();
        let free: Vec<&Candidate> = self.agents.iter().filter(may).collect();
        let chosen = free.iter().copied().min_by(|one, other| (rules.compare)(item, last, one, other));
        let Some(chosen) = chosen else {
            self.ask_again_for(item);
            return false;
        };
        let (to, why) = (chosen.agent, (rules.why)(item, last, chosen, &free, behind, now));
        if let Some(place) = self.places.get(&to) {
            let agent = &mut self.agents[*place];
            agent.load += 1;
            agent.given_at = Some(now);
        }
        self.decisions.push(Decision::Assign { conversation: item.conversation, to, why });
        self.ask_again_at(now.plus(settings.taken_within()));
        true
    }

    /// When an item that nobody could get may be given without anything happening.
    fn ask_again_for(&mut self, item: &Item) {
        if eligible::skills_hold(item, self.settings, self.now) && !item.required.is_empty() {
            self.ask_again_at(item.since.plus(self.settings.skills_relax_after()));
        }
        if let Some(opens) = item.opens_at {
            self.ask_again_at(opens);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::properties::scene::{agent, at, item};
    use super::*;
    use crate::events::Availability::{Away, Offline, Online};
    use crate::ids::ConversationId;

    /// Who got which conversation.
    fn given(decisions: &[Decision]) -> Vec<(i64, i64)> {
        let given = |decision: &Decision| match decision {
            Decision::Assign { conversation, to, .. } => Some((conversation.0, to.0)),
            _ => None,
        };
        decisions.iter().filter_map(given).collect()
    }

    /// Who lost which conversation, and why.
    fn taken(decisions: &[Decision]) -> Vec<(i64, i64, Cause)> {
        let taken = |decision: &Decision| match *decision {
            Decision::Release { conversation, from, cause } => Some((conversation.0, from.0, cause)),
            _ => None,
        };
        decisions.iter().filter_map(taken).collect()
    }

    fn round(queue: &[Item], agents: &[Candidate], now: i64) -> (Vec<Decision>, Option<Timestamp>) {
        decide(queue, agents, &Settings::default(), at(now))
    }

    #[test]
    fn every_way_to_vanish_takes_what_waits_to_somebody_who_is_there() {
        let colleague = agent(2);
        let gone = |cause| vec![(1, 1, cause)];
        // Conversation 1 waits with agent 1, conversation 2 arrives; the colleague is there.
        for (name, agent, now, lost, got) in [
            ("there", agent(1), 20, vec![], vec![(2, 2)]),
            ("offline", agent(1).is(Offline, 20), 20, gone(Cause::Offline), vec![(1, 2), (2, 2)]),
            ("away, a while", agent(1).is(Away, 16), 20, vec![], vec![(2, 2)]),
            ("away", agent(1).is(Away, 15), 20, gone(Cause::Away), vec![(1, 2), (2, 2)]),
            ("laptop closed, just now", agent(1).left(19), 20, vec![], vec![(2, 2)]),
            ("laptop closed", agent(1).left(18), 20, gone(Cause::Gone), vec![(1, 2), (2, 2)]),
            ("disabled", agent(1).disabled(), 20, gone(Cause::Disabled), vec![(1, 2), (2, 2)]),
            ("over capacity by hand", agent(1).has(9, 3), 20, vec![], vec![(2, 2)]),
            // Links are lost with the desk, and count from its start.
            ("desk killed, started just now", agent(1).left(20), 20, vec![], vec![(2, 2)]),
            ("desk killed, not back in time", agent(1).left(20), 22, gone(Cause::Gone), vec![(1, 2), (2, 2)]),
            ("desk killed, back in time", agent(1), 22, vec![], vec![(2, 2)]),
        ] {
            let agent = Candidate { load: agent.load.max(1), ..agent };
            let queue = [item(1).since(5).held_by(1), item(2).since(20)];
            let (decisions, _) = round(&queue, &[agent, colleague.clone()], now);
            assert_eq!((taken(&decisions), given(&decisions)), (lost, got), "{name}");
        }
    }

    #[test]
    fn a_conversation_at_rest_stays_with_whoever_vanished() {
        let queue = [item(1).since(5).held_at_rest_by(1)];
        for agent1 in [agent(1).is(Offline, 0), agent(1).left(0), agent(1).is(Away, 0)] {
            assert_eq!(round(&queue, &[agent1, agent(2)], 900), (vec![], None));
        }
    }

    #[test]
    fn three_places_take_three_and_the_next_one_as_soon_as_one_is_free() {
        let queue: Vec<Item> = (1..=5).map(|n| item(n).since(n)).collect();
        let (decisions, due) = round(&queue, &[agent(1).has(0, 3)], 9);
        let untaken = at(9).plus(Settings::default().taken_within());
        assert_eq!((given(&decisions), due), (vec![(1, 1), (2, 1), (3, 1)], Some(untaken)));
        let (decisions, _) = round(&queue[3..], &[agent(1).has(2, 3)], 9);
        assert_eq!(given(&decisions), [(4, 1)]);
        let why = Why::LongestWait { waited_ms: 5 * 60_000, behind: 1 };
        let expected = Decision::Assign { conversation: ConversationId(4), to: AgentId(1), why };
        assert_eq!(decisions, [expected]);
        // A conversation that falls asleep frees its place without an event.
        let sleepy = Candidate { asleep_at: Some(at(30)), ..agent(1).has(3, 3) };
        assert_eq!(round(&queue[3..], &[sleepy], 9), (vec![], Some(at(30))));
    }

    #[test]
    fn who_cannot_be_served_blocks_nobody() {
        let queue = [item(1).since(1).of_team(7), item(2).since(2)];
        let (decisions, _) = round(&queue, &[agent(1)], 9);
        assert_eq!(given(&decisions), [(2, 1)]);
    }

    #[test]
    fn equals_get_equally_many() {
        let queue: Vec<Item> = (1..=10).map(|n| item(n).since(n)).collect();
        let (decisions, _) = round(&queue, &[agent(1).has(0, 9), agent(2).has(0, 9)], 20);
        let count = |who| given(&decisions).iter().filter(|(_, to)| *to == who).count();
        assert_eq!((count(1), count(2)), (5, 5));
    }

    #[test]
    fn what_nobody_takes_goes_round_once_and_then_waits_for_somebody_free_anew() {
        let given_to = |who, missed: &[(i64, i64)]| {
            missed.iter().fold(item(1).since(0).given_to(who, 10), |item, (who, at)| item.missed(*who, *at))
        };
        let minute = std::time::Duration::from_mins(1);
        let (decisions, due) = round(&[given_to(1, &[])], &[agent(1).has(1, 3), agent(2)], 11);
        assert_eq!((decisions, due), (vec![], Some(at(11).plus(minute / 2))));
        let (decisions, _) = round(&[given_to(1, &[])], &[agent(1).has(1, 3), agent(2)], 12);
        assert_eq!(taken(&decisions), [(1, 1, Cause::NotTaken)]);
        assert_eq!(given(&decisions), [(1, 2)]);
        let (decisions, due) = round(&[given_to(2, &[(1, 2)])], &[agent(1), agent(2).has(1, 3)], 12);
        assert_eq!((given(&decisions), due), (vec![], None));
        let anew = [agent(1).free_since(13), agent(2)];
        let (decisions, _) = round(&[item(1).since(0).missed(1, 2).missed(2, 12)], &anew, 13);
        assert_eq!(given(&decisions), [(1, 1)]);
    }

    #[test]
    fn two_missed_in_a_row_send_somebody_away() {
        let queue = [item(1).since(0).given_to(1, 10), item(2).since(0).held_by(1)];
        let sleepy = Candidate { missed_in_row: 1, ..agent(1).has(2, 3) };
        let (decisions, due) = round(&queue, std::slice::from_ref(&sleepy), 12);
        let release =
            Decision::Release { conversation: ConversationId(1), from: AgentId(1), cause: Cause::NotTaken };
        assert_eq!(decisions, [release, Decision::SendAway { agent: AgentId(1) }]);
        // What else they have leaves them as with anybody who is away.
        assert_eq!(due, Some(at(17)));
        let first = Candidate { missed_in_row: 0, ..sleepy };
        assert_eq!(round(&queue, &[first], 12).0.len(), 1);
        assert_eq!(agent(1).availability, Online);
    }

    #[test]
    fn the_last_agent_is_waited_for_and_skills_relax_when_it_is_due() {
        let half = at(10).plus(std::time::Duration::from_secs(30));
        let back = [item(1).since(10).answered_by(1, 2)];
        let full = [agent(1).has(3, 3), agent(2)];
        assert_eq!(decide(&back, &full, &Settings::default(), half), (vec![], Some(at(11))));
        assert_eq!(given(&round(&back, &full, 11).0), [(1, 2)]);
        assert_eq!(given(&round(&back, &[agent(1).has(2, 3), agent(2)], 10).0), [(1, 1)]);
        let french = [item(1).since(10).asks(&["fr"])];
        assert_eq!(decide(&french, &[agent(2)], &Settings::default(), half), (vec![], Some(at(11))));
        assert_eq!(given(&round(&french, &[agent(2)], 11).0), [(1, 2)]);
    }

    #[test]
    fn a_closed_team_is_asked_again_when_its_hours_begin() {
        let queue = [item(1).since(10).of_team(7).opens(60)];
        let team = [agent(1).in_team(7)];
        assert_eq!(round(&queue, &team, 11), (vec![], Some(at(60))));
        assert_eq!(given(&round(&queue, &team, 60).0), [(1, 1)]);
    }
}
