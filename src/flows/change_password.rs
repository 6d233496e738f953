//! A new password signs the agent out everywhere.

use crate::domain::access::email::EmailAddress;
use crate::domain::access::store;
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::sign_in;
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
