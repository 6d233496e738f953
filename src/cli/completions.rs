//! `completions`: what a shell needs to finish words of this command line.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Call, Cli, NAME, output};

/// Print what a shell needs to complete commands and options
///
/// Goes to standard output; nothing is installed and no data folder is touched. A new version may know new commands: print
/// it again then.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk completions bash > /etc/bash_completion.d/servicedesk
  servicedesk completions zsh > ~/.zfunc/_servicedesk
  servicedesk completions fish > ~/.config/fish/completions/servicedesk.fish")]
pub(super) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self, _: &Call) -> anyhow::Result<()> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), NAME, &mut script);
        Ok(output::text(&script)?)
    }
}
