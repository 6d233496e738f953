//! Writing what a conversation decided: the one place where entries get into the log.

use serde_json::Value;

use crate::domain::access;
use crate::domain::conversations::conversation::{Conversation, Step};
use crate::domain::conversations::store;
use crate::events::{Actor, LogPosition};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::tickets::follow;
use crate::ids::ConversationId;
use crate::storage::Unit;

pub use super::steps::{moment, record, write};

/// A conversation that must exist.
pub fn conversation_of(unit: &Unit<'_>, id: ConversationId) -> Result<Conversation, Fault> {
    store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)
}

/// A conversation that must exist inside the caller's scope.
pub fn within(unit: &Unit<'_>, caller: &Caller, id: ConversationId) -> Result<Conversation, Fault> {
    let conversation = conversation_of(unit, id)?;
    caller.reaches(unit.conn(), &conversation)?;
    Ok(conversation)
}

/// Whether its agent is disabled.
pub fn agent_left(unit: &Unit<'_>, conversation: &Conversation) -> Result<bool, Fault> {
    let Some(agent) = conversation.agent() else { return Ok(false) };
    Ok(!access::store::find(unit.conn(), agent)?.is_some_and(|agent| agent.active))
}

/// The last entry that an action wrote; the answer of actions.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub struct Appended {
    /// The conversation.
    pub conversation_id: ConversationId,
    /// The entry's sequence.
    pub sequence: i64,
    /// The entry's position in the log.
    pub log_position: LogPosition,
}

/// Writes steps and the resulting conversation, and has the status of a ticket go with it; `detail` is the text of the last entry.
/// Where no step is an entry, the answer is the entry that was the last one before.
pub fn finish(
    unit: &mut Unit<'_>,
    conversation: &Conversation,
    steps: &[Step],
    detail: Option<&Value>,
) -> Result<Appended, Fault> {
    let mut conversation = conversation.clone();
    let actor = steps.first().map_or(Actor::SYSTEM, |step| step.actor);
    let appended = finish_as_is(unit, &conversation, steps, detail)?;
    if !follow::follow(unit, &mut conversation, actor, false)? {
        return Ok(appended);
    }
    store::save(unit.conn(), &conversation, None, Some(unit.now()))?;
    let sequence = conversation.last_sequence();
    let log_position = store::position_of(unit.conn(), conversation.id(), sequence)?;
    Ok(Appended { sequence, log_position, ..appended })
}

/// The same, where the status of a ticket is changed by whoever calls.
pub fn finish_as_is(
    unit: &mut Unit<'_>,
    conversation: &Conversation,
    steps: &[Step],
    detail: Option<&Value>,
) -> Result<Appended, Fault> {
    let entry = write(unit, conversation.id(), steps)?;
    if let Some(detail) = detail.filter(|_| entry > 0) {
        store::insert_detail(unit.conn(), entry, conversation.id(), detail)?;
    }
    let log_position = match entry {
        0 => store::position_of(unit.conn(), conversation.id(), conversation.last_sequence())?,
        entry => entry,
    };
    let updated = steps.iter().any(|step| step.event.moves_update()).then(|| unit.now());
    store::save(unit.conn(), conversation, None, updated)?;
    Ok(Appended { conversation_id: conversation.id(), sequence: conversation.last_sequence(), log_position })
}
