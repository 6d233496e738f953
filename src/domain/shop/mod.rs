//! What the shop says about itself: its name, its language, where its clocks are, when it answers.

pub mod days;
pub mod first_steps;
pub mod hours;
pub mod store;
pub mod volume;

use hours::{Hours, Open};

use crate::clock::Timestamp;
use crate::fault::Fault;
use crate::text;

/// The name customers see until the owner gives one.
pub const UNNAMED: &str = "servicedesk";
/// Longest shop name, in characters.
pub const NAME_CHARS: usize = 60;
/// Where the shop's clocks are until the owner says so.
pub const TIME_ZONE: &str = "Asia/Shanghai";

/// Trims and bounds a shop's name.
pub fn check_name(name: &str) -> Result<String, Fault> {
    text::given(name, NAME_CHARS)
        .ok_or_else(|| Fault::invalid("shop_name", format!("Use 1 to {NAME_CHARS} printable characters.")))
}

/// The shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shop {
    /// Its name.
    pub name: String,
    /// The language it writes in first, as a tag.
    pub locale: String,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// When it answers.
    pub hours: Hours,
}

impl Shop {
    /// Whether it answers at `now`. A zone that this version does not know any more counts as UTC.
    #[must_use]
    pub fn open_at(&self, now: Timestamp) -> Open {
        let zone = hours::zone(&self.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
        self.hours.at(&zone, now)
    }
}
