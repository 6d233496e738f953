//! Passwords as argon2id keeps them (RFC 9106; OWASP's 19 MiB, two passes, one lane), and the memory it works in.
//!
//! Memory is lent by the caller and used again: freed and taken anew for each hash, its 19 MiB would stay with the allocator
//! once for every thread that ever hashed.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Block, Params, Version};
use subtle::ConstantTimeEq;

use crate::entropy::{self, Entropy};
use crate::fault::Fault;

/// KiB of memory per hash.
const MEMORY_KIB: u32 = 19 * 1024;
/// Bytes of a hash.
const OUTPUT_BYTES: usize = 32;

/// What one hash works in; takes its room with the first and keeps it.
#[derive(Debug, Default)]
pub struct Memory(Vec<Block>);

impl Memory {
    fn blocks(&mut self) -> &mut [Block] {
        if self.0.is_empty() {
            self.0.resize(params().block_count(), Block::default());
        }
        &mut self.0
    }
}

fn params() -> Params {
    Params::new(MEMORY_KIB, 2, 1, None).expect("the parameters are within argon2's bounds")
}

fn hasher(params: Params) -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Hashes a password into a PHC string. Takes some 20 ms: never on an async thread.
pub fn hash(password: &str, memory: &mut Memory, random: &dyn Entropy) -> Result<String, Fault> {
    let (params, salt) = (params(), entropy::bytes::<16>(random));
    let mut output = [0; OUTPUT_BYTES];
    hasher(params.clone())
        .hash_password_into_with_memory(password.as_bytes(), &salt, &mut output, memory.blocks())
        .map_err(Fault::internal)?;
    let hash = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).map_err(Fault::internal)?,
        salt: Some(Salt::new(&salt).map_err(Fault::internal)?),
        hash: Some(Output::new(&output).map_err(Fault::internal)?),
    };
    Ok(hash.to_string())
}

/// Whether `password` gave `stored`. An unreadable `stored` costs as much time as a wrong password.
#[must_use]
pub fn verify(password: &str, stored: &str, memory: &mut Memory) -> bool {
    let read = read(stored);
    let known = read.is_some();
    let (params, salt, wanted) =
        read.unwrap_or_else(|| (params(), b"no such password".to_vec(), vec![0; OUTPUT_BYTES]));
    let mut output = vec![0; wanted.len()];
    let blocks = memory.blocks();
    let done = hasher(params).hash_password_into_with_memory(password.as_bytes(), &salt, &mut output, blocks);
    let same: bool = output.ct_eq(&wanted).into();
    done.is_ok() && known && same
}

/// What a PHC string says, if it is one of argon2id that fits into our memory.
fn read(stored: &str) -> Option<(Params, Vec<u8>, Vec<u8>)> {
    let hash = PasswordHash::new(stored).ok()?;
    let params = Params::try_from(&hash).ok()?;
    let ours = hash.algorithm == ARGON2ID_IDENT && hash.version == Some(Version::V0x13.into());
    let fits = params.block_count() <= self::params().block_count();
    (ours && fits).then_some((params, hash.salt?.to_vec(), hash.hash?.as_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use argon2::PasswordHasher as _;

    use super::*;
    use crate::entropy::SeededEntropy;

    /// As the library itself writes it, and as this desk's first version kept it.
    fn earlier() -> String {
        let hash = hasher(params()).hash_password_with_salt(b"two pots of oolong", b"sixteen bytes of");
        hash.expect("a hash").to_string()
    }

    #[test]
    fn a_hash_is_read_again_and_one_memory_serves_all() {
        let mut memory = Memory::default();
        let stored =
            hash("two pots of oolong", &mut memory, SeededEntropy::shared(7).as_ref()).expect("a hash");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        let place = memory.0.as_ptr();
        for (password, stored, right) in [
            ("two pots of oolong", stored.as_str(), true),
            ("two pots of oolong", &earlier(), true),
            ("Two pots of oolong", &stored, false),
            ("", &stored, false),
            ("two pots of oolong", "", false),
            ("two pots of oolong", "$argon2id$v=19$m=99999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", false),
            ("two pots of oolong", &stored.replace("argon2id", "argon2d"), false),
        ] {
            assert_eq!(verify(password, stored, &mut memory), right, "{password} {stored}");
        }
        assert_eq!(place, memory.0.as_ptr(), "the memory was taken anew");
    }
}
