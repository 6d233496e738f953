//! A person is erased: what was learned from their words alone goes from every version.

use crate::domain::faq::save::{self, Made};
use crate::domain::faq::{EntryState, store};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::faq::keep::told;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Takes phrasings that came from this conversation out of all versions of their entries. Each gets a new version, by which the
/// index learns of it.
pub fn conversation_goes(
    unit: &mut Unit<'_>,
    caller: &Caller,
    conversation: ConversationId,
) -> Result<(), Fault> {
    let entries = save::learned_from(unit.conn(), conversation)?;
    if entries.is_empty() {
        return Ok(());
    }
    save::forget_conversation(unit.conn(), conversation)?;
    let made = Made { at: unit.now(), agent: None, set: None, undoes: false };
    for id in entries {
        // Without the phrasings by now.
        if let Some(entry) = store::any(unit.conn(), id)?.filter(|entry| entry.state != EntryState::Gone) {
            save::change(unit.conn(), id, entry.version + 1, &entry.document, entry.state, made, &[])?;
        }
    }
    told(unit, caller)
}
