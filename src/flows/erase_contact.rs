//! Erasing a person: every word, every file, every trace in tables, and every copy that clients keep.

use crate::domain::contacts::store as contacts;
use crate::domain::conversations::store as conversations;
use crate::domain::{files, idempotency};
use crate::events::{Actor, Event, EventKind};
use crate::fault::Fault;
use crate::flows::forget_visitor::ERASED;
use crate::ids::ContactId;
use crate::storage::Unit;

/// Erases a contact in one transaction. Events hold no text, so there is no second copy to scrub; the journal keeps only
/// the id, so that a restored backup forgets the person again.
pub fn erase_contact(unit: &mut Unit<'_>, contact: ContactId, actor: Actor) -> Result<(), Fault> {
    let visitors = contacts::visitors_of(unit.conn(), contact)?;
    idempotency::store::forget_naming(unit.conn(), &contact.to_string())?;
    for id in conversations::erase(unit.conn(), contact)? {
        files::store::hide(unit.conn(), id, None)?;
        let mut event = Event::about(EventKind::Erased, actor, 0, 0);
        event.conversation = Some(id);
        unit.emit(&event)?;
    }
    let there = contacts::erase(unit.conn(), contact, unit.now())?;
    for visitor in visitors {
        // An answer about one of their browsers may hold the person's name.
        idempotency::store::forget_naming(unit.conn(), &visitor.to_string())?;
        files::store::forget_owner(unit.conn(), Actor::visitor(visitor))?;
        unit.emit(&Event::about(EventKind::VisitorEnded, actor, visitor.0, ERASED))?;
    }
    if !there {
        return Err(Fault::not_found());
    }
    unit.emit(&Event::about(EventKind::ContactErased, actor, contact.0, 0))?;
    Ok(())
}

/// Erases again whoever the journals say was erased; for a restored backup. How many were found.
pub fn erase_again(unit: &mut Unit<'_>, journal: &[ContactId]) -> Result<usize, Fault> {
    let mut found = 0;
    for contact in journal {
        if contacts::find(unit.conn(), *contact)?.is_some() {
            erase_contact(unit, *contact, Actor::SYSTEM)?;
            found += 1;
        } else {
            contacts::erase(unit.conn(), *contact, unit.now())?;
        }
    }
    Ok(found)
}
