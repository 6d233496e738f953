//! Makes agents' clients reload: what they may read changed by more than new entries.

use crate::domain::access::store;
use crate::events::{Record, rights_changed};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::AgentId;
use crate::storage::Unit;

/// Agents at most; disabled ones have no links, but may come back with an old cursor.
const AGENTS_MAX: usize = 10_000;

/// Ends an agent's links with `behind`; cursors from before now reload.
pub fn reload_agent(unit: &mut Unit<'_>, caller: &Caller, id: AgentId) -> Result<(), Fault> {
    let position = unit.emit(&Record::of(caller.actor, rights_changed(id.0)))?;
    Ok(store::set_rights_position(unit.conn(), id, position)?)
}

/// Ends every agent's links with `behind`; cursors from before now reload.
pub fn reload_agents(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    for agent in store::list(unit.conn(), 0, AGENTS_MAX)? {
        if agent.active {
            unit.emit(&Record::of(caller.actor, rights_changed(agent.id.0)))?;
        }
    }
    Ok(store::set_rights_positions(unit.conn(), unit.head())?)
}
