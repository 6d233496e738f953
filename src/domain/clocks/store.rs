//! Promises of time: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Deserialize;

use super::fold::{Clock, Entry, Typed};
use super::promise::Case;
use crate::clock::Timestamp;
use crate::events::{
    Actor, ActorKind, ClockKind, ConversationEvent, Event, EventKind, LogPosition, State, Stored, decode,
};
use crate::ids::{ConversationId, PolicyId, TicketTypeId};
use crate::storage::Writing;

/// A policy as it is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The id.
    pub id: PolicyId,
    /// Its place among the policies.
    pub place: i64,
    /// As it was written.
    pub document: String,
    /// Its version.
    pub version: LogPosition,
    /// When it last changed.
    pub changed_at: Timestamp,
}

/// What a policy said from a position in the log on.
#[derive(Debug, Clone)]
pub struct Version {
    /// The policy.
    pub policy: PolicyId,
    /// The position.
    pub position: LogPosition,
    /// When that was.
    pub at: Timestamp,
    /// Its place among the policies.
    pub place: i64,
    /// As it was written; `None` where it was removed.
    pub document: Option<String>,
    /// Whether it counts for clocks that ran already.
    pub also_running: bool,
}

/// Whether there ever was a policy.
pub fn is_used(conn: &Connection) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM sla_policy_versions)")?.query_row([], |row| row.get(0))
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        id: row.get(0)?,
        place: row.get(1)?,
        document: row.get(2)?,
        version: row.get(3)?,
        changed_at: Timestamp(row.get(4)?),
    })
}

/// Every policy, in order.
pub fn policies(conn: &Connection) -> rusqlite::Result<Vec<Kept>> {
    conn.prepare_cached(
        "SELECT id, place, document, version, changed_at FROM sla_policies ORDER BY place, id",
    )?
    .query_map([], kept)?
    .collect()
}

/// Every version of every policy, in order.
pub fn versions(conn: &Connection) -> rusqlite::Result<Vec<Version>> {
    conn.prepare_cached(
        "SELECT policy_id, position, at, place, document, also_running FROM sla_policy_versions
          ORDER BY position, policy_id",
    )?
    .query_map([], |row| {
        Ok(Version {
            policy: row.get(0)?,
            position: row.get(1)?,
            at: Timestamp(row.get(2)?),
            place: row.get(3)?,
            document: row.get(4)?,
            also_running: row.get(5)?,
        })
    })?
    .collect()
}

/// Changes behind a position that count for clocks that ran already.
pub fn changes_after(
    conn: &Connection,
    position: LogPosition,
) -> rusqlite::Result<Vec<(LogPosition, Timestamp)>> {
    conn.prepare_cached(
        "SELECT DISTINCT position, at FROM sla_policy_versions
          WHERE also_running AND position > ?1
          ORDER BY position",
    )?
    .query_map([position], |row| Ok((row.get(0)?, Timestamp(row.get(1)?))))?
    .collect()
}

/// Keeps a policy, new or changed.
pub fn save(conn: &Writing, policy: &Kept) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO sla_policies (id, place, document, version, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE
            SET place = excluded.place, document = excluded.document, version = excluded.version,
                changed_at = excluded.changed_at",
        params![policy.id, policy.place, policy.document, policy.version, policy.changed_at.0],
    )
    .map(drop)
}

/// Removes a policy; its versions stay for what they promised.
pub fn remove(conn: &Writing, id: PolicyId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM sla_policies WHERE id = ?1", params![id]).map(drop)
}

/// Notes what a policy says from a position on.
pub fn note(conn: &Writing, version: &Version) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO sla_policy_versions (policy_id, position, at, place, document, also_running)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            version.policy,
            version.position,
            version.at.0,
            version.place,
            version.document,
            version.also_running
        ],
    )
    .map(drop)
}

/// What a conversation was before its first entry; `None` if it is gone.
pub fn case(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Case>> {
    // A ticket began as a chat: an entry makes it one.
    conn.prepare_cached("SELECT CASE kind WHEN 1 THEN 0 ELSE kind END, channel FROM conversations WHERE id = ?1")?
        .query_row([id], |row| Ok(Case::new(row.get(0)?, row.get(1)?)))
        .optional()
}

/// Hands over the entries behind a sequence, in order.
pub fn each_entry(
    conn: &Connection,
    id: ConversationId,
    after: i64,
    mut take: impl FnMut(&Entry),
) -> rusqlite::Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT e.log_position, e.sequence, e.at, e.imported, e.actor_kind, e.actor_id, e.kind, e.subject_id,
                e.amount, d.detail, h.sequence, h.after
           FROM event_log e
           LEFT JOIN entry_details d ON e.kind = ?3 AND d.log_position = e.log_position
           LEFT JOIN ticket_changes h ON e.kind IN (?4, ?5) AND h.conversation_id = e.conversation_id
                                     AND h.sequence = e.sequence AND h.field = 'type'
          WHERE e.conversation_id = ?1 AND e.sequence > ?2
          ORDER BY e.sequence",
    )?;
    let mut rows = statement.query(params![
        id,
        after,
        EventKind::Labelled as i64,
        EventKind::Ticket as i64,
        EventKind::TicketChanged as i64
    ])?;
    while let Some(row) = rows.next()? {
        if let Some(entry) = entry(row, id)? {
            take(&entry);
        }
    }
    Ok(())
}

fn entry(row: &Row<'_>, id: ConversationId) -> rusqlite::Result<Option<Entry>> {
    let stored =
        Stored { kind: row.get(6)?, conversation: Some(id), subject: row.get(7)?, amount: row.get(8)? };
    let Some(Event::Conversation(_, event)) = decode(&stored) else { return Ok(None) };
    let labels = match event {
        ConversationEvent::Labelled => row.get::<_, Option<String>>(9)?.map(|detail| labels(&detail)),
        _ => None,
    };
    Ok(Some(Entry {
        position: row.get(0)?,
        sequence: row.get(1)?,
        at: Timestamp(row.get(2)?),
        imported: row.get(3)?,
        actor: Actor { kind: ActorKind::from_number(row.get(4)?), id: row.get(5)? },
        event,
        labels: labels.unwrap_or_default(),
        of: match row.get::<_, Option<i64>>(10)? {
            Some(_) => Typed::As(row.get::<_, Option<String>>(11)?.as_deref().and_then(type_of)),
            None => Typed::Same,
        },
    }))
}

/// The number of the type that a change names.
fn type_of(changed: &str) -> Option<i64> {
    #[derive(Deserialize)]
    struct Changed {
        id: String,
    }
    let changed: Changed = serde_json::from_str(changed).ok()?;
    changed.id.parse::<TicketTypeId>().ok().map(|id| id.0)
}

/// The team's labels, of the words beside an entry. Earlier versions did not say whose they are.
fn labels(detail: &str) -> Vec<String> {
    #[derive(Deserialize)]
    struct Detail {
        team: Option<Vec<String>>,
        #[serde(default)]
        labels: Vec<String>,
    }
    let detail: Option<Detail> = serde_json::from_str(detail).ok();
    detail.map(|detail| detail.team.unwrap_or(detail.labels)).unwrap_or_default()
}

/// What is stored of a conversation's log, folded.
pub fn fold(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT fold FROM clock_folds WHERE conversation_id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()
}

/// Stores it; `None` forgets it.
pub fn save_fold(conn: &Writing, id: ConversationId, fold: Option<&str>) -> rusqlite::Result<()> {
    match fold {
        Some(fold) => conn.write(
            "INSERT INTO clock_folds (conversation_id, fold) VALUES (?1, ?2)
             ON CONFLICT (conversation_id) DO UPDATE SET fold = excluded.fold",
            params![id, fold],
        ),
        None => conn.write("DELETE FROM clock_folds WHERE conversation_id = ?1", params![id]),
    }
    .map(drop)
}

/// When a clock is due, and when something of it is to be told next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Times {
    /// When its time is over, if it goes on running.
    pub due_at: Option<Timestamp>,
    /// When to tell something.
    pub alarm_at: Option<Timestamp>,
}

/// Stores a clock; one without a promise is none.
pub fn save_clock(
    conn: &Writing,
    id: ConversationId,
    kind: ClockKind,
    clock: &Clock,
    times: Times,
) -> rusqlite::Result<()> {
    let Some(promise) = clock.promise else {
        return conn
            .write("DELETE FROM clocks WHERE conversation_id = ?1 AND kind = ?2", params![id, kind as i64])
            .map(drop);
    };
    conn.write(
        "INSERT INTO clocks (conversation_id, kind, policy_id, policy_version, target_ms, spent_ms, began_at,
                             running_since, due_at, alarm_at, warned_at, broken_at, ended_at, how)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
         ON CONFLICT (conversation_id, kind) DO UPDATE
            SET policy_id = excluded.policy_id, policy_version = excluded.policy_version,
                target_ms = excluded.target_ms, spent_ms = excluded.spent_ms, began_at = excluded.began_at,
                running_since = excluded.running_since, due_at = excluded.due_at, alarm_at = excluded.alarm_at,
                warned_at = excluded.warned_at, broken_at = excluded.broken_at, ended_at = excluded.ended_at,
                how = excluded.how",
        params![
            id,
            kind as i64,
            promise.policy(),
            promise.version,
            promise.target_ms,
            clock.spent_ms,
            clock.began_at,
            clock.since,
            times.due_at.map(|at| at.0),
            times.alarm_at.map(|at| at.0),
            clock.warned_at,
            clock.broken_at,
            clock.ended_at,
            clock.how.map(|how| how as i64),
        ],
    )
    .map(drop)
}

/// Writes when the earliest of its clocks is due beside the conversation.
pub fn set_due(conn: &Writing, id: ConversationId, due: Option<Timestamp>) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE conversations SET due_at = ?2 WHERE id = ?1 AND due_at IS NOT ?2",
        params![id, due.map(|at| at.0)],
    )
    .map(drop)
}

/// Conversations that are not closed, behind an id.
pub fn unclosed(
    conn: &Connection,
    after: ConversationId,
    limit: usize,
) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached(&format!(
        "SELECT id FROM conversations WHERE id > ?1 AND state <> {} ORDER BY id LIMIT ?2",
        State::Closed as i64
    ))?
    .query_map(params![after, limit as i64], |row| row.get(0))?
    .collect()
}

/// Behind which conversation clocks are to be folded anew; `None` while none are.
pub fn anew_after(conn: &Connection) -> rusqlite::Result<Option<ConversationId>> {
    conn.prepare_cached("SELECT after_id FROM clocks_anew")?.query_row([], |row| row.get(0)).optional()
}

/// Notes it.
pub fn set_anew_after(conn: &Writing, after: Option<ConversationId>) -> rusqlite::Result<()> {
    match after {
        Some(after) => conn.write(
            "INSERT INTO clocks_anew (one, after_id) VALUES (1, ?1)
             ON CONFLICT (one) DO UPDATE SET after_id = excluded.after_id",
            params![after],
        ),
        None => conn.write("DELETE FROM clocks_anew", params![]),
    }
    .map(drop)
}

/// Whether something may be promised for a conversation of which no fold is stored: it has an entry behind the first policy, or a
/// policy counts for what ran before it, too.
pub fn may_be_promised(conn: &Connection, id: ConversationId) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM sla_policy_versions WHERE also_running)
             OR (SELECT log_position FROM event_log WHERE conversation_id = ?1 AND sequence IS NOT NULL
                  ORDER BY sequence DESC LIMIT 1) > (SELECT MIN(position) FROM sla_policy_versions)",
    )?
    .query_row([id], |row| Ok(row.get::<_, Option<bool>>(0)?.unwrap_or_default()))
}

/// Documents of the policies that are kept, and of those that clocks still run by.
pub fn documents_in_use(conn: &Connection) -> rusqlite::Result<Vec<(PolicyId, String)>> {
    conn.prepare_cached(
        "SELECT id, document FROM sla_policies
          UNION
         SELECT v.policy_id, v.document FROM sla_policy_versions v
          WHERE v.document IS NOT NULL
            AND EXISTS (SELECT 1 FROM clocks c
                         WHERE c.ended_at IS NULL AND c.policy_id = v.policy_id AND c.policy_version = v.position)
          ORDER BY 1",
    )?
    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// When something of a clock is to be told next.
pub fn next_alarm(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached("SELECT MIN(alarm_at) FROM clocks WHERE alarm_at IS NOT NULL")?
        .query_row([], |row| row.get::<_, Option<i64>>(0))
        .map(|at| at.map(Timestamp))
}

/// Conversations of which something is to be told, the longest due first.
pub fn alarmed(conn: &Connection, now: Timestamp, limit: usize) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached(
        "SELECT conversation_id FROM clocks WHERE alarm_at < ?1 ORDER BY alarm_at, conversation_id LIMIT ?2",
    )?
    .query_map(params![now.0, limit as i64], |row| row.get(0))?
    .collect()
}
