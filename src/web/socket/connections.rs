//! How many links there are without the HTTP server knowing: over all, and from each address.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

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

    /// Takes a place, if one is left.
    pub(crate) fn enter(self: &Arc<Self>, address: IpAddr) -> Result<Held, Fault> {
        let mut places = self.places();
        if places.count >= self.most {
            return Err(Fault::unavailable("overloaded"));
        }
        let known = places.addresses.get(&address).and_then(Weak::upgrade);
        // The one hold is this function's own.
        if known.as_ref().is_some_and(|known| Arc::strong_count(known) > self.per_address) {
            drop(places);
            return Err(Fault::rate_limited(5_000));
        }
        let held = known.unwrap_or_else(|| {
            let new = Arc::new(Address { address, connections: Arc::clone(self) });
            places.addresses.insert(address, Arc::downgrade(&new));
            new
        });
        places.count += 1;
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
        self.0.connections.places().count -= 1;
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
        let first = connections.enter(here).unwrap();
        let second = connections.enter(here).unwrap();
        assert_eq!(connections.enter(here).unwrap_err().code, "rate_limited");
        let third = connections.enter(there).unwrap();
        assert_eq!(connections.enter(there).unwrap_err().code, "overloaded");
        drop(first);
        let again = connections.enter(here).unwrap();
        drop((second, third, again));
        assert_eq!(connections.count(), 0);
        assert!(connections.places().addresses.is_empty());
    }
}
