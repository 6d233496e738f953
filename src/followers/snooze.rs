//! Wakes conversations whose snooze ends.

use rusqlite::Connection;

use super::timer::Timer;
use crate::clock::Timestamp;
use crate::domain::conversations::store;
use crate::events::EventKind;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::change_state;
use crate::storage::Unit;

/// Conversations woken in one transaction.
const BATCH: usize = 100;

/// Snoozed conversations with an end.
pub(super) struct Snoozes;

impl Timer for Snoozes {
    const NAME: &'static str = "snoozes";
    const KINDS: &'static [EventKind] = &[EventKind::StateChanged];

    fn next_due(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
        store::next_due(conn)
    }

    fn fire(unit: &mut Unit<'_>) -> Result<(), Fault> {
        for id in store::due(unit.conn(), unit.now(), BATCH)? {
            change_state::wake(unit, &Caller::system(), id)?;
        }
        Ok(())
    }
}
