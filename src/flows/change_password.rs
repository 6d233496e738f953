//! A new password signs the agent out everywhere, or everywhere else.

use crate::domain::access::email::EmailAddress;
use crate::domain::access::{devices, sessions, store};
use crate::events::{Actor, Record, revoked};
use crate::fault::Fault;
use crate::flows::sign_in;
use crate::ids::{AgentId, AgentSessionId};
use crate::storage::Unit;

/// Sets the hashed password of the agent with this e-mail.
pub fn change_password(
    unit: &mut Unit<'_>,
    address: &EmailAddress,
    password_hash: &str,
    actor: Actor,
) -> Result<(), Fault> {
    let (agent, _) = store::find_by_email(unit.conn(), &address.key())?.ok_or_else(Fault::not_found)?;
    store::set_password(unit.conn(), agent.id, password_hash)?;
    sign_in::sign_out_everywhere(unit, agent.id, actor)
}

/// Sets the hashed password that an agent chose, in the browser `keep`, which stays signed in. `device` is the digest of what shows that
/// this browser was let in before; others are forgotten.
pub fn change_own_password(
    unit: &mut Unit<'_>,
    agent: AgentId,
    password_hash: &str,
    keep: Option<AgentSessionId>,
    device: Option<[u8; 32]>,
    actor: Actor,
) -> Result<(), Fault> {
    store::set_password(unit.conn(), agent, password_hash)?;
    devices::forget(unit.conn(), agent, device.as_ref())?;
    for session in sessions::remove_others(unit.conn(), agent, keep)? {
        unit.emit(&Record::of(actor, revoked(session)))?;
    }
    Ok(())
}
