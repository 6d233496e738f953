//! Tickets: SQL. What lists are chosen and sorted by stands beside the conversation as well; both are written here alone.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use super::category::Category;
use super::changes::Change;
use super::links::LinkKind;
use super::ticket::{Source, Ticket};
use crate::clock::Timestamp;
use crate::events::EventKind;
use crate::ids::{AgentId, ConversationId, VisitorId};
use crate::storage::Writing;

/// Steps that are looked upwards for the parents of a ticket.
const PARENTS_MAX: usize = 1_000;

/// The next number; no other ticket ever has it.
pub fn next_number(conn: &Writing) -> rusqlite::Result<i64> {
    let numbers = conn.returning(
        "UPDATE ticket_counter SET last = last + 1 WHERE one = 1 RETURNING last",
        &[],
        |row| row.get(0),
    )?;
    numbers.into_iter().next().ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// What stands before a number where somebody reads it.
pub fn prefix(conn: &Connection) -> rusqlite::Result<String> {
    conn.prepare_cached("SELECT prefix FROM ticket_counter WHERE one = 1")?.query_row([], |row| row.get(0))
}

/// Changes it.
pub fn set_prefix(conn: &Writing, prefix: &str) -> rusqlite::Result<()> {
    conn.write("UPDATE ticket_counter SET prefix = ?1 WHERE one = 1", params![prefix]).map(drop)
}

const COLUMNS: &str = "SELECT t.conversation_id, t.number, t.title, t.status_id, s.category, t.type_id, t.fields, t.due_at,
                              t.source_conversation_id, t.source_from, t.source_to, t.external_id, t.created_at, t.solved_at
                         FROM tickets t
                         JOIN ticket_statuses s ON s.id = t.status_id";

fn ticket(row: &Row<'_>) -> rusqlite::Result<Ticket> {
    let time = |at: Option<i64>| at.map(Timestamp);
    let source = match row.get::<_, Option<ConversationId>>(8)? {
        Some(conversation_id) => Some(Source { conversation_id, from: row.get(9)?, to: row.get(10)? }),
        None => None,
    };
    Ok(Ticket {
        id: row.get(0)?,
        number: row.get(1)?,
        title: row.get(2)?,
        status: row.get(3)?,
        category: Category::from_number(row.get(4)?),
        of: row.get(5)?,
        fields: serde_json::from_str(&row.get::<_, String>(6)?).unwrap_or_default(),
        due_at: time(row.get(7)?),
        source,
        external_id: row.get(11)?,
        created_at: Timestamp(row.get(12)?),
        solved_at: time(row.get(13)?),
    })
}

/// One ticket.
pub fn find(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Ticket>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE t.conversation_id = ?1"))?
        .query_row([id], ticket)
        .optional()
}

/// What the status of a ticket means; `None` where it is no ticket.
pub fn category(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Category>> {
    conn.prepare_cached(
        "SELECT s.category FROM tickets t JOIN ticket_statuses s ON s.id = t.status_id WHERE t.conversation_id = ?1",
    )?
    .query_row([id], |row| row.get(0).map(Category::from_number))
    .optional()
}

/// How many tickets a visitor opened themself since `since`, and when the first of them was.
pub fn left_since(
    conn: &Connection,
    visitor: VisitorId,
    since: Timestamp,
) -> rusqlite::Result<(i64, Option<Timestamp>)> {
    conn.prepare_cached(
        "SELECT COUNT(*), MIN(t.created_at)
           FROM conversations c INDEXED BY conversations_by_visitor
           JOIN tickets t ON t.conversation_id = c.id
           JOIN event_log e ON e.conversation_id = c.id AND e.sequence > 0 AND e.kind = ?3 AND e.actor_id = ?1
          WHERE c.visitor_id = ?1 AND c.opened_at > ?2 AND t.created_at > ?2",
    )?
    .query_row(params![visitor, since.0, EventKind::Ticket as i64], |row| {
        Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.map(Timestamp)))
    })
}

/// Tickets above `after`, by the ids of their conversations.
pub fn ids_after(conn: &Connection, after: i64, limit: usize) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached(
        "SELECT conversation_id FROM tickets WHERE conversation_id > ?1 ORDER BY conversation_id LIMIT ?2",
    )?
    .query_map(params![after, limit as i64], |row| row.get(0))?
    .collect()
}

/// The ticket with this number.
pub fn with_number(conn: &Connection, number: i64) -> rusqlite::Result<Option<ConversationId>> {
    conn.prepare_cached("SELECT conversation_id FROM tickets WHERE number = ?1")?
        .query_row([number], |row| row.get(0))
        .optional()
}

/// The ticket with this id at the shop's own system.
pub fn with_external_id(conn: &Connection, id: &str) -> rusqlite::Result<Option<ConversationId>> {
    conn.prepare_cached("SELECT conversation_id FROM tickets WHERE external_id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()
}

/// Stores a ticket, new or changed.
pub fn save(conn: &Writing, ticket: &Ticket) -> rusqlite::Result<()> {
    let source = ticket.source;
    conn.write(
        "INSERT INTO tickets (conversation_id, number, title, status_id, type_id, fields, due_at, source_conversation_id,
                              source_from, source_to, external_id, created_at, solved_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT (conversation_id) DO UPDATE
            SET title = excluded.title, status_id = excluded.status_id, type_id = excluded.type_id,
                fields = excluded.fields, due_at = excluded.due_at, solved_at = excluded.solved_at",
        params![
            ticket.id,
            ticket.number,
            ticket.title,
            ticket.status,
            ticket.of,
            Value::from(ticket.fields.clone()).to_string(),
            ticket.due_at.map(|at| at.0),
            source.map(|source| source.conversation_id),
            source.map(|source| source.from),
            source.map(|source| source.to),
            ticket.external_id,
            ticket.created_at.0,
            ticket.solved_at.map(|at| at.0),
        ],
    )?;
    conn.write(
        "UPDATE conversations
            SET ticket_number = ?2, ticket_category = ?3, ticket_status_id = ?4, ticket_type_id = ?5, ticket_due_at = ?6
          WHERE id = ?1",
        params![
            ticket.id,
            ticket.number,
            ticket.category as i64,
            ticket.status,
            ticket.of,
            ticket.due_at.map(|at| at.0)
        ],
    )
    .map(drop)
}

/// Stores what changed with an entry.
pub fn note_changes(
    conn: &Writing,
    id: ConversationId,
    sequence: i64,
    changes: &[Change],
) -> rusqlite::Result<()> {
    let stored = |value: &Value| Some(value).filter(|value| !value.is_null()).map(Value::to_string);
    for Change { field, from, to } in changes {
        conn.write(
            "INSERT INTO ticket_changes (conversation_id, sequence, field, before, after)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id, sequence, field, stored(from), stored(to)],
        )?;
    }
    Ok(())
}

/// What changed, by the sequence of the entry.
pub fn changes(conn: &Connection, id: ConversationId) -> rusqlite::Result<BTreeMap<i64, Vec<Change>>> {
    let value =
        |json: Option<String>| json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    let mut found: BTreeMap<i64, Vec<Change>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(
        "SELECT sequence, field, before, after FROM ticket_changes WHERE conversation_id = ?1 ORDER BY sequence, field",
    )?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        let change = Change { field: row.get(1)?, from: value(row.get(2)?), to: value(row.get(3)?) };
        found.entry(row.get(0)?).or_default().push(change);
    }
    Ok(found)
}

/// Who follows a ticket.
pub fn followers(conn: &Connection, id: ConversationId) -> rusqlite::Result<Vec<AgentId>> {
    conn.prepare_cached("SELECT agent_id FROM ticket_followers WHERE conversation_id = ?1 ORDER BY agent_id")?
        .query_map([id], |row| row.get(0))?
        .collect()
}

/// Replaces them.
pub fn set_followers(conn: &Writing, id: ConversationId, agents: &[AgentId]) -> rusqlite::Result<()> {
    conn.write("DELETE FROM ticket_followers WHERE conversation_id = ?1", params![id])?;
    for agent in agents {
        conn.write(
            "INSERT INTO ticket_followers (conversation_id, agent_id) VALUES (?1, ?2)",
            params![id, agent],
        )?;
    }
    Ok(())
}

/// What a ticket is linked with, and how, seen from it.
pub fn links(conn: &Connection, id: ConversationId) -> rusqlite::Result<Vec<(ConversationId, LinkKind)>> {
    conn.prepare_cached(
        "SELECT other, kind, 1 FROM ticket_links WHERE one = ?1
          UNION ALL
         SELECT one, kind, 0 FROM ticket_links INDEXED BY ticket_links_by_other WHERE other = ?1
          ORDER BY 1",
    )?
    .query_map([id], |row| Ok((row.get(0)?, LinkKind::from_number(row.get(1)?, row.get(2)?))))?
    .collect()
}

/// Links two of them, seen from `one`.
pub fn put_link(
    conn: &Writing,
    one: ConversationId,
    other: ConversationId,
    kind: LinkKind,
) -> rusqlite::Result<()> {
    let (first, second) = if kind == LinkKind::Parent { (other, one) } else { (one, other) };
    conn.write(
        "INSERT INTO ticket_links (one, other, kind) VALUES (?1, ?2, ?3)",
        params![first, second, kind.number()],
    )
    .map(drop)
}

/// Removes a link, whichever stands first.
pub fn remove_link(conn: &Writing, one: ConversationId, other: ConversationId) -> rusqlite::Result<bool> {
    conn.write(
        "DELETE FROM ticket_links WHERE (one = ?1 AND other = ?2) OR (one = ?2 AND other = ?1)",
        params![one, other],
    )
    .map(|removed| removed > 0)
}

/// The parents of a ticket, theirs, and so on.
pub fn parents(
    conn: &Connection,
    of: ConversationId,
) -> rusqlite::Result<BTreeMap<ConversationId, Vec<ConversationId>>> {
    let mut statement = conn.prepare_cached(
        "SELECT one FROM ticket_links INDEXED BY ticket_links_by_other WHERE other = ?1 AND kind = ?2",
    )?;
    let (mut above, mut found) = (vec![of], BTreeMap::new());
    while let Some(id) = above.pop() {
        if found.len() >= PARENTS_MAX || found.contains_key(&id) {
            continue;
        }
        let parents: Vec<ConversationId> = statement
            .query_map(params![id, LinkKind::Child.number()], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        above.extend(&parents);
        found.insert(id, parents);
    }
    Ok(found)
}
