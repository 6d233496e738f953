//! Who may hold a connection of the HTTP server, and for how long.
//!
//! Connections are counted by the address they come from as they are taken, but for those of trusted proxies, which come
//! for many; requests are counted by the address that a proxy names. When no place is left, whoever asks for nothing
//! makes room, first at the address that holds most. A share is kept for addresses that hold none yet, and another for
//! those from which an agent was recognised.

mod requests;
mod stream;
mod watch;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

pub(super) use requests::{watch_of, watched};
pub(super) use stream::Watched;
pub(super) use watch::{Place, Watch};

use crate::clock::{SharedClock, Tick};
use crate::config::Config;
use crate::config::address::{ClientNet, Network};
use crate::fault::Fault;
use watch::{ConnectionState, Pace, Phase};

/// Addresses of agents that are remembered.
const AGENTS_KEPT: usize = 256;
/// A body younger than this is not given up for another connection, and a proxy's new connection hardly.
const YOUNG: Duration = Duration::from_secs(5);
/// Connections that one browser may want at once: a small desk leaves an address as many.
const A_BROWSERS: usize = 8;
/// How often connections are looked through.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The connections of all listeners that are no sockets, and the requests at work.
#[derive(Debug)]
pub(super) struct Doors {
    clock: SharedClock,
    trusted: Vec<Network>,
    most: usize,
    per_address: usize,
    pace: Pace,
    held: Mutex<Held>,
}

#[derive(Debug, Default)]
struct Held {
    next: u64,
    connections: BTreeMap<u64, Arc<Watch>>,
    addresses: HashMap<ClientNet, usize>,
    requests: HashMap<ClientNet, usize>,
    /// Where agents were recognised, and when last.
    agents: HashMap<ClientNet, Tick>,
}

/// A request at work, counted for its address.
#[derive(Debug)]
pub(super) struct Busy {
    doors: Arc<Doors>,
    net: ClientNet,
}

impl Drop for Busy {
    fn drop(&mut self) {
        count_down(&mut self.doors.held().requests, self.net);
    }
}

fn count_down(counts: &mut HashMap<ClientNet, usize>, net: ClientNet) {
    if let Some(count) = counts.get_mut(&net) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&net);
        }
    }
}

impl Doors {
    pub(super) fn new(config: &Config, clock: SharedClock) -> Arc<Self> {
        let server = &config.server;
        let most = server.requests_at_once();
        Arc::new(Self {
            clock,
            trusted: server.trusted_proxies.clone(),
            most,
            per_address: config.limits.requests_per_address.min((most / 4).max(A_BROWSERS)),
            pace: Pace {
                head: server.request_timeout.duration(),
                body: server.body_timeout.duration(),
                answer: server.answer_timeout.duration(),
                stalled: server.stalled_after.duration(),
                bytes_per_second: server.body_bytes_per_second,
            },
            held: Mutex::default(),
        })
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> Tick {
        self.clock.tick()
    }

    /// Takes a connection in, if there is a place for it or one can be made.
    pub(super) fn enter(self: &Arc<Self>, peer: IpAddr) -> Option<Place> {
        let net = ClientNet::from(peer);
        let trusted = self.trusted.iter().any(|network| network.contains(peer));
        let now = self.now();
        let mut held = self.held();
        let mine = held.addresses.get(&net).copied().unwrap_or(0);
        let agent = held.agents.contains_key(&net);
        if !trusted && mine >= self.per_address && !held.make_room(now, |watch| watch.net == net) {
            return None;
        }
        let kept = match (agent, mine == 0 || trusted) {
            (true, _) => 0,
            (false, true) => self.most / 16,
            (false, false) => self.most / 8,
        };
        let full = held.connections.len() + kept >= self.most;
        if full && !held.make_room_anywhere(now, agent) {
            return None;
        }
        held.next += 1;
        let watch = Arc::new(Watch::new(held.next, (net, trusted), Arc::clone(self), now));
        held.connections.insert(watch.number, Arc::clone(&watch));
        *held.addresses.entry(net).or_default() += 1;
        Some(Place(watch))
    }

    /// A connection is gone, or has become a socket.
    fn leave(&self, watch: &Watch) {
        self.held().forget(watch.number);
    }

    /// Counts a request for its address.
    pub(super) fn request(self: &Arc<Self>, net: ClientNet) -> Result<Busy, Fault> {
        let mut held = self.held();
        let count = held.requests.entry(net).or_default();
        if *count >= self.per_address {
            return Err(Fault::rate_limited(1_000));
        }
        *count += 1;
        drop(held);
        Ok(Busy { doors: Arc::clone(self), net })
    }

    /// An agent was recognised at this address.
    pub(super) fn agent_at(&self, net: ClientNet) {
        let now = self.now();
        let mut held = self.held();
        held.agents.insert(net, now);
        if held.agents.len() > AGENTS_KEPT {
            let longest_ago = held.agents.iter().min_by_key(|(_, at)| **at).map(|(net, _)| *net);
            longest_ago.map(|net| held.agents.remove(&net));
        }
    }

    /// Whether an agent was recognised at this address.
    pub(super) fn is_agents(&self, net: ClientNet) -> bool {
        self.held().agents.contains_key(&net)
    }

    /// Closes what is overdue, every now and then.
    pub(super) async fn keep(self: Arc<Self>) {
        loop {
            let now = self.now();
            let all: Vec<Arc<Watch>> = self.held().connections.values().cloned().collect();
            let closed = all.iter().filter(|watch| watch.close_overdue(&self.pace, now)).count();
            if closed > 0 {
                tracing::debug!(closed, "connections that let the desk wait");
            }
            drop(all);
            self.clock.sleep_until(now.plus(LOOK_EVERY)).await;
        }
    }
}

impl Held {
    fn forget(&mut self, number: u64) {
        if let Some(watch) = self.connections.remove(&number) {
            count_down(&mut self.addresses, watch.net);
        }
    }

    /// Closes the connection that is missed least of those that may go: one that asks for nothing before one that is about
    /// to ask, that of a stranger before that of a proxy, and the oldest one of the address that holds most.
    fn make_room(&mut self, now: Tick, may_go: impl Fn(&Watch) -> bool) -> bool {
        let candidates = self.connections.values().filter(|watch| may_go(watch)).filter_map(|watch| {
            let rank = rank(&watch.snapshot(), watch.trusted, now)?;
            let held = self.addresses.get(&watch.net).copied().unwrap_or(0);
            Some((rank, Reverse(held), watch.number))
        });
        let Some((_, _, number)) = candidates.min() else { return false };
        if let Some(watch) = self.connections.get(&number) {
            watch.close();
        }
        self.forget(number);
        true
    }

    /// The same among all connections but those of agents.
    fn make_room_anywhere(&mut self, now: Tick, by_agent: bool) -> bool {
        let agents = std::mem::take(&mut self.agents);
        let made = self.make_room(now, |watch| by_agent || watch.trusted || !agents.contains_key(&watch.net));
        self.agents = agents;
        made
    }
}

/// How much a connection would be missed; `None` if it must stay.
fn rank(state: &ConnectionState, trusted: bool, now: Tick) -> Option<u8> {
    let (never_asked, old) = (!state.has_asked, now.since(state.since) >= YOUNG);
    match (state.phase, trusted) {
        (Phase::Idle | Phase::Head, false) if never_asked => Some(0),
        (Phase::Idle, false) => Some(1),
        (Phase::Head, false) => Some(2),
        (Phase::Body, _) => old.then_some(3),
        (Phase::Idle | Phase::Head, true) if never_asked => Some(if old { 4 } else { 6 }),
        // A proxy expects that it can reuse a connection it keeps.
        (Phase::Idle | Phase::Head, true) => Some(5),
        (Phase::Work | Phase::Answer, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{HandClock, Timestamp};

    fn doors(change: impl FnOnce(&mut Config)) -> (Arc<Doors>, Arc<HandClock>) {
        let clock = HandClock::starting_at(Timestamp(0));
        let mut config = Config::default();
        config.server.max_connections = 16;
        change(&mut config);
        (Doors::new(&config, Arc::clone(&clock) as SharedClock), clock)
    }

    fn from(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    fn is_open(place: &Place) -> bool {
        place.0.doors().held().connections.contains_key(&place.0.number)
    }

    #[test]
    fn an_address_holds_no_more_than_its_share_and_makes_room_for_itself() {
        let (doors, _) = doors(|_| {});
        let places: Vec<Place> = (0..9).map(|_| doors.enter(from(1)).unwrap()).collect();
        let open: Vec<bool> = places.iter().map(is_open).collect();
        assert_eq!(open, [[false].as_slice(), &[true; 8]].concat(), "the oldest one went");
        for place in &places {
            place.0.begin(false);
        }
        assert!(doors.enter(from(1)).is_none(), "what is at work does not");
        assert!(doors.enter(from(2)).is_some());
    }

    #[test]
    fn a_proxy_comes_for_many_and_newcomers_find_a_place() {
        let (doors, _) = doors(|_| {});
        let proxied: Vec<Place> =
            (0..15).map(|_| doors.enter(IpAddr::from([127, 0, 0, 1])).unwrap()).collect();
        for place in &proxied {
            place.0.begin(false);
        }
        assert!(doors.enter(from(1)).is_none(), "the last one is an agent's");
        doors.agent_at(ClientNet::from(from(7)));
        let agents = doors.enter(from(7)).expect("kept for agents");
        drop((agents, proxied));
        assert!(doors.held().connections.is_empty() && doors.held().addresses.is_empty());
    }

    #[test]
    fn who_asks_for_nothing_makes_room() {
        let (doors, clock) = doors(|_| {});
        doors.agent_at(ClientNet::from(from(7)));
        let agent = doors.enter(from(7)).unwrap();
        let silent: Vec<Place> = (1..=3)
            .flat_map(|last| (0..4).map(move |_| last))
            .map(|last| doors.enter(from(last)).unwrap())
            .collect();
        let extra: Vec<Place> = (0..2).map(|last| doors.enter(from(20 + last)).unwrap()).collect();
        let newcomer = doors.enter(from(99)).expect("room is made");
        assert!(is_open(&agent) && is_open(&newcomer) && extra.iter().all(is_open));
        assert_eq!(silent.iter().filter(|place| !is_open(place)).count(), 1);
        for place in silent.iter().chain(&extra).chain([&newcomer]) {
            place.0.begin(true);
        }
        assert!(doors.enter(from(100)).is_none(), "young bodies stay");
        clock.advance(YOUNG);
        assert!(doors.enter(from(100)).is_some(), "older ones go");
    }

    #[test]
    fn requests_are_counted_for_their_address() {
        let (doors, _) = doors(|config| config.limits.requests_per_address = 2);
        let net = ClientNet::from(from(1));
        let two = [doors.request(net).unwrap(), doors.request(net).unwrap()];
        assert_eq!(doors.request(net).unwrap_err().code, "rate_limited");
        assert!(doors.request(ClientNet::from(from(2))).is_ok());
        drop(two);
        assert!(doors.request(net).is_ok());
        assert!(doors.held().requests.is_empty());
    }
}
