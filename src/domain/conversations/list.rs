//! Lists of conversations for the workbench: views, sort orders, pages, counts.

use std::sync::LazyLock;

use rusqlite::types::Value;
use rusqlite::{Connection, Row, Statement, named_params, params_from_iter};

use super::content;
use super::read_marks::Marks;
use super::scope::Scope;
use super::state::State;
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, EventKind};
use crate::ids::{AgentId, ContactId, ConversationId, VisitorId};

/// Unread messages are counted up to here.
pub const UNREAD_MAX: i64 = 99;

/// Which conversations a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// Assigned to the asking agent, neither snoozed nor closed.
    Mine,
    /// A note mentions the asking agent: all that are not closed, and closed ones where they have not read it.
    Mentions,
    /// Unassigned and not closed.
    Unassigned,
    /// The customer waits for an answer.
    Waiting,
    /// Assigned or waiting, neither snoozed nor closed.
    Open,
    /// Snoozed.
    Snoozed,
    /// Closed.
    Closed,
    /// Everything not closed or snoozed first, then the rest: every conversation.
    All,
}

impl View {
    /// All of them, in the order the workbench shows them.
    pub const ALL: [Self; 8] = [
        Self::Mine,
        Self::Mentions,
        Self::Unassigned,
        Self::Waiting,
        Self::Open,
        Self::Snoozed,
        Self::Closed,
        Self::All,
    ];

    /// The name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Mentions => "mentions",
            Self::Unassigned => "unassigned",
            Self::Waiting => "waiting",
            Self::Open => "open",
            Self::Snoozed => "snoozed",
            Self::Closed => "closed",
            Self::All => "all",
        }
    }

    /// The view with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }

    /// The condition over table `c`; `:agent` is the asking agent.
    fn condition(self) -> String {
        let (snoozed, closed) = (State::Snoozed as i64, State::Closed as i64);
        let live = live();
        match self {
            Self::Mine => format!("c.agent_id = :agent AND {live}"),
            Self::Mentions => format!(
                "c.id IN (SELECT conversation_id FROM mentions WHERE agent_id = :agent)
                 AND (c.state <> {closed}
                      OR c.id IN (SELECT conversation_id FROM unread_mentions WHERE agent_id = :agent))"
            ),
            Self::Unassigned => format!("c.agent_id IS NULL AND {live}"),
            Self::Waiting => format!("{live} AND c.waiting_since IS NOT NULL"),
            Self::Open => live,
            Self::Snoozed => format!("c.state = {snoozed}"),
            Self::Closed => format!("c.state = {closed}"),
            Self::All => "TRUE".to_owned(),
        }
    }

    /// The order a view has unless asked otherwise.
    #[must_use]
    pub const fn usual_sort(self) -> Sort {
        match self {
            Self::Mentions | Self::Snoozed | Self::Closed => Sort::Newest,
            _ => Sort::Waiting,
        }
    }
}

/// The condition over table `c` for conversations that wait for an answer. Its numbers are in the text, because other parts
/// use named parameters; they are few and fixed, so that the statement stays prepared.
fn live() -> String {
    format!("c.state IN ({}, {})", State::Waiting as i64, State::Open as i64)
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Waiting ones first, longest on top; then the rest, newest on top.
    Waiting,
    /// Newest on top.
    Newest,
}

impl Sort {
    /// The order with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "waiting" => Some(Self::Waiting),
            "newest" => Some(Self::Newest),
            _ => None,
        }
    }
}

/// Who asks for a list.
#[derive(Debug, Clone, Copy)]
pub struct Asker {
    /// The agent, whose marks and mentions the rows show.
    pub agent: AgentId,
    /// Which conversations the agent may read.
    pub scope: Scope,
}

/// Which conversations are asked for, in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// The view.
    pub view: View,
    /// The order.
    pub sort: Sort,
    /// Only those with this label.
    pub label: Option<String>,
}

/// Where a page ended: the phase (0 = those who wait, 1 = the rest), the sort key and the id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// 0 or 1.
    pub phase: i64,
    /// Milliseconds.
    pub key: i64,
    /// The last row's id.
    pub id: i64,
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

static COLUMNS: LazyLock<String> = LazyLock::new(|| {
    let (visitor, agent) = (ActorKind::Visitor.number(), ActorKind::Agent.number());
    let message = EventKind::Message as i64;
    format!(
        "
    SELECT c.id, c.state, c.channel, c.last_sequence, c.visitor_id, c.contact_id, k.name, k.verified, c.agent_id,
           c.opened_at, c.updated_at, c.waiting_since, c.snoozed_until,
           (SELECT json_group_array(label) FROM (SELECT label FROM conversation_labels
                                                  WHERE conversation_id = c.id GROUP BY label ORDER BY MIN(place))),
           m.sender_kind, m.sender_id, m.note, m.content, m.sent_at,
           (SELECT name FROM agents WHERE m.sender_kind = {agent} AND id = m.sender_id),
           COALESCE(p.received, 0), COALESCE(p.read, 0),
           (SELECT COUNT(*) FROM (SELECT 1 FROM event_log e
                                   WHERE e.conversation_id = c.id AND e.sequence > COALESCE(p.read, 0)
                                     AND e.kind = {message} AND e.actor_kind = {visitor} LIMIT 99)),
           COALESCE((SELECT MAX(received) FROM progress WHERE conversation_id = c.id AND member_kind = {visitor}), 0),
           COALESCE((SELECT MAX(read) FROM progress WHERE conversation_id = c.id AND member_kind = {visitor}), 0),
           (SELECT MAX(sequence) FROM mentions WHERE agent_id = :agent AND conversation_id = c.id), k.name_source
      FROM conversations c
      JOIN contacts k ON k.id = c.contact_id
      LEFT JOIN messages m ON m.log_position = c.last_message
      LEFT JOIN progress p ON p.conversation_id = c.id AND p.member_id = :agent"
    )
});

fn read(row: &Row<'_>) -> rusqlite::Result<Summary> {
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
    Ok(Summary {
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
    let (within, scope) = asker.scope.sql();
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
    let (within, scope) = asker.scope.sql();
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

/// A page of a list, as the asker sees it, and where the next one starts.
pub fn page(
    conn: &Connection,
    wanted: &ListQuery,
    asker: Asker,
    from: Option<Mark>,
    limit: usize,
) -> rusqlite::Result<(Vec<Summary>, Option<Mark>)> {
    let sort = wanted.sort;
    let mut rows = Vec::new();
    if sort == Sort::Waiting && from.is_none_or(|mark| mark.phase == 0) {
        rows = phase(conn, wanted, Phase::Waiting, asker, from, limit + 1)?;
    }
    if rows.len() <= limit {
        let which = if sort == Sort::Waiting { Phase::Rest } else { Phase::Everything };
        let from = from.filter(|mark| mark.phase == 1);
        rows.extend(phase(conn, wanted, which, asker, from, limit + 1 - rows.len())?);
    }
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|last| match (sort, last_wait(last)) {
        (Sort::Waiting, Some(since)) => Mark { phase: 0, key: since.0, id: last.id.0 },
        _ => Mark { phase: 1, key: last.updated_at.0, id: last.id.0 },
    });
    Ok((rows, next))
}

/// Those who wait are listed first only while somebody owes them an answer.
fn last_wait(row: &Summary) -> Option<Timestamp> {
    row.waiting_since.filter(|_| matches!(row.state, State::Waiting | State::Open))
}

/// A conversation's place in a list, without its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The conversation.
    pub id: ConversationId,
    /// The contact and visitor it belongs to.
    pub owner: (ContactId, VisitorId),
}

/// The first places of a list.
pub fn places(
    conn: &Connection,
    wanted: &ListQuery,
    asker: Asker,
    limit: usize,
) -> rusqlite::Result<Vec<Place>> {
    let phases: &[Phase] =
        if wanted.sort == Sort::Waiting { &[Phase::Waiting, Phase::Rest] } else { &[Phase::Everything] };
    let mut places = Vec::new();
    for phase in phases {
        let Chosen { condition, order } = chosen(wanted, *phase, asker, false);
        let mut statement = conn.prepare_cached(&format!(
            "SELECT c.id, c.contact_id, c.visitor_id FROM conversations c
              WHERE {condition} ORDER BY {order} LIMIT :limit"
        ))?;
        let values = values(&statement, wanted, asker, None, limit - places.len())?;
        let read = |row: &Row<'_>| Ok(Place { id: row.get(0)?, owner: (row.get(1)?, row.get(2)?) });
        for place in statement.query_map(params_from_iter(values), read)? {
            places.push(place?);
        }
    }
    Ok(places)
}

#[derive(Clone, Copy)]
enum Phase {
    Waiting,
    Rest,
    Everything,
}

/// Which conversations a phase holds, over table `c`, and in which order.
struct Chosen {
    condition: String,
    order: String,
}

fn chosen(wanted: &ListQuery, phase: Phase, asker: Asker, goes_on: bool) -> Chosen {
    let (within, _) = asker.scope.sql();
    let waits = format!("(c.waiting_since IS NOT NULL AND {})", live());
    let (condition, key, order) = match phase {
        Phase::Waiting => (waits, "c.waiting_since", "ASC"),
        Phase::Rest => (format!("NOT {waits}"), "c.updated_at", "DESC"),
        Phase::Everything => ("TRUE".to_owned(), "c.updated_at", "DESC"),
    };
    let step = if order == "ASC" { ">" } else { "<" };
    let begin = if goes_on { format!("AND ({key}, c.id) {step} (:key, :id)") } else { String::new() };
    let label = if wanted.label.is_some() {
        "AND c.id IN (SELECT conversation_id FROM conversation_labels WHERE label = :label)"
    } else {
        ""
    };
    Chosen {
        condition: format!("{} AND {within} AND {condition} {label} {begin}", wanted.view.condition()),
        order: format!("{key} {order}, c.id {order}"),
    }
}

fn phase(
    conn: &Connection,
    wanted: &ListQuery,
    phase: Phase,
    asker: Asker,
    from: Option<Mark>,
    limit: usize,
) -> rusqlite::Result<Vec<Summary>> {
    let Chosen { condition, order } = chosen(wanted, phase, asker, from.is_some());
    // The page is chosen by ids alone: what has to be sorted is small, and rows are read for the page only.
    let mut statement = conn.prepare_cached(&format!(
        "{} WHERE c.id IN (SELECT c.id FROM conversations c
                                   WHERE {condition} ORDER BY {order} LIMIT :limit)
          ORDER BY {order}",
        *COLUMNS
    ))?;
    let values = values(&statement, wanted, asker, from, limit)?;
    statement.query_map(params_from_iter(values), read)?.collect()
}

/// Parameters of a statement over [`Chosen`]. Named, because not every view uses every parameter.
fn values(
    statement: &Statement<'_>,
    wanted: &ListQuery,
    asker: Asker,
    from: Option<Mark>,
    limit: usize,
) -> rusqlite::Result<Vec<Value>> {
    let (_, scope) = asker.scope.sql();
    let mut values: Vec<Value> = vec![Value::Null; statement.parameter_count()];
    let given: [(&str, Value); 6] = [
        (":agent", asker.agent.0.into()),
        (":scope", scope.into()),
        (":key", from.map_or(0, |mark| mark.key).into()),
        (":id", from.map_or(0, |mark| mark.id).into()),
        (":limit", (limit as i64).into()),
        (":label", wanted.label.clone().unwrap_or_default().into()),
    ];
    for (name, value) in given {
        if let Some(index) = statement.parameter_index(name)? {
            values[index - 1] = value;
        }
    }
    Ok(values)
}

/// Number of conversations with an unread mention of the agent.
pub fn unread_mentions(conn: &Connection, asker: Asker) -> rusqlite::Result<i64> {
    let (within, scope) = asker.scope.sql();
    conn.prepare_cached(&format!(
        "SELECT COUNT(DISTINCT conversation_id)
           FROM unread_mentions
          WHERE agent_id = :agent
            AND EXISTS (SELECT 1 FROM conversations WHERE id = unread_mentions.conversation_id AND {within})"
    ))?
    .query_row(named_params! { ":agent": asker.agent, ":scope": scope }, |row| row.get(0))
}

/// How many conversations each view holds, in the order of [`View::ALL`].
pub fn counts(conn: &Connection, asker: Asker) -> rusqlite::Result<[i64; View::ALL.len()]> {
    let (within, scope) = asker.scope.sql();
    let mut counts = [0; View::ALL.len()];
    for (count, view) in counts.iter_mut().zip(View::ALL) {
        let mut statement = conn.prepare_cached(&format!(
            "SELECT COUNT(*) FROM conversations c WHERE {within} AND {}",
            view.condition()
        ))?;
        // The scope comes first; not every view uses the agent.
        let values = [scope, asker.agent.0].into_iter().take(statement.parameter_count());
        *count = statement.query_row(params_from_iter(values), |row| row.get(0))?;
    }
    Ok(counts)
}
