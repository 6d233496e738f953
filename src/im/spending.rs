//! How much visitors at one address write and store, over all doors: messages, edits, cards, files, new visitors.
//!
//! In memory alone: a restart begins the minute and the day anew. Agents are not counted.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::clock::Tick;
use crate::config::address::ClientNet;
use crate::fault::Fault;

const MINUTE: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);
/// Longest wait that a client is given: blocks and settings may change meanwhile.
const WAIT_MAX: Duration = Duration::from_mins(10);
/// Addresses that are remembered; over it those are forgotten that stored least.
const KEPT: usize = 50_000;
/// Bytes on the disk of a visitor who never sent a message.
pub const NEW_VISITOR_BYTES: u64 = 2_048;

/// What addresses have spent.
#[derive(Debug)]
pub struct Spending {
    writes_per_minute: u32,
    stored_per_day: u64,
    spent: Mutex<HashMap<ClientNet, Spent>>,
}

/// What one address has spent.
#[derive(Debug, Clone, Copy)]
struct Spent {
    minute_from: Tick,
    writes: u32,
    day_from: Tick,
    bytes: u64,
}

/// Too much was written from an address for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpentOut(pub Duration);

impl From<SpentOut> for Fault {
    fn from(SpentOut(wait): SpentOut) -> Self {
        Self::rate_limited(u64::try_from(wait.as_millis()).unwrap_or(u64::MAX))
    }
}

impl Spending {
    /// Bounds for each address.
    #[must_use]
    pub fn new(writes_per_minute: u32, stored_per_day: u64) -> Self {
        Self { writes_per_minute, stored_per_day, spent: Mutex::default() }
    }

    /// Counts one write of so many bytes; what is refused is not counted.
    pub fn write(&self, address: IpAddr, bytes: u64, now: Tick) -> Result<(), SpentOut> {
        self.spend(address, 1, bytes, now)
    }

    /// Counts bytes alone.
    pub fn store(&self, address: IpAddr, bytes: u64, now: Tick) -> Result<(), SpentOut> {
        self.spend(address, 0, bytes, now)
    }

    fn spend(&self, address: IpAddr, writes: u32, bytes: u64, now: Tick) -> Result<(), SpentOut> {
        let mut all = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT {
            forget(&mut all, now);
        }
        let spent = all.entry(address.into()).or_insert(Spent {
            minute_from: now,
            writes: 0,
            day_from: now,
            bytes: 0,
        });
        if now.since(spent.minute_from) >= MINUTE {
            (spent.minute_from, spent.writes) = (now, 0);
        }
        if now.since(spent.day_from) >= DAY {
            (spent.day_from, spent.bytes) = (now, 0);
        }
        let wait = if spent.writes.saturating_add(writes) > self.writes_per_minute {
            MINUTE.saturating_sub(now.since(spent.minute_from))
        } else if spent.bytes.saturating_add(bytes) > self.stored_per_day {
            DAY.saturating_sub(now.since(spent.day_from))
        } else {
            spent.writes += writes;
            spent.bytes += bytes;
            return Ok(());
        };
        Err(SpentOut(wait.clamp(Duration::from_millis(500), WAIT_MAX)))
    }
}

/// Makes room: what is over goes, and of the rest the half that stored least.
fn forget(all: &mut HashMap<ClientNet, Spent>, now: Tick) {
    all.retain(|_, spent| now.since(spent.day_from) < DAY);
    if all.len() < KEPT {
        return;
    }
    let mut stored: Vec<u64> = all.values().map(|spent| spent.bytes).collect();
    let (_, middle, _) = stored.select_nth_unstable(KEPT / 2);
    let middle = *middle;
    all.retain(|_, spent| spent.bytes > middle);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Tick {
        Tick(seconds * 1_000)
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn an_address_writes_so_much_a_minute_and_stores_so_much_a_day() {
        let spending = Spending::new(2, 100);
        let (here, there) = (address("2001:db8::1"), address("2001:db8:0:1::1"));
        assert_eq!(spending.write(here, 10, at(0)), Ok(()));
        assert_eq!(spending.write(address("2001:db8::2"), 10, at(10)), Ok(()));
        assert_eq!(spending.write(here, 10, at(20)), Err(SpentOut(Duration::from_secs(40))));
        assert_eq!(spending.store(here, 80, at(20)), Ok(()), "a file's bytes are no further write");
        assert_eq!(spending.write(there, 100, at(20)), Ok(()));
        assert_eq!(spending.write(here, 1, at(60)), Err(SpentOut(WAIT_MAX)), "nothing is left for the day");
        assert_eq!(spending.write(here, 0, at(60)), Ok(()));
        assert_eq!(spending.write(here, 100, at(86_400)), Ok(()), "the next day");
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let spending = Spending::new(2, 100);
        spending.store(address("192.0.2.1"), 50, at(0)).unwrap();
        for number in 0..u32::try_from(KEPT).unwrap() + 10 {
            spending.store(IpAddr::from((0x0a00_0000 + number).to_be_bytes()), 1, at(1)).unwrap();
        }
        assert!(spending.spent.lock().unwrap().len() <= KEPT);
        assert!(spending.store(address("192.0.2.1"), 51, at(2)).is_err(), "who stored most is remembered");
    }
}
