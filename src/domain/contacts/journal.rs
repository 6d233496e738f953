//! The erase journal: every id of everybody who was erased, and not a word about them, so that a restored copy forgets them
//! again. A person has several ids: the browsers they came with, and the contacts they were before they proved who they are.

use rusqlite::{Connection, OptionalExtension, ToSql, params};

use crate::clock::Timestamp;
use crate::events::{Ended, EventKind};
use crate::ids::{ContactId, VisitorId};
use crate::storage::Writing;

/// Ids of people who were erased.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// As contacts, those they were joined into included.
    pub contacts: Vec<ContactId>,
    /// As browsers and apps, whose ids never change.
    pub visitors: Vec<VisitorId>,
}

impl Erased {
    /// Adds what another journal names.
    pub fn add(&mut self, other: &Self) {
        self.contacts.extend(&other.contacts);
        self.visitors.extend(&other.visitors);
    }
}

/// Reads the journal of a database of any schema: older ones named contacts alone, and their log has the visitors.
pub fn read(conn: &Connection) -> rusqlite::Result<Erased> {
    let mut erased = Erased::default();
    // The first versions had no journal, and erased nobody.
    if conn.table_exists(None, "erase_journal")? {
        erased.contacts = ids(conn, "SELECT contact_id FROM erase_journal ORDER BY contact_id", params![])?
            .into_iter()
            .map(ContactId)
            .collect();
        let visitors = if conn.table_exists(None, "erased_visitors")? {
            ids(conn, "SELECT visitor_id FROM erased_visitors ORDER BY visitor_id", params![])?
        } else {
            ids(
                conn,
                "SELECT DISTINCT subject_id FROM event_log WHERE kind = ?1 AND amount = ?2 ORDER BY subject_id",
                params![EventKind::VisitorEnded as i64, Ended::Erased as i64],
            )?
        };
        erased.visitors = visitors.into_iter().map(VisitorId).collect();
    }
    Ok(erased)
}

fn ids(conn: &Connection, query: &str, values: &[&dyn ToSql]) -> rusqlite::Result<Vec<i64>> {
    conn.prepare_cached(query)?.query_map(values, |row| row.get(0))?.collect()
}

/// Notes that these ids are gone for good.
pub fn note(conn: &Writing, erased: &Erased, now: Timestamp) -> rusqlite::Result<()> {
    for id in &erased.contacts {
        conn.write(
            "INSERT OR IGNORE INTO erase_journal (contact_id, erased_at) VALUES (?1, ?2)",
            params![id, now.0],
        )?;
    }
    for id in &erased.visitors {
        conn.write(
            "INSERT OR IGNORE INTO erased_visitors (visitor_id, erased_at) VALUES (?1, ?2)",
            params![id, now.0],
        )?;
    }
    Ok(())
}

/// Notes that the person of `before` turned out to be `became`.
pub fn join(conn: &Writing, before: ContactId, became: ContactId) -> rusqlite::Result<()> {
    conn.write(
        "INSERT OR IGNORE INTO contact_lineage (became, contact_id) VALUES (?1, ?2)",
        params![became, before],
    )
    .map(drop)
}

/// Every contact that was joined into this one, over any number of steps; the newest last.
pub fn was_before(conn: &Connection, contact: ContactId) -> rusqlite::Result<Vec<ContactId>> {
    conn.prepare_cached(
        "WITH RECURSIVE before (id) AS (
             SELECT contact_id FROM contact_lineage WHERE became = ?1
             UNION
             SELECT contact_id FROM contact_lineage JOIN before ON became = before.id
         )
         SELECT id FROM before WHERE id <> ?1 ORDER BY id",
    )?
    .query_map([contact], |row| row.get(0))?
    .collect()
}

/// Forgets what a contact was joined from: once it is gone the journal has it all.
pub fn forget_lineage(conn: &Writing, contact: ContactId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM contact_lineage WHERE became = ?1 OR contact_id = ?1", params![contact]).map(drop)
}

/// The contact that a visitor belongs to, if either is there.
pub fn contact_of(conn: &Connection, visitor: VisitorId) -> rusqlite::Result<Option<ContactId>> {
    conn.prepare_cached("SELECT contact_id FROM visitors WHERE id = ?1")?
        .query_row([visitor], |row| row.get(0))
        .optional()
}
