//! Who may use the desk: agents, their passwords, signed-in browsers, API tokens and seats.

pub mod agent;
pub mod availability;
pub mod credentials;
pub mod devices;
pub mod email;
pub mod idleness;
pub mod invitations;
pub mod password;
pub mod password_strength;
pub mod preferences;
pub mod presence;
pub mod reasons;
pub mod rights;
pub mod role;
pub mod roles;
pub mod seats;
pub mod session_token;
pub mod sessions;
pub mod skills;
pub mod stays;
pub mod store;
pub mod teams;

use crate::fault::{Fault, Kind};

/// Wrong e-mail or password; the answer does not say which.
#[must_use]
pub const fn invalid_credentials() -> Fault {
    Fault::new(Kind::Unauthenticated, "invalid_credentials", "E-mail or password is not right.")
}

/// Signed in, but the role does not allow it.
#[must_use]
pub const fn forbidden() -> Fault {
    Fault::new(Kind::Forbidden, "forbidden", "Your role does not allow this. Ask the owner of the desk.")
}

/// Another agent has the e-mail, in whatever case.
#[must_use]
pub const fn email_taken() -> Fault {
    Fault::new(Kind::Conflict, "email_taken", "An agent with this e-mail exists already.")
}

/// All seats are in use.
#[must_use]
pub fn seat_limit(used: i64, allowed: i64) -> Fault {
    Fault::new(Kind::RuleBroken, "seat_limit", "")
        .saying(format!("{used} of {allowed} seats are in use. Disable an agent to free one."))
}
