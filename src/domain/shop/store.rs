//! The shop's settings: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Shop, TIME_ZONE, UNNAMED};
use crate::storage::Writing;

/// The shop's name.
pub fn name(conn: &Connection) -> rusqlite::Result<String> {
    Ok(read(conn, "shop_name")?.unwrap_or_else(|| UNNAMED.to_owned()))
}

/// Names the shop.
pub fn set_name(conn: &Writing, name: &str) -> rusqlite::Result<()> {
    write(conn, "shop_name", name)
}

/// The shop.
pub fn shop(conn: &Connection) -> rusqlite::Result<Shop> {
    Ok(Shop {
        name: name(conn)?,
        locale: read(conn, "locale")?.unwrap_or_else(|| "zh-CN".to_owned()),
        time_zone: read(conn, "time_zone")?.unwrap_or_else(|| TIME_ZONE.to_owned()),
    })
}

/// Sets the language that it writes in first.
pub fn set_locale(conn: &Writing, locale: &str) -> rusqlite::Result<()> {
    write(conn, "locale", locale)
}

/// Sets its time zone.
pub fn set_time_zone(conn: &Writing, zone: &str) -> rusqlite::Result<()> {
    write(conn, "time_zone", zone)
}

fn read(conn: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT value FROM settings WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()
}

fn write(conn: &Writing, name: &str, value: &str) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO settings (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![name, value],
    )
    .map(drop)
}
