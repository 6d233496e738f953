//! Agents that notes mention. Stored as ids beside the note, so that a list finds them; the text is in the note alone.

use rusqlite::{Connection, params};

use crate::events::Actor;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Writing;

/// A note, and the entry with its current version.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The conversation.
    pub conversation: ConversationId,
    /// The note's sequence.
    pub message: i64,
    /// The sequence of the note, or of its edit: whoever read up to there has seen the mention.
    pub sequence: i64,
}

/// Replaces the mentions of a note. Agents who were mentioned before keep the sequence of the first mention.
pub fn set(conn: &Writing, place: Place, author: Actor, agents: &[AgentId]) -> rusqlite::Result<()> {
    let numbers = serde_json::to_string(&agents.iter().map(|agent| agent.0).collect::<Vec<_>>());
    conn.write(
        "DELETE FROM mentions
          WHERE conversation_id = ?1 AND message = ?2 AND agent_id NOT IN (SELECT value FROM json_each(?3))",
        params![place.conversation, place.message, numbers.unwrap_or_default()],
    )?;
    for agent in agents.iter().filter(|agent| Actor::agent(**agent) != author) {
        conn.write(
            "INSERT OR IGNORE INTO mentions (agent_id, conversation_id, message, sequence) VALUES (?1, ?2, ?3, ?4)",
            params![agent, place.conversation, place.message, place.sequence],
        )?;
    }
    Ok(())
}

/// Whom a note mentions.
pub fn of(conn: &Connection, conversation: ConversationId, message: i64) -> rusqlite::Result<Vec<AgentId>> {
    conn.prepare_cached(
        "SELECT agent_id FROM mentions WHERE conversation_id = ?1 AND message = ?2 ORDER BY agent_id",
    )?
    .query_map(params![conversation, message], |row| row.get(0))?
    .collect()
}
