//! Browsers that take notices, and the notices that wait for them: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Kind, NOTICES_MAX, SUBSCRIPTIONS_MAX};
use crate::clock::Timestamp;
use crate::ids::{AgentId, AgentSessionId, ConversationId, PushId};
use crate::storage::Writing;

/// A browser that takes notices.
#[derive(Debug, Clone)]
pub struct Subscription {
    /// The id.
    pub id: PushId,
    /// Whose it is.
    pub agent: AgentId,
    /// The sign-in it goes with.
    pub session: Option<AgentSessionId>,
    /// Where notices are sent.
    pub endpoint: String,
    /// Its point on the curve.
    pub p256dh: Vec<u8>,
    /// What only it and the desk know.
    pub auth: Vec<u8>,
    /// What the person knows it by.
    pub device: String,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When a notice last went out.
    pub sent_at: Option<Timestamp>,
    /// The status with which a notice was last refused for good.
    pub refused: Option<u16>,
}

const COLUMNS: &str = "s.id, s.agent_id, s.session_id, s.endpoint, s.p256dh, s.auth, s.device, s.time_zone, s.created_at, \
                       s.sent_at, s.refused";

fn subscription(row: &Row<'_>) -> rusqlite::Result<Subscription> {
    Ok(Subscription {
        id: row.get(0)?,
        agent: row.get(1)?,
        session: row.get(2)?,
        endpoint: row.get(3)?,
        p256dh: row.get(4)?,
        auth: row.get(5)?,
        device: row.get(6)?,
        time_zone: row.get(7)?,
        created_at: Timestamp(row.get(8)?),
        sent_at: row.get::<_, Option<i64>>(9)?.map(Timestamp),
        refused: row.get(10)?,
    })
}

/// Adds one, or has one that is here belong to whoever signed in last in that browser. The agent's oldest makes room.
pub fn put(conn: &Writing, new: &Subscription) -> rusqlite::Result<PushId> {
    let ids: Vec<PushId> = conn.returning(
        "INSERT INTO push_subscriptions (id, agent_id, session_id, endpoint, p256dh, auth, device, time_zone, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (endpoint)
             DO UPDATE SET agent_id = excluded.agent_id, session_id = excluded.session_id, p256dh = excluded.p256dh,
                           auth = excluded.auth, device = excluded.device, time_zone = excluded.time_zone, refused = NULL
         RETURNING id",
        params![
            new.id,
            new.agent,
            new.session,
            new.endpoint,
            new.p256dh,
            new.auth,
            new.device,
            new.time_zone,
            new.created_at.0,
        ],
        |row| row.get(0),
    )?;
    let id = ids.first().copied().unwrap_or(new.id);
    // What waits for whoever had it is not for the one who has it now.
    conn.write(
        "DELETE FROM push_notices
          WHERE subscription_id = ?1
            AND EXISTS (SELECT 1 FROM push_subscriptions WHERE id = ?1 AND agent_id <> ?2)",
        params![id, new.agent],
    )?;
    conn.write(
        "DELETE FROM push_subscriptions
          WHERE id IN (SELECT id FROM push_subscriptions WHERE agent_id = ?1 AND id <> ?2
                        ORDER BY created_at DESC, id DESC LIMIT -1 OFFSET ?3)",
        params![new.agent, id, SUBSCRIPTIONS_MAX as i64 - 1],
    )?;
    Ok(id)
}

/// An agent's browsers, oldest first.
pub fn of_agent(conn: &Connection, agent: AgentId) -> rusqlite::Result<Vec<Subscription>> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM push_subscriptions s WHERE s.agent_id = ?1 ORDER BY s.created_at, s.id"
    ))?
    .query_map([agent], subscription)?
    .collect()
}

/// Agents who have one.
pub fn agents(conn: &Connection) -> rusqlite::Result<Vec<AgentId>> {
    conn.prepare_cached("SELECT DISTINCT agent_id FROM push_subscriptions ORDER BY agent_id")?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// Removes an agent's own; whether it was there.
pub fn remove(conn: &Writing, agent: AgentId, endpoint: &str) -> rusqlite::Result<bool> {
    let gone = conn.write(
        "DELETE FROM push_subscriptions WHERE agent_id = ?1 AND endpoint = ?2",
        params![agent, endpoint],
    )?;
    Ok(gone > 0)
}

/// Removes one whose browser is gone.
pub fn remove_gone(conn: &Writing, id: PushId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM push_subscriptions WHERE id = ?1", params![id]).map(drop)
}

/// Notes what became of a notice.
pub fn note(
    conn: &Writing,
    id: PushId,
    sent_at: Option<Timestamp>,
    refused: Option<u16>,
) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE push_subscriptions SET sent_at = COALESCE(?2, sent_at), refused = ?3 WHERE id = ?1",
        params![id, sent_at.map(|at| at.0), refused],
    )
    .map(drop)
}

/// A notice about to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewNotice {
    /// What it is about.
    pub kind: Kind,
    /// The conversation.
    pub conversation: ConversationId,
    /// The entry.
    pub sequence: i64,
    /// The colleague who did it, if it was one.
    pub actor: Option<AgentId>,
    /// When it happened.
    pub at: Timestamp,
    /// When it goes out.
    pub due_at: Timestamp,
}

/// Keeps a notice for each browser of an agent, in place of an older one of the same conversation.
pub fn keep(conn: &Writing, agent: AgentId, new: &NewNotice) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO push_notices (subscription_id, conversation_id, kind, sequence, actor_id, at, due_at)
         SELECT id, ?2, ?3, ?4, ?5, ?6, ?7 FROM push_subscriptions WHERE agent_id = ?1 ORDER BY id
             ON CONFLICT (subscription_id, conversation_id)
             DO UPDATE SET kind = excluded.kind, sequence = excluded.sequence, actor_id = excluded.actor_id,
                           at = excluded.at, tries = 0,
                           due_at = CASE WHEN tries > 0 THEN due_at ELSE excluded.due_at END",
        params![agent, new.conversation, new.kind as i64, new.sequence, new.actor, new.at.0, new.due_at.0,],
    )?;
    conn.write(
        "DELETE FROM push_notices
          WHERE id IN (SELECT id FROM push_notices
                        WHERE subscription_id IN (
                              SELECT s.id FROM push_subscriptions s
                               WHERE s.agent_id = ?1
                                 AND (SELECT COUNT(*) FROM push_notices m WHERE m.subscription_id = s.id) > ?2)
                        ORDER BY at, id LIMIT 1)",
        params![agent, NOTICES_MAX as i64],
    )
    .map(drop)
}

/// A notice that is to go out, and where to.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Its row.
    pub id: i64,
    /// What it is about.
    pub kind: Option<Kind>,
    /// The conversation.
    pub conversation: ConversationId,
    /// The entry.
    pub sequence: i64,
    /// The colleague who did it, if it was one.
    pub actor: Option<AgentId>,
    /// When it happened.
    pub at: Timestamp,
    /// How often it was tried.
    pub tries: u32,
    /// Where it goes.
    pub to: Subscription,
}

/// Notices that are due, at most `limit`, earliest first.
pub fn due(conn: &Connection, now: Timestamp, limit: usize) -> rusqlite::Result<Vec<Notice>> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS}, n.id, n.kind, n.conversation_id, n.sequence, n.actor_id, n.at, n.tries
           FROM push_notices n JOIN push_subscriptions s ON s.id = n.subscription_id
          WHERE n.due_at <= ?1
          ORDER BY n.due_at, n.id
          LIMIT ?2"
    ))?
    .query_map(params![now.0, limit as i64], |row| {
        Ok(Notice {
            to: subscription(row)?,
            id: row.get(11)?,
            kind: Kind::from_number(row.get(12)?),
            conversation: row.get(13)?,
            sequence: row.get(14)?,
            actor: row.get(15)?,
            at: Timestamp(row.get(16)?),
            tries: row.get(17)?,
        })
    })?
    .collect()
}

/// When the next one is due.
pub fn next_due(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached("SELECT MIN(due_at) FROM push_notices")?
        .query_row([], |row| row.get::<_, Option<i64>>(0))
        .map(|at| at.map(Timestamp))
}

/// Removes a notice, unless a newer one has taken its place meanwhile.
pub fn done(conn: &Writing, id: i64, sequence: i64) -> rusqlite::Result<()> {
    conn.write("DELETE FROM push_notices WHERE id = ?1 AND sequence = ?2", params![id, sequence]).map(drop)
}

/// Puts off everything that waits for a browser: its service asked for a pause.
pub fn put_off(conn: &Writing, to: PushId, id: i64, until: Timestamp) -> rusqlite::Result<()> {
    conn.write("UPDATE push_notices SET tries = tries + 1 WHERE id = ?1", params![id])?;
    conn.write(
        "UPDATE push_notices SET due_at = MAX(due_at, ?2) WHERE subscription_id = ?1",
        params![to, until.0],
    )
    .map(drop)
}

/// Whether the agent has read a conversation up to an entry.
pub fn has_read(
    conn: &Connection,
    agent: AgentId,
    conversation: ConversationId,
    sequence: i64,
) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM progress WHERE conversation_id = ?1 AND member_id = ?2 AND read >= ?3)",
    )?
    .query_row(params![conversation, agent, sequence], |row| row.get(0))
}

/// Whether owners allow names in notices.
pub fn names_allowed(conn: &Connection) -> rusqlite::Result<bool> {
    let stored: Option<String> = conn
        .prepare_cached("SELECT value FROM settings WHERE name = 'push_names'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(stored.as_deref() == Some("true"))
}

/// Allows them, or no more.
pub fn allow_names(conn: &Writing, allowed: bool) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO settings (name, value) VALUES ('push_names', ?1)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![if allowed { "true" } else { "false" }],
    )
    .map(drop)
}
