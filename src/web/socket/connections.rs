//! How many links there are without the HTTP server knowing: over all, and from each address.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use crate::config::address::ClientNet;
use crate::fault::Fault;

/// The bounds, and who holds a place within them.
#[derive(Debug)]
pub(crate) struct Connections {
    most: usize,
    per_address: usize,
    held: Mutex<Places>,
}

#[derive(Debug, Default)]
struct Places {
    count: usize,
    /// Each place of an address holds its entry; the last one takes it out.
    addresses: HashMap<IpAddr, Weak<Address>>,
    /// Places held by all addresses that count as one.
    nets: HashMap<ClientNet, usize>,
}

/// An address that holds places: as many as there are holds on it.
#[derive(Debug)]
struct Address {
    address: IpAddr,
    connections: Arc<Connections>,
}

/// A held place; given free when the connection is gone.
#[derive(Debug)]
pub(crate) struct Held(Arc<Address>);

impl Connections {
    /// At most `most`, and of one address at most `per_address`.
    pub(crate) fn new(most: usize, per_address: usize) -> Arc<Self> {
        Arc::new(Self { most, per_address, held: Mutex::default() })
    }

    fn places(&self) -> MutexGuard<'_, Places> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a place, if one is left. The last ones are for agents, and for whoever holds none yet.
    pub(crate) fn enter(self: &Arc<Self>, address: IpAddr, is_agents: bool) -> Result<Held, Fault> {
        let net = ClientNet::from(address);
        let mut places = self.places();
        let mine = places.nets.get(&net).copied().unwrap_or(0);
        let kept = if is_agents || mine == 0 { 0 } else { self.most / 16 };
        if places.count + kept >= self.most {
            return Err(Fault::unavailable("overloaded"));
        }
        if mine >= self.per_address {
            return Err(Fault::rate_limited(5_000));
        }
        let known = places.addresses.get(&address).and_then(Weak::upgrade);
        let held = known.unwrap_or_else(|| {
            let new = Arc::new(Address { address, connections: Arc::clone(self) });
            places.addresses.insert(address, Arc::downgrade(&new));
            new
        });
        places.count += 1;
        *places.nets.entry(net).or_default() += 1;
        Ok(Held(held))
    }

    /// How many places are held.
    pub(crate) fn count(&self) -> usize {
        self.places().count
    }
}

impl Held {
    /// Whose place it is.
    pub(crate) fn address(&self) -> IpAddr {
        self.0.address
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut places = self.0.connections.places();
        places.count -= 1;
        if let Entry::Occupied(mut held) = places.nets.entry(self.0.address.into()) {
            *held.get_mut() -= 1;
            if *held.get() == 0 {
                held.remove();
            }
        }
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        let mut places = self.connections.places();
        // Somebody may have come from there again in the meantime.
        if let Entry::Occupied(entry) = places.addresses.entry(self.address)
            && entry.get().strong_count() == 0
        {
            entry.remove();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_bounded_and_given_back() {
        let connections = Connections::new(3, 2);
        let (here, there) = (IpAddr::from([10, 0, 0, 1]), IpAddr::from([10, 0, 0, 2]));
        let enter = |address| connections.enter(address, false);
        let first = enter(here).unwrap();
        let second = enter(here).unwrap();
        assert_eq!(enter(here).unwrap_err().code, "rate_limited");
        let third = enter(there).unwrap();
        assert_eq!(enter(there).unwrap_err().code, "overloaded");
        drop(first);
        let again = enter(here).unwrap();
        drop((second, third, again));
        assert_eq!(connections.count(), 0);
        assert!(connections.places().addresses.is_empty() && connections.places().nets.is_empty());
    }

    #[test]
    fn a_network_counts_as_one_and_the_last_places_are_kept() {
        let connections = Connections::new(32, 31);
        let from = |address: &str| connections.enter(address.parse().unwrap(), false);
        let held: Vec<Held> = (0..30).map(|last| from(&format!("2001:db8::{last:x}")).unwrap()).collect();
        assert_eq!(held[9].address(), "2001:db8::9".parse::<IpAddr>().unwrap());
        assert_eq!(from("2001:db8::ffff").unwrap_err().code, "overloaded", "the rest is for others");
        let other = from("2001:db8:0:1::1").unwrap();
        let agent = connections.enter("2001:db8::1".parse().unwrap(), true).unwrap();
        drop((held, other, agent));
        assert!(connections.places().nets.is_empty());
        let few = Connections::new(64, 2);
        let from = |address: &str| few.enter(address.parse().unwrap(), false);
        let two = [from("2001:db8::1").unwrap(), from("2001:db8::2").unwrap()];
        assert_eq!(from("2001:db8::3").unwrap_err().code, "rate_limited");
        drop(two);
    }
}
