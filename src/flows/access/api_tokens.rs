//! API tokens: made once, shown once, revoked at once.

use std::time::Duration;

use crate::domain::access::email::EmailAddress;
use crate::domain::access::rights::Right;
use crate::domain::access::store::{self, ApiToken};
use crate::events::{Record, revoked};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::{AgentId, ApiTokenId};
use crate::storage::Unit;
use crate::text;

/// What every API token begins with, so that leaked ones are recognised.
pub const PREFIX: &str = "sd_";
/// Longest name of a token, in characters.
const NAME_CHARS: usize = 60;
/// Days for which a token holds unless told otherwise.
pub const DAYS: u32 = 365;
/// Days for which a token holds at most.
const DAYS_MAX: u32 = 730;
/// Most tokens of one agent that hold at once.
const TOKENS_MAX: i64 = 100;

/// Keeps a new token of the agent with this e-mail.
pub fn create(
    unit: &mut Unit<'_>,
    caller: &Caller,
    address: &EmailAddress,
    name: &str,
    days: Option<u32>,
    digest: &[u8; 32],
) -> Result<ApiTokenId, Fault> {
    let agent = store::find_by_email(unit.conn(), &address.key())?
        .map(|(agent, _)| agent)
        .filter(|agent| agent.active)
        .ok_or_else(Fault::not_found)?;
    caller.may_change(&agent)?;
    Ok(create_for(unit, agent.id, name, days, digest)?.id)
}

/// Keeps a new token of the agent who asks, for so many days.
pub fn create_own(
    unit: &mut Unit<'_>,
    caller: &Caller,
    name: &str,
    days: Option<u32>,
    digest: &[u8; 32],
) -> Result<ApiToken, Fault> {
    create_for(unit, caller.as_agent()?, name, days, digest)
}

fn create_for(
    unit: &mut Unit<'_>,
    agent: AgentId,
    name: &str,
    days: Option<u32>,
    digest: &[u8; 32],
) -> Result<ApiToken, Fault> {
    let days = days.unwrap_or(DAYS);
    if !(1..=DAYS_MAX).contains(&days) {
        return Err(Fault::invalid("days", format!("Use 1 to {DAYS_MAX} days.")));
    }
    let name = &text::given(name, NAME_CHARS)
        .ok_or_else(|| Fault::invalid("name", format!("Use 1 to {NAME_CHARS} printable characters.")))?;
    if store::token_count(unit.conn(), agent, unit.now())? >= TOKENS_MAX {
        return Err(Fault::invalid("name", format!("{TOKENS_MAX} tokens hold already. Revoke one first.")));
    }
    let token = ApiToken {
        id: unit.mint(),
        agent,
        name: name.to_owned(),
        created_at: unit.now(),
        expires_at: unit.now().plus(Duration::from_hours(24 * u64::from(days))),
        last_used_at: None,
        revoked_at: None,
    };
    store::insert_token(unit.conn(), &token, digest)?;
    Ok(token)
}

/// Revokes a token; sockets opened with it end. Callers who may not change agents do not learn which tokens others have.
pub fn revoke(unit: &mut Unit<'_>, caller: &Caller, id: ApiTokenId) -> Result<(), Fault> {
    let holder = store::holder_of_token(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if caller.agent_id() != Some(holder.id) && !caller.rights.hold(Right::Agents) {
        return Err(Fault::not_found());
    }
    caller.may_change(&holder)?;
    if !store::revoke_token(unit.conn(), id, unit.now())? {
        return Err(Fault::not_found());
    }
    unit.emit(&Record::of(caller.actor, revoked(id.0)))?;
    Ok(())
}
