//! What agents do with a conversation. Each leaves an entry, but for typing.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::id;
use super::rows::{AppendedRow, SettledRow};
use crate::clock::Timestamp;
use crate::domain::contacts::profile::clean;
use crate::events::Priority;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::conversations::assign as assigning;
use crate::flows::conversations::change_state;
use crate::flows::conversations::label as labelling;
use crate::flows::conversations::rate as rating;
use crate::flows::conversations::triage;
use crate::ids::{AgentId, ConversationId, TeamId};
use crate::im::hub::Hub;
use crate::im::{link, presence};
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// The agent whom the conversation is given to.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Assign {
    /// The agent; null gives it to nobody.
    #[schema(example = "a_01jb7q2m4k9zz")]
    agent_id: Option<String>,
}

/// An agent named in a body: unknown ones break a rule rather than being missing.
fn agent(text: &str) -> Result<AgentId, Fault> {
    text.parse().map_err(|_| Fault::invalid("agent_id", "This is not an agent's id."))
}

/// Assign
///
/// Gives the conversation to an agent, or to nobody.
#[utoipa::path(operation_id = "assign_conversation", tag = "Actions", request_body = Assign,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "unknown_agent, wrong_state", body = Problem),
))]
#[post("/conversations/{id}/assign")]
pub(super) async fn assign(who: CurrentAgent, path: Path<String>, body: Body<Assign>, call: Call) -> Reply {
    let id: ConversationId = id(&path)?;
    let agent = body.value.agent_id.as_deref().map(agent).transpose()?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        assigning::assign(unit, &caller, id, agent).map(AppendedRow::from)
    })
    .await
}

/// Take over
///
/// Gives the conversation to the asking agent, whoever has it, as `assign` does; the entry says that it was taken over.
#[utoipa::path(operation_id = "take_over_conversation", tag = "Actions",
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 403, description = "forbidden: it takes `supervise`", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state", body = Problem),
))]
#[post("/conversations/{id}/take-over")]
pub(super) async fn take_over(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        assigning::take_over(unit, &caller, id).map(AppendedRow::from)
    })
    .await
}

/// To whom, and why.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Transfer {
    /// A colleague; either this or `team_id`.
    #[schema(example = "a_01jb7q2m4k9zz")]
    agent_id: Option<String>,
    /// A team, where it waits for somebody of it.
    #[schema(example = "tm_01jb7q2m4k9zz")]
    team_id: Option<String>,
    /// Only for the team.
    #[schema(example = "Knows the carrier")]
    note: Option<String>,
}

/// Transfer
///
/// Transfers the conversation to another agent, or to a team, with a note that only the team sees.
#[utoipa::path(operation_id = "transfer_conversation", tag = "Actions", request_body = Transfer,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "unknown_agent, unknown_team, wrong_state", body = Problem),
))]
#[post("/conversations/{id}/transfer")]
pub(super) async fn transfer(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Transfer>,
    call: Call,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let Body { value: Transfer { agent_id, team_id, note }, raw } = body;
    let to = match (agent_id, team_id) {
        (Some(id), None) => To::Agent(agent(&id)?),
        (None, Some(id)) => To::Team(team(&id)?),
        _ => return Err(Fault::invalid("agent_id", "Name an agent or a team.").into()),
    };
    let note = clean("note", note.as_deref(), assigning::NOTE_CHARS)?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        match to {
            To::Agent(agent) => assigning::transfer(unit, &caller, id, agent, note.as_deref()),
            To::Team(team) => triage::transfer_to_team(unit, &caller, id, team, note.as_deref()),
        }
        .map(AppendedRow::from)
    })
    .await
}

/// Where a transfer goes.
enum To {
    Agent(AgentId),
    Team(TeamId),
}

/// A team named in a body.
pub(super) fn team(text: &str) -> Result<TeamId, Fault> {
    text.parse().map_err(|_| Fault::invalid("team_id", "This is not a team's id."))
}

/// A priority.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewPriority {
    /// `urgent`, `high`, `normal` or `low`.
    #[schema(example = "high")]
    priority: String,
}

/// Set the priority
#[utoipa::path(operation_id = "prioritize_conversation", tag = "Actions", request_body = NewPriority,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 400, description = "invalid: no such priority", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/conversations/{id}/priority")]
pub(super) async fn prioritize(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<NewPriority>,
    call: Call,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let priority = priority(&body.value.priority)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        triage::set_priority(unit, &caller, id, priority).map(AppendedRow::from)
    })
    .await
}

/// A priority named in a body.
pub(super) fn priority(name: &str) -> Result<Priority, Fault> {
    Priority::from_name(name).ok_or_else(|| Fault::invalid("priority", "Use urgent, high, normal or low."))
}

/// No answer needed
///
/// The customer's last words need no answer, as "thanks" does not: they no longer wait, and clocks that run for an answer end.
#[utoipa::path(operation_id = "need_no_answer", tag = "Actions",
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state: nobody waits", body = Problem),
))]
#[post("/conversations/{id}/no-answer-needed")]
pub(super) async fn no_answer_needed(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        triage::no_answer_needed(unit, &caller, id).map(AppendedRow::from)
    })
    .await
}

/// The end of a snooze.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Snooze {
    /// RFC 3339, within the next year; null puts it off until the customer answers.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(example = "2026-03-02T09:00:00.000+08:00")]
    until: Option<String>,
    /// The newest sequence that was seen; a customer's word after it is the one that would wake the conversation.
    last_sequence: Option<i64>,
}

/// Snooze
///
/// Snoozes the conversation until a time or the customer's next message. With `last_sequence`, a message of the customer that is
/// newer leaves it as it is: `state` of the answer says which.
#[utoipa::path(operation_id = "snooze_conversation", tag = "Actions", request_body = Snooze,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The newest entry, and what the conversation is now", body = SettledRow),
    (status = 400, description = "invalid: not a time within the next year", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state", body = Problem),
))]
#[post("/conversations/{id}/snooze")]
pub(super) async fn snooze(who: CurrentAgent, path: Path<String>, body: Body<Snooze>, call: Call) -> Reply {
    let id: ConversationId = id(&path)?;
    let parse = |text: &str| {
        let wrong = || Fault::invalid("until", "Write the time as RFC 3339, with its offset.");
        Timestamp::parse(text).ok_or_else(wrong)
    };
    let until = body.value.until.as_deref().map(parse).transpose()?;
    let seen = body.value.last_sequence;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        change_state::snooze(unit, &caller, id, until, seen).map(SettledRow::from)
    })
    .await
}

/// What the agent had seen when they closed it.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(super) struct Resolve {
    /// The newest sequence that was seen; a customer's word after it keeps the conversation open.
    #[schema(example = 43)]
    last_sequence: Option<i64>,
}

/// Close
///
/// With `last_sequence`, a message of the customer that is newer leaves the conversation as it is, so that it is not closed
/// unanswered: `state` of the answer says which.
#[utoipa::path(operation_id = "close_conversation", tag = "Actions", request_body = Resolve,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The newest entry, and what the conversation is now", body = SettledRow),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state: it is closed", body = Problem),
))]
#[post("/conversations/{id}/resolve")]
pub(super) async fn resolve(who: CurrentAgent, path: Path<String>, body: Body<Resolve>, call: Call) -> Reply {
    let id: ConversationId = id(&path)?;
    let seen = body.value.last_sequence;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        change_state::resolve(unit, &caller, id, seen).map(SettledRow::from)
    })
    .await
}

/// Re-open
///
/// Opens a closed or snoozed conversation again.
#[utoipa::path(operation_id = "reopen_conversation", tag = "Actions",
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state: it is open", body = Problem),
))]
#[post("/conversations/{id}/reopen")]
pub(super) async fn reopen(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: ConversationId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        change_state::reopen(unit, &caller, id).map(AppendedRow::from)
    })
    .await
}

/// One to five stars.
#[derive(Debug, Deserialize, ToSchema)]
pub(in crate::web) struct Rate {
    #[schema(example = 5)]
    pub(in crate::web) score: i64,
    pub(in crate::web) comment: Option<String>,
}

/// Rate
///
/// A rating by the team; customers rate in the widget.
#[utoipa::path(operation_id = "rate_conversation", tag = "Actions", request_body = Rate,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 400, description = "invalid: 1 to 5", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/conversations/{id}/rate")]
pub(super) async fn rate(who: CurrentAgent, path: Path<String>, body: Body<Rate>, call: Call) -> Reply {
    let id: ConversationId = id(&path)?;
    let Body { value: Rate { score, comment }, raw } = body;
    let comment = clean("comment", comment.as_deref(), rating::COMMENT_CHARS)?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        rating::rate(unit, &caller, id, score, comment.as_deref()).map(AppendedRow::from)
    })
    .await
}

/// All labels of a conversation.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Labels {
    #[schema(example = json!(["refund", "regular"]))]
    labels: Vec<String>,
}

/// Label
///
/// Replaces the labels.
#[utoipa::path(operation_id = "label_conversation", tag = "Actions", request_body = Labels,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 400, description = "invalid: too many or too long", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/conversations/{id}/labels")]
pub(super) async fn label(who: CurrentAgent, path: Path<String>, body: Body<Labels>, call: Call) -> Reply {
    let id: ConversationId = id(&path)?;
    let Body { value: Labels { labels }, raw } = body;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        labelling::label(unit, &caller, id, &labels).map(AppendedRow::from)
    })
    .await
}

/// Whether somebody types.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Typing {
    active: bool,
}

/// Typing
///
/// Shows the customer that somebody types, for six seconds. Leaves no entry.
#[utoipa::path(operation_id = "show_typing", tag = "Actions", request_body = Typing,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 204, description = "Told"),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/conversations/{id}/typing")]
pub(super) async fn typing(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Typing>,
    desk: Data<Desk>,
    hub: Data<Hub>,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let caller = who.caller();
    let place = desk.db.read(move |conn| link::place(conn, &caller, id)).await?;
    let typing = presence::Typing {
        actor: caller.actor,
        name: Some(&who.agent.name),
        active: body.value.active,
        preview: None,
    };
    hub.typing(&place, &typing, None);
    Ok(HttpResponse::NoContent().finish())
}
