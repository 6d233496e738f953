//! Section `[files]`: what people send besides words.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::{ByteSize, TimeSpan};

/// Settings of `[files]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Files {
    /// Largest file.
    pub max: ByteSize,
    /// Room for all files together.
    pub total: ByteSize,
    /// Hundredths of that room which are kept for agents.
    pub agents_percent: u64,
    /// Hundredths of that room which all visitors together may take who have written nothing yet.
    pub silent_percent: u64,
    /// Room for what one visitor sends.
    pub visitor_total: ByteSize,
    /// Room for what one visitor sends who has written nothing yet; the largest file fits at least.
    pub silent_total: ByteSize,
    /// Bytes that visitors at one address may have announced and not yet finished.
    pub address_unfinished: ByteSize,
    /// Uploads that one person may have unfinished.
    pub unfinished_max: usize,
    /// Time in which an upload has to be finished.
    pub unfinished_kept: TimeSpan,
    /// Time for which a file is kept that no message shows.
    pub unused_kept: TimeSpan,
    /// Largest picture, in pixels.
    pub picture_pixels: u64,
    /// Memory for unpacking a picture; of one that takes more no small copy is made.
    pub picture_memory: ByteSize,
}

impl Default for Files {
    fn default() -> Self {
        Self {
            max: ByteSize::from_mib(50),
            total: ByteSize::from_mib(10 << 10),
            agents_percent: 20,
            silent_percent: 20,
            visitor_total: ByteSize::from_mib(500),
            silent_total: ByteSize::from_mib(50),
            address_unfinished: ByteSize::from_mib(500),
            unfinished_max: 20,
            unfinished_kept: TimeSpan::from_hours(24),
            unused_kept: TimeSpan::from_hours(24),
            picture_pixels: 50_000_000,
            picture_memory: ByteSize::from_mib(40),
        }
    }
}

impl Files {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        let month = TimeSpan::from_days(30);
        check.range("files.max", self.max, ByteSize::from_kib(1)..=ByteSize::from_mib(4 << 10));
        check.range("files.total", self.total, ByteSize::from_kib(1)..=ByteSize::from_mib(64 << 20));
        check.range(
            "files.visitor_total",
            self.visitor_total,
            ByteSize::from_kib(1)..=ByteSize::from_mib(64 << 20),
        );
        check.range("files.agents_percent", self.agents_percent, 0..=90);
        check.range("files.silent_percent", self.silent_percent, 1..=90);
        for (name, size) in
            [("files.silent_total", self.silent_total), ("files.address_unfinished", self.address_unfinished)]
        {
            check.range(name, size, ByteSize::from_kib(1)..=ByteSize::from_mib(64 << 20));
        }
        check.range(
            "files.picture_memory",
            self.picture_memory,
            ByteSize::from_mib(4)..=ByteSize::from_mib(1 << 10),
        );
        check.range("files.unfinished_max", self.unfinished_max, 1..=10_000);
        check.range("files.unfinished_kept", self.unfinished_kept, TimeSpan::from_secs(60)..=month);
        check.range(
            "files.unused_kept",
            self.unused_kept,
            TimeSpan::from_secs(60)..=TimeSpan::from_days(365),
        );
        check.range("files.picture_pixels", self.picture_pixels, 1_000_000..=200_000_000);
    }
}
