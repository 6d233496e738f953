//! What visitors did on the shop's pages, as its scripts told: the newest of each visitor. SQL.

use rusqlite::{Connection, params};
use serde_json::value::RawValue;

use crate::clock::Timestamp;
use crate::ids::{ContactId, VisitorEventId, VisitorId};
use crate::storage::Writing;

/// Events of one visitor that are kept.
pub const KEPT: i64 = 50;
/// Longest name, in characters.
pub const NAME_CHARS: usize = 60;

/// Something a visitor did.
#[derive(Debug)]
pub struct VisitorEvent {
    /// Name that the shop gave it.
    pub name: String,
    /// A flat object.
    pub properties: Box<RawValue>,
    /// When it was reported.
    pub at: Timestamp,
}

/// Adds an event and removes the oldest beyond [`KEPT`].
pub fn add(
    conn: &Writing,
    id: VisitorEventId,
    visitor: VisitorId,
    name: &str,
    properties: &str,
    now: Timestamp,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO visitor_events (id, visitor_id, name, properties, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, visitor, name, properties, now.0],
    )?;
    conn.write(
        "DELETE FROM visitor_events
          WHERE visitor_id = ?1
            AND id <= (SELECT id FROM visitor_events WHERE visitor_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
        params![visitor, KEPT],
    )
    .map(drop)
}

/// The newest events of a person, over all browsers.
pub fn newest(conn: &Connection, contact: ContactId, limit: usize) -> rusqlite::Result<Vec<VisitorEvent>> {
    conn.prepare_cached(
        "SELECT e.name, e.properties, e.at
           FROM visitor_events e
           JOIN visitors v ON v.id = e.visitor_id
          WHERE v.contact_id = ?1
          ORDER BY e.id DESC
          LIMIT ?2",
    )?
    .query_map(params![contact, limit as i64], |row| {
        let properties: String = row.get(1)?;
        Ok(VisitorEvent {
            name: row.get(0)?,
            properties: RawValue::from_string(properties).unwrap_or_default(),
            at: Timestamp(row.get(2)?),
        })
    })?
    .collect()
}
