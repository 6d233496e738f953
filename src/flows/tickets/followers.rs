//! Who follows a ticket: they are told what happens in it, and read it whatever team it belongs to.

use serde_json::json;

use super::change::write;
use super::find;
use crate::domain::access::rights::Right;
use crate::domain::tickets::changes::{self, Change};
use crate::domain::tickets::{FOLLOWERS_MAX, store};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::flows::conversations::assign::check_active;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// Replaces those who follow a ticket. Agents who left may stay among them; nobody adds one.
pub fn set_followers(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    agents: &[AgentId],
) -> Result<Appended, Fault> {
    caller.may(Right::Ticket)?;
    let mut wanted = agents.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.len() > FOLLOWERS_MAX {
        return Err(Fault::invalid("agent_ids", format!("At most {FOLLOWERS_MAX} agents follow a ticket.")));
    }
    let (mut conversation, mut ticket) = find::within(unit, caller, id)?;
    let had = store::followers(unit.conn(), id)?;
    for agent in wanted.iter().filter(|agent| !had.contains(agent)) {
        check_active(unit, *agent)?;
    }
    if had == wanted {
        return append::finish(unit, &conversation, &[], None);
    }
    store::set_followers(unit.conn(), id, &wanted)?;
    let change = Change::of(changes::FOLLOWERS, json!(had), json!(wanted));
    write(unit, caller.actor, (&mut conversation, &mut ticket), &[change], None)
}
