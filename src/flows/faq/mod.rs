//! The FAQ: writing, publishing, taking back, bringing in. Each change is a new version of its entry; the index follows the log.

pub mod check;
pub mod count;
pub mod find;
pub mod forget;
pub mod import;
pub mod keep;
pub mod knowledge;
pub mod refresh;
pub mod settings;

pub use keep::Bounds;
