//! `agent`: who works at the desk.

use clap::Subcommand;

use super::reach::{Missing, ask};
use super::{Call, output, password};
use crate::control::{Reply, Request};

/// Add, list and disable the people who work at the desk
///
/// Works on the running desk as well as on a stopped one. Two agents can be active at a time.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk agent add --email mei@example.cn --name Mei --role owner --password-stdin < pw.txt
  servicedesk agent list
  servicedesk agent disable --email mei@example.cn")]
pub(super) struct Agent {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Add an agent
    ///
    /// The e-mail must be new to the desk, in whatever case. The password has at least 10 characters and is not among the
    /// first that are guessed. A desk that has no data folder yet gets one.
    #[command(after_help = "\
Example:
  servicedesk agent add --email mei@example.cn --name Mei --role owner --password-stdin < pw.txt")]
    Add {
        /// Address to sign in with
        #[arg(long)]
        email: String,
        /// Name that customers and colleagues see
        #[arg(long)]
        name: String,
        /// What the agent may do: an owner everything, an admin all but the owner's account, an agent answer customers
        /// [default: owner for the first of the desk, else agent]
        #[arg(long, value_parser = ["owner", "admin", "agent"])]
        role: Option<String>,
        /// Read the password from the first line of standard input
        #[arg(long, required = true)]
        password_stdin: bool,
    },
    /// List all agents: id, e-mail, role, whether active, name
    List,
    /// Set an agent's password; signs out all of the agent's browsers
    #[command(after_help = "\
Example:
  servicedesk agent passwd --email mei@example.cn --password-stdin < pw.txt")]
    Passwd {
        /// Address that the agent signs in with
        #[arg(long)]
        email: String,
        /// Read the password from the first line of standard input
        #[arg(long, required = true)]
        password_stdin: bool,
    },
    /// End an agent's access and free the seat
    ///
    /// Browsers, API tokens and live connections of the agent end at once. What was written stays. This holds for the
    /// only owner, too; `agent add --role owner` makes another.
    Disable {
        /// Address that the agent signs in with
        #[arg(long)]
        email: String,
    },
}

impl Agent {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        match self.action {
            Action::Add { email, name, role, password_stdin: _ } => {
                let password = password::read()?;
                let line = email.clone();
                let request = Request::AgentAdd { email, name, role, password };
                if let Reply::Made(id) = ask(call, &request, Missing::Create)? {
                    output::line(&format!("added {id} {line}"))?;
                }
            }
            Action::List => {
                if let Reply::Agents(agents) = ask(call, &Request::AgentList {}, Missing::Refuse)? {
                    let rows = agents.into_iter().map(|agent| {
                        let state = if agent.active { "active" } else { "disabled" };
                        [agent.id, agent.email, agent.role, state.to_owned(), agent.name]
                    });
                    output::table(["ID", "E-MAIL", "ROLE", "STATE", "NAME"], &rows.collect::<Vec<_>>())?;
                }
            }
            Action::Passwd { email, password_stdin: _ } => {
                let line = format!("set the password of {email}; all its browsers are signed out");
                let request = Request::AgentPasswd { email, password: password::read()? };
                ask(call, &request, Missing::Refuse)?;
                output::line(&line)?;
            }
            Action::Disable { email } => {
                let line = format!("disabled {email}");
                ask(call, &Request::AgentDisable { email }, Missing::Refuse)?;
                output::line(&line)?;
            }
        }
        Ok(())
    }
}
