//! The keyed digest that tells a repeated send from a changed one. It stays when the message is edited or erased.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Digest of what was first sent: content in its stored spelling and the note flag. HMAC-SHA-256, cut to 16 bytes.
#[must_use]
pub fn of(key: &[u8; 32], content: &str, note: bool) -> [u8; 16] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(&[u8::from(note)]);
    mac.update(content.as_bytes());
    let full = mac.finalize().into_bytes();
    let mut digest = [0; 16];
    digest.copy_from_slice(&full[..16]);
    digest
}
