//! `backup`: a consistent copy, also while the desk runs.

use std::path::PathBuf;

use anyhow::Context;

use super::reach::{Missing, ask};
use super::{Call, output};
use crate::config::units::ByteSize;
use crate::control::{Reply, Request};

/// Copy the desk into a new folder, also while it runs
///
/// What was accepted before the command started is in the copy. It is synced to disk and its integrity is checked. It holds
/// everything, password hashes and the widget's secret included: guard it like the data folder.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  servicedesk --data /var/lib/servicedesk backup /backups/desk-2026-03-01")]
pub(super) struct Backup {
    /// New or empty folder for the copy; a running desk must be able to write there
    dest: PathBuf,
}

impl Backup {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        // The running desk has a working directory of its own.
        let to = std::path::absolute(&self.dest).context("cannot find out where the copy should go")?;
        if let Reply::BackedUp { file, bytes } = ask(call, &Request::Backup { to }, Missing::Refuse)? {
            let size = ByteSize::from_bytes(bytes);
            output::line(&format!("backed up to {} ({size}), checked", file.display()))?;
        }
        Ok(())
    }
}
