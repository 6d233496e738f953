//! Rules and what follows from them: SQL.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use super::read;
use super::{Outcome, Rule};
use crate::events::Priority;
use crate::filters::Problem;
use crate::ids::{ConversationId, RuleId, TeamId};
use crate::storage::Writing;

/// A rule as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// Its id.
    pub id: RuleId,
    /// What the team calls it.
    pub name: String,
    /// Whether it is asked.
    pub enabled: bool,
    /// Whether no rule after it is asked where it holds.
    pub stop: bool,
    /// Whom it concerns.
    pub when: Value,
    /// What follows.
    pub then: Value,
}

impl Stored {
    /// The rule, or what keeps it from being one.
    pub fn read(&self) -> Result<Rule, Problem> {
        let Self { id, name, enabled, stop, when, then } = self;
        Ok(Rule {
            id: *id,
            name: name.clone(),
            enabled: *enabled,
            when: read::when(when)?,
            then: read::then(then)?,
            stop: *stop,
        })
    }
}

/// All of them, in their order.
pub fn all(conn: &Connection) -> rusqlite::Result<Vec<Stored>> {
    let json = |text: String| serde_json::from_str(&text).unwrap_or(Value::String(text));
    conn.prepare_cached(
        "SELECT id, name, enabled, stop, conditions, effects FROM routing_rules ORDER BY place",
    )?
    .query_map([], |row| {
        Ok(Stored {
            id: row.get(0)?,
            name: row.get(1)?,
            enabled: row.get(2)?,
            stop: row.get(3)?,
            when: json(row.get(4)?),
            then: json(row.get(5)?),
        })
    })?
    .collect()
}

/// How often they were replaced.
pub fn version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.prepare_cached("SELECT version FROM routing_rule_versions")?
        .query_row([], |row| row.get(0))
        .optional()
        .map(Option::unwrap_or_default)
}

/// Replaces all of them.
pub fn replace(conn: &Writing, rules: &[Stored], version: i64) -> rusqlite::Result<()> {
    conn.write("DELETE FROM routing_rules", &[])?;
    for (place, Stored { id, name, enabled, stop, when, then }) in rules.iter().enumerate() {
        conn.write(
            "INSERT INTO routing_rules (id, place, name, enabled, stop, conditions, effects)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![id, place as i64, name, enabled, stop, as_text(when), as_text(then)],
        )?;
    }
    conn.write(
        "INSERT INTO routing_rule_versions (one, version) VALUES (1, ?1)
             ON CONFLICT (one) DO UPDATE SET version = excluded.version",
        params![version],
    )
    .map(drop)
}

/// What could not be read as JSON is kept letter by letter.
fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The rules that name something by this id, broken ones too.
pub fn naming(conn: &Connection, id: &str) -> rusqlite::Result<Vec<(RuleId, String)>> {
    conn.prepare_cached(
        "SELECT id, name FROM routing_rules
          WHERE instr(conditions, ?1) > 0 OR instr(effects, ?1) > 0
          ORDER BY place",
    )?
    .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// What a conversation asks of the routing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wants {
    /// The team that its customer chose.
    pub chosen_team: Option<TeamId>,
    /// The team that the rules gave it.
    pub ruled_team: Option<TeamId>,
    /// The priority that the rules gave it.
    pub ruled_priority: Option<Priority>,
    /// Skills that whoever gets it must have.
    pub required: Vec<String>,
    /// Skills that are liked.
    pub preferred: Vec<String>,
}

impl Wants {
    /// The same after the rules were asked.
    #[must_use]
    pub fn after(&self, outcome: &Outcome) -> Self {
        Self {
            chosen_team: self.chosen_team,
            ruled_team: outcome.team,
            ruled_priority: outcome.priority,
            required: outcome.required.clone(),
            preferred: outcome.preferred.clone(),
        }
    }
}

/// What a conversation asks for; nothing where nothing is stored.
pub fn wants(conn: &Connection, id: ConversationId) -> rusqlite::Result<Wants> {
    let list = |text: String| serde_json::from_str(&text).unwrap_or_default();
    conn.prepare_cached(
        "SELECT chosen_team_id, ruled_team_id, ruled_priority, required, preferred
           FROM routing_wants
          WHERE conversation_id = ?1",
    )?
    .query_row([id], |row| {
        Ok(Wants {
            chosen_team: row.get(0)?,
            ruled_team: row.get(1)?,
            ruled_priority: row.get::<_, Option<i64>>(2)?.map(Priority::from_number),
            required: list(row.get(3)?),
            preferred: list(row.get(4)?),
        })
    })
    .optional()
    .map(Option::unwrap_or_default)
}

/// Keeps it.
pub fn set_wants(conn: &Writing, id: ConversationId, wants: &Wants) -> rusqlite::Result<()> {
    let list = |skills: &[String]| Value::from(skills).to_string();
    conn.write(
        "INSERT INTO routing_wants (conversation_id, chosen_team_id, ruled_team_id, ruled_priority, required, preferred)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (conversation_id) DO UPDATE
            SET chosen_team_id = excluded.chosen_team_id, ruled_team_id = excluded.ruled_team_id,
                ruled_priority = excluded.ruled_priority, required = excluded.required,
                preferred = excluded.preferred",
        params![
            id,
            wants.chosen_team,
            wants.ruled_team,
            wants.ruled_priority.map(|priority| priority as i64),
            list(&wants.required),
            list(&wants.preferred),
        ],
    )
    .map(drop)
}
