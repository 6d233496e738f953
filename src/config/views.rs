//! Section `[views]`: saved views, and how far a list looks for what their filters ask for.

use serde::{Deserialize, Serialize};

use super::check::Check;

/// Settings of `[views]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Views {
    /// Views that everybody sees, and as many of each agent's own.
    pub saved_max: usize,
    /// Conversations that one page of a saved view looks through beyond those that are not closed.
    pub walk_rows: usize,
}

impl Default for Views {
    fn default() -> Self {
        Self { saved_max: 50, walk_rows: 20_000 }
    }
}

impl Views {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("views.saved_max", self.saved_max, 1..=200);
        check.range("views.walk_rows", self.walk_rows, 100..=1_000_000);
    }
}
