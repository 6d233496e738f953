//! What a supervisor sees of all conversations at once: how many wait and how late, what each agent has, what a day brought. SQL.

use std::time::Duration;

use rusqlite::{Connection, named_params};

use super::scope::Scope;
use super::state::State;
use super::view::{Extent, Phase, live, source};
use crate::clock::Timestamp;

/// A customer who waits longer than this is late, where no clock says otherwise.
pub const TARGET: Duration = Duration::from_mins(10);
/// First answers of a day that its median is taken of, newest first.
const MEDIAN_OF: i64 = 2_000;
/// Hours of a day, the longest that clocks make.
const HOURS: usize = 25;

const HOUR_MS: i64 = 3_600_000;

/// The condition of an index that lists all that is not closed, and what is read.
fn unclosed() -> (&'static str, String) {
    source(Extent::Unclosed, Phase::Everything)
}

/// When a waiting customer is late: when the earliest clock is due, else after [`TARGET`].
const LATE_AT: &str = "COALESCE(c.due_at, c.waiting_since + :target)";

/// Customers who wait for us.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// How many.
    pub waiting: i64,
    /// How many of them wait for too long.
    pub late: i64,
    /// Since when the first of them waits.
    pub longest_since: Option<Timestamp>,
    /// When the next one is late.
    pub next_late_at: Option<Timestamp>,
    /// Conversations that an agent has, whether their customer waits or not.
    pub open: i64,
}

/// How many wait now.
pub fn waits(conn: &Connection, scope: Scope, now: Timestamp) -> rusqlite::Result<Waits> {
    let (within, scope) = scope.sql("c");
    let (from, indexed) = unclosed();
    let (live, open) = (live(), State::Open as i64);
    let waits = format!("c.waiting_since IS NOT NULL AND {live}");
    conn.prepare_cached(&format!(
        "SELECT COUNT(*) FILTER (WHERE {waits}),
                COUNT(*) FILTER (WHERE {waits} AND {LATE_AT} <= :now),
                MIN(c.waiting_since) FILTER (WHERE {waits}),
                MIN({LATE_AT}) FILTER (WHERE {waits} AND {LATE_AT} > :now),
                COUNT(*) FILTER (WHERE c.state = {open})
           FROM {from} WHERE {indexed} AND {within}"
    ))?
    .query_row(
        named_params! { ":now": now.0, ":target": TARGET.as_millis() as i64, ":scope": scope },
        |row| {
            Ok(Waits {
                waiting: row.get(0)?,
                late: row.get(1)?,
                longest_since: row.get::<_, Option<i64>>(2)?.map(Timestamp),
                next_late_at: row.get::<_, Option<i64>>(3)?.map(Timestamp),
                open: row.get(4)?,
            })
        },
    )
}

/// When a customer who waits is late.
#[must_use]
pub fn late_at(waiting_since: Timestamp, due_at: Option<Timestamp>) -> Timestamp {
    due_at.unwrap_or_else(|| waiting_since.plus(TARGET))
}

/// What came between two moments, at most a day apart.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Day {
    /// Conversations that began, by the hour since the first moment.
    pub hours: Vec<i64>,
    /// Those of them that a person answered.
    pub answered: i64,
}

/// What began between two moments, and how much of it was answered.
pub fn day(conn: &Connection, scope: Scope, from: Timestamp, to: Timestamp) -> rusqlite::Result<Day> {
    let (within, scope) = scope.sql("c");
    let mut day = Day::default();
    let mut statement = conn.prepare_cached(&format!(
        "SELECT (c.opened_at - :from) / {HOUR_MS}, COUNT(*), COUNT(c.first_answered_at)
           FROM conversations c INDEXED BY conversations_by_opening
          WHERE c.opened_at >= :from AND c.opened_at < :to AND {within}
          GROUP BY 1"
    ))?;
    let values = named_params! { ":from": from.0, ":to": to.0, ":scope": scope };
    let rows = statement
        .query_map(values, |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)))?;
    for row in rows {
        let (hour, began, answered) = row?;
        let Ok(hour) = usize::try_from(hour) else { continue };
        if hour < HOURS {
            if day.hours.len() <= hour {
                day.hours.resize(hour + 1, 0);
            }
            day.hours[hour] += began;
            day.answered += answered;
        }
    }
    Ok(day)
}

/// How long customers waited for the first answer of a person, as a median of what began since then.
pub fn first_answer_ms(conn: &Connection, scope: Scope, from: Timestamp) -> rusqlite::Result<Option<i64>> {
    let (within, scope) = scope.sql("c");
    let mut waits: Vec<i64> = conn
        .prepare_cached(&format!(
            "SELECT MAX(0, c.first_answered_at - c.opened_at)
               FROM conversations c INDEXED BY conversations_by_opening
              WHERE c.opened_at >= :from AND c.first_answered_at IS NOT NULL AND {within}
              ORDER BY c.opened_at DESC LIMIT {MEDIAN_OF}"
        ))?
        .query_map(named_params! { ":from": from.0, ":scope": scope }, |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    waits.sort_unstable();
    Ok(waits.get(waits.len().saturating_sub(1) / 2).copied())
}

/// How many were closed since then and are closed still.
pub fn closed_since(conn: &Connection, scope: Scope, from: Timestamp) -> rusqlite::Result<i64> {
    let (within, scope) = scope.sql("c");
    let (source, indexed) = source(Extent::Closed, Phase::Everything);
    conn.prepare_cached(&format!(
        "SELECT COUNT(*) FROM {source} WHERE {indexed} AND c.updated_at >= :from AND {within}"
    ))?
    .query_row(named_params! { ":from": from.0, ":scope": scope }, |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::storage::migrate;

    #[test]
    fn a_day_is_read_by_the_index_that_is_made_for_it() {
        let mut conn = Connection::open_in_memory().expect("a database");
        migrate::run(&mut conn, Path::new("unused"), 1, Timestamp(0)).expect("the newest schema");
        let (scope, at) = (Scope::Everything, Timestamp(1_000));
        assert_eq!(waits(&conn, scope, at).expect("a count"), Waits::default());
        assert_eq!(day(&conn, scope, Timestamp(0), at).expect("a day"), Day::default());
        assert_eq!(first_answer_ms(&conn, scope, at).expect("a median"), None);
        assert_eq!(closed_since(&conn, scope, at).expect("a count"), 0);
        let plan: String = conn
            .prepare(
                "EXPLAIN QUERY PLAN SELECT COUNT(*), COUNT(c.first_answered_at)
                   FROM conversations c INDEXED BY conversations_by_opening WHERE c.opened_at >= ?1",
            )
            .and_then(|mut statement| statement.query_row([0], |row| row.get(3)))
            .expect("a plan");
        assert!(plan.contains("COVERING INDEX conversations_by_opening"), "{plan}");
    }

    #[test]
    fn a_clock_says_when_a_customer_is_late_before_the_usual_time_does() {
        let since = Timestamp(1_000);
        assert_eq!(late_at(since, None), since.plus(TARGET));
        assert_eq!(late_at(since, Some(Timestamp(2_000))), Timestamp(2_000));
    }
}
