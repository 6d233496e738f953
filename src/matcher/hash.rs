//! Hashes that are the same on every machine and in every version: FNV-1a, mixed at the end.

/// A hash that is built up.
#[derive(Debug, Clone, Copy)]
pub struct Hash(u64);

impl Hash {
    /// A hash of a kind: equal things of two kinds differ.
    #[must_use]
    pub const fn new(kind: u8) -> Self {
        Self(0xcbf2_9ce4_8422_2325 ^ kind as u64).byte(kind)
    }

    /// With one more byte.
    #[must_use]
    pub const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3))
    }

    /// With more bytes.
    #[must_use]
    pub fn bytes(self, bytes: &[u8]) -> Self {
        bytes.iter().fold(self, |hash, byte| hash.byte(*byte))
    }

    /// With a character.
    #[must_use]
    pub fn char(self, c: char) -> Self {
        self.bytes(&u32::from(c).to_le_bytes())
    }

    /// The hash.
    #[must_use]
    pub const fn finish(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        mixed ^ (mixed >> 32)
    }
}

/// What the word table knows a word by.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> u32 {
    (Hash::new(b'w').bytes(bytes).finish() >> 32) as u32
}
