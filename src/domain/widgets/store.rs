//! Widgets: SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::origins::AllowedOrigin;
use super::settings::Settings;
use super::sighting::sighting;
use crate::clock::Timestamp;
use crate::ids::{VisitorId, WidgetId};
use crate::storage::Writing;

/// A widget as stored.
#[derive(Debug, Clone)]
pub struct Widget {
    /// The id.
    pub id: WidgetId,
    /// Its name at the desk.
    pub name: String,
    /// The key in the script tag; public.
    pub public_key: String,
    /// The secret that signs identities; never leaves the desk but by `servicedesk widget secret`.
    pub secret: String,
    /// How it looks, what it says and asks.
    pub settings: Settings,
    /// Sites that may show it; empty allows every site.
    pub allowed_origins: Vec<AllowedOrigin>,
    /// The page on which it was last seen.
    pub seen: Option<(String, Timestamp)>,
}

const WIDGET: &str = "id, name, public_key, secret, accent, allowed_origins, seen_url, seen_at, settings";

fn widget(row: &Row<'_>) -> rusqlite::Result<Widget> {
    let origins: Vec<String> = serde_json::from_str(&row.get::<_, String>(5)?).unwrap_or_default();
    let seen = match (row.get::<_, Option<String>>(6)?, row.get::<_, Option<i64>>(7)?) {
        // What an older version took for one is not shown.
        (Some(url), Some(at)) => sighting(&url).map(|_| (url, Timestamp(at))),
        _ => None,
    };
    Ok(Widget {
        id: row.get(0)?,
        name: row.get(1)?,
        public_key: row.get(2)?,
        secret: row.get(3)?,
        // The colour has a column of its own, older than the document.
        settings: Settings { accent: row.get(4)?, ..Settings::stored(&row.get::<_, String>(8)?) },
        allowed_origins: origins.iter().filter_map(|text| AllowedOrigin::parse(text).ok()).collect(),
        seen,
    })
}

/// The widget with this public key.
pub fn find_by_key(conn: &Connection, key: &str) -> rusqlite::Result<Option<Widget>> {
    conn.prepare_cached(&format!("SELECT {WIDGET} FROM widgets WHERE public_key = ?1"))?
        .query_row([key], widget)
        .optional()
}

/// One widget.
pub fn find(conn: &Connection, id: WidgetId) -> rusqlite::Result<Option<Widget>> {
    conn.prepare_cached(&format!("SELECT {WIDGET} FROM widgets WHERE id = ?1"))?
        .query_row([id], widget)
        .optional()
}

/// The widget with this name.
pub fn find_by_name(conn: &Connection, name: &str) -> rusqlite::Result<Option<Widget>> {
    conn.prepare_cached(&format!("SELECT {WIDGET} FROM widgets WHERE name = ?1"))?
        .query_row([name], widget)
        .optional()
}

/// Whether the widget that this visitor came through shows agents what is being written.
pub fn shows_typing(conn: &Connection, visitor: VisitorId) -> rusqlite::Result<bool> {
    let settings: Option<String> = conn
        .prepare_cached(
            "SELECT w.settings FROM visitors v JOIN widgets w ON w.id = v.widget_id WHERE v.id = ?1",
        )?
        .query_row([visitor], |row| row.get(0))
        .optional()?;
    Ok(settings.is_some_and(|json| Settings::stored(&json).typing_preview))
}

/// All widgets, oldest first.
pub fn list(conn: &Connection) -> rusqlite::Result<Vec<Widget>> {
    conn.prepare_cached(&format!("SELECT {WIDGET} FROM widgets ORDER BY id"))?
        .query_map([], widget)?
        .collect()
}

/// Adds a widget that every site may show.
pub fn insert(
    conn: &Writing,
    id: WidgetId,
    name: &str,
    public_key: &str,
    secret: &str,
    now: Timestamp,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO widgets (id, name, public_key, secret, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, name, public_key, secret, now.0],
    )
    .map(drop)
}

/// Sets how it looks, what it says and asks.
pub fn set_settings(conn: &Writing, id: WidgetId, settings: &Settings) -> rusqlite::Result<()> {
    let json = serde_json::to_string(settings)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    conn.write(
        "UPDATE widgets SET accent = ?2, settings = ?3 WHERE id = ?1",
        params![id, settings.accent, json],
    )
    .map(drop)
}

/// Replaces the secret that signs identities.
pub fn set_secret(conn: &Writing, id: WidgetId, secret: &str) -> rusqlite::Result<()> {
    conn.write("UPDATE widgets SET secret = ?2 WHERE id = ?1", params![id, secret]).map(drop)
}

/// Sets the sites that may show it.
pub fn set_allowed_origins(conn: &Writing, id: WidgetId, origins: &[AllowedOrigin]) -> rusqlite::Result<()> {
    let texts: Vec<String> = origins.iter().map(ToString::to_string).collect();
    conn.write(
        "UPDATE widgets SET allowed_origins = ?2 WHERE id = ?1",
        params![id, serde_json::json!(texts).to_string()],
    )
    .map(drop)
}

/// Notes on which page it was seen.
pub fn set_seen(conn: &Writing, id: WidgetId, url: &str, now: Timestamp) -> rusqlite::Result<()> {
    conn.write("UPDATE widgets SET seen_url = ?2, seen_at = ?3 WHERE id = ?1", params![id, url, now.0])
        .map(drop)
}
