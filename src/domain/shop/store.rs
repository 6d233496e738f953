//! The shop's settings: SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::hours::Hours;
use super::{Shop, TIME_ZONE, UNNAMED};

/// The shop's name.
pub fn name(conn: &Connection) -> rusqlite::Result<String> {
    Ok(read(conn, "shop_name")?.unwrap_or_else(|| UNNAMED.to_owned()))
}

/// Names the shop.
pub fn set_name(conn: &Connection, name: &str) -> rusqlite::Result<()> {
    write(conn, "shop_name", name)
}

/// The shop.
pub fn shop(conn: &Connection) -> rusqlite::Result<Shop> {
    Ok(Shop {
        name: name(conn)?,
        locale: read(conn, "locale")?.unwrap_or_else(|| "zh-CN".to_owned()),
        time_zone: read(conn, "time_zone")?.unwrap_or_else(|| TIME_ZONE.to_owned()),
        hours: read(conn, "hours")?.map_or_else(Hours::default, |json| Hours::stored(&json)),
    })
}

/// Writes the shop back: its name only once it has one, its hours only where somebody said them, so that what is there tells
/// what was set up.
pub fn set_shop(conn: &Connection, shop: &Shop, hours_were_said: bool) -> rusqlite::Result<()> {
    if shop.name != UNNAMED {
        write(conn, "shop_name", &shop.name)?;
    }
    write(conn, "locale", &shop.locale)?;
    write(conn, "time_zone", &shop.time_zone)?;
    if hours_were_said {
        let hours = serde_json::to_string(&shop.hours)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        write(conn, "hours", &hours)?;
    }
    Ok(())
}

fn read(conn: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT value FROM settings WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()
}

fn write(conn: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO settings (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![name, value])
    .map(drop)
}
