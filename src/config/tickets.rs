//! Section `[tickets]`: what takes longer. Types and statuses are set in the workbench.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::TimeSpan;

/// Longest prefix, in bytes.
const PREFIX_BYTES: usize = 8;

/// Settings of `[tickets]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tickets {
    /// What stands before a ticket's number.
    pub prefix: String,
    /// Time after solving in which a customer's message opens the ticket again.
    pub reopen_within: TimeSpan,
    /// Tickets that one visitor may open by the form, an hour.
    pub visitor_per_hour: u32,
}

impl Default for Tickets {
    fn default() -> Self {
        Self { prefix: "T-".to_owned(), reopen_within: TimeSpan::from_days(14), visitor_per_hour: 10 }
    }
}

impl Tickets {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'#');
        let ends = self.prefix.bytes().last().is_none_or(|last| !last.is_ascii_digit());
        let named = self.prefix.starts_with("c_");
        check.holds(
            "tickets.prefix",
            self.prefix.len() <= PREFIX_BYTES && self.prefix.bytes().all(plain) && ends && !named,
            "use at most 8 of A-Z, a-z, 0-9, -, _ and #, with no digit at the end, and not c_ at the start",
        );
        check.range(
            "tickets.reopen_within",
            self.reopen_within,
            TimeSpan::from_secs(0)..=TimeSpan::from_days(3650),
        );
        check.range("tickets.visitor_per_hour", self.visitor_per_hour, 1..=10_000);
    }
}
