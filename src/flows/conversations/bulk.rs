//! One action on many conversations, and undoing it. Each leaves the entries that a single action leaves; what cannot be done to
//! one conversation leaves that one as it was.

use std::collections::HashMap;

use serde::Serialize;

use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::conversations::conversation::{Conversation, Standing};
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::labels;
use crate::domain::conversations::state::State;
use crate::domain::tickets::store as tickets;
use crate::events::Priority;
use crate::fault::{Fault, Kind as FaultKind};
use crate::flows::Caller;
use crate::flows::conversations::append;
use crate::flows::conversations::assign::{assign, check_active, may_assign};
use crate::flows::conversations::change_state::{
    Settled, check_until, newer_message, reopen, resolve, snooze,
};
use crate::flows::conversations::label::{cleaned, label, spelled};
use crate::flows::conversations::triage::{check_team, set_priority, transfer_to_team};
use crate::flows::tickets::set_status::{restore_status, set_status};
use crate::ids::{AgentId, ConversationId, TeamId, TicketStatusId};
use crate::storage::Unit;
use crate::text;

/// Most conversations of one call.
pub const BULK_MAX: usize = 200;

/// The action.
#[derive(Debug, Clone)]
pub enum Action {
    /// Assign to an agent, or to nobody.
    Assign(Option<AgentId>),
    /// Close, except conversations in which the customer wrote something after the sequence that was seen.
    Close(Seen),
    /// Reopen.
    Reopen,
    /// Snooze until a time, or until the customer answers; with the same exception.
    Snooze(Option<Timestamp>, Seen),
    /// Add labels.
    Label(Vec<String>),
    /// Remove labels.
    Unlabel(Vec<String>),
    /// Give to a team.
    Team(TeamId),
    /// Change the priority.
    Prioritize(Priority),
    /// Give tickets another status.
    Status(TicketStatusId),
}

/// The newest sequence that was seen of a conversation.
pub type Seen = HashMap<ConversationId, i64>;

/// What an action can change about a conversation, as it was before: enough to undo it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Before {
    /// State.
    pub state: State,
    /// The assigned agent.
    pub agent_id: Option<AgentId>,
    /// End of the snooze.
    pub snoozed_until: Option<Timestamp>,
    /// Its labels.
    pub labels: Vec<String>,
    /// The team; what was taken down by an older version has none.
    pub team_id: Option<TeamId>,
    /// The priority.
    pub priority: Priority,
    /// The status of a ticket.
    pub status_id: Option<TicketStatusId>,
}

impl Before {
    /// A conversation as it is now.
    pub(in crate::flows) fn of(unit: &Unit<'_>, conversation: &Conversation) -> Result<Self, Fault> {
        Ok(Self {
            state: conversation.state(),
            agent_id: conversation.agent(),
            snoozed_until: conversation.snoozed_until(),
            labels: labels::of_conversation(unit.conn(), conversation.id())?,
            team_id: conversation.team(),
            priority: conversation.priority(),
            status_id: tickets::find(unit.conn(), conversation.id())?.map(|ticket| ticket.status),
        })
    }
}

/// Result for one conversation.
pub type Outcome = Result<Before, &'static str>;

/// Does `action` to each. Returns its state before, or the code of why nothing was done.
pub fn act_on(
    unit: &mut Unit<'_>,
    caller: &Caller,
    ids: &[Option<ConversationId>],
    action: &Action,
) -> Result<Vec<Outcome>, Fault> {
    caller.may(Right::Bulk)?;
    match action {
        Action::Assign(Some(agent)) => check_active(unit, *agent)?,
        Action::Snooze(Some(until), _) => check_until(unit, *until)?,
        Action::Label(labels) | Action::Unlabel(labels) => drop(cleaned(labels)?),
        Action::Team(team) => check_team(unit, *team)?,
        _ => {}
    }
    ids.iter().map(|id| attempt(unit, caller, *id, |unit, id| one(unit, caller, id, action))).collect()
}

/// Restores each to its state before.
pub fn restore(
    unit: &mut Unit<'_>,
    caller: &Caller,
    items: &[(Option<ConversationId>, Before)],
) -> Result<Vec<Outcome>, Fault> {
    caller.may(Right::Bulk)?;
    items
        .iter()
        .map(|(id, wanted)| attempt(unit, caller, *id, |unit, id| put_back(unit, caller, id, wanted)))
        .collect()
}

/// Runs `work` on one conversation in a savepoint of its own; what a repeat could mend fails the whole call.
pub(in crate::flows) fn attempt(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: Option<ConversationId>,
    work: impl FnOnce(&mut Unit<'_>, ConversationId) -> Result<(), Fault>,
) -> Result<Outcome, Fault> {
    let done = unit.attempt(|unit| {
        let id = id.ok_or_else(Fault::not_found)?;
        let conversation = append::within(unit, caller, id)?;
        let before = Before::of(unit, &conversation)?;
        work(unit, id)?;
        Ok(before)
    });
    match done {
        Ok(before) => Ok(Ok(before)),
        Err(fault) if matches!(fault.kind, FaultKind::Internal | FaultKind::Unavailable) => Err(fault),
        Err(fault) => Ok(Err(fault.code)),
    }
}

fn one(unit: &mut Unit<'_>, caller: &Caller, id: ConversationId, action: &Action) -> Result<(), Fault> {
    match action {
        Action::Assign(agent) => assign(unit, caller, id, *agent).map(drop),
        Action::Close(seen) => settled(resolve(unit, caller, id, seen.get(&id).copied())?, State::Closed),
        Action::Reopen => reopen(unit, caller, id).map(drop),
        Action::Snooze(until, seen) => {
            settled(snooze(unit, caller, id, *until, seen.get(&id).copied())?, State::Snoozed)
        }
        Action::Team(team) => transfer_to_team(unit, caller, id, *team, None).map(drop),
        Action::Prioritize(priority) => set_priority(unit, caller, id, *priority).map(drop),
        Action::Status(status) => set_status(unit, caller, id, *status).map(drop),
        Action::Label(given) => add_labels(unit, caller, id, given),
        Action::Unlabel(taken) => remove_labels(unit, caller, id, taken),
    }
}

/// Adds labels, unless the conversation has them.
pub(in crate::flows) fn add_labels(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    given: &[String],
) -> Result<(), Fault> {
    let had = labels::of_conversation(unit.conn(), id)?;
    relabel(unit, caller, id, &had, &[had.as_slice(), given].concat())
}

/// Removes labels, unless the conversation has none of them.
pub(in crate::flows) fn remove_labels(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    taken: &[String],
) -> Result<(), Fault> {
    let had = labels::of_conversation(unit.conn(), id)?;
    let taken: Vec<String> = cleaned(taken)?.iter().map(|label| text::alike(label)).collect();
    let left: Vec<String> =
        had.iter().filter(|label| !taken.contains(&text::alike(label))).cloned().collect();
    relabel(unit, caller, id, &had, &left)
}

/// An action that changed nothing counts as not done.
fn settled(settled: Settled, wanted: State) -> Result<(), Fault> {
    if settled.state == wanted { Ok(()) } else { Err(newer_message()) }
}

/// Replaces the labels, unless that changes nothing.
fn relabel(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    had: &[String],
    wanted: &[String],
) -> Result<(), Fault> {
    let given = labels::given(unit.conn(), id)?;
    if spelled(unit, &given, cleaned(wanted)?)? == had {
        return Ok(());
    }
    label(unit, caller, id, wanted).map(drop)
}

fn put_back(unit: &mut Unit<'_>, caller: &Caller, id: ConversationId, wanted: &Before) -> Result<(), Fault> {
    let mut conversation = append::within(unit, caller, id)?;
    let (was, is) = (conversation.state(), wanted.state);
    if conversation.agent() != wanted.agent_id {
        may_assign(caller, wanted.agent_id)?;
    }
    if is == State::Snoozed || was == State::Snoozed {
        caller.may(Right::Snooze)?;
    } else if is != was {
        caller.may(Right::Close)?;
    }
    if let Some(agent) = wanted.agent_id.filter(|agent| conversation.agent() != Some(*agent)) {
        check_active(unit, agent)?;
    }
    if wanted.team_id != conversation.team() || wanted.priority != conversation.priority() {
        caller.may(Right::Assign)?;
    }
    if let Some(team) = wanted.team_id.filter(|team| conversation.team() != Some(*team)) {
        check_team(unit, team)?;
    }
    let before = Standing {
        state: wanted.state,
        agent: wanted.agent_id,
        snoozed_until: wanted.snoozed_until,
        team: wanted.team_id,
        priority: wanted.priority,
    };
    let steps = conversation.restore(append::moment(unit, caller.actor), before)?;
    match wanted.status_id {
        // Its status comes back with it, whatever would follow by itself.
        Some(status) if conversation.kind() == Kind::Ticket => {
            append::finish_as_is(unit, &conversation, &steps, None)?;
            restore_status(unit, caller, id, status)?;
        }
        _ => drop(append::finish(unit, &conversation, &steps, None)?),
    }
    let labels = labels::of_conversation(unit.conn(), id)?;
    relabel(unit, caller, id, &labels, &wanted.labels)
}
