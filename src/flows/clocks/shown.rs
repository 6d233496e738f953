//! The clocks of conversations as people see them now.

use rusqlite::Connection;

use super::book::Book;
use super::keep;
use crate::clock::Timestamp;
use crate::domain::clocks::store;
use crate::domain::clocks::view::{self, Shown};
use crate::domain::conversations::list::Summary;
use crate::ids::ConversationId;

/// Looks at clocks at one moment; nothing is read while there is no policy.
pub struct Looking<'a> {
    conn: &'a Connection,
    book: Option<Book<'a>>,
    now: Timestamp,
}

impl<'a> Looking<'a> {
    /// Looks at `now`.
    pub fn new(conn: &'a Connection, now: Timestamp) -> rusqlite::Result<Self> {
        let book = store::is_used(conn)?.then(|| Book::new(conn));
        Ok(Self { conn, book, now })
    }

    /// All clocks of a conversation that something was promised for.
    pub fn all(&self, id: ConversationId) -> rusqlite::Result<Vec<Shown>> {
        let Some(book) = &self.book else { return Ok(Vec::new()) };
        let fold = keep::fold(self.conn, id, book)?;
        let shown = fold.map(|fold| view::shown(&fold, self.now, book)).unwrap_or_default();
        book.check()?;
        Ok(shown)
    }

    /// A row with the clock that it shows. A closed conversation shows none.
    pub fn row(&self, mut summary: Summary) -> rusqlite::Result<Clocked> {
        let mut clock = None;
        if self.book.is_some() {
            if !summary.state.is_closed() {
                clock = view::first_due(self.all(summary.id)?);
            }
            // What stands beside the conversation may be a moment behind.
            summary.due_at = clock.as_ref().and_then(|clock| clock.due_at);
        }
        Ok(Clocked { summary, clock, at: self.now })
    }

    /// A row, and all clocks of it.
    pub fn whole(&self, mut summary: Summary) -> rusqlite::Result<(Clocked, Vec<Shown>)> {
        let all = self.all(summary.id)?;
        let clock = view::first_due(all.clone()).filter(|_| !summary.state.is_closed());
        if self.book.is_some() {
            summary.due_at = clock.as_ref().and_then(|clock| clock.due_at);
        }
        Ok((Clocked { summary, clock, at: self.now }, all))
    }

    /// The same for a page of them.
    pub fn rows(&self, summaries: Vec<Summary>) -> rusqlite::Result<Vec<Clocked>> {
        summaries.into_iter().map(|summary| self.row(summary)).collect()
    }
}

/// A row of a list, and the clock that it shows.
#[derive(Debug)]
pub struct Clocked {
    /// The conversation.
    pub summary: Summary,
    /// Of its clocks that did not end the one that is due first.
    pub clock: Option<Shown>,
    /// When it was looked at.
    pub at: Timestamp,
}
