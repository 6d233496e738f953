//! Looking at a picture: its size, and a small copy of it.
//!
//! The size is read from the head, before anything is unpacked, so that a picture of a few bytes that claims a billion
//! pixels costs nothing. The small copy is made of pixels alone: nothing that a camera wrote beside them is in it.

use std::fs::File;
use std::io::{BufReader, Cursor, Seek};
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

/// Longest side of a small copy, in pixels: what a bubble shows on a screen of double density.
pub const SIDE: u32 = 640;
/// A picture with a longer side gets a small copy, and so does one of more bytes than this.
const LIGHT_BYTES: u64 = 96 << 10;
/// Quality of a small copy (JPEG, 1 to 100).
const QUALITY: u8 = 78;
/// Memory for unpacking beside four bytes a pixel.
const SLACK_BYTES: u64 = 16 << 20;

/// What was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Width as it is looked at, in pixels.
    pub width: u32,
    /// Height as it is looked at, in pixels.
    pub height: u32,
    /// The small copy, JPEG or PNG; none where the picture itself is small.
    pub small: Option<Vec<u8>>,
}

/// Why a picture was not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// It has more pixels than allowed.
    TooManyPixels,
    /// It is broken, or no picture.
    Broken,
}

/// Looks at the picture in a file; `most` pixels are unpacked.
pub fn look(path: &Path, most: u64) -> std::io::Result<Result<Seen, Unseen>> {
    let bytes = std::fs::metadata(path)?.len();
    let read = || ImageReader::new(BufReader::new(File::open(path)?)).with_guessed_format();
    Ok(see(read()?, bytes, most))
}

fn see<R: std::io::BufRead + Seek>(reader: ImageReader<R>, bytes: u64, most: u64) -> Result<Seen, Unseen> {
    let mut reader = reader;
    let mut limits = Limits::default();
    limits.max_alloc = Some(most.saturating_mul(4).saturating_add(SLACK_BYTES));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Unseen::Broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > most {
        return Err(Unseen::TooManyPixels);
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Unseen::Broken)?;
    let is_small = width.max(height) <= SIDE && bytes <= LIGHT_BYTES;
    if !is_small && width.max(height) > SIDE {
        picture = picture.resize(SIDE, SIDE, FilterType::Triangle);
    }
    picture.apply_orientation(turned);
    let lies = matches!(
        turned,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let (width, height) = if lies { (height, width) } else { (width, height) };
    // A small one whose camera lay on its side is turned here, too.
    let small = (!is_small || turned != Orientation::NoTransforms).then(|| encode(&picture)).transpose()?;
    Ok(Seen { width, height, small })
}

/// JPEG, or PNG where something shows through.
fn encode(picture: &DynamicImage) -> Result<Vec<u8>, Unseen> {
    let mut bytes = Cursor::new(Vec::new());
    let shows_through =
        picture.color().has_alpha() && picture.to_rgba8().pixels().any(|pixel| pixel.0[3] < 255);
    let written = if shows_through {
        picture.to_rgba8().write_to(&mut bytes, image::ImageFormat::Png)
    } else {
        picture.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
    };
    written.map(|()| bytes.into_inner()).map_err(|_| Unseen::Broken)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, image::ImageFormat::Png).expect("written");
        bytes.into_inner()
    }

    fn seen(bytes: &[u8], most: u64) -> Result<Seen, Unseen> {
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().expect("readable");
        see(reader, bytes.len() as u64, most)
    }

    fn size(bytes: &[u8]) -> (u32, u32, bool) {
        let picture = image::load_from_memory(bytes).expect("a picture");
        (picture.width(), picture.height(), picture.color().has_alpha())
    }

    #[test]
    fn small_pictures_stay_and_large_ones_get_a_copy() {
        let small = png(&RgbImage::from_pixel(40, 30, Rgb([9, 9, 9])).into());
        assert_eq!(seen(&small, 10_000), Ok(Seen { width: 40, height: 30, small: None }));
        let wide =
            seen(&png(&RgbImage::from_pixel(1_280, 40, Rgb([9, 9, 9])).into()), 100_000).expect("seen");
        assert_eq!((wide.width, wide.height), (1_280, 40));
        assert_eq!(size(&wide.small.expect("a copy")), (640, 20, false));
        let glass = seen(&png(&RgbaImage::from_pixel(700, 700, Rgba([9, 9, 9, 100])).into()), 1_000_000);
        assert!(size(&glass.expect("seen").small.expect("a copy")).2, "what shows through still does");
    }

    #[test]
    fn a_claim_of_many_pixels_costs_nothing() {
        // The head of a PNG with 60,000 × 60,000 pixels, and nothing behind it that could be unpacked.
        let mut bomb = png(&RgbImage::new(1, 1).into());
        bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        let check = crc32(&bomb[12..29]).to_be_bytes();
        bomb[29..33].copy_from_slice(&check);
        assert_eq!(seen(&bomb, 50_000_000), Err(Unseen::TooManyPixels));
        assert_eq!(seen(b"\x89PNG\r\n\x1a\nnothing", 100), Err(Unseen::Broken));
        assert_eq!(seen(b"", 100), Err(Unseen::Broken));
    }

    #[test]
    fn a_camera_on_its_side_is_turned_and_forgotten() {
        let mut jpeg = Cursor::new(Vec::new());
        RgbImage::from_pixel(40, 30, Rgb([9, 9, 9]))
            .write_to(&mut jpeg, image::ImageFormat::Jpeg)
            .expect("written");
        let mut turned = jpeg.into_inner();
        // APP1 with the one entry "orientation: 6" (EXIF 2.32, section 4.6.4), put behind the first marker.
        let exif =
            b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        turned.splice(2..2, exif.iter().copied());
        let seen = seen(&turned, 10_000).expect("seen");
        assert_eq!((seen.width, seen.height), (30, 40));
        let copy = seen.small.expect("turned");
        assert_eq!(size(&copy), (30, 40, false));
        assert!(!copy.windows(4).any(|part| part == b"Exif"));
    }

    fn crc32(bytes: &[u8]) -> u32 {
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        crc.sum()
    }
}
