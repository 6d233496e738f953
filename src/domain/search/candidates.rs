//! Messages that may answer, the newest first: SQL.

use rusqlite::types::Value;
use rusqlite::{Connection, Statement, named_params, params};

use super::filters::Filter;
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, LogPosition};
use crate::ids::{ContactId, ConversationId};
use crate::text::words::LookUp;

/// A message as it is now.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its position in the log.
    pub position: LogPosition,
    /// Its conversation.
    pub conversation: ConversationId,
    /// Its sequence there.
    pub sequence: i64,
    /// Who wrote it.
    pub sender: Actor,
    /// The name of an agent or, if known, customer who wrote it.
    pub sender_name: Option<String>,
    /// Whether it is a note for the team.
    pub note: bool,
    /// Its content, as JSON.
    pub content: String,
    /// When it was written.
    pub sent_at: Timestamp,
    /// The customer.
    pub contact: ContactId,
    /// Their name, if known.
    pub contact_name: Option<String>,
    /// Where the conversation came through.
    pub channel: String,
    /// Number and title, if it is a ticket.
    pub ticket: Option<(i64, String)>,
}

/// What an index is asked for, in its own language.
#[must_use]
pub fn expression(look_ups: &[LookUp]) -> String {
    let all: Vec<String> = look_ups
        .iter()
        .map(|look_up| match look_up {
            // Tokens hold letters and digits alone: nothing in them ends the quotes.
            LookUp::Token(token) => format!("\"{token}\""),
            LookUp::Prefix(start) => format!("\"{start}\"*"),
        })
        .collect();
    all.join(" AND ")
}

/// The positions of messages that may answer, below `before`, the newest first: those that the index names or, where it is not
/// asked, all. `look` is called with each, and says whether it goes on.
pub fn each<E: From<rusqlite::Error>>(
    conn: &Connection,
    expression: Option<&str>,
    (before, up_to): (LogPosition, LogPosition),
    most: usize,
    mut look: impl FnMut(LogPosition) -> Result<bool, E>,
) -> Result<(), E> {
    // What lies above the place of the index in the log may have been taken out by now.
    let below = before.min(up_to.saturating_add(1));
    let mut statement: Statement<'_>;
    let mut rows = if let Some(expression) = expression {
        statement = conn.prepare(
            "SELECT rowid FROM search_docs
              WHERE search_docs MATCH ?1 AND rowid < ?2
              ORDER BY rowid DESC
              LIMIT ?3",
        )?;
        statement.query(params![expression, below, most as i64])?
    } else {
        statement = conn.prepare(
            "SELECT log_position FROM messages WHERE log_position < ?1 ORDER BY log_position DESC LIMIT ?2",
        )?;
        statement.query(params![before, most as i64])?
    };
    while let Some(row) = rows.next()? {
        if !look(row.get(0)?)? {
            break;
        }
    }
    Ok(())
}

/// Reads messages inside a scope, if conditions let them through.
#[derive(Debug)]
pub struct Lookup<'a> {
    statement: Statement<'a>,
}

/// Conditions with the values of their parameters, which are called `:f` and a number.
fn conditions(filters: &[Filter]) -> (String, Vec<Value>) {
    let (mut conditions, mut values) = (String::new(), Vec::new());
    for filter in filters {
        let (sql, bound) = filter.sql(values.len());
        conditions.push_str(" AND ");
        conditions.push_str(&sql);
        values.extend(bound);
    }
    (conditions, values)
}

/// Gives a statement its scope and the values of its conditions.
fn bind(statement: &mut Statement<'_>, scope: i64, values: &[Value]) -> rusqlite::Result<()> {
    if let Some(at) = statement.parameter_index(":scope")? {
        statement.raw_bind_parameter(at, scope)?;
    }
    for (number, value) in values.iter().enumerate() {
        if let Some(at) = statement.parameter_index(&format!(":f{number}"))? {
            statement.raw_bind_parameter(at, value)?;
        }
    }
    Ok(())
}

impl<'a> Lookup<'a> {
    /// Over a condition on conversations `c`, whose parameter `:scope` is the number beside it.
    pub fn new(
        conn: &'a Connection,
        (within, scope): (&str, i64),
        filters: &[Filter],
    ) -> rusqlite::Result<Self> {
        let (conditions, values) = conditions(filters);
        let (visitor, agent) = (ActorKind::Visitor.number(), ActorKind::Agent.number());
        // Who spoke at another desk has a name beside the message.
        let mut statement = conn.prepare(&format!(
            "SELECT m.log_position, m.conversation_id, m.sequence, m.sender_kind, m.sender_id, m.note, m.content,
                    m.sent_at, c.contact_id, k.name, c.channel,
                    COALESCE(a.name,
                             (SELECT json_extract(d.detail, '$.name') FROM entry_details d
                               WHERE d.log_position = m.log_position),
                             CASE WHEN m.sender_kind = {visitor} THEN k.name END),
                    t.number, t.title
               FROM messages m
               JOIN conversations c ON c.id = m.conversation_id
               JOIN contacts k ON k.id = c.contact_id
               LEFT JOIN agents a ON m.sender_kind = {agent} AND a.id = m.sender_id
               LEFT JOIN tickets t ON t.conversation_id = c.id
              WHERE m.log_position = :position AND m.content IS NOT NULL AND {within}{conditions}"
        ))?;
        bind(&mut statement, scope, &values)?;
        Ok(Self { statement })
    }

    /// The message at a position.
    pub fn find(&mut self, position: LogPosition) -> rusqlite::Result<Option<Message>> {
        let at = self.statement.parameter_index(":position")?.unwrap_or(1);
        self.statement.raw_bind_parameter(at, position)?;
        let mut rows = self.statement.raw_query();
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some(Message {
            position: row.get(0)?,
            conversation: row.get(1)?,
            sequence: row.get(2)?,
            sender: Actor { kind: ActorKind::from_number(row.get(3)?), id: row.get(4)? },
            note: row.get(5)?,
            content: row.get(6)?,
            sent_at: Timestamp(row.get(7)?),
            contact: row.get(8)?,
            contact_name: row.get(9)?,
            channel: row.get(10)?,
            sender_name: row.get(11)?,
            ticket: row.get::<_, Option<i64>>(12)?.zip(row.get(13)?),
        }))
    }
}

/// A ticket as it is now.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// When its conversation last changed.
    pub updated_at: Timestamp,
    /// The customer.
    pub contact: ContactId,
    /// Their name, if known.
    pub contact_name: Option<String>,
    /// Where the conversation came through.
    pub channel: String,
}

/// A ticket inside a scope, if conditions on conversations let it through.
pub fn ticket(
    conn: &Connection,
    id: ConversationId,
    (within, scope): (&str, i64),
    filters: &[Filter],
) -> rusqlite::Result<Option<Ticket>> {
    let (conditions, values) = conditions(filters);
    let mut statement = conn.prepare_cached(&format!(
        "SELECT t.number, t.title, c.updated_at, c.contact_id, k.name, c.channel
           FROM tickets t
           JOIN conversations c ON c.id = t.conversation_id
           JOIN contacts k ON k.id = c.contact_id
          WHERE t.conversation_id = :id AND {within}{conditions}"
    ))?;
    bind(&mut statement, scope, &values)?;
    let at = statement.parameter_index(":id")?.unwrap_or(1);
    statement.raw_bind_parameter(at, id)?;
    let mut rows = statement.raw_query();
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(Ticket {
        number: row.get(0)?,
        title: row.get(1)?,
        updated_at: Timestamp(row.get(2)?),
        contact: row.get(3)?,
        contact_name: row.get(4)?,
        channel: row.get(5)?,
    }))
}

/// The conversations of a person.
pub fn conversations_of(conn: &Connection, contact: ContactId) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached("SELECT id FROM conversations WHERE contact_id = ?1 ORDER BY id")?
        .query_map([contact], |row| row.get(0))?
        .collect()
}

/// A message as an index needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Its position in the log.
    pub position: LogPosition,
    /// Its content, as JSON; `None` once recalled.
    pub content: Option<String>,
}

/// Messages above `after`, ascending: at most `most`, and no more once their contents hold `bytes`.
pub fn after(
    conn: &Connection,
    after: LogPosition,
    most: usize,
    bytes: usize,
) -> rusqlite::Result<Vec<Words>> {
    let mut statement = conn.prepare_cached(
        "SELECT log_position, content FROM messages WHERE log_position > ?1 ORDER BY log_position LIMIT ?2",
    )?;
    let mut rows = statement.query(params![after, most as i64])?;
    let (mut page, mut held) = (Vec::new(), 0);
    while held < bytes {
        let Some(row) = rows.next()? else { break };
        let words = Words { position: row.get(0)?, content: row.get(1)? };
        held += words.content.as_deref().map_or(0, str::len);
        page.push(words);
    }
    Ok(page)
}

/// Content of a message, as JSON; `None` once recalled, or erased.
pub fn content_at(conn: &Connection, position: LogPosition) -> rusqlite::Result<Option<String>> {
    let mut statement = conn.prepare_cached("SELECT content FROM messages WHERE log_position = ?1")?;
    let mut rows = statement.query([position])?;
    rows.next()?.map_or(Ok(None), |row| row.get(0))
}

/// All messages of a person up to `position`, as an index holds them.
pub fn of_contact(
    conn: &Connection,
    contact: ContactId,
    position: LogPosition,
) -> rusqlite::Result<Vec<Words>> {
    conn.prepare_cached(
        "SELECT m.log_position, m.content
           FROM conversations c
           JOIN event_log e ON e.conversation_id = c.id AND e.sequence IS NOT NULL
           JOIN messages m ON m.log_position = e.log_position
          WHERE c.contact_id = :contact AND m.log_position <= :position AND m.content IS NOT NULL",
    )?
    .query_map(named_params! { ":contact": contact, ":position": position }, |row| {
        Ok(Words { position: row.get(0)?, content: row.get(1)? })
    })?
    .collect()
}
