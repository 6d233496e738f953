//! The desk through its public door: HTTP and sockets on a free port, an empty data folder, a clock moved by hand.
//!
//! `web` mirrors `src/web`, `im` mirrors `src/im`, `https` tells of `src/tls`; `docs` holds the documents against what the desk does. Nothing here
//! sleeps: a test waits for what it expects, with a deadline.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised ends")]

mod bot;
mod docs;
mod https;
mod im;
mod routing;
mod shift;
mod support;
mod web;
