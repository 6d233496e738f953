//! Who a visitor says they are, before anything is proven.

use serde::Deserialize;

/// Longest user id, in characters.
pub(super) const USER_ID_CHARS: usize = 200;

/// What a visitor says about themself, unproven yet.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Claim {
    /// A JWT; if present, nothing else counts.
    pub token: Option<String>,
    /// The user's id at the shop.
    pub id: Option<String>,
    /// Lower-case hex of HMAC-SHA-256(secret, id).
    pub hash: Option<String>,
    /// Unproven.
    pub name: Option<String>,
    /// Unproven.
    pub email: Option<String>,
    /// Unproven.
    pub phone: Option<String>,
}
