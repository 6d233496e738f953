//! The two documents of tickets, statuses and types: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::category::Category;
use super::statuses::Status;
use super::types::TicketType;
use super::words::Words;
use crate::events::LogPosition;
use crate::ids::{TicketStatusId, TicketTypeId};
use crate::storage::Writing;

/// A document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// Statuses.
    Statuses,
    /// Types.
    Types,
}

impl Document {
    const fn name(self) -> &'static str {
        match self {
            Self::Statuses => "statuses",
            Self::Types => "types",
        }
    }
}

/// The position at which a document was last saved; 0 before that.
pub fn version(conn: &Connection, document: Document) -> rusqlite::Result<LogPosition> {
    conn.prepare_cached("SELECT version FROM ticket_documents WHERE name = ?1")?
        .query_row([document.name()], |row| row.get(0))
}

/// Changes it.
pub fn set_version(conn: &Writing, document: Document, version: LogPosition) -> rusqlite::Result<()> {
    conn.write("UPDATE ticket_documents SET version = ?2 WHERE name = ?1", params![document.name(), version])
        .map(drop)
}

const STATUSES: &str = "SELECT id, name, public_zh, public_en, category FROM ticket_statuses";

fn status(row: &Row<'_>) -> rusqlite::Result<Status> {
    let (zh_cn, en): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
    let public = zh_cn.map(|zh_cn| Words { zh_cn, en: en.unwrap_or_default() });
    Ok(Status { id: row.get(0)?, name: row.get(1)?, public, category: Category::from_number(row.get(4)?) })
}

/// Every status, in order.
pub fn statuses(conn: &Connection) -> rusqlite::Result<Vec<Status>> {
    conn.prepare_cached(&format!("{STATUSES} ORDER BY place, id"))?.query_map([], status)?.collect()
}

/// One status.
pub fn find_status(conn: &Connection, id: TicketStatusId) -> rusqlite::Result<Option<Status>> {
    conn.prepare_cached(&format!("{STATUSES} WHERE id = ?1"))?.query_row([id], status).optional()
}

/// Stores a status at a place.
pub fn save_status(conn: &Writing, place: usize, status: &Status) -> rusqlite::Result<()> {
    let public = status.public.as_ref();
    conn.write(
        "INSERT INTO ticket_statuses (id, place, name, public_zh, public_en, category) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE
            SET place = excluded.place, name = excluded.name, public_zh = excluded.public_zh,
                public_en = excluded.public_en, category = excluded.category",
        params![
            status.id,
            place as i64,
            status.name,
            public.map(|words| &words.zh_cn),
            public.map(|words| &words.en),
            status.category as i64
        ],
    )
    .map(drop)
}

/// Removes a status that no ticket has.
pub fn remove_status(conn: &Writing, id: TicketStatusId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM ticket_statuses WHERE id = ?1", params![id]).map(drop)
}

/// Whether a ticket has this status.
pub fn has_status(conn: &Connection, id: TicketStatusId) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM tickets WHERE status_id = ?1)")?
        .query_row([id], |row| row.get(0))
}

const TYPES: &str = "SELECT id, name, public, fields FROM ticket_types";

fn ticket_type(row: &Row<'_>) -> rusqlite::Result<TicketType> {
    let fields = serde_json::from_str(&row.get::<_, String>(3)?).unwrap_or_default();
    Ok(TicketType { id: row.get(0)?, name: row.get(1)?, public: row.get(2)?, fields })
}

/// Every type, in order.
pub fn types(conn: &Connection) -> rusqlite::Result<Vec<TicketType>> {
    conn.prepare_cached(&format!("{TYPES} ORDER BY place, id"))?.query_map([], ticket_type)?.collect()
}

/// One type.
pub fn find_type(conn: &Connection, id: TicketTypeId) -> rusqlite::Result<Option<TicketType>> {
    conn.prepare_cached(&format!("{TYPES} WHERE id = ?1"))?.query_row([id], ticket_type).optional()
}

/// Stores a type at a place.
pub fn save_type(conn: &Writing, place: usize, of: &TicketType) -> rusqlite::Result<()> {
    let fields = serde_json::to_string(&of.fields).unwrap_or_default();
    conn.write(
        "INSERT INTO ticket_types (id, place, name, public, fields) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE
            SET place = excluded.place, name = excluded.name, public = excluded.public, fields = excluded.fields",
        params![of.id, place as i64, of.name, of.public, fields],
    )
    .map(drop)
}

/// Removes a type that no ticket has.
pub fn remove_type(conn: &Writing, id: TicketTypeId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM ticket_types WHERE id = ?1", params![id]).map(drop)
}

/// Whether a ticket has this type.
pub fn has_type(conn: &Connection, id: TicketTypeId) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM tickets WHERE type_id = ?1)")?
        .query_row([id], |row| row.get(0))
}
