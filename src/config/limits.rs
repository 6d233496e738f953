//! Section `[limits]`: how often somebody may do something.
//!
//! A `…_burst` is what may come at once, the rate beside it refills it. What is over a limit gets 429 with `Retry-After` by HTTP
//! and waits on a socket.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::{ByteSize, TimeSpan};

/// Settings of `[limits]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Tries to sign in of one address for one e-mail, and of one browser that signed in before.
    pub login_per_minute: u32,
    /// Such tries at once.
    pub login_burst: u32,
    /// Tries to sign in of one address, whatever the e-mail.
    pub login_address_per_minute: u32,
    /// Such tries at once.
    pub login_address_burst: u32,
    /// Tries to sign in for one e-mail from all addresses; browsers that signed in before are not held up by it.
    pub login_account_per_minute: u32,
    /// Such tries at once.
    pub login_account_burst: u32,
    /// Messages of one visitor's link; over it the desk reads slower.
    pub visitor_sends_per_second: u32,
    /// Messages of one visitor's link at once.
    pub visitor_sends_burst: u32,
    /// Messages of one agent's link; over it the desk reads slower.
    pub agent_sends_per_second: u32,
    /// Messages of one agent's link at once.
    pub agent_sends_burst: u32,
    /// Messages of one person over all links, beyond which the desk says `paused`.
    pub sends_hard_per_minute: u32,
    /// Frames of one link, of whatever type.
    pub frames_per_second: u32,
    /// Frames of one link at once.
    pub frames_burst: u32,
    /// Visitor sessions opened per address; one for somebody new counts twice.
    pub session_per_second: u32,
    /// Visitor sessions opened per address at once.
    pub session_burst: u32,
    /// API requests per address.
    pub api_per_second: u32,
    /// API requests at once.
    pub api_burst: u32,
    /// Questions of one agent to the search; as many may come at once.
    pub search_per_second: u32,
    /// Links from one address at once; many customers may share one. The last sixteenth of all links is kept for addresses that
    /// hold none yet, and for agents'.
    pub connections_per_address: usize,
    /// Connections that are no links, and requests at work, from one address at once. Never more than a quarter of what is
    /// served at once.
    pub requests_per_address: usize,
    /// Messages, edits and the like that visitors at one address write; never less than `sends_hard_per_minute` allows one person.
    pub address_writes_per_minute: u32,
    /// Bytes of words, files and new visitors that visitors at one address have the desk store in a day.
    pub address_stored_per_day: ByteSize,
    /// Time for which the answer to an `Idempotency-Key` is kept.
    pub idempotency_kept: TimeSpan,
    /// Items of one page of a list at most.
    pub page_items_max: usize,
    /// Largest file of holidays that can be imported.
    pub import_bytes: ByteSize,
    /// Largest file of another desk's history that can be uploaded; the command line takes any.
    pub history_bytes: ByteSize,
    /// Largest picture that can be uploaded for a face, a logo or a header.
    pub picture: ByteSize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            login_per_minute: 10,
            login_burst: 10,
            login_address_per_minute: 30,
            login_address_burst: 60,
            login_account_per_minute: 60,
            login_account_burst: 600,
            visitor_sends_per_second: 5,
            visitor_sends_burst: 30,
            agent_sends_per_second: 30,
            agent_sends_burst: 120,
            sends_hard_per_minute: 1200,
            frames_per_second: 50,
            frames_burst: 200,
            session_per_second: 50,
            session_burst: 500,
            api_per_second: 200,
            api_burst: 1_000,
            search_per_second: 20,
            connections_per_address: 2000,
            requests_per_address: 1000,
            address_writes_per_minute: 1200,
            address_stored_per_day: ByteSize::from_mib(512),
            idempotency_kept: TimeSpan::from_hours(24),
            page_items_max: 200,
            import_bytes: ByteSize::from_mib(1),
            history_bytes: ByteSize::from_mib(2 << 10),
            picture: ByteSize::from_kib(128),
        }
    }
}

impl Limits {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("limits.login_per_minute", self.login_per_minute, 1..=1_000_000_000);
        check.range("limits.login_burst", self.login_burst, 1..=1_000_000_000);
        check.range("limits.login_address_per_minute", self.login_address_per_minute, 1..=1_000_000_000);
        check.range("limits.login_address_burst", self.login_address_burst, 1..=1_000_000_000);
        check.range("limits.login_account_per_minute", self.login_account_per_minute, 1..=1_000_000_000);
        check.range("limits.login_account_burst", self.login_account_burst, 1..=1_000_000_000);
        check.range("limits.visitor_sends_per_second", self.visitor_sends_per_second, 1..=1_000_000_000);
        check.range("limits.visitor_sends_burst", self.visitor_sends_burst, 1..=1_000_000_000);
        check.range("limits.agent_sends_per_second", self.agent_sends_per_second, 1..=1_000_000_000);
        check.range("limits.agent_sends_burst", self.agent_sends_burst, 1..=1_000_000_000);
        check.range("limits.sends_hard_per_minute", self.sends_hard_per_minute, 1..=1_000_000_000);
        check.range("limits.frames_per_second", self.frames_per_second, 1..=1_000_000_000);
        check.range("limits.frames_burst", self.frames_burst, 1..=1_000_000_000);
        check.range("limits.session_per_second", self.session_per_second, 1..=1_000_000_000);
        check.range("limits.session_burst", self.session_burst, 1..=1_000_000_000);
        check.range("limits.api_per_second", self.api_per_second, 1..=1_000_000_000);
        check.range("limits.api_burst", self.api_burst, 1..=1_000_000_000);
        check.range("limits.search_per_second", self.search_per_second, 1..=1_000_000_000);
        check.range("limits.connections_per_address", self.connections_per_address, 1..=1_000_000);
        check.range("limits.requests_per_address", self.requests_per_address, 1..=1_000_000);
        check.range("limits.address_writes_per_minute", self.address_writes_per_minute, 1..=1_000_000_000);
        check.range(
            "limits.address_stored_per_day",
            self.address_stored_per_day,
            ByteSize::from_kib(1)..=ByteSize::from_mib(64 << 20),
        );
        check.range(
            "limits.idempotency_kept",
            self.idempotency_kept,
            TimeSpan::from_secs(60)..=TimeSpan::from_days(30),
        );
        check.range("limits.page_items_max", self.page_items_max, 50..=1000);
        check.range(
            "limits.import_bytes",
            self.import_bytes,
            ByteSize::from_kib(16)..=ByteSize::from_mib(16),
        );
        check.range(
            "limits.history_bytes",
            self.history_bytes,
            ByteSize::from_mib(1)..=ByteSize::from_mib(1 << 20),
        );
        check.range("limits.picture", self.picture, ByteSize::from_kib(16)..=ByteSize::from_mib(2));
    }
}
