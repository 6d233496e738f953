//! What the bot asks of the FAQ, and where it finds the one that counts now. The FAQ in memory is swapped whole.

use std::fmt::Debug;
use std::sync::{Arc, PoisonError, RwLock};

use rusqlite::Connection;
use tokio::sync::watch;

use crate::clock::Timestamp;
use crate::domain::bot::decide::Asked;
use crate::domain::bot::settings::Carefulness;
use crate::domain::bot::slots::Slot;
use crate::fault::Fault;
use crate::i18n::Locale;

/// Where and when something is asked.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The channel.
    pub channel: &'a str,
    /// The time.
    pub now: Timestamp,
}

/// What a conversation was about before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// What was asked.
    pub question: String,
    /// The entry that answered.
    pub entry: Option<i64>,
}

/// Something to press under an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// Its id, of the entry's own.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Page it leads to.
    pub url: Option<String>,
}

/// What follows when a task has what it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What it asks for, in the customer's language.
    pub slots: Vec<Slot>,
    /// Whether a person takes over then; else the entry answers.
    pub hands_over: bool,
}

/// An entry as a customer gets it: in their language where there is one, else in the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The id.
    pub id: i64,
    /// Its question.
    pub question: String,
    /// Its answer, small markdown.
    pub answer: String,
    /// What stands under it.
    pub buttons: Vec<Button>,
    /// `/p/` and the name of a picture.
    pub picture: Option<String>,
    /// Entries that are offered after it, with their questions.
    pub links: Vec<(i64, String)>,
    /// What it asks for, if it is a task.
    pub task: Option<Task>,
}

/// An FAQ that can be asked.
pub trait Faq: Send + Sync + Debug {
    /// What it has to say to a text; joined with a topic, where one is given.
    fn ask(&self, text: &str, topic: Option<&Topic>, place: Place<'_>) -> Asked;
    /// An entry that the bot may answer with there and then.
    fn find(&self, conn: &Connection, id: i64, locale: Locale, place: Place<'_>) -> Result<Option<Told>, Fault>;
    /// How probable an entry has to be to answer.
    fn threshold(&self, carefulness: Carefulness, locale: Locale) -> f32;
    /// How many published entries the bot may answer with on a channel; an estimate is enough.
    fn entries(&self, place: Place<'_>) -> usize;
}

/// Where the FAQ stands that counts now; none before it was read.
#[derive(Debug)]
pub struct Shelf {
    faq: RwLock<Option<Arc<dyn Faq>>>,
    moved: watch::Sender<()>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self { faq: RwLock::default(), moved: watch::Sender::new(()) }
    }
}

impl Shelf {
    /// The one that counts now.
    #[must_use]
    pub fn current(&self) -> Option<Arc<dyn Faq>> {
        self.faq.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts another one in its place.
    pub fn put(&self, faq: Arc<dyn Faq>) {
        *self.faq.write().unwrap_or_else(PoisonError::into_inner) = Some(faq);
        self.moved.send_replace(());
    }

    /// Moves when another one counts.
    #[must_use]
    pub fn moved(&self) -> watch::Receiver<()> {
        self.moved.subscribe()
    }
}
