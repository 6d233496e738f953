//! Customers: contacts (the person) and visitors (a browser or app of the person), and how an identity is proven.

pub mod attributes;
mod claim;
pub mod fields;
pub mod identity;
pub mod identity_report;
pub mod journal;
mod jwt;
pub mod profile;
pub mod demo;
pub mod store;
pub mod taken;
pub mod visitor_events;
pub mod vouched;

use crate::fault::{Fault, Kind};

/// The visitor token is not known; the client starts afresh with none.
#[must_use]
pub const fn invalid_visitor_token() -> Fault {
    Fault::new(
        Kind::Unauthenticated,
        "invalid_visitor_token",
        "This visitor is not known. Start again without a token.",
    )
}

/// A verified conversation opens only with a fresh proof.
#[must_use]
pub const fn identity_required() -> Fault {
    Fault::new(Kind::Unauthenticated, "identity_required", "This visitor is verified. Send a fresh identity.")
}

/// The proof does not hold; why stays unsaid.
#[must_use]
pub const fn invalid_identity() -> Fault {
    Fault::new(
        Kind::Unauthenticated,
        "invalid_identity",
        "The identity is not signed by this desk's secret, or expired.",
    )
}
