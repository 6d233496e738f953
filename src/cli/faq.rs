//! `faq`: what the shop answers.

use clap::Subcommand;

use super::Call;
use super::faq_export::Export;
use super::faq_import::Import;

/// Bring the FAQ in and out
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk faq import faq.csv
  servicedesk faq export faq.jsonl")]
pub(super) struct Faq {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Import(Import),
    Export(Export),
}

impl Faq {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        match self.action {
            Action::Import(import) => import.run(call),
            Action::Export(export) => export.run(call),
        }
    }
}
