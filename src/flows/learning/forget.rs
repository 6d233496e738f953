//! A person is erased: what came from their words alone goes from the FAQ, in every version. What somebody else said too stays, as
//! theirs.

use crate::domain::conversations::store as conversations;
use crate::domain::faq::forget as words;
use crate::domain::learning::store;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::faq::keep::told;
use crate::ids::ContactId;
use crate::storage::Unit;

/// Before the conversations of a contact are removed: their questions, turns and uses go with the conversations by themselves.
pub fn contact_goes(unit: &mut Unit<'_>, caller: &Caller, contact: ContactId) -> Result<(), Fault> {
    let going = conversations::ids_of(unit.conn(), contact)?;
    if going.is_empty() {
        return Ok(());
    }
    for (entry, norm, conversation, sequence) in store::shared_with(unit.conn(), &going)? {
        words::is_also_of(unit.conn(), entry, &norm, (conversation, sequence))?;
    }
    let alone = store::alone_from(unit.conn(), &going)?;
    for (entry, norm) in &alone {
        words::forget(unit.conn(), *entry, norm)?;
        store::forget_sources(unit.conn(), *entry, norm)?;
    }
    if alone.is_empty() { Ok(()) } else { told(unit, caller) }
}
