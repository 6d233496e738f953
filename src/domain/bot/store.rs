//! The bot's settings, where it is on duty, its turns, and what it handed over: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::duty::Mode;
use super::settings::Settings;
use super::{Outcome, Reason};
use crate::clock::Timestamp;
use crate::events::LogPosition;
use crate::ids::ConversationId;
use crate::storage::Writing;

/// The settings and their version; 0 where they were never changed.
pub fn settings(conn: &Connection) -> rusqlite::Result<(Settings, LogPosition)> {
    let stored = conn
        .prepare_cached("SELECT document, version FROM bot_settings")?
        .query_row([], |row| Ok((Settings::read(&row.get::<_, String>(0)?), row.get(1)?)))
        .optional()?;
    Ok(stored.unwrap_or_default())
}

/// Replaces the settings.
pub fn set_settings(conn: &Writing, settings: &Settings, version: LogPosition) -> rusqlite::Result<()> {
    let document = serde_json::to_string(settings)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    conn.write(
        "INSERT INTO bot_settings (one, document, version) VALUES (1, ?1, ?2)
             ON CONFLICT (one) DO UPDATE SET document = excluded.document, version = excluded.version",
        params![document, version],
    )
    .map(drop)
}

/// Whether the bot is on duty on a channel.
pub fn is_on_duty(conn: &Connection, channel: &str) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT on_duty FROM bot_duty WHERE channel = ?1")?
        .query_row([channel], |row| row.get(0))
        .optional()
        .map(Option::unwrap_or_default)
}

/// Where it is on duty, by channel.
pub fn duty(conn: &Connection) -> rusqlite::Result<Vec<(String, bool, String)>> {
    conn.prepare_cached("SELECT channel, on_duty, mode FROM bot_duty ORDER BY channel")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect()
}

/// Says whether it is on duty on a channel.
pub fn set_duty(conn: &Writing, channel: &str, on_duty: bool, mode: Mode) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO bot_duty (channel, on_duty, mode) VALUES (?1, ?2, ?3)
             ON CONFLICT (channel) DO UPDATE SET on_duty = excluded.on_duty, mode = excluded.mode",
        params![channel, on_duty, mode.name()],
    )
    .map(drop)
}

/// Channels that customers have come by.
pub fn channels(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached("SELECT DISTINCT channel FROM visitors ORDER BY channel LIMIT 100")?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// What the bot did with some words.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The first word.
    pub from: i64,
    /// The last one.
    pub through: i64,
    /// The first message or entry that came of it.
    pub sequence: Option<i64>,
    /// When.
    pub at: Timestamp,
    /// What came of it.
    pub outcome: Outcome,
    /// Why it was handed over.
    pub reason: Option<Reason>,
    /// The entry that answered, or was nearest.
    pub entry: Option<i64>,
    /// How probable it was.
    pub p: Option<f32>,
    /// Other entries with how probable they were.
    pub others: Vec<(i64, f32)>,
    /// The language it answered in.
    pub language: String,
    /// Share of the words that the FAQ knows.
    pub known: Option<f32>,
    /// What a task was told so far, as JSON.
    pub fields: Option<String>,
}

#[expect(clippy::cast_possible_truncation, reason = "between 0 and 1000")]
fn thousandths(p: f32) -> i64 {
    (p * 1_000.0).round() as i64
}

#[expect(clippy::cast_precision_loss, reason = "between 0 and 1000")]
fn of_thousandths(p: i64) -> f32 {
    p as f32 / 1_000.0
}

/// Notes a turn.
pub fn insert_turn(conn: &Writing, conversation: ConversationId, turn: &Turn) -> rusqlite::Result<()> {
    let others: Vec<(i64, i64)> = turn.others.iter().map(|(id, p)| (*id, thousandths(*p))).collect();
    conn.write(
        "INSERT INTO bot_turns (conversation_id, from_sequence, through_sequence, sequence, at, outcome, reason, entry_id, p,
                                others, language, known, fields)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            conversation,
            turn.from,
            turn.through,
            turn.sequence,
            turn.at.0,
            turn.outcome as i64,
            turn.reason.map(|reason| reason as i64),
            turn.entry,
            turn.p.map(thousandths),
            serde_json::to_string(&others).unwrap_or_default(),
            turn.language,
            turn.known.map(thousandths),
            turn.fields,
        ],
    )
    .map(drop)
}

fn turn(row: &Row<'_>) -> rusqlite::Result<Turn> {
    let others: Vec<(i64, i64)> = serde_json::from_str(&row.get::<_, String>(8)?).unwrap_or_default();
    Ok(Turn {
        from: row.get(0)?,
        through: row.get(1)?,
        sequence: row.get(2)?,
        at: Timestamp(row.get(3)?),
        outcome: Outcome::from_number(row.get(4)?),
        reason: row.get::<_, Option<i64>>(5)?.and_then(Reason::from_number),
        entry: row.get(6)?,
        p: row.get::<_, Option<i64>>(7)?.map(of_thousandths),
        others: others.into_iter().map(|(id, p)| (id, of_thousandths(p))).collect(),
        language: row.get(9)?,
        known: row.get::<_, Option<i64>>(10)?.map(of_thousandths),
        fields: row.get(11)?,
    })
}

/// The bot's turns in a conversation, newest first.
pub fn turns(conn: &Connection, conversation: ConversationId, limit: usize) -> rusqlite::Result<Vec<Turn>> {
    conn.prepare_cached(
        "SELECT from_sequence, through_sequence, sequence, at, outcome, reason, entry_id, p, others, language, known, fields
           FROM bot_turns
          WHERE conversation_id = ?1
          ORDER BY through_sequence DESC, id DESC
          LIMIT ?2",
    )?
    .query_map(params![conversation, limit as i64], turn)?
    .collect()
}

/// How many turns there were in a visitor's conversations since a time.
pub fn turns_since(conn: &Connection, visitor: i64, since: Timestamp) -> rusqlite::Result<u32> {
    conn.prepare_cached(
        "SELECT COUNT(*) FROM conversations c INDEXED BY conversations_by_visitor
           JOIN bot_turns t ON t.conversation_id = c.id AND t.at > ?2
          WHERE c.visitor_id = ?1",
    )?
    .query_row(params![visitor, since.0], |row| row.get(0))
}

/// Forgets what tasks were told in turns that rest on a message that is gone.
pub fn forget_fields(conn: &Writing, conversation: ConversationId) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE bot_turns SET fields = NULL WHERE conversation_id = ?1 AND fields IS NOT NULL",
        params![conversation],
    )
    .map(drop)
}

/// What was handed over and waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandedOver {
    /// The conversation.
    pub conversation: ConversationId,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: Reason,
    /// How many notices followed the first.
    pub notices: u32,
    /// When to look again whether somebody came.
    pub due_at: Option<Timestamp>,
    /// The form that asks how to reach the customer.
    pub form: Option<i64>,
}

/// Remembers what was handed over.
pub fn put_handed_over(conn: &Writing, row: &HandedOver) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO bot_hand_overs (conversation_id, at, reason, notices, due_at, form) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (conversation_id) DO UPDATE
            SET at = excluded.at, reason = excluded.reason, notices = excluded.notices, due_at = excluded.due_at,
                form = COALESCE(excluded.form, form)",
        params![
            row.conversation,
            row.at.0,
            row.reason as i64,
            row.notices,
            row.due_at.map(|at| at.0),
            row.form,
        ],
    )
    .map(drop)
}

const HANDED_OVER: &str = "SELECT conversation_id, at, reason, notices, due_at, form FROM bot_hand_overs";

fn handed_over(row: &Row<'_>) -> rusqlite::Result<HandedOver> {
    Ok(HandedOver {
        conversation: row.get(0)?,
        at: Timestamp(row.get(1)?),
        reason: Reason::from_number(row.get(2)?).unwrap_or(Reason::Unknown),
        notices: row.get(3)?,
        due_at: row.get::<_, Option<i64>>(4)?.map(Timestamp),
        form: row.get(5)?,
    })
}

/// What was handed over in a conversation.
pub fn find_handed_over(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<HandedOver>> {
    conn.prepare_cached(&format!("{HANDED_OVER} WHERE conversation_id = ?1"))?
        .query_row([id], handed_over)
        .optional()
}

/// What is to be looked at, longest first.
pub fn due_handed_over(conn: &Connection, now: Timestamp, limit: usize) -> rusqlite::Result<Vec<HandedOver>> {
    conn.prepare_cached(&format!(
        "{HANDED_OVER} INDEXED BY bot_hand_overs_by_due WHERE due_at IS NOT NULL AND due_at <= ?1 ORDER BY due_at LIMIT ?2"
    ))?
    .query_map(params![now.0, limit as i64], handed_over)?
    .collect()
}

/// When the next one is to be looked at.
pub fn next_handed_over(conn: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    conn.prepare_cached(
        "SELECT MIN(due_at) FROM bot_hand_overs INDEXED BY bot_hand_overs_by_due WHERE due_at IS NOT NULL",
    )?
    .query_row([], |row| row.get::<_, Option<i64>>(0))
    .map(|at| at.map(Timestamp))
}

/// Somebody came, or it is over.
pub fn end_handed_over(conn: &Writing, id: ConversationId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM bot_hand_overs WHERE conversation_id = ?1", params![id]).map(drop)
}
