//! A device gives up its visitor, for example when the customer logs out of the shop. The conversation stays.

use crate::domain::contacts::store as contacts;
use crate::events::{Actor, Event, EventKind};
use crate::fault::Fault;
use crate::ids::VisitorId;
use crate::storage::Unit;

/// The visitor's credentials were given up.
pub const GIVEN_UP: i64 = 1;
/// The person was erased.
pub const ERASED: i64 = 2;

/// Ends every credential of a visitor; live sockets end with it.
pub fn forget_visitor(unit: &mut Unit<'_>, id: VisitorId) -> Result<(), Fault> {
    contacts::end_visitor(unit.conn(), id)?;
    unit.emit(&Event::about(EventKind::VisitorEnded, Actor::visitor(id), id.0, GIVEN_UP))?;
    Ok(())
}
