//! How often somebody may try to sign in. Every rate is a number in the section `[limits]`.
//!
//! Tries are counted by e-mail *with* address, so that nobody uses up what another has, and per address. All tries of strangers for
//! one e-mail share a wide bound against guessing from many addresses. A browser that signed in as this agent before has tries of its
//! own and meets none of the others.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock, Reference};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::config::Limits;
use crate::config::address::ClientNet;
use crate::domain::access::credentials::digest;
use crate::fault::Fault;
use crate::ids::AgentId;

/// After so many checks, keys that were not used lately are forgotten.
const SWEEP_EVERY: u64 = 4_096;
/// Failed tries get one log line in this time.
const TOLD_EVERY: Duration = Duration::from_mins(1);

/// An e-mail or a token as keys remember it: of a bounded size, whatever was sent.
type Digest = [u8; 32];
/// What the default clock says.
type Moment = <DefaultClock as Clock>::Instant;

/// Tries to sign in, counted.
#[derive(Debug)]
pub(super) struct SignInRates {
    /// One address for one e-mail.
    pair: DefaultKeyedRateLimiter<(ClientNet, Digest)>,
    /// One address.
    address: DefaultKeyedRateLimiter<ClientNet>,
    /// All strangers for one e-mail.
    account: DefaultKeyedRateLimiter<Digest>,
    /// One browser that signed in before.
    known: DefaultKeyedRateLimiter<Digest>,
    /// One signed-in agent who gives the present password once more.
    own: DefaultKeyedRateLimiter<AgentId>,
    /// One address with a link of set-up or of an invitation.
    link: DefaultKeyedRateLimiter<ClientNet>,
    clock: DefaultClock,
    checks: AtomicU64,
    failures: Failures,
}

/// What was not told yet.
#[derive(Debug, Default)]
struct Failures {
    wrong: AtomicU64,
    refused: AtomicU64,
    told_at: Mutex<Option<Moment>>,
}

impl SignInRates {
    pub(super) fn new(limits: &Limits) -> Self {
        let quota = |per_minute: u32, burst: u32| {
            let at_least_one = |number: u32| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
            Quota::per_minute(at_least_one(per_minute)).allow_burst(at_least_one(burst))
        };
        let login = quota(limits.login_per_minute, limits.login_burst);
        let address = quota(limits.login_address_per_minute, limits.login_address_burst);
        let account = quota(limits.login_account_per_minute, limits.login_account_burst);
        Self {
            pair: RateLimiter::keyed(login),
            address: RateLimiter::keyed(address),
            account: RateLimiter::keyed(account),
            known: RateLimiter::keyed(login),
            own: RateLimiter::keyed(login),
            link: RateLimiter::keyed(login),
            clock: DefaultClock::default(),
            checks: AtomicU64::new(0),
            failures: Failures::default(),
        }
    }

    /// A try to sign in; `known` is the digest of a browser's token that this e-mail signed in with before.
    pub(super) fn sign_in(&self, address: IpAddr, email: &str, known: Option<Digest>) -> Result<(), Fault> {
        let checked = if let Some(device) = known {
            self.check(&self.known, &device)
        } else {
            let (address, email) = (ClientNet::from(address), digest(&email.trim().to_lowercase()));
            // The limit of one address counts before the limit of all, so that no single address uses the latter up.
            self.check(&self.address, &address)
                .and_then(|()| self.check(&self.pair, &(address, email)))
                .and_then(|()| self.check(&self.account, &email))
        };
        checked.inspect_err(|_| self.tell(&self.failures.refused))
    }

    /// A signed-in agent gives the present password.
    pub(super) fn own_password(&self, agent: AgentId) -> Result<(), Fault> {
        self.check(&self.own, &agent)
    }

    /// A link of set-up or of an invitation is used.
    pub(super) fn link(&self, address: IpAddr) -> Result<(), Fault> {
        self.check(&self.link, &address.into())
    }

    /// E-mail or password was wrong.
    pub(super) fn failed(&self) {
        self.tell(&self.failures.wrong);
    }

    /// Counts, and writes at most one line a minute with numbers and nothing else.
    fn tell(&self, what: &AtomicU64) {
        what.fetch_add(1, Ordering::Relaxed);
        let now = self.clock.now();
        let mut told_at = self.failures.told_at.lock().unwrap_or_else(PoisonError::into_inner);
        if told_at.is_none_or(|at| Duration::from(now.duration_since(at)) >= TOLD_EVERY) {
            *told_at = Some(now);
            let wrong = self.failures.wrong.swap(0, Ordering::Relaxed);
            let refused = self.failures.refused.swap(0, Ordering::Relaxed);
            tracing::warn!(wrong, refused, "sign-ins failed since the last line about them");
        }
    }

    fn check<K: Hash + Eq + Clone>(
        &self,
        limiter: &DefaultKeyedRateLimiter<K>,
        key: &K,
    ) -> Result<(), Fault> {
        if self.checks.fetch_add(1, Ordering::Relaxed).is_multiple_of(SWEEP_EVERY) {
            self.pair.retain_recent();
            self.address.retain_recent();
            self.account.retain_recent();
            self.known.retain_recent();
            self.own.retain_recent();
            self.link.retain_recent();
        }
        limiter.check_key(key).map_err(|early| {
            let wait: Duration = early.wait_time_from(self.clock.now());
            Fault::rate_limited(u64::try_from(wait.as_millis()).unwrap_or(u64::MAX).max(1_000))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates() -> SignInRates {
        SignInRates::new(&Limits {
            login_per_minute: 1,
            login_burst: 3,
            login_address_per_minute: 1,
            login_address_burst: 5,
            login_account_per_minute: 1,
            login_account_burst: 20,
            ..Limits::default()
        })
    }

    fn tries(rates: &SignInRates, address: &str, email: &str, known: Option<Digest>, most: usize) -> usize {
        let address = address.parse().expect("an address");
        (0..most).filter(|_| rates.sign_in(address, email, known).is_ok()).count()
    }

    #[test]
    fn nobody_uses_up_the_tries_of_another() {
        let rates = rates();
        assert_eq!(tries(&rates, "203.0.113.1", "Mei@x.cn", None, 9), 3);
        assert_eq!(tries(&rates, "203.0.113.2", "mei@x.cn", None, 9), 3, "from elsewhere");
        assert_eq!(tries(&rates, "203.0.113.1", "wang@x.cn", None, 9), 0, "the address has had its five");
        assert_eq!(tries(&rates, "::ffff:203.0.113.1", "wang@x.cn", None, 9), 0, "in another spelling");
    }

    #[test]
    fn one_network_of_ipv6_is_one_address() {
        let rates = rates();
        let found: usize =
            (0..9).map(|n| tries(&rates, &format!("2001:db8:0:1::{n}"), "mei@x.cn", None, 1)).sum();
        assert_eq!(found, 3);
        assert_eq!(tries(&rates, "2001:db8:0:2::1", "mei@x.cn", None, 9), 3, "the network beside it");
    }

    #[test]
    fn guessing_from_everywhere_ends_and_a_known_browser_gets_in() {
        let rates = rates();
        let found: usize =
            (0..99).map(|n| tries(&rates, &format!("203.0.113.{n}"), "mei@x.cn", None, 1)).sum();
        assert_eq!(found, 20);
        assert_eq!(tries(&rates, "203.0.113.1", "mei@x.cn", Some(digest("browser")), 9), 3);
        assert_eq!(tries(&rates, "203.0.113.1", "mei@x.cn", Some(digest("another")), 9), 3);
    }
}
