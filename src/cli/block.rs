//! `block`: who may not write to the shop.

use clap::{ArgGroup, Subcommand};

use super::reach::{Missing, ask};
use super::{Call, output};
use crate::control::{Reply, Request};

/// Block customers and addresses, and lift blocks
///
/// Who is blocked can read what was said, and nothing they write arrives. It takes effect at once, on open chats too. Agents are
/// never kept out by an address.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk block add --address 203.0.113.7 --reason \"floods the chat\" --days 7
  servicedesk block add --contact p_0h2k9p4qw7c31
  servicedesk block list
  servicedesk block remove b_0h2k9p4qw7c31")]
pub(super) struct Block {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Block a visitor, a contact or addresses, and print the block's id
    #[command(group = ArgGroup::new("target").required(true), after_help = "\
Example:
  servicedesk block add --address 2001:db8:1:2::/64 --days 1")]
    Add {
        /// Id of a visitor: one browser or app
        #[arg(long, value_name = "ID", group = "target")]
        visitor: Option<String>,
        /// Id of a contact: a person with all their browsers and apps
        #[arg(long, value_name = "ID", group = "target")]
        contact: Option<String>,
        /// An address, or a range such as 203.0.113.0/24; an IPv6 address stands for its /64
        #[arg(long, value_name = "ADDRESS", group = "target")]
        address: Option<String>,
        /// Why, for the team: one line
        #[arg(long)]
        reason: Option<String>,
        /// For how many days; without it until the block is lifted
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=3_650))]
        days: Option<u32>,
    },
    /// List the blocks that hold: id, who, since when, until when, reason
    List,
    /// Lift a block
    Remove {
        /// Id of the block, as `block list` shows it
        id: String,
    },
}

impl Block {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        match self.action {
            Action::Add { visitor, contact, address, reason, days } => {
                let request = Request::BlockAdd { visitor, contact, address, reason, days };
                if let Reply::Made(id) = ask(call, &request, Missing::Refuse)? {
                    output::line(&id)?;
                }
            }
            Action::List => {
                if let Reply::Blocks(blocks) = ask(call, &Request::BlockList {}, Missing::Refuse)? {
                    let rows = blocks.into_iter().map(|block| {
                        let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
                        [block.id, block.who, block.blocked_at, or_dash(block.until), or_dash(block.reason)]
                    });
                    output::table(["ID", "WHO", "SINCE", "UNTIL", "REASON"], &rows.collect::<Vec<_>>())?;
                }
            }
            Action::Remove { id } => {
                let line = format!("lifted {id}");
                ask(call, &Request::BlockRemove { id }, Missing::Refuse)?;
                output::line(&line)?;
            }
        }
        Ok(())
    }
}
