//! Messages that go out later: what becomes of one when its time comes or its customer writes first, and the SQL.

use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::content::Content;
use super::list::Asker;
use crate::clock::Timestamp;
use crate::fault::{Fault, Kind};
use crate::ids::{AgentId, ConversationId, ScheduledId};
use crate::storage::Writing;

/// Most of one conversation.
pub const CONVERSATION_MAX: usize = 20;
/// Most of one agent.
pub const AGENT_MAX: usize = 500;
/// How far ahead.
const AHEAD_MAX: Duration = Duration::from_hours(366 * 24);

/// A message that goes out later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheduled {
    /// The id.
    pub id: ScheduledId,
    /// Its conversation.
    pub conversation: ConversationId,
    /// Who wrote it.
    pub agent: AgentId,
    /// Under which it goes out.
    pub client_message_id: String,
    /// Its content as canonical JSON.
    pub content: String,
    /// When it goes out.
    pub send_at: Timestamp,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was kept back, with nobody to give it to.
    pub kept_at: Option<Timestamp>,
}

impl Scheduled {
    /// Its words.
    #[must_use]
    pub fn text(&self) -> String {
        match Content::stored(&self.content) {
            Some(Content::Text(text)) => text.text,
            _ => String::new(),
        }
    }
}

/// What becomes of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It goes out.
    Send,
    /// It becomes a draft of this agent.
    Draft(AgentId),
    /// It stays, and does not go out by itself any more.
    Keep,
}

/// What becomes of one whose time has come (`is_due`), or whose customer wrote first. `author` and `assignee` are missing where they
/// may not answer in the conversation any more.
#[must_use]
pub const fn turn(is_due: bool, author: Option<AgentId>, assignee: Option<AgentId>) -> Turn {
    match (author, assignee) {
        (Some(_), _) if is_due => Turn::Send,
        (Some(agent), _) | (None, Some(agent)) => Turn::Draft(agent),
        (None, None) => Turn::Keep,
    }
}

/// Checks when it shall go out.
pub fn check_send_at(send_at: Timestamp, now: Timestamp) -> Result<(), Fault> {
    if send_at <= now || send_at > now.plus(AHEAD_MAX) {
        return Err(Fault::invalid("send_at", "Name a time within the next year."));
    }
    Ok(())
}

/// Only words can go out later: a file would be gone by then.
pub fn check_content(content: &Content) -> Result<(), Fault> {
    match content {
        Content::Text(_) => Ok(()),
        _ => Err(Fault::invalid("content.kind", "Only text can be sent later.")),
    }
}

/// There are as many as can be.
#[must_use]
pub const fn scheduled_limit() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "scheduled_limit",
        "As many messages as can be are waiting to be sent. Delete some.",
    )
}

const COLUMNS: &str = "SELECT s.id, s.conversation_id, s.agent_id, s.client_message_id, s.content, s.send_at, \
                       s.created_at, s.kept_at FROM scheduled_messages s";

fn scheduled(row: &Row<'_>) -> rusqlite::Result<Scheduled> {
    Ok(Scheduled {
        id: row.get(0)?,
        conversation: row.get(1)?,
        agent: row.get(2)?,
        client_message_id: row.get(3)?,
        content: row.get(4)?,
        send_at: Timestamp(row.get(5)?),
        created_at: Timestamp(row.get(6)?),
        kept_at: row.get::<_, Option<i64>>(7)?.map(Timestamp),
    })
}

/// One of them.
pub fn find(conn: &Connection, id: ScheduledId) -> rusqlite::Result<Option<Scheduled>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE s.id = ?1"))?.query_row([id], scheduled).optional()
}

/// The one of an agent under this id.
pub fn named(conn: &Connection, agent: AgentId, id: &str) -> rusqlite::Result<Option<Scheduled>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE s.agent_id = ?1 AND s.client_message_id = ?2"))?
        .query_row(params![agent, id], scheduled)
        .optional()
}

/// Those of a conversation, the next one first.
pub fn of_conversation(conn: &Connection, id: ConversationId) -> rusqlite::Result<Vec<Scheduled>> {
    conn.prepare_cached(&format!("{COLUMNS} WHERE s.conversation_id = ?1 ORDER BY s.send_at, s.id"))?
        .query_map([id], scheduled)?
        .collect()
}

/// The asker's own, in conversations that they may read, the next one first.
pub fn of_agent(conn: &Connection, asker: Asker) -> rusqlite::Result<Vec<Scheduled>> {
    let (within, scope) = asker.scope.sql("c");
    conn.prepare_cached(&format!(
        "{COLUMNS} JOIN conversations c ON c.id = s.conversation_id
          WHERE s.agent_id = :agent AND {within}
          ORDER BY s.send_at, s.id
          LIMIT :limit"
    ))?
    .query_map(
        named_params! { ":agent": asker.agent, ":scope": scope, ":limit": AGENT_MAX as i64 },
        scheduled,
    )?
    .collect()
}

/// How many the conversation has, and how many the agent.
pub fn counts(conn: &Connection, id: ConversationId, agent: AgentId) -> rusqlite::Result<(usize, usize)> {
    conn.prepare_cached(
        "SELECT (SELECT COUNT(*) FROM scheduled_messages WHERE conversation_id = ?1),
                (SELECT COUNT(*) FROM scheduled_messages WHERE agent_id = ?2)",
    )?
    .query_row(params![id, agent], |row| Ok((row.get::<_, i64>(0)? as usize, row.get::<_, i64>(1)? as usize)))
}

/// When the next one goes out.
pub fn next_due(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached("SELECT MIN(send_at) FROM scheduled_messages WHERE kept_at IS NULL")?
        .query_row([], |row| row.get::<_, Option<i64>>(0))
        .map(|at| at.map(Timestamp))
}

/// Those whose time has come, the oldest first.
pub fn due(conn: &Connection, now: Timestamp, limit: usize) -> rusqlite::Result<Vec<Scheduled>> {
    conn.prepare_cached(&format!(
        "{COLUMNS} WHERE s.kept_at IS NULL AND s.send_at <= ?1 ORDER BY s.send_at, s.id LIMIT ?2"
    ))?
    .query_map(params![now.0, limit as i64], scheduled)?
    .collect()
}

/// Stores one, new or changed.
pub fn save(conn: &Writing, one: &Scheduled) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO scheduled_messages
                (id, conversation_id, agent_id, client_message_id, content, send_at, created_at, kept_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE
             SET content = excluded.content, send_at = excluded.send_at, kept_at = excluded.kept_at",
        params![
            one.id,
            one.conversation,
            one.agent,
            one.client_message_id,
            one.content,
            one.send_at.0,
            one.created_at.0,
            one.kept_at.map(|at| at.0),
        ],
    )
    .map(drop)
}

/// Removes one.
pub fn remove(conn: &Writing, id: ScheduledId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM scheduled_messages WHERE id = ?1", params![id]).map(drop)
}

/// Those of a conversation follow to where it goes on.
pub fn move_on(conn: &Writing, source: ConversationId, target: ConversationId) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE scheduled_messages SET conversation_id = ?2, moved_from = ?1 WHERE conversation_id = ?1",
        params![source, target],
    )
    .map(drop)
}

/// Those that followed, and still wait, come back.
pub fn move_back(conn: &Writing, source: ConversationId, target: ConversationId) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE scheduled_messages SET conversation_id = ?1, moved_from = NULL
          WHERE conversation_id = ?2 AND moved_from = ?1",
        params![source, target],
    )
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_out_or_becomes_a_draft_of_somebody_who_can_answer() {
        let (mei, li) = (Some(AgentId(1)), Some(AgentId(2)));
        for (is_due, author, assignee, becomes) in [
            (true, mei, None, Turn::Send),
            (true, mei, li, Turn::Send),
            (true, None, li, Turn::Draft(AgentId(2))),
            (true, None, None, Turn::Keep),
            (false, mei, li, Turn::Draft(AgentId(1))),
            (false, mei, None, Turn::Draft(AgentId(1))),
            (false, None, li, Turn::Draft(AgentId(2))),
            (false, None, None, Turn::Keep),
        ] {
            assert_eq!(turn(is_due, author, assignee), becomes, "{is_due} {author:?} {assignee:?}");
        }
    }

    #[test]
    fn it_goes_out_within_a_year() {
        let now = Timestamp(1_772_352_000_000);
        let day = 86_400_000;
        for (later, fits) in
            [(-1, false), (0, false), (1, true), (day, true), (366 * day, true), (366 * day + 1, false)]
        {
            assert_eq!(check_send_at(Timestamp(now.0 + later), now).is_ok(), fits, "{later}");
        }
    }

    #[test]
    fn only_words_go_out_later() {
        let card = serde_json::json!({
            "kind": "card",
            "card": { "title": "Tea", "buttons": [{ "label": "Yes", "value": "yes" }] }
        });
        assert!(check_content(&Content::text("hello")).is_ok());
        if let Ok(card) = Content::parse(&card, 100) {
            assert!(check_content(&card).is_err());
        }
    }
}
