//! What stands before a ticket's number: the configuration says it, and queries that name tickets read it beside the counter.

use crate::domain::tickets::store;
use crate::fault::Fault;
use crate::storage::Unit;

/// Takes over what the configuration says, if it is another one.
pub fn settle(unit: &Unit<'_>, prefix: &str) -> Result<(), Fault> {
    if store::prefix(unit.conn())? != prefix {
        store::set_prefix(unit.conn(), prefix)?;
    }
    Ok(())
}
