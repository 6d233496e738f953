//! Search: what is found, and how the indexes keep up.
//!
//! `find` answers, `suggest` helps where nothing was found, `shown` says what of a message or a person is looked for. `fill` reads
//! messages into the index, page by page, off the writer as far as that goes; `keep` takes words out in the unit that takes them
//! from a message or a person, so that no word outlives its source.
//!
//! At any time the first index holds the words of all messages up to a position, as they are, and of none above it.

pub mod fill;
pub mod find;
pub mod keep;
mod names;
pub mod shown;
mod suggest;
