//! Conversations and their messages: SQL.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::bot_queue;
use super::conversation::Conversation;
use super::kind::Kind;
use super::labels;
use super::scope::Scope;
use super::state::State;
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, EventKind, LogPosition, Priority};
use crate::ids::{AgentId, ContactId, ConversationId, TeamId, VisitorId};
use crate::storage::{CaughtUp, Writing};

const COLUMNS: &str = "id, contact_id, visitor_id, state, agent_id, last_sequence, waiting_since, closed_at, \
                       snoozed_until, waited_since, team_id, priority, given_at, kind, merged_into, asked_since, \
                       handed_over_at";

fn conversation(row: &Row<'_>) -> rusqlite::Result<Conversation> {
    Ok(Conversation {
        id: row.get(0)?,
        contact: row.get(1)?,
        visitor: row.get(2)?,
        state: State::from_number(row.get(3)?),
        agent: row.get(4)?,
        last_sequence: row.get(5)?,
        waiting_since: row.get::<_, Option<i64>>(6)?.map(Timestamp),
        closed_at: row.get::<_, Option<i64>>(7)?.map(Timestamp),
        snoozed_until: row.get::<_, Option<i64>>(8)?.map(Timestamp),
        waited_since: row.get::<_, Option<i64>>(9)?.map(Timestamp),
        team: row.get(10)?,
        priority: Priority::from_number(row.get(11)?),
        given_at: row.get::<_, Option<i64>>(12)?.map(Timestamp),
        kind: Kind::from_number(row.get(13)?),
        merged_into: row.get(14)?,
        asked_since: row.get::<_, Option<i64>>(15)?.map(Timestamp),
        handed_over_at: row.get::<_, Option<i64>>(16)?.map(Timestamp),
    })
}

/// One conversation.
pub fn find(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Conversation>> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM conversations WHERE id = ?1"))?
        .query_row([id], conversation)
        .optional()
}

/// The newest chat of a scope that is not closed; newest = opened last.
pub fn newest_open(conn: &Connection, scope: Scope) -> rusqlite::Result<Option<Conversation>> {
    let (within, id) = scope.sql("conversations");
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM conversations
          WHERE {within} AND state <> :closed AND kind = {chat}
          ORDER BY opened_at DESC, id DESC
          LIMIT 1",
        chat = Kind::Chat as i64
    ))?
    .query_row(named_params! { ":scope": id, ":closed": State::Closed as i64 }, conversation)
    .optional()
}

/// The newest `limit` conversations of a scope.
pub fn newest(conn: &Connection, scope: Scope, limit: usize) -> rusqlite::Result<Vec<Conversation>> {
    let (within, id) = scope.sql("conversations");
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM conversations WHERE {within} ORDER BY opened_at DESC, id DESC LIMIT :limit"
    ))?
    .query_map(named_params! { ":scope": id, ":limit": limit as i64 }, conversation)?
    .collect()
}

/// The conversation of a contact that was opened last, of those that a condition over conversations `c` lets through; `:scope` in it
/// is the number beside it.
pub fn newest_of(
    conn: &Connection,
    contact: ContactId,
    (within, scope): (&str, i64),
) -> rusqlite::Result<Option<ConversationId>> {
    conn.prepare_cached(&format!(
        "SELECT c.id FROM conversations c INDEXED BY conversations_by_contact
          WHERE c.contact_id = :contact AND {within}
          ORDER BY c.opened_at DESC, c.id DESC
          LIMIT 1"
    ))?
    .query_row(named_params! { ":contact": contact, ":scope": scope }, |row| row.get(0))
    .optional()
}

/// Where a conversation comes from. Stored; the numbers never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i64)]
pub enum Origin {
    /// It happens here.
    Live = 0,
    /// It was brought in from another desk.
    Imported = 1,
    /// It was invented.
    Demo = 2,
}

/// Adds a conversation that was just opened.
pub fn insert(
    conn: &Writing,
    conversation: &Conversation,
    (channel, origin): (&str, Origin),
    now: Timestamp,
) -> rusqlite::Result<()> {
    let Conversation { id, contact, visitor, state, .. } = conversation;
    conn.write(
        "INSERT INTO conversations (id, contact_id, visitor_id, channel, state, origin, opened_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        params![id, contact, visitor, channel, *state as i64, origin as i64, now.0],
    )
    .map(drop)
}

/// A message about to be stored.
#[derive(Debug)]
pub struct NewMessage<'a> {
    /// Its position in the log.
    pub position: LogPosition,
    /// The conversation.
    pub conversation: ConversationId,
    /// Its sequence in the conversation.
    pub sequence: i64,
    /// The sender.
    pub sender: Actor,
    /// Client's id of the message.
    pub client_message_id: Option<&'a str>,
    /// Target that the sender named, as [`super::target::Target::stored`].
    pub sent_to: Option<i64>,
    /// Digest of the send.
    pub digest: [u8; 16],
    /// Whether it is a note for the team.
    pub note: bool,
    /// Canonical JSON.
    pub content: &'a str,
}

/// Stores a message.
pub fn insert_message(conn: &Writing, message: &NewMessage<'_>, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO messages (log_position, conversation_id, sequence, sender_kind, sender_id, client_message_id,
                               sent_to, digest, note, content, sent_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            message.position,
            message.conversation,
            message.sequence,
            message.sender.kind.number(),
            message.sender.id,
            message.client_message_id,
            message.sent_to,
            message.digest.as_slice(),
            message.note,
            message.content,
            now.0,
        ],
    )
    .map(drop)
}

/// An earlier send under the same client's id.
#[derive(Debug)]
pub struct Sent {
    /// Its conversation.
    pub conversation: ConversationId,
    /// Its sequence in the conversation.
    pub sequence: i64,
    /// Its position in the log.
    pub position: LogPosition,
    /// Time of the commit.
    pub at: Timestamp,
    /// Digest of what was first sent.
    pub digest: Vec<u8>,
    /// Target that the sender named.
    pub sent_to: Option<i64>,
}

/// Finds what `sender` sent under `client_message_id`.
pub fn find_sent(
    conn: &Connection,
    sender: Actor,
    client_message_id: &str,
) -> rusqlite::Result<Option<Sent>> {
    conn.prepare_cached(
        "SELECT conversation_id, sequence, log_position, sent_at, digest, sent_to
           FROM messages
          WHERE sender_id = ?1 AND client_message_id = ?2",
    )?
    .query_row(params![sender.id, client_message_id], |row| {
        Ok(Sent {
            conversation: row.get(0)?,
            sequence: row.get(1)?,
            position: row.get(2)?,
            at: Timestamp(row.get(3)?),
            digest: row.get(4)?,
            sent_to: row.get(5)?,
        })
    })
    .optional()
}

/// A stored message as edits and recalls need it.
#[derive(Debug)]
pub struct Stored {
    /// Its position in the log.
    pub position: LogPosition,
    /// The sender.
    pub sender: Actor,
    /// Whether it is a note for the team.
    pub note: bool,
    /// Canonical JSON; `None` once recalled.
    pub content: Option<String>,
}

/// Finds the message with `sequence`.
pub fn find_message(
    conn: &Connection,
    id: ConversationId,
    sequence: i64,
) -> rusqlite::Result<Option<Stored>> {
    conn.prepare_cached(
        "SELECT m.log_position, m.sender_kind, m.sender_id, m.note, m.content
           FROM event_log e
           JOIN messages m ON m.log_position = e.log_position
          WHERE e.conversation_id = ?1 AND e.sequence = ?2",
    )?
    .query_row(params![id, sequence], |row| {
        Ok(Stored {
            position: row.get(0)?,
            sender: Actor { kind: ActorKind::from_number(row.get(1)?), id: row.get(2)? },
            note: row.get(3)?,
            content: row.get(4)?,
        })
    })
    .optional()
}

/// Gives a message new content, or none.
pub fn replace_content(
    conn: &Writing,
    position: LogPosition,
    content: Option<&str>,
    edited_at: Option<Timestamp>,
) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE messages SET content = ?2, edited_at = COALESCE(?3, edited_at) WHERE log_position = ?1",
        params![position, content, edited_at.map(|at| at.0)],
    )
    .map(drop)
}

/// Writes a conversation back after an entry; `last_message` moves only when the entry is a message, and the time of its last
/// change only where there is one.
pub fn save(
    conn: &Writing,
    conversation: &Conversation,
    last_message: Option<LogPosition>,
    updated_at: Option<Timestamp>,
) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE conversations
            SET state = ?2, agent_id = ?3, last_sequence = ?4, last_message = COALESCE(?5, last_message),
                updated_at = COALESCE(?6, updated_at), waiting_since = ?7, closed_at = ?8, snoozed_until = ?9,
                waited_since = ?10, team_id = ?11, priority = ?12, given_at = ?13, kind = ?14, merged_into = ?15,
                asked_since = ?16, handed_over_at = ?17
          WHERE id = ?1",
        params![
            conversation.id,
            conversation.state as i64,
            conversation.agent,
            conversation.last_sequence,
            last_message,
            updated_at.map(|at| at.0),
            conversation.waiting_since.map(|at| at.0),
            conversation.closed_at.map(|at| at.0),
            conversation.snoozed_until.map(|at| at.0),
            conversation.waited_since.map(|at| at.0),
            conversation.team,
            conversation.priority as i64,
            conversation.given_at.map(|at| at.0),
            conversation.kind as i64,
            conversation.merged_into,
            conversation.asked_since.map(|at| at.0),
            conversation.handed_over_at.map(|at| at.0),
        ],
    )?;
    bot_queue::keep(conn, conversation, updated_at)
}

/// Stores the details of an entry that is no message.
pub fn insert_detail(
    conn: &Writing,
    position: LogPosition,
    id: ConversationId,
    detail: &serde_json::Value,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO entry_details (log_position, conversation_id, detail) VALUES (?1, ?2, ?3)",
        params![position, id, detail.to_string()],
    )
    .map(drop)
}

/// The channel of a conversation.
pub fn channel(conn: &Connection, id: ConversationId) -> rusqlite::Result<String> {
    conn.prepare_cached("SELECT channel FROM conversations WHERE id = ?1")?.query_row([id], |row| row.get(0))
}

/// Details of the entry at a position, as JSON.
pub fn detail(conn: &Connection, position: LogPosition) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT detail FROM entry_details WHERE log_position = ?1")?
        .query_row([position], |row| row.get(0))
        .optional()
}

/// Attributes that the shop's page gave a conversation: a flat JSON object.
pub fn attributes(conn: &Connection, id: ConversationId) -> rusqlite::Result<String> {
    conn.prepare_cached("SELECT attributes FROM conversations WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
}

/// Replaces it.
pub fn set_attributes(conn: &Writing, id: ConversationId, attributes: &str) -> rusqlite::Result<()> {
    conn.write("UPDATE conversations SET attributes = ?2 WHERE id = ?1", params![id, attributes]).map(drop)
}

/// Moves the visitor's conversations to another contact and names them.
pub fn move_to_contact(
    conn: &Writing,
    visitor: VisitorId,
    contact: ContactId,
) -> rusqlite::Result<Vec<ConversationId>> {
    conn.returning(
        "UPDATE conversations SET contact_id = ?2 WHERE visitor_id = ?1 RETURNING id",
        params![visitor, contact],
        |row| row.get(0),
    )
}

/// When the next snooze ends.
pub fn next_due(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached("SELECT MIN(snoozed_until) FROM conversations WHERE snoozed_until IS NOT NULL")?
        .query_row([], |row| row.get::<_, Option<i64>>(0))
        .map(|at| at.map(Timestamp))
}

/// Conversations whose snooze ends at or before `now`, at most `limit`, earliest first.
pub fn due(conn: &Connection, now: Timestamp, limit: usize) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached(
        "SELECT id FROM conversations
          WHERE snoozed_until IS NOT NULL AND snoozed_until <= ?1
          ORDER BY snoozed_until, id
          LIMIT ?2",
    )?
    .query_map(params![now.0, limit as i64], |row| row.get(0))?
    .collect()
}

/// Whether the customer said something, or changed what they said, after `sequence`.
pub fn has_word_after(conn: &Connection, id: ConversationId, sequence: i64) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM event_log
                         WHERE conversation_id = ?1 AND sequence > ?2 AND kind IN (?3, ?4) AND actor_kind = ?5)",
    )?
    .query_row(
        params![
            id,
            sequence,
            EventKind::Message as i64,
            EventKind::Edited as i64,
            ActorKind::Visitor.number()
        ],
        |row| row.get(0),
    )
}

/// Log position of an entry; 0 for one that does not exist.
pub fn position_of(conn: &Connection, id: ConversationId, sequence: i64) -> rusqlite::Result<LogPosition> {
    conn.prepare_cached("SELECT log_position FROM event_log WHERE conversation_id = ?1 AND sequence = ?2")?
        .query_row(params![id, sequence], |row| row.get(0))
        .optional()
        .map(Option::unwrap_or_default)
}

/// Conversations that are assigned to an agent and not closed.
pub fn with_agent(conn: &Connection, agent: AgentId) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached(&format!(
        "SELECT id FROM conversations INDEXED BY conversations_unclosed
          WHERE agent_id = ?1 AND state <> {} ORDER BY id",
        State::Closed as i64
    ))?
    .query_map(params![agent], |row| row.get(0))?
    .collect()
}

/// Conversations of a team, closed ones too.
pub fn of_team(conn: &Connection, team: TeamId, limit: usize) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached(
        "SELECT id FROM conversations INDEXED BY conversations_by_team WHERE team_id = ?1 ORDER BY id LIMIT ?2",
    )?
    .query_map(params![team, limit as i64], |row| row.get(0))?
    .collect()
}

/// Every conversation of a contact.
pub fn ids_of(conn: &Connection, contact: ContactId) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached("SELECT id FROM conversations WHERE contact_id = ?1 ORDER BY id")?
        .query_map([contact], |row| row.get(0))?
        .collect()
}

/// Removes all conversations of a contact and everything in them, and returns their ids. Followers have read the entries before.
pub fn erase(conn: &Writing, contact: ContactId, _: CaughtUp) -> rusqlite::Result<Vec<ConversationId>> {
    let ids = ids_of(conn, contact)?;
    for id in &ids {
        // Messages and details stand at log positions, so the log's own index finds them.
        for table in ["messages", "entry_details"] {
            conn.write(
                &format!(
                    "DELETE FROM {table}
                      WHERE log_position IN (SELECT log_position FROM event_log WHERE conversation_id = ?1
                                                AND sequence IS NOT NULL)"
                ),
                params![id],
            )?;
        }
        labels::forget_unshared(conn, *id)?;
        for table in ["progress", "conversation_labels", "drafts", "mentions", "bot_turns", "bot_hand_overs"] {
            conn.write(&format!("DELETE FROM {table} WHERE conversation_id = ?1"), params![id])?;
        }
        // Implied events have an index of their own.
        for (index, which) in [("sequence", "sequence IS NOT NULL"), ("implied", "sequence IS NULL")] {
            conn.write(
                &format!(
                    "DELETE FROM event_log INDEXED BY event_log_by_{index} WHERE conversation_id = ?1 AND {which}"
                ),
                params![id],
            )?;
        }
        conn.write("DELETE FROM conversations WHERE id = ?1", params![id])?;
    }
    Ok(ids)
}
