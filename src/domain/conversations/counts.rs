//! How many conversations each view holds.

use rusqlite::types::Value;
use rusqlite::{Connection, ToSql, named_params};

use super::asked::Narrowed;
use super::list::Asker;
use super::state::State;
use super::view::{Extent, Phase, View, source};
use crate::filters::parameter;

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
    let (unclosed, unclosed_only) = source(Extent::Unclosed, Phase::Everything);
    let (closed, closed_only) = source(Extent::Closed, Phase::Everything);
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

/// How many unclosed conversations each filter asks for; `None` where it asks for closed ones alone.
pub fn narrowed(conn: &Connection, asker: Asker, filters: &[Narrowed]) -> rusqlite::Result<Vec<Option<i64>>> {
    if filters.is_empty() {
        return Ok(Vec::new());
    }
    let (within, scope) = asker.scope.sql("c");
    let (unclosed, unclosed_only) = source(Extent::Unclosed, Phase::Everything);
    let mut values = Vec::new();
    let each: Vec<String> = filters
        .iter()
        .map(|narrowed| format!("COUNT(*) FILTER (WHERE {})", narrowed.sql(asker, &mut values)))
        .collect();
    let parameters: Vec<String> = (0..values.len()).map(parameter).collect();
    let mut named: Vec<(&str, &dyn ToSql)> = vec![(":scope", &scope)];
    named
        .extend(parameters.iter().zip(&values).map(|(name, value): (_, &Value)| (name.as_str(), value as _)));
    // All of them in one look.
    let counts = one_row(
        conn,
        &format!("SELECT {} FROM {unclosed} WHERE {unclosed_only} AND {within}", each.join(", ")),
        &named,
    )?;
    let could_be_open = |narrowed: &Narrowed| {
        State::ALL.iter().any(|state| !state.is_closed() && narrowed.filter.could_match(*state))
    };
    let counted = |(narrowed, count)| Some(count).filter(|_| could_be_open(narrowed));
    Ok(filters.iter().zip(counts).map(counted).collect())
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
