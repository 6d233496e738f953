//! A person is erased: what came from their words alone goes from the FAQ, in every version. What somebody else said too stays, as
//! theirs.

use std::collections::BTreeSet;

use crate::domain::conversations::store as conversations;
use crate::domain::faq::save::{self, Made};
use crate::domain::faq::{EntryState, forget as words, store as entries};
use crate::domain::learning::store;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::faq::keep::told;
use crate::ids::ContactId;
use crate::storage::Unit;

/// Before the conversations of a contact are removed: their questions and uses go with the conversations by themselves.
pub fn contact_goes(unit: &mut Unit<'_>, caller: &Caller, contact: ContactId) -> Result<(), Fault> {
    let going = conversations::ids_of(unit.conn(), contact)?;
    for (entry, norm, conversation, sequence) in store::shared_with(unit.conn(), &going)? {
        words::is_also_of(unit.conn(), entry, &norm, (conversation, sequence))?;
    }
    let alone = store::alone_from(unit.conn(), &going)?;
    if alone.is_empty() {
        return Ok(());
    }
    for (entry, norm) in &alone {
        words::forget(unit.conn(), *entry, norm)?;
        store::forget_sources(unit.conn(), *entry, norm)?;
    }
    // A new version of each, by which the index learns of it.
    let made = Made { at: unit.now(), agent: None, set: None, undoes: false };
    let changed: BTreeSet<_> = alone.iter().map(|(entry, _)| *entry).collect();
    for id in changed {
        if let Some(entry) = entries::any(unit.conn(), id)?.filter(|entry| entry.state != EntryState::Gone) {
            save::change(unit.conn(), id, entry.version + 1, &entry.document, entry.state, made, &[])?;
        }
    }
    told(unit, caller)
}
