//! Section `[sessions]`: how long credentials live.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::TimeSpan;

/// Settings of `[sessions]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sessions {
    /// Lifetime of the `session_token` with which a visitor opens a link.
    pub visitor_token_ttl: TimeSpan,
    /// Lifetime of the `session_token` with which an agent opens a link.
    pub agent_token_ttl: TimeSpan,
    /// Lifetime of an agent's sign-in, however much it is used.
    pub cookie_ttl: TimeSpan,
    /// Time without use after which an agent's sign-in ends.
    pub cookie_idle: TimeSpan,
    /// Time after a sign-in in which no password is asked for again where something changes who gets in.
    pub fresh_for: TimeSpan,
    /// Lifetime of the one-time link for the first set-up; a restart prints a new one.
    pub setup_token_ttl: TimeSpan,
    /// Time after which visitors who opened the widget but never wrote are forgotten.
    pub silent_visitors_kept: TimeSpan,
}

impl Default for Sessions {
    fn default() -> Self {
        Self {
            visitor_token_ttl: TimeSpan::from_hours(1),
            agent_token_ttl: TimeSpan::from_hours(1),
            cookie_ttl: TimeSpan::from_days(30),
            cookie_idle: TimeSpan::from_days(7),
            fresh_for: TimeSpan::from_secs(600),
            setup_token_ttl: TimeSpan::from_hours(24),
            silent_visitors_kept: TimeSpan::from_days(90),
        }
    }
}

impl Sessions {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range(
            "sessions.visitor_token_ttl",
            self.visitor_token_ttl,
            TimeSpan::from_secs(60)..=TimeSpan::from_days(7),
        );
        check.range(
            "sessions.agent_token_ttl",
            self.agent_token_ttl,
            TimeSpan::from_secs(60)..=TimeSpan::from_days(7),
        );
        check.range(
            "sessions.cookie_ttl",
            self.cookie_ttl,
            TimeSpan::from_secs(300)..=TimeSpan::from_days(365),
        );
        check.range(
            "sessions.cookie_idle",
            self.cookie_idle,
            TimeSpan::from_secs(300)..=TimeSpan::from_days(365),
        );
        check.range("sessions.fresh_for", self.fresh_for, TimeSpan::from_secs(0)..=TimeSpan::from_days(1));
        check.range(
            "sessions.setup_token_ttl",
            self.setup_token_ttl,
            TimeSpan::from_secs(60)..=TimeSpan::from_days(30),
        );
        check.range(
            "sessions.silent_visitors_kept",
            self.silent_visitors_kept,
            TimeSpan::from_days(1)..=TimeSpan::from_days(3_650),
        );
        check.at_least("sessions.cookie_ttl", self.cookie_ttl, "sessions.cookie_idle", self.cookie_idle);
    }
}
