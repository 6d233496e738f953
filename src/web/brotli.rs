//! Appending to a Brotli stream that was made when the desk was built, without compressing again (RFC 7932 section 9.2).

/// Most bytes of one uncompressed meta-block whose length is written with four nibbles.
pub(super) const STORED_MAX: usize = 1 << 16;

/// The end of a stream that stopped on a byte: `tail` as it is in one uncompressed meta-block, and the empty last one.
/// At most [`STORED_MAX`] bytes; more is left out, as is nothing.
pub(super) fn ending(tail: &[u8]) -> Vec<u8> {
    let mut end = Vec::with_capacity(tail.len() + 4);
    if let Some(less_one) = tail.len().checked_sub(1).filter(|length| *length < STORED_MAX) {
        // From the lowest bit: not the last (0), four nibbles (00), the length less one (16 bits), uncompressed (1), and
        // zeros up to the byte.
        let head = (less_one << 3) | (1 << 19);
        end.extend(head.to_le_bytes().into_iter().take(3));
        end.extend_from_slice(tail);
    }
    // The last (1), and empty (1).
    end.push(0b11);
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_stands_in_bits_three_to_eighteen() {
        assert_eq!(ending(b""), [0b11]);
        assert_eq!(ending(b"ab"), [0b0000_1000, 0, 0b1000, b'a', b'b', 0b11]);
        let longest = ending(&vec![0; STORED_MAX]);
        assert_eq!((longest.len(), &longest[..3]), (STORED_MAX + 4, [0b1111_1000, 0xff, 0b1111].as_slice()));
        assert_eq!(ending(&vec![0; STORED_MAX + 1]), [0b11]);
    }
}
