//! Section `[password]`: agents' passwords.

use serde::{Deserialize, Serialize};

use super::check::Check;

/// Settings of `[password]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Password {
    /// Fewest characters of a password.
    pub min_chars: usize,
    /// Passwords hashed at the same time, one of them kept for people who signed in here before; each takes 19 MiB of memory.
    pub argon2_parallel: usize,
}

impl Default for Password {
    fn default() -> Self {
        Self { min_chars: 10, argon2_parallel: 2 }
    }
}

impl Password {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("password.min_chars", self.min_chars, 8..=128);
        check.range("password.argon2_parallel", self.argon2_parallel, 1..=16);
    }
}
