//! Files: how they arrive, who may have them, and when they go.

mod arriving;
mod keeping;

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// Bytes without a pattern that a compressor or a shifted slice could hide behind.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_u32;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 8) as u8
    };
    std::iter::repeat_with(next).take(count).collect()
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let paint = |x: u32, y: u32| Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8]);
    RgbImage::from_fn(width, height, paint).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}
