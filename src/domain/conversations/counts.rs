//! How many conversations each view holds.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, ToSql, named_params};

use super::asked::Narrowed;
use super::kind::Kind;
use super::list::Asker;
use super::state::State;
use super::ticket_view::TicketView;
use super::view::{Extent, Phase, View, source};
use crate::clock::Timestamp;
use crate::filters::parameter;
use crate::ids::TicketStatusId;

/// Closed conversations, and all together, are counted up to here.
pub const COUNTED_MAX: i64 = 999;

/// In how many conversations the agent is named and has not read it.
pub fn unread_mentions(conn: &Connection, asker: Asker) -> rusqlite::Result<i64> {
    let (within, scope) = asker.scope.sql("c");
    conn.prepare_cached(&format!(
        "SELECT COUNT(DISTINCT conversation_id)
           FROM unread_mentions
          WHERE agent_id = :agent
            AND EXISTS (SELECT 1 FROM conversations c
                         WHERE c.id = unread_mentions.conversation_id AND c.kind = {chat} AND {within})",
        chat = Kind::Chat as i64
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
        &format!(
            "SELECT {}, COUNT(*) FILTER (WHERE {}) FROM {unclosed} WHERE {unclosed_only} AND {within}",
            each.join(", "),
            View::All.condition()
        ),
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
            "SELECT COUNT(*) FROM (SELECT 1 FROM {closed} WHERE {closed_only} AND {} AND {within} LIMIT {most})",
            View::Closed.condition()
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

/// How many tickets each view holds, in the order of [`TicketView::ALL`], with the end of the day; `None` where it is more than
/// [`COUNTED_MAX`] and holds solved ones.
pub fn tickets(
    conn: &Connection,
    asker: Asker,
    today_until: Timestamp,
) -> rusqlite::Result<[Option<i64>; TicketView::ALL.len()]> {
    let (within, scope) = asker.scope.sql("c");
    let (unclosed, unclosed_only) = source(Extent::TicketsUnclosed, Phase::Everything);
    let (done, done_only) = source(Extent::TicketsDone, Phase::Everything);
    let values = named_params! { ":agent": asker.agent, ":scope": scope, ":today": today_until.0 };
    let each = TicketView::ALL.map(|view| format!("COUNT(*) FILTER (WHERE {})", view.condition()));
    let live = one_row(
        conn,
        &format!("SELECT {} FROM {unclosed} WHERE {unclosed_only} AND {within}", each.join(", ")),
        values,
    )?;
    let most = COUNTED_MAX + 1;
    let done = one_row(
        conn,
        &format!("SELECT COUNT(*) FROM (SELECT 1 FROM {done} WHERE {done_only} AND {within} LIMIT {most})"),
        values,
    )?[0];
    let capped = |count: i64| Some(count).filter(|count| *count <= COUNTED_MAX);
    let mut live = live.into_iter();
    Ok(TicketView::ALL.map(|view| {
        let unclosed = live.next().unwrap_or_default();
        match view {
            TicketView::Solved => capped(done),
            TicketView::All => capped(unclosed + done),
            _ => Some(unclosed),
        }
    }))
}

/// How many unclosed tickets have each status, by its stored id.
pub fn by_status(conn: &Connection, asker: Asker) -> rusqlite::Result<BTreeMap<TicketStatusId, i64>> {
    let (within, scope) = asker.scope.sql("c");
    let (unclosed, unclosed_only) = source(Extent::TicketsUnclosed, Phase::Everything);
    conn.prepare_cached(&format!(
        "SELECT c.ticket_status_id, COUNT(*) FROM {unclosed} WHERE {unclosed_only} AND {within} GROUP BY c.ticket_status_id"
    ))?
    .query_map(named_params! { ":scope": scope }, |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// How many done tickets have each status, each counted up to one more than [`COUNTED_MAX`].
pub fn done_by_status(conn: &Connection, asker: Asker) -> rusqlite::Result<BTreeMap<TicketStatusId, i64>> {
    let (within, scope) = asker.scope.sql("c");
    let (done, done_only) = source(Extent::TicketsDone, Phase::Everything);
    let statuses: Vec<TicketStatusId> = conn
        .prepare_cached("SELECT id FROM ticket_statuses WHERE category >= 5 ORDER BY place, id")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut statement = conn.prepare_cached(&format!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM {done}
                                WHERE {done_only} AND c.ticket_status_id = :status AND {within} LIMIT {})",
        COUNTED_MAX + 1
    ))?;
    statuses
        .into_iter()
        .map(|status| {
            let values = named_params! { ":scope": scope, ":status": status };
            statement.query_row(values, |row| row.get(0)).map(|count| (status, count))
        })
        .collect()
}

/// How many unclosed chats, or tickets, each filter asks for; `None` where it asks for closed ones alone.
pub fn narrowed(
    conn: &Connection,
    asker: Asker,
    filters: &[Narrowed],
    of_tickets: bool,
) -> rusqlite::Result<Vec<Option<i64>>> {
    if filters.is_empty() {
        return Ok(Vec::new());
    }
    let (within, scope) = asker.scope.sql("c");
    let (extent, all) = if of_tickets {
        (Extent::TicketsUnclosed, View::Tickets(TicketView::All))
    } else {
        (Extent::Unclosed, View::All)
    };
    let (unclosed, unclosed_only) = source(extent, Phase::Everything);
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
        &format!(
            "SELECT {} FROM {unclosed} WHERE {unclosed_only} AND {} AND {within}",
            each.join(", "),
            all.condition()
        ),
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
