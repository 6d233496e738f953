//! Blocking a person, a visitor or an address from writing, and lifting a block.

use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::blocks::{self, BLOCKS_MAX, Block, Target, block_limit, store};
use crate::domain::contacts::store as contacts;
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::contacts::find_contacts;
use crate::ids::BlockId;
use crate::storage::Unit;

/// A block to be set.
#[derive(Debug, Clone)]
pub struct NewBlock {
    /// Who is blocked.
    pub target: Target,
    /// Reason, shown to the team.
    pub reason: Option<String>,
    /// End of the block; `None` until it is lifted.
    pub until: Option<Timestamp>,
}

/// Blocks a target. Blocking it again replaces reason, author and end.
pub fn block(unit: &mut Unit<'_>, caller: &Caller, new: &NewBlock) -> Result<Block, Fault> {
    caller.may(Right::Block)?;
    let reason = blocks::read_reason(new.reason.as_deref())?;
    blocks::check_until(new.until, unit.now())?;
    let contact = match new.target {
        Target::Visitor(id) => {
            Some(contacts::find_visitor(unit.conn(), id)?.ok_or_else(Fault::not_found)?.contact)
        }
        Target::Contact(id) => Some(id),
        Target::Network(_) => None,
    };
    if let Some(contact) = contact {
        find_contacts::within(unit.conn(), caller, contact)?;
    }
    let before = store::find_by_target(unit.conn(), new.target)?;
    let id = match before {
        Some(before) => {
            store::remove(unit.conn(), before.id)?;
            before.id
        }
        None if store::count(unit.conn())? >= BLOCKS_MAX => return Err(block_limit()),
        None => unit.mint(),
    };
    let by = caller.agent_id();
    let block = Block { id, target: new.target, reason, by, at: unit.now(), until: new.until };
    store::insert(unit.conn(), &block)?;
    changed(unit, caller)?;
    Ok(block)
}

/// Lifts a block.
pub fn unblock(unit: &mut Unit<'_>, caller: &Caller, id: BlockId) -> Result<(), Fault> {
    caller.may(Right::Block)?;
    if !store::remove(unit.conn(), id)? {
        return Err(Fault::not_found());
    }
    changed(unit, caller)
}

fn changed(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Blocks)))?;
    Ok(())
}
