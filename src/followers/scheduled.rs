//! Sends messages whose time has come: the message and its removal from the list are one unit.

use rusqlite::Connection;

use super::timer::Timer;
use crate::clock::Timestamp;
use crate::domain::conversations::scheduled as store;
use crate::events::EventKind;
use crate::fault::Fault;
use crate::flows::conversations::scheduled;
use crate::storage::Unit;

/// Messages sent in one transaction.
const BATCH: usize = 20;

/// Messages that go out later.
pub(super) struct Scheduled;

impl Timer for Scheduled {
    const NAME: &'static str = "scheduled";
    const KINDS: &'static [EventKind] = &[EventKind::SettingsChanged];

    fn next_due(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
        store::next_due(conn)
    }

    fn fire(unit: &mut Unit<'_>) -> Result<(), Fault> {
        scheduled::send_due(unit, BATCH)
    }
}
