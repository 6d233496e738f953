//! First answers to writes that carried an `Idempotency-Key`, committed with the write itself.

pub mod store;

use crate::fault::{Fault, Kind};

/// Longest key, in bytes.
pub const KEY_BYTES: usize = 200;

/// Which answer is meant: kept per principal and route.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// Who asks.
    pub principal: String,
    /// Method and path.
    pub route: String,
    /// The caller's key.
    pub key: String,
}

/// A kept answer.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Digest of the body it answered.
    pub digest: Vec<u8>,
    /// HTTP status.
    pub status: u16,
    /// JSON.
    pub body: String,
}

/// The key was used for another body.
#[must_use]
pub const fn reused() -> Fault {
    Fault::new(
        Kind::Conflict,
        "idempotency_key_reused",
        "This Idempotency-Key was used with another body. Use a new key.",
    )
}

/// The first call with this key is still at work.
#[must_use]
pub const fn at_work() -> Fault {
    Fault::new(
        Kind::Conflict,
        "idempotency_key_at_work",
        "The first call with this Idempotency-Key is still at work.",
    )
}
