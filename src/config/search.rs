//! Section `[search]`: finding whatever was ever said.

use serde::{Deserialize, Serialize};

use super::check::Check;

/// Settings of `[search]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Search {
    /// Whether messages are read into the index, and may be searched.
    pub enabled: bool,
    /// Messages that one page of an answer looks at.
    pub candidates_max: usize,
}

impl Default for Search {
    fn default() -> Self {
        Self { enabled: true, candidates_max: 5_000 }
    }
}

impl Search {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("search.candidates_max", self.candidates_max, 100..=100_000);
    }
}
