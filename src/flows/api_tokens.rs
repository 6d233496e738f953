//! API tokens: made once, shown once, revoked at once.

use crate::domain::access::email::EmailAddress;
use crate::domain::access::store::{self, ApiToken};
use crate::events::{Actor, Event, EventKind};
use crate::fault::Fault;
use crate::ids::ApiTokenId;
use crate::storage::Unit;

/// What every API token begins with, so that leaked ones are recognised.
pub const PREFIX: &str = "sd_";
/// Longest name of a token, in characters.
const NAME_CHARS: usize = 60;

/// Keeps a new token of the agent with this e-mail.
pub fn create(
    unit: &mut Unit<'_>,
    address: &EmailAddress,
    name: &str,
    digest: &[u8; 32],
) -> Result<ApiTokenId, Fault> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_CHARS || name.chars().any(char::is_control) {
        return Err(Fault::invalid("name", format!("Use 1 to {NAME_CHARS} printable characters.")));
    }
    let agent = store::find_by_email(unit.conn(), &address.key())?
        .map(|(agent, _)| agent)
        .filter(|agent| agent.active)
        .ok_or_else(Fault::not_found)?;
    let token = ApiToken {
        id: unit.mint(),
        agent: agent.id,
        name: name.to_owned(),
        created_at: unit.now(),
        revoked_at: None,
    };
    store::insert_token(unit.conn(), &token, digest)?;
    Ok(token.id)
}

/// Revokes a token; sockets opened with it end.
pub fn revoke(unit: &mut Unit<'_>, id: ApiTokenId, actor: Actor) -> Result<(), Fault> {
    if !store::revoke_token(unit.conn(), id, unit.now())? {
        return Err(Fault::not_found());
    }
    unit.emit(&Event::about(EventKind::CredentialRevoked, actor, id.0, 0))?;
    Ok(())
}
