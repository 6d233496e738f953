//! A new password signs the agent out everywhere, or everywhere else.

use crate::domain::access::email::EmailAddress;
use crate::domain::access::{devices, sessions, store};
use crate::events::{Record, revoked};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::access::sign_in;
use crate::ids::AgentSessionId;
use crate::storage::Unit;

/// Sets the hashed password of the agent with this e-mail.
pub fn change_password(
    unit: &mut Unit<'_>,
    caller: &Caller,
    address: &EmailAddress,
    password_hash: &str,
) -> Result<(), Fault> {
    let (agent, _) = store::find_by_email(unit.conn(), &address.key())?.ok_or_else(Fault::not_found)?;
    caller.may_give(&agent.standing.role)?;
    store::set_password(unit.conn(), agent.id, password_hash)?;
    sign_in::end_everywhere(unit, caller, agent.id)
}

/// Sets the hashed password that an agent chose, in the browser `keep`, which stays signed in. `device` is the
/// digest of the token that shows that this browser was let in before; others are forgotten.
pub fn change_own_password(
    unit: &mut Unit<'_>,
    caller: &Caller,
    password_hash: &str,
    keep: Option<AgentSessionId>,
    device: Option<[u8; 32]>,
) -> Result<(), Fault> {
    let agent = caller.as_agent()?;
    store::set_password(unit.conn(), agent, password_hash)?;
    devices::forget(unit.conn(), agent, device.as_ref())?;
    for session in sessions::remove_others(unit.conn(), agent, keep)? {
        unit.emit(&Record::of(caller.actor, revoked(session)))?;
    }
    Ok(())
}
