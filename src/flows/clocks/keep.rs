//! Keeping the clocks of a conversation up with its log. Whoever asks folds what is not folded yet, so that it makes no difference
//! who comes first: the follower, a timer, or somebody who looks.

use rusqlite::Connection;

use super::book::Book;
use crate::domain::clocks::fold::Fold;
use crate::domain::clocks::store::{self, Times};
use crate::events::ClockKind;
use crate::fault::Fault;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// What is stored of a conversation's clocks, and what it is with the newest entries.
struct Folded {
    before: Option<Fold>,
    now: Fold,
}

/// The clocks of a conversation, up to its newest entry; `None` if it is gone, or nothing can be promised for it.
pub fn fold(conn: &Connection, id: ConversationId, book: &Book<'_>) -> rusqlite::Result<Option<Fold>> {
    Ok(folded(conn, id, book)?.map(|folded| folded.now))
}

fn folded(conn: &Connection, id: ConversationId, book: &Book<'_>) -> rusqlite::Result<Option<Folded>> {
    if let Some(stored) = store::fold(conn, id)?.as_deref().and_then(Fold::stored) {
        let now = go_on(conn, id, book, stored.clone())?;
        return Ok(Some(Folded { before: Some(stored), now }));
    }
    if !store::may_be_promised(conn, id)? {
        return Ok(None);
    }
    Ok(anew(conn, id, book)?.map(|now| Folded { before: None, now }))
}

/// The same from the first entry on, whatever is stored.
pub fn anew(conn: &Connection, id: ConversationId, book: &Book<'_>) -> rusqlite::Result<Option<Fold>> {
    match store::case(conn, id)? {
        Some(case) => go_on(conn, id, book, Fold::new(case)).map(Some),
        None => Ok(None),
    }
}

fn go_on(conn: &Connection, id: ConversationId, book: &Book<'_>, mut fold: Fold) -> rusqlite::Result<Fold> {
    let mut changes = book.changes_after(fold.position)?.into_iter().peekable();
    store::each_entry(conn, id, fold.sequence, |entry| {
        while let Some((position, at)) = changes.next_if(|(position, _)| *position < entry.position) {
            fold.policies_changed(position, at, book);
        }
        fold.take(entry, book);
    })?;
    for (position, at) in changes {
        fold.policies_changed(position, at, book);
    }
    book.check()?;
    Ok(fold)
}

/// Folds what is new of a conversation, and stores it. Returns its clocks; `None` if it is gone.
pub fn keep(unit: &Unit<'_>, id: ConversationId, book: &Book<'_>) -> Result<Option<Fold>, Fault> {
    let Some(Folded { before, now }) = folded(unit.conn(), id, book)? else { return Ok(None) };
    if before.as_ref() != Some(&now) {
        save(unit, id, before.as_ref(), &now, book)?;
    }
    Ok(Some(now))
}

/// The same from the first entry on, whatever is stored.
pub fn keep_anew(unit: &Unit<'_>, id: ConversationId, book: &Book<'_>) -> Result<(), Fault> {
    let now = match anew(unit.conn(), id, book)? {
        Some(now) if store::may_be_promised(unit.conn(), id)? => now,
        _ => return Ok(()),
    };
    save(unit, id, None, &now, book)
}

/// Writes clocks that are not as they were.
fn save(
    unit: &Unit<'_>,
    id: ConversationId,
    before: Option<&Fold>,
    now: &Fold,
    book: &Book<'_>,
) -> Result<(), Fault> {
    let mut due = None;
    for (kind, clock) in ClockKind::ALL.into_iter().filter_map(|kind| Some((kind, now.clock(kind)?))) {
        let times =
            Times { due_at: clock.due(book), alarm_at: clock.next_alarm(unit.now(), book).map(|(_, at)| at) };
        due = due.into_iter().chain(times.due_at).min();
        if before.and_then(|before| before.clock(kind)) != Some(clock) {
            store::save_clock(unit.conn(), id, kind, clock, times)?;
        }
    }
    store::set_due(unit.conn(), id, due)?;
    // A closed one is folded anew if it is opened again: most never are.
    let json = (!now.is_closed()).then(|| now.to_json());
    store::save_fold(unit.conn(), id, json.as_deref())?;
    Ok(book.check()?)
}

/// Asks for every conversation that is not closed to be looked at anew: a policy changed for clocks that run, or hours did.
pub fn look_again(unit: &Unit<'_>) -> Result<(), Fault> {
    if store::is_used(unit.conn())? {
        store::set_anew_after(unit.conn(), Some(ConversationId(0)))?;
    }
    Ok(())
}

/// Looks at the next `limit` of them.
pub fn go_on_looking(unit: &Unit<'_>, limit: usize) -> Result<(), Fault> {
    let Some(after) = store::anew_after(unit.conn())? else { return Ok(()) };
    let book = Book::new(unit.conn());
    let ids = store::unclosed(unit.conn(), after, limit)?;
    for id in &ids {
        keep_anew(unit, *id, &book)?;
    }
    let next = ids.last().copied().filter(|_| ids.len() == limit);
    Ok(store::set_anew_after(unit.conn(), next)?)
}
