//! Section `[conversations]`: the life of a conversation.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::TimeSpan;

/// Settings of `[conversations]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Conversations {
    /// Time after closing in which a customer's message reopens the conversation; later it starts a new one.
    pub reopen_within: TimeSpan,
}

impl Default for Conversations {
    fn default() -> Self {
        Self { reopen_within: TimeSpan::from_days(7) }
    }
}

impl Conversations {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range(
            "conversations.reopen_within",
            self.reopen_within,
            TimeSpan::from_secs(0)..=TimeSpan::from_days(3650),
        );
    }
}
