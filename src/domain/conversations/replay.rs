//! What a viewer missed between two positions of the log: positions first, contents page by page.

use rusqlite::{Connection, OptionalExtension, named_params, params};

use super::scope::Scope;
use super::{entries, store};
use crate::clock::Timestamp;
use crate::events::{EventKind, LogPosition};
use crate::ids::ConversationId;

/// Conversations of one visitor that a replay reads; a visitor with more reloads.
const CONVERSATIONS_MAX: usize = 1_000;

/// How far back the newest position of an agent of teams is looked for.
const LOOKED_BACK: LogPosition = 20_000;
/// Positions that are looked through for an agent of teams; who was away longer reloads.
const POSITIONS_MAX: LogPosition = 200_000;

/// The positions of what was missed, ascending.
#[derive(Debug, Default)]
pub struct Missed {
    /// At most the asked limit.
    pub positions: Vec<LogPosition>,
    /// When the first of them was committed.
    pub first_at: Option<Timestamp>,
    /// Whether there is more than the limit.
    pub more: bool,
}

/// Finds what a viewer missed after `after` and up to `until`, inside `scope`.
pub fn missed(
    conn: &Connection,
    scope: Scope,
    after: LogPosition,
    until: LogPosition,
    limit: usize,
) -> rusqlite::Result<Missed> {
    if matches!(scope, Scope::Teams { .. }) && until - after > POSITIONS_MAX {
        return Ok(Missed { more: true, ..Missed::default() });
    }
    let mut found = match scope {
        Scope::Everything => of_everybody(conn, after, until, limit + 1)?,
        Scope::Teams { .. } => of_teams(conn, scope, after, until, limit + 1)?,
        Scope::Contact(_) | Scope::Visitor(_) => of_visitor(conn, scope, after, until, limit + 1)?,
    };
    let more = found.len() > limit;
    found.truncate(limit);
    Ok(Missed {
        first_at: found.first().map(|(_, at)| *at),
        positions: found.into_iter().map(|(p, _)| p).collect(),
        more,
    })
}

fn of_everybody(
    conn: &Connection,
    after: LogPosition,
    until: LogPosition,
    limit: usize,
) -> rusqlite::Result<Vec<(LogPosition, Timestamp)>> {
    conn.prepare_cached(
        "SELECT log_position, at FROM event_log
          WHERE log_position > ?1 AND log_position <= ?2 AND (sequence IS NOT NULL OR kind = ?4)
          ORDER BY log_position
          LIMIT ?3",
    )?
    .query_map(params![after, until, limit as i64, EventKind::Erased as i64], |row| {
        Ok((row.get(0)?, Timestamp(row.get(1)?)))
    })?
    .collect()
}

/// Like those of everybody, but only of conversations that the agent reads now. One that was erased is nobody's any more: every
/// client drops what it has of it.
fn of_teams(
    conn: &Connection,
    scope: Scope,
    after: LogPosition,
    until: LogPosition,
    limit: usize,
) -> rusqlite::Result<Vec<(LogPosition, Timestamp)>> {
    let (within, agent) = scope.sql("c");
    conn.prepare_cached(&format!(
        "SELECT e.log_position, e.at FROM event_log e
          WHERE e.log_position > :after AND e.log_position <= :until
            AND (e.kind = :erased
                 OR (e.sequence IS NOT NULL
                     AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = e.conversation_id AND {within})))
          ORDER BY e.log_position
          LIMIT :limit"
    ))?
    .query_map(
        named_params! {
            ":after": after, ":until": until, ":limit": limit as i64, ":erased": EventKind::Erased as i64,
            ":scope": agent,
        },
        |row| Ok((row.get(0)?, Timestamp(row.get(1)?))),
    )?
    .collect()
}

/// The newest position that an agent of teams can have seen, looked for among the last [`LOOKED_BACK`]; before those any will do.
fn head_of_teams(conn: &Connection, scope: Scope, until: LogPosition) -> rusqlite::Result<LogPosition> {
    let (within, agent) = scope.sql("c");
    let from = (until - LOOKED_BACK).max(0);
    conn.prepare_cached(&format!(
        "SELECT e.log_position FROM event_log e
          WHERE e.log_position > :from AND e.log_position <= :until AND e.sequence IS NOT NULL
            AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = e.conversation_id AND {within})
          ORDER BY e.log_position DESC
          LIMIT 1"
    ))?
    .query_map(named_params! { ":from": from, ":until": until, ":scope": agent }, |row| row.get(0))?
    .next()
    .unwrap_or(Ok(from))
}

fn of_visitor(
    conn: &Connection,
    scope: Scope,
    after: LogPosition,
    until: LogPosition,
    limit: usize,
) -> rusqlite::Result<Vec<(LogPosition, Timestamp)>> {
    // Sequence and position grow together, so walking back from each end needs no index of its own.
    let mut statement = conn.prepare_cached(
        "SELECT log_position, at FROM event_log
          WHERE conversation_id = ?1 AND sequence IS NOT NULL
          ORDER BY sequence DESC",
    )?;
    let mut found: Vec<(LogPosition, Timestamp)> = Vec::new();
    for head in store::newest(conn, scope, CONVERSATIONS_MAX)? {
        let mut rows = statement.query([head.id()])?;
        while let Some(row) = rows.next()? {
            let position: LogPosition = row.get(0)?;
            if position <= after || found.len() > limit {
                break;
            }
            if position <= until {
                found.push((position, Timestamp(row.get(1)?)));
            }
        }
    }
    found.sort_unstable();
    found.truncate(limit);
    Ok(found)
}

/// The entries at these positions, in order; erased ones are left out.
pub fn rows(conn: &Connection, positions: &[LogPosition]) -> rusqlite::Result<Vec<entries::LogRow>> {
    let mut rows = Vec::with_capacity(positions.len());
    for position in positions {
        rows.extend(entries::at_position(conn, *position)?);
    }
    Ok(rows)
}

/// The conversations of the entries at these positions; repeats are possible.
pub fn conversations_at(
    conn: &Connection,
    positions: &[LogPosition],
) -> rusqlite::Result<Vec<ConversationId>> {
    let mut statement =
        conn.prepare_cached("SELECT conversation_id FROM event_log WHERE log_position = ?1")?;
    let mut ids = Vec::new();
    for position in positions {
        let id: Option<ConversationId> =
            statement.query_row([position], |row| row.get(0)).optional()?.flatten();
        ids.extend(id.filter(|id| ids.last() != Some(id)));
    }
    Ok(ids)
}

/// The newest position that a viewer can have seen; 0 before the first.
pub fn head_of(conn: &Connection, scope: Scope, until: LogPosition) -> rusqlite::Result<LogPosition> {
    if matches!(scope, Scope::Teams { .. }) {
        return head_of_teams(conn, scope, until);
    }
    if scope == Scope::Everything {
        return conn
            .prepare_cached(
                "SELECT log_position FROM event_log
                  WHERE log_position <= ?1 AND (sequence IS NOT NULL OR kind = ?2)
                  ORDER BY log_position DESC
                  LIMIT 1",
            )?
            .query_map(params![until, EventKind::Erased as i64], |row| row.get(0))?
            .next()
            .unwrap_or(Ok(0));
    }
    let mut newest = 0;
    let mut statement = conn.prepare_cached(
        "SELECT log_position FROM event_log
          WHERE conversation_id = ?1 AND sequence IS NOT NULL
          ORDER BY sequence DESC",
    )?;
    for head in store::newest(conn, scope, CONVERSATIONS_MAX)? {
        let mut rows = statement.query([head.id()])?;
        while let Some(row) = rows.next()? {
            let position: LogPosition = row.get(0)?;
            if position <= until {
                newest = newest.max(position);
                break;
            }
        }
    }
    Ok(newest)
}
