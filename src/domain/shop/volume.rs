//! How much there is: SQL over the tables of several nouns, which only counts.

use rusqlite::Connection;

/// Rows that people have a word for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Volume {
    /// Conversations.
    pub conversations: i64,
    /// Messages and notes.
    pub messages: i64,
    /// Customers.
    pub contacts: i64,
}

/// Counts.
pub fn count(conn: &Connection) -> rusqlite::Result<Volume> {
    let of = |table: &str| conn.query_row(&format!("SELECT COUNT(*) FROM {table}"), [], |row| row.get(0));
    Ok(Volume { conversations: of("conversations")?, messages: of("messages")?, contacts: of("contacts")? })
}
