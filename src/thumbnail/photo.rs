//! A JPEG unpacked at an eighth, a quarter or half of its size: a photo of fifty million pixels takes as much memory as one
//! of a million.

use std::io::BufRead;

use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, RgbImage};
use jpeg_decoder::{CodingProcess, Decoder, PixelFormat};

use super::{Size, Unseen};

/// Beside pixels: tables, and a row of blocks.
const OTHER_BYTES: u64 = 2 << 20;

/// A JPEG whose head was read.
pub(super) struct Photo<R: BufRead> {
    decoder: Decoder<R>,
    format: PixelFormat,
    scaled: Size,
    pub(super) size: Size,
    pub(super) orientation: Orientation,
    /// Memory that unpacking it takes.
    pub(super) memory: u64,
}

impl<R: BufRead> Photo<R> {
    /// Reads the head; `None` where another reader is needed. The copy is to have the longer side `longest`.
    pub(super) fn open(input: R, longest: u32) -> Option<Self> {
        let mut decoder = Decoder::new(input);
        decoder.read_info().ok()?;
        let head = decoder.info()?;
        if !matches!(head.pixel_format, PixelFormat::L8 | PixelFormat::RGB24) {
            return None;
        }
        let size = Size { width: head.width.into(), height: head.height.into() };
        let wanted = size.within(longest);
        let (width, height) = (u16::try_from(wanted.width).ok()?, u16::try_from(wanted.height).ok()?);
        let (width, height) = decoder.scale(width, height).ok()?;
        let scaled = Size { width: width.into(), height: height.into() };
        let channels = head.pixel_format.pixel_bytes() as u64;
        // As planes and put together; a progressive one is there as a whole before that, two bytes for each value.
        let whole = if head.coding_process == CodingProcess::DctSequential {
            0
        } else {
            2 * channels * size.pixels()
        };
        let memory = OTHER_BYTES + 2 * channels * scaled.pixels() + whole;
        let exif = decoder.exif_data().and_then(Orientation::from_exif_chunk);
        let orientation = exif.unwrap_or(Orientation::NoTransforms);
        Some(Self { decoder, format: head.pixel_format, scaled, size, orientation, memory })
    }

    /// Unpacks it, no smaller than was asked for; `most` bounds the memory.
    pub(super) fn unpack(mut self, most: u64) -> Result<DynamicImage, Unseen> {
        self.decoder.set_max_decoding_buffer_size(usize::try_from(most).unwrap_or(usize::MAX));
        let pixels = self.decoder.decode().map_err(|_| Unseen::Broken)?;
        let Size { width, height } = self.scaled;
        let picture = match self.format {
            PixelFormat::L8 => GrayImage::from_raw(width, height, pixels).map(DynamicImage::from),
            _ => RgbImage::from_raw(width, height, pixels).map(DynamicImage::from),
        };
        picture.ok_or(Unseen::Broken)
    }
}
