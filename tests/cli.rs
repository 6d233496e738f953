//! The command line as an operator uses it: real processes, on a running desk and on a stopped one.

#[path = "cli/agents.rs"]
mod agents;
#[path = "cli/backup.rs"]
mod backup;
#[path = "cli/block.rs"]
mod block;
#[path = "cli/control.rs"]
mod control;
#[path = "cli/doctor.rs"]
mod doctor;
#[path = "cli/forgetting.rs"]
mod forgetting;
#[path = "cli/help.rs"]
mod help;
#[path = "cli/https.rs"]
mod https;
mod process;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/restart.rs"]
mod restart;
#[path = "cli/restore.rs"]
mod restore;
#[path = "cli/seed.rs"]
mod seed;
#[path = "cli/serve.rs"]
mod serve;
#[path = "cli/settings.rs"]
mod settings;

use std::path::PathBuf;

use process::{Ended, done, run, servicedesk};
use tempfile::TempDir;

/// A place for one desk.
struct Place {
    folder: TempDir,
    data: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("desk");
        Self { folder, data }
    }

    /// Runs a command to its end.
    fn run(&self, args: &[&str]) -> Ended {
        run(servicedesk(&self.data).args(args), "")
    }

    /// Runs a command that must succeed, and gives its output.
    fn done(&self, args: &[&str]) -> String {
        done(&self.data, args, "")
    }

    /// Runs a command that must fail with exit code 1, and gives what it said.
    fn fails(&self, args: &[&str], input: &str) -> String {
        let ended = run(servicedesk(&self.data).args(args), input);
        assert_eq!(ended.code, Some(1), "{args:?}: {}{}", ended.out, ended.err);
        assert!(
            ended.err.starts_with("error: ") || ended.err.contains("\nerror: "),
            "{args:?}: {}",
            ended.err
        );
        ended.err
    }

    fn add(&self, email: &str, role: &str) -> String {
        let args = ["agent", "add", "--email", email, "--name", "Mei", "--role", role, "--password-stdin"];
        done(&self.data, &args, "a kettle of spring water\n")
    }
}
