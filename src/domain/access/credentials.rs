//! Random credentials (cookies, API tokens, visitor tokens): made here, stored only as digests.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::entropy::{self, Entropy};

/// 256 random bits as URL-safe text, after `prefix`.
#[must_use]
pub fn make(prefix: &str, random: &dyn Entropy) -> String {
    format!("{prefix}{}", URL_SAFE_NO_PAD.encode(entropy::bytes::<32>(random)))
}

/// The digest of a credential, which is all that is stored. A plain hash is enough: the credential has 256 random bits.
#[must_use]
pub fn digest(credential: &str) -> [u8; 32] {
    Sha256::digest(credential.as_bytes()).into()
}

/// The CSRF token of a signed-in browser: bound to its session, so that nothing has to be stored.
#[must_use]
pub fn csrf(key: &[u8; 32], session: i64) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(b"csrf");
    mac.update(&session.to_be_bytes());
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}
