//! What a person decides about a group: it becomes an entry, phrasings of one, part of another group, or nothing. Each can be undone.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::read::text_of;
use super::shown::Masks;
use crate::domain::access::rights::Right;
use crate::domain::faq::{
    Document, Entry, EntryState, PHRASINGS_MAX, QUESTION_CHARS, Said, changed_meanwhile, store as entries,
};
use crate::domain::learning::store::{self, Gap};
use crate::domain::learning::{GapKind, GapState, wrong_state};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::faq::Bounds;
use crate::flows::faq::keep::{self, Wanted};
use crate::i18n::Locale;
use crate::ids::{FaqId, GapId};
use crate::storage::Unit;
use crate::text;

/// A group that was put off comes again after so long.
const LATER: Duration = Duration::from_hours(7 * 24);
/// Questions of a group that are looked at for whose words they are.
const LOOKED_AT: usize = 2_000;

/// What a decision did, by ids.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Undo {
    /// Whether the entry was made by it.
    made: bool,
    /// Version of the entry before, and after.
    before: i64,
    after: i64,
}

/// A group that somebody who may can decide on.
fn undecided(unit: &Unit<'_>, caller: &Caller, id: GapId) -> Result<Gap, Fault> {
    caller.may(Right::Faq)?;
    let gap = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if matches!(gap.state, GapState::Open | GapState::Later) { Ok(gap) } else { Err(wrong_state()) }
}

fn decide(unit: &mut Unit<'_>, caller: &Caller, gap: &mut Gap, state: GapState) -> Result<(), Fault> {
    gap.state = state;
    gap.decided_at = Some(unit.now());
    gap.agent = caller.agent_id();
    gap.later_until = (state == GapState::Later).then(|| unit.now().plus(LATER));
    gap.updated_at = unit.now();
    store::save(unit.conn(), gap)?;
    // Whoever looks at the list sees it anew.
    keep::told(unit, caller)
}

/// The groups whose questions count as this one's.
pub fn with_merged(conn: &rusqlite::Connection, id: GapId) -> rusqlite::Result<Vec<GapId>> {
    let mut all = vec![id];
    let mut at = 0;
    while let Some(id) = all.get(at).copied() {
        for merged in store::merged_into(conn, id)? {
            if !all.contains(&merged) {
                all.push(merged);
            }
        }
        at += 1;
    }
    Ok(all)
}

/// Which of these words customers said in the group, each with where. Words are compared as they are shown: masked.
fn said(unit: &Unit<'_>, gap: GapId, words: &BTreeSet<String>) -> Result<Vec<Said>, Fault> {
    let mut found = Vec::new();
    let masks = Masks::read(unit.conn())?;
    for id in with_merged(unit.conn(), gap)? {
        for example in store::of_gap(unit.conn(), id, None, LOOKED_AT)? {
            let content = store::content_of(unit.conn(), example.conversation, example.sequence)?;
            let Some(typed) = text_of(content.as_deref()) else { continue };
            let shown = masks.mask(unit.conn(), example.conversation, &typed)?;
            let bare = text::bare(&shown);
            if words.contains(&bare) || words.contains(&text::bare(&typed)) {
                let (conversation, sequence) = (example.conversation, example.sequence);
                found.push(Said { text: shown, conversation, sequence });
            }
        }
    }
    Ok(found)
}

/// Notes whose words stand in an entry, so that they go with the last of them.
fn note_sources(unit: &Unit<'_>, entry: FaqId, said: &[Said]) -> Result<(), Fault> {
    for one in said {
        store::put_source(unit.conn(), entry, &text::bare(&one.text), (one.conversation, one.sequence))?;
    }
    Ok(())
}

fn bare_words(document: &Document) -> BTreeSet<String> {
    document.phrasings().map(|(_, words)| text::bare(words)).collect()
}

/// The language of words: Chinese where they are written in it.
#[must_use]
pub fn language(words: &str) -> Locale {
    let han = words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    if han { Locale::ZhCn } else { Locale::En }
}

/// Adds phrasings to what an entry says, each in its language where the entry has it, else in the other one. Those that it has, that
/// say nothing, or for which there is no room are left out.
#[must_use]
pub fn with_phrasings(mut document: Document, phrasings: &[String]) -> Document {
    let mut there = bare_words(&document);
    for phrasing in phrasings {
        let phrasing = text::line(phrasing);
        let bare = text::bare(&phrasing);
        let fits = phrasing.chars().count() <= QUESTION_CHARS && there.len() < PHRASINGS_MAX;
        if bare.is_empty() || !fits || there.contains(&bare) {
            continue;
        }
        let wanted = language(&phrasing);
        let locale = document.texts.nearest(wanted).map(|(locale, _)| locale);
        if let Some(words) = locale.and_then(|locale| document.texts.of(locale).as_mut()) {
            words.alternatives.push(phrasing);
            there.insert(bare);
        }
    }
    document
}

/// An entry is made of a group, or the entry it is about is changed: `change` makes of what it says what it shall say. Who may only
/// draft leaves a draft, and the group waits for somebody who may publish.
pub fn approve(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: GapId,
    (version, change): (Option<i64>, impl FnOnce(Document) -> Result<Document, Fault>),
    phrasings: &[String],
    bounds: Bounds,
) -> Result<Entry, Fault> {
    let publishes = caller.rights.hold(Right::Faq);
    if !publishes {
        caller.may(Right::FaqDraft)?;
    }
    let mut gap = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if !matches!(gap.state, GapState::Open | GapState::Later) {
        return Err(wrong_state());
    }
    let about = match gap.entry {
        Some(entry) => entries::find(unit.conn(), entry)?,
        None => None,
    };
    let change = |document: Document| change(document)?.checked();
    let document = change(about.as_ref().map(|entry| entry.document.clone()).unwrap_or_default())?;
    let document = with_phrasings(document, phrasings).checked()?;
    let state = if publishes { EntryState::Published } else { EntryState::Draft };
    let wanted = Wanted { version, state: Some(state), said: said(unit, id, &bare_words(&document))? };
    let entry = match &about {
        Some(about) => keep::change(unit, caller, about.id, |_| Ok(document), &wanted, bounds)?,
        None => keep::add(unit, caller, document, &wanted, bounds)?,
    };
    note_sources(unit, entry.id, &wanted.said)?;
    let drafted = about.as_ref().is_some_and(|about| about.state == EntryState::Draft && gap.undo.is_some());
    let undo = Undo {
        made: about.is_none() || drafted,
        before: about.as_ref().map_or(0, |about| about.version),
        after: entry.version,
    };
    gap.entry = Some(entry.id);
    gap.undo = serde_json::to_string(&undo).ok();
    if publishes {
        decide(unit, caller, &mut gap, GapState::Done)?;
    } else {
        gap.updated_at = unit.now();
        store::save(unit.conn(), &gap)?;
    }
    Ok(entry)
}

/// Words of a group become phrasings of an entry.
pub fn attach(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: GapId,
    entry: FaqId,
    phrasings: &[String],
    bounds: Bounds,
) -> Result<Entry, Fault> {
    let mut gap = undecided(unit, caller, id)?;
    let before = entries::find(unit.conn(), entry)?.ok_or_else(Fault::not_found)?;
    let document = with_phrasings(before.document.clone(), phrasings);
    let wanted = Wanted { said: said(unit, id, &bare_words(&document))?, ..Wanted::default() };
    let after = keep::change(unit, caller, entry, |_| document.checked(), &wanted, bounds)?;
    note_sources(unit, entry, &wanted.said)?;
    let undo = Undo { made: false, before: before.version, after: after.version };
    gap.entry = Some(entry);
    gap.undo = serde_json::to_string(&undo).ok();
    decide(unit, caller, &mut gap, GapState::Done)?;
    Ok(after)
}

/// A group becomes part of another one of the same kind.
pub fn merge(unit: &mut Unit<'_>, caller: &Caller, id: GapId, into: GapId) -> Result<Gap, Fault> {
    let mut gap = undecided(unit, caller, id)?;
    let other = undecided(unit, caller, into)?;
    if id == into || gap.kind != GapKind::Unanswered || other.kind != GapKind::Unanswered {
        return Err(wrong_state());
    }
    gap.merged_into = Some(into);
    decide(unit, caller, &mut gap, GapState::Merged)?;
    Ok(other)
}

/// A group is no question: it never comes again.
pub fn dismiss(unit: &mut Unit<'_>, caller: &Caller, id: GapId) -> Result<Gap, Fault> {
    let mut gap = undecided(unit, caller, id)?;
    decide(unit, caller, &mut gap, GapState::Dismissed)?;
    Ok(gap)
}

/// A group comes again in a week.
pub fn later(unit: &mut Unit<'_>, caller: &Caller, id: GapId) -> Result<Gap, Fault> {
    let mut gap = undecided(unit, caller, id)?;
    decide(unit, caller, &mut gap, GapState::Later)?;
    Ok(gap)
}

/// Takes a decision back: what it made of the FAQ goes too, unless somebody changed the entry since.
pub fn restore(unit: &mut Unit<'_>, caller: &Caller, id: GapId, bounds: Bounds) -> Result<Gap, Fault> {
    caller.may(Right::Faq)?;
    let mut gap = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if gap.state == GapState::Open {
        return Err(wrong_state());
    }
    let undo: Option<Undo> = gap.undo.as_deref().and_then(|undo| serde_json::from_str(undo).ok());
    if let (GapState::Done, Some(entry), Some(undo)) = (gap.state, gap.entry, undo) {
        if let Some(there) = entries::find(unit.conn(), entry)? {
            if there.version != undo.after {
                return Err(changed_meanwhile());
            }
            if undo.made {
                keep::remove(unit, caller, entry, None)?;
            } else if undo.before != undo.after {
                keep::revert(unit, caller, entry, undo.before, bounds)?;
            }
        }
        if undo.made || gap.kind == GapKind::Unanswered {
            gap.entry = None;
        }
    }
    gap.undo = None;
    gap.merged_into = None;
    gap.later_until = None;
    gap.decided_at = None;
    gap.agent = None;
    gap.state = GapState::Open;
    gap.updated_at = unit.now();
    store::save(unit.conn(), &gap)?;
    keep::told(unit, caller)?;
    Ok(gap)
}
