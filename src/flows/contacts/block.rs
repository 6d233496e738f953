//! Blocking a person, a visitor or an address from writing, and lifting a block.

use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::blocks::{self, BLOCKS_MAX, Block, Target, block_limit, store};
use crate::domain::contacts::store as contacts;
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::contacts::find_contacts;
use crate::ids::{BlockId, ContactId};
use crate::storage::Unit;

/// Most addresses that are blocked with a person, those seen last first.
const ADDRESSES_MAX: usize = 50;

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

/// How a person is blocked.
#[derive(Debug, Clone, Default)]
pub struct PersonBlock {
    /// Reason, shown to the team.
    pub reason: Option<String>,
    /// End of the block; `None` until it is lifted.
    pub until: Option<Timestamp>,
    /// Whether the addresses that they came from last are blocked, too.
    pub addresses: bool,
}

/// Blocks a person with all their browsers and apps, and the addresses of those if that is asked for. The person's block comes first.
pub fn block_person(
    unit: &mut Unit<'_>,
    caller: &Caller,
    contact: ContactId,
    how: &PersonBlock,
) -> Result<Vec<Block>, Fault> {
    let new = |target| NewBlock { target, reason: how.reason.clone(), until: how.until };
    let mut made = vec![block(unit, caller, &new(Target::Contact(contact)))?];
    if how.addresses {
        for target in networks(unit, contact)? {
            made.push(block(unit, caller, &new(target))?);
        }
    }
    Ok(made)
}

/// Lifts every block of a person: their own, those of their browsers and apps, those of the addresses that these came from last.
pub fn unblock_person(unit: &mut Unit<'_>, caller: &Caller, contact: ContactId) -> Result<(), Fault> {
    caller.may(Right::Block)?;
    find_contacts::within(unit.conn(), caller, contact)?;
    let visitors = contacts::visitors_of(unit.conn(), contact)?.into_iter().map(Target::Visitor);
    let targets = [Target::Contact(contact)].into_iter().chain(visitors).chain(networks(unit, contact)?);
    let mut lifted = false;
    for target in targets {
        if let Some(block) = store::find_by_target(unit.conn(), target)? {
            lifted |= store::remove(unit.conn(), block.id)?;
        }
    }
    if lifted { changed(unit, caller) } else { Ok(()) }
}

/// The addresses that a person came from last, each once.
fn networks(unit: &Unit<'_>, contact: ContactId) -> Result<Vec<Target>, Fault> {
    let known = contacts::addresses_of(unit.conn(), contact, ADDRESSES_MAX)?;
    let mut networks: Vec<Target> = Vec::new();
    for network in known.iter().filter_map(|address| blocks::read_network(address).ok()) {
        let target = Target::Network(network);
        if !networks.contains(&target) {
            networks.push(target);
        }
    }
    Ok(networks)
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
