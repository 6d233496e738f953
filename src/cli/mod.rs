//! The command line: one file per command.
//!
//! Exit codes: 0 done, 1 failed (one clear line on standard error, the chain of causes under it), 2 wrong usage. What a
//! command was asked for goes to standard output, everything else to standard error, so that output can be piped.
//! Only these files print.

mod agent;
mod backup;
mod block;
mod check_config;
mod completions;
mod doctor;
mod faq;
mod faq_export;
mod faq_import;
mod import;
mod init;
mod man;
mod output;
mod password;
mod progress;
mod reach;
mod restore;
mod search;
mod seat;
mod seed;
mod serve;
mod token;
mod widget;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use crate::app::Options;
use crate::clock::SystemClock;
use crate::config::{Config, ConfigError};
use crate::entropy::SystemEntropy;

/// What the executable is called.
const NAME: &str = "servicedesk";

/// A customer-service desk in one executable.
///
/// Customers write in a small widget on the shop's pages, agents answer in a workbench in the browser. Everything the
/// desk knows is in one data folder. Commands work on the running desk where there is one, else on the folder itself.
#[derive(Debug, Parser)]
#[command(name = NAME, version, after_help = EXAMPLES, max_term_width = 100)]
struct Cli {
    /// Settings to read [default: servicedesk.toml, where it exists]
    #[arg(long, global = true, value_name = "FILE", help_heading = "General options")]
    config: Option<PathBuf>,

    /// Folder that holds everything the desk knows
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        default_value = "./servicedesk-data",
        help_heading = "General options"
    )]
    data: PathBuf,

    #[command(subcommand)]
    command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  servicedesk                                   run a desk, at http://127.0.0.1:8080
  servicedesk --data /srv/desk serve            run the one in /srv/desk
  servicedesk backup /backups/desk-2026-03-01   copy it while it runs
  servicedesk doctor                            see whether everything is well

Without a command, servicedesk serves. `servicedesk init` writes a configuration file that explains every setting; each can \
also come from the environment, such as SERVICEDESK_SERVER__LISTEN=0.0.0.0:8080.";

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Init(init::Init),
    CheckConfig(check_config::CheckConfig),
    Agent(agent::Agent),
    Token(token::Token),
    Widget(widget::Widget),
    Block(block::Block),
    Seat(seat::Seat),
    Faq(faq::Faq),
    Import(import::Import),
    Backup(backup::Backup),
    Restore(restore::Restore),
    Seed(seed::Seed),
    Search(search::Search),
    Doctor(doctor::Doctor),
    Completions(completions::Completions),
    Man(man::Man),
}

/// What every command may need: the two general flags and the environment.
#[derive(Debug)]
struct Call {
    config_file: Option<PathBuf>,
    data: PathBuf,
    environment: Vec<(String, String)>,
}

impl Call {
    /// Reads the settings: the file, then the environment.
    fn config(&self) -> Result<Config, ConfigError> {
        Config::load(self.config_file.as_deref(), self.environment.iter().cloned())
    }

    /// What a desk on the data folder is built from.
    fn options(&self, config: Config) -> Options {
        Options {
            config,
            data: self.data.clone(),
            clock: SystemClock::shared(),
            entropy: std::sync::Arc::new(SystemEntropy),
        }
    }
}

/// Runs the command line `args` and tells how it ended.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>, environment: Vec<(String, String)>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(usage) => {
            // Help and version were asked for; the rest is wrong usage. Nobody is left to tell if printing fails.
            drop(usage.print());
            let asked = matches!(usage.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            return ExitCode::from(if asked { 0 } else { 2 });
        }
    };
    let call = Call { config_file: cli.config, data: cli.data, environment };
    let command = cli.command.unwrap_or(Command::Serve(serve::Serve::default()));
    let outcome = match command {
        Command::Serve(serve) => serve.run(&call),
        Command::Init(init) => init.run(&call),
        Command::CheckConfig(check) => check.run(&call),
        Command::Agent(agent) => agent.run(&call),
        Command::Token(token) => token.run(&call),
        Command::Widget(widget) => widget.run(&call),
        Command::Block(block) => block.run(&call),
        Command::Seat(seat) => seat.run(&call),
        Command::Faq(faq) => faq.run(&call),
        Command::Import(import) => import.run(&call),
        Command::Backup(backup) => backup.run(&call),
        Command::Restore(restore) => restore.run(&call),
        Command::Seed(seed) => seed.run(&call),
        Command::Search(search) => search.run(&call),
        Command::Doctor(doctor) => doctor.run(&call),
        Command::Completions(completions) => completions.run(&call),
        Command::Man(man) => man.run(&call),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::failure(&error);
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
