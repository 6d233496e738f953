//! How often somebody may try to sign in. Every rate is a number in the section `[limits]`.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::config::Limits;
use crate::fault::Fault;

/// After so many checks, keys that were not used lately are forgotten.
const SWEEP_EVERY: u64 = 4_096;

/// Tries to sign in, counted.
#[derive(Debug)]
pub(super) struct SignInRates {
    login: DefaultKeyedRateLimiter<String>,
    clock: DefaultClock,
    checks: std::sync::atomic::AtomicU64,
}

impl SignInRates {
    pub(super) fn new(limits: &Limits) -> Self {
        let at_least_one = |number: u32| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        let login = Quota::per_minute(at_least_one(limits.login_per_minute))
            .allow_burst(at_least_one(limits.login_burst));
        Self {
            login: RateLimiter::keyed(login),
            clock: DefaultClock::default(),
            checks: std::sync::atomic::AtomicU64::new(0),
        }
    }

    /// An attempt to sign in: counted per address, and per e-mail whoever tries it.
    pub(super) fn sign_in(&self, address: IpAddr, email: &str) -> Result<(), Fault> {
        self.check(&format!("from {address}"))?;
        self.check(&format!("as {}", email.trim().to_lowercase()))
    }

    /// An attempt to set the desk up.
    pub(super) fn first_run(&self, address: IpAddr) -> Result<(), Fault> {
        self.check(&format!("set-up from {address}"))
    }

    fn check(&self, key: &String) -> Result<(), Fault> {
        if self.checks.fetch_add(1, std::sync::atomic::Ordering::Relaxed).is_multiple_of(SWEEP_EVERY) {
            self.login.retain_recent();
        }
        self.login.check_key(key).map_err(|early| {
            let wait: Duration = early.wait_time_from(self.clock.now());
            Fault::rate_limited(u64::try_from(wait.as_millis()).unwrap_or(u64::MAX).max(1_000))
        })
    }
}
