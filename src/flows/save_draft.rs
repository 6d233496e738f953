//! An agent's unsent words are kept, or dropped once there are none.

use crate::domain::conversations::drafts::{self, Draft};
use crate::fault::Fault;
use crate::flows::append;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// Keeps `text` as the agent's draft of a reply or note; an empty one removes it.
pub fn save_draft(
    unit: &Unit<'_>,
    agent: AgentId,
    conversation: ConversationId,
    note: bool,
    text: &str,
) -> Result<(), Fault> {
    append::conversation_of(unit, conversation)?;
    if text.trim().is_empty() {
        return Ok(drafts::remove(unit.conn(), agent, conversation, note)?);
    }
    let draft = Draft { conversation, note, text: text.to_owned(), updated_at: unit.now() };
    Ok(drafts::keep(unit.conn(), agent, &draft)?)
}
