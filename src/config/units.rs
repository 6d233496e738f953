//! Durations and sizes as people write them: `"30s"`, `"7d"`, `"20 MiB"`.
//!
//! Both types hold whole numbers (milliseconds, bytes), are read from and written to such texts without loss, and refuse a
//! number without a unit, so that nobody has to guess whether `30` means seconds or milliseconds. `0` needs no unit.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Units of time in milliseconds, the largest first.
const TIME_UNITS: [(&str, u64); 5] =
    [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

/// Units of size in bytes, the largest first.
const SIZE_UNITS: [(&str, u64); 4] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1)];

/// How messages describe the two kinds of text.
const TIME_EXPECTED: &str = "a duration such as \"30s\", \"5m\", \"24h\" or \"7d\"";
const SIZE_EXPECTED: &str = "a size such as \"512 B\", \"256 KiB\" or \"20 MiB\"";

/// The greatest number either type holds, in its smallest unit: what still fits SQLite's integers, with room to add.
const MOST: u64 = 1 << 60;

/// A length of time, in whole milliseconds; written `"250ms"`, `"30s"`, `"5m"`, `"24h"`, `"7d"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeSpan(u64);

impl TimeSpan {
    /// So many milliseconds.
    #[must_use]
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis)
    }

    /// So many seconds.
    #[must_use]
    pub const fn from_secs(secs: u64) -> Self {
        Self(secs * 1_000)
    }

    /// So many hours.
    #[must_use]
    pub const fn from_hours(hours: u64) -> Self {
        Self(hours * 3_600_000)
    }

    /// So many days of 24 hours.
    #[must_use]
    pub const fn from_days(days: u64) -> Self {
        Self(days * 86_400_000)
    }

    /// As the standard library's duration.
    #[must_use]
    pub const fn duration(self) -> Duration {
        Duration::from_millis(self.0)
    }

    /// Milliseconds, ready to be added to a stored time.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0 as i64
    }

    /// Whole seconds, rounded down.
    #[must_use]
    pub const fn secs(self) -> u64 {
        self.0 / 1_000
    }
}

/// A number of bytes; written `"512 B"`, `"256 KiB"`, `"20 MiB"`, `"2 GiB"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteSize(u64);

impl ByteSize {
    /// So many bytes.
    #[must_use]
    pub const fn from_bytes(bytes: u64) -> Self {
        Self(bytes)
    }

    /// So many KiB (1024 bytes).
    #[must_use]
    pub const fn from_kib(kib: u64) -> Self {
        Self(kib << 10)
    }

    /// So many MiB (1024 KiB).
    #[must_use]
    pub const fn from_mib(mib: u64) -> Self {
        Self(mib << 20)
    }

    /// The number of bytes.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        self.0
    }

    /// The number of bytes as a length in memory.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0 as usize
    }

    /// Whether it is no byte at all.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromStr for TimeSpan {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        parse(text, &TIME_UNITS, TIME_EXPECTED).map(Self)
    }
}

impl FromStr for ByteSize {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        parse(text, &SIZE_UNITS, SIZE_EXPECTED).map(Self)
    }
}

impl fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = largest(self.0, &TIME_UNITS);
        write!(f, "{number}{unit}")
    }
}

impl fmt::Display for ByteSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = largest(self.0, &SIZE_UNITS);
        write!(f, "{number} {unit}")
    }
}

impl fmt::Debug for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for ByteSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for TimeSpan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for ByteSize {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeSpan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(WithUnit { units: &TIME_UNITS, expected: TIME_EXPECTED }).map(Self)
    }
}

impl<'de> Deserialize<'de> for ByteSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(WithUnit { units: &SIZE_UNITS, expected: SIZE_EXPECTED }).map(Self)
    }
}

/// Reads a text with a unit, and says what it should have been if it is something else.
struct WithUnit {
    units: &'static [(&'static str, u64)],
    expected: &'static str,
}

impl de::Visitor<'_> for WithUnit {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<u64, E> {
        parse(text, self.units, self.expected).map_err(E::custom)
    }
}

/// Reads `<whole number><optional space><unit>`; units are compared without regard to case.
fn parse(text: &str, units: &[(&str, u64)], expected: &str) -> Result<u64, String> {
    let wrong = || format!("\"{text}\" is not {expected}");
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let number: u64 = number.parse().map_err(|_| wrong())?;
    let unit = unit.trim_start();
    if unit.is_empty() && number == 0 {
        return Ok(0);
    }
    let (_, factor) = units.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit)).ok_or_else(wrong)?;
    number
        .checked_mul(*factor)
        .filter(|total| *total <= MOST)
        .ok_or_else(|| format!("\"{text}\" is too large"))
}

/// The value in the largest unit that divides it.
fn largest<'u>(value: u64, units: &[(&'u str, u64)]) -> (u64, &'u str) {
    units
        .iter()
        .find(|(_, factor)| value != 0 && value.is_multiple_of(*factor))
        .or(units.last())
        .map_or((value, ""), |(name, factor)| (value / factor, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_numbers_and_back() {
        for (text, millis, canonical) in [
            ("250ms", 250, "250ms"),
            ("30s", 30_000, "30s"),
            (" 5 m ", 300_000, "5m"),
            ("90s", 90_000, "90s"),
            ("24h", 86_400_000, "1d"),
            ("7D", 604_800_000, "7d"),
            ("0", 0, "0ms"),
        ] {
            let span: TimeSpan = text.parse().expect(text);
            assert_eq!(span.millis(), millis, "{text}");
            assert_eq!(span.to_string(), canonical);
        }
        for (text, bytes, canonical) in [
            ("512 B", 512, "512 B"),
            ("256KiB", 262_144, "256 KiB"),
            ("20 mib", 20 << 20, "20 MiB"),
            ("1024 MiB", 1 << 30, "1 GiB"),
        ] {
            let size: ByteSize = text.parse().expect(text);
            assert_eq!(size.bytes(), bytes, "{text}");
            assert_eq!(size.to_string(), canonical);
        }
    }

    #[test]
    fn what_leaves_room_for_doubt_is_refused() {
        for text in
            ["30", "s", "", "-1s", "1.5h", "30 secs", "3 weeks", "99999999999999999999d", "99999999999999d"]
        {
            assert!(text.parse::<TimeSpan>().is_err(), "{text}");
        }
        for text in ["30", "MiB", "", "-1 B", "1.5 MiB", "20 MB", "99999999999 GiB"] {
            assert!(text.parse::<ByteSize>().is_err(), "{text}");
        }
    }
}
