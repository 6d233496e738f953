//! How often somebody may do something. Every rate is a number in the section `[limits]`.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::config::Limits;
use crate::config::address::ClientNet;
use crate::fault::Fault;
use crate::ids::AgentId;

/// After so many checks, keys that were not used lately are forgotten.
const SWEEP_EVERY: u64 = 4_096;

/// What a session for somebody new counts: it leaves rows behind, and its visitor may never write.
const NEW_VISITOR: NonZeroU32 = NonZeroU32::new(2).expect("more than none");

/// The desk's rate limiters, each per client address where nothing else is said.
#[derive(Debug)]
pub(super) struct Rates {
    session: DefaultKeyedRateLimiter<ClientNet>,
    session_burst: NonZeroU32,
    api: DefaultKeyedRateLimiter<ClientNet>,
    link_preview: DefaultKeyedRateLimiter<ClientNet>,
    articles: DefaultKeyedRateLimiter<ClientNet>,
    /// Per agent.
    search: DefaultKeyedRateLimiter<AgentId>,
    clock: DefaultClock,
    checks: std::sync::atomic::AtomicU64,
}

impl Rates {
    pub(super) fn new(limits: &Limits, link_previews_per_minute: u32, articles_per_minute: u32) -> Self {
        let at_least_one = |number: u32| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        let per_second =
            |rate: u32, burst: u32| Quota::per_second(at_least_one(rate)).allow_burst(at_least_one(burst));
        Self {
            session_burst: at_least_one(limits.session_burst),
            session: RateLimiter::keyed(per_second(limits.session_per_second, limits.session_burst)),
            api: RateLimiter::keyed(per_second(limits.api_per_second, limits.api_burst)),
            link_preview: RateLimiter::keyed(Quota::per_minute(at_least_one(link_previews_per_minute))),
            articles: RateLimiter::keyed(Quota::per_minute(at_least_one(articles_per_minute))),
            search: RateLimiter::keyed(per_second(limits.search_per_second, limits.search_per_second)),
            clock: DefaultClock::default(),
            checks: std::sync::atomic::AtomicU64::new(0),
        }
    }

    /// A visitor's session; one for somebody new costs more.
    pub(super) fn visitor_session(&self, net: ClientNet, is_new: bool) -> Result<(), Fault> {
        let cost = if is_new { NEW_VISITOR.min(self.session_burst) } else { NonZeroU32::MIN };
        self.check_many(&self.session, &net, cost)
    }

    /// Any call of the API.
    pub(super) fn api(&self, net: ClientNet) -> Result<(), Fault> {
        self.check(&self.api, &net)
    }

    /// A look at a link.
    pub(super) fn link_preview(&self, net: ClientNet) -> Result<(), Fault> {
        self.check(&self.link_preview, &net)
    }

    /// A search for articles, or a look at one.
    pub(super) fn articles(&self, net: ClientNet) -> Result<(), Fault> {
        self.check(&self.articles, &net)
    }

    /// A question to the search.
    pub(super) fn search(&self, agent: AgentId) -> Result<(), Fault> {
        self.check(&self.search, &agent)
    }

    fn check<K>(&self, limiter: &DefaultKeyedRateLimiter<K>, key: &K) -> Result<(), Fault>
    where
        K: std::hash::Hash + Eq + Clone,
    {
        self.check_many(limiter, key, NonZeroU32::MIN)
    }

    fn check_many<K>(
        &self,
        limiter: &DefaultKeyedRateLimiter<K>,
        key: &K,
        cost: NonZeroU32,
    ) -> Result<(), Fault>
    where
        K: std::hash::Hash + Eq + Clone,
    {
        if self.checks.fetch_add(1, std::sync::atomic::Ordering::Relaxed).is_multiple_of(SWEEP_EVERY) {
            self.session.retain_recent();
            self.api.retain_recent();
            self.link_preview.retain_recent();
            self.articles.retain_recent();
            self.search.retain_recent();
        }
        // A cost above the burst was cut to the burst.
        limiter.check_key_n(key, cost).unwrap_or(Ok(())).map_err(|early| {
            let wait: Duration = early.wait_time_from(self.clock.now());
            Fault::rate_limited(u64::try_from(wait.as_millis()).unwrap_or(u64::MAX).max(1_000))
        })
    }
}
