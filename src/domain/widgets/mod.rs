//! Widgets: the keys, looks, words, forms and allowed origins of a place where customers write.

pub mod form;
pub mod origins;
pub mod settings;
pub mod sighting;
pub mod store;
pub mod words;

/// Name of the widget that exists from the first start and serves the demo page.
pub const DEFAULT_NAME: &str = "default";
/// Accent colour of a new widget.
pub const DEFAULT_ACCENT: &str = "#1f6f5c";
/// Most allowed origins of one widget.
pub const ORIGINS_MAX: usize = 50;

/// Whether `text` is a colour as `#rrggbb`.
#[must_use]
pub fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|byte| byte.is_ascii_hexdigit())
}
