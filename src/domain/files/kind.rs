//! What a file is, told by its bytes and never believed of its name.

/// Bytes at the beginning of a file that tell what it is.
pub const HEAD_BYTES: usize = 8 << 10;

/// What is not known to be anything else.
pub const UNKNOWN: &str = "application/octet-stream";

/// Types that browsers show or play and in which nothing can act. Everything else is saved, never opened in place.
const SHOWN: [&str; 15] = [
    "image/png",
    "image/jpeg",
    "image/webp",
    "image/gif",
    "audio/aac",
    "audio/flac",
    "audio/mp4",
    "audio/mpeg",
    "audio/ogg",
    "audio/wav",
    "audio/webm",
    "video/mp4",
    "video/ogg",
    "video/quicktime",
    "video/webm",
];

/// The type of a file that begins with `head`; `claimed` decides only where one container holds sound or pictures.
#[must_use]
pub fn sniff(head: &[u8], claimed: &str) -> &'static str {
    let sound = claimed.trim().to_ascii_lowercase().starts_with("audio/");
    let found = infer::get(head).map_or(UNKNOWN, |kind| kind.mime_type());
    match found {
        "video/webm" if sound => "audio/webm",
        "video/mp4" if sound => "audio/mp4",
        "audio/m4a" => "audio/mp4",
        "audio/x-wav" => "audio/wav",
        "audio/x-flac" => "audio/flac",
        "audio/opus" => "audio/ogg",
        UNKNOWN if is_text(head) => "text/plain",
        // Text that browsers would run.
        "text/html" | "text/xml" | "text/x-shellscript" => "text/plain",
        found => found,
    }
}

/// Whether the file can be looked at in place.
#[must_use]
pub fn is_shown(media_type: &str) -> bool {
    SHOWN.contains(&media_type)
}

/// Whether it is a picture that the desk can read.
#[must_use]
pub fn is_picture(media_type: &str) -> bool {
    SHOWN[..4].contains(&media_type)
}

/// UTF-8 without control characters; the last character may be cut off.
fn is_text(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() && head.len() == HEAD_BYTES => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    !text.is_empty() && !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_what_a_file_is() {
        // As browsers record it, EBML head first; what follows does not matter.
        let mut webm = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm".to_vec();
        webm.resize(300, 0);
        for (head, claimed, kind, shown) in [
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), "text/html", "image/png", true),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", "", "image/jpeg", true),
            (b"GIF89a\x01\0\x01\0", "", "image/gif", true),
            (b"RIFF\x24\0\0\0WEBPVP8 ", "", "image/webp", true),
            (&webm, "audio/webm;codecs=opus", "audio/webm", true),
            (&webm, "video/webm", "video/webm", true),
            (b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41", "audio/mp4", "audio/mp4", true),
            (b"OggS\0\x02\0\0\0\0\0\0", "audio/ogg", "audio/ogg", true),
            (b"%PDF-1.7\n", "image/png", "application/pdf", false),
            (b"PK\x03\x04\x14\0", "", "application/zip", false),
            (b"<!DOCTYPE html><script>alert(1)</script>", "image/png", "text/plain", false),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "text/plain", false),
            ("几点发货?".as_bytes(), "", "text/plain", false),
            (b"\x00\x01\x02\x03", "image/png", UNKNOWN, false),
            (b"", "image/png", UNKNOWN, false),
        ] {
            let found = sniff(head, claimed);
            assert_eq!((found, is_shown(found)), (kind, shown), "{:?}", String::from_utf8_lossy(head));
        }
    }

    #[test]
    fn a_cut_character_is_text_only_at_the_end_of_what_was_read() {
        let mut head = vec![b'a'; HEAD_BYTES - 1];
        head.push(0xe5);
        assert_eq!(sniff(&head, ""), "text/plain");
        assert_eq!(sniff(b"a\xe5", ""), UNKNOWN);
    }
}
