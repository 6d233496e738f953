//! Reads on in the log and stores what the conversations tell: questions, what became of them, and the groups they stand in.
//!
//! A crash costs a step, never a question: cursor and questions move in one unit, and a conversation that is read again gives
//! the same. The groups are held in memory to be compared with; they are built from the messages, and again after a fault.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::faq::Faq;
use super::read::{self, Looked};
use super::words::shape_of;
use crate::clock::Timestamp;
use crate::domain::learning::groups::Groups;
use crate::domain::learning::outcome::Outcome;
use crate::domain::learning::store::{self, Example, Gap};
use crate::domain::learning::{GapKind, GapState};
use crate::events::{ConversationEvent, Event, EventKind, LogPosition};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::ids::{ConversationId, GapId};
use crate::storage::{Unit, event_log, follower};

/// Name of the cursor.
pub const NAME: &str = "learning";
/// Events of one step.
const PAGE: usize = 200;
/// Questions by which each group is compared, at most, when the groups are read.
const MEMBERS: usize = 6;
/// Groups that are removed at once when they are empty.
const EMPTY: usize = 100;
/// Positions by which the stored cursor may lag where nothing stood.
const UNSTORED: LogPosition = 1_000;

/// What is followed.
pub const KINDS: &[EventKind] = &[
    EventKind::Message,
    EventKind::Edited,
    EventKind::Recalled,
    EventKind::StateChanged,
    EventKind::Merged,
    EventKind::Unmerged,
    EventKind::Erased,
];
/// What makes a page that was read untrue.
const CHANGES: &[EventKind] =
    &[EventKind::Edited, EventKind::Recalled, EventKind::Merged, EventKind::Unmerged, EventKind::Erased];

/// What is compared with, in memory.
#[derive(Debug, Default)]
pub struct Learner {
    groups: Option<Groups>,
    /// The next name of a group that is not stored yet.
    next: i64,
}

impl Learner {
    /// From now on nothing is known of the groups; they are read before the next step.
    pub fn forget(&mut self) {
        self.groups = None;
    }
}

/// Where a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Everything up to here was learned from.
    pub reached: LogPosition,
    /// Whether there is more.
    pub more: bool,
}

/// What was read of the log and its conversations.
#[derive(Debug)]
struct Page {
    after: LogPosition,
    head: LogPosition,
    reached: LogPosition,
    erased: Vec<ConversationId>,
    looked: Vec<Looked>,
    /// What is stored of them.
    known: BTreeMap<ConversationId, Vec<Example>>,
}

/// Reads on and stores what follows.
pub async fn step(desk: &Desk, learner: &mut Learner, faq: std::sync::Arc<dyn Faq>) -> Result<Step, Fault> {
    if learner.groups.is_none() {
        learner.groups = Some(desk.db.read(|conn| Ok(read_groups(conn)?)).await?);
    }
    let (epoch, now) = (desk.db.meta().log_epoch.clone(), desk.clock.now());
    let stored = epoch.clone();
    let page = desk.db.read(move |conn| Ok(Page::read(conn, &epoch, faq.as_ref(), now)?)).await?;
    let (reached, more) = (page.reached, page.reached < page.head);
    let groups = learner.groups.get_or_insert_default();
    page.erased.iter().for_each(|id| groups.forget(id.0));
    let changes = page.compare(groups, &mut learner.next);
    // The cursor has to move where there is more: the next page begins behind it.
    if !more && changes.is_empty() && page.reached - page.after <= UNSTORED && page.after > 0 {
        return Ok(Step { reached, more });
    }
    let outcome = desk.db.write(move |unit| store_page(unit, &page, &changes, &stored)).await;
    match outcome {
        Ok(Some(names)) => {
            for (temporary, id) in &names {
                groups.rename(*temporary, id.0);
            }
            Ok(Step { reached, more })
        }
        Ok(None) => {
            // Something changed meanwhile: what was compared may not be true.
            learner.forget();
            Ok(Step { reached: -1, more: true })
        }
        Err(fault) => {
            learner.forget();
            Err(fault)
        }
    }
}

/// The groups of questions that nobody answered, as they are stored.
pub fn read_groups(conn: &Connection) -> rusqlite::Result<Groups> {
    let mut groups = Groups::new();
    for gap in store::all(conn)?.iter().filter(|gap| gap.kind == GapKind::Unanswered) {
        for example in store::of_gap(conn, gap.id, None, MEMBERS)? {
            if let Some(shape) = shape_of(conn, &example)? {
                groups.add(gap.id.0, (example.conversation.0, example.sequence), shape);
            }
        }
    }
    Ok(groups)
}

/// A question as it shall be stored: where it is in no group yet, with the name of one.
#[derive(Debug, Clone)]
struct Change {
    example: Example,
    /// Group of questions that ask the same; below 0 for a new one.
    group: Option<i64>,
}

impl Page {
    fn read(conn: &Connection, epoch: &str, faq: &dyn Faq, now: Timestamp) -> rusqlite::Result<Self> {
        let head = event_log::head(conn)?;
        let after = follower::reached(conn, NAME, epoch)?;
        let events = event_log::of_kinds(conn, (after, head), KINDS, PAGE)?;
        let reached = if events.len() < PAGE { head } else { events[PAGE - 1].position };
        let (mut erased, mut changed) = (Vec::new(), BTreeSet::new());
        for logged in &events {
            match logged.record.event {
                Event::Conversation(id, ConversationEvent::Erased) => erased.push(id),
                Event::Conversation(id, _) => drop(changed.insert(id)),
                _ => {}
            }
        }
        let (mut looked, mut known) = (Vec::new(), BTreeMap::new());
        for id in changed {
            if let Some(found) = read::look(conn, id, faq, now)? {
                known.insert(id, store::of_conversation(conn, id)?);
                looked.push(found);
            }
        }
        Ok(Self { after, head, reached, erased, looked, known })
    }

    /// What differs from what is stored, each new question with the group that asks the same.
    fn compare(&self, groups: &mut Groups, next: &mut i64) -> Vec<Change> {
        let mut changes = Vec::new();
        for looked in &self.looked {
            let known = &self.known[&looked.conversation];
            for seen in &looked.seen {
                let before = known.iter().find(|known| known.sequence == seen.example.sequence);
                let place = (seen.example.conversation.0, seen.example.sequence);
                let same_outcome = before.filter(|before| before.outcome == seen.example.outcome);
                let gap = same_outcome.and_then(|before| before.gap);
                let example = Example { gap, ..seen.example };
                if before == Some(&example) {
                    continue;
                }
                let group = (example.outcome == Outcome::Unanswered && gap.is_none()).then(|| {
                    let found = groups.find(&seen.shape).map(|(name, _)| name);
                    found.unwrap_or_else(|| {
                        *next -= 1;
                        *next
                    })
                });
                match (group, example.outcome) {
                    (Some(group), _) => groups.add(group, place, seen.shape.clone()),
                    (None, Outcome::Unanswered) => {}
                    (None, _) => groups.remove(place),
                }
                changes.push(Change { example, group });
            }
        }
        changes
    }

    /// Questions that are none any more.
    fn gone(&self) -> impl Iterator<Item = (ConversationId, i64)> {
        self.looked.iter().flat_map(|looked| {
            let known = self.known[&looked.conversation].iter().map(|known| known.sequence);
            let gone = known.filter(|sequence| {
                *sequence >= looked.from && !looked.seen.iter().any(|seen| seen.example.sequence == *sequence)
            });
            gone.map(|sequence| (looked.conversation, sequence))
        })
    }
}

/// The group under which a question is stored that was found to ask what this one asks. What it went into counts; one that
/// became an entry takes no more, and gives the entry.
fn resolve(unit: &Unit<'_>, id: GapId) -> Result<Option<Gap>, Fault> {
    let mut found = store::find(unit.conn(), id)?;
    // A chain is as long as persons made it; a ring cannot be made, and would end here.
    for _ in 0..16 {
        match found.as_ref().and_then(|gap| gap.merged_into) {
            Some(into) => found = store::find(unit.conn(), into)?,
            None => break,
        }
    }
    Ok(found)
}

fn new_gap(unit: &mut Unit<'_>, kind: GapKind, entry: Option<crate::ids::FaqId>) -> Result<GapId, Fault> {
    let gap = Gap::new(unit.mint(), kind, entry, unit.now());
    store::save(unit.conn(), &gap)?;
    Ok(gap.id)
}

/// The group of an entry's new phrasings, or of what contradicts it.
fn gap_about(unit: &mut Unit<'_>, kind: GapKind, entry: crate::ids::FaqId) -> Result<GapId, Fault> {
    match store::about(unit.conn(), kind, entry)? {
        Some(gap) => Ok(gap.id),
        None => new_gap(unit, kind, Some(entry)),
    }
}

/// Stores what was found, and the cursor; the new groups, or nothing where the page is no longer true.
fn store_page(
    unit: &mut Unit<'_>,
    page: &Page,
    changes: &[Change],
    epoch: &str,
) -> Result<Option<Vec<(i64, GapId)>>, Fault> {
    let moved = follower::reached(unit.conn(), NAME, epoch)? != page.after;
    if moved || !event_log::of_kinds(unit.conn(), (page.head, unit.head()), CHANGES, 1)?.is_empty() {
        return Ok(None);
    }
    let mut names: BTreeMap<i64, GapId> = BTreeMap::new();
    for (conversation, sequence) in page.gone() {
        store::remove(unit.conn(), conversation, sequence)?;
    }
    for change in changes {
        let mut example = change.example;
        example.gap = match (change.group, example.outcome, example.entry) {
            (Some(name), _, _) => Some(group_of(unit, name, &mut names, &mut example)?),
            (None, Outcome::Phrasing, Some(entry)) => Some(gap_about(unit, GapKind::Phrasing, entry)?),
            (None, Outcome::Conflict, Some(entry)) => Some(gap_about(unit, GapKind::Conflict, entry)?),
            (None, Outcome::Unanswered, _) => example.gap,
            _ => None,
        };
        store::put(unit.conn(), &example)?;
    }
    store::remove_empty(unit.conn(), EMPTY)?;
    follower::reach(unit, NAME, epoch, page.reached)?;
    Ok(Some(names.into_iter().filter(|(name, _)| *name < 0).collect()))
}

fn group_of(
    unit: &mut Unit<'_>,
    name: i64,
    names: &mut BTreeMap<i64, GapId>,
    example: &mut Example,
) -> Result<GapId, Fault> {
    if let Some(id) = names.get(&name) {
        return Ok(*id);
    }
    let found = if name > 0 { resolve(unit, GapId(name))? } else { None };
    let id = match found {
        // It became an entry: this is another way to ask for it.
        Some(Gap { state: GapState::Done, entry: Some(entry), .. }) => {
            example.outcome = Outcome::Phrasing;
            example.entry = Some(entry);
            return gap_about(unit, GapKind::Phrasing, entry);
        }
        Some(gap) => gap.id,
        None => new_gap(unit, GapKind::Unanswered, None)?,
    };
    names.insert(name, id);
    Ok(id)
}
