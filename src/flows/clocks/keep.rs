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

/// The clocks of a conversation, up to its newest entry; `None` if it is gone.
pub fn fold(conn: &Connection, id: ConversationId, book: &Book<'_>) -> rusqlite::Result<Option<Fold>> {
    match store::fold(conn, id)?.as_deref().and_then(Fold::stored) {
        Some(stored) => go_on(conn, id, book, stored).map(Some),
        None => anew(conn, id, book),
    }
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
    let Some(fold) = fold(unit.conn(), id, book)? else { return Ok(None) };
    save(unit, id, &fold, book)?;
    Ok(Some(fold))
}

fn save(unit: &Unit<'_>, id: ConversationId, fold: &Fold, book: &Book<'_>) -> Result<(), Fault> {
    let mut due = None;
    for (kind, clock) in ClockKind::ALL.into_iter().filter_map(|kind| Some((kind, fold.clock(kind)?))) {
        let times =
            Times { due_at: clock.due(book), alarm_at: clock.next_alarm(unit.now(), book).map(|(_, at)| at) };
        due = due.into_iter().chain(times.due_at).min();
        store::save_clock(unit.conn(), id, kind, clock, times)?;
    }
    store::set_due(unit.conn(), id, due)?;
    // A closed one is folded anew if it is opened again: most never are.
    let json = (!fold.is_closed()).then(|| fold.to_json());
    store::save_fold(unit.conn(), id, json.as_deref())?;
    Ok(book.check()?)
}

/// Looks at every conversation that is not closed: a policy or a calendar changed. How many there were.
pub fn keep_all(unit: &Unit<'_>) -> Result<usize, Fault> {
    if !store::is_used(unit.conn())? {
        return Ok(0);
    }
    let book = Book::new(unit.conn());
    let ids = store::unclosed(unit.conn())?;
    for id in &ids {
        keep(unit, *id, &book)?;
    }
    Ok(ids.len())
}

/// The same from their first entries on, whatever is stored.
pub fn keep_all_anew(unit: &Unit<'_>) -> Result<usize, Fault> {
    store::forget_folds(unit.conn())?;
    keep_all(unit)
}
