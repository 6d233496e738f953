//! The clocks of conversations as people see them now.

use rusqlite::Connection;

use super::book::Book;
use super::keep;
use crate::clock::Timestamp;
use crate::domain::clocks::store;
use crate::domain::clocks::view::{self, Shown};
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

    /// The one that its row shows.
    pub fn first_due(&self, id: ConversationId) -> rusqlite::Result<Option<Shown>> {
        Ok(view::first_due(self.all(id)?))
    }
}
