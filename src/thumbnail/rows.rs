//! A PNG read row by row: of however many pixels it is, one row and the small copy are in memory.

use std::io::{BufRead, Seek};

use image::RgbaImage;
use image::metadata::Orientation;
use png::{BitDepth, ColorType, Decoder, Limits, Reader, Transformations};

use super::{Size, Unseen};

/// Beside rows: what inflating takes, and chunks such as palettes.
const OTHER_BYTES: u64 = 2 << 20;

/// A PNG whose head was read.
pub(super) struct Png<R: BufRead + Seek> {
    reader: Reader<R>,
    pub(super) size: Size,
    pub(super) orientation: Orientation,
    /// Memory that reading it takes.
    pub(super) memory: u64,
}

impl<R: BufRead + Seek> Png<R> {
    /// Reads the head; `None` where it cannot be read row by row. `most` bounds the memory.
    pub(super) fn open(input: R, most: u64) -> Result<Option<Self>, Unseen> {
        let limits = Limits { bytes: usize::try_from(most).unwrap_or(usize::MAX) };
        let mut decoder = Decoder::new_with_limits(input, limits);
        decoder.set_ignore_text_chunk(true);
        decoder.set_ignore_iccp_chunk(true);
        decoder.set_transformations(Transformations::normalize_to_color8());
        let head = decoder.read_header_info().map_err(|_| Unseen::Broken)?;
        let size = Size { width: head.width, height: head.height };
        // The widest there is: four channels of two bytes, of this row and the one before, and once more as it is handed out.
        let memory = u64::from(size.width).saturating_mul(8 * 3).saturating_add(OTHER_BYTES);
        if head.interlaced || memory > most {
            return Ok(None);
        }
        let reader = decoder.read_info().map_err(|_| Unseen::Broken)?;
        let exif = reader.info().exif_metadata.as_deref();
        let orientation = exif.and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms);
        Ok(Some(Self { reader, size, orientation, memory }))
    }

    /// Reads it into a picture of this size, each pixel the mean of those that lie there.
    pub(super) fn small(mut self, to: Size) -> Result<RgbaImage, Unseen> {
        let (color, depth) = self.reader.output_color_type();
        if depth != BitDepth::Eight {
            return Err(Unseen::Broken);
        }
        let mut picture = RgbaImage::new(to.width, to.height);
        let mut sums = vec![[0_u64; 5]; to.width as usize];
        let mut row_at = 0;
        for y in 0..self.size.height {
            let at = scaled(y, self.size.height, to.height);
            if at != row_at {
                put_row(&mut picture, row_at, &mut sums);
                row_at = at;
            }
            let row = self.reader.next_row().map_err(|_| Unseen::Broken)?.ok_or(Unseen::Broken)?;
            add_row(row.data(), color, self.size.width, &mut sums);
        }
        put_row(&mut picture, row_at, &mut sums);
        Ok(picture)
    }
}

/// The place of one of `many` among `few`.
fn scaled(place: u32, many: u32, few: u32) -> u32 {
    (u64::from(place) * u64::from(few) / u64::from(many)) as u32
}

/// Adds each pixel to the sum where it belongs: colours by how much of them is seen, how much that is, and one.
fn add_row(row: &[u8], color: ColorType, width: u32, sums: &mut [[u64; 5]]) {
    let few = sums.len() as u32;
    for (x, pixel) in row.chunks_exact(color.samples()).take(width as usize).enumerate() {
        let [red, green, blue, seen] = match *pixel {
            [grey] => [grey, grey, grey, 255],
            [grey, seen] => [grey, grey, grey, seen],
            [red, green, blue] => [red, green, blue, 255],
            [red, green, blue, seen] => [red, green, blue, seen],
            _ => [0; 4],
        };
        let sum = &mut sums[scaled(x as u32, width, few) as usize];
        for (sum, color) in sum.iter_mut().zip([red, green, blue]) {
            *sum += u64::from(color) * u64::from(seen);
        }
        sum[3] += u64::from(seen);
        sum[4] += 1;
    }
}

fn put_row(picture: &mut RgbaImage, y: u32, sums: &mut [[u64; 5]]) {
    for (x, sum) in sums.iter_mut().enumerate() {
        let [red, green, blue, seen, count] = std::mem::take(sum);
        let mean = |color: u64| color.checked_div(seen).unwrap_or(0) as u8;
        let pixel = [mean(red), mean(green), mean(blue), seen.checked_div(count).unwrap_or(0) as u8];
        picture.put_pixel(x as u32, y, image::Rgba(pixel));
    }
}
