//! Seats: how many agents may be active at once.

/// Seats that cost nothing.
pub const FREE_SEATS: i64 = 2;

/// Whether one more agent may become active when `used` are.
#[must_use]
pub const fn has_room(used: i64, allowed: i64) -> bool {
    used < allowed
}
