//! Asking for a list: one of the views that every desk has, or a saved one.

use jiff::tz::TimeZone;
use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::conversations::asked::{Asked, Narrowed, Which};
use crate::domain::conversations::counts;
use crate::domain::conversations::list::Asker;
use crate::domain::conversations::paging::ListQuery;
use crate::domain::calendars::{self, today};
use crate::domain::conversations::ticket_view::TicketView;
use crate::domain::conversations::view::{Sort, View};
use crate::domain::shop::store as shop;
use crate::domain::views::{SavedView, store, view_unreadable};
use crate::fault::Fault;
use crate::filters::Filter;
use crate::ids::ViewId;

/// When is asked, and how far is looked.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// The time from which durations are counted.
    pub now: Timestamp,
    /// Of how many conversations a filter is asked beyond those that are not closed, for one page.
    pub walk_rows: usize,
}

impl Terms {
    const fn narrowed(self, filter: Filter) -> Narrowed {
        Narrowed { filter, now: self.now, walk_rows: self.walk_rows }
    }
}

/// What is asked for, as it can be looked up. A view that is not there, or another agent's, is as missing as any.
pub fn resolve(conn: &Connection, asked: &Asked, reader: Asker, terms: Terms) -> Result<ListQuery, Fault> {
    let label = asked.label.clone();
    match asked.view {
        Which::Named(view) => {
            let today_until = if view.is_of_tickets() { today_until(conn, terms.now)? } else { Timestamp(0) };
            let query = ListQuery::of(view, asked.sort.unwrap_or(view.usual_sort()), label);
            Ok(ListQuery { status: asked.status, today_until, ..query })
        }
        Which::Saved(id) | Which::SavedTickets(id) => {
            let SavedView { filter, sort, .. } = saved(conn, id, reader)?;
            let filter = filter.map_err(|_| view_unreadable())?;
            let sort = asked.sort.or(Sort::from_name(&sort)).unwrap_or(Sort::Waiting);
            let of_tickets = asked.view.is_of_tickets();
            let view = if of_tickets { View::Tickets(TicketView::All) } else { View::All };
            let narrowed = Some(terms.narrowed(filter));
            Ok(ListQuery { narrowed, status: asked.status, ..ListQuery::of(view, sort, label) })
        }
    }
}

/// When the day ends on the shop's wall.
pub fn today_until(conn: &Connection, now: Timestamp) -> Result<Timestamp, Fault> {
    let zone = calendars::zone(&shop::shop(conn)?.time_zone).unwrap_or(TimeZone::UTC);
    Ok(today::ends_at(&zone, now).unwrap_or(now))
}

fn saved(conn: &Connection, id: ViewId, asker: Asker) -> Result<SavedView, Fault> {
    store::find(conn, id, asker.agent)?.ok_or_else(Fault::not_found)
}

/// How many unclosed conversations a saved view holds; `None` where it holds closed ones alone.
pub fn count(conn: &Connection, id: ViewId, asker: Asker, terms: Terms) -> Result<Option<i64>, Fault> {
    let filter = saved(conn, id, asker)?.filter.map_err(|_| view_unreadable())?;
    let of_tickets = filter.asks_for_tickets();
    Ok(counts::narrowed(conn, asker, &[terms.narrowed(filter)], of_tickets)?.into_iter().next().flatten())
}

/// Counts of all views by name, and whether time alone changes one of them.
#[derive(Debug)]
pub struct Counted {
    /// By the view's name; `None` where there are more than are counted.
    pub views: Vec<(String, Option<i64>)>,
    /// Those where a note names the agent and they have not read it.
    pub mentions_unread: i64,
    /// Whether a filter asks how long something takes.
    pub is_timed: bool,
}

/// How many chats each view holds that the agent sees, and how many tickets wait for an answer. A saved one counts those that are not closed; one that cannot be
/// read is left out.
pub fn counts(conn: &Connection, asker: Asker, terms: Terms) -> Result<Counted, Fault> {
    let waiting = TicketView::ALL.into_iter().zip(counts::tickets(conn, asker, terms.now)?);
    let waiting = waiting.filter(|(view, _)| *view == TicketView::Waiting);
    let named = View::ALL.iter().map(|view| view.name().to_owned()).zip(counts::counts(conn, asker)?);
    let named = named.chain(waiting.map(|(view, count)| (view.long_name().to_owned(), count)));
    counted(conn, asker, terms, named.collect(), false)
}

/// How many tickets each view holds that the agent sees, by their short names; saved ones as with chats.
pub fn ticket_counts(conn: &Connection, asker: Asker, terms: Terms) -> Result<Counted, Fault> {
    let counts = counts::tickets(conn, asker, today_until(conn, terms.now)?)?;
    let named = TicketView::ALL.iter().map(|view| view.name().to_owned()).zip(counts);
    let counted = counted(conn, asker, terms, named.collect(), true)?;
    // What is due today is another one tomorrow.
    Ok(Counted { is_timed: true, ..counted })
}

fn counted(
    conn: &Connection,
    asker: Asker,
    terms: Terms,
    named: Vec<(String, Option<i64>)>,
    of_tickets: bool,
) -> Result<Counted, Fault> {
    let readable = store::for_agent(conn, asker.agent)?.into_iter().filter_map(|view| {
        let filter = view.filter.ok().filter(|filter| filter.asks_for_tickets() == of_tickets)?;
        Some((view.id.to_string(), terms.narrowed(filter)))
    });
    let (ids, narrowed): (Vec<String>, Vec<Narrowed>) = readable.unzip();
    let saved = counts::narrowed(conn, asker, &narrowed, of_tickets)?;
    Ok(Counted {
        views: named.into_iter().chain(ids.into_iter().zip(saved)).collect(),
        mentions_unread: counts::unread_mentions(conn, asker)?,
        is_timed: narrowed.iter().any(|narrowed| narrowed.filter.is_timed()),
    })
}
