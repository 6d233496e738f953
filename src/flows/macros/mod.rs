//! Macros: keeping them, and doing what they say.

pub mod keep;
pub mod run;
