//! What is known of a conversation, as conditions ask for it.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::labels;
use crate::clock::Timestamp;
use crate::events::{Priority, State};
use crate::filters::Facts;
use crate::ids::ConversationId;

/// What the tables of conversations and their visitors know. Hours, the team that was chosen and attributes are added by whoever
/// knows them.
pub fn of(conn: &Connection, id: ConversationId, now: Timestamp) -> rusqlite::Result<Option<Facts>> {
    let time = |at: Option<i64>| at.map(Timestamp);
    let facts = conn
        .prepare_cached(
            "SELECT c.state, c.agent_id, c.team_id, c.priority, c.kind, c.channel, c.waiting_since, c.updated_at,
                    c.opened_at, c.due_at, k.verified, v.locale, v.widget_id, v.page_url, c.ticket_status_id,
                    c.ticket_category, c.ticket_type_id,
                    EXISTS (SELECT 1 FROM conversations o WHERE o.contact_id = c.contact_id AND o.opened_at < c.opened_at)
               FROM conversations c
               JOIN contacts k ON k.id = c.contact_id
               JOIN visitors v ON v.id = c.visitor_id
              WHERE c.id = :id",
        )?
        .query_row(named_params! { ":id": id }, |row| {
            Ok(Facts {
                now,
                me: None,
                state: State::from_number(row.get(0)?),
                agent: row.get(1)?,
                team: row.get(2)?,
                priority: Priority::from_number(row.get(3)?),
                kind: row.get(4)?,
                channel: row.get(5)?,
                labels: Vec::new(),
                waiting_since: time(row.get(6)?),
                updated_at: Timestamp(row.get(7)?),
                opened_at: Timestamp(row.get(8)?),
                due_at: time(row.get(9)?),
                verified: row.get(10)?,
                status: row.get(14)?,
                category: row.get(15)?,
                ticket_type: row.get(16)?,
                language: row.get(11)?,
                widget: row.get(12)?,
                page: row.get(13)?,
                chosen_team: None,
                hours_open: true,
                returning: row.get(17)?,
                attributes: Vec::new(),
            })
        })
        .optional()?;
    let Some(facts) = facts else { return Ok(None) };
    let given = labels::given(conn, id)?;
    let labels = given.into_iter().filter(|given| given.by_team).map(|given| given.label).collect();
    Ok(Some(Facts { labels, ..facts }))
}

/// Whether somebody of the team has had it, or answered in it.
pub fn had_somebody(conn: &Connection, id: ConversationId) -> rusqlite::Result<bool> {
    use crate::events::{ActorKind, EventKind};
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM conversations WHERE id = :id AND agent_id IS NOT NULL)
             OR EXISTS (SELECT 1 FROM event_log
                         WHERE conversation_id = :id AND sequence IS NOT NULL
                           AND (kind IN (:assigned, :transferred) OR kind = :message AND actor_kind = :agent AND amount = 0))",
    )?
    .query_row(
        named_params! {
            ":id": id,
            ":assigned": EventKind::Assigned as i64,
            ":transferred": EventKind::Transferred as i64,
            ":message": EventKind::Message as i64,
            ":agent": ActorKind::Agent.number(),
        },
        |row| row.get(0),
    )
}

/// Whether somebody of the team was given it, or answered in it, since a time.
pub fn had_somebody_since(conn: &Connection, id: ConversationId, since: Timestamp) -> rusqlite::Result<bool> {
    use crate::events::{ActorKind, EventKind};
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM event_log
                         WHERE conversation_id = :id AND sequence > 0 AND at >= :since
                           AND (kind IN (:assigned, :transferred) OR kind = :message AND actor_kind = :agent AND amount = 0))",
    )?
    .query_row(
        named_params! {
            ":id": id,
            ":since": since.0,
            ":assigned": EventKind::Assigned as i64,
            ":transferred": EventKind::Transferred as i64,
            ":message": EventKind::Message as i64,
            ":agent": ActorKind::Agent.number(),
        },
        |row| row.get(0),
    )
}
