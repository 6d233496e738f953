//! Learning: SQL. Words are read from the messages; nothing here keeps any.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::outcome::Outcome;
use super::ranking::Figures;
use super::{GapKind, GapState};
use crate::clock::Timestamp;
use crate::events::{ActorKind, EventKind};
use crate::ids::{AgentId, ConversationId, FaqId, GapId};
use crate::storage::Writing;

/// A day, by which questions are counted.
pub const DAY_MS: i64 = 86_400_000;

/// A group of questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Its id.
    pub id: GapId,
    /// What it is about.
    pub kind: GapKind,
    /// What was decided.
    pub state: GapState,
    /// The entry it is about, or that it became.
    pub entry: Option<FaqId>,
    /// The group it is part of.
    pub merged_into: Option<GapId>,
    /// What the decision did, as JSON of ids.
    pub undo: Option<String>,
    /// When it comes again.
    pub later_until: Option<Timestamp>,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// By whom.
    pub agent: Option<AgentId>,
    /// When it began.
    pub created_at: Timestamp,
    /// When anything about it changed.
    pub updated_at: Timestamp,
}

impl Gap {
    /// A new one.
    #[must_use]
    pub const fn new(id: GapId, kind: GapKind, entry: Option<FaqId>, now: Timestamp) -> Self {
        Self {
            id,
            kind,
            state: GapState::Open,
            entry,
            merged_into: None,
            undo: None,
            later_until: None,
            decided_at: None,
            agent: None,
            created_at: now,
            updated_at: now,
        }
    }
}

/// A question and what became of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Example {
    /// Its conversation.
    pub conversation: ConversationId,
    /// Its sequence there.
    pub sequence: i64,
    /// When it was asked.
    pub at: Timestamp,
    /// What became of it.
    pub outcome: Outcome,
    /// The nearest entry.
    pub entry: Option<FaqId>,
    /// How probable it is.
    pub p: f32,
    /// The group it stands in.
    pub gap: Option<GapId>,
    /// First and last message of a person's answer.
    pub answer: Option<(i64, i64)>,
}

/// Something that was said, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Its sequence.
    pub sequence: i64,
    /// When it was sent.
    pub at: Timestamp,
    /// What sent it.
    pub by: ActorKind,
    /// Content as JSON; `None` once recalled.
    pub content: Option<String>,
}

const GAP: &str = "SELECT id, kind, state, entry_id, merged_into, undo, later_until, decided_at, agent_id, created_at, updated_at
                     FROM faq_gaps";

fn gap(row: &Row<'_>) -> rusqlite::Result<Gap> {
    let time = |at: usize| row.get::<_, Option<i64>>(at).map(|at| at.map(Timestamp));
    Ok(Gap {
        id: row.get(0)?,
        kind: GapKind::from_number(row.get(1)?).unwrap_or(GapKind::Unanswered),
        state: GapState::from_number(row.get(2)?).unwrap_or(GapState::Open),
        entry: row.get(3)?,
        merged_into: row.get(4)?,
        undo: row.get(5)?,
        later_until: time(6)?,
        decided_at: time(7)?,
        agent: row.get(8)?,
        created_at: Timestamp(row.get(9)?),
        updated_at: Timestamp(row.get(10)?),
    })
}

/// One group.
pub fn find(conn: &Connection, id: GapId) -> rusqlite::Result<Option<Gap>> {
    conn.prepare_cached(&format!("{GAP} WHERE id = ?1"))?.query_row([id], gap).optional()
}

/// All groups, by id.
pub fn all(conn: &Connection) -> rusqlite::Result<Vec<Gap>> {
    conn.prepare_cached(&format!("{GAP} ORDER BY id"))?.query_map([], gap)?.collect()
}

/// Groups of a kind about an entry that nobody put away, the oldest first.
pub fn about(conn: &Connection, kind: GapKind, entry: FaqId) -> rusqlite::Result<Option<Gap>> {
    conn.prepare_cached(&format!(
        "{GAP} WHERE entry_id = ?1 AND kind = ?2 AND state IN (?3, ?4, ?5) ORDER BY state, id LIMIT 1"
    ))?
    .query_row(
        params![
            entry,
            kind as i64,
            GapState::Open as i64,
            GapState::Later as i64,
            GapState::Dismissed as i64
        ],
        gap,
    )
    .optional()
}

/// Groups that went into another one.
pub fn merged_into(conn: &Connection, id: GapId) -> rusqlite::Result<Vec<GapId>> {
    conn.prepare_cached("SELECT id FROM faq_gaps WHERE merged_into = ?1 ORDER BY id")?
        .query_map([id], |row| row.get(0))?
        .collect()
}

/// Stores a group, new or changed.
pub fn save(conn: &Writing, gap: &Gap) -> rusqlite::Result<()> {
    let time = |at: Option<Timestamp>| at.map(|at| at.0);
    conn.write(
        "INSERT INTO faq_gaps (id, kind, state, entry_id, merged_into, undo, later_until, decided_at, agent_id, created_at,
                               updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (id) DO UPDATE
            SET kind = ?2, state = ?3, entry_id = ?4, merged_into = ?5, undo = ?6, later_until = ?7, decided_at = ?8,
                agent_id = ?9, updated_at = ?11",
        params![
            gap.id,
            gap.kind as i64,
            gap.state as i64,
            gap.entry,
            gap.merged_into,
            gap.undo,
            time(gap.later_until),
            time(gap.decided_at),
            gap.agent,
            gap.created_at.0,
            gap.updated_at.0
        ],
    )
    .map(drop)
}

/// Removes groups that hold nothing any more and that nobody decided on; weak answers stand without questions.
pub fn remove_empty(conn: &Writing, limit: usize) -> rusqlite::Result<usize> {
    conn.write(
        "DELETE FROM faq_gaps
          WHERE id IN (SELECT g.id FROM faq_gaps g
                        WHERE g.state IN (?1, ?2) AND g.kind <> ?3
                          AND NOT EXISTS (SELECT 1 FROM faq_gap_examples e WHERE e.gap_id = g.id)
                          AND NOT EXISTS (SELECT 1 FROM faq_gaps m WHERE m.merged_into = g.id)
                        ORDER BY id LIMIT ?4)",
        params![GapState::Open as i64, GapState::Later as i64, GapKind::Weak as i64, limit as i64],
    )
}

/// Removes a group; its questions stand in none then.
pub fn remove_gap(conn: &Writing, id: GapId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM faq_gaps WHERE id = ?1", params![id]).map(drop)
}

/// Groups that were put off until now come again.
pub fn bring_back(conn: &Writing, now: Timestamp) -> rusqlite::Result<usize> {
    conn.write(
        "UPDATE faq_gaps SET state = ?1, later_until = NULL, updated_at = ?2 WHERE state = ?3 AND later_until <= ?2",
        params![GapState::Open as i64, now.0, GapState::Later as i64],
    )
}

const EXAMPLE: &str =
    "SELECT conversation_id, sequence, at, outcome, entry_id, p, gap_id, answer_sequence, answer_last
                         FROM faq_gap_examples";

fn example(row: &Row<'_>) -> rusqlite::Result<Example> {
    let (first, last): (Option<i64>, Option<i64>) = (row.get(7)?, row.get(8)?);
    Ok(Example {
        conversation: row.get(0)?,
        sequence: row.get(1)?,
        at: Timestamp(row.get(2)?),
        outcome: Outcome::from_number(row.get(3)?).unwrap_or(Outcome::Undecided),
        entry: row.get(4)?,
        p: row.get::<_, f64>(5)? as f32,
        gap: row.get(6)?,
        answer: first.zip(last),
    })
}

/// Questions of a conversation.
pub fn of_conversation(conn: &Connection, id: ConversationId) -> rusqlite::Result<Vec<Example>> {
    conn.prepare_cached(&format!("{EXAMPLE} WHERE conversation_id = ?1 ORDER BY sequence"))?
        .query_map([id], example)?
        .collect()
}

/// Questions since a time, in the order in which they were asked; the newest `limit` of them.
pub fn since(conn: &Connection, after: Timestamp, limit: usize) -> rusqlite::Result<Vec<Example>> {
    let mut newest: Vec<Example> = conn
        .prepare_cached(&format!(
            "{EXAMPLE} WHERE at >= ?1 ORDER BY at DESC, conversation_id DESC, sequence DESC LIMIT ?2"
        ))?
        .query_map(params![after.0, limit as i64], example)?
        .collect::<rusqlite::Result<_>>()?;
    newest.reverse();
    Ok(newest)
}

/// Questions of which this became since a time, newest first.
pub fn with_outcome(
    conn: &Connection,
    outcome: Outcome,
    after: Timestamp,
    limit: usize,
) -> rusqlite::Result<Vec<Example>> {
    conn.prepare_cached(&format!(
        "{EXAMPLE} WHERE at >= ?1 AND outcome = ?2 ORDER BY at DESC, conversation_id DESC, sequence DESC LIMIT ?3"
    ))?
    .query_map(params![after.0, outcome as i64, limit as i64], example)?
    .collect()
}

/// Who said a message: the kind, and the id.
pub fn sender_of(
    conn: &Connection,
    id: ConversationId,
    sequence: i64,
) -> rusqlite::Result<Option<(ActorKind, i64)>> {
    conn.prepare_cached(
        "SELECT m.sender_kind, m.sender_id FROM event_log e JOIN messages m ON m.log_position = e.log_position
          WHERE e.conversation_id = ?1 AND e.sequence = ?2",
    )?
    .query_row(params![id, sequence], |row| Ok((ActorKind::from_number(row.get(0)?), row.get(1)?)))
    .optional()
}

/// Questions of a group, newest first, before the one at `before`.
pub fn of_gap(
    conn: &Connection,
    id: GapId,
    before: Option<(i64, i64, i64)>,
    limit: usize,
) -> rusqlite::Result<Vec<Example>> {
    let (at, conversation, sequence) = before.unwrap_or((i64::MAX, i64::MAX, i64::MAX));
    conn.prepare_cached(&format!(
        "{EXAMPLE}
          WHERE gap_id = ?1 AND (at, conversation_id, sequence) < (?2, ?3, ?4)
          ORDER BY at DESC, conversation_id DESC, sequence DESC
          LIMIT ?5"
    ))?
    .query_map(params![id, at, conversation, sequence, limit as i64], example)?
    .collect()
}

/// Stores a question, new or changed.
pub fn put(conn: &Writing, example: &Example) -> rusqlite::Result<()> {
    let (first, last) = example.answer.unzip();
    conn.write(
        "INSERT INTO faq_gap_examples (conversation_id, sequence, at, outcome, entry_id, p, gap_id, answer_sequence, answer_last)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (conversation_id, sequence) DO UPDATE
            SET at = ?3, outcome = ?4, entry_id = ?5, p = ?6, gap_id = ?7, answer_sequence = ?8, answer_last = ?9",
        params![
            example.conversation,
            example.sequence,
            example.at.0,
            example.outcome as i64,
            example.entry,
            f64::from(example.p),
            example.gap,
            first,
            last
        ],
    )
    .map(drop)
}

/// Removes a question that is none any more.
pub fn remove(conn: &Writing, conversation: ConversationId, sequence: i64) -> rusqlite::Result<()> {
    conn.write(
        "DELETE FROM faq_gap_examples WHERE conversation_id = ?1 AND sequence = ?2",
        params![conversation, sequence],
    )
    .map(drop)
}

/// Removes questions from before a time, and all but the newest `kept`; how many.
pub fn prune(conn: &Writing, before: Timestamp, kept: usize, limit: usize) -> rusqlite::Result<usize> {
    let oldest: Option<i64> = conn
        .prepare_cached("SELECT at FROM faq_gap_examples ORDER BY at DESC, conversation_id DESC, sequence DESC LIMIT 1 OFFSET ?1")?
        .query_row([kept as i64], |row| row.get(0))
        .optional()?;
    let before = oldest.map_or(before.0, |oldest| before.0.max(oldest + 1));
    conn.write(
        "DELETE FROM faq_gap_examples
          WHERE (conversation_id, sequence) IN (SELECT conversation_id, sequence FROM faq_gap_examples WHERE at < ?1
                                                 ORDER BY at, conversation_id, sequence LIMIT ?2)",
        params![before, limit as i64],
    )
}

/// Questions of these places go to a group.
pub fn move_some(conn: &Writing, places: &[(ConversationId, i64)], to: GapId) -> rusqlite::Result<()> {
    for (conversation, sequence) in places {
        conn.write(
            "UPDATE faq_gap_examples SET gap_id = ?3 WHERE conversation_id = ?1 AND sequence = ?2",
            params![conversation, sequence, to],
        )?;
    }
    Ok(())
}

/// Figures of every group that has questions since `after`.
pub fn figures(
    conn: &Connection,
    after: Timestamp,
    now: Timestamp,
) -> rusqlite::Result<std::collections::HashMap<GapId, Figures>> {
    let (week, before) = (now.0 - 7 * DAY_MS, now.0 - 14 * DAY_MS);
    conn.prepare_cached(
        "SELECT gap_id, COUNT(*), SUM(answer_sequence IS NOT NULL), SUM(at >= ?2), SUM(at >= ?3 AND at < ?2)
           FROM faq_gap_examples WHERE gap_id IS NOT NULL AND at >= ?1
          GROUP BY gap_id",
    )?
    .query_map(params![after.0, week, before], |row| {
        let figures = Figures {
            asked: row.get(1)?,
            answered: row.get(2)?,
            week: row.get(3)?,
            week_before: row.get(4)?,
        };
        Ok((row.get(0)?, figures))
    })?
    .collect()
}

/// Questions of each day since `after`, days being `offset_ms` ahead of UTC: the day, all of them, those that the FAQ knows.
pub fn days(conn: &Connection, after: Timestamp, offset_ms: i64) -> rusqlite::Result<Vec<(i64, i64, i64)>> {
    conn.prepare_cached(
        "SELECT (at + ?2) / ?3 AS day, COUNT(*), SUM(outcome = ?4) FROM faq_gap_examples
          WHERE at >= ?1 GROUP BY day ORDER BY day",
    )?
    .query_map(params![after.0, offset_ms, DAY_MS, Outcome::Known as i64], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?
    .collect()
}

/// How long the persons took for the questions of a group, newest first.
pub fn took(conn: &Connection, id: GapId, limit: usize) -> rusqlite::Result<Vec<i64>> {
    conn.prepare_cached(
        "SELECT a.at - e.at FROM faq_gap_examples e
           JOIN event_log a ON a.conversation_id = e.conversation_id AND a.sequence = e.answer_last
          WHERE e.gap_id = ?1 AND e.answer_last IS NOT NULL AND a.at > e.at
          ORDER BY e.at DESC, e.conversation_id, e.sequence LIMIT ?2",
    )?
    .query_map(params![id, limit as i64], |row| row.get(0))?
    .collect()
}

/// What was said in a conversation from a sequence on, without notes; at most `limit` messages.
pub fn said(conn: &Connection, id: ConversationId, from: i64, limit: usize) -> rusqlite::Result<Vec<Words>> {
    conn.prepare_cached(
        "SELECT e.sequence, m.sent_at, m.sender_kind, m.content
           FROM event_log e JOIN messages m ON m.log_position = e.log_position
          WHERE e.conversation_id = ?1 AND e.sequence >= ?2 AND e.kind = ?3 AND m.note = 0
          ORDER BY e.sequence LIMIT ?4",
    )?
    .query_map(params![id, from, EventKind::Message as i64, limit as i64], |row| {
        Ok(Words {
            sequence: row.get(0)?,
            at: Timestamp(row.get(1)?),
            by: ActorKind::from_number(row.get(2)?),
            content: row.get(3)?,
        })
    })?
    .collect()
}

/// Content of a message as it is now; `None` where nothing is left of it.
pub fn content_of(conn: &Connection, id: ConversationId, sequence: i64) -> rusqlite::Result<Option<String>> {
    let found: Option<Option<String>> = conn
        .prepare_cached(
            "SELECT m.content FROM event_log e JOIN messages m ON m.log_position = e.log_position
              WHERE e.conversation_id = ?1 AND e.sequence = ?2",
        )?
        .query_row(params![id, sequence], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

/// What was invented to look at teaches nothing.
const DEMO: i64 = 2;

/// Whether the conversation is there and was really had, and whether it is closed.
pub fn is_closed(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<bool>> {
    conn.prepare_cached("SELECT closed_at IS NOT NULL FROM conversations WHERE id = ?1 AND origin <> ?2")?
        .query_row(params![id, DEMO], |row| row.get(0))
        .optional()
}

/// Where the newest `limit` messages of a conversation begin.
pub fn newest_from(conn: &Connection, id: ConversationId, limit: usize) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "SELECT COALESCE(MIN(sequence), 0) FROM (SELECT sequence FROM event_log
          WHERE conversation_id = ?1 AND sequence IS NOT NULL AND kind = ?2 ORDER BY sequence DESC LIMIT ?3)",
    )?
    .query_row(params![id, EventKind::Message as i64, limit as i64], |row| row.get(0))
}

/// When all of it was last made anew.
pub fn freshened_at(conn: &Connection) -> rusqlite::Result<Timestamp> {
    conn.prepare_cached("SELECT freshened_at FROM learning_state WHERE one = 1")?
        .query_row([], |row| row.get(0).map(Timestamp))
}

/// Notes that all of it was made anew.
pub fn freshened(conn: &Writing, now: Timestamp) -> rusqlite::Result<()> {
    conn.write("UPDATE learning_state SET freshened_at = ?1 WHERE one = 1", params![now.0]).map(drop)
}
