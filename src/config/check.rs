//! Rules that a value must keep beyond having the right type: ranges, one value being greater than another, and
//! keys that need each other.
//!
//! A broken rule is collected, not returned, so that all of them are shown at once.

use std::fmt::Display;
use std::ops::RangeInclusive;

/// Collects broken rules as (`section.key`, sentence).
#[derive(Debug, Default)]
pub(super) struct Check {
    broken: Vec<(&'static str, String)>,
}

impl Check {
    /// The value must lie in the range, both ends included.
    pub(super) fn range<T: PartialOrd + Display + Copy>(
        &mut self,
        key: &'static str,
        value: T,
        range: RangeInclusive<T>,
    ) {
        if !range.contains(&value) {
            self.broken.push((key, format!("{value} is not between {} and {}", range.start(), range.end())));
        }
    }

    /// The value must be greater than that of another key.
    pub(super) fn above<T: PartialOrd + Display + Copy>(
        &mut self,
        key: &'static str,
        value: T,
        than_key: &str,
        than: T,
    ) {
        if value <= than {
            self.broken.push((key, format!("{value} must be more than {than_key} ({than})")));
        }
    }

    /// The value must not be smaller than that of another key.
    pub(super) fn at_least<T: PartialOrd + Display + Copy>(
        &mut self,
        key: &'static str,
        value: T,
        than_key: &str,
        than: T,
    ) {
        if value < than {
            self.broken.push((key, format!("{value} must not be less than {than_key} ({than})")));
        }
    }

    /// What goes together must stand together.
    pub(super) fn holds(&mut self, key: &'static str, holds: bool, sentence: &str) {
        if !holds {
            self.broken.push((key, sentence.to_owned()));
        }
    }

    /// What was broken, in the order of the checks.
    pub(super) fn finish(self) -> Vec<(&'static str, String)> {
        self.broken
    }
}
