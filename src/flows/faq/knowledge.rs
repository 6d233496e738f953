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
use crate::events::{EventKind, LogPosition};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::i18n::Locale;
use crate::ids::FaqId;
use crate::matcher::{Index, Language, Source, SourceEntry};

/// Up to so many phrasings, and from so many changed entries on, the index is built anew at once.
const SMALL: usize = 2_000;
const MANY: usize = 50;

/// An index with what it was made of.
#[derive(Default)]
pub struct Current {
    /// What answers; `None` while there is nothing to ask.
    pub index: Option<Index>,
    /// Where and when each published entry holds.
    pub facts: HashMap<FaqId, Facts>,
    /// Words that mean the same.
    synonyms: Vec<Vec<String>>,
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
    moved: watch::Sender<LogPosition>,
    /// Held by whoever makes the next index.
    turn: Mutex<()>,
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

    fn swap(&self, current: Current) {
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

/// What the database holds now, compared with an index.
struct Change {
    facts: HashMap<FaqId, Facts>,
    synonyms: Vec<Vec<String>>,
    /// All of it, or the entries that changed; without phrasings where they are gone.
    what: What,
}

enum What {
    Nothing,
    All(Source),
    Some(Vec<SourceEntry>),
}

fn compare(conn: &Connection, current: &Current, whole: bool) -> Result<Change, Fault> {
    let facts: HashMap<FaqId, Facts> = store::facts(conn, None)?.into_iter().collect();
    let synonyms = store::synonyms(conn)?;
    let known =
        |id: &FaqId, facts: &Facts| current.facts.get(id).is_some_and(|was| was.version == facts.version);
    let mut changed: Vec<FaqId> =
        facts.iter().filter(|(id, facts)| !known(id, facts)).map(|(id, _)| *id).collect();
    changed.extend(current.facts.keys().filter(|id| !facts.contains_key(id)));
    changed.sort_unstable();
    let small = current.index.as_ref().is_none_or(|index| index.phrasings() <= SMALL);
    let what = if changed.is_empty() && synonyms == current.synonyms && !whole {
        What::Nothing
    } else if whole || small || changed.len() >= MANY || synonyms != current.synonyms {
        What::All(source(conn, None)?)
    } else {
        let mut entries = Vec::with_capacity(changed.len());
        for id in changed {
            let found = source(conn, Some(id))?.entries.pop();
            entries.push(found.unwrap_or_else(|| SourceEntry::new(id.0, Vec::new())));
        }
        What::Some(entries)
    };
    Ok(Change { facts, synonyms, what })
}

/// Brings the index up to the log. `whole` builds it anew where changes were only put into it.
pub async fn refresh(desk: &Desk, whole: bool) -> Result<(), Fault> {
    let knowledge = &desk.knowledge;
    let _turn = knowledge.turn.lock().await;
    let current = knowledge.current();
    let position = desk.db.newest_of(&[EventKind::SettingsChanged]);
    let compared = Arc::clone(&current);
    let change = desk.db.read(move |conn| compare(conn, &compared, whole)).await?;
    if matches!(change.what, What::Nothing) && current.position >= 0 && current.facts == change.facts {
        if position > current.position {
            // Whoever waits for this position has it.
            knowledge.moved.send_if_modified(|reached| std::mem::replace(reached, position) != position);
        }
        return Ok(());
    }
    let made = tokio::task::spawn_blocking(move || {
        let Change { facts, synonyms, what } = change;
        let (index, patched) = match what {
            What::All(source) if source.entries.is_empty() => (None, false),
            What::All(source) => (Some(Index::build(&source, &synonyms)), false),
            What::Some(entries) => (current.index.as_ref().map(|index| index.with(&entries)), true),
            What::Nothing => (current.index.as_ref().map(|index| index.with(&[])), current.patched),
        };
        Current { index, facts, synonyms, position, patched }
    });
    knowledge.swap(made.await.map_err(Fault::internal)?);
    Ok(())
}

/// Waits until what was written before now is in the index. Where nobody follows the log it is brought up here.
pub async fn up_to_date(desk: &Desk) -> Result<(), Fault> {
    refresh(desk, false).await
}
