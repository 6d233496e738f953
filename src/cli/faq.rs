//! `faq`: what the shop answers, and what the bot makes of it.

mod ask;
mod evaluate;
mod export;
mod file;
mod import;

use clap::Subcommand;

use super::Call;

/// Bring the FAQ in and out, and try the bot on questions
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk faq import faq.csv
  servicedesk faq export faq.jsonl
  servicedesk faq test \"when will my parcel arrive\" --faq faq.jsonl
  servicedesk faq evaluate questions.jsonl --faq faq.jsonl")]
pub(super) struct Faq {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Import(import::Import),
    Export(export::Export),
    Test(ask::Test),
    Evaluate(evaluate::Evaluate),
}

impl Faq {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        match self.action {
            Action::Import(import) => import.run(call),
            Action::Export(export) => export.run(call),
            Action::Test(test) => test.run(call),
            Action::Evaluate(evaluate) => evaluate.run(call),
        }
    }
}
