//! What the shop says about itself: a few named settings.

pub mod store;

/// The name customers see until the owner gives one.
pub const UNNAMED: &str = "servicedesk";
/// Longest shop name, in characters.
pub const NAME_CHARS: usize = 60;
