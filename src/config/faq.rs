//! Section `[faq]`: how much the FAQ may hold, and how often it may be asked.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::{ByteSize, TimeSpan};

/// Settings of `[faq]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faq {
    /// Entries that are not deleted.
    pub entries_max: usize,
    /// Their questions and alternatives.
    pub phrasings_max: usize,
    /// Largest file that is brought in.
    pub import_max: ByteSize,
    /// Articles that one visitor, or one address, may search or open a minute.
    pub articles_per_minute: u32,
    /// How long deleted entries can be taken back.
    pub deleted_kept: TimeSpan,
}

impl Default for Faq {
    fn default() -> Self {
        Self {
            entries_max: 10_000,
            phrasings_max: 50_000,
            import_max: ByteSize::from_mib(20),
            articles_per_minute: 120,
            deleted_kept: TimeSpan::from_days(30),
        }
    }
}

impl Faq {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("faq.entries_max", self.entries_max, 1..=50_000);
        check.range("faq.phrasings_max", self.phrasings_max, self.entries_max..=200_000);
        check.range("faq.import_max", self.import_max, ByteSize::from_kib(1)..=ByteSize::from_mib(100));
        check.range("faq.articles_per_minute", self.articles_per_minute, 1..=10_000);
        check.range(
            "faq.deleted_kept",
            self.deleted_kept,
            TimeSpan::from_days(1)..=TimeSpan::from_days(3_650),
        );
    }
}
