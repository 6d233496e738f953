//! Received and read marks of each member: cumulative, forward only, per person and not per device.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use crate::events::{Actor, ActorKind, LogPosition};
use crate::ids::{ContactId, ConversationId};
use crate::storage::Writing;

/// Two marks; read is never above received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Marks {
    /// Highest sequence that reached a device.
    pub received: i64,
    /// Highest sequence that was seen.
    pub read: i64,
}

impl Marks {
    /// Both marks at their higher value, read counting as received, nothing above `last`.
    #[must_use]
    pub fn raised_to(self, other: Self, last: i64) -> Self {
        let read = self.read.max(other.read.min(last));
        Self { received: self.received.max(other.received.min(last)).max(read), read }
    }
}

/// Raises a member's marks. Returns them only if they moved.
pub fn raise(
    conn: &Writing,
    id: ConversationId,
    member: Actor,
    marks: Marks,
    last_sequence: i64,
    head: LogPosition,
) -> rusqlite::Result<Option<Marks>> {
    let stored: Marks = conn
        .prepare_cached("SELECT received, read FROM progress WHERE conversation_id = ?1 AND member_id = ?2")?
        .query_row(params![id, member.id], |row| Ok(Marks { received: row.get(0)?, read: row.get(1)? }))
        .optional()?
        .unwrap_or_default();
    let raised = stored.raised_to(marks, last_sequence);
    if raised == stored {
        return Ok(None);
    }
    conn.write(
        "INSERT INTO progress (conversation_id, member_id, member_kind, received, read, at_position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (conversation_id, member_id)
             DO UPDATE SET received = excluded.received, read = excluded.read, at_position = excluded.at_position",
        params![id, member.id, member.kind.number(), raised.received, raised.read, head],
    )?;
    Ok(Some(raised))
}

/// The viewer's own marks and those of the other side.
#[derive(Debug, Clone, Copy, Default)]
pub struct BothMarks {
    /// The viewer's marks.
    pub mine: Marks,
    /// The highest marks of the other side's members.
    pub theirs: Marks,
    /// The log's head when any of them last moved.
    pub at_position: LogPosition,
}

/// Marks of one conversation as a viewer sees them. Visitors of one person count as one.
pub fn both(
    conn: &Connection,
    id: ConversationId,
    viewer: Actor,
    person: Option<ContactId>,
) -> rusqlite::Result<BothMarks> {
    let mut marks = BothMarks::default();
    let mut statement = conn.prepare_cached(
        "SELECT p.member_id, p.member_kind, p.received, p.read, p.at_position, v.contact_id
           FROM progress p
           LEFT JOIN visitors v ON v.id = p.member_id
          WHERE p.conversation_id = ?1",
    )?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        let member: i64 = row.get(0)?;
        let kind = ActorKind::from_number(row.get(1)?);
        let found = Marks { received: row.get(2)?, read: row.get(3)? };
        let contact: Option<ContactId> = row.get(5)?;
        marks.at_position = marks.at_position.max(row.get(4)?);
        let same_person = kind == ActorKind::Visitor && person.is_some() && contact == person;
        if member == viewer.id || same_person {
            marks.mine = marks.mine.raised_to(found, i64::MAX);
        } else if kind != viewer.kind {
            marks.theirs = marks.theirs.raised_to(found, i64::MAX);
        }
    }
    Ok(marks)
}

/// Conversations of an agent's view whose marks moved at or after `position`, at most `limit`.
pub fn moved_since(
    conn: &Connection,
    position: LogPosition,
    limit: usize,
) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached(
        "SELECT DISTINCT conversation_id FROM progress WHERE at_position >= ?1 ORDER BY conversation_id LIMIT ?2",
    )?
    .query_map(params![position, limit as i64], |row| row.get(0))?
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_only_move_forward_and_never_beyond_the_end() {
        let at = |received, read| Marks { received, read };
        assert_eq!(at(3, 2).raised_to(at(9, 1), 5), at(5, 2));
        assert_eq!(at(3, 2).raised_to(at(1, 5), 5), at(5, 5));
        assert_eq!(at(0, 0).raised_to(at(-1, -7), 5), at(0, 0));
    }
}
