//! The control socket: how a command reaches the desk that is running.
//!
//! One writer stays one writer: while a server holds the data folder, commands ask it through `control.sock` in that
//! folder, one JSON object a line each way. [`execute`] is the one implementation of what they ask for, whether the
//! server runs it or a command that opened a free folder itself. Who can open the socket (mode 0600) may do everything,
//! as could who can read the data folder. It is no network interface and carries no events.

mod blocks;
pub mod client;
pub mod execute;
mod histories;
mod knowledge;
mod line;
pub mod server;
mod socket;

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::domain::faq::import::{Refused, Row};
use crate::fault::Fault;
use crate::flows::faq::import::Report;

/// Name of the socket inside the data folder.
pub const FILE_NAME: &str = "control.sock";

/// Longest line either way, in bytes; a list of all agents fits many times.
pub const LINE_BYTES: usize = 1 << 20;

/// Hears the steps of long work.
pub type Steps = Arc<dyn Fn(&str) + Send + Sync>;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// Add somebody to the desk.
    AgentAdd {
        /// Not yet checked.
        email: String,
        /// Not yet checked.
        name: String,
        /// `owner`, `admin` or `agent`; without one the first agent of a desk is its owner.
        #[serde(default)]
        role: Option<String>,
        /// In plain text; hashed before it is stored.
        password: Secret,
    },
    /// All agents.
    AgentList {},
    /// Set a password; signs out everywhere.
    AgentPasswd {
        /// The agent.
        email: String,
        /// In plain text; hashed before it is stored.
        password: Secret,
    },
    /// End an agent's access at once.
    AgentDisable {
        /// The agent.
        email: String,
    },
    /// Make an API token.
    TokenCreate {
        /// E-mail of the agent whose rights it carries.
        agent: String,
        /// Its name.
        name: String,
        /// Days until it expires; a year by default.
        #[serde(default)]
        days: Option<u32>,
    },
    /// All API tokens, without their text.
    TokenList {},
    /// End a token at once.
    TokenRevoke {
        /// Its id.
        id: String,
    },
    /// All widgets.
    WidgetList {},
    /// The secret that signs identities for one widget.
    WidgetSecret {
        /// The widget's name.
        name: String,
    },
    /// Seats used and allowed.
    SeatStatus {},
    /// Block a visitor, a contact or an address from writing.
    BlockAdd {
        /// Id of a visitor.
        #[serde(default)]
        visitor: Option<String>,
        /// Id of a contact.
        #[serde(default)]
        contact: Option<String>,
        /// An address or a range.
        #[serde(default)]
        address: Option<String>,
        /// Reason.
        #[serde(default)]
        reason: Option<String>,
        /// Days until the block ends.
        #[serde(default)]
        days: Option<u32>,
    },
    /// All blocks that hold.
    BlockList {},
    /// Lift a block.
    BlockRemove {
        /// Its id.
        id: String,
    },
    /// Demo conversations.
    Seed {
        /// Number of conversations.
        conversations: usize,
        /// Messages of each, else as many as its story has.
        #[serde(default)]
        messages: Option<usize>,
    },
    /// Remove all demo data.
    Unseed {},
    /// Bring in a history of another desk.
    ImportHistory {
        /// The file, as an absolute path.
        file: PathBuf,
        /// Whether ids of people in it are the shop's own.
        #[serde(default)]
        user_ids: bool,
    },
    /// Bring in entries of the FAQ.
    FaqRows(FaqRows),
    /// Make a backup.
    Backup {
        /// A new folder, as an absolute path.
        to: PathBuf,
    },
    /// Make the index of the search anew.
    SearchRebuild {},
    /// Health of the desk.
    Status {},
}

/// The reply to a request that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// Done, without a result.
    Done,
    /// The id of what was made.
    Made(String),
    /// All agents, in the order they were added.
    Agents(Vec<AgentRow>),
    /// A new token's text, shown only once.
    Token(Secret),
    /// All tokens, oldest first.
    Tokens(Vec<TokenRow>),
    /// All widgets, oldest first.
    Widgets(Vec<WidgetRow>),
    /// A widget's secret.
    Secret(Secret),
    /// Seats.
    Seats {
        /// Active agents.
        used: i64,
        /// Agents that may be active.
        allowed: i64,
    },
    /// All blocks that hold, newest first.
    Blocks(Vec<BlockedRow>),
    /// Demo data was stored or removed.
    Seeded {
        /// Conversations.
        conversations: usize,
        /// Entries in them.
        entries: usize,
    },
    /// A history was brought in.
    Imported(ImportedHistory),
    /// Rows of the FAQ were brought in.
    FaqRows {
        /// The import.
        import: String,
        /// What became of its lines so far.
        report: Report,
    },
    /// The copy is made and checked.
    BackedUp {
        /// The copied database.
        file: PathBuf,
        /// Its size.
        bytes: u64,
    },
    /// Health of the desk.
    Status(Status),
}

/// Rows of an import of the FAQ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaqRows {
    /// The import that they go on with; a new one without.
    #[serde(default)]
    pub import: Option<String>,
    /// Name of the file.
    pub name: String,
    /// At most 200.
    pub rows: Vec<Row>,
    /// What the command refused, with the first rows.
    #[serde(default)]
    pub refused: Vec<Refused>,
    /// How many it refused.
    #[serde(default)]
    pub refused_count: u64,
    /// Lines of the file.
    #[serde(default)]
    pub lines: u64,
    /// Whether these are the last.
    pub last: bool,
}

/// What became of the lines of a history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedHistory {
    /// Lines with something in them.
    pub lines: u64,
    /// Conversations that are new.
    pub conversations: u64,
    /// Entries that are new.
    pub entries: u64,
    /// Conversations that were here and got new entries.
    pub continued: u64,
    /// Conversations of which everything was here.
    pub known: u64,
    /// Lines that were left out.
    pub refused_lines: u64,
    /// Entries that were left out of lines that went in.
    pub refused_entries: u64,
    /// The first of both, a sentence each.
    pub refused: Vec<String>,
}

/// An agent, as `agent list` shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentRow {
    /// The id.
    pub id: String,
    /// The e-mail.
    pub email: String,
    /// The name.
    pub name: String,
    /// The role's name.
    pub role: String,
    /// Whether the agent has a seat.
    pub active: bool,
}

/// An API token, as `token list` shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRow {
    /// The id, by which it is revoked.
    pub id: String,
    /// E-mail of its agent.
    pub agent: String,
    /// Its name.
    pub name: String,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// When it expires, RFC 3339.
    pub expires_at: String,
    /// When it was revoked, RFC 3339.
    pub revoked_at: Option<String>,
}

/// A block, as `block list` shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockedRow {
    /// The id, by which it is lifted.
    pub id: String,
    /// Id of a visitor or contact, or a range of addresses.
    pub who: String,
    /// Reason.
    pub reason: Option<String>,
    /// Start of the block, RFC 3339.
    pub blocked_at: String,
    /// End of the block, RFC 3339.
    pub until: Option<String>,
}

/// A widget, as `widget list` shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WidgetRow {
    /// The name.
    pub name: String,
    /// The public key.
    pub key: String,
}

/// How a desk is doing, for `doctor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The version of the executable that answers.
    pub version: String,
    /// Where it listens; `None` if it is no server.
    pub address: Option<SocketAddr>,
    /// Whether its writer can commit.
    pub writable: bool,
    /// Descriptors it may open; `None` for no limit.
    pub descriptors: Option<u64>,
    /// Its clock, in Unix milliseconds.
    pub now: i64,
    /// Transactions committed since the start.
    pub batches: u64,
    /// Units of work in them.
    pub units: u64,
}

impl Status {
    /// Its clock.
    #[must_use]
    pub const fn now(&self) -> Timestamp {
        Timestamp(self.now)
    }
}

/// Text that must not appear in logs.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Hides `text`.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("***")
    }
}

/// Why a request failed: a text for people and a code for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message} [{code}]")]
pub struct Refusal {
    /// Stable, `snake_case`.
    pub code: String,
    /// What is wrong, and what to do.
    pub message: String,
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self { code: fault.code.to_owned(), message: fault.to_string() }
    }
}

/// A line from the server: any number of steps, then one of the others.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    /// A step of long work.
    Step(String),
    /// The request was done.
    Reply(Reply),
    /// The request failed.
    Refused(Refusal),
}
