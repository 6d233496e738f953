//! Followers: readers of the log that keep something of their own in the database.
//!
//! What a follower makes of events and how far it has come are stored in one unit, so that a crash between any two steps
//! neither leaves an event out nor counts one twice. What is about to leave the log is handed to every follower first.

use std::fmt::Debug;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, params};

use super::event_log;
use super::unit::{Readers, Unit};
use super::writing::Writing;
use crate::events::{EventKind, LogPosition, Logged};
use crate::fault::Fault;

/// Events handed over in one unit.
pub const PAGE: usize = 200;
/// Positions that a cursor may fall behind without a write, where nothing wanted stood there.
const UNSTORED: LogPosition = 1_000;
/// Pages that one unit reads before events are removed. A follower further behind has to catch up by itself first.
const PAGES_AT_ONCE: usize = 100;

/// A reader of the log that keeps something of its own.
///
/// Everything happens on the writer, in one transaction with the cursor. Handling an event may write events of its own; they
/// come round like all others where the kind is wanted.
pub trait Follower: Debug + Send + Sync {
    /// Name of its stored cursor. A new name starts from the beginning.
    fn name(&self) -> &'static str;

    /// The kinds it reads; others are passed over.
    fn kinds(&self) -> &'static [EventKind];

    /// Called once, before the first event: builds what is kept from the tables as they are, or empties it. Returns after which
    /// position reading begins: `unit.head()`, or 0 for the whole log.
    fn begin(&self, unit: &mut Unit<'_>) -> Result<LogPosition, Fault>;

    /// Once, after a backup was put in place: its log may go on otherwise than what was read. As [`Follower::begin`].
    fn restored(&self, unit: &mut Unit<'_>) -> Result<LogPosition, Fault> {
        self.begin(unit)
    }

    /// Takes events of its kinds in their order, none twice, at most [`PAGE`].
    fn handle(&self, unit: &mut Unit<'_>, page: &[Logged]) -> Result<(), Fault>;
}

/// The followers of a desk, and the epoch in which their cursors count.
#[derive(Debug, Clone, Default)]
pub struct Followers {
    list: Vec<Arc<dyn Follower>>,
    pub(super) epoch: String,
}

impl From<Vec<Arc<dyn Follower>>> for Followers {
    fn from(list: Vec<Arc<dyn Follower>>) -> Self {
        Self { list, epoch: String::new() }
    }
}

impl Followers {
    /// All followers.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<dyn Follower>> {
        self.list.iter()
    }
}

/// Progress of one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Everything up to here was looked at.
    pub reached: LogPosition,
    /// Whether more events wait behind it.
    pub more: bool,
}

/// A stored cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// Name of the follower.
    pub name: String,
    /// The epoch in which the position counts.
    pub epoch: String,
    /// Everything up to here was handled.
    pub position: LogPosition,
}

/// Every stored cursor, by name.
pub fn cursors(conn: &Connection) -> rusqlite::Result<Vec<Cursor>> {
    conn.prepare_cached("SELECT name, log_epoch, position FROM followers ORDER BY name")?
        .query_map([], |row| Ok(Cursor { name: row.get(0)?, epoch: row.get(1)?, position: row.get(2)? }))?
        .collect()
}

fn cursor(conn: &Connection, name: &str) -> rusqlite::Result<Option<(String, LogPosition)>> {
    conn.prepare_cached("SELECT log_epoch, position FROM followers WHERE name = ?1")?
        .query_row([name], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

fn store(conn: &Writing, name: &str, epoch: &str, position: LogPosition) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO followers (name, log_epoch, position) VALUES (?1, ?2, ?3)
         ON CONFLICT (name) DO UPDATE SET log_epoch = excluded.log_epoch, position = excluded.position",
        params![name, epoch, position],
    )
    .map(drop)
}

/// How far somebody has come who reads off the writer and moves the cursor in the unit that stores what was read: 0 who never
/// read, or read before a backup was put in place.
pub fn reached(conn: &Connection, name: &str, epoch: &str) -> rusqlite::Result<LogPosition> {
    Ok(cursor(conn, name)?.filter(|(known, _)| known == epoch).map_or(0, |(_, position)| position))
}

/// Moves such a cursor.
pub fn reach(unit: &Unit<'_>, name: &str, epoch: &str, position: LogPosition) -> rusqlite::Result<()> {
    store(unit.conn(), name, epoch, position)
}

/// Forgets a cursor: whoever follows under this name begins anew.
pub fn forget(unit: &Unit<'_>, name: &str) -> rusqlite::Result<()> {
    unit.conn().write("DELETE FROM followers WHERE name = ?1", params![name]).map(drop)
}

/// Hands the next page of the log to a follower and moves its cursor; `epoch` is that of the open database.
pub fn step(unit: &mut Unit<'_>, follower: &dyn Follower, epoch: &str) -> Result<Step, Fault> {
    let name = follower.name();
    let stored = cursor(unit.conn(), name)?;
    let after = match &stored {
        Some((known, position)) if known == epoch => *position,
        Some(_) => follower.restored(unit)?,
        None => follower.begin(unit)?,
    };
    let until = unit.head();
    let page = event_log::of_kinds(unit.conn(), (after, until), follower.kinds(), PAGE)?;
    let more = page.len() == PAGE;
    let reached = page.last().filter(|_| more).map_or(until, |last| last.position);
    if !page.is_empty() {
        follower.handle(unit, &page)?;
    }
    let known = stored.filter(|(known, _)| known == epoch).map(|(_, position)| position);
    if known.is_none_or(|known| !page.is_empty() || reached - known > UNSTORED) {
        store(unit.conn(), name, epoch, reached)?;
    }
    Ok(Step { reached, more })
}

impl Readers for Followers {
    fn catch_up(&self, unit: &mut Unit<'_>) -> Result<(), Fault> {
        for follower in &self.list {
            let mut pages = 0;
            while step(unit, follower.as_ref(), &self.epoch)?.more {
                pages += 1;
                if pages == PAGES_AT_ONCE {
                    // Nothing of this unit stays; the follower goes on by itself, and the caller asks again.
                    return Err(Fault::unavailable("catching_up"));
                }
            }
        }
        Ok(())
    }
}
