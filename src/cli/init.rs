//! `init`: a configuration file to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, bail};

use super::{Call, output};
use crate::config::{DEFAULT_FILE, EXAMPLE};

/// Write a configuration file that explains every setting
///
/// The file is servicedesk.toml in the working directory, or the one named with --config. Every setting stands in it with
/// its default, commented out: the desk runs the same with it and without.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk init
  servicedesk --config /etc/servicedesk.toml init --force")]
pub(super) struct Init {
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

impl Init {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let file = call.config_file.as_deref().unwrap_or(Path::new(DEFAULT_FILE));
        let shown = file.display();
        let mut options = OpenOptions::new();
        options.write(true);
        if self.force {
            options.create(true).truncate(true)
        } else {
            options.create_new(true)
        };
        let mut open = match options.open(file) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                bail!("{shown} is there already; --force replaces it");
            }
            open => open.with_context(|| format!("cannot create {shown}"))?,
        };
        open.write_all(EXAMPLE.as_bytes()).with_context(|| format!("cannot write {shown}"))?;
        output::line(&format!("wrote {shown}"))?;
        Ok(())
    }
}
