//! Section `[routing]`: who gets which conversation.

use serde::{Deserialize, Serialize};

use super::check::Check;

/// Settings of `[routing]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Routing {
    /// Most rules.
    pub rules_max: usize,
}

impl Default for Routing {
    fn default() -> Self {
        Self { rules_max: 100 }
    }
}

impl Routing {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("routing.rules_max", self.rules_max, 1..=1_000);
    }
}
