//! Calendars: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Calendar, Open, Plan, SHOP, VERSIONS_KEPT};
use crate::clock::Timestamp;
use crate::ids::CalendarId;
use crate::storage::Writing;

/// A calendar as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The id.
    pub id: CalendarId,
    /// What the team calls it; the shop's own may have no name.
    pub name: String,
    /// Grows with each change.
    pub version: i64,
    /// When somebody first said its hours.
    pub set_at: Option<Timestamp>,
    /// What it says.
    pub plan: Plan,
}

/// Each with its newest version.
const STORED: &str = "SELECT c.id, c.name, c.version, c.set_at, v.plan FROM calendars c
      JOIN calendar_versions v ON v.calendar_id = c.id
       AND v.valid_from = (SELECT max(valid_from) FROM calendar_versions WHERE calendar_id = c.id)";

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: row.get(0)?,
        name: row.get(1)?,
        version: row.get(2)?,
        set_at: row.get::<_, Option<i64>>(3)?.map(Timestamp),
        plan: Plan::stored(&row.get::<_, String>(4)?),
    })
}

/// All of them, the shop's own first.
pub fn list(conn: &Connection) -> rusqlite::Result<Vec<Stored>> {
    conn.prepare_cached(&format!("{STORED} ORDER BY c.id"))?.query_map([], stored)?.collect()
}

/// One of them.
pub fn find(conn: &Connection, id: CalendarId) -> rusqlite::Result<Option<Stored>> {
    conn.prepare_cached(&format!("{STORED} WHERE c.id = ?1"))?.query_row([id], stored).optional()
}

/// What the shop's own says.
pub fn shops(conn: &Connection) -> rusqlite::Result<Plan> {
    Ok(find(conn, SHOP)?.map_or_else(|| Plan::always("UTC"), |stored| stored.plan))
}

/// How many there are.
pub fn count(conn: &Connection) -> rusqlite::Result<usize> {
    let all: i64 = conn.prepare_cached("SELECT count(*) FROM calendars")?.query_row([], |row| row.get(0))?;
    Ok(all as usize)
}

/// A calendar with its past, to be asked about any moment; `None` if there is none of this id.
pub fn calendar(conn: &Connection, id: CalendarId) -> rusqlite::Result<Option<Calendar>> {
    let versions: Vec<(Timestamp, Plan)> = conn
        .prepare_cached(
            "SELECT valid_from, plan FROM calendar_versions WHERE calendar_id = ?1 ORDER BY valid_from",
        )?
        .query_map([id], |row| Ok((Timestamp(row.get(0)?), Plan::stored(&row.get::<_, String>(1)?))))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(versions).filter(|versions| !versions.is_empty()).map(|versions| Calendar::new(&versions)))
}

/// Whether the shop answers at `now`, and when that changes.
pub fn shop_at(conn: &Connection, now: Timestamp) -> rusqlite::Result<Open> {
    Ok(shops(conn)?.at(now))
}

/// Whether somebody answers by a calendar at `now`, and when that changes; by the shop's hours without one.
pub fn open_at(conn: &Connection, id: Option<CalendarId>, now: Timestamp) -> rusqlite::Result<Open> {
    let own = id.map(|id| find(conn, id)).transpose()?.flatten();
    own.map_or_else(|| shop_at(conn, now), |own| Ok(own.plan.at(now)))
}

/// Adds a calendar.
pub fn insert(conn: &Writing, new: &Stored, from: Timestamp) -> rusqlite::Result<()> {
    conn.insert(
        "INSERT INTO calendars (id, name, version, set_at) VALUES (?1, ?2, ?3, ?4)",
        params![new.id, new.name, new.version, new.set_at.map(|at| at.0)],
    )?;
    say(conn, new.id, &new.plan, from)
}

/// Writes what a calendar is from now on; what it was stays for the time before.
pub fn replace(conn: &Writing, new: &Stored, from: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE calendars SET name = ?2, version = ?3, set_at = ?4 WHERE id = ?1",
        params![new.id, new.name, new.version, new.set_at.map(|at| at.0)],
    )?;
    let before = find(conn, new.id)?;
    if before.is_some_and(|before| before.plan == new.plan) {
        Ok(())
    } else {
        say(conn, new.id, &new.plan, from)
    }
}

fn say(conn: &Writing, id: CalendarId, plan: &Plan, from: Timestamp) -> rusqlite::Result<()> {
    let json =
        serde_json::to_string(plan).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    // A clock that was set back does not put an edit before those that came earlier.
    conn.write(
        "INSERT INTO calendar_versions (calendar_id, valid_from, plan)
              VALUES (?1, max(?2, coalesce((SELECT max(valid_from) FROM calendar_versions WHERE calendar_id = ?1), 0)), ?3)
         ON CONFLICT (calendar_id, valid_from) DO UPDATE SET plan = excluded.plan",
        params![id, from.0, json],
    )?;
    conn.write(
        "DELETE FROM calendar_versions WHERE calendar_id = ?1 AND valid_from <= (
             SELECT valid_from FROM calendar_versions WHERE calendar_id = ?1
              ORDER BY valid_from DESC LIMIT 1 OFFSET ?2)",
        params![id, VERSIONS_KEPT as i64],
    )?;
    Ok(())
}

/// Removes a calendar with its past.
pub fn remove(conn: &Writing, id: CalendarId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM calendars WHERE id = ?1", params![id]).map(drop)
}
