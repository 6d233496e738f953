//! Keeps the clocks of conversations up with the log, and tells what is due of them.

use rusqlite::Connection;

use super::timer::Timer;
use crate::clock::Timestamp;
use crate::domain::clocks::store;
use crate::events::{EventKind, LogPosition, Logged};
use crate::fault::Fault;
use crate::flows::clocks::book::Book;
use crate::flows::clocks::{alarms, keep};
use crate::storage::follower::{self, Follower};
use crate::storage::{Unit, event_log};

/// Conversations of which something is told in one transaction.
const BATCH: usize = 100;
/// Conversations that are folded anew in one transaction.
const ANEW: usize = 100;

/// What clocks are moved by: each entry tells the time at which the next one counts.
const ENTRIES: &[EventKind] = &[
    EventKind::Message,
    EventKind::Edited,
    EventKind::Recalled,
    EventKind::Assigned,
    EventKind::Unassigned,
    EventKind::Transferred,
    EventKind::StateChanged,
    EventKind::Rated,
    EventKind::Labelled,
    EventKind::ContactChanged,
    EventKind::TeamChanged,
    EventKind::PriorityChanged,
    EventKind::Clock,
    EventKind::NoAnswerNeeded,
];

/// The same, and policies or hours that changed.
const WAKING: &[EventKind] = &[
    EventKind::Message,
    EventKind::Assigned,
    EventKind::Transferred,
    EventKind::StateChanged,
    EventKind::Labelled,
    EventKind::TeamChanged,
    EventKind::PriorityChanged,
    EventKind::Clock,
    EventKind::NoAnswerNeeded,
    EventKind::SettingsChanged,
];

/// Name of the follower's cursor.
const NAME: &str = "clocks";

/// Folds what happens in conversations.
#[derive(Debug)]
pub(super) struct Clocks;

impl Follower for Clocks {
    fn name(&self) -> &'static str {
        NAME
    }

    fn kinds(&self) -> &'static [EventKind] {
        ENTRIES
    }

    fn begin(&self, unit: &mut Unit<'_>) -> Result<LogPosition, Fault> {
        keep::look_again(unit)?;
        Ok(unit.head())
    }

    fn handle(&self, unit: &mut Unit<'_>, page: &[Logged]) -> Result<(), Fault> {
        if !store::is_used(unit.conn())? {
            return Ok(());
        }
        // What was brought in starts nothing; it is folded with what is said next.
        let here = page.iter().filter(|logged| !logged.imported);
        let mut ids: Vec<_> = here.filter_map(|logged| logged.record.event.conversation()).collect();
        ids.sort_unstable();
        ids.dedup();
        let book = Book::new(unit.conn());
        ids.into_iter().try_for_each(|id| keep::keep(unit, id, &book).map(drop))
    }
}

/// Warnings and breaches, and what is to be looked at anew. A clock is over once its time has passed, not in its last millisecond.
pub(super) struct Alarms;

impl Timer for Alarms {
    const NAME: &'static str = "clocks";
    const KINDS: &'static [EventKind] = WAKING;

    fn next_due(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
        // What was not folded yet may be due earlier than all that was.
        if store::anew_after(conn)?.is_some() || is_behind(conn)? {
            return Ok(Some(Timestamp(0)));
        }
        Ok(store::next_alarm(conn)?.map(|at| Timestamp(at.0 + 1)))
    }

    fn fire(unit: &mut Unit<'_>) -> Result<(), Fault> {
        unit.catch_up()?;
        keep::go_on_looking(unit, ANEW)?;
        alarms::tell(unit, BATCH)
    }
}

/// Whether entries wait for the follower.
fn is_behind(conn: &Connection) -> rusqlite::Result<bool> {
    if !store::is_used(conn)? {
        return Ok(false);
    }
    let reached = follower::cursors(conn)?.into_iter().find(|cursor| cursor.name == NAME);
    let Some(reached) = reached else { return Ok(false) };
    let until = event_log::head(conn)?;
    Ok(!event_log::of_kinds(conn, (reached.position, until), ENTRIES, 1)?.is_empty())
}
