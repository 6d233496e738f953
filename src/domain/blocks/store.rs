//! Blocks: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Block, Target};
use crate::clock::Timestamp;
use crate::config::address::Network;
use crate::ids::{BlockId, ContactId, VisitorId};
use crate::storage::Writing;

const COLUMNS: &str =
    "SELECT id, visitor_id, contact_id, network, reason, blocked_by, blocked_at, until FROM blocks";

fn block(row: &Row<'_>) -> rusqlite::Result<Block> {
    let (visitor, contact): (Option<VisitorId>, Option<ContactId>) = (row.get(1)?, row.get(2)?);
    let target = match (visitor, contact) {
        (Some(visitor), _) => Target::Visitor(visitor),
        (None, Some(contact)) => Target::Contact(contact),
        (None, None) => {
            let text: String = row.get(3)?;
            let wrong = |message: String| {
                rusqlite::Error::FromSqlConversionFailure(3, rusqlite::types::Type::Text, message.into())
            };
            Target::Network(text.parse().map_err(wrong)?)
        }
    };
    Ok(Block {
        id: row.get(0)?,
        target,
        reason: row.get(4)?,
        by: row.get(5)?,
        at: Timestamp(row.get(6)?),
        until: row.get::<_, Option<i64>>(7)?.map(Timestamp),
    })
}

/// The columns of a target: visitor, contact, network.
fn columns(target: Target) -> (Option<VisitorId>, Option<ContactId>, Option<String>) {
    match target {
        Target::Visitor(id) => (Some(id), None, None),
        Target::Contact(id) => (None, Some(id), None),
        Target::Network(network) => (None, None, Some(network.to_string())),
    }
}

/// The block of a target, whether it still holds or not.
pub fn find_by_target(conn: &Connection, target: Target) -> rusqlite::Result<Option<Block>> {
    let (visitor, contact, network) = columns(target);
    conn.prepare_cached(&format!("{COLUMNS} WHERE visitor_id = ?1 OR contact_id = ?2 OR network = ?3"))?
        .query_row(params![visitor, contact, network], block)
        .optional()
}

/// One block.
pub fn find(conn: &Connection, id: BlockId) -> rusqlite::Result<Option<Block>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?.query_row([id], block).optional()
}

/// Blocks that hold, newest first, before the block `before`.
pub fn list(conn: &Connection, before: i64, now: Timestamp, limit: usize) -> rusqlite::Result<Vec<Block>> {
    conn.prepare_cached(&format!(
        "{COLUMNS} WHERE id < ?1 AND (until IS NULL OR until > ?2) ORDER BY id DESC LIMIT ?3"
    ))?
    .query_map(params![before, now.0, limit as i64], block)?
    .collect()
}

/// How many there are.
pub fn count(conn: &Connection) -> rusqlite::Result<usize> {
    let count: i64 = conn.prepare_cached("SELECT COUNT(*) FROM blocks")?.query_row([], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Adds a block.
pub fn insert(conn: &Writing, new: &Block) -> rusqlite::Result<()> {
    let (visitor, contact, network) = columns(new.target);
    conn.write(
        "INSERT INTO blocks (id, visitor_id, contact_id, network, reason, blocked_by, blocked_at, until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            new.id,
            visitor,
            contact,
            network,
            new.reason,
            new.by,
            new.at.0,
            new.until.map(|until| until.0)
        ],
    )
    .map(drop)
}

/// Removes a block; whether it was there.
pub fn remove(conn: &Writing, id: BlockId) -> rusqlite::Result<bool> {
    Ok(conn.write("DELETE FROM blocks WHERE id = ?1", params![id])? > 0)
}

/// Removes blocks that ended before `now`; how many.
pub fn prune(conn: &Writing, now: Timestamp, limit: usize) -> rusqlite::Result<usize> {
    conn.write(
        "DELETE FROM blocks WHERE id IN (SELECT id FROM blocks WHERE until <= ?1 ORDER BY id LIMIT ?2)",
        params![now.0, limit as i64],
    )
}

/// Whether a visitor, or the person they are, may not write.
pub fn is_blocked(
    conn: &Connection,
    visitor: VisitorId,
    contact: ContactId,
    now: Timestamp,
) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM blocks
                         WHERE (visitor_id = ?1 OR contact_id = ?2) AND (until IS NULL OR until > ?3))",
    )?
    .query_row(params![visitor, contact, now.0], |row| row.get(0))
}

/// The block that holds for a person or one of their visitors, the person's first.
pub fn of_contact(conn: &Connection, contact: ContactId, now: Timestamp) -> rusqlite::Result<Option<Block>> {
    conn.prepare_cached(&format!(
        "{COLUMNS}
          WHERE (contact_id = ?1 OR visitor_id IN (SELECT id FROM visitors WHERE contact_id = ?1))
            AND (until IS NULL OR until > ?2)
          ORDER BY contact_id IS NULL, id DESC
          LIMIT 1"
    ))?
    .query_row(params![contact, now.0], block)
    .optional()
}

/// A person turned out to be another one who is known: the block goes with them.
pub fn move_to_contact(conn: &Writing, from: ContactId, to: ContactId) -> rusqlite::Result<()> {
    conn.write("UPDATE OR IGNORE blocks SET contact_id = ?2 WHERE contact_id = ?1", params![from, to])
        .map(drop)
}

/// The ranges of addresses that are blocked, and until when.
pub fn networks(conn: &Connection) -> rusqlite::Result<Vec<(Network, Option<Timestamp>)>> {
    let blocks = conn
        .prepare_cached(&format!("{COLUMNS} WHERE network IS NOT NULL ORDER BY id"))?
        .query_map([], block)?
        .collect::<rusqlite::Result<Vec<Block>>>()?;
    let network = |block: Block| match block.target {
        Target::Network(network) => Some((network, block.until)),
        Target::Visitor(_) | Target::Contact(_) => None,
    };
    Ok(blocks.into_iter().filter_map(network).collect())
}
