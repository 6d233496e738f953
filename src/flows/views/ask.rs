//! Asking for a list: one of the views that every desk has, or a saved one.

use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::conversations::asked::{Asked, Narrowed, Which};
use crate::domain::conversations::counts;
use crate::domain::conversations::list::Asker;
use crate::domain::conversations::paging::ListQuery;
use crate::domain::conversations::view::{Sort, View};
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
            Ok(ListQuery { view, sort: asked.sort.unwrap_or(view.usual_sort()), label, narrowed: None })
        }
        Which::Saved(id) => {
            let SavedView { filter, sort, .. } = saved(conn, id, reader)?;
            let filter = filter.map_err(|_| view_unreadable())?;
            let sort = asked.sort.or(Sort::from_name(&sort)).unwrap_or(Sort::Waiting);
            Ok(ListQuery { view: View::All, sort, label, narrowed: Some(terms.narrowed(filter)) })
        }
    }
}

fn saved(conn: &Connection, id: ViewId, asker: Asker) -> Result<SavedView, Fault> {
    store::find(conn, id, asker.agent)?.ok_or_else(Fault::not_found)
}

/// How many unclosed conversations a saved view holds; `None` where it holds closed ones alone.
pub fn count(conn: &Connection, id: ViewId, asker: Asker, terms: Terms) -> Result<Option<i64>, Fault> {
    let filter = saved(conn, id, asker)?.filter.map_err(|_| view_unreadable())?;
    Ok(counts::narrowed(conn, asker, &[terms.narrowed(filter)])?.into_iter().next().flatten())
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

/// How many conversations each view holds that the agent sees. A saved one counts those that are not closed; one that cannot be
/// read is left out.
pub fn counts(conn: &Connection, asker: Asker, terms: Terms) -> Result<Counted, Fault> {
    let named = View::ALL.iter().map(|view| view.name().to_owned()).zip(counts::counts(conn, asker)?);
    let readable = store::for_agent(conn, asker.agent)?
        .into_iter()
        .filter_map(|view| Some((view.id.to_string(), terms.narrowed(view.filter.ok()?))));
    let (ids, narrowed): (Vec<String>, Vec<Narrowed>) = readable.unzip();
    let saved = counts::narrowed(conn, asker, &narrowed)?;
    Ok(Counted {
        views: named.chain(ids.into_iter().zip(saved)).collect(),
        mentions_unread: counts::unread_mentions(conn, asker)?,
        is_timed: narrowed.iter().any(|narrowed| narrowed.filter.is_timed()),
    })
}
