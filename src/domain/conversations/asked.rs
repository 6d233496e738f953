//! What is asked for when somebody asks for a list: a view by its name, an order, a label; and a filter over all of them.

use std::borrow::Cow;

use rusqlite::types::Value;

use super::labels;
use super::list::Asker;
use super::view::{Sort, TICKETS, View};
use crate::clock::Timestamp;
use crate::fault::Fault;
use crate::filters::Filter;
use crate::ids::{TicketStatusId, ViewId};

/// A view by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// One that every desk has.
    Named(View),
    /// A saved one.
    Saved(ViewId),
    /// A saved one, over tickets.
    SavedTickets(ViewId),
}

impl Which {
    /// The view with this name, or with this id.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let saved = || name.parse().ok().map(Self::Saved);
        let of_tickets = || name.strip_prefix(TICKETS)?.parse().ok().map(Self::SavedTickets);
        View::from_name(name).map(Self::Named).or_else(saved).or_else(of_tickets)
    }

    /// Whether it holds tickets.
    #[must_use]
    pub const fn is_of_tickets(self) -> bool {
        match self {
            Self::Named(view) => view.is_of_tickets(),
            Self::Saved(_) => false,
            Self::SavedTickets(_) => true,
        }
    }

    /// The name in addresses and frames.
    #[must_use]
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Named(view) => view.name().into(),
            Self::Saved(id) => id.to_string().into(),
            Self::SavedTickets(id) => format!("{TICKETS}{id}").into(),
        }
    }
}

/// A list as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The view.
    pub view: Which,
    /// The order; the view's own unless given.
    pub sort: Option<Sort>,
    /// Only those with this label.
    pub label: Option<String>,
    /// Only tickets with this status.
    pub status: Option<TicketStatusId>,
}

impl Asked {
    /// Reads what somebody asks for. The fault names what is wrong.
    pub fn read(view: &str, sort: Option<&str>, label: Option<&str>) -> Result<Self, Fault> {
        let view = Which::from_name(view).ok_or_else(|| Fault::invalid("view", "There is no such view."))?;
        let of_tickets = view.is_of_tickets();
        let sort = sort.map(|name| {
            // What changed last stands on top, whatever that is called.
            let name = if of_tickets && name == "updated" { "newest" } else { name };
            let sort = Sort::from_name(name).filter(|sort| of_tickets || !sort.is_of_tickets());
            let known = if of_tickets {
                "Use due, updated, priority, number or waiting."
            } else {
                "Use waiting, newest or due."
            };
            sort.ok_or_else(|| Fault::invalid("sort", known))
        });
        let label = label.map(|name| labels::clean_name("label", name));
        Ok(Self { view, sort: sort.transpose()?, label: label.transpose()?, status: None })
    }
}

/// A filter at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowed {
    /// Which conversations.
    pub filter: Filter,
    /// The time from which durations are counted.
    pub now: Timestamp,
    /// Of how many conversations a page asks beyond those that are not closed.
    pub walk_rows: usize,
}

impl Narrowed {
    /// The condition over table `c`; its values go behind those that are there.
    pub(super) fn sql(&self, asker: Asker, values: &mut Vec<Value>) -> String {
        self.filter.write_sql(self.now, Some(asker.agent), values)
    }
}
