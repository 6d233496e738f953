//! Whether somebody answers visitors now, of the team that has their conversation, or of all: sent to every visitor's link after its welcome and at each change. Kept in memory,
//! moves no cursor, and may be lost: the next one corrects it.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use rusqlite::Connection;

use super::frames::ServerFrame;
use super::hub::Hub;
use super::linked::{Linked, kept};
use super::mailbox::Ephemeral;
pub use super::shop_board::ShopStatus;
use super::shop_board::Statuses;
use crate::clock::{Tick, Timestamp};
use crate::domain::access::agent::{Agent, Availability};
use crate::domain::access::store as agents;
use crate::domain::access::teams::{self, Team};
use crate::domain::calendars::{self, Open};
use crate::domain::conversations::scope::Placement;
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::ids::AgentId;

/// An agent whose last link closed counts as here for this long: reloading a page is not leaving.
const GRACE: Duration = Duration::from_secs(5);
/// Agents read at most.
pub const AGENTS_READ: usize = 200;
/// The shop is checked again after this long at the latest: clocks are set, machines sleep.
const CHECK_EVERY: Duration = Duration::from_mins(5);
/// How long to wait before checking again after a failure.
const RETRY: Duration = Duration::from_secs(1);

impl ShopStatus {
    /// Who of the team can answer decides, inside the shop's hours. `here` says whether somebody's workbench is open.
    #[must_use]
    pub fn of<'a>(
        team: impl Iterator<Item = &'a Agent> + Clone,
        open: Open,
        here: impl Fn(AgentId) -> bool,
    ) -> Self {
        if !open.now {
            return Self { state: "closed", until: open.opens_at };
        }
        Self { state: availability(team, here).name(), until: open.closes_at }
    }

    fn ephemeral(self) -> Ephemeral {
        let frame = ServerFrame::Shop { state: self.state, until: self.until }.encode();
        // A hidden page shows it as soon as it becomes visible.
        Ephemeral { frame, fleeting: false }
    }
}

/// What the whole team is: online if somebody is, here and now; away if somebody may be back.
#[must_use]
pub fn availability<'a>(
    team: impl Iterator<Item = &'a Agent> + Clone,
    here: impl Fn(AgentId) -> bool,
) -> Availability {
    let mut working = team.filter(|one| one.active && one.availability != Availability::Offline);
    if working.clone().any(|one| one.availability == Availability::Online && here(one.id)) {
        Availability::Online
    } else if working.next().is_some() {
        Availability::Away
    } else {
        Availability::Offline
    }
}

impl Hub {
    /// Something changed that may change the shop's status.
    pub fn check_shop(&self) {
        self.shop.bell.notify_one();
    }

    /// An agent's first link opened or last one closed.
    pub(super) fn agent_came_or_went(&self, agent: AgentId, online: bool, now: Tick) {
        if online {
            self.shop.left().remove(&agent);
        } else {
            self.shop.left().insert(agent, now);
        }
        self.check_shop();
    }

    /// Whether an agent's workbench is open, or was a moment ago.
    #[must_use]
    pub fn is_here(&self, agent: AgentId) -> bool {
        self.is_online(Actor::agent(agent)) || self.shop.left().contains_key(&agent)
    }

    /// Tells a visitor's new link the shop's status.
    pub(super) fn tell_shop_status(&self, link: &Linked) {
        // Held, so that an older status cannot follow a newer one.
        let now = self.shop.now();
        if let Some(statuses) = now.as_ref() {
            link.mailbox.put_ephemeral(statuses.of(link.slot.load(Ordering::Relaxed)).ephemeral());
        }
        drop(now);
    }

    /// A conversation has this place now: its customer is told whether their team is there.
    pub(super) fn placed(&self, place: &Placement) {
        let now = self.shop.now();
        let slot = kept(place.slot.map(i64::from));
        self.each_of_customer(place, |link| {
            let before = link.slot.swap(slot, Ordering::Relaxed);
            if let Some(statuses) = now.as_ref()
                && statuses.of(before) != statuses.of(slot)
            {
                link.mailbox.put_ephemeral(statuses.of(slot).ephemeral());
            }
        });
        drop(now);
    }

    /// Forgets agents whose grace is over. Returns when the next one's ends.
    fn graces_over(&self, now: Tick) -> Option<Tick> {
        let mut left = self.shop.left();
        left.retain(|_, at| at.plus(GRACE) > now);
        left.values().map(|at| at.plus(GRACE)).min()
    }

    fn set_shop_statuses(&self, new: Statuses) {
        let mut now = self.shop.now();
        if now.as_ref() != Some(&new) {
            self.tell_visitors(|link| {
                let slot = link.slot.load(Ordering::Relaxed);
                let told = now.as_ref().map(|before| before.of(slot));
                Some(new.of(slot)).filter(|status| told != Some(*status)).map(ShopStatus::ephemeral)
            });
            *now = Some(new);
        }
        drop(now);
    }
}

/// Who works here, by which hours, and which teams there are.
struct Seen {
    agents: Vec<Agent>,
    open: Open,
    teams: Vec<(Team, Open)>,
}

fn look(conn: &Connection, now: Timestamp) -> Result<Seen, Fault> {
    let teams = teams::all(conn)?.into_iter().map(|team| {
        let open = calendars::store::open_at(conn, team.calendar, now)?;
        Ok((team, open))
    });
    Ok(Seen {
        agents: agents::list(conn, 0, AGENTS_READ)?,
        open: calendars::store::shop_at(conn, now)?,
        teams: teams.collect::<Result<_, Fault>>()?,
    })
}

impl Seen {
    /// What visitors are told. A team without members is nobody's own: the shop answers for it.
    fn statuses(&self, here: impl Fn(AgentId) -> bool) -> Statuses {
        let shop = ShopStatus::of(self.agents.iter(), self.open, &here);
        let staffed = self.teams.iter().filter(|(team, _)| !team.members.is_empty());
        let teams = staffed.map(|(team, open)| {
            let members = self.agents.iter().filter(|agent| team.members.contains(&agent.id));
            (kept(Some(team.slot)), ShopStatus::of(members, *open, &here))
        });
        Statuses { shop, teams: teams.collect() }
    }
}

/// Checks the shop's status and tells visitors. Returns when to check again.
async fn check(desk: &Desk, hub: &Hub) -> Tick {
    let tick = desk.clock.tick();
    let grace = hub.graces_over(tick);
    let now = desk.clock.now();
    let next = match desk.db.read(move |conn| look(conn, now)).await {
        Ok(seen) => {
            let statuses = seen.statuses(|agent| hub.is_here(agent));
            let change = statuses
                .until()
                .map_or(CHECK_EVERY, |until| Duration::from_millis((until.0 - now.0).max(1).unsigned_abs()));
            hub.set_shop_statuses(statuses);
            tick.plus(change.min(CHECK_EVERY))
        }
        Err(Fault { code, .. }) => {
            tracing::warn!(code, "the shop's status could not be read; trying again");
            tick.plus(RETRY)
        }
    };
    grace.map_or(next, |grace| grace.min(next))
}

/// Keeps what visitors are told of the shop true: looked at once when this returns, and from then on, for as long as what
/// comes back runs, when something rings, when the hours change over and when somebody has been gone for a moment.
pub async fn keep(desk: Desk, hub: Arc<Hub>) -> impl Future<Output = ()> {
    let mut next = check(&desk, &hub).await;
    async move {
        loop {
            tokio::select! {
                () = desk.clock.sleep_until(next) => {}
                () = hub.shop.bell.notified() => {}
            }
            next = check(&desk, &hub).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::access::agent::{Role, Standing};

    fn agent(id: i64, availability: Availability, active: bool) -> Agent {
        Agent {
            id: AgentId(id),
            email: String::new(),
            name: String::new(),
            role: Role::Agent,
            standing: Standing::of(Role::Agent),
            active,
            availability,
            capacity: 1,
            locale: String::new(),
            theme: String::new(),
            picture: None,
            rights_position: 0,
            created_at: Timestamp(0),
        }
    }

    #[test]
    fn online_is_who_can_answer_now() {
        use Availability::{Away, Offline, Online};
        for (team, here, expected) in [
            (vec![], vec![], Offline),
            (vec![(Online, true)], vec![1], Online),
            (vec![(Online, true)], vec![], Away),
            (vec![(Away, true)], vec![1], Away),
            (vec![(Offline, true)], vec![1], Offline),
            (vec![(Online, false)], vec![1], Offline),
            (vec![(Away, true), (Online, true)], vec![1, 2], Online),
            (vec![(Away, true), (Online, true)], vec![1], Away),
        ] {
            let of = |(at, (availability, active)): (usize, (Availability, bool))| {
                agent(at as i64 + 1, availability, active)
            };
            let agents: Vec<Agent> = team.iter().copied().enumerate().map(of).collect();
            let found = availability(agents.iter(), |id| here.contains(&id.0));
            assert_eq!(found, expected, "{team:?} with {here:?} here");
        }
    }
}
