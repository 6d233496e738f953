//! The FAQ as it is asked: an index in memory, beside the database. It is built off the writer, swapped whole, and answers while a
//! new one is made. What it holds is compared by versions, so that no event has to say what changed.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use rusqlite::Connection;
use tokio::sync::{Mutex, watch};

use super::Bounds;
use crate::config;
use crate::domain::faq::{Facts, store};
use crate::events::LogPosition;
use crate::fault::Fault;
use crate::i18n::Locale;
use crate::ids::FaqId;
use crate::matcher::{Index, Language, Source, SourceEntry};

/// An index with what it was made of.
#[derive(Default)]
pub struct Current {
    /// What answers; `None` while there is nothing to ask.
    pub index: Option<Index>,
    /// Where and when each published entry holds.
    pub facts: HashMap<FaqId, Facts>,
    /// Words that mean the same.
    pub(super) synonyms: Vec<Vec<String>>,
    /// Position of the log up to which changes are in it.
    pub position: LogPosition,
    /// Changes were put into it that were not measured yet.
    pub patched: bool,
}

impl std::fmt::Debug for Current {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let position = self.position;
        out.debug_struct("Current")
            .field("entries", &self.facts.len())
            .field("position", &position)
            .finish_non_exhaustive()
    }
}

/// What there is to ask, one of each process.
#[derive(Debug)]
pub struct Knowledge {
    /// How much the FAQ may hold.
    pub bounds: Bounds,
    current: RwLock<Arc<Current>>,
    pub(super) moved: watch::Sender<LogPosition>,
    /// Held by whoever makes the next index.
    pub(super) turn: Mutex<()>,
    /// Imports that are coming in: the index waits for their end.
    coming: AtomicUsize,
}

impl Default for Knowledge {
    fn default() -> Self {
        Self::new(Bounds::new(&config::Faq::default()))
    }
}

/// While it lives, an import is coming in.
#[derive(Debug)]
pub struct Coming(Arc<Knowledge>);

impl Drop for Coming {
    fn drop(&mut self) {
        self.0.coming.fetch_sub(1, Ordering::SeqCst);
        self.0.moved.send_modify(|_| {});
    }
}

impl Knowledge {
    /// With nothing in it.
    #[must_use]
    pub fn new(bounds: Bounds) -> Self {
        Self {
            bounds,
            current: RwLock::default(),
            moved: watch::Sender::new(-1),
            turn: Mutex::default(),
            coming: AtomicUsize::new(0),
        }
    }

    /// What answers now.
    #[must_use]
    pub fn current(&self) -> Arc<Current> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Moves with each new index, and when an import ends.
    #[must_use]
    pub fn moved(&self) -> watch::Receiver<LogPosition> {
        self.moved.subscribe()
    }

    /// Holds the index back until an import is in.
    #[must_use]
    pub fn hold(self: &Arc<Self>) -> Coming {
        self.coming.fetch_add(1, Ordering::SeqCst);
        Coming(Arc::clone(self))
    }

    /// Whether an import is coming in.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.coming.load(Ordering::SeqCst) > 0
    }

    pub(super) fn swap(&self, current: Current) {
        let position = current.position;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(current);
        self.moved.send_replace(position);
    }
}

/// The language as the matcher knows it.
#[must_use]
pub const fn language(locale: Locale) -> Language {
    match locale {
        Locale::ZhCn => Language::Zh,
        Locale::En => Language::En,
    }
}

/// What the matcher is to know: every published entry with its phrasings. One entry alone where it is named.
pub fn source(conn: &Connection, only: Option<FaqId>) -> Result<Source, Fault> {
    let mut entries: Vec<SourceEntry> = Vec::new();
    for phrase in store::phrases(conn, only)? {
        let one = (language(phrase.locale), phrase.text);
        match entries.last_mut() {
            Some(last) if last.id == phrase.entry.0 => last.phrasings.push(one),
            _ => entries.push(SourceEntry::new(phrase.entry.0, vec![one])),
        }
    }
    Ok(Source { entries })
}
