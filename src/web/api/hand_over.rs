//! Done for today: what is left of the asking agent, and handing it over.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, post};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::actions::team;
use super::agents::row_of;
use super::cursor::Items;
use super::rows::{self, AgentRow};
use crate::domain::contacts::profile::clean;
use crate::domain::conversations::list as lists;
use crate::domain::routing::why::Why;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::hand_over::{HAND_OVER_MAX, HandOver, To, done_for_today, left};
use crate::flows::clocks::shown::Looking;
use crate::flows::conversations::assign::NOTE_CHARS;
use crate::flows::routing::gather::Around;
use crate::im::conversation_row::ConversationRow;
use crate::im::hub::Hub;
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A conversation that is left, and where the routing would take it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LeftRow {
    conversation: ConversationRow,
    suggestion: Suggestion,
}

/// Where the routing would take a conversation if it came now: to the agent, else to the team, else into the queue of everybody.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Suggestion {
    #[schema(example = "a_047vcntdk2gas")]
    agent_id: Option<String>,
    #[schema(example = "tm_01jb7q2m4k9zz")]
    team_id: Option<String>,
    /// Why to the agent.
    why: Option<Why>,
}

/// List what is left
///
/// What the asking agent has that is not closed, at most 200. Suggested is what the routing would do if all of it came now and the
/// asking agent were not there; nothing is changed.
#[utoipa::path(operation_id = "list_what_is_left", tag = "Agents", responses(
    (status = 200, description = "The conversations", body = Items<LeftRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/me/hand-over")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>, hub: Data<Hub>) -> Reply {
    let (caller, asker) = (who.caller(), who.asker());
    let (now, started_at) = (desk.clock.now(), desk.started_at);
    let there = desk.presence.seen(now);
    let read = move |conn: &Connection| {
        let around = Around { there: &there, started_at, looked_at: 0, now };
        let looking = Looking::new(conn, now)?;
        let mut items = Vec::new();
        for left in left(conn, &caller, &around)? {
            let Some(summary) = lists::one(conn, left.conversation, asker)? else { continue };
            let (agent_id, team_id) = match left.to {
                To::Agent(agent) => (Some(agent.to_string()), None),
                To::Team(team) => (None, Some(team.to_string())),
                To::Queue => (None, None),
            };
            items.push(LeftRow {
                conversation: rows::conversation(looking.row(summary)?, &hub),
                suggestion: Suggestion { agent_id, team_id, why: left.why },
            });
        }
        Ok::<_, Fault>(items)
    };
    let items = desk.db.read(read).await?;
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// What goes where.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct DoneForToday {
    /// At most 200. What is not named stays with the asking agent.
    #[serde(default)]
    items: Vec<HandOverItem>,
}

/// A conversation and where it goes: to an agent, to a team, or without either into the queue.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct HandOverItem {
    #[schema(example = "c_01jb7q2m4k9zz")]
    conversation_id: String,
    #[schema(example = "a_047vcntdk2gas")]
    agent_id: Option<String>,
    #[schema(example = "tm_01jb7q2m4k9zz")]
    team_id: Option<String>,
    /// Only for the team.
    #[schema(example = "Waits for the carrier")]
    note: Option<String>,
}

impl HandOverItem {
    fn read(self, place: usize) -> Result<HandOver, Fault> {
        let at = |field: &str| format!("items[{place}].{field}");
        let within = |mut fault: Fault| {
            fault.field = fault.field.map(|field| at(&field).into());
            fault
        };
        let missing = |_| Fault::invalid(at("conversation_id"), "This is not a conversation's id.");
        let to = match (self.agent_id, self.team_id) {
            (Some(agent), None) => To::Agent(
                agent.parse().map_err(|_| Fault::invalid(at("agent_id"), "This is not an agent's id."))?,
            ),
            (None, Some(id)) => To::Team(team(&id).map_err(within)?),
            (None, None) => To::Queue,
            (Some(_), Some(_)) => return Err(Fault::invalid(at("agent_id"), "Name an agent or a team.")),
        };
        Ok(HandOver {
            conversation: self.conversation_id.parse().map_err(missing)?,
            to,
            note: clean("note", self.note.as_deref(), NOTE_CHARS).map_err(within)?,
        })
    }
}

/// Done for today
///
/// Hands over what is named and sets the asking agent offline, or does nothing of it. What they do not have any more is left alone.
#[utoipa::path(operation_id = "hand_over", tag = "Agents", request_body = DoneForToday, responses(
    (status = 200, description = "The agent as they are now", body = AgentRow),
    (status = 400, description = "invalid: a field is wrong, named with its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "unknown_agent, unknown_team", body = Problem),
))]
#[post("/me/hand-over")]
pub(super) async fn hand_over(
    who: CurrentAgent,
    body: Body<DoneForToday>,
    call: Call,
    desk: Data<Desk>,
    hub: Data<Hub>,
    settings: Data<Settings>,
) -> Reply {
    let Body { value: DoneForToday { items }, raw } = body;
    if items.len() > HAND_OVER_MAX {
        return Err(Fault::invalid("items", format!("Name at most {HAND_OVER_MAX} conversations.")).into());
    }
    let items =
        items.into_iter().enumerate().map(|(at, item)| item.read(at)).collect::<Result<Vec<_>, _>>()?;
    let (caller, hub) = (who.caller(), hub.into_inner());
    let (digest_key, text_chars) = (desk.db.meta().digest_key, settings.text_chars);
    call.write(&who, &raw, 200, move |unit| {
        let agent = done_for_today(unit, &caller, &items, (&digest_key, text_chars))?;
        row_of(unit.conn(), &hub, &agent)
    })
    .await
}
