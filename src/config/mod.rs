//! Settings: one struct per section of `servicedesk.toml`, each key with a documented default.
//!
//! Defaults are overlaid by the file, then by the environment (`SERVICEDESK_SECTION__KEY`); flags of the command line win
//! over both and are set on the result by `cli`. Everything is read and checked once, at start, and every wrong key is
//! reported in one go, with the nearest right name. Nothing here is a secret: keys that sign and passwords live in the data
//! folder, so a printed configuration gives nothing away. This module imports nothing else of the crate.

pub mod address;
mod backups;
mod bot;
mod check;
mod conversations;
mod faq;
mod files;
mod im;
mod limits;
mod link_previews;
mod load;
mod log;
mod password;
mod problem;
mod model;
mod push;
mod routing;
mod search;
mod server;
mod sessions;
mod storage;
mod tickets;
pub mod tls;
pub mod units;
mod views;

use serde::{Deserialize, Serialize};

pub use backups::Backups;
pub use bot::Bot;
pub use conversations::Conversations;
pub use faq::Faq;
pub use files::Files;
pub use im::Im;
pub use limits::Limits;
pub use link_previews::LinkPreviews;
pub use log::{Log, LogFormat};
pub use model::Model;
pub use password::Password;
pub use problem::{ConfigError, Problem};
pub use push::Push;
pub use routing::Routing;
pub use search::Search;
pub use server::Server;
pub use sessions::Sessions;
pub use storage::Storage;
pub use tickets::Tickets;
pub use tls::Tls;
pub use views::Views;

/// The file that is read from the working directory when none is named, if it exists.
pub const DEFAULT_FILE: &str = "servicedesk.toml";

/// The commented manual of all keys, which `init` writes as [`DEFAULT_FILE`].
pub const EXAMPLE: &str = include_str!("../../config.example.toml");

/// All settings, section by section.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// How the desk listens.
    pub server: Server,
    /// HTTPS.
    pub tls: Tls,
    /// The SQLite engine.
    pub storage: Storage,
    /// Copies in the data folder.
    pub backups: Backups,
    /// The realtime link.
    pub im: Im,
    /// The life of a conversation.
    pub conversations: Conversations,
    /// Saved views.
    pub views: Views,
    /// Who gets which conversation.
    pub routing: Routing,
    /// What the bot keeps to.
    pub bot: Bot,
    /// What takes longer.
    pub tickets: Tickets,
    /// Finding whatever was ever said.
    pub search: Search,
    /// How much the FAQ may hold.
    pub faq: Faq,
    /// Notices to agents' browsers.
    pub push: Push,
    /// A language model that may help the bot.
    pub model: Model,
    /// What people send besides words.
    pub files: Files,
    /// How long credentials live.
    pub sessions: Sessions,
    /// How often somebody may do something.
    pub limits: Limits,
    /// What is shown of pages that messages link to.
    pub link_previews: LinkPreviews,
    /// Agents' passwords.
    pub password: Password,
    /// What is logged.
    pub log: Log,
}

impl Config {
    /// Rules beyond types that are broken, as (`section.key`, sentence).
    fn broken_rules(&self) -> Vec<(&'static str, String)> {
        let mut check = check::Check::default();
        self.server.check(&mut check);
        self.tls.check(&mut check);
        self.storage.check(&mut check);
        self.backups.check(&mut check);
        self.im.check(&mut check);
        self.conversations.check(&mut check);
        self.views.check(&mut check);
        self.routing.check(&mut check);
        self.bot.check(&mut check);
        self.tickets.check(&mut check);
        self.search.check(&mut check);
        self.faq.check(&mut check);
        self.push.check(&mut check);
        self.model.check(&mut check);
        self.files.check(&mut check);
        self.sessions.check(&mut check);
        self.limits.check(&mut check);
        self.link_previews.check(&mut check);
        self.password.check(&mut check);
        check.finish()
    }
}
