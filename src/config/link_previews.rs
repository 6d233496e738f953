//! Section `[link_previews]`: what is shown of pages that messages link to.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::{ByteSize, TimeSpan};

/// Settings of `[link_previews]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LinkPreviews {
    /// Whether the desk looks at links at all.
    pub enabled: bool,
    /// Whether it also looks at links into private networks.
    pub private_networks: bool,
    /// Longest wait for a page, with all its redirects.
    pub timeout: TimeSpan,
    /// Most that is read of a page.
    pub page: ByteSize,
    /// Pages looked at at the same time.
    pub at_once: usize,
    /// Answers that are remembered.
    pub kept: usize,
    /// For how long.
    pub kept_for: TimeSpan,
    /// Previews that one address may ask for.
    pub per_minute: u32,
}

impl Default for LinkPreviews {
    fn default() -> Self {
        Self {
            enabled: true,
            private_networks: false,
            timeout: TimeSpan::from_secs(5),
            page: ByteSize::from_kib(256),
            at_once: 8,
            kept: 1_000,
            kept_for: TimeSpan::from_hours(1),
            per_minute: 120,
        }
    }
}

impl LinkPreviews {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("link_previews.timeout", self.timeout, TimeSpan::from_secs(1)..=TimeSpan::from_secs(60));
        check.range("link_previews.page", self.page, ByteSize::from_kib(1)..=ByteSize::from_mib(16));
        check.range("link_previews.at_once", self.at_once, 1..=1_000);
        check.range("link_previews.kept", self.kept, 1..=1_000_000);
        check.range(
            "link_previews.kept_for",
            self.kept_for,
            TimeSpan::from_secs(0)..=TimeSpan::from_days(30),
        );
        check.range("link_previews.per_minute", self.per_minute, 1..=1_000_000_000);
    }
}
