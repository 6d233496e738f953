//! Erasing a person: every word, every file, every trace in tables, and every copy that clients keep.

use crate::domain::access::rights::Right;
use crate::domain::contacts::journal::{self, Erased};
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::store as conversations;
use crate::domain::{files, idempotency};
use crate::events::{Actor, ConversationEvent, Ended, Event, Record, ended};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::contacts::find_contacts;
use crate::flows::conversations::label_catalogue;
use crate::flows::faq::forget as faq;
use crate::flows::learning::forget as learning;
use crate::flows::search::keep as search;
use crate::ids::ContactId;
use crate::storage::Unit;

/// Erases a contact in one transaction, and whatever is left of those that were joined into it. Events hold no text, so
/// there is no second copy to scrub; the journal keeps only ids, so that a restored copy forgets the person again, under
/// whichever of their ids it has them.
pub fn erase_contact(unit: &mut Unit<'_>, caller: &Caller, contact: ContactId) -> Result<(), Fault> {
    caller.may(Right::Erase)?;
    find_contacts::within(unit.conn(), caller, contact)?;
    let before = journal::was_before(unit.conn(), contact)?;
    let labels = label_catalogue::count(unit)?;
    for id in before.into_iter().chain([contact]) {
        erase_one(unit, caller, id)?;
    }
    label_catalogue::tell_if_fewer(unit, caller, labels)?;
    unit.forget();
    Ok(())
}

fn erase_one(unit: &mut Unit<'_>, caller: &Caller, contact: ContactId) -> Result<(), Fault> {
    let visitors = contacts::visitors_of(unit.conn(), contact)?;
    let caught_up = unit.catch_up()?;
    search::contact_goes(unit, contact)?;
    learning::contact_goes(unit, caller, contact)?;
    for id in conversations::erase(unit.conn(), contact, caught_up)? {
        files::store::hide(unit.conn(), id, None)?;
        faq::conversation_goes(unit, caller, id)?;
        idempotency::store::forget_naming(unit.conn(), &id.to_string())?;
        unit.emit(&Record::of(caller.actor, Event::Conversation(id, ConversationEvent::Erased)))?;
    }
    let there = contacts::remove(unit.conn(), contact)?;
    idempotency::store::forget_naming(unit.conn(), &contact.to_string())?;
    for visitor in &visitors {
        files::store::forget_owner(unit.conn(), Actor::visitor(*visitor))?;
        idempotency::store::forget_naming(unit.conn(), &visitor.to_string())?;
        unit.emit(&Record::of(caller.actor, ended(*visitor, Ended::Erased)))?;
    }
    journal::forget_lineage(unit.conn(), contact)?;
    journal::note(unit.conn(), &Erased { contacts: vec![contact], visitors }, unit.now())?;
    if there {
        unit.emit(&Record::of(caller.actor, Event::ContactErased(contact)))?;
    }
    Ok(())
}

/// Erases again whoever the journals say was erased; for a restored copy, which may know them by an id they had before. How
/// many persons were found.
pub fn erase_again(unit: &mut Unit<'_>, erased: &Erased) -> Result<usize, Fault> {
    let mut known = erased.contacts.clone();
    for visitor in &erased.visitors {
        known.extend(journal::contact_of(unit.conn(), *visitor)?);
    }
    let mut found = 0;
    for contact in known {
        if contacts::find(unit.conn(), contact)?.is_some() {
            erase_contact(unit, &Caller::system(), contact)?;
            found += 1;
        }
    }
    journal::note(unit.conn(), erased, unit.now())?;
    Ok(found)
}
