//! Promises of time: how long a customer waits for the first answer, for each one after it, for the solution.
//!
//! `fold` is what entries mean for the three clocks of a conversation, pure and from the first entry on, so that what is stored
//! can be compared with what the log says. `promise` says what the clocks ask the desk: which promise holds, when it is open.
//! `policy` is what somebody writes down, `circle` finds steps that lead back, `view` is what is shown, `store` holds the SQL.

pub mod circle;
pub mod clock;
pub mod fold;
#[cfg(test)]
mod fold_cases;
pub mod policy;
pub mod promise;
pub mod store;
pub mod view;
