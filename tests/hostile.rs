//! The desk against people who do not keep to the rules: other people's ids, credentials that do not hold, frames and
//! bodies that nobody should send, and copies made while everybody writes.
//!
//! Everything goes through the public door of a whole desk; what may differ between two answers by nature (the
//! `request_id`) is left out before they are compared.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised ends")]
#![allow(clippy::duplicate_mod, reason = "stories and processes ask by the same HTTP client")]

#[path = "desk/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "these stories use a part of what all stories share")]
mod support;

#[path = "process/mod.rs"]
mod process;
#[path = "hostile/bomb.rs"]
mod bomb;
#[path = "hostile/evening.rs"]
mod evening;
#[path = "hostile/stranger.rs"]
mod stranger;
#[path = "hostile/ground.rs"]
mod ground;
#[path = "hostile/credentials.rs"]
mod credentials;
#[path = "hostile/isolation.rs"]
mod isolation;
#[path = "hostile/teams.rs"]
mod teams;
#[path = "hostile/mutant.rs"]
mod mutant;
#[path = "hostile/mutation.rs"]
mod mutation;
#[path = "hostile/wire.rs"]
mod wire;
#[path = "hostile/seeds.rs"]
mod seeds;
#[path = "hostile/copies.rs"]
mod copies;
