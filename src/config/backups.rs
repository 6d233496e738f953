//! Section `[backups]`: copies that the desk keeps in its data folder.

use serde::{Deserialize, Serialize};

use super::check::Check;

/// Settings of `[backups]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Backups {
    /// Backups kept of those made in the workbench; older ones are deleted when a new one is whole.
    pub kept: usize,
}

impl Default for Backups {
    fn default() -> Self {
        Self { kept: 7 }
    }
}

impl Backups {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("backups.kept", self.kept, 1..=1000);
    }
}
