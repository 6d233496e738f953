//! Realtime: the protocol, who is connected, and what each of them is told.
//!
//! Free of any socket library. `session` is a state machine without I/O: frames and events go in, frames and requests
//! come out, time is an argument. `link` is the async shell that carries its requests out; sockets are a shell around
//! that. Events are delivered by reading the log: a lost wake-up delays, it never loses.

pub mod agent_presence;
pub mod alarms;
pub mod backlog;
pub mod blocked;
pub mod clock_row;
pub mod conversation_row;
pub mod entry_frame;
pub mod frames;
pub mod hub;
pub mod item;
pub mod limits;
pub mod link;
mod linked;
pub mod lists;
pub mod mailbox;
pub mod member;
mod open;
pub mod place;
pub mod presence;
pub mod protocol;
pub mod queue;
mod queue_board;
pub mod relay;
pub mod requests;
mod sends;
pub mod session;
mod shop_board;
pub mod spending;
pub mod shop_status;
pub mod tail;
pub mod throttle;
pub mod wall;

/// The subprotocol, and the value of `protocol` in `hello`.
pub const PROTOCOL: &str = "servicedesk.im.v1";
