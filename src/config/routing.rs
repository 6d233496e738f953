//! Section `[routing]`: who gets which conversation. What a team may change about it is set in the workbench.

use serde::{Deserialize, Serialize};

use super::check::Check;

/// Settings of `[routing]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Routing {
    /// Whether the desk gives conversations to agents by itself.
    pub enabled: bool,
    /// Conversations of each team that are looked at, those first that come first.
    pub queue_looked_at: usize,
    /// Most rules.
    pub rules_max: usize,
}

impl Default for Routing {
    fn default() -> Self {
        Self { enabled: true, queue_looked_at: 500, rules_max: 100 }
    }
}

impl Routing {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("routing.queue_looked_at", self.queue_looked_at, 1..=10_000);
        check.range("routing.rules_max", self.rules_max, 1..=1_000);
    }
}
