//! How long customers wait for the first answer of a person: stored once per conversation, shown as a median. Where the bot answered
//! first, the wait began when it handed over.

use std::time::Duration;

use rusqlite::{Connection, params};

use crate::clock::Timestamp;
use crate::ids::ConversationId;
use crate::storage::Writing;

/// Answers older than this no longer count.
const COUNTED: Duration = Duration::from_hours(14 * 24);
/// Answers that count, newest first.
const LOOKED_AT: i64 = 200;
/// With fewer answers no median is shown.
const FEWEST: usize = 5;

/// Records the first answer of a person; later answers change nothing.
pub fn note(conn: &Writing, id: ConversationId, at: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE conversations SET first_answered_at = ?2, first_asked_at = handed_over_at
          WHERE id = ?1 AND first_answered_at IS NULL",
        params![id, at.0],
    )
    .map(drop)
}

/// Median wait in milliseconds over the newest answers of two weeks; `None` where there are too few to tell.
pub fn median(conn: &Connection, now: Timestamp) -> rusqlite::Result<Option<i64>> {
    let mut waits: Vec<i64> = conn
        .prepare_cached(
            "SELECT MAX(0, first_answered_at - COALESCE(first_asked_at, opened_at))
               FROM conversations
              WHERE first_answered_at > ?1
              ORDER BY first_answered_at DESC
              LIMIT ?2",
        )?
        .query_map(params![now.minus(COUNTED).0, LOOKED_AT], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if waits.len() < FEWEST {
        return Ok(None);
    }
    waits.sort_unstable();
    Ok(waits.get(waits.len() / 2).copied())
}
