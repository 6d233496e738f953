//! Asking the process to stop the desk, put a backup in its place and start it again. Whoever runs the desk listens.

use tokio::sync::watch;

use crate::clock::Timestamp;

/// How the last try went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastRestore {
    /// The backup.
    pub name: String,
    /// When it was tried.
    pub at: Timestamp,
    /// Whether the backup was put in place; if not, the desk is unchanged.
    pub done: bool,
}

/// Carries one desk's request for a restart.
#[derive(Debug, Clone)]
pub struct Restart {
    asked: watch::Sender<Option<String>>,
    /// The last try in this process.
    pub last: Option<LastRestore>,
}

impl Restart {
    /// Nothing is asked yet.
    #[must_use]
    pub fn new(last: Option<LastRestore>) -> Self {
        Self { asked: watch::Sender::new(None), last }
    }

    /// Asks for the backup with this name; the first to ask is heard.
    pub fn ask(&self, name: String) {
        self.asked.send_if_modified(|asked| {
            let first = asked.is_none();
            asked.get_or_insert(name);
            first
        });
    }

    /// Waits until somebody asks.
    pub async fn asked(&self) -> String {
        let mut asked = self.asked.subscribe();
        loop {
            if let Some(name) = asked.borrow_and_update().clone() {
                return name;
            }
            if asked.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }
}
