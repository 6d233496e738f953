//! What the routing asks of conversations: which wait for somebody, who has how many, and which stand with somebody who may have
//! vanished. SQL. Chats, and at the end tickets, which wait for no customer's sake. What was imported or invented counts once somebody wrote in
//! it here.

use std::collections::BTreeMap;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::kind::Kind;
use super::state::State;
use crate::clock::Timestamp;
use crate::events::Priority;
use crate::ids::{AgentId, ContactId, ConversationId, TeamId};

/// A conversation in which nothing happens for so long, and whose customer does not wait, is asleep and takes nobody's place.
pub const ASLEEP_AFTER: Duration = Duration::from_mins(30);
/// The number of a chat in `kind`.
const CHAT: i64 = 0;

/// A conversation as the queue needs to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The conversation.
    pub id: ConversationId,
    /// The customer.
    pub contact: ContactId,
    /// The state.
    pub state: State,
    /// Who has it.
    pub agent: Option<AgentId>,
    /// The team it belongs to.
    pub team: Option<TeamId>,
    /// The priority.
    pub priority: Priority,
    /// Since when its customer waits for an answer.
    pub waiting_since: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Whether it is a chat in which somebody said something here.
    pub counts: bool,
    /// Whether it began here.
    pub is_live: bool,
    /// Whether it is a chat.
    pub is_chat: bool,
}

impl Standing {
    /// Whether it waits for somebody to take it.
    #[must_use]
    pub fn is_demand(&self) -> bool {
        self.counts && self.state == State::Waiting && self.agent.is_none()
    }
}

/// Names of columns, in the order in which [`standing`] reads them.
const COLUMNS: &str = "c.id, c.contact_id, c.state, c.agent_id, c.team_id, c.priority, c.waiting_since, c.updated_at, \
                       c.last_message IS NOT NULL AND c.kind = :chat, c.origin = 0, \
                       c.origin = 0 OR EXISTS (SELECT 1 FROM routing_live l WHERE l.conversation_id = c.id), c.kind = :chat";

fn standing(row: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        id: row.get(0)?,
        contact: row.get(1)?,
        state: State::from_number(row.get(2)?),
        agent: row.get(3)?,
        team: row.get(4)?,
        priority: Priority::from_number(row.get(5)?),
        waiting_since: row.get::<_, Option<i64>>(6)?.map(Timestamp),
        updated_at: Timestamp(row.get(7)?),
        counts: row.get::<_, bool>(8)? && row.get::<_, bool>(10)?,
        is_live: row.get(9)?,
        is_chat: row.get(11)?,
    })
}

/// One of them.
pub fn find(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Standing>> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM conversations c WHERE c.id = :id"))?
        .query_row(named_params! { ":id": id, ":chat": CHAT }, standing)
        .optional()
}

/// Everything that waits for somebody, but for what somebody said needs no answer.
pub fn waiting(conn: &Connection) -> rusqlite::Result<Vec<Standing>> {
    let found: Vec<Standing> = conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM conversations c INDEXED BY conversations_unclosed
              WHERE c.state = :waiting AND c.agent_id IS NULL AND c.state <> {closed}
                AND (c.waiting_since IS NOT NULL OR NOT EXISTS (
                      SELECT 1 FROM event_log e WHERE e.conversation_id = c.id AND e.sequence > 0 AND e.kind = :quiet))
              ORDER BY c.id",
            closed = State::Closed as i64
        ))?
        .query_map(
            named_params! {
                ":chat": CHAT,
                ":waiting": State::Waiting as i64,
                ":quiet": crate::events::EventKind::NoAnswerNeeded as i64,
            },
            standing,
        )?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().filter(Standing::is_demand).collect())
}

/// What somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Open conversations that are awake.
    pub awake: i64,
    /// The last change of the one that falls asleep next.
    pub quiet_since: Option<Timestamp>,
}

/// The load of everybody who has one, now.
pub fn loads(conn: &Connection, now: Timestamp) -> rusqlite::Result<BTreeMap<AgentId, Load>> {
    conn.prepare_cached(&format!(
        "SELECT agent_id, SUM(waiting_since IS NOT NULL OR updated_at > ?1),
                MIN(CASE WHEN waiting_since IS NULL AND updated_at > ?1 THEN updated_at END)
           FROM conversations INDEXED BY conversations_unclosed
          WHERE state = ?2 AND agent_id IS NOT NULL AND state <> {closed} AND kind = ?3
            AND (origin = 0 OR id IN (SELECT conversation_id FROM routing_live))
          GROUP BY agent_id",
        closed = State::Closed as i64
    ))?
    .query_map(params![now.minus(ASLEEP_AFTER).0, State::Open as i64, CHAT], |row| {
        let quiet_since = row.get::<_, Option<i64>>(2)?.map(Timestamp);
        Ok((row.get(0)?, Load { awake: row.get(1)?, quiet_since }))
    })?
    .collect()
}

/// Open conversations whose customers wait, and whose agents are none of these.
pub fn waiting_with_others(conn: &Connection, than: &[AgentId]) -> rusqlite::Result<Vec<Standing>> {
    let than: Vec<i64> = than.iter().map(|agent| agent.0).collect();
    let than = serde_json::to_string(&than).unwrap_or_default();
    let found: Vec<Standing> = conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM conversations c INDEXED BY conversations_unclosed
              WHERE c.state = :open AND c.agent_id IS NOT NULL AND c.waiting_since IS NOT NULL AND c.state <> {closed}
                AND c.agent_id NOT IN (SELECT value FROM json_each(:than))
                AND (c.origin = 0 OR c.id IN (SELECT conversation_id FROM routing_live))
              ORDER BY c.id",
            closed = State::Closed as i64
        ))?
        .query_map(
            named_params! { ":chat": CHAT, ":open": State::Open as i64, ":than": than },
            standing,
        )?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().filter(|standing| standing.counts).collect())
}

/// Tickets that wait for somebody, longest first, with what was imported or invented left out until somebody writes in it here.
pub fn waiting_tickets(conn: &Connection, limit: usize) -> rusqlite::Result<Vec<Standing>> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM conversations c INDEXED BY conversations_tickets_waiting
          WHERE c.kind = 1 AND c.state = 2 AND c.agent_id IS NULL
            AND (c.origin = 0 OR c.id IN (SELECT conversation_id FROM routing_live))
          ORDER BY c.opened_at, c.id
          LIMIT :limit"
    ))?
    .query_map(named_params! { ":chat": CHAT, ":limit": limit as i64 }, standing)?
    .collect()
}

/// How many open tickets everybody has who has one.
pub fn ticket_loads(conn: &Connection) -> rusqlite::Result<BTreeMap<AgentId, i64>> {
    conn.prepare_cached(&format!(
        "SELECT agent_id, COUNT(*) FROM conversations INDEXED BY conversations_unclosed
          WHERE state = ?1 AND agent_id IS NOT NULL AND state <> {closed} AND kind = {ticket}
          GROUP BY agent_id",
        closed = State::Closed as i64,
        ticket = Kind::Ticket as i64
    ))?
    .query_map([State::Open as i64], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// The sequence of the customer's newest word.
pub fn newest_word(conn: &Connection, id: ConversationId) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "SELECT COALESCE(MAX(sequence), 0) FROM event_log WHERE conversation_id = ?1 AND sequence > 0 AND kind = ?2
            AND actor_kind = ?3",
    )?
    .query_row(
        params![
            id,
            crate::events::EventKind::Message as i64,
            crate::events::ActorKind::Visitor.number()
        ],
        |row| row.get(0),
    )
}
