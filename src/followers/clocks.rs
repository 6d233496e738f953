//! Keeps the clocks of conversations up with the log, and tells what is due of them.

use rusqlite::Connection;

use super::timer::Timer;
use crate::clock::Timestamp;
use crate::domain::clocks::store;
use crate::events::{Area, Event, EventKind, LogPosition, Logged};
use crate::fault::Fault;
use crate::flows::clocks::book::Book;
use crate::flows::clocks::{alarms, keep};
use crate::storage::Unit;
use crate::storage::follower::Follower;

/// Conversations of which something is told in one transaction.
const BATCH: usize = 100;

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
    EventKind::SettingsChanged,
];

/// Folds what happens in conversations.
#[derive(Debug)]
pub(super) struct Clocks;

impl Follower for Clocks {
    fn name(&self) -> &'static str {
        "clocks"
    }

    fn kinds(&self) -> &'static [EventKind] {
        ENTRIES
    }

    fn begin(&self, unit: &mut Unit<'_>) -> Result<LogPosition, Fault> {
        keep::keep_all_anew(unit)?;
        Ok(unit.head())
    }

    fn handle(&self, unit: &mut Unit<'_>, page: &[Logged]) -> Result<(), Fault> {
        if !store::is_used(unit.conn())? {
            return Ok(());
        }
        let changes = |logged: &Logged| {
            matches!(logged.record.event, Event::SettingsChanged(Area::Sla | Area::Calendars | Area::Hours))
        };
        if page.iter().any(changes) {
            return keep::keep_all(unit).map(drop);
        }
        let mut ids: Vec<_> = page.iter().filter_map(|logged| logged.record.event.conversation()).collect();
        ids.sort_unstable();
        ids.dedup();
        let book = Book::new(unit.conn());
        ids.into_iter().try_for_each(|id| keep::keep(unit, id, &book).map(drop))
    }
}

/// Warnings and breaches. A clock is over once its time has passed, not in its last millisecond.
pub(super) struct Alarms;

impl Timer for Alarms {
    const NAME: &'static str = "clocks";
    const KINDS: &'static [EventKind] = ENTRIES;

    fn next_due(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
        Ok(store::next_alarm(conn)?.map(|at| Timestamp(at.0 + 1)))
    }

    fn fire(unit: &mut Unit<'_>) -> Result<(), Fault> {
        alarms::tell(unit, BATCH)
    }
}
