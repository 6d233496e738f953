//! Whom notes name. Kept by number beside the note, so that a list finds them; the words stay in the note alone.

use rusqlite::params;

use crate::events::Actor;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Writing;

/// Where the note stands, and the entry that says what it says now.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The conversation.
    pub conversation: ConversationId,
    /// The note's sequence.
    pub message: i64,
    /// The sequence of the note, or of its edit: whoever read up to there has seen the mention.
    pub sequence: i64,
}

/// The note names these colleagues of its author now, and nobody else; whom it named before keeps the place where it began.
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
