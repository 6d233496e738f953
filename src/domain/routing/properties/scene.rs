//! Queues and teams for the tests: some written by hand in minutes, some at random.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::super::settings::Settings;
use super::super::{Candidate, Cause, Decision, Held, Item, Team, There};
use crate::clock::Timestamp;
use crate::events::Availability;
use crate::ids::{AgentId, ConversationId};

/// So many minutes in milliseconds.
pub const fn minutes(minutes: i64) -> i64 {
    minutes * 60_000
}

/// So many minutes after a start.
pub const fn at(minute: i64) -> Timestamp {
    Timestamp(1_800_000_000_000 + minutes(minute))
}

/// A conversation that nobody has, waiting since the start.
pub fn item(id: i64) -> Item {
    Item {
        conversation: ConversationId(id),
        team: None,
        since: at(0),
        head_start_ms: 0,
        required: Vec::new(),
        preferred: Vec::new(),
        last: None,
        missed: Vec::new(),
        opens_at: None,
        held: None,
    }
}

/// An agent who is there and online, with nothing of three.
pub fn agent(id: i64) -> Candidate {
    Candidate {
        agent: AgentId(id),
        active: true,
        availability: Availability::Online,
        availability_since: at(0),
        there: There::Here,
        load: 0,
        capacity: 3,
        asleep_at: None,
        teams: Vec::new(),
        skills: Vec::new(),
        given_at: None,
        free_since: at(0),
        missed_in_row: 0,
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

impl Item {
    pub(in crate::domain::routing) fn since(self, minute: i64) -> Self {
        Self { since: at(minute), ..self }
    }
    pub(in crate::domain::routing) fn ahead(self, head_start_ms: i64) -> Self {
        Self { head_start_ms, ..self }
    }
    pub(in crate::domain::routing) fn of_team(self, team: Team) -> Self {
        Self { team: Some(team), ..self }
    }
    pub(in crate::domain::routing) fn opens(self, minute: i64) -> Self {
        Self { opens_at: Some(at(minute)), ..self }
    }
    pub(in crate::domain::routing) fn asks(self, skills: &[&str]) -> Self {
        Self { required: words(skills), ..self }
    }
    pub(in crate::domain::routing) fn likes(self, skills: &[&str]) -> Self {
        Self { preferred: words(skills), ..self }
    }
    pub(in crate::domain::routing) fn answered_by(self, agent: i64, minute: i64) -> Self {
        Self { last: Some((AgentId(agent), at(minute))), ..self }
    }
    pub(in crate::domain::routing) fn missed(mut self, agent: i64, minute: i64) -> Self {
        self.missed.push((AgentId(agent), at(minute)));
        self
    }
    fn held(self, agent: i64, given_at: Option<Timestamp>, customer_waits: bool) -> Self {
        Self { held: Some(Held { agent: AgentId(agent), given_at, customer_waits }), ..self }
    }
    pub(in crate::domain::routing) fn held_by(self, agent: i64) -> Self {
        self.held(agent, None, true)
    }
    pub(in crate::domain::routing) fn held_at_rest_by(self, agent: i64) -> Self {
        self.held(agent, None, false)
    }
    pub(in crate::domain::routing) fn given_to(self, agent: i64, minute: i64) -> Self {
        self.held(agent, Some(at(minute)), true)
    }
}

impl Candidate {
    pub(in crate::domain::routing) fn is(self, availability: Availability, since: i64) -> Self {
        Self { availability, availability_since: at(since), ..self }
    }
    pub(in crate::domain::routing) fn left(self, minute: i64) -> Self {
        Self { there: There::Left(at(minute)), ..self }
    }
    pub(in crate::domain::routing) fn disabled(self) -> Self {
        Self { active: false, ..self }
    }
    pub(in crate::domain::routing) fn has(self, load: i64, capacity: i64) -> Self {
        Self { load, capacity, ..self }
    }
    pub(in crate::domain::routing) fn in_team(self, team: Team) -> Self {
        Self { teams: vec![team], ..self }
    }
    pub(in crate::domain::routing) fn knows(self, skills: &[&str]) -> Self {
        Self { skills: words(skills), ..self }
    }
    pub(in crate::domain::routing) fn given(self, minute: i64) -> Self {
        Self { given_at: Some(at(minute)), ..self }
    }
    pub(in crate::domain::routing) fn free_since(self, minute: i64) -> Self {
        Self { free_since: at(minute), ..self }
    }
}

/// Everything that a round is asked with.
#[derive(Debug, Clone)]
pub struct Scene {
    pub queue: Vec<Item>,
    pub agents: Vec<Candidate>,
    pub settings: Settings,
    pub now: Timestamp,
}

impl Scene {
    /// The scene once the decisions are carried out.
    pub fn after(&self, decisions: &[Decision]) -> Self {
        let mut scene = self.clone();
        for decision in decisions {
            match decision {
                Decision::Release { conversation, from, cause } => {
                    for item in scene.queue.iter_mut().filter(|item| item.conversation == *conversation) {
                        item.held = None;
                        if *cause == Cause::NotTaken {
                            item.missed.push((*from, self.now));
                        }
                    }
                    for agent in scene.agents.iter_mut().filter(|one| one.agent == *from) {
                        agent.load = (agent.load - 1).max(0);
                        agent.missed_in_row += u32::from(*cause == Cause::NotTaken);
                    }
                }
                Decision::SendAway { agent } => {
                    for one in scene.agents.iter_mut().filter(|one| one.agent == *agent) {
                        *one = Candidate {
                            availability: Availability::Away,
                            availability_since: self.now,
                            ..one.clone()
                        };
                    }
                }
                Decision::Assign { conversation, to, .. } => {
                    for item in scene.queue.iter_mut().filter(|item| item.conversation == *conversation) {
                        let (agent, given_at) = (*to, Some(self.now));
                        item.held = Some(Held { agent, given_at, customer_waits: true });
                    }
                    for agent in scene.agents.iter_mut().filter(|one| one.agent == *to) {
                        agent.load += 1;
                        agent.given_at = Some(self.now);
                    }
                }
            }
        }
        scene
    }
}

const AGENTS: std::ops::Range<i64> = 1..7;
const SKILLS: [&str; 3] = ["fr", "en", "sizes"];

fn moment() -> impl Strategy<Value = Timestamp> {
    // Near the boundaries of the rules, which lie at half and whole minutes.
    (0..60_i64).prop_map(|half| Timestamp(at(0).0 + half * 30_000))
}

fn skills() -> impl Strategy<Value = Vec<String>> {
    subsequence(SKILLS.to_vec(), 0..=2).prop_map(|skills| words(&skills))
}

fn any_agent(id: i64) -> impl Strategy<Value = Candidate> {
    let availability = prop_oneof![
        6 => Just(Availability::Online),
        1 => Just(Availability::Away),
        1 => Just(Availability::Offline),
    ];
    let there = prop_oneof![5 => Just(There::Here), 1 => moment().prop_map(There::Left)];
    let who = (prop::bool::weighted(0.9), availability, moment(), there, subsequence(vec![1, 2, 3], 0..=3));
    let has = (0..4_i64, 0..5_i64, option::weighted(0.1, moment()), skills(), option::of(moment()));
    (who, has, moment(), 0..3_u32).prop_map(
        move |((active, availability, since, there, teams), has, free_since, missed_in_row)| {
            let (load, capacity, asleep_at, skills, given_at) = has;
            Candidate {
                agent: AgentId(id),
                active,
                availability,
                availability_since: since,
                there,
                load,
                capacity,
                asleep_at,
                teams,
                skills,
                given_at,
                free_since,
                missed_in_row,
            }
        },
    )
}

fn any_item(id: i64) -> impl Strategy<Value = Item> {
    let who = || AGENTS.prop_map(AgentId);
    let held = (who(), option::of(moment()), proptest::bool::ANY)
        .prop_map(|(agent, given_at, customer_waits)| Held { agent, given_at, customer_waits });
    let place = (option::weighted(0.4, 1..4_i64), moment(), select(vec![0, 0, minutes(10), -minutes(10)]));
    let wants = (skills(), skills(), option::weighted(0.1, moment()));
    let past = (option::of((who(), moment())), vec((who(), moment()), 0..2), option::weighted(0.3, held));
    (place, wants, past).prop_map(move |(place, (required, preferred, opens_at), (last, missed, held))| {
        let (team, since, head_start_ms) = place;
        let conversation = ConversationId(id);
        // A skill that is required is not preferred as well.
        let preferred = preferred.into_iter().filter(|skill| !required.contains(skill)).collect();
        Item { conversation, team, since, head_start_ms, required, preferred, last, missed, opens_at, held }
    })
}

/// Any queue with any team.
pub fn any() -> impl Strategy<Value = Scene> {
    let queue =
        (0..20_usize).prop_flat_map(|count| (0..count as i64).map(|id| any_item(id + 1)).collect::<Vec<_>>());
    let agents =
        (0..7_usize).prop_flat_map(|count| (0..count as i64).map(|id| any_agent(id + 1)).collect::<Vec<_>>());
    (queue, agents, moment()).prop_map(|(queue, agents, now)| Scene {
        queue,
        agents,
        settings: Settings::default(),
        now,
    })
}
