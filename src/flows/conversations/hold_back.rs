//! Giving messages that were to go out later back as drafts: their customer wrote first, or their author is gone.

use crate::domain::access;
use crate::domain::access::rights::Right;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::drafts::{self, Draft};
use crate::domain::conversations::scheduled::{self as store, Scheduled, Turn, turn};
use crate::events::{Actor, Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// The customer wrote: what was to be sent to them later becomes a draft again.
pub(super) fn hold_back(unit: &mut Unit<'_>, id: ConversationId) -> Result<(), Fault> {
    let all = store::of_conversation(unit.conn(), id)?;
    let Some(conversation) = (!all.is_empty()).then(|| append::conversation_of(unit, id)).transpose()? else {
        return Ok(());
    };
    // The first to go out stands above the others.
    for one in all.into_iter().rev() {
        give_back(unit, &conversation, one)?;
    }
    changed(unit, Actor::SYSTEM)
}

/// The agent as a caller, if they may answer in the conversation.
pub(super) fn able(
    unit: &Unit<'_>,
    agent: AgentId,
    conversation: &Conversation,
) -> Result<Option<Caller>, Fault> {
    let Some(agent) = access::store::find(unit.conn(), agent)?.filter(|agent| agent.active) else {
        return Ok(None);
    };
    let caller = Caller::of(&agent);
    let may = caller.may(Right::Reply).is_ok() && caller.reaches(unit.conn(), conversation).is_ok();
    Ok(may.then_some(caller))
}

/// Whoever has the conversation, if they may answer in it.
pub(super) fn assignee(unit: &Unit<'_>, conversation: &Conversation) -> Result<Option<AgentId>, Fault> {
    let Some(agent) = conversation.agent() else { return Ok(None) };
    Ok(able(unit, agent, conversation)?.and_then(|caller| caller.agent_id()))
}

/// Makes a draft of it, above what stands there, or keeps it where nobody could have one.
pub(super) fn give_back(
    unit: &mut Unit<'_>,
    conversation: &Conversation,
    mut one: Scheduled,
) -> Result<(), Fault> {
    let author = able(unit, one.agent, conversation)?.and_then(|caller| caller.agent_id());
    match turn(false, author, assignee(unit, conversation)?) {
        Turn::Send | Turn::Keep => {
            one.kept_at = one.kept_at.or(Some(unit.now()));
            Ok(store::save(unit.conn(), &one)?)
        }
        Turn::Draft(agent) => {
            let text = match drafts::find(unit.conn(), agent, one.conversation, false)? {
                Some(there) if !there.text.is_empty() => format!("{}\n{}", one.text(), there.text),
                _ => one.text(),
            };
            let draft = Draft { conversation: one.conversation, note: false, text, updated_at: unit.now() };
            drafts::keep(unit.conn(), agent, &draft)?;
            Ok(store::remove(unit.conn(), one.id)?)
        }
    }
}

/// Whoever shows the list reads it anew, and whoever sends what is due looks again when the next one is.
pub(super) fn changed(unit: &mut Unit<'_>, actor: Actor) -> Result<(), Fault> {
    unit.emit(&Record::of(actor, Event::SettingsChanged(Area::Scheduled)))?;
    Ok(())
}
