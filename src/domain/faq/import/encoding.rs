//! In which encoding a file of text is kept: UTF-8, UTF-16 of either order, GB18030 (with GBK and GB2312 in it), or the
//! Windows code page of Western Europe.

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::unreadable;
use crate::fault::Fault;

/// Bytes that are looked at to tell UTF-16 without a mark.
const LOOKED_AT: usize = 4_096;

/// The text of a file.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Fault> {
    let unknown = || unreadable("The encoding of the file is unknown. Save it as UTF-8.");
    let (encoding, rest) = if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        (UTF_8, rest)
    } else if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        (UTF_16LE, rest)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        (UTF_16BE, rest)
    } else if let Some(encoding) = unmarked_utf16(bytes) {
        (encoding, bytes)
    } else if std::str::from_utf8(bytes).is_ok() {
        (UTF_8, bytes)
    } else if looks_chinese(bytes) {
        (GB18030, bytes)
    } else {
        (WINDOWS_1252, bytes)
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest).ok_or_else(unknown)?;
    // A file of something else altogether.
    let odd = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\0')).count();
    if odd * 100 > text.chars().count() { Err(unknown()) } else { Ok(text.into_owned()) }
}

/// Letters of ASCII, and what stands in a table, have a zero beside them; no other text has many.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let looked_at = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |odd: usize| looked_at.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = looked_at.len() / 2 / 10;
    match (even, odd) {
        (even, odd) if odd > many.max(2) && odd > even * 4 => Some(UTF_16LE),
        (even, odd) if even > many.max(2) && even > odd * 4 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes above ASCII are pairs of the characters that Chinese text is made of. Curly quotes and accents of Western
/// text read as pairs, too, but as rare ones.
fn looks_chinese(bytes: &[u8]) -> bool {
    let (mut common, mut rare, mut at) = (0_usize, 0_usize, 0);
    while let Some(lead) = bytes.get(at) {
        if lead.is_ascii() {
            at += 1;
            continue;
        }
        match bytes.get(at + 1) {
            // Signs, and the two levels of GB2312.
            Some(0xa1..=0xfe) if matches!(lead, 0xa1..=0xa3 | 0xb0..=0xf7) => common += 1,
            _ => rare += 1,
        }
        at += 2;
    }
    common > rare * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_out_of_whatever_they_are_kept_in() {
        let chinese = "question,answer\n怎么退货？,三十天内，请在「订单」里申请。\n";
        let western = "question,answer\nWhat’s your café’s address?,12 Rue de l’Été – Paris\n";
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            text.encode_utf16().flat_map(bytes).collect()
        };
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, bytes.as_slice()].concat();
        for (bytes, text) in [
            (chinese.as_bytes().to_vec(), chinese),
            (marked(b"\xef\xbb\xbf", chinese.into()), chinese),
            (marked(b"\xff\xfe", utf16(chinese, false)), chinese),
            (marked(b"\xfe\xff", utf16(chinese, true)), chinese),
            (utf16(chinese, false), chinese),
            (utf16(chinese, true), chinese),
            (GB18030.encode(chinese).0.into_owned(), chinese),
            (western.as_bytes().to_vec(), western),
            (WINDOWS_1252.encode(western).0.into_owned(), western),
            (utf16(western, false), western),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(text), "{bytes:x?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b"\xff\xfea"[..],
            b"\xef\xbb\xbf\xff\xff",
            b"\x01\x02\x03\x04\x05\x90\x81\x8d",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x01\x02\x03\x04\x05\x06\x07\x08",
        ] {
            assert_eq!(decode(bytes).map_err(|fault| fault.code), Err("unreadable_file"), "{bytes:x?}");
        }
    }
}
