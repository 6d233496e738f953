//! A device gives up its visitor, for example when the customer logs out of the shop. The conversation stays.

use crate::domain::contacts::store as contacts;
use crate::events::{Ended, Record, ended};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::storage::Unit;

/// Ends every credential of the visitor who asks; live sockets end with it.
pub fn forget_visitor(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    let id = caller.as_visitor()?;
    contacts::end_visitor(unit.conn(), id)?;
    unit.emit(&Record::of(caller.actor, ended(id, Ended::GivenUp)))?;
    Ok(())
}
