//! Storing an agent's draft, or removing it once it is empty.

use crate::domain::conversations::drafts::{self, Draft};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Keeps `text` as the draft of a reply or note; an empty one removes it.
pub fn save_draft(
    unit: &Unit<'_>,
    caller: &Caller,
    conversation: ConversationId,
    note: bool,
    text: &str,
) -> Result<(), Fault> {
    let agent = caller.as_agent()?;
    append::within(unit, caller, conversation)?;
    if text.trim().is_empty() {
        return Ok(drafts::remove(unit.conn(), agent, conversation, note)?);
    }
    let draft = Draft { conversation, note, text: text.to_owned(), updated_at: unit.now() };
    Ok(drafts::keep(unit.conn(), agent, &draft)?)
}
