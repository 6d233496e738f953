//! Section `[push]`: notices to agents' browsers while no page of theirs is in sight.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::check::Check;

/// Most hosts that are added.
const HOSTS_MAX: usize = 100;

/// Settings of `[push]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Push {
    /// Whether notices are sent at all.
    pub enabled: bool,
    /// Where push services may write to: `mailto:` or https.
    pub contact: String,
    /// Push services beside those of the browsers' makers.
    pub hosts: Vec<String>,
    /// PEM file with the root certificates of these services; empty trusts those that browsers trust.
    pub roots: PathBuf,
}

impl Default for Push {
    fn default() -> Self {
        Self { enabled: true, contact: String::new(), hosts: Vec::new(), roots: PathBuf::new() }
    }
}

impl Push {
    /// Adds what is wrong.
    pub(super) fn check(&self, check: &mut Check) {
        let contact = &self.contact;
        check.holds(
            "push.contact",
            contact.is_empty() || contact.starts_with("mailto:") || contact.starts_with("https://"),
            "is neither mailto: nor https:",
        );
        let is_host = |host: &String| {
            !host.is_empty() && !host.contains(['/', '@']) && !host.chars().any(char::is_whitespace)
        };
        check.holds(
            "push.hosts",
            self.hosts.len() <= HOSTS_MAX && self.hosts.iter().all(is_host),
            "names something that is no host; write push.example.com, *.example.com or localhost:8443",
        );
        check.holds(
            "push.roots",
            self.roots.as_os_str().is_empty() || !self.hosts.is_empty(),
            "has no effect without push.hosts",
        );
    }
}
