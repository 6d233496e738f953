//! Saved views: kept by agents, and asked for like the views that every desk has.

pub mod ask;
pub mod keep;
