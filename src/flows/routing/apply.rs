//! Carrying decisions out, each in its turn: what is no longer as it was decided on is left alone.

use serde_json::json;

use crate::domain::access::store as agents;
use crate::domain::conversations::state::State;
use crate::domain::routing::why::Why;
use crate::domain::routing::{Cause, Decision};
use crate::domain::shop::store as shop;
use crate::events::By;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::access::availability::set_missed;
use crate::flows::conversations::append;
use crate::flows::routing::reason;
use crate::i18n::{Locale, Texts};
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// Carries decisions out. One that fails leaves nothing, and the others are carried out.
pub fn apply(unit: &mut Unit<'_>, decisions: &[Decision]) -> Result<(), Fault> {
    if decisions.is_empty() {
        return Ok(());
    }
    let locale = Locale::parse(&shop::shop(unit.conn())?.locale).unwrap_or_default();
    let texts = Texts::new(locale);
    for decision in decisions {
        let done = unit.attempt(|unit| match decision {
            Decision::Release { conversation, from, cause } => {
                release(unit, texts, *conversation, (*from, *cause))
            }
            Decision::SendAway { agent } => set_missed(unit, *agent),
            Decision::Assign { conversation, to, why } => assign(unit, texts, *conversation, (*to, why)),
        });
        if let Err(fault) = done {
            tracing::warn!(code = fault.code, "a decision of the routing could not be carried out");
        }
    }
    Ok(())
}

const fn by(cause: Cause) -> By {
    match cause {
        Cause::Disabled => By::Disabled,
        Cause::Offline => By::Offline,
        Cause::Gone => By::Gone,
        Cause::Away => By::Away,
        Cause::NotTaken => By::NotTaken,
    }
}

fn name(unit: &Unit<'_>, id: AgentId) -> Result<String, Fault> {
    Ok(agents::find(unit.conn(), id)?.map(|agent| agent.name).unwrap_or_default())
}

fn release(
    unit: &mut Unit<'_>,
    texts: Texts,
    id: ConversationId,
    (from, cause): (AgentId, Cause),
) -> Result<(), Fault> {
    let caller = Caller::system();
    let mut conversation = append::within(unit, &caller, id)?;
    if conversation.agent() != Some(from) || conversation.state() != State::Open {
        return Ok(());
    }
    let steps = conversation.release(append::moment(unit, caller.actor), by(cause))?;
    let detail = json!({
        "why": { "code": reason::code(cause), "agent_id": from },
        "reason": reason::of_taking(texts, &name(unit, from)?, cause),
    });
    append::finish(unit, &conversation, &steps, Some(&detail)).map(drop)
}

fn assign(
    unit: &mut Unit<'_>,
    texts: Texts,
    id: ConversationId,
    (to, why): (AgentId, &Why),
) -> Result<(), Fault> {
    let caller = Caller::system();
    let mut conversation = append::within(unit, &caller, id)?;
    if conversation.agent().is_some() || conversation.state() != State::Waiting {
        return Ok(());
    }
    let steps = conversation.assign(append::moment(unit, caller.actor), to, By::Router)?;
    let detail = json!({ "why": why, "reason": reason::of_giving(texts, &name(unit, to)?, why) });
    append::finish(unit, &conversation, &steps, Some(&detail)).map(drop)
}
