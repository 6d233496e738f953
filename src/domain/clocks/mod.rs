//! Promises of time: how long a customer waits for the first answer, for each one after it, for the solution.
//!
//! `fold` is what entries mean for the three clocks of a conversation, pure and from the first entry on, so that what is stored
//! can be compared with what the log says. `promise` says what the clocks ask the desk: which promise holds, when it is open.

pub mod fold;
#[cfg(test)]
mod fold_cases;
pub mod promise;
