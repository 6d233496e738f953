//! Passwords: what is strong enough, and argon2id around it (RFC 9106; OWASP's 19 MiB, two passes, one lane).

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

use crate::entropy::{self, Entropy};
use crate::fault::{Fault, Kind};

/// Longest password taken, in bytes, so that hashing stays bounded.
const BYTES_MAX: usize = 256;
/// KiB of memory per hash.
const MEMORY_KIB: u32 = 19 * 1024;

/// Long enough for the rule and still among the first that are tried.
const COMMON: [&str; 28] = [
    "1234567890",
    "12345678910",
    "0123456789",
    "123456789a",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "qwertyuiop",
    "qwerty12345",
    "qwerty123456",
    "password123",
    "password1234",
    "passw0rd123",
    "adminadmin",
    "admin12345",
    "admin123456",
    "administrator",
    "iloveyou123",
    "welcome123",
    "letmein123",
    "changeme123",
    "woaini1314",
    "woaini1314520",
    "woaini5201314",
    "a123456789",
    "aa123456789",
    "qq123456789",
    "abc123456789",
    "asdfghjkl123",
];

/// Checks a new password: at least `min_chars` characters, not one that everybody tries first, not the e-mail.
pub fn check_strength(password: &str, email: &str, min_chars: usize) -> Result<(), Fault> {
    let weak = |message: String| {
        Err(Fault {
            field: Some("password".into()),
            ..Fault::new(Kind::RuleBroken, "weak_password", "").saying(message)
        })
    };
    if password.chars().count() < min_chars {
        return weak(format!("Use at least {min_chars} characters."));
    }
    if password.len() > BYTES_MAX {
        return weak(format!("Use at most {BYTES_MAX} bytes."));
    }
    let lower = password.to_lowercase();
    let first = lower.chars().next();
    let distinct = lower.chars().collect::<std::collections::HashSet<_>>().len();
    let guessable = COMMON.contains(&lower.as_str())
        || lower == email.to_lowercase()
        || distinct < 4
        || first.is_some_and(|first| lower.chars().all(|c| c == first));
    if guessable {
        return weak("This password is among the first that are guessed. Use a longer sentence.".into());
    }
    Ok(())
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, 2, 1, None).expect("the parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Hashes a password into a PHC string. Takes some 20 ms and 19 MiB: never on an async thread.
pub fn hash(password: &str, random: &dyn Entropy) -> Result<String, Fault> {
    let salt = entropy::bytes::<16>(random);
    hasher()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(Fault::internal)
}

/// Whether `password` gave `stored`. An unreadable `stored` costs as much time as a wrong password.
#[must_use]
pub fn verify(password: &str, stored: &str) -> bool {
    if let Ok(hash) = PasswordHash::new(stored) {
        hasher().verify_password(password.as_bytes(), &hash).is_ok()
    } else {
        drop(hasher().hash_password_with_salt(password.as_bytes(), b"no such password"));
        false
    }
}
