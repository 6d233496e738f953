//! `import`: what another desk had, brought in.

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Subcommand;

use super::reach::{Missing, ask};
use super::{Call, output};
use crate::control::{ImportedHistory, Reply, Request};

/// Refused lines that are shown; all of them are counted.
const SHOWN: usize = 50;

/// Bring in what another desk had
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  servicedesk import history old-desk.jsonl")]
pub(super) struct Import {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    History(History),
}

/// Bring in old conversations, also while the desk runs
///
/// Each line of FILE is a conversation as JSON, in UTF-8:
///
/// `{"external_id":"88","channel":"web","state":"closed","contact":{"external_id":"7","name":"Li Na","email":null,"phone":null},
/// "entries":[{"external_id":"1","sender":"visitor","name":"Li Na","text":"Hello","sent_at":"2024-03-01T08:30:12Z"}]}`
///
/// Everything keeps its date, colleagues keep their names without becoming agents, and nobody is told. The same file again brings
/// in nothing twice, and a later export what is new: after a kill, run the command again. What cannot be taken is named by its
/// line, the rest goes in.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk import history old-desk.jsonl
  servicedesk import history old-desk.jsonl --user-ids")]
struct History {
    /// The file; a running desk must be able to read it
    file: PathBuf,
    /// Ids of people in FILE are the shop's own: whoever proves such an id in the widget sees their old conversations
    #[arg(long)]
    user_ids: bool,
}

impl Import {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let Action::History(history) = self.action;
        history.run(call)
    }
}

impl History {
    fn run(self, call: &Call) -> anyhow::Result<()> {
        // The running desk has a working directory of its own.
        let file = std::path::absolute(&self.file).context("cannot find out where the file is")?;
        let request = Request::ImportHistory { file, user_ids: self.user_ids };
        let Reply::Imported(imported) = ask(call, &request, Missing::Create)? else { return Ok(()) };
        for refused in imported.refused.iter().take(SHOWN) {
            output::note(refused);
        }
        let left_out = imported.refused_lines + imported.refused_entries;
        if left_out > SHOWN as u64 {
            output::note(&format!("… and {} more", left_out - SHOWN as u64));
        }
        match imported {
            ImportedHistory { lines: 0, .. } => bail!("there is no line in {}", self.file.display()),
            ImportedHistory { lines, refused_lines, .. } if refused_lines >= lines => {
                bail!("none of the {lines} lines of {} could be taken", self.file.display())
            }
            imported => Ok(output::line(&summary(&imported))?),
        }
    }
}

fn summary(imported: &ImportedHistory) -> String {
    let ImportedHistory { conversations, entries, continued, known, refused_lines, refused_entries, .. } =
        imported;
    format!(
        "added {conversations} conversations with {entries} entries, {continued} continued, {known} known before, \
         {refused_lines} lines and {refused_entries} entries left out"
    )
}
