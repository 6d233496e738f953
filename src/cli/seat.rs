//! `seat`: how many agents may be active.

use clap::Subcommand;

use super::reach::{Missing, ask};
use super::{Call, output};
use crate::control::{Reply, Request};

/// Show the seats of the desk
///
/// A seat is an active agent. Two are free; disabling an agent frees one.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  servicedesk seat status")]
pub(super) struct Seat {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Show how many seats are used and allowed
    Status,
}

impl Seat {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let Action::Status = self.action;
        if let Reply::Seats { used, allowed } = ask(call, &Request::SeatStatus {}, Missing::Refuse)? {
            output::line(&format!("used\t{used}\nallowed\t{allowed}"))?;
        }
        Ok(())
    }
}
