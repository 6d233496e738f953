//! `man`: pages for `man(1)`.

use clap::CommandFactory;
use clap_mangen::Man as Page;

use super::{Call, Cli, NAME, output};

/// Print a manual page
///
/// In the format of man(1), to standard output: the page of servicedesk itself, or of one of its commands.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk man > /usr/local/share/man/man1/servicedesk.1
  servicedesk man agent add > /usr/local/share/man/man1/servicedesk-agent-add.1
  servicedesk man backup | man -l -")]
pub(super) struct Man {
    /// The command; none for servicedesk itself
    #[arg(value_name = "COMMAND")]
    path: Vec<String>,
}

impl Man {
    pub(super) fn run(self, _: &Call) -> anyhow::Result<()> {
        let mut root = Cli::command();
        // Names commands in full (`servicedesk-agent-add`) and hands the general options down.
        root.build();
        let mut command = &root;
        for name in &self.path {
            command = command
                .find_subcommand(name)
                .ok_or_else(|| anyhow::anyhow!("there is no command {:?}", self.path.join(" ")))?;
        }
        let mut page = Vec::new();
        let version = format!("{NAME} {}", env!("CARGO_PKG_VERSION"));
        Page::new(command.clone()).source(version).render(&mut page)?;
        Ok(output::text(&page)?)
    }
}
