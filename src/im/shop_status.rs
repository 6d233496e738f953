//! Whether somebody answers visitors now: sent to every visitor's link after its welcome and at each change. Kept in memory,
//! moves no cursor, and may be lost: the next one corrects it.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use super::frames::ServerFrame;
use super::hub::Hub;
use super::mailbox::Ephemeral;
pub use super::shop_board::ShopStatus;
use crate::clock::Tick;
use crate::domain::access::agent::{Agent, Availability};
use crate::domain::access::store as agents;
use crate::domain::calendars::{self, Open};
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
    pub fn of(team: &[Agent], open: Open, here: impl Fn(AgentId) -> bool) -> Self {
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
pub fn availability(team: &[Agent], here: impl Fn(AgentId) -> bool) -> Availability {
    let mut working = team.iter().filter(|one| one.active && one.availability != Availability::Offline);
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
    pub(super) fn tell_shop_status(&self, link: &super::linked::Linked) {
        // Held, so that an older status cannot follow a newer one.
        let now = self.shop.now();
        if let Some(status) = *now {
            link.mailbox.put_ephemeral(status.ephemeral());
        }
        drop(now);
    }

    /// Forgets agents whose grace is over. Returns when the next one's ends.
    fn graces_over(&self, now: Tick) -> Option<Tick> {
        let mut left = self.shop.left();
        left.retain(|_, at| at.plus(GRACE) > now);
        left.values().map(|at| at.plus(GRACE)).min()
    }

    fn set_shop_status(&self, status: ShopStatus) {
        let mut now = self.shop.now();
        if now.replace(status) != Some(status) {
            self.tell_visitors(&status.ephemeral());
        }
        drop(now);
    }
}

/// Checks the shop's status and tells visitors. Returns when to check again.
async fn check(desk: &Desk, hub: &Hub) -> Tick {
    let tick = desk.clock.tick();
    let grace = hub.graces_over(tick);
    let now = desk.clock.now();
    let seen = desk
        .db
        .read(move |conn| Ok((agents::list(conn, 0, AGENTS_READ)?, calendars::store::shop_at(conn, now)?)))
        .await;
    let next = match seen {
        Ok((team, open)) => {
            let status = ShopStatus::of(&team, open, |agent| hub.is_here(agent));
            hub.set_shop_status(status);
            let change = status
                .until
                .map_or(CHECK_EVERY, |until| Duration::from_millis((until.0 - now.0).max(1).unsigned_abs()));
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
    use crate::clock::Timestamp;
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
            let found = availability(&agents, |id| here.contains(&id.0));
            assert_eq!(found, expected, "{team:?} with {here:?} here");
        }
    }
}
