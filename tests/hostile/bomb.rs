//! A picture of few bytes and very many pixels.

/// A black PNG of this side, sixteen bits for each of four channels.
pub fn png(side: u32) -> Vec<u8> {
    let mut head = Vec::new();
    head.extend(side.to_be_bytes());
    head.extend(side.to_be_bytes());
    head.extend([16, 6, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in
        [(b"IHDR", head), (b"IDAT", zeros(u64::from(side) * (u64::from(side) * 8 + 1))), (b"IEND", vec![])]
    {
        let mut check = flate2::Crc::new();
        check.update(kind);
        check.update(&data);
        bytes.extend((data.len() as u32).to_be_bytes());
        bytes.extend(kind);
        bytes.extend(data);
        bytes.extend(check.sum().to_be_bytes());
    }
    bytes
}

/// Bits as Deflate lays them out: from the lowest one on.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl Bits {
    fn put(&mut self, value: u64, count: u32) {
        self.held |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// A code of Huffman: from its highest bit on.
    fn code(&mut self, code: u64, count: u32) {
        (0..count).rev().for_each(|bit| self.put(code >> bit & 1, 1));
    }
}

/// `count` zeros as zlib packs them at its best, without going through them (RFC 1950, RFC 1951 section 3.2.7).
fn zeros(count: u64) -> Vec<u8> {
    let mut bits = Bits { bytes: vec![0x78, 0xda], ..Bits::default() };
    // The last block, with codes of its own: 286 for lengths, 1 for distances, 18 for the lengths of codes.
    bits.put(1, 1);
    bits.put(2, 2);
    bits.put(29, 5);
    bits.put(0, 5);
    bits.put(14, 4);
    // In the order 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1: two bits for 18, 2 and 1 and 0.
    for length in [0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] {
        bits.put(length, 3);
    }
    // Their codes: 0 is 00, 1 is 01, 2 is 10, 18 is 11 and seven bits more for 11 to 138 times nothing.
    let nothing = |bits: &mut Bits, times: u64| {
        bits.code(0b11, 2);
        bits.put(times - 11, 7);
    };
    bits.code(0b10, 2); // the byte 0: two bits
    nothing(&mut bits, 138);
    nothing(&mut bits, 117);
    bits.code(0b10, 2); // the end, 256: two bits
    nothing(&mut bits, 28);
    bits.code(0b01, 2); // 258 bytes again, 285: one bit
    bits.code(0b01, 2); // a distance of one: one bit
    // So 285 is 0, the byte 0 is 10, the end is 11.
    bits.code(0b10, 2);
    for _ in 0..(count - 1) / 258 {
        bits.put(0, 2);
    }
    for _ in 0..(count - 1) % 258 {
        bits.code(0b10, 2);
    }
    bits.code(0b11, 2);
    bits.put(0, 7);
    let sums = ((count % 65_521) << 16) | 1;
    bits.bytes.extend((sums as u32).to_be_bytes());
    bits.bytes
}

#[test]
fn the_bomb_is_a_picture() {
    let bomb = png(300);
    let picture = image::load_from_memory(&bomb).unwrap();
    assert_eq!((picture.width(), picture.height(), picture.color()), (300, 300, image::ColorType::Rgba16));
    assert!(picture.as_bytes().iter().all(|byte| *byte == 0));
}
