//! Lists of conversations for the workbench: views, sort orders, pages, counts.

use std::sync::LazyLock;

use rusqlite::types::Value;
use rusqlite::{Connection, Row, Statement, named_params, params, params_from_iter};

use super::content;
use super::read_marks::Marks;
use super::scope::Scope;
use super::state::State;
use super::view::{Phase, Sort, View, live, source};
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, EventKind, Priority};
use crate::ids::{AgentId, ContactId, ConversationId, TeamId, VisitorId};

/// A label that more conversations have than this is looked for in the list, not the list in it.
const LABELLED_FEW: i64 = 2_000;

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
           (SELECT MAX(sequence) FROM mentions WHERE agent_id = :agent AND conversation_id = c.id), k.name_source,
           c.team_id, c.priority, c.due_at
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
    let few = is_few(conn, wanted)?;
    for phase in phases {
        let Chosen { from, condition, order } = chosen(wanted, *phase, asker, false, few);
        // Chosen by an index alone; whose they are is read for the few that are shown.
        let mut statement = conn.prepare_cached(&format!(
            "SELECT c.id, c.contact_id, c.visitor_id FROM conversations c
              WHERE c.id IN (SELECT c.id FROM {from} WHERE {condition} ORDER BY {order} LIMIT :limit)
              ORDER BY {order}"
        ))?;
        let values = values(&statement, wanted, asker, None, limit - places.len())?;
        let read = |row: &Row<'_>| Ok(Place { id: row.get(0)?, owner: (row.get(1)?, row.get(2)?) });
        for place in statement.query_map(params_from_iter(values), read)? {
            places.push(place?);
        }
    }
    Ok(places)
}

/// Which conversations a phase holds, and in which order.
struct Chosen {
    /// Tables, `c` among them, with the index that is read.
    from: String,
    condition: String,
    order: String,
}

/// Whether few conversations have the label that is asked for.
fn is_few(conn: &Connection, wanted: &ListQuery) -> rusqlite::Result<bool> {
    let Some(label) = &wanted.label else { return Ok(false) };
    conn.prepare_cached(
        "SELECT COUNT(*) <= ?2 FROM (SELECT 1 FROM conversation_labels WHERE label = ?1 LIMIT ?2 + 1)",
    )?
    .query_row(params![label, LABELLED_FEW], |row| row.get(0))
}

fn chosen(wanted: &ListQuery, phase: Phase, asker: Asker, goes_on: bool, few: bool) -> Chosen {
    let (within, _) = asker.scope.sql("c");
    let waits = format!("(c.waiting_since IS NOT NULL AND {})", live());
    let (condition, key, order) = match phase {
        Phase::Waiting => (waits, "c.waiting_since", "ASC"),
        Phase::Rest => (format!("NOT {waits}"), "c.updated_at", "DESC"),
        Phase::Everything => ("TRUE".to_owned(), "c.updated_at", "DESC"),
    };
    let step = if order == "ASC" { ">" } else { "<" };
    let begin = if goes_on { format!("AND ({key}, c.id) {step} (:key, :id)") } else { String::new() };
    let (source, indexed) = source(wanted.view, phase);
    let (from, label) = match (&wanted.label, few) {
        (None, _) => (source.to_owned(), ""),
        // The few that have it, each looked up. CROSS JOIN keeps the order (<https://sqlite.org/optoverview.html#crossjoin>).
        (Some(_), true) => (
            "(SELECT DISTINCT conversation_id FROM conversation_labels WHERE label = :label) l
             CROSS JOIN conversations c ON c.id = l.conversation_id"
                .to_owned(),
            "",
        ),
        (Some(_), false) => (
            source.to_owned(),
            "AND EXISTS (SELECT 1 FROM conversation_labels l WHERE l.conversation_id = c.id AND l.label = :label)",
        ),
    };
    let view = wanted.view.condition();
    Chosen {
        from,
        condition: format!("{indexed} AND {view} AND {within} AND {condition} {label} {begin}"),
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
    let chosen = chosen(wanted, phase, asker, from.is_some(), is_few(conn, wanted)?);
    let Chosen { from: source, condition, order } = chosen;
    // The page is chosen by ids alone: what has to be sorted is small, and rows are read for the page only.
    let mut statement = conn.prepare_cached(&format!(
        "{} WHERE c.id IN (SELECT c.id FROM {source} WHERE {condition} ORDER BY {order} LIMIT :limit)
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
    let (_, scope) = asker.scope.sql("c");
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::storage::migrate;

    fn plan(conn: &Connection, view: View, phase: Phase, label: Option<&str>, few: bool) -> String {
        let asker = Asker { agent: AgentId(1), scope: Scope::Everything };
        let wanted = ListQuery { view, sort: Sort::Newest, label: label.map(str::to_owned) };
        let Chosen { from, condition, order } = chosen(&wanted, phase, asker, false, few);
        let sql = format!(
            "EXPLAIN QUERY PLAN SELECT c.id FROM {from} WHERE {condition} ORDER BY {order} LIMIT :limit"
        );
        let mut statement = conn.prepare(&sql).expect("the index holds what is asked for");
        let values = values(&statement, &wanted, asker, None, 51).expect("values");
        let steps = statement.query_map(params_from_iter(values), |row| row.get::<_, String>(3));
        steps.expect("a plan").collect::<Result<Vec<_>, _>>().expect("a plan").join("; ")
    }

    #[test]
    fn lists_are_read_by_the_index_that_is_made_for_them() {
        let mut conn = Connection::open_in_memory().expect("a database");
        migrate::run(&mut conn, Path::new("unused"), 1, Timestamp(0)).expect("the newest schema");
        for view in View::ALL {
            for (phase, label) in [Phase::Waiting, Phase::Rest, Phase::Everything]
                .into_iter()
                .flat_map(|phase| [(phase, None), (phase, Some("refund"))])
            {
                let plan = plan(&conn, view, phase, label, false);
                let index = match (view, phase) {
                    (View::Mentions, _) => "mentions",
                    (View::Closed, _) => "conversations_closed",
                    (View::All, Phase::Rest | Phase::Everything) => "conversations_by_update",
                    _ => "USING COVERING INDEX conversations_unclosed",
                };
                assert!(plan.contains(index), "{view:?}: {plan}");
                // What is much comes in its order, so that a page ends early.
                let much = matches!(index, "conversations_closed" | "conversations_by_update");
                let sorts = plan.contains("TEMP B-TREE FOR ORDER BY");
                assert!(!much || !sorts || matches!(phase, Phase::Waiting), "{view:?}: {plan}");
            }
            let plan = plan(&conn, view, Phase::Everything, Some("refund"), true);
            assert!(plan.contains("conversation_labels_by_label"), "{view:?}: {plan}");
            assert!(plan.contains("PRIMARY KEY"), "the few are looked up: {plan}");
        }
    }
}
