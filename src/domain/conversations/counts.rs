//! How many conversations each view holds.

use rusqlite::{Connection, ToSql, named_params};

use super::list::Asker;
use super::view::{Phase, View, source};

/// Closed conversations, and all together, are counted up to here.
pub const COUNTED_MAX: i64 = 999;

/// In how many conversations the agent is named and has not read it.
pub fn unread_mentions(conn: &Connection, asker: Asker) -> rusqlite::Result<i64> {
    let (within, scope) = asker.scope.sql("c");
    conn.prepare_cached(&format!(
        "SELECT COUNT(DISTINCT conversation_id)
           FROM unread_mentions
          WHERE agent_id = :agent
            AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = unread_mentions.conversation_id AND {within})"
    ))?
    .query_row(named_params! { ":agent": asker.agent, ":scope": scope }, |row| row.get(0))
}

/// How many conversations each view holds, in the order of [`View::ALL`]; `None` where it is more than [`COUNTED_MAX`], which
/// only those that hold closed ones are not counted beyond.
pub fn counts(conn: &Connection, asker: Asker) -> rusqlite::Result<[Option<i64>; View::ALL.len()]> {
    let (within, scope) = asker.scope.sql("c");
    let (unclosed, unclosed_only) = source(View::Open, Phase::Everything);
    let (closed, closed_only) = source(View::Closed, Phase::Everything);
    let each: Vec<String> = View::ALL
        .iter()
        .filter(|view| !matches!(view, View::Mentions | View::Closed | View::All))
        .map(|view| format!("COUNT(*) FILTER (WHERE {})", view.condition()))
        .collect();
    let values = named_params! { ":agent": asker.agent, ":scope": scope };
    // One look at all that is not closed, its number last.
    let live: Vec<i64> = one_row(
        conn,
        &format!("SELECT {}, COUNT(*) FROM {unclosed} WHERE {unclosed_only} AND {within}", each.join(", ")),
        values,
    )?;
    let mentions = one_row(
        conn,
        &format!("SELECT COUNT(*) FROM conversations c WHERE {within} AND {}", View::Mentions.condition()),
        values,
    )?[0];
    let most = COUNTED_MAX + 1;
    let closed = one_row(
        conn,
        &format!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM {closed} WHERE {closed_only} AND {within} LIMIT {most})"
        ),
        values,
    )?[0];
    let capped = |count: i64| Some(count).filter(|count| *count <= COUNTED_MAX);
    let mut live = live.into_iter();
    let mut next = || live.next().unwrap_or_default();
    let mut counts = View::ALL.map(|view| match view {
        View::Mentions => Some(mentions),
        View::Closed => capped(closed),
        View::All => None,
        _ => Some(next()),
    });
    counts[View::ALL.len() - 1] = capped(next() + closed);
    Ok(counts)
}

/// The numbers of a query with one row. Not every query asks for every value.
fn one_row(conn: &Connection, sql: &str, values: &[(&str, &dyn ToSql)]) -> rusqlite::Result<Vec<i64>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut used = Vec::new();
    for (name, value) in values {
        if statement.parameter_index(name)?.is_some() {
            used.push((*name, *value));
        }
    }
    let columns = statement.column_count();
    statement.query_row(used.as_slice(), |row| (0..columns).map(|at| row.get(at)).collect())
}
