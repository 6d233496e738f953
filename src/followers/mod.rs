//! What follows from the log: readers with work of their own, and what becomes due.
//!
//! A follower reads events of some kinds, each once, and keeps what it makes of them in the transaction that moves its cursor
//! (`storage/follower.rs`). A timer does what is due and sleeps until the next thing is.

mod clocks;
pub mod following;
mod snooze;
pub mod timer;

use std::sync::Arc;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::flows::Desk;
use crate::storage::follower::Followers;

/// Every follower of a desk; each needs a line here and nothing else.
#[must_use]
pub fn all() -> Followers {
    Followers::from(vec![Arc::new(clocks::Clocks) as Arc<_>])
}

/// Starts each follower and timer; they end when `stop` is cancelled.
#[must_use]
pub fn start(desk: &Desk, stop: &CancellationToken) -> Vec<JoinHandle<()>> {
    let follow =
        |follower: &Arc<_>| tokio::spawn(following::run(desk.clone(), Arc::clone(follower), stop.clone()));
    let mut tasks: Vec<JoinHandle<()>> = desk.db.followers().iter().map(follow).collect();
    tasks.push(tokio::spawn(timer::run(desk.clone(), snooze::Snoozes, stop.clone())));
    tasks.push(tokio::spawn(timer::run(desk.clone(), clocks::Alarms, stop.clone())));
    tasks
}
