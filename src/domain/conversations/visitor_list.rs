//! A visitor's own conversations, as the widget lists them: nothing in it that only the team may know.

use rusqlite::{Connection, params};

use super::conversation::Conversation;
use super::scope::Scope;
use super::store::newest;
use super::{content, read_marks};
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, EventKind};
use crate::ids::{ConversationId, VisitorId};

/// Unread messages are counted up to here.
pub const UNREAD_MAX: i64 = 99;

/// A line of the list.
#[derive(Debug)]
pub struct Line {
    /// The conversation.
    pub conversation: Conversation,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When something last happened.
    pub updated_at: Timestamp,
    /// The newest message that is not for the team alone: sender, name, text (`None` = recalled), time.
    pub last: Option<(ActorKind, Option<String>, Option<String>, Timestamp)>,
    /// Messages of the other side above the visitor's mark.
    pub unread: i64,
    /// The visitor's newest rating and its comment.
    pub rating: Option<(i64, Option<String>)>,
}

/// The newest conversations of a scope.
pub fn lines(
    conn: &Connection,
    scope: Scope,
    visitor: VisitorId,
    limit: usize,
) -> rusqlite::Result<Vec<Line>> {
    newest(conn, scope, limit)?.into_iter().map(|head| line(conn, head, visitor)).collect()
}

fn line(conn: &Connection, head: Conversation, visitor: VisitorId) -> rusqlite::Result<Line> {
    let marks = read_marks::both(conn, head.id(), Actor::visitor(visitor), Some(head.contact()))?;
    let (opened_at, updated_at) = conn
        .prepare_cached("SELECT opened_at, updated_at FROM conversations WHERE id = ?1")?
        .query_row([head.id()], |row| Ok((Timestamp(row.get(0)?), Timestamp(row.get(1)?))))?;
    Ok(Line {
        opened_at,
        updated_at,
        last: last(conn, head.id())?,
        unread: unread(conn, head.id(), marks.mine.read)?,
        rating: rating(conn, head.id())?,
        conversation: head,
    })
}

type Last = (ActorKind, Option<String>, Option<String>, Timestamp);

fn last(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Last>> {
    let mut statement = conn.prepare_cached(
        "SELECT m.sender_kind,
                CASE WHEN m.sender_id = 0
                     THEN (SELECT json_extract(detail, '$.name') FROM entry_details WHERE log_position = m.log_position)
                     ELSE (SELECT name FROM agents WHERE m.sender_kind = ?2 AND id = m.sender_id) END,
                m.content, m.sent_at
           FROM event_log e
           JOIN messages m ON m.log_position = e.log_position
          WHERE e.conversation_id = ?1 AND e.sequence IS NOT NULL AND e.kind = ?3 AND m.note = 0
          ORDER BY e.sequence DESC
          LIMIT 1",
    )?;
    let mut rows = statement.query(params![id, ActorKind::Agent.number(), EventKind::Message as i64])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let words =
        row.get::<_, Option<String>>(2)?.map(|stored| content::words(&stored).chars().take(200).collect());
    Ok(Some((ActorKind::from_number(row.get(0)?), row.get(1)?, words, Timestamp(row.get(3)?))))
}

fn unread(conn: &Connection, id: ConversationId, read: i64) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "SELECT COUNT(*)
           FROM (SELECT 1 FROM event_log
                  WHERE conversation_id = ?1 AND sequence > ?2 AND kind = ?4 AND actor_kind <> ?5 AND amount = 0
                    AND imported = 0
                  LIMIT ?3)",
    )?
    .query_row(params![id, read, UNREAD_MAX, EventKind::Message as i64, ActorKind::Visitor.number()], |row| row.get(0))
}

fn rating(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<(i64, Option<String>)>> {
    let mut statement = conn.prepare_cached(
        "SELECT e.amount, (SELECT detail FROM entry_details WHERE log_position = e.log_position)
           FROM event_log e
          WHERE e.conversation_id = ?1 AND e.sequence IS NOT NULL AND e.kind = ?2 AND e.actor_kind = ?3
          ORDER BY e.sequence DESC
          LIMIT 1",
    )?;
    let mut rows = statement.query(params![id, EventKind::Rated as i64, ActorKind::Visitor.number()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let detail: Option<serde_json::Value> =
        row.get::<_, Option<String>>(1)?.and_then(|text| serde_json::from_str(&text).ok());
    let comment = detail.and_then(|detail| detail["comment"].as_str().map(str::to_owned));
    Ok(Some((row.get(0)?, comment)))
}
