//! Lists of conversations that agents watch: the desk says which stand in them, and in which order.
//!
//! What changes marks lists; one task reads each marked list anew, by ids alone, and tells what became of it. Nothing is put
//! in for a link before it took what was put in last: a slow one costs a set of ids. What is told can be lost with the link;
//! who comes back watches anew.

pub mod keeping;
mod window;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::conversation_row::Counts;
use super::linked::Linked;
use crate::clock::Tick;
use crate::domain::conversations::asked::Asked;
use crate::domain::conversations::paging::Place;
use crate::ids::{ConversationId, LinkId, VisitorId};

/// Conversations marked one by one; beyond that a list is told anew.
const MARKED_MAX: usize = 64;

/// Lists that one link watches at once: pages of one browser share a link.
const LISTS_PER_LINK: usize = 8;

/// Which list is watched, and how much of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// The list.
    pub asked: Asked,
    /// Number of rows from the top.
    pub rows: usize,
}

/// What changed since a list was last told.
#[derive(Debug, Default)]
enum Marked {
    #[default]
    Nothing,
    These(BTreeSet<ConversationId>),
    /// Too much: all of it is told.
    All,
}

impl Marked {
    fn add(&mut self, id: ConversationId) {
        match self {
            Self::Nothing => *self = Self::These(BTreeSet::from([id])),
            Self::These(ids) => {
                ids.insert(id);
                if ids.len() > MARKED_MAX {
                    *self = Self::All;
                }
            }
            Self::All => {}
        }
    }
}

/// A list by its link and the `request_id` it was asked for under: a link's pages tell theirs apart by it.
type Key = (LinkId, Option<String>);

/// One link's list.
#[derive(Debug)]
struct Watch {
    link: Arc<Linked>,
    watched: Arc<Watched>,
    /// What the client was told; `None` before the first time.
    shown: Option<Vec<Place>>,
    marked: Marked,
    /// What was counted last.
    counted: Option<Counted>,
    /// Whether the counts may have changed.
    miscounted: bool,
    /// When to read again though nothing happened: what is listed or counted depends on the time.
    again: Option<Tick>,
}

/// How many conversations each view held.
#[derive(Debug)]
struct Counted {
    at: Tick,
    counts: Counts,
    /// Whether time alone changes them.
    is_timed: bool,
}

/// Every list that is watched, and the bell of whoever keeps them.
#[derive(Debug, Default)]
pub(super) struct Lists {
    watches: Mutex<BTreeMap<Key, Watch>>,
    bell: Notify,
}

impl Lists {
    fn watches(&self) -> MutexGuard<'_, BTreeMap<Key, Watch>> {
        self.watches.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the lists again: something changed, or a link emptied its mailbox.
    pub(super) fn ring(&self) {
        self.bell.notify_one();
    }

    /// A link is gone.
    pub(super) fn forget(&self, link: LinkId) {
        self.watches().retain(|(of, _), _| *of != link);
    }

    fn mark(&self, mark: impl Fn(&mut Watch)) {
        let mut watches = self.watches();
        if watches.is_empty() {
            return;
        }
        watches.values_mut().for_each(mark);
        drop(watches);
        self.ring();
    }

    /// Something happened in these conversations.
    pub(super) fn changed(&self, ids: &BTreeSet<ConversationId>) {
        self.mark(|watch| {
            for id in ids {
                watch.marked.add(*id);
            }
            watch.miscounted = true;
        });
    }

    /// Anything may have changed.
    pub(super) fn all_changed(&self) {
        self.mark(|watch| {
            watch.marked = Marked::All;
            watch.miscounted = true;
        });
    }

    /// A customer came or went: what is shown of them tells it.
    pub(super) fn owner_changed(&self, visitor: VisitorId) {
        self.mark(|watch| {
            let is_theirs = |place: &&Place| place.owner.1 == visitor;
            let ids: Vec<ConversationId> =
                watch.shown.iter().flatten().filter(is_theirs).map(|place| place.id).collect();
            for id in ids {
                watch.marked.add(id);
            }
        });
    }
}
