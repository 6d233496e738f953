//! Conversations as rows of a list, each as one agent sees it. Which of them stand in a list is found in `paging`.

use std::sync::LazyLock;

use rusqlite::{Connection, Row, named_params};

use super::content;
use super::read_marks::Marks;
use super::scope::Scope;
use super::state::State;
use super::store::Origin;
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, EventKind, Priority};
use crate::ids::{AgentId, ContactId, ConversationId, TeamId, TicketStatusId, TicketTypeId, VisitorId};

/// Unread messages are counted up to here.
pub const UNREAD_MAX: i64 = 99;

/// Asker of a list.
#[derive(Debug, Clone, Copy)]
pub struct Asker {
    /// The agent, whose marks and mentions the rows show.
    pub agent: AgentId,
    /// Which conversations the agent may read.
    pub scope: Scope,
}

/// A row of a list.
#[derive(Debug)]
pub struct Summary {
    /// Its id.
    pub id: ConversationId,
    /// State.
    pub state: State,
    /// Its channel.
    pub channel: String,
    /// The newest entry's sequence.
    pub last_sequence: i64,
    /// The visitor who began it.
    pub visitor: VisitorId,
    /// The customer.
    pub contact: ContactId,
    /// The customer's name, if known.
    pub contact_name: Option<String>,
    /// Source of the name, as a stored number.
    pub name_source: Option<i64>,
    /// Whether the shop vouched for the customer.
    pub verified: bool,
    /// The assigned agent.
    pub agent: Option<AgentId>,
    /// The team; `None` is everybody.
    pub team: Option<TeamId>,
    /// Its priority.
    pub priority: Priority,
    /// When the earliest of its running clocks is due.
    pub due_at: Option<Timestamp>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Since when the customer waits.
    pub waiting_since: Option<Timestamp>,
    /// End of the snooze.
    pub snoozed_until: Option<Timestamp>,
    /// Its labels.
    pub labels: Vec<String>,
    /// The newest message.
    pub last_message: Option<LastMessage>,
    /// Customer's messages above the asking agent's read mark, at most [`UNREAD_MAX`].
    pub unread: i64,
    /// The newest entry that mentions the asking agent in a note.
    pub mention: Option<i64>,
    /// The asking agent's marks.
    pub mine: Marks,
    /// The customer's marks.
    pub theirs: Marks,
    /// What it is as a ticket.
    pub ticket: Option<TicketInShort>,
}

/// A ticket in a row.
#[derive(Debug, Clone)]
pub struct TicketInShort {
    /// Its number.
    pub number: i64,
    /// What it is called.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its status.
    pub status: TicketStatusId,
    /// The stored number of what the status means.
    pub category: i64,
    /// Its type.
    pub of: Option<TicketTypeId>,
    /// When it is due by its own date.
    pub due_at: Option<Timestamp>,
}

/// The newest message of a row.
#[derive(Debug)]
pub struct LastMessage {
    /// The sender.
    pub sender: Actor,
    /// The sender's name, if known.
    pub name: Option<String>,
    /// Whether it is a note for the team.
    pub note: bool,
    /// Its first 200 characters; `None` once recalled.
    pub text: Option<String>,
    /// Media type of its file, if it has one.
    pub media_type: Option<String>,
    /// When it was sent.
    pub sent_at: Timestamp,
}

pub(super) static COLUMNS: LazyLock<String> = LazyLock::new(|| {
    let (visitor, agent) = (ActorKind::Visitor.number(), ActorKind::Agent.number());
    let message = EventKind::Message as i64;
    // What was said at another desk is old news; invented conversations pretend to be news.
    let imported = Origin::Imported as i64;
    format!(
        "
    SELECT c.id, c.state, c.channel, c.last_sequence, c.visitor_id, c.contact_id, k.name, k.verified, c.agent_id,
           c.opened_at, c.updated_at, c.waiting_since, c.snoozed_until,
           (SELECT json_group_array(label) FROM (SELECT label FROM conversation_labels
                                                  WHERE conversation_id = c.id GROUP BY label ORDER BY MIN(place))),
           m.sender_kind, m.sender_id, m.note, m.content, m.sent_at,
           CASE WHEN m.sender_id = 0
                THEN (SELECT json_extract(detail, '$.name') FROM entry_details WHERE log_position = m.log_position)
                ELSE (SELECT name FROM agents WHERE m.sender_kind = {agent} AND id = m.sender_id) END,
           COALESCE(p.received, 0), COALESCE(p.read, 0),
           (SELECT COUNT(*) FROM (SELECT 1 FROM event_log e
                                   WHERE e.conversation_id = c.id AND e.sequence > COALESCE(p.read, 0)
                                     AND e.kind = {message} AND e.actor_kind = {visitor}
                                     AND (e.imported = 0 OR c.origin <> {imported}) LIMIT 99)),
           COALESCE((SELECT MAX(received) FROM progress WHERE conversation_id = c.id AND member_kind = {visitor}), 0),
           COALESCE((SELECT MAX(read) FROM progress WHERE conversation_id = c.id AND member_kind = {visitor}), 0),
           (SELECT MAX(sequence) FROM mentions WHERE agent_id = :agent AND conversation_id = c.id), k.name_source,
           c.team_id, c.priority, c.due_at,
           t.number, (SELECT prefix FROM ticket_counter) || t.number, t.title, t.status_id, c.ticket_category, t.type_id,
           t.due_at
      FROM conversations c
      JOIN contacts k ON k.id = c.contact_id
      LEFT JOIN messages m ON m.log_position = c.last_message
      LEFT JOIN tickets t ON t.conversation_id = c.id
      LEFT JOIN progress p ON p.conversation_id = c.id AND p.member_id = :agent"
    )
});

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Summary> {
    let contact_name: Option<String> = row.get(6)?;
    let last_message = match row.get::<_, Option<i64>>(14)? {
        Some(kind) => {
            let kind = ActorKind::from_number(kind);
            let stored: Option<String> = row.get(17)?;
            Some(LastMessage {
                sender: Actor { kind, id: row.get(15)? },
                name: if kind == ActorKind::Visitor { contact_name.clone() } else { row.get(19)? },
                note: row.get(16)?,
                media_type: stored.as_deref().and_then(content::media_type),
                text: stored.map(|stored| content::words(&stored).chars().take(200).collect()),
                sent_at: Timestamp(row.get(18)?),
            })
        }
        None => None,
    };
    let ticket = match row.get::<_, Option<i64>>(30)? {
        Some(number) => Some(TicketInShort {
            number,
            name: row.get(31)?,
            title: row.get(32)?,
            status: row.get(33)?,
            category: row.get(34)?,
            of: row.get(35)?,
            due_at: row.get::<_, Option<i64>>(36)?.map(Timestamp),
        }),
        None => None,
    };
    Ok(Summary {
        ticket,
        id: row.get(0)?,
        state: State::from_number(row.get(1)?),
        channel: row.get(2)?,
        last_sequence: row.get(3)?,
        visitor: row.get(4)?,
        contact: row.get(5)?,
        contact_name,
        name_source: row.get(26)?,
        verified: row.get(7)?,
        agent: row.get(8)?,
        team: row.get(27)?,
        priority: Priority::from_number(row.get(28)?),
        due_at: row.get::<_, Option<i64>>(29)?.map(Timestamp),
        opened_at: Timestamp(row.get(9)?),
        updated_at: Timestamp(row.get(10)?),
        waiting_since: row.get::<_, Option<i64>>(11)?.map(Timestamp),
        snoozed_until: row.get::<_, Option<i64>>(12)?.map(Timestamp),
        labels: serde_json::from_str(&row.get::<_, String>(13)?).unwrap_or_default(),
        last_message,
        unread: row.get(22)?,
        mention: row.get(25)?,
        mine: Marks { received: row.get(20)?, read: row.get(21)? },
        theirs: Marks { received: row.get(23)?, read: row.get(24)? },
    })
}

/// One row, as the asker sees it.
pub fn one(conn: &Connection, id: ConversationId, asker: Asker) -> rusqlite::Result<Option<Summary>> {
    let (within, scope) = asker.scope.sql("c");
    let mut statement = conn.prepare_cached(&format!("{} WHERE c.id = :id AND {within}", *COLUMNS))?;
    let mut rows = statement.query(named_params! { ":agent": asker.agent, ":id": id, ":scope": scope })?;
    rows.next()?.map(read).transpose()
}

/// The newest conversations of one contact, as the asker sees them.
pub fn of_contact(
    conn: &Connection,
    contact: ContactId,
    asker: Asker,
    limit: usize,
) -> rusqlite::Result<Vec<Summary>> {
    let (within, scope) = asker.scope.sql("c");
    let values = named_params! {
        ":agent": asker.agent, ":contact": contact, ":scope": scope, ":limit": limit as i64,
    };
    conn.prepare_cached(&format!(
        "{} WHERE c.contact_id = :contact AND {within}
          ORDER BY c.opened_at DESC, c.id DESC LIMIT :limit",
        *COLUMNS
    ))?
    .query_map(values, read)?
    .collect()
}
