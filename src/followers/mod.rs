//! What follows from the log: readers with work of their own, and what becomes due.
//!
//! A follower reads events of some kinds, each once, and keeps what it makes of them in the transaction that moves its cursor
//! (`storage/follower.rs`). A timer does what is due and sleeps until the next thing is.

mod clocks;
pub mod following;
mod learning;
pub mod push;
pub mod routing;
mod scheduled;
mod search;
mod snooze;
pub mod timer;

use std::sync::Arc;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::flows::Desk;
use crate::flows::routing::round::Queue;
use crate::storage::follower::{Follower, Followers};

/// Every follower of a desk; each needs a line here and nothing else.
#[must_use]
pub fn all(config: &Config) -> Followers {
    let mut all: Vec<Arc<dyn Follower>> = vec![Arc::new(clocks::Clocks)];
    if config.routing.enabled {
        all.push(Arc::new(Queue::default()));
    }
    if config.push.enabled {
        all.push(Arc::new(push::Notices));
    }
    Followers::from(all)
}

/// Starts each follower and timer; they end when `stop` is cancelled.
#[must_use]
pub fn start(desk: &Desk, config: &Config, stop: &CancellationToken) -> Vec<JoinHandle<()>> {
    let follow =
        |follower: &Arc<_>| tokio::spawn(following::run(desk.clone(), Arc::clone(follower), stop.clone()));
    // The routing reads on by itself, in the unit in which it decides, and notices go out as soon as they are read.
    let own = [Queue::NAME, push::NAME];
    let others = desk.db.followers().iter().filter(|follower| !own.contains(&follower.name()));
    let mut tasks: Vec<JoinHandle<()>> = others.map(follow).collect();
    let looked_at = config.routing.queue_looked_at;
    tasks.push(if config.routing.enabled {
        tokio::spawn(routing::run(desk.clone(), looked_at, stop.clone()))
    } else {
        tokio::spawn(routing::rest(desk.clone()))
    });
    if config.search.enabled {
        tasks.push(tokio::spawn(search::run(desk.clone(), stop.clone())));
    }
    tasks.push(tokio::spawn(learning::run(desk.clone(), stop.clone())));
    tasks.extend(push::start(desk, config, stop));
    tasks.push(tokio::spawn(timer::run(desk.clone(), snooze::Snoozes, stop.clone())));
    tasks.push(tokio::spawn(timer::run(desk.clone(), clocks::Alarms, stop.clone())));
    tasks.push(tokio::spawn(timer::run(desk.clone(), scheduled::Scheduled, stop.clone())));
    tasks
}
