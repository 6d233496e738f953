//! Looking at a picture: its size, and a small copy of it.
//!
//! The size is read from the head, before anything is unpacked, so that a picture of a few bytes that claims a billion
//! pixels costs nothing. The reader is then asked what it will take: PNG is read row by row and JPEG at a part of its
//! size, what else takes more memory than allowed is not unpacked. The small copy is made of pixels alone: nothing that a
//! camera wrote beside them is in it.

mod photo;
mod rows;

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Seek};
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use photo::Photo;
use rows::Png;

/// Longest side of a small copy, in pixels: what a bubble shows on a screen of double density.
pub const SIDE: u32 = 640;
/// A picture with a longer side gets a small copy, and so does one of more bytes than this.
const LIGHT_BYTES: u64 = 96 << 10;
/// Quality of a small copy (JPEG, 1 to 100).
const QUALITY: u8 = 78;
/// Readers of whole pictures hold about this many times what comes out: frames, planes, what is not yet put together.
const WHOLE_TIMES: u64 = 2;
/// From so much memory or so many pixels on a picture is a large one.
const LARGE: (u64, u64) = (8 << 20, 4_000_000);

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    width: u32,
    height: u32,
}

impl Size {
    fn pixels(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    /// The same form with a longer side of `side` at most.
    fn within(self, side: u32) -> Self {
        let longer = self.width.max(self.height);
        if longer <= side {
            return self;
        }
        let cut = |one: u32| {
            ((u64::from(one) * u64::from(side) + u64::from(longer) / 2) / u64::from(longer)).max(1) as u32
        };
        Self { width: cut(self.width), height: cut(self.height) }
    }
}

/// What was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Width as shown, in pixels.
    pub width: u32,
    /// Height as shown, in pixels.
    pub height: u32,
    /// The small copy, JPEG or PNG; none where the picture itself is small.
    pub small: Option<Vec<u8>>,
}

/// Why a picture could not be inspected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// It has more pixels than allowed.
    TooManyPixels,
    /// It would take more memory than allowed.
    TooMuchMemory,
    /// It is broken, or no picture.
    Broken,
}

/// Bounds of what is read of a picture.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Pixels.
    pub pixels: u64,
    /// Bytes of memory.
    pub memory: u64,
}

/// A picture whose head was read.
#[derive(Debug)]
pub struct Picture {
    path: PathBuf,
    bounds: Bounds,
    /// Whether it takes long, or much memory.
    pub is_large: bool,
}

/// Reads the head of the picture in a file.
pub fn open(path: &Path, bounds: Bounds) -> std::io::Result<Result<Picture, Unseen>> {
    let bytes = std::fs::metadata(path)?.len();
    let reader = Opened::open(BufReader::new(File::open(path)?), bytes, bounds);
    Ok(reader.map(|opened| Picture { path: path.to_owned(), bounds, is_large: opened.is_large() }))
}

impl Picture {
    /// Reads its size and makes a small copy.
    pub fn inspect(&self) -> std::io::Result<Result<Seen, Unseen>> {
        let bytes = std::fs::metadata(&self.path)?.len();
        let opened = Opened::open(BufReader::new(File::open(&self.path)?), bytes, self.bounds);
        match opened.and_then(|opened| opened.see(bytes, self.bounds)) {
            // Another reader may be more patient.
            Err(Unseen::Broken) => {
                let whole = Opened::whole(BufReader::new(File::open(&self.path)?), bytes, self.bounds);
                Ok(whole.and_then(|opened| opened.see(bytes, self.bounds)))
            }
            seen => Ok(seen),
        }
    }
}

/// A picture, and the reader that needs least for it.
enum Opened<R: BufRead + Seek> {
    Rows(Box<Png<R>>),
    Photo(Box<Photo<R>>),
    Whole { decoder: Box<dyn ImageDecoder>, size: Size, memory: u64 },
}

impl<R: BufRead + Seek + 'static> Opened<R> {
    fn open(mut input: R, bytes: u64, bounds: Bounds) -> Result<Self, Unseen> {
        let head = input.fill_buf().map_err(|_| Unseen::Broken)?;
        let kind = image::guess_format(head).map_err(|_| Unseen::Broken)?;
        let opened = match kind {
            ImageFormat::Png => Png::open(&mut input, bounds.memory)?.is_some().then_some(kind),
            ImageFormat::Jpeg => Photo::open(&mut input, SIDE).is_some().then_some(kind),
            _ => None,
        };
        input.rewind().map_err(|_| Unseen::Broken)?;
        let opened = match opened {
            Some(ImageFormat::Png) => Png::open(input, bounds.memory)?.map(|png| Self::Rows(Box::new(png))),
            Some(_) => Photo::open(input, SIDE).map(|photo| Self::Photo(Box::new(photo))),
            None => Some(Self::whole(input, bytes, bounds)?),
        };
        let opened = opened.ok_or(Unseen::Broken)?;
        opened.check(bounds)?;
        Ok(opened)
    }

    /// With a reader that unpacks all of it.
    fn whole(input: R, bytes: u64, bounds: Bounds) -> Result<Self, Unseen> {
        let mut reader = ImageReader::new(input).with_guessed_format().map_err(|_| Unseen::Broken)?;
        let mut limits = Limits::default();
        limits.max_alloc = Some(bounds.memory);
        let is_jpeg = reader.format() == Some(ImageFormat::Jpeg);
        // This reader of JPEG takes the file into memory before it decodes anything.
        if is_jpeg && bytes > bounds.memory {
            return Err(Unseen::TooMuchMemory);
        }
        reader.limits(limits);
        let decoder = reader.into_decoder().map_err(|_| Unseen::Broken)?;
        let (width, height) = decoder.dimensions();
        let times = if is_jpeg { WHOLE_TIMES + 1 } else { WHOLE_TIMES };
        let memory =
            decoder.total_bytes().saturating_mul(times).saturating_add(if is_jpeg { bytes } else { 0 });
        let opened = Self::Whole { decoder: Box::new(decoder), size: Size { width, height }, memory };
        opened.check(bounds)?;
        Ok(opened)
    }

    fn size(&self) -> Size {
        match self {
            Self::Rows(png) => png.size,
            Self::Photo(photo) => photo.size,
            Self::Whole { size, .. } => *size,
        }
    }

    fn memory(&self) -> u64 {
        match self {
            Self::Rows(png) => png.memory,
            Self::Photo(photo) => photo.memory,
            Self::Whole { memory, .. } => *memory,
        }
    }

    fn is_large(&self) -> bool {
        self.memory() > LARGE.0 || self.size().pixels() > LARGE.1
    }

    fn check(&self, bounds: Bounds) -> Result<(), Unseen> {
        if self.size().pixels() > bounds.pixels {
            return Err(Unseen::TooManyPixels);
        }
        if self.memory() > bounds.memory {
            return Err(Unseen::TooMuchMemory);
        }
        Ok(())
    }

    fn see(self, bytes: u64, bounds: Bounds) -> Result<Seen, Unseen> {
        let size = self.size();
        let to = size.within(SIDE);
        let (mut picture, turned) = match self {
            Self::Rows(png) => {
                let turned = png.orientation;
                (png.small(to)?.into(), turned)
            }
            Self::Photo(photo) => {
                let turned = photo.orientation;
                (photo.unpack(bounds.memory)?, turned)
            }
            Self::Whole { mut decoder, .. } => {
                let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
                (DynamicImage::from_decoder(decoder).map_err(|_| Unseen::Broken)?, turned)
            }
        };
        if (picture.width(), picture.height()) != (to.width, to.height) {
            // Means of what lies in each place: nothing is held beside what comes out.
            picture = picture.thumbnail_exact(to.width, to.height);
        }
        picture.apply_orientation(turned);
        let lies = matches!(
            turned,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        );
        let (width, height) = if lies { (size.height, size.width) } else { (size.width, size.height) };
        let is_small = size == to && bytes <= LIGHT_BYTES;
        // A small one whose camera lay on its side is turned here, too.
        let small =
            (!is_small || turned != Orientation::NoTransforms).then(|| encode(picture)).transpose()?;
        Ok(Seen { width, height, small })
    }
}

/// JPEG, or PNG where something shows through.
fn encode(picture: DynamicImage) -> Result<Vec<u8>, Unseen> {
    let mut bytes = Cursor::new(Vec::new());
    let written = if picture.color().has_alpha() {
        let picture = picture.into_rgba8();
        if picture.pixels().any(|pixel| pixel.0[3] < 255) {
            picture.write_to(&mut bytes, ImageFormat::Png)
        } else {
            let picture = DynamicImage::from(picture).into_rgb8();
            picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
        }
    } else {
        picture.into_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
    };
    written.map(|()| bytes.into_inner()).map_err(|_| Unseen::Broken)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).expect("written");
        bytes.into_inner()
    }

    fn seen(bytes: &[u8], pixels: u64) -> Result<Seen, Unseen> {
        inspect(bytes, Bounds { pixels, memory: 8 << 20 })
    }

    fn inspect(bytes: &[u8], bounds: Bounds) -> Result<Seen, Unseen> {
        let length = bytes.len() as u64;
        Opened::open(Cursor::new(bytes.to_vec()), length, bounds)?.see(length, bounds)
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
        RgbImage::from_pixel(40, 30, Rgb([9, 9, 9])).write_to(&mut jpeg, ImageFormat::Jpeg).expect("written");
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

    #[test]
    fn a_picture_is_not_unpacked_whole() {
        let little = Bounds { pixels: 50_000_000, memory: 3 << 20 };
        // Sixteen bits a channel: eight bytes a pixel, eight million bytes in all.
        let deep = DynamicImage::ImageRgba16(image::ImageBuffer::from_fn(1_000, 1_000, |x, _| {
            Rgba([if x < 500 { 0 } else { u16::MAX }, 0, 0, u16::MAX])
        }));
        let copy = inspect(&png(&deep), little).expect("read by rows").small.expect("a copy");
        let copy = image::load_from_memory(&copy).expect("a picture").to_rgb8();
        assert_eq!((copy.width(), copy.height()), (640, 640));
        assert!(copy.get_pixel(10, 300).0[0] < 20 && copy.get_pixel(630, 300).0[0] > 235);

        let mut jpeg = Cursor::new(Vec::new());
        let photo = RgbImage::from_fn(2_000, 1_500, |x, _| Rgb([if x < 1_000 { 0 } else { 255 }, 0, 0]));
        photo.write_to(&mut jpeg, ImageFormat::Jpeg).expect("written");
        let seen =
            inspect(&jpeg.into_inner(), Bounds { memory: 8 << 20, ..little }).expect("a part of its size");
        assert_eq!((seen.width, seen.height), (2_000, 1_500));
        assert_eq!(size(&seen.small.expect("a copy")), (640, 480, false));

        let mut webp = Cursor::new(Vec::new());
        photo.write_to(&mut webp, ImageFormat::WebP).expect("written");
        let webp = webp.into_inner();
        assert_eq!(inspect(&webp, little), Err(Unseen::TooMuchMemory), "this reader takes all of it");
        assert!(inspect(&webp, Bounds { memory: 100 << 20, ..little }).is_ok());
    }

    #[test]
    fn copies_keep_the_form() {
        let size = |width, height| Size { width, height };
        assert_eq!(size(6_400, 10).within(640), size(640, 1));
        assert_eq!(size(100_000, 1).within(640), size(640, 1));
        assert_eq!(size(3, 640).within(640), size(3, 640));
        assert_eq!(size(3_000, 4_000).within(640), size(480, 640));
    }

    fn crc32(bytes: &[u8]) -> u32 {
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        crc.sum()
    }
}
