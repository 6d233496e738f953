//! What a round of the routing looks at: who may get something, what waits, and what stands with somebody who may have vanished.
//! The queue is not read while nobody could get anything from it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::access::presence::There as Stay;
use crate::domain::access::rights::Right;
use crate::domain::access::{store as agents, teams};
use crate::domain::calendars::{Calendar, SHOP, store as calendars};
use crate::domain::conversations::demand::{self, Standing};
use crate::domain::routing::demand::{Stay as Fate, stay};
use crate::domain::routing::rules::store as rules;
use crate::domain::routing::settings::Settings;
use crate::domain::routing::store::{self, Lately, Waiting};
use crate::domain::routing::{Candidate, Held, Item, There};
use crate::events::Availability;
use crate::fault::Fault;
use crate::ids::{AgentId, ConversationId, TeamId};

/// Agents looked at, disabled ones included.
const AGENTS_MAX: usize = 10_000;

/// What is known besides the database.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// Who is there, and whether a link of theirs is open.
    pub there: &'a [(AgentId, Stay, bool)],
    /// When the desk started: whoever was there before counts as having left then.
    pub started_at: Timestamp,
    /// How much of each team's queue is looked at.
    pub looked_at: usize,
    /// The time.
    pub now: Timestamp,
}

/// What a round decides on.
#[derive(Debug, Default)]
pub struct Scene {
    /// What waits, and what may be taken back.
    pub items: Vec<Item>,
    /// Everybody.
    pub candidates: Vec<Candidate>,
    /// When a place comes free by itself, if somebody waits whom nobody looked at.
    pub next: Option<Timestamp>,
}

/// Everything that a round needs.
pub fn gather(conn: &Connection, settings: &Settings, around: &Around<'_>) -> Result<Scene, Fault> {
    let is_waited = store::is_anybody_waiting(conn)?;
    if !is_waited && let Some(next) = calm(conn, settings, around)? {
        return Ok(Scene { next, ..Scene::default() });
    }
    let mut candidates = candidates(conn, around)?;
    let mut items = held(conn, &candidates, around.now)?;
    load(conn, &mut candidates, around.now)?;
    let leaves = |item: &Item| {
        item.held.is_some_and(|held| {
            let agent = candidates.iter().find(|one| one.agent == held.agent);
            matches!(stay(&held, agent, settings, around.now), Fate::Leaves(_))
        })
    };
    let has_room = |one: &Candidate| is_ready(one) && one.load < one.capacity;
    if !(candidates.iter().any(has_room) || items.iter().any(leaves)) {
        let next = candidates.iter().filter(|one| is_ready(one)).filter_map(|one| one.asleep_at).min();
        return Ok(Scene { items, candidates, next: next.filter(|_| is_waited) });
    }
    let mut teams = Hours::default();
    for item in &mut items {
        describe(conn, item, (&mut teams, around.now))?;
    }
    for row in store::waiting(conn, around.looked_at)? {
        let mut item = item(&row);
        describe(conn, &mut item, (&mut teams, around.now))?;
        item.last = store::answered(conn, row.contact)?;
        items.push(item);
    }
    Ok(Scene { items, candidates, next: None })
}

/// Whether nobody who has something can lose it now, as most of the time: until when that is so if nothing happens. Asked first,
/// because it asks for little.
#[expect(
    clippy::option_option,
    reason = "not calm, calm until something happens, and calm until then are three answers"
)]
fn calm(
    conn: &Connection,
    settings: &Settings,
    around: &Around<'_>,
) -> Result<Option<Option<Timestamp>>, Fault> {
    let linked: BTreeSet<AgentId> =
        around.there.iter().filter(|(.., is_linked)| *is_linked).map(|(agent, ..)| *agent).collect();
    let mut ready = agents::online(conn)?;
    ready.retain(|agent| linked.contains(agent));
    let mut next: Option<Timestamp> = None;
    for given in store::given(conn)? {
        let end = given.at.plus(settings.taken_within());
        if end <= around.now || !ready.contains(&given.agent) {
            return Ok(None);
        }
        next = Some(next.map_or(end, |next| next.min(end)));
    }
    let is_calm = demand::waiting_with_others(conn, &ready)?.is_empty();
    Ok(is_calm.then_some(next))
}

/// Everybody as the routing sees them now, for whoever asks who would get something.
pub fn everybody(conn: &Connection, around: &Around<'_>) -> Result<Vec<Candidate>, Fault> {
    let mut candidates = candidates(conn, around)?;
    load(conn, &mut candidates, around.now)?;
    Ok(candidates)
}

/// Whether somebody takes conversations now.
fn is_ready(one: &Candidate) -> bool {
    one.active && one.availability == Availability::Online && one.there == There::Here
}

/// Everybody, without their load.
pub(super) fn candidates(conn: &Connection, around: &Around<'_>) -> Result<Vec<Candidate>, Fault> {
    let there: BTreeMap<AgentId, (Stay, bool)> =
        around.there.iter().map(|(agent, stay, is_linked)| (*agent, (*stay, *is_linked))).collect();
    let lately: BTreeMap<AgentId, Lately> = store::lately(conn)?.into_iter().collect();
    let mut candidates = Vec::new();
    for agent in agents::list(conn, 0, AGENTS_MAX)? {
        let lately = lately.get(&agent.id).copied().unwrap_or_default();
        let came = there.get(&agent.id);
        candidates.push(Candidate {
            agent: agent.id,
            active: agent.active,
            availability: agent.availability,
            availability_since: lately.availability_since.unwrap_or(agent.created_at),
            there: match came {
                Some((_, true)) => There::Here,
                Some((stay, false)) => There::Left(stay.last_seen.max(around.started_at)),
                None => There::Left(lately.left_at.unwrap_or_default().max(around.started_at)),
            },
            load: 0,
            // Who may not take conversations is given none.
            capacity: if agent.standing.role.rights.hold(Right::Take) { agent.capacity } else { 0 },
            asleep_at: None,
            teams: agent.standing.teams.iter().map(|(team, _)| team.0).collect(),
            skills: [agent.standing.languages, agent.standing.skills].concat(),
            given_at: lately.given_at,
            free_since: came.map(|(stay, _)| stay.since).max(lately.free_since).unwrap_or(agent.created_at),
            missed_in_row: lately.missed,
        });
    }
    Ok(candidates)
}

fn load(conn: &Connection, candidates: &mut [Candidate], now: Timestamp) -> Result<(), Fault> {
    let loads = demand::loads(conn, now)?;
    for one in candidates {
        if let Some(load) = loads.get(&one.agent) {
            one.load = load.awake;
            one.asleep_at = load.quiet_since.map(|since| since.plus(demand::ASLEEP_AFTER));
        }
    }
    Ok(())
}

/// What may be taken back: what was given and not taken, and customers who wait for somebody who does not take conversations.
fn held(conn: &Connection, candidates: &[Candidate], now: Timestamp) -> Result<Vec<Item>, Fault> {
    let ready: Vec<AgentId> = candidates.iter().filter(|one| is_ready(one)).map(|one| one.agent).collect();
    let mut items = Vec::new();
    let mut seen: BTreeSet<ConversationId> = BTreeSet::new();
    for given in store::given(conn)? {
        if let Some(standing) = demand::find(conn, given.conversation)?
            && standing.agent == Some(given.agent)
            && seen.insert(given.conversation)
        {
            items.push(held_item(conn, &standing, (Some(given.at), now))?);
        }
    }
    for standing in demand::waiting_with_others(conn, &ready)? {
        if seen.insert(standing.id) {
            items.push(held_item(conn, &standing, (None, now))?);
        }
    }
    Ok(items.into_iter().flatten().collect())
}

fn held_item(
    conn: &Connection,
    standing: &Standing,
    (given_at, now): (Option<Timestamp>, Timestamp),
) -> Result<Option<Item>, Fault> {
    let Some(agent) = standing.agent else { return Ok(None) };
    let (settings, _) = store::settings(conn)?;
    let row = Waiting {
        conversation: standing.id,
        contact: standing.contact,
        team: standing.team,
        priority: standing.priority,
        since: standing.waiting_since.unwrap_or(now),
        head_start_ms: settings.head_start_ms(standing.priority),
    };
    let customer_waits = standing.waiting_since.is_some();
    let held = Some(Held { agent, given_at, customer_waits });
    let last = store::answered(conn, standing.contact)?;
    Ok(Some(Item { last, held, ..item(&row) }))
}

/// A conversation as if its customer waited for whoever is free, whoever has it.
pub fn as_if_waiting(conn: &Connection, standing: &Standing, now: Timestamp) -> Result<Item, Fault> {
    let (settings, _) = store::settings(conn)?;
    let mut item = item(&Waiting {
        conversation: standing.id,
        contact: standing.contact,
        team: standing.team,
        priority: standing.priority,
        since: standing.waiting_since.unwrap_or(now),
        head_start_ms: settings.head_start_ms(standing.priority),
    });
    describe(conn, &mut item, (&mut Hours::default(), now))?;
    item.last = store::answered(conn, standing.contact)?;
    Ok(item)
}

/// An item of the queue, without what stands beside it.
pub(super) fn item(row: &Waiting) -> Item {
    Item {
        conversation: row.conversation,
        team: row.team.map(|team| team.0),
        since: row.since,
        head_start_ms: row.head_start_ms,
        required: Vec::new(),
        preferred: Vec::new(),
        last: None,
        missed: Vec::new(),
        opens_at: None,
        held: None,
    }
}

/// Adds what stands beside a conversation: its skills, who missed it, when its team opens.
pub(super) fn describe(
    conn: &Connection,
    item: &mut Item,
    (hours, now): (&mut Hours, Timestamp),
) -> Result<(), Fault> {
    let wants = rules::wants(conn, item.conversation)?;
    (item.required, item.preferred) = (wants.required, wants.preferred);
    item.missed = store::missed(conn, item.conversation)?;
    if let Some(team) = item.team {
        item.opens_at = hours.opens_at(conn, TeamId(team), now)?;
    }
    Ok(())
}

/// When teams open that are given conversations only in their hours; each is looked up once.
#[derive(Debug, Default)]
pub(super) struct Hours(BTreeMap<TeamId, Option<Timestamp>>);

impl Hours {
    fn opens_at(
        &mut self,
        conn: &Connection,
        team: TeamId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Fault> {
        if let Some(known) = self.0.get(&team) {
            return Ok(*known);
        }
        let found = opens_at(conn, team, now)?;
        self.0.insert(team, found);
        Ok(found)
    }
}

/// When a team opens that is given conversations only in its hours; `None` while they last, and for other teams.
pub fn opens_at(conn: &Connection, team: TeamId, now: Timestamp) -> Result<Option<Timestamp>, Fault> {
    let Some(team) = teams::find(conn, team)?.filter(|team| team.only_in_hours) else { return Ok(None) };
    let calendar = calendars::calendar(conn, team.calendar.unwrap_or(SHOP))?;
    let open = calendar.unwrap_or_else(Calendar::always).at(now);
    // Hours that never begin again are asked for again later: they may change.
    Ok((!open.now).then(|| open.opens_at.unwrap_or(now.plus(Duration::from_hours(24)))))
}
