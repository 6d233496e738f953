//! Long-running tasks, one file each. They read what is due from the database, so that a crash delays, never loses.

pub mod bot;
mod cleanup;
pub mod files;
mod fold;
mod imports;
mod knowledge;
pub mod presence;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::flows::Desk;
use crate::flows::files::uploads::Files;

/// Starts every worker; they end when `stop` is cancelled.
#[must_use]
pub fn start(desk: &Desk, files: &Files, config: &Config, stop: &CancellationToken) -> Vec<JoinHandle<()>> {
    vec![
        tokio::spawn(bot::run(desk.clone(), config.bot.clone(), stop.clone())),
        tokio::spawn(bot::follow_faq(desk.clone(), stop.clone())),
        tokio::spawn(bot::keep_duty(desk.clone(), stop.clone())),
        tokio::spawn(cleanup::run(desk.clone(), cleanup::Ages::new(config), stop.clone())),
        tokio::spawn(fold::run(desk.clone(), stop.clone())),
        tokio::spawn(imports::run(desk.clone(), stop.clone())),
        tokio::spawn(knowledge::run(desk.clone(), stop.clone())),
        tokio::spawn(presence::run(desk.clone(), stop.clone())),
        tokio::spawn(files::run(desk.clone(), files.clone(), stop.clone())),
    ]
}
