//! What stories are told with: a desk, the people at both ends, and the words they exchange.

mod agent;
mod answer;
mod builders;
mod described;
mod desk;
mod events;
pub mod fold;
mod http;
mod link;
mod uploads;
mod visitor;

pub use agent::{Agent, Browser, PASSWORD};
pub use answer::Answer;
pub use builders::{hash, jwt, said, send, signed, spoken};
pub use desk::{START, TestDesk, hurried};
pub use events::{Event, Events};
pub use link::{Arrival, Cursor, Link};
pub use uploads::{Courier, announced, content_digest};
pub use visitor::Visitor;
