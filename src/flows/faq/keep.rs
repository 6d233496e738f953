//! Adding, changing, publishing and deleting entries. Drafts take one right, all that customers may meet takes another.

use crate::config::Faq;
use crate::domain::access::forbidden;
use crate::domain::access::rights::Right;
use crate::domain::faq::save::{self, Made};
use crate::domain::faq::{
    Document, Entry, EntryState, Said, changed_meanwhile, entry_limit, nothing_to_publish, phrasing_limit,
    store, unknown_version, versions,
};
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::{FaqId, FaqSetId, TypedId};
use crate::storage::Unit;

/// How much there may be.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Entries that are not deleted.
    pub entries: usize,
    /// Their questions and alternatives.
    pub phrasings: usize,
}

impl Bounds {
    /// As they are configured.
    #[must_use]
    pub fn new(config: &Faq) -> Self {
        Self { entries: config.entries_max, phrasings: config.phrasings_max }
    }

    /// Refuses more than there may be.
    pub(super) fn check(self, unit: &Unit<'_>) -> Result<(), Fault> {
        let conn = unit.conn();
        if store::counts(conn)?.0 > self.entries {
            return Err(entry_limit());
        }
        if store::count_phrasings(conn)? > self.phrasings { Err(phrasing_limit()) } else { Ok(()) }
    }
}

/// What shall be different about an entry.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The version that was looked at; another one in between is a fault.
    pub version: Option<i64>,
    /// Where it shall be on its way.
    pub state: Option<EntryState>,
    /// Phrasings among the alternatives that a customer said.
    pub said: Vec<Said>,
}

/// Adds an entry.
#[expect(clippy::needless_pass_by_value, reason = "callers have made it for this")]
pub fn add(
    unit: &mut Unit<'_>,
    caller: &Caller,
    document: Document,
    wanted: &Wanted,
    bounds: Bounds,
) -> Result<Entry, Fault> {
    let state = wanted.state.unwrap_or(EntryState::Draft);
    may(caller, &[state])?;
    check(unit, &document, state, None)?;
    let id: FaqId = unit.mint();
    let made = made(unit, caller);
    save::insert(unit.conn(), id, &id.to_string(), &document, state, made, &wanted.said)?;
    bounds.check(unit)?;
    told(unit, caller)?;
    read(unit, id)
}

/// Changes an entry: `change` makes of what it was what it shall be.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: FaqId,
    change: impl FnOnce(Document) -> Result<Document, Fault>,
    wanted: &Wanted,
    bounds: Bounds,
) -> Result<Entry, Fault> {
    let before = changeable(unit, caller, id, wanted.version)?;
    let state = wanted.state.unwrap_or(before.state);
    may(caller, &[before.state, state])?;
    let document = change(before.document.clone())?;
    if document == before.document && state == before.state {
        return Ok(before);
    }
    check(unit, &document, state, Some(&before))?;
    save::change(unit.conn(), id, before.version + 1, &document, state, made(unit, caller), &wanted.said)?;
    bounds.check(unit)?;
    told(unit, caller)?;
    read(unit, id)
}

/// Publishes an entry, or makes a draft of it again.
pub fn set_state(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: FaqId,
    state: EntryState,
    version: Option<i64>,
    bounds: Bounds,
) -> Result<Entry, Fault> {
    let wanted = Wanted { version, state: Some(state), said: Vec::new() };
    change(unit, caller, id, Ok, &wanted, bounds)
}

/// Deletes an entry. Its versions are kept for a while, so that it can be taken back.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: FaqId, version: Option<i64>) -> Result<(), Fault> {
    let before = changeable(unit, caller, id, version)?;
    may(caller, &[before.state])?;
    let made = made(unit, caller);
    save::change(unit.conn(), id, before.version + 1, &before.document, EntryState::Gone, made, &[])?;
    told(unit, caller)
}

/// Makes an entry what it was in a version, as a new one; a deleted entry comes back.
pub fn revert(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: FaqId,
    version: i64,
    bounds: Bounds,
) -> Result<Entry, Fault> {
    let now = store::any(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    let then = versions::at(unit.conn(), id, version)?.ok_or_else(unknown_version)?;
    if then.state == EntryState::Gone {
        return Err(unknown_version());
    }
    may(caller, &[now.state, then.state])?;
    if now.state == then.state && now.document == then.document {
        return Ok(now);
    }
    let made = made(unit, caller);
    save::change(unit.conn(), id, now.version + 1, &then.document, then.state, made, &[])?;
    bounds.check(unit)?;
    told(unit, caller)?;
    read(unit, id)
}

/// Who makes a version now, by themselves.
fn made(unit: &Unit<'_>, caller: &Caller) -> Made {
    made_in(unit, caller, None)
}

/// Who makes a version now, in a set.
pub(super) fn made_in(unit: &Unit<'_>, caller: &Caller, set: Option<FaqSetId>) -> Made {
    Made { at: unit.now(), agent: caller.agent_id(), set, undoes: false }
}

/// Refuses states that the caller may not touch: drafts are for whoever may write them, all else is for those who publish.
fn may(caller: &Caller, states: &[EntryState]) -> Result<(), Fault> {
    let drafts = states.iter().all(|state| *state == EntryState::Draft);
    if caller.rights.hold(Right::Faq) || (drafts && caller.rights.hold(Right::FaqDraft)) {
        return Ok(());
    }
    Err(forbidden())
}

fn changeable(unit: &Unit<'_>, caller: &Caller, id: FaqId, version: Option<i64>) -> Result<Entry, Fault> {
    // Whoever may do nothing here learns nothing.
    if !caller.rights.hold(Right::Faq) {
        caller.may(Right::FaqDraft)?;
    }
    let before = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    match version {
        Some(version) if version != before.version => Err(changed_meanwhile()),
        _ => Ok(before),
    }
}

/// What only the database knows: entries that it leads to, and whether what is published answers.
fn check(
    unit: &Unit<'_>,
    document: &Document,
    state: EntryState,
    before: Option<&Entry>,
) -> Result<(), Fault> {
    if state == EntryState::Published && !document.is_whole() {
        return Err(nothing_to_publish());
    }
    let own = before.map(|before| before.id);
    let old: &[FaqId] = before.map_or(&[], |before| &before.document.links);
    for (at, link) in document.links.iter().enumerate() {
        let known = old.contains(link) || store::find(unit.conn(), *link)?.is_some();
        if !known || own == Some(*link) {
            return Err(Fault::invalid(format!("links[{at}]"), "Use the id of another entry."));
        }
    }
    Ok(())
}

fn read(unit: &Unit<'_>, id: FaqId) -> Result<Entry, Fault> {
    store::any(unit.conn(), id)?.ok_or_else(|| Fault::internal(format!("entry {} is not there", id.number())))
}

pub(in crate::flows) fn told(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Knowledge)))?;
    Ok(())
}
