//! Long-running tasks, one file each. They read what is due from the database, so that a crash delays, never loses.

mod cleanup;
mod snooze;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::flows::Desk;

/// Starts every worker; they end when `stop` is cancelled.
#[must_use]
pub fn start(desk: &Desk, config: &Config, stop: &CancellationToken) -> Vec<JoinHandle<()>> {
    vec![
        tokio::spawn(snooze::run(desk.clone(), stop.clone())),
        tokio::spawn(cleanup::run(desk.clone(), cleanup::Ages::new(config), stop.clone())),
    ]
}
