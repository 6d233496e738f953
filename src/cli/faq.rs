//! `faq`: what customers ask, and what the bot makes of it.

mod ask;
mod evaluate;
mod file;

use clap::Subcommand;

use super::Call;

/// Try the bot on questions
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk faq test \"when will my parcel arrive\" --faq faq.jsonl
  servicedesk faq evaluate questions.jsonl --faq faq.jsonl")]
pub(super) struct Faq {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Test(ask::Test),
    Evaluate(evaluate::Evaluate),
}

impl Faq {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        match self.action {
            Action::Test(test) => test.run(call),
            Action::Evaluate(evaluate) => evaluate.run(call),
        }
    }
}
