//! What happens to files: sending them in slices and fetching them.

pub mod uploads;
pub mod fetch_file;
