//! How a file is cut: slices of one size, the last one shorter, counted from 0.

/// Smallest slice, in bytes.
const LEAST: u64 = 4 << 10;
/// Largest slice, in bytes.
pub const MOST: u64 = 1 << 20;

/// The slices of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slices {
    /// Bytes of the file; not 0.
    pub byte_size: u64,
    /// Bytes of each slice but the last.
    pub slice_bytes: u64,
}

impl Slices {
    /// A tenth of the file, in whole KiB, within the bounds: a picture for a slow line goes in ten pieces, so that a cut
    /// costs a tenth of it.
    #[must_use]
    pub fn of(byte_size: u64) -> Self {
        let tenth = byte_size.div_ceil(10).div_ceil(1 << 10) << 10;
        Self { byte_size, slice_bytes: tenth.clamp(LEAST, MOST) }
    }

    /// How many there are.
    #[must_use]
    pub const fn count(self) -> u64 {
        self.byte_size.div_ceil(self.slice_bytes)
    }

    /// Where slice `number` begins and how long it is; `None` past the end.
    #[must_use]
    pub fn place(self, number: u64) -> Option<(u64, u64)> {
        let start = number.checked_mul(self.slice_bytes).filter(|start| *start < self.byte_size)?;
        Some((start, self.slice_bytes.min(self.byte_size - start)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_into_about_ten() {
        for (bytes, slice, count) in [
            (1, 4 << 10, 1),
            (4 << 10, 4 << 10, 1),
            ((4 << 10) + 1, 4 << 10, 2),
            (50 << 10, 5 << 10, 10),
            (50_000, 5 << 10, 10),
            (1_000_000, 98 << 10, 10),
            (10 << 20, 1 << 20, 10),
            (200 << 20, 1 << 20, 200),
        ] {
            let slices = Slices::of(bytes);
            assert_eq!((slices.slice_bytes, slices.count()), (slice, count), "{bytes}");
        }
    }

    #[test]
    fn slices_cover_the_file_once() {
        for bytes in [1, 4_095, 4_096, 4_097, 51_200, 1_000_000, (11 << 20) + 3] {
            let slices = Slices::of(bytes);
            let mut next = 0;
            for number in 0..slices.count() {
                let (start, length) = slices.place(number).expect("within");
                assert_eq!(start, next);
                next += length;
            }
            assert_eq!(next, bytes);
            assert_eq!(slices.place(slices.count()), None);
            assert_eq!(slices.place(u64::MAX), None);
        }
    }
}
