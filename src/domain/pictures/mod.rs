//! Small pictures that everybody may see: logos, header pictures, faces of agents.
//!
//! A picture is named after the digest of its bytes, so its address can be kept for ever and the same picture is stored
//! once. Its type is found out by looking, never believed. What is not pointed at any more is swept.

pub mod store;

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Hexadecimal digits of a digest: 128 bits, which nobody finds a second picture for by chance.
pub const DIGEST_CHARS: usize = 32;

/// What a picture may be, told by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    WebP,
}

impl MediaType {
    /// Looks at the bytes (<https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern>); `None` for anything that
    /// browsers might take for something else.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', b'V', b'P', ..] => Some(Self::WebP),
            _ => None,
        }
    }

    /// The name in `Content-Type`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
        }
    }

    /// The type with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Png, Self::Jpeg, Self::WebP].into_iter().find(|kind| kind.name() == name)
    }
}

/// The name of a picture with these bytes.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(DIGEST_CHARS);
    for byte in &Sha256::digest(bytes)[..DIGEST_CHARS / 2] {
        // Writing into a text never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Whether `text` can be the name of a picture.
#[must_use]
pub fn is_digest(text: &str) -> bool {
    text.len() == DIGEST_CHARS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_that_every_browser_shows_are_known() {
        for (bytes, kind) in [
            (b"\x89PNG\r\n\x1a\n\0\0".as_slice(), Some(MediaType::Png)),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Some(MediaType::Jpeg)),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some(MediaType::WebP)),
            (b"RIFF\x24\0\0\0WAVEfmt ", None),
            (b"GIF89a", None),
            (b"<svg xmlns=", None),
            (b"\x89PNG", None),
            (b"", None),
        ] {
            assert_eq!(MediaType::of(bytes), kind, "{bytes:?}");
        }
        for kind in [MediaType::Png, MediaType::Jpeg, MediaType::WebP] {
            assert_eq!(MediaType::from_name(kind.name()), Some(kind));
        }
    }

    #[test]
    fn a_picture_is_named_after_its_bytes() {
        let name = digest(b"");
        assert_eq!(name, "e3b0c44298fc1c149afbf4c8996fb924");
        assert!(is_digest(&name));
        for wrong in ["", "e3b0", "E3B0C44298FC1C149AFBF4C8996FB924", "../c44298fc1c149afbf4c8996fb924x"] {
            assert!(!is_digest(wrong), "{wrong}");
        }
    }
}
