//! Attributes of a person as the team wrote them. The shop's page may say others, which are shown; what decides something goes by
//! these alone.

use rusqlite::{Connection, params};
use serde_json::{Map, Value};

use crate::ids::ContactId;
use crate::storage::Writing;

/// All of a person, by name. Numbers, true and false as they are written in JSON.
pub fn all(conn: &Connection, id: ContactId) -> rusqlite::Result<Vec<(String, String)>> {
    conn.prepare_cached("SELECT name, value FROM vouched_attributes WHERE contact_id = ?1 ORDER BY name")?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Takes over what the team changed; null takes one away.
pub fn merge(conn: &Writing, id: ContactId, change: &Map<String, Value>) -> rusqlite::Result<()> {
    for (name, value) in change {
        let value = match value {
            Value::Null => {
                conn.write(
                    "DELETE FROM vouched_attributes WHERE contact_id = ?1 AND name = ?2",
                    params![id, name],
                )?;
                continue;
            }
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        conn.write(
            "INSERT INTO vouched_attributes (contact_id, name, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (contact_id, name) DO UPDATE SET value = excluded.value",
            params![id, name, value],
        )?;
    }
    Ok(())
}

/// Takes over what the team wrote of somebody who turned out to be this person, where it wrote nothing yet.
pub fn take_over(conn: &Writing, before: ContactId, id: ContactId) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO vouched_attributes (contact_id, name, value)
         SELECT ?2, name, value FROM vouched_attributes WHERE contact_id = ?1
             ON CONFLICT (contact_id, name) DO NOTHING",
        params![before, id],
    )
    .map(drop)
}
