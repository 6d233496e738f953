//! What a message wants that is no question to the FAQ: small talk, a person, or peace. Rules, with tables of cases.

pub mod anger;
mod line;
pub mod person;
pub mod small_talk;

pub use anger::is_angry;
pub use person::{PersonWanted, person_wanted};
pub use small_talk::{SmallTalk, small_talk};
