//! What every flow may need: the database, the clock, randomness.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::clock::{SharedClock, Timestamp};
use crate::domain::access::password;
use crate::entropy::SharedEntropy;
use crate::fault::Fault;
use crate::flows::restart::Restart;
use crate::storage::Db;

/// Handed to flows first. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The database.
    pub db: Db,
    /// Time.
    pub clock: SharedClock,
    /// Randomness.
    pub entropy: SharedEntropy,
    /// Shortest password, in characters.
    pub password_chars: usize,
    /// When it was opened.
    pub started_at: Timestamp,
    /// The way to ask for a restart with a backup.
    pub restart: Restart,
    /// Argon2 takes 19 MiB a call: this many at once, so that a flood of sign-ins cannot take the memory.
    hashing: Arc<Semaphore>,
}

impl Desk {
    /// A desk over an open database.
    #[must_use]
    pub fn new(
        db: Db,
        clock: SharedClock,
        entropy: SharedEntropy,
        password_chars: usize,
        hashes_at_once: usize,
    ) -> Self {
        Self {
            started_at: clock.now(),
            restart: Restart::new(None),
            hashing: Arc::new(Semaphore::new(hashes_at_once.max(1))),
            db,
            clock,
            entropy,
            password_chars,
        }
    }

    /// Hashes a password off the async threads.
    pub async fn hash_password(&self, password: String) -> Result<String, Fault> {
        let entropy = Arc::clone(&self.entropy);
        self.hashing(move || password::hash(&password, entropy.as_ref())).await?
    }

    /// Whether `password` gave `stored`, computed off the async threads.
    pub async fn verify_password(&self, password: String, stored: String) -> Result<bool, Fault> {
        self.hashing(move || password::verify(&password, &stored)).await
    }

    async fn hashing<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let permit = Arc::clone(&self.hashing).acquire_owned().await.map_err(Fault::internal)?;
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        })
        .await
        .map_err(Fault::internal)
    }
}
