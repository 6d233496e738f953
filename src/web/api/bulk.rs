//! One action on many conversations.

use actix_web::post;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::actions::{priority, team};
use super::cursor::Items;
use crate::clock::Timestamp;
use crate::domain::conversations::state::State;
use crate::events::Priority;
use crate::fault::Fault;
use crate::flows::conversations::bulk::{self, Action, BULK_MAX, Outcome, Seen};
use crate::ids::{AgentId, ConversationId, TicketStatusId};
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// An action, and the conversations it is done to.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Bulk {
    /// `assign`, `close`, `reopen`, `snooze`, `label`, `unlabel`, `team`, `priority`, `status` (of tickets) or `restore`.
    #[schema(example = "close")]
    action: String,
    /// At most 200 conversations; for everything but `restore`.
    #[serde(default)]
    #[schema(example = json!(["c_01jb7q2m4k9zz"]))]
    ids: Vec<String>,
    /// `assign`: the agent; null gives them to nobody.
    agent_id: Option<String>,
    /// `close`, `snooze`: by id the newest sequence that was seen. Where the customer said something after it, nothing is done:
    /// `newer_message`.
    #[serde(default)]
    #[schema(value_type = Object, example = json!({"c_01jb7q2m4k9zz": 43}))]
    last_sequences: HashMap<String, i64>,
    /// `snooze`: RFC 3339, within the next year; null until the customer answers.
    until: Option<String>,
    /// `label`, `unlabel`: which.
    #[serde(default)]
    labels: Vec<String>,
    /// `team`: which.
    team_id: Option<String>,
    /// `priority`: `urgent`, `high`, `normal` or `low`.
    #[schema(example = "high")]
    priority: Option<String>,
    /// `status`: which.
    #[schema(example = "ts_01jb7q2m4k9zz")]
    status_id: Option<String>,
    /// `restore`: what `before` was, with the id; at most 200.
    #[serde(default)]
    items: Vec<Before>,
}

/// A conversation as it was.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Before {
    id: String,
    #[schema(example = "open")]
    state: String,
    agent_id: Option<String>,
    snoozed_until: Option<String>,
    labels: Vec<String>,
    team_id: Option<String>,
    /// Normal where it is missing.
    #[schema(example = "normal")]
    priority: Option<String>,
    /// Of a ticket.
    status_id: Option<String>,
}

/// Where a conversation stood.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StandingRow {
    #[schema(example = "open")]
    state: &'static str,
    agent_id: Option<String>,
    #[schema(value_type = Option<String>)]
    snoozed_until: Option<Timestamp>,
    labels: Vec<String>,
    team_id: Option<String>,
    #[schema(example = "normal")]
    priority: &'static str,
    /// Of a ticket.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_id: Option<String>,
}

impl From<bulk::Before> for StandingRow {
    fn from(before: bulk::Before) -> Self {
        Self {
            state: before.state.name(),
            agent_id: before.agent_id.map(|id| id.to_string()),
            snoozed_until: before.snoozed_until,
            labels: before.labels,
            team_id: before.team_id.map(|id| id.to_string()),
            priority: before.priority.name(),
            status_id: before.status_id.map(|id| id.to_string()),
        }
    }
}

/// What became of one conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Fate {
    id: String,
    done: bool,
    /// As it was before.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<StandingRow>,
    /// Why nothing was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "wrong_state")]
    code: Option<&'static str>,
}

impl Fate {
    fn new(id: String, outcome: Outcome) -> Self {
        let (before, code) = match outcome {
            Ok(before) => (Some(before.into()), None),
            Err(code) => (None, Some(code)),
        };
        Self { id, done: code.is_none(), before, code }
    }
}

/// Act on many conversations
///
/// In one transaction, with the entries that the single actions leave. `before` of each, sent back with `restore`, undoes it.
#[utoipa::path(operation_id = "act_on_conversations", tag = "Actions", request_body = Bulk, responses(
    (status = 200, description = "What became of each, in the order of the request", body = Items<Fate>),
    (status = 400, description = "invalid: a field is wrong, or there are too many", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 422, description = "unknown_agent", body = Problem),
))]
#[post("/conversations/bulk")]
pub(super) async fn act_on_many(who: CurrentAgent, body: Body<Bulk>, call: Call) -> Reply {
    let Body { value: asked, raw } = body;
    let work = Work::read(asked)?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        let (names, outcomes) = match work {
            Work::Act { names, action } => {
                let ids: Vec<Option<ConversationId>> = names.iter().map(|name| name.parse().ok()).collect();
                (names, bulk::act_on(unit, &caller, &ids, &action)?)
            }
            Work::Restore { names, items } => (names, bulk::restore(unit, &caller, &items)?),
        };
        let items: Vec<Fate> = names.into_iter().zip(outcomes).map(|(id, one)| Fate::new(id, one)).collect();
        Ok::<_, Fault>(Items { items })
    })
    .await
}

/// A request understood. Ids that name nothing are told as missing, one by one.
enum Work {
    Act { names: Vec<String>, action: Action },
    Restore { names: Vec<String>, items: Vec<(Option<ConversationId>, bulk::Before)> },
}

impl Work {
    fn read(asked: Bulk) -> Result<Self, Fault> {
        let Bulk {
            action,
            ids,
            agent_id,
            last_sequences,
            until,
            labels,
            team_id,
            priority: urgency,
            status_id,
            items,
        } = asked;
        if action == "restore" {
            few("items", items.len())?;
            let names = items.iter().map(|item| item.id.clone()).collect();
            let items = items.into_iter().map(before).collect::<Result<_, _>>()?;
            return Ok(Self::Restore { names, items });
        }
        few("ids", ids.len())?;
        if last_sequences.len() > BULK_MAX {
            return Err(Fault::invalid("last_sequences", format!("Name at most {BULK_MAX} conversations.")));
        }
        let seen: Seen = last_sequences
            .into_iter()
            .filter_map(|(id, sequence)| Some((id.parse().ok()?, sequence)))
            .collect();
        let action = match action.as_str() {
            "assign" => Action::Assign(agent_id.as_deref().map(agent).transpose()?),
            "close" => Action::Close(seen),
            "reopen" => Action::Reopen,
            "snooze" => Action::Snooze(until.as_deref().map(|text| time("until", text)).transpose()?, seen),
            "label" => Action::Label(labels),
            "unlabel" => Action::Unlabel(labels),
            "team" => Action::Team(team(team_id.as_deref().unwrap_or_default())?),
            "priority" => Action::Prioritize(priority(urgency.as_deref().unwrap_or_default())?),
            "status" => Action::Status(status(status_id.as_deref().unwrap_or_default())?),
            _ => return Err(Fault::invalid("action", "There is no such action.")),
        };
        Ok(Self::Act { names: ids, action })
    }
}

fn few(field: &'static str, count: usize) -> Result<(), Fault> {
    if (1..=BULK_MAX).contains(&count) {
        return Ok(());
    }
    Err(Fault::invalid(field, format!("Name 1 to {BULK_MAX} conversations.")))
}

fn agent(text: &str) -> Result<AgentId, Fault> {
    text.parse().map_err(|_| Fault::invalid("agent_id", "This is not an agent's id."))
}

fn status(text: &str) -> Result<TicketStatusId, Fault> {
    text.parse().map_err(|_| Fault::invalid("status_id", "This is not the id of a status."))
}

fn time(field: &'static str, text: &str) -> Result<Timestamp, Fault> {
    Timestamp::parse(text)
        .ok_or_else(|| Fault::invalid(field, "Write the time as RFC 3339, with its offset."))
}

fn before(item: Before) -> Result<(Option<ConversationId>, bulk::Before), Fault> {
    let state = State::from_name(&item.state)
        .ok_or_else(|| Fault::invalid("items.state", "There is no such state."))?;
    let before = bulk::Before {
        state,
        agent_id: item.agent_id.as_deref().map(agent).transpose()?,
        snoozed_until: item
            .snoozed_until
            .as_deref()
            .map(|text| time("items.snoozed_until", text))
            .transpose()?,
        labels: item.labels,
        team_id: item.team_id.as_deref().map(team).transpose()?,
        priority: item.priority.as_deref().map_or(Ok(Priority::Normal), priority)?,
        status_id: item.status_id.as_deref().map(status).transpose()?,
    };
    Ok((item.id.parse().ok(), before))
}
