//! Who gets which conversation: `queue` keeps who waits, `round` decides and carries out, `settings` is what a team may change.

mod apply;
pub mod gather;
pub mod places;
pub mod queue;
mod reason;
pub mod round;
pub mod settings;
