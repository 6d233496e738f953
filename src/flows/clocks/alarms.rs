//! Telling that a promise is at risk or broken, and what a policy says is to be done then.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::json;

use super::book::Book;
use super::keep;
use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::access::{store as agents, teams};
use crate::domain::clocks::fold::Fold;
use crate::domain::clocks::policy::{Deed, Step};
use crate::domain::clocks::store;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::tickets::store as tickets;
use crate::events::{Actor, Alarm, By, ClockKind};
use crate::fault::Fault;
use crate::flows::conversations::append;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// An alarm that is older calls nobody any more: after an outage there would be hundreds.
const CALLS_WITHIN: Duration = Duration::from_mins(10);
/// Most people that one alarm calls.
const CALLED_MAX: usize = 200;

/// Tells what is due at `unit.now()` of at most `limit` conversations.
pub fn tell(unit: &mut Unit<'_>, limit: usize) -> Result<(), Fault> {
    let book = Book::new(unit.conn());
    for id in store::alarmed(unit.conn(), unit.now(), limit)? {
        // What was said meanwhile may have ended the clock.
        let Some(fold) = keep::keep(unit, id, &book)? else { continue };
        for told in due(&fold, unit.now(), &book) {
            tell_one(unit, id, (&book, &fold), told)?;
        }
        keep::keep(unit, id, &book)?;
    }
    Ok(())
}

/// What is to be told by now.
fn due(fold: &Fold, now: Timestamp, book: &Book<'_>) -> Vec<(ClockKind, Alarm, Timestamp)> {
    fold.clocks()
        .filter_map(|(kind, clock)| clock.next_alarm(now, book).map(|(alarm, at)| (kind, alarm, at)))
        .filter(|(_, _, at)| *at < now)
        .collect()
}

fn tell_one(
    unit: &mut Unit<'_>,
    id: ConversationId,
    (book, fold): (&Book<'_>, &Fold),
    (kind, alarm, at): (ClockKind, Alarm, Timestamp),
) -> Result<(), Fault> {
    let Some((clock, promise)) = fold.clock(kind).and_then(|clock| Some((clock, clock.promise?))) else {
        return Ok(());
    };
    let steps = book.policy(&promise).map(|policy| policy.steps.as_slice()).unwrap_or_default();
    let steps: Vec<&Step> = steps.iter().filter(|step| step.is_at(alarm)).collect();
    let mut conversation = append::conversation_of(unit, id)?;
    // A warning names the time at which it will be over.
    let due = if alarm == Alarm::Broken { at } else { clock.due(book).unwrap_or(at) };
    let recent = at.plus(CALLS_WITHIN) >= unit.now();
    let called = if recent { called(unit, &steps, &conversation)? } else { BTreeSet::new() };
    let entry = conversation.raise(append::moment(unit, Actor::SYSTEM), kind, alarm, due);
    append::finish(unit, &conversation, &entry, Some(&json!({ "calls": called })))?;
    steps.into_iter().try_for_each(|step| take(unit, id, step))
}

/// Whom steps call: with the agent those who follow a ticket.
fn called(unit: &Unit<'_>, steps: &[&Step], conversation: &Conversation) -> Result<BTreeSet<AgentId>, Fault> {
    let mut called = BTreeSet::new();
    if steps.iter().any(|step| step.deed == Deed::TellAgent) {
        called.extend(conversation.agent());
        called.extend(tickets::followers(unit.conn(), conversation.id())?);
    }
    if steps.iter().any(|step| step.deed == Deed::TellSupervisors) {
        let all = agents::list(unit.conn(), 0, CALLED_MAX)?.into_iter();
        let supervisors =
            all.filter(|agent| agent.active && agent.standing.role.rights.hold(Right::Supervise));
        called.extend(supervisors.map(|agent| agent.id));
    }
    Ok(called)
}

/// Takes a step that changes the conversation; what it is already, and a team that is gone, is left.
fn take(unit: &mut Unit<'_>, id: ConversationId, step: &Step) -> Result<(), Fault> {
    let mut conversation = append::conversation_of(unit, id)?;
    let moment = append::moment(unit, Actor::SYSTEM);
    let entries = match (step.priority(), step.team()) {
        (Some(priority), _) if conversation.priority() != priority => {
            conversation.set_priority(moment, priority, By::Rule)
        }
        (_, Some(team)) if conversation.team() != Some(team) => {
            if conversation.state().is_closed() || teams::name_of(unit.conn(), team)?.is_none() {
                return Ok(());
            }
            conversation.set_team(moment, Some(team), By::Rule)?
        }
        _ => return Ok(()),
    };
    append::finish(unit, &conversation, &entries, None).map(drop)
}
