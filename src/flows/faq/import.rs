//! Bringing entries in from a file, and taking them back. A batch of rows is one unit: all of it or nothing. What is there already
//! is known by its id or its question, so that the same file again adds nothing; all that one file changed is a set.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Bounds;
use super::keep::{made_in, told};
use crate::domain::access::rights::Right;
use crate::domain::faq::import::{BATCH_ROWS, REFUSED_TOLD, Read, Refused, Row};
use crate::domain::faq::save::{self, Made};
use crate::domain::faq::sets::{self, Set, SetState};
use crate::domain::faq::{Document, Entry, EntryState, PHRASINGS_MAX, Words, store, versions};
use crate::fault::{Fault, Kind};
use crate::flows::{Caller, Desk};
use crate::ids::{FaqId, FaqSetId};
use crate::storage::Unit;
use crate::text;
use rusqlite::Connection;

/// Longest name of a file that is kept, in characters.
const NAME_CHARS: usize = 120;

/// What became of the lines of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = FaqReport)]
pub struct Report {
    /// Lines of the file that hold something.
    pub lines: u64,
    /// Lines that were looked at so far.
    pub read: u64,
    /// Entries that are new.
    pub added: u64,
    /// Entries that were there and got something new.
    pub updated: u64,
    /// Lines of which everything was there.
    pub unchanged: u64,
    /// Lines that were left out.
    pub refused_count: u64,
    /// The first of them.
    pub refused: Vec<Refused>,
}

impl Report {
    /// Of a file of which nothing is written yet.
    #[must_use]
    pub fn of(read: &Read) -> Self {
        Self {
            lines: read.lines,
            read: read.refused_count,
            refused_count: read.refused_count,
            refused: read.refused.clone(),
            ..Self::default()
        }
    }

    fn refuse(&mut self, row: &Row, field: &str, reason: &str) {
        self.refused_count += 1;
        if self.refused.len() < REFUSED_TOLD {
            self.refused.push(Refused { line: row.line, field: field.into(), reason: reason.into() });
        }
    }
}

/// The import is not one that can be taken back now.
#[must_use]
pub const fn not_undoable() -> Fault {
    Fault::new(Kind::RuleBroken, "wrong_state", "This import is still running, or was taken back already.")
}

/// What a row makes of the FAQ.
enum Becomes {
    New(Document),
    Changed(Box<Entry>, Document, EntryState),
    Unchanged,
    Refused(&'static str, &'static str),
}

/// Finds out what a row makes of what is there.
fn becomes(conn: &Connection, row: &Row) -> Result<Becomes, Fault> {
    let locale = row.language();
    let keyed = row.key.as_deref().map(|key| store::with_key(conn, key)).transpose()?.flatten();
    let found = match keyed {
        Some(id) => Some(id),
        None => store::with_question(conn, locale, &text::bare(&row.question))?,
    };
    let found = found.map(|id| store::any(conn, id)).transpose()?.flatten();
    let mut document = found.as_ref().map(|entry| entry.document.clone()).unwrap_or_default();
    let place = document.texts.of(locale);
    let words = place.get_or_insert_with(Words::default);
    // Its former question and what was learned since stay alternatives.
    let before = std::mem::replace(&mut words.question, row.question.clone());
    words.answer.clone_from(&row.answer);
    words.alternatives.extend(row.alternatives.iter().cloned());
    if !before.is_empty() {
        words.alternatives.push(before);
    }
    if let Some(category) = &row.category {
        document.category.clone_from(category);
    }
    let document = match document.checked() {
        Ok(document) => document,
        Err(fault) if fault.message.contains(&format!("{PHRASINGS_MAX}")) => {
            return Ok(Becomes::Refused("alternatives", "too_many"));
        }
        Err(_) => return Ok(Becomes::Refused("line", "unreadable")),
    };
    Ok(match found {
        None => Becomes::New(document),
        Some(entry) => {
            let state = match entry.state {
                EntryState::Gone if row.draft => EntryState::Draft,
                EntryState::Gone => EntryState::Published,
                state => state,
            };
            if entry.document == document && entry.state == state {
                Becomes::Unchanged
            } else {
                Becomes::Changed(Box::new(entry), document, state)
            }
        }
    })
}

/// Begins an import.
pub fn begin(unit: &mut Unit<'_>, caller: &Caller, name: &str, report: &Report) -> Result<FaqSetId, Fault> {
    caller.may(Right::Faq)?;
    let set = Set {
        id: unit.mint(),
        state: SetState::Running,
        name: text::line(name).chars().take(NAME_CHARS).collect(),
        at: unit.now(),
        agent: caller.agent_id(),
        report: serde_json::to_string(report).unwrap_or_default(),
        undone_at: None,
    };
    sets::save(unit.conn(), &set)?;
    Ok(set.id)
}

/// The report of a set.
#[must_use]
pub fn report_of(set: &Set) -> Report {
    serde_json::from_str(&set.report).unwrap_or_default()
}

/// Writes a batch of rows, whole or not at all, and what became of them.
pub fn batch(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: FaqSetId,
    rows: &[Row],
    bounds: Bounds,
) -> Result<Report, Fault> {
    caller.may(Right::Faq)?;
    let mut set = sets::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if set.state != SetState::Running {
        return Err(not_undoable());
    }
    let mut report = report_of(&set);
    let before = report.added + report.updated;
    let (mut entries, mut phrasings) = (store::counts(unit.conn())?.0, store::count_phrasings(unit.conn())?);
    let made = made_in(unit, caller, Some(id));
    for row in rows.iter().take(BATCH_ROWS) {
        report.read += 1;
        let more = 1 + row.alternatives.len();
        match becomes(unit.conn(), row)? {
            Becomes::Unchanged => report.unchanged += 1,
            Becomes::Refused(field, reason) => report.refuse(row, field, reason),
            Becomes::New(_) if entries >= bounds.entries => report.refuse(row, "line", "limit"),
            Becomes::New(_) | Becomes::Changed(..) if phrasings + more > bounds.phrasings => {
                report.refuse(row, "line", "limit");
            }
            Becomes::New(document) => {
                let fresh: FaqId = unit.mint();
                let key = row.key.clone().unwrap_or_else(|| fresh.to_string());
                let state = if row.draft { EntryState::Draft } else { EntryState::Published };
                save::insert(unit.conn(), fresh, &key, &document, state, made, &[])?;
                (entries, phrasings) = (entries + 1, phrasings + more);
                report.added += 1;
            }
            Becomes::Changed(entry, document, state) => {
                save::change(unit.conn(), entry.id, entry.version + 1, &document, state, made, &[])?;
                phrasings += more;
                report.updated += 1;
            }
        }
    }
    set.report = serde_json::to_string(&report).unwrap_or_default();
    sets::save(unit.conn(), &set)?;
    if report.added + report.updated > before {
        told(unit, caller)?;
    }
    Ok(report)
}

/// Ends an import.
pub fn finish(unit: &mut Unit<'_>, caller: &Caller, id: FaqSetId, state: SetState) -> Result<Set, Fault> {
    let mut set = sets::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if set.state == SetState::Running {
        set.state = state;
        sets::save(unit.conn(), &set)?;
        told(unit, caller)?;
    }
    Ok(set)
}

/// Brings in what was read, batch by batch; the index waits for the end and has it then.
pub async fn run(desk: &Desk, caller: Caller, id: FaqSetId, rows: Vec<Row>) -> Result<(), Fault> {
    let bounds = desk.knowledge.bounds;
    let coming = desk.knowledge.hold();
    let mut outcome = Ok(());
    for rows in rows.chunks(BATCH_ROWS) {
        let rows = rows.to_vec();
        outcome = desk.db.write(move |unit| batch(unit, &caller, id, &rows, bounds)).await.map(drop);
        if outcome.is_err() {
            break;
        }
    }
    drop(coming);
    super::refresh::up_to_date(desk).await?;
    let state = if outcome.is_ok() { SetState::Done } else { SetState::Stopped };
    desk.db.write(move |unit| finish(unit, &caller, id, state)).await?;
    outcome
}

/// What a file would change, without changing it. Rows of one file that meet one another are told as if each came alone.
pub fn preview(conn: &Connection, read: &Read) -> Result<Report, Fault> {
    let mut report = Report::of(read);
    for row in &read.rows {
        report.read += 1;
        match becomes(conn, row)? {
            Becomes::New(_) => report.added += 1,
            Becomes::Changed(..) => report.updated += 1,
            Becomes::Unchanged => report.unchanged += 1,
            Becomes::Refused(field, reason) => report.refuse(row, field, reason),
        }
    }
    Ok(report)
}

/// Begins to take an import back.
pub fn begin_undo(unit: &mut Unit<'_>, caller: &Caller, id: FaqSetId) -> Result<Set, Fault> {
    caller.may(Right::Faq)?;
    let mut set = sets::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if !matches!(set.state, SetState::Done | SetState::Stopped) {
        return Err(not_undoable());
    }
    set.state = SetState::Undoing;
    sets::save(unit.conn(), &set)?;
    Ok(set)
}

/// Takes a batch of an import back; whether that was the last of it. Entries become what they were before it, as new versions.
pub fn undo_batch(unit: &mut Unit<'_>, id: FaqSetId) -> Result<bool, Fault> {
    let entries = versions::of_set(unit.conn(), id, BATCH_ROWS)?;
    let made = Made { at: unit.now(), agent: None, set: Some(id), undoes: true };
    for (entry, version) in &entries {
        let Some(now) = store::any(unit.conn(), *entry)? else { continue };
        let before = versions::at(unit.conn(), *entry, version - 1)?;
        let (document, state) = match before {
            Some(before) => (before.document, before.state),
            None => (now.document, EntryState::Gone),
        };
        save::change(unit.conn(), *entry, now.version + 1, &document, state, made, &[])?;
    }
    let last = entries.len() < BATCH_ROWS;
    if last && let Some(mut set) = sets::find(unit.conn(), id)? {
        set.state = SetState::Undone;
        set.undone_at = Some(unit.now());
        sets::save(unit.conn(), &set)?;
    }
    told(unit, &Caller::system())?;
    Ok(last)
}

/// Takes an import back whose undoing began, to its end.
pub async fn undo(desk: &Desk, id: FaqSetId) -> Result<(), Fault> {
    let coming = desk.knowledge.hold();
    while !desk.db.write(move |unit| undo_batch(unit, id)).await? {}
    drop(coming);
    super::refresh::up_to_date(desk).await
}

/// After a start: what was coming in has stopped, what was being taken back is taken back.
pub async fn go_on(desk: &Desk) -> Result<(), Fault> {
    let (running, undoing) = desk
        .db
        .read(|conn| Ok((sets::in_state(conn, SetState::Running)?, sets::in_state(conn, SetState::Undoing)?)))
        .await?;
    for id in running {
        desk.db.write(move |unit| finish(unit, &Caller::system(), id, SetState::Stopped)).await?;
    }
    for id in undoing {
        undo(desk, id).await?;
    }
    Ok(())
}
