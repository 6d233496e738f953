//! `widget`: the keys of the places where customers write.

use clap::Subcommand;

use super::reach::{Missing, ask};
use super::{Call, output};
use crate::control::{Reply, Request};

/// Show the keys of the widgets
///
/// The public key stands in the tag on the shop's pages. The secret signs the identities of the shop's signed-in customers
/// on the shop's server; it never belongs in a page. One widget named `default` exists from the first start.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk widget list
  servicedesk widget secret default")]
pub(super) struct Widget {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List name and public key of each widget, parted by a tab
    List,
    /// Print the secret that signs identities, alone on standard output
    Secret {
        /// Name of the widget
        name: String,
    },
}

impl Widget {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        match self.action {
            Action::List => {
                if let Reply::Widgets(widgets) = ask(call, &Request::WidgetList {}, Missing::Refuse)? {
                    widgets.iter().try_for_each(|row| output::line(&format!("{}\t{}", row.name, row.key)))?;
                }
            }
            Action::Secret { name } => {
                if let Reply::Secret(secret) = ask(call, &Request::WidgetSecret { name }, Missing::Refuse)? {
                    output::line(&secret.into_text())?;
                }
            }
        }
        Ok(())
    }
}
