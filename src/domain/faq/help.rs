//! Settings of the help pages: SQL beside their rules.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Label;
use crate::fault::Fault;
use crate::storage::Writing;
use crate::text;

/// Longest title, in characters.
const TITLE_CHARS: usize = 80;
const NAME: &str = "help";

/// What the help pages are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Help {
    /// Whether there are any.
    pub enabled: bool,
    /// What they are called; null for the shop's name.
    pub title: Option<Label>,
}

impl Help {
    /// Checks the title; one without words is none.
    pub fn checked(mut self) -> Result<Self, Fault> {
        if let Some(title) = &mut self.title {
            for words in [&mut title.zh_cn, &mut title.en] {
                let line = words.as_deref().map(text::line).filter(|line| !line.is_empty());
                if line.as_ref().is_some_and(|line| line.chars().count() > TITLE_CHARS) {
                    return Err(Fault::invalid(
                        "help.title",
                        format!("Use {TITLE_CHARS} characters at most."),
                    ));
                }
                *words = line;
            }
        }
        self.title = self.title.filter(|title| title.zh_cn.is_some() || title.en.is_some());
        Ok(self)
    }
}

/// The settings; off where nobody set them.
pub fn read(conn: &Connection) -> rusqlite::Result<Help> {
    let stored: Option<String> = conn
        .prepare_cached("SELECT value FROM faq_settings WHERE name = ?1")?
        .query_row([NAME], |row| row.get(0))
        .optional()?;
    Ok(stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Keeps the settings.
pub fn save(conn: &Writing, help: &Help) -> rusqlite::Result<()> {
    let value = serde_json::to_string(help).unwrap_or_default();
    conn.write(
        "INSERT INTO faq_settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![NAME, value],
    )
    .map(drop)
}
