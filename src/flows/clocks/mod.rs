//! Clocks: kept up with the log, told when due, and the policies that promise.

pub mod alarms;
pub mod book;
pub mod keep;
pub mod policies;
pub mod shown;
