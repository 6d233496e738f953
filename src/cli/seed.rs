//! `seed`: demo conversations, to try the desk and to measure it.

use super::reach::{Missing, ask};
use super::{Call, output};
use crate::control::{Reply, Request};

/// Fill the desk with demo conversations, or take them out again
///
/// Customers of a made-up tea shop, in Chinese and English, over the last thirty days: waiting, open, snoozed and closed,
/// with labels, notes and ratings. The desk's agents answer in them; without an agent all wait. Open workbenches load anew
/// when it is done. Nobody is written to.
///
/// `--remove` takes out every demo conversation with whatever was done to it since, and nothing else.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk seed --conversations 50
  servicedesk seed --conversations 1 --messages 1000
  servicedesk seed --remove")]
pub(super) struct Seed {
    /// How many conversations to add
    #[arg(long, value_name = "N", required_unless_present = "remove")]
    conversations: Option<usize>,
    /// Messages of each conversation [default: as many as its story has]
    #[arg(long, value_name = "M", requires = "conversations")]
    messages: Option<usize>,
    /// Remove all demo data
    #[arg(long, conflicts_with_all = ["conversations", "messages"])]
    remove: bool,
}

impl Seed {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let (request, missing, done) = match self.conversations {
            Some(conversations) => {
                (Request::Seed { conversations, messages: self.messages }, Missing::Create, "added")
            }
            None => (Request::Unseed {}, Missing::Refuse, "removed"),
        };
        if let Reply::Seeded { conversations, entries } = ask(call, &request, missing)? {
            output::line(&format!("{done} {conversations} demo conversations with {entries} entries"))?;
        }
        Ok(())
    }
}
