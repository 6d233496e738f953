//! Learning from persons' replies: what the FAQ lacks is read from conversations, grouped, and decided on by persons.
//!
//! Nothing is matched on the writer: conversations are read and compared by a reader; the unit that stores what was found looks
//! again at whether it still holds.

pub mod check;
pub mod decide;
pub mod faq;
pub mod forget;
pub mod fresh;
pub mod learn;
pub mod read;
pub mod shown;
pub mod suggest;
pub mod tell;
