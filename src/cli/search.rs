//! `search`: the index by which messages are found.

use clap::Subcommand;

use super::reach::{Missing, ask};
use super::{Call, output};
use crate::control::Request;

/// Look after the index of the search
///
/// The desk keeps it up by itself, and makes it anew after an upgrade that needs it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  servicedesk search rebuild")]
pub(super) struct Search {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make the index anew
    ///
    /// The desk works meanwhile; until it is done, searches find only what is in the index already. `doctor` says how
    /// far it is.
    Rebuild,
}

impl Search {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let Action::Rebuild = self.action;
        ask(call, &Request::SearchRebuild {}, Missing::Refuse)?;
        output::line("the index of the search is made anew")?;
        Ok(())
    }
}
