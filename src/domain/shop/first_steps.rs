//! How far the desk is set up, computed from what is there: SQL over the tables of several nouns, which only looks
//! whether there is anything at all.

use rusqlite::{Connection, OptionalExtension, params};

use crate::storage::Writing;
/// The steps in the order in which the workbench shows them, each with the question whether it is done.
const STEPS: [(&str, &str); 6] = [
    ("shop", "SELECT 1 FROM settings WHERE name = 'shop_name'"),
    ("site", "SELECT 1 FROM widgets WHERE seen_at IS NOT NULL"),
    ("hours", "SELECT 1 FROM calendars WHERE set_at IS NOT NULL"),
    ("colleague", "SELECT 1 FROM agents LIMIT 1 OFFSET 1"),
    ("answers", "SELECT 1 FROM canned_replies"),
    (
        "first_answer",
        "SELECT 1 FROM conversations c JOIN contacts k ON k.id = c.contact_id
          WHERE c.first_answered_at IS NOT NULL AND k.seeded = 0",
    ),
];

/// The name of the setting that says that nobody wants to see the list any more.
const DISMISSED: &str = "setup_list_dismissed";

/// Each step and whether it is done.
pub fn steps(conn: &Connection) -> rusqlite::Result<Vec<(&'static str, bool)>> {
    let there = |query: &str| conn.prepare_cached(query)?.exists([]);
    STEPS.into_iter().map(|(name, query)| Ok((name, there(query)?))).collect()
}

/// Whether nobody wants to see the list any more.
pub fn is_dismissed(conn: &Connection) -> rusqlite::Result<bool> {
    let found: Option<String> = conn
        .prepare_cached("SELECT value FROM settings WHERE name = ?1")?
        .query_row([DISMISSED], |row| row.get(0))
        .optional()?;
    Ok(found.is_some())
}

/// Puts the list away, or shows it again.
pub fn set_dismissed(conn: &Writing, dismissed: bool) -> rusqlite::Result<()> {
    let change = if dismissed {
        "INSERT INTO settings (name, value) VALUES (?1, '1') ON CONFLICT (name) DO NOTHING"
    } else {
        "DELETE FROM settings WHERE name = ?1"
    };
    conn.write(change, params![DISMISSED]).map(drop)
}
