//! Section `[storage]`: the SQLite engine: one writer, several readers.
//!
//! The defaults suit a shop with a few hundred conversations a day as well as one with thousands.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::ByteSize;

/// Settings of `[storage]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Storage {
    /// Threads with a read-only connection each.
    pub readers: usize,
    /// Units of work that may wait for the writer; one more is answered with 503.
    pub writer_queue: usize,
    /// Units committed together at most; larger batches raise throughput and the latency of each.
    pub batch_units: usize,
    /// Reads that may wait for a reader; one more is answered with 503.
    pub read_queue: usize,
    /// Pages of 4 KiB in the write-ahead log before it is folded back into the database.
    pub wal_pages: u32,
    /// Page cache of each connection, the writer's and every reader's; filled as pages are read.
    pub cache: ByteSize,
    /// Snapshots kept of those made before each migration; older ones are deleted.
    pub snapshots_kept: usize,
    /// Free space on the disk of the data folder below which `/readyz` fails.
    pub disk_free_min: ByteSize,
}

impl Default for Storage {
    fn default() -> Self {
        Self {
            readers: 4,
            writer_queue: 4096,
            batch_units: 256,
            read_queue: 1024,
            wal_pages: 4000,
            cache: ByteSize::from_mib(16),
            snapshots_kept: 3,
            disk_free_min: ByteSize::from_mib(64),
        }
    }
}

impl Storage {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("storage.readers", self.readers, 1..=64);
        check.range("storage.writer_queue", self.writer_queue, 16..=65_536);
        check.range("storage.batch_units", self.batch_units, 1..=4096);
        check.range("storage.read_queue", self.read_queue, 16..=65_536);
        check.range("storage.wal_pages", self.wal_pages, 100..=100_000);
        check.range("storage.cache", self.cache, ByteSize::from_mib(1)..=ByteSize::from_mib(4096));
        check.range("storage.snapshots_kept", self.snapshots_kept, 1..=100);
        check.range(
            "storage.disk_free_min",
            self.disk_free_min,
            ByteSize::from_bytes(0)..=ByteSize::from_mib(1_048_576),
        );
    }
}
