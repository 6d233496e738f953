//! The shop's settings: SQL.

use rusqlite::{Connection, OptionalExtension, params};

/// The shop's name.
pub fn name(conn: &Connection) -> rusqlite::Result<String> {
    Ok(read(conn, "shop_name")?.unwrap_or_else(|| super::UNNAMED.to_owned()))
}

/// Names the shop.
pub fn set_name(conn: &Connection, name: &str) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO settings (name, value) VALUES ('shop_name', ?1)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![name])
    .map(drop)
}

fn read(conn: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT value FROM settings WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()
}
