//! What the shop says about itself: its name, its language, where its clocks are. When it answers is its calendar's.

pub mod first_steps;
pub mod store;
pub mod volume;

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
}
