//! A device gives up its visitor, for example when the customer logs out of the shop. The conversation stays.

use crate::domain::contacts::store as contacts;
use crate::events::{Actor, Ended, Record, ended};
use crate::fault::Fault;
use crate::ids::VisitorId;
use crate::storage::Unit;

/// Ends every credential of a visitor; live sockets end with it.
pub fn forget_visitor(unit: &mut Unit<'_>, id: VisitorId) -> Result<(), Fault> {
    contacts::end_visitor(unit.conn(), id)?;
    unit.emit(&Record::of(Actor::visitor(id), ended(id, Ended::GivenUp)))?;
    Ok(())
}
