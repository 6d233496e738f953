//! The desk as flows get it: the database, the clock, randomness.

use std::sync::Arc;

use tokio::sync::{Mutex, watch};

use crate::clock::{SharedClock, Timestamp};
use crate::domain::access::password;
use crate::domain::access::password_strength::{self, Whose};
use crate::entropy::SharedEntropy;
use crate::fault::Fault;
use crate::flows::access::hashing::{Asking, Hashing};
use crate::flows::access::presence::Presence;
use crate::flows::bot::faq::Shelf;
use crate::flows::faq::knowledge::Knowledge;
use crate::flows::imports::importing::Importing;
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
    /// Asks for a restart with a backup.
    pub restart: Restart,
    /// Where passwords are hashed.
    pub hashing: Arc<Hashing>,
    /// Which agents are there.
    pub presence: Arc<Presence>,
    /// Moves when the queue of the routing may be another.
    pub queue_moved: Arc<watch::Sender<()>>,
    /// Whose turn it is to read messages into the index of the search.
    pub indexing: Arc<Mutex<()>>,
    /// The FAQ as the bot asks it.
    pub shelf: Arc<Shelf>,
    /// What the FAQ answers.
    pub knowledge: Arc<Knowledge>,
    /// Histories that are brought in.
    pub importing: Arc<Importing>,
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
            hashing: Hashing::new(hashes_at_once),
            presence: Arc::new(Presence::new(Arc::clone(&clock))),
            queue_moved: Arc::new(watch::Sender::new(())),
            indexing: Arc::default(),
            shelf: Arc::default(),
            importing: Arc::default(),
            knowledge: Arc::default(),
            db,
            clock,
            entropy,
            password_chars,
        }
    }

    /// Checks a new password and hashes it, off the async threads. The fault names `password`.
    pub async fn hash_password(&self, password: String, whose: Whose) -> Result<String, Fault> {
        let (entropy, min_chars) = (Arc::clone(&self.entropy), self.password_chars);
        self.hashing
            .run(Asking::Known, move |memory| {
                password_strength::check(&password, &whose, min_chars)?;
                password::hash(&password, memory, entropy.as_ref())
            })
            .await?
    }

    /// Whether `password` gave `stored`, computed off the async threads.
    pub async fn verify_password(
        &self,
        asking: Asking,
        password: String,
        stored: String,
    ) -> Result<bool, Fault> {
        self.hashing.run(asking, move |memory| password::verify(&password, &stored, memory)).await
    }
}
