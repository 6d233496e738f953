//! `token`: API tokens for programs.

use clap::Subcommand;

use super::reach::{Missing, ask};
use super::{Call, output};
use crate::control::{Reply, Request};

/// Make, list and revoke API tokens
///
/// A program that sends `Authorization: Bearer TOKEN` has the rights of the token's agent, but cannot change who gets in. The
/// desk keeps only a digest, so a token is shown once. It ends after a year unless told otherwise.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk token create --agent mei@example.cn --name nightly-export > token.txt
  servicedesk token list
  servicedesk token revoke t_0h2k9p4qw7c31")]
pub(super) struct Token {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make a token and print it, alone on standard output
    #[command(after_help = "\
Example:
  servicedesk token create --agent mei@example.cn --name nightly-export > token.txt")]
    Create {
        /// E-mail of the agent whose rights it has
        #[arg(long, value_name = "EMAIL")]
        agent: String,
        /// What it is for
        #[arg(long)]
        name: String,
        /// Days after which it ends, at most 730
        #[arg(long, default_value_t = crate::flows::access::api_tokens::DAYS)]
        days: u32,
    },
    /// List all tokens: id, agent, when made, when revoked, name, when it ends
    List,
    /// Revoke a token; its live connections end at once
    Revoke {
        /// Id of the token, as `token list` shows it
        id: String,
    },
}

impl Token {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        match self.action {
            Action::Create { agent, name, days } => {
                let request = Request::TokenCreate { agent, name, days: Some(days) };
                if let Reply::Token(token) = ask(call, &request, Missing::Refuse)? {
                    output::line(&token.into_text())?;
                }
            }
            Action::List => {
                if let Reply::Tokens(tokens) = ask(call, &Request::TokenList {}, Missing::Refuse)? {
                    let rows = tokens.into_iter().map(|token| {
                        let revoked = token.revoked_at.unwrap_or_else(|| "-".to_owned());
                        [token.id, token.agent, token.created_at, revoked, token.name, token.expires_at]
                    });
                    output::table(
                        ["ID", "AGENT", "MADE", "REVOKED", "NAME", "ENDS"],
                        &rows.collect::<Vec<_>>(),
                    )?;
                }
            }
            Action::Revoke { id } => {
                let line = format!("revoked {id}");
                ask(call, &Request::TokenRevoke { id }, Missing::Refuse)?;
                output::line(&line)?;
            }
        }
        Ok(())
    }
}
