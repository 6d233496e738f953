//! Taking single files out of a ZIP archive that lies in memory, up to a bound on what they become.
//!
//! Workbooks need the plain part of the format alone: stored or deflated, no parts, no passwords, nothing beyond 4 GiB
//! (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>).

use std::collections::HashMap;
use std::io::Read;

use flate2::read::DeflateDecoder;

use super::unreadable;
use crate::fault::Fault;

/// Most bytes that all files taken out of one archive may have.
const UNPACKED_MAX: u64 = 100 << 20;
/// Most files in an archive.
const FILES_MAX: usize = 10_000;
/// The end of an archive lies within so many bytes of its last one.
const END_WITHIN: usize = 22 + 0xffff;
const END: [u8; 4] = *b"PK\x05\x06";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
const FILE: [u8; 4] = *b"PK\x03\x04";

/// Where a file lies.
#[derive(Debug, Clone, Copy)]
struct Place {
    method: u16,
    offset: usize,
    packed: usize,
}

/// An archive.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    places: HashMap<String, Place>,
    left: u64,
}

fn broken() -> Fault {
    unreadable("The workbook is broken. Save it again, or save it as CSV.")
}

fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(width)?)?;
    Some(digits.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let places = Self::places(bytes).ok_or_else(broken)?;
        Ok(Self { bytes, places, left: UNPACKED_MAX })
    }

    fn places(bytes: &[u8]) -> Option<HashMap<String, Place>> {
        let tail = bytes.len().saturating_sub(END_WITHIN);
        let end = tail + bytes[tail..].windows(4).rposition(|four| four == END)?;
        let count = number(bytes, end + 10, 2)?;
        let mut at = number(bytes, end + 16, 4)?;
        if count > FILES_MAX {
            return None;
        }
        let mut places = HashMap::with_capacity(count);
        for _ in 0..count {
            if bytes.get(at..at.checked_add(4)?)? != ENTRY {
                return None;
            }
            let [name, extra, comment] =
                [number(bytes, at + 28, 2)?, number(bytes, at + 30, 2)?, number(bytes, at + 32, 2)?];
            let is_secret = number(bytes, at + 8, 2)? & 1 == 1;
            let place = Place {
                method: u16::try_from(number(bytes, at + 10, 2)?).ok()?,
                packed: number(bytes, at + 20, 4)?,
                offset: number(bytes, at + 42, 4)?,
            };
            let called = bytes.get(at + 46..at + 46 + name)?;
            if !is_secret {
                places.insert(String::from_utf8_lossy(called).replace('\\', "/"), place);
            }
            at += 46 + name + extra + comment;
        }
        Some(places)
    }

    /// The text of a file; `None` where there is none of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(place) = self.places.get(name).copied() else { return Ok(None) };
        let packed = self.packed(place).ok_or_else(broken)?;
        let mut unpacked = Vec::new();
        let most = self.left;
        let read = match place.method {
            0 => packed.take(most + 1).read_to_end(&mut unpacked),
            8 => DeflateDecoder::new(packed).take(most + 1).read_to_end(&mut unpacked),
            _ => return Err(broken()),
        };
        read.map_err(|_| broken())?;
        if unpacked.len() as u64 > most {
            return Err(unreadable("The workbook is too large. Save its first sheet as CSV."));
        }
        self.left -= unpacked.len() as u64;
        String::from_utf8(unpacked).map(Some).map_err(|_| broken())
    }

    fn packed(&self, place: Place) -> Option<&'a [u8]> {
        let Place { offset, packed, .. } = place;
        if self.bytes.get(offset..offset.checked_add(4)?)? != FILE {
            return None;
        }
        let start = offset + 30 + number(self.bytes, offset + 26, 2)? + number(self.bytes, offset + 28, 2)?;
        self.bytes.get(start..start.checked_add(packed)?)
    }
}

#[cfg(test)]
pub(super) mod making {
    //! Archives for tests.

    use std::io::Write;

    use flate2::Compression;
    use flate2::write::DeflateEncoder;

    /// An archive of these files.
    pub(in super::super) fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut bytes, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in files {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(content).expect("memory");
            let packed = encoder.finish().expect("memory");
            let sizes = [packed.len() as u32, content.len() as u32];
            let offset = bytes.len() as u32;
            let common = |out: &mut Vec<u8>| {
                out.extend_from_slice(&[20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
                for size in sizes {
                    out.extend_from_slice(&size.to_le_bytes());
                }
                out.extend_from_slice(&(name.len() as u16).to_le_bytes());
                out.extend_from_slice(&[0, 0]);
            };
            bytes.extend_from_slice(&super::FILE);
            common(&mut bytes);
            bytes.extend_from_slice(name.as_bytes());
            bytes.extend_from_slice(&packed);
            directory.extend_from_slice(&super::ENTRY);
            directory.extend_from_slice(&[20, 0]);
            common(&mut directory);
            directory.extend_from_slice(&[0; 10]);
            directory.extend_from_slice(&offset.to_le_bytes());
            directory.extend_from_slice(name.as_bytes());
        }
        let (start, size, count) = (bytes.len() as u32, directory.len() as u32, files.len() as u16);
        bytes.extend_from_slice(&directory);
        bytes.extend_from_slice(&super::END);
        bytes.extend_from_slice(&[0; 4]);
        bytes.extend_from_slice(&count.to_le_bytes());
        bytes.extend_from_slice(&count.to_le_bytes());
        bytes.extend_from_slice(&size.to_le_bytes());
        bytes.extend_from_slice(&start.to_le_bytes());
        bytes.extend_from_slice(&[0, 0]);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::making::archive;
    use super::*;

    #[test]
    fn files_are_taken_out_by_name() {
        let packed = archive(&[("a.txt", b"one"), ("b/c.txt", "二".as_bytes())]);
        let mut open = Archive::open(&packed).expect("an archive");
        assert_eq!(open.text("b/c.txt"), Ok(Some("二".to_owned())));
        assert_eq!(open.text("a.txt"), Ok(Some("one".to_owned())));
        assert_eq!(open.text("none"), Ok(None));
        // Whatever is cut off or turned over is refused, never read beyond.
        for cut in 0..packed.len() {
            let _ = Archive::open(&packed[..cut]).and_then(|mut open| open.text("a.txt"));
        }
        for at in 0..packed.len() {
            let mut turned = packed.clone();
            turned[at] ^= 0xff;
            let _ = Archive::open(&turned).and_then(|mut open| open.text("a.txt"));
        }
    }

    #[test]
    fn what_would_fill_the_memory_is_refused() {
        let zeros = vec![b' '; (UNPACKED_MAX / 2) as usize + 1];
        let packed = archive(&[("one", &zeros), ("two", &zeros)]);
        assert!(packed.len() < 1 << 20, "it is small while packed");
        let mut open = Archive::open(&packed).expect("an archive");
        assert!(open.text("one").is_ok());
        assert_eq!(open.text("two").map_err(|fault| fault.code), Err("unreadable_file"));
    }
}
